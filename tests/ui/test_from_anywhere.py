"""From anywhere: a note by Ctrl+Space with the focus back where it was, and what was deleted by its name."""

from datetime import UTC, datetime

import pytest

from ui.app.making import make_session
from ui.demo.hands import Hands
from ui.dialogs.quick_capture import QuickCapture
from ui.main_window.window import MainWindow
from ui.shell.overlay import Overlay
from ui.theme.theme import theme
from ui.theme.tokens import DESK, LIGHT
from ui.widgets.buttons import Button

STAGES = ["prepare", "plan", "capture", "summary", "report", "followup"]
PLACES = [*STAGES, "summary:judgement", "summary:actions", "summary:readback"]


@pytest.fixture(scope="module")
def session(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("quick")
    session, _wishes = make_session(MainWindow(), folder / "vault", folder / "sample")
    session.clock = lambda: datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
    session.start()
    session.window.show()
    session.hands = Hands(session.window)
    session.open_sample()
    session.hands.wait_until(lambda: session.workspace is not None, "opening the sample vault")
    visit = next(one.id for one in session.workspace.visits.all() if one.school == "Sallowfield Primary School")
    session.open_visit(visit, "capture")
    session.hands.settle()
    session.wishes = _wishes
    yield session
    session.close()
    session.window.deleteLater()
    theme().apply(LIGHT, DESK, 1.0)


def sheets(session):
    return [one for one in session.window.findChildren(Overlay) if one.isVisible()]


@pytest.mark.parametrize("place", PLACES)
def test_a_note_is_written_from_every_place_and_the_focus_comes_back(session, place):
    hands, frame = session.hands, session.window.frame
    stage, _, inside = place.partition(":")
    frame.show_stage(stage, inside)
    hands.settle()
    came_from, count = hands.focused(), len(frame.desk.record.notes)
    hands.press("Ctrl+Space")
    assert len(sheets(session)) == (stage != "capture")
    hands.write(f"Seen while at {stage}")
    hands.press("Return")
    assert len(frame.desk.record.notes) == count + 1
    assert frame.desk.record.notes[-1].text == f"Seen while at {stage}"
    assert sheets(session) == []
    assert hands.focused() is came_from


def test_no_sheet_ever_lies_on_another(session):
    session.window.frame.show_stage("report")
    session.hands.press("Ctrl+K", "Ctrl+Space")
    assert not [one for one in sheets(session) if isinstance(one, QuickCapture)]
    session.hands.press("Escape")
    session.hands.press("Ctrl+Space", "Ctrl+Space")
    assert len(sheets(session)) == 1
    session.hands.press("Escape")
    assert sheets(session) == []


def test_recently_deleted_opens_by_its_name_on_every_stage(session):
    for stage in STAGES:
        session.window.frame.show_stage(stage)
        session.hands.press("Ctrl+K")
        session.hands.write("Recently deleted")
        session.hands.press("Return")
        assert [one.accessibleName() for one in sheets(session)] == ["Recently deleted"]
        session.hands.press("Escape")
        assert sheets(session) == []


def test_a_deleted_visit_comes_back_from_the_palette(session):
    hands, home = session.hands, session.window.home
    hands.press("Ctrl+0", "Delete")
    before = {one.id for one in session.workspace.visits.all()}
    hands.press("Ctrl+K")
    hands.write("Recently deleted visits")
    hands.press("Return", "Return")
    assert len(session.workspace.visits.all()) == len(before) + 1
    hands.press("Escape")
    assert sheets(session) == []
    assert len(home.visits.list.rows()) + bool(home.today_id()) == len(before) + 1


def test_the_link_on_visits_counts_what_is_deleted_and_goes_when_nothing_is(session):
    hands = session.hands
    hands.press("Ctrl+0", "Delete")
    link = next(one for one in session.window.home.findChildren(Button) if one.text() == "Recently deleted (1)")
    assert link.isVisible()
    link.click()
    hands.settle()
    hands.press("Return", "Escape")
    assert not link.isVisible()
