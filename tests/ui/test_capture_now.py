"""The slot in hand: how long is left, said quietly, and the next one in one action from wherever one is."""

from datetime import timedelta

import pytest
from capture_desk import OpenDesk, slot
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui_support import shown

from ui.pages.capture.page import CapturePage
from ui.pages.capture.slot_lines import share_run, time_left
from ui.parts.coverage_rows import CountRow
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.workspace.day_plan import DayPlan
from visitapp.domain.planning import Moment

ALT = Qt.KeyboardModifier.AltModifier
LESSON = slot("y4", 625, 645, "walk", part_of="walk")


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def make(qtbot, tmp_path):
    """Return a way to open the stage at a time of the day, or days off it."""
    made = []

    def at(hours, minutes, *, days=0, **more):
        made.append(OpenDesk(tmp_path, **more))
        opened = made[-1]
        opened.now += timedelta(days=days, minutes=hours * 60 + minutes - (10 * 60 + 42))
        page = CapturePage(opened.desk)
        page.resize(1208, 740)
        shown(qtbot, page)
        page.take_focus()
        return page, opened

    yield at
    for one in made:
        one.close()


def next_lesson(page):
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Right, ALT)
    return page.panes()[2].context.slot_id


@pytest.mark.parametrize(
    ("minute", "words"),
    [
        (560, "later"),
        (600, "in 25 min"),
        (625, "20 min left"),
        (642, "3 min left"),
        (645, "0 min over"),
        (650, "5 min over"),
        (705, "over"),
    ],
)
def test_time_is_told_in_words(minute, words):
    assert time_left(LESSON, Moment(1, minute)) == words.replace("0 min over", "time is up")


def test_on_another_day_no_time_is_told():
    assert time_left(LESSON, Moment(2, 640)) == ""
    assert time_left(LESSON, None) == ""


@pytest.mark.parametrize(("minute", "share"), [(620, 0.0), (625, 0.0), (635, 0.5), (645, 1.0), (700, 1.0)])
def test_the_bar_fills_and_stays_full(minute, share):
    assert share_run(LESSON, Moment(1, minute)) == share


def test_time_over_is_amber_at_most_and_never_red(make):
    page, opened = make(10, 42)
    opened.now += timedelta(minutes=2)
    for words, minutes in (("1 min left", 0), ("5 min over", 6)):
        opened.now += timedelta(minutes=minutes)
        page.panes()[0].refresh_time()
        left = next(one for one in page.panes()[0].findChildren(Text) if one.text() == words)
        inks = {theme().colour(role).name() for role in ("risk", "risk_solid")}
        image = left.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert not seen & inks
        assert theme().colour("develop").name() in seen


@pytest.mark.parametrize(
    ("hours", "minutes", "days", "wanted"),
    [
        pytest.param(8, 0, 0, "leaders", id="before the first activity"),
        pytest.param(9, 50, 0, "walk", id="between two activities"),
        pytest.param(10, 42, 0, "y2", id="in a lesson"),
        pytest.param(11, 28, 0, "voice", id="in an activity after its last lesson"),
        pytest.param(12, 10, 0, "voice", id="at lunch"),
        pytest.param(10, 0, -3, "leaders", id="days before the visit"),
    ],
)
def test_the_next_one_is_one_action_away_at_any_time(make, hours, minutes, days, wanted):
    page, _ = make(hours, minutes, days=days)
    if wanted == "voice" and hours == 11:
        page.panes()[0].activity_wanted.emit("walk")
    assert next_lesson(page) == wanted
    assert page.window().focusWidget() is page.panes()[2].box


def test_after_the_last_one_nothing_happens(make):
    page, _ = make(13, 20)
    before = page.panes()[2].context
    next_lesson(page)
    assert page.panes()[2].context == before


def test_without_a_plan_nothing_happens(make):
    page, _ = make(10, 42, slots=())
    assert next_lesson(page) == ""


def test_a_visit_without_a_date_goes_through_the_plan_from_the_start(make):
    page, _ = make(10, 42, starts_on="")
    assert [next_lesson(page) for _ in range(3)] == ["leaders", "walk", "y3"]


def test_from_an_activity_outside_the_plan_the_next_one_is_by_the_clock(make):
    page, _ = make(10, 42)
    page.panes()[0].activity_wanted.emit("leaders")
    assert next_lesson(page) == "y2"


def test_from_a_lesson_taken_out_of_the_plan_the_next_one_is_by_the_clock(make):
    page, opened = make(10, 42)
    DayPlan(opened.desk).remove(opened.desk.record.find("slot", "y4"))
    assert next_lesson(page) == "y2"


def test_from_the_stream_and_from_the_board_it_is_the_same_key(make):
    page, _ = make(10, 42)
    walked = []
    for target in (page.panes()[3].findChild(CountRow), page.panes()[1].view):
        target.setFocus()
        walked.append(next_lesson(page))
    assert walked == ["y2", "y6"]
