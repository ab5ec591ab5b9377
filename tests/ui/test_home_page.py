"""The list of visits by keys and mouse."""

import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from ui_support import accessible_name, role, shown

from ui.pages.home.page import HomePage
from ui.pages.home.side import HomeSide
from ui.parts.visit_row import VisitRow
from ui.theme.theme import theme
from ui.widgets.day_bar import DayPart
from ui.workspace.listing import VisitSummary

Key = Qt.Key
NOW = datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
CTRL = Qt.KeyboardModifier.ControlModifier


pytestmark = pytest.mark.usefixtures("look")


def visit(visit_id, school, starts, **fields):
    plain = {
        "phase": "primary",
        "town": "Northmere",
        "programme": "walk",
        "ends_on": starts,
        "closed": False,
        "enquiry": "How well do pupils learn?",
        "agreed_on": "",
        "notes": 0,
        "findings": 0,
        "open_actions": 0,
    }
    return VisitSummary(visit_id, school, starts_on=starts, **{**plain, **fields})


VISITS = (
    visit("today", "Sallowfield Primary School", "2025-11-20", notes=35),
    visit("report", "Brackwater CE Primary School", "2025-11-11", notes=9, findings=4),
    visit("soon", "Fernhollow Junior School", "2025-11-26"),
    visit("later", "Quillmoor Primary Academy", "2025-12-01", ends_on="2025-12-03", programme="long walk"),
    visit(
        "follow",
        "Oxmarsh Primary School",
        "2025-10-08",
        open_actions=2,
        stages_done=frozenset({"report"}),
        said=(("sent.head", "2025-10-17"),),
    ),
    visit("shut", "Ashdown Vale School", "2025-06-18", closed=True),
)


@pytest.fixture
def page(qtbot):
    made = HomePage(lambda: NOW)
    made.resize(1208, 760)
    made.show_visits(VISITS)
    shown(qtbot, made)
    qtbot.waitUntil(lambda: made.findChild(HomeSide) is not None)
    return made


def schools(page):
    QApplication.processEvents()
    return [row.words.school for row in page.findChildren(VisitRow) if row.isVisibleTo(page)]


def words_on(page):
    QApplication.processEvents()
    return " | ".join(
        label.text() for label in page.findChildren(QWidget) if hasattr(label, "text") and label.isVisibleTo(page)
    )


def focused(page):
    return page.window().focusWidget()


def test_today_stands_on_its_card_and_the_rest_in_groups(page):
    assert schools(page) == [one.school for one in (VISITS[1], VISITS[2], VISITS[3], VISITS[4], VISITS[5])]
    said = words_on(page)
    for expected in (
        "Sallowfield Primary School",
        "Thu 20 November",
        "Continue capture",
        "35 notes",
        "Autumn term 2025",
    ):
        assert expected in said
    assert "The plan is not agreed yet" in said


def test_a_visit_without_notes_is_started_not_continued(page):
    page.show_visits([visit("today", "Sallowfield Primary School", "2025-11-20")])
    assert "Start capture" in words_on(page)


def test_the_day_of_a_long_visit_is_counted(page):
    page.show_visits([visit("today", "Quillmoor Primary Academy", "2025-11-19", ends_on="2025-11-21")])
    assert "Thu 20 November, day 2 of 3" in words_on(page)


def test_the_card_opens_the_visit_of_today(page, qtbot):
    with qtbot.waitSignal(page.visit_wanted) as told:
        page.take_focus()
        QTest.keyClick(focused(page), Key.Key_Return)
    assert told.args == ["today"]
    assert page.today_id() == "today"
    page.show_visits(VISITS[1:])
    assert page.today_id() == ""


def test_the_day_strip_appears_once_it_is_known(page):
    assert not page.visits.card.day.isVisibleTo(page)
    page.show_today([DayPart(525, 585, "Leaders", state="now")], 530, coming="Next: Year 2", planned="5 h on site")
    assert page.visits.card.day.isVisibleTo(page)
    assert "Next: Year 2" in words_on(page)
    assert "Thu 20 November  ·  08:45 – 09:45" in words_on(page)


def test_a_row_opens_its_visit_on_click_and_on_enter(page, qtbot):
    row = next(one for one in page.findChildren(VisitRow) if one.words.school.startswith("Fern"))
    with qtbot.waitSignal(page.visit_wanted) as told:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert told.args == ["soon"]
    with qtbot.waitSignal(page.visit_wanted):
        QTest.keyClick(row, Key.Key_Return)


def test_typing_narrows_the_list_down_goes_in_and_enter_opens(page, qtbot):
    QTest.keyClick(page, Key.Key_F, CTRL)
    QTest.keyClicks(page.search, "quill")
    assert schools(page) == ["Quillmoor Primary Academy"]
    QTest.keyClick(page.search, Key.Key_Down)
    assert focused(page).words.school == "Quillmoor Primary Academy"
    with qtbot.waitSignal(page.visit_wanted) as told:
        QTest.keyClick(focused(page), Key.Key_Return)
    assert told.args == ["later"]


def test_enter_in_the_search_opens_the_first_match(page, qtbot):
    QTest.keyClicks(page.search, "oxm")
    with qtbot.waitSignal(page.visit_wanted) as told:
        QTest.keyClick(page.search, Key.Key_Return)
    assert told.args == ["follow"]


def test_enter_in_an_empty_search_opens_nothing(page, qtbot):
    with qtbot.assertNotEmitted(page.visit_wanted):
        QTest.keyClick(page.search, Key.Key_Return)


def test_todays_visit_is_found_by_words_too(page):
    QTest.keyClicks(page.search, "sallow")
    assert schools(page) == ["Sallowfield Primary School"]


def test_words_that_match_nothing_say_so_and_esc_brings_all_back(page):
    QTest.keyClicks(page.search, "zz")
    assert "No visit matches “zz”" in words_on(page)
    QTest.keyClick(page.search, Key.Key_Escape)
    assert len(schools(page)) == 5


def test_the_empty_result_has_a_way_back(page):
    QTest.keyClicks(page.search, "zz")
    back = next(one for one in page.findChildren(QPushButton) if one.text() == "Show all visits")
    back.click()
    assert page.search.text() == ""
    assert len(schools(page)) == 5


@pytest.mark.parametrize(
    ("code", "shown_schools"),
    [
        ("coming", ["Sallowfield", "Fernhollow", "Quillmoor"]),
        ("report", ["Brackwater"]),
        ("followup", ["Oxmarsh"]),
        ("closed", ["Ashdown"]),
    ],
)
def test_a_filter_shows_its_groups_only(page, code, shown_schools):
    page.visits.filter.button(code).click()
    assert [school.split()[0] for school in schools(page)] == shown_schools


def test_arrows_walk_the_rows_and_up_from_the_first_goes_to_the_search(page):
    page.visits.list.take_focus()
    first = focused(page).words.school
    QTest.keyClick(focused(page), Key.Key_Down)
    assert focused(page).words.school == "Fernhollow Junior School"
    QTest.keyClick(focused(page), Key.Key_End)
    assert focused(page).words.school == "Ashdown Vale School"
    QTest.keyClick(focused(page), Key.Key_Down)
    assert focused(page).words.school == "Ashdown Vale School"
    QTest.keyClick(focused(page), Key.Key_Home)
    assert focused(page).words.school == first
    QTest.keyClick(focused(page), Key.Key_Up)
    assert focused(page) is page.search


def test_the_rows_are_one_tab_stop(page):
    rows = [row for row in page.findChildren(VisitRow) if row.isVisibleTo(page)]
    assert sum(bool(row.focusPolicy() & Qt.FocusPolicy.TabFocus) for row in rows) == 1


def test_delete_takes_a_visit_away_and_undo_brings_it_back(page, qtbot):
    page.visits.list.take_focus()
    with qtbot.waitSignal(page.delete_wanted) as told:
        QTest.keyClick(focused(page), Key.Key_Delete)
    assert told.args == ["report"]
    assert "Brackwater CE Primary School" not in schools(page)
    page.show_visits(VISITS)
    assert "Brackwater CE Primary School" not in schools(page)
    with qtbot.waitSignal(page.restore_wanted) as told:
        QTest.keyClick(focused(page), Key.Key_Z, CTRL)
    assert told.args == ["report"]
    assert focused(page).words.school == "Brackwater CE Primary School"


def test_a_visit_brought_back_elsewhere_is_shown_again_and_leaves_nothing_to_undo(page, qtbot):
    page.visits.list.take_focus()
    QTest.keyClick(focused(page), Key.Key_Delete)
    page.bring_back("report")
    page.show_visits(VISITS)
    assert "Brackwater CE Primary School" in schools(page)
    told = []
    page.restore_wanted.connect(told.append)
    QTest.keyClick(focused(page), Key.Key_Z, CTRL)
    assert told == []


def test_undo_stays_with_the_list_when_the_window_has_that_key_too(qtbot):
    page, window = HomePage(lambda: NOW), QWidget()
    page.show_visits(VISITS)
    window.setLayout(QVBoxLayout())
    window.layout().addWidget(page)
    taken = []
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(partial(taken.append, "window"))
    shown(qtbot, window)
    page.visits.list.take_focus()
    QTest.keyClick(focused(page), Key.Key_Z, CTRL)
    assert taken == ["window"]
    QTest.keyClick(focused(page), Key.Key_Delete)
    with qtbot.waitSignal(page.restore_wanted):
        QTest.keyClick(focused(page), Key.Key_Z, CTRL)
    assert taken == ["window"]


def test_the_toast_has_the_way_back_too(page, qtbot):
    page.visits.list.take_focus()
    QTest.keyClick(focused(page), Key.Key_Delete)
    undo = next(one for one in page.findChildren(QPushButton) if one.accessibleName() == "Undo")
    with qtbot.waitSignal(page.restore_wanted):
        undo.click()


def test_after_a_deletion_the_focus_stays_in_the_list(page):
    page.visits.list.take_focus("soon")
    QTest.keyClick(focused(page), Key.Key_Delete)
    assert focused(page).words.school == "Quillmoor Primary Academy"


def test_a_refresh_keeps_the_focus_where_it_is(page):
    page.visits.list.take_focus("later")
    page.show_visits([*VISITS, visit("new", "Tidewell Primary School", "2025-11-30")])
    assert focused(page).words.school == "Quillmoor Primary Academy"


def test_ctrl_n_asks_for_a_new_visit(page, qtbot):
    with qtbot.waitSignal(page.new_visit_wanted):
        QTest.keyClick(page, Key.Key_N, CTRL)
    with qtbot.waitSignal(page.new_visit_wanted):
        page.new.click()


def test_an_empty_vault_says_what_will_be_here_and_the_first_step(page, qtbot):
    page.show_visits([])
    assert "No visits yet" in words_on(page)
    first = next(one for one in page.visits.findChildren(QPushButton) if one.text() == "New visit")
    with qtbot.waitSignal(page.new_visit_wanted):
        first.click()
    page.take_focus()
    assert focused(page) is page.new


def test_needs_you_lists_the_pressing_three_and_leads_to_them(page, qtbot):
    needs = [one for one in page.side.findChildren(QPushButton) if "." in accessible_name(one)]
    assert [accessible_name(one) for one in needs] == [
        "Agree the plan. Fernhollow Junior School. in 6 days",
        "Write the report. Brackwater CE Primary School. 9 days ago",
        "Prepare for the visit. Quillmoor Primary Academy. in 11 days",
    ]
    with qtbot.waitSignal(page.visit_wanted) as told:
        needs[1].click()
    assert told.args == ["report"]


def test_a_late_action_leads_to_its_visit(page, qtbot):
    page.show_visits([VISITS[4]._replace(waiting=(("2025-11-06", ""),))])
    need = next(one for one in page.side.findChildren(QPushButton) if one.text() == "1 action late")
    assert accessible_name(need) == "1 action late. Oxmarsh Primary School. 2 weeks late"
    with qtbot.waitSignal(page.visit_wanted) as told:
        need.click()
    assert told.args == ["follow"]


def test_a_quiet_week_says_that_nothing_waits(page):
    page.show_visits([VISITS[-1]])
    assert "Nothing is waiting for you." in words_on(page)


@pytest.mark.parametrize(
    ("backed_up", "words"),
    [
        (None, "Not backed up yet"),
        (datetime(2025, 11, 19, 17, 20, tzinfo=UTC), "Backed up yesterday"),
        (datetime(2025, 11, 10, 17, 20, tzinfo=UTC), "Backed up 10 days ago"),
    ],
)
def test_the_device_card_says_when_the_last_backup_was(page, backed_up, words):
    page.show_device(True, False, backed_up)
    assert words in words_on(page)
    assert "Encrypted and locked to you" in words_on(page)


def test_a_sample_says_so_and_offers_a_vault_of_ones_own(page, qtbot):
    page.show_device(True, True, None)
    assert "Sample" in words_on(page)
    assert "Back up now" not in words_on(page)
    own = next(one for one in page.findChildren(QPushButton) if one.text() == "Start your own")
    with qtbot.waitSignal(page.own_vault_wanted):
        own.click()


def test_back_up_now_is_asked_for(page, qtbot):
    page.show_device(True, False, None)
    with qtbot.waitSignal(page.backup_wanted):
        page.side.device.button.click()


def test_many_closed_visits_are_folded_until_they_are_asked_for(page):
    page.show_visits([visit(f"c{n}", f"School {n}", f"2024-05-{n + 1:02d}", closed=True) for n in range(12)])
    assert len(schools(page)) == 5
    fold = next(one for one in page.findChildren(QPushButton) if one.text() == "Show all 12 closed")
    fold.click()
    assert len(schools(page)) == 12


def test_a_row_is_a_button_that_says_all_it_shows(page):
    row = next(one for one in page.findChildren(VisitRow) if one.isVisibleTo(page))
    assert role(row) == QAccessible.Role.Button
    name = accessible_name(row)
    for part in ("Brackwater CE Primary School", "Tue 11 Nov", "9 days ago", "stage Report", "Write the report"):
        assert part in name


def test_every_control_has_a_name(page):
    page.show_device(True, True, None)
    nameless = [one for one in page.findChildren(QPushButton) if one.isVisibleTo(page) and not accessible_name(one)]
    assert nameless == []


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
def test_the_page_fits_a_short_window_at_every_text_size(page, scale):
    theme().apply(text_scale=scale)
    page.resize(1208, 640)
    assert page.minimumSizeHint().width() <= 1208
    assert page.minimumSizeHint().height() <= 640


def test_the_right_column_goes_when_there_is_no_room(page):
    assert page.side.isVisibleTo(page)
    page.resize(900, 640)
    assert not page.side.isVisibleTo(page)


def test_hundreds_of_visits_are_rows_in_one_list(page):
    page.show_visits([visit(f"v{n}", f"School {n}", f"2025-12-{n % 28 + 1:02d}") for n in range(300)])
    assert len(schools(page)) == 300
    assert not any(row.findChildren(QWidget) for row in page.findChildren(VisitRow))


def test_the_first_screens_load_nothing_heavy():
    code = (
        "import sys; import ui.pages.home.page, ui.pages.first_run.page, ui.pages.unlock.page; "
        "heavy = {'sqlmodel', 'sqlalchemy', 'docx', 'pydantic', 'visitapp.store.database', 'ui.workspace.visits', "
        "'PySide6.QtPrintSupport'}; print(sorted(heavy & set(sys.modules)))"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
