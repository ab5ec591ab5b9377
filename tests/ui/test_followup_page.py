"""Follow-up as a reviewer uses it: progress and replies, who has the report, closing the visit."""

from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from stage_desk import VISIT, framework, vault
from ui_support import accessible_name, dressed, is_checked, role, shown

from ui.pages.followup import FollowUpPage
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckRow
from ui.widgets.segmented import SegmentButton
from ui.widgets.text import Text
from visitapp.domain.finding import Action
from visitapp.domain.writing import Export

Key = Qt.Key
NOW = datetime(2026, 1, 9, 9, 12, tzinfo=UTC)
LATER = Action(
    "a1", VISIT, "Teach older readers", urgency="year", owner="English lead", due="2026-01-30", position=1.0
)
LATE = Action(
    "a2", VISIT, "More chances to reason", urgency="term", first_step="choose tasks", due="2025-12-19", position=2.0
)
DONE = Action("a3", VISIT, "Use checks", urgency="now", due="2025-12-05", position=3.0, status="done")
DRAFT = Export("e1", VISIT, 1, "DRAFT", "Report v1.docx", "aa", "2025-11-25T15:02:00+00:00", "x")
FINAL = Export("e2", VISIT, 2, "FINAL", "Report v2.docx", "bb", "2025-12-04T16:20:00+00:00", "x")


@pytest.fixture(autouse=True)
def _look(qapp):
    yield from dressed(qapp)


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the page of a visit with these records, on 9 January."""
    with ExitStack() as stack:

        def open_page(*before, programme=None):
            kept = stack.enter_context(vault(tmp_path, programme, before=before, now=NOW))
            page = FollowUpPage(kept.desk)
            page.resize(1208, 580)
            return shown(qtbot, page), kept

        yield open_page


def named(page, kind, words):
    return next(one for one in page.findChildren(kind) if words in accessible_name(one) and one.isVisibleTo(page))


def words(page):
    return [one.text() for one in page.findChildren(Text) if one.isVisibleTo(page)]


def press(qtbot, widget, key=Key.Key_Space):
    widget.setFocus()
    qtbot.keyClick(widget, key)


def test_actions_stand_by_date_and_keep_their_numbers(qtbot, opened):
    page, _ = opened(LATER, LATE, DONE)
    names = [one for one in words(page) if one.startswith("Action ")]
    assert names == ["Action 3", "Action 2", "Action 1"]


def test_an_action_without_a_date_comes_last(qtbot, opened):
    page, _ = opened(Action("a0", VISIT, "Soon", position=0.5), LATE)
    assert [one for one in words(page) if one.startswith("Action ")] == ["Action 2", "Action 1"]


@pytest.mark.parametrize(
    ("due", "status", "said"),
    [
        ("2025-12-19", "", "3 weeks late"),
        ("2026-01-08", "", "1 day late"),
        ("2026-01-04", "started", "5 days late"),
        ("2026-01-09", "", "today"),
        ("2026-01-10", "", "in 1 day"),
        ("2026-01-30", "", "in 3 weeks"),
        ("2025-12-05", "done", "done"),
        ("2025-12-05", "stopped", "stopped"),
    ],
)
def test_it_says_how_an_action_stands(qtbot, opened, due, status, said):
    page, _ = opened(Action("a1", VISIT, "Do", due=due, status=status, position=1.0))
    assert said in words(page)


@pytest.mark.parametrize(
    ("label", "code"),
    [("Started", "started"), ("Done", "done"), ("Stopped", "stopped"), ("Not started", "not-started")],
)
def test_progress_is_kept(qtbot, opened, label, code):
    page, kept = opened(Action("a1", VISIT, "Do", status="started" if code != "started" else "", position=1.0))
    button = next(one for one in page.findChildren(SegmentButton) if one.text() == label)
    press(qtbot, button)
    assert kept.settled().actions[0].status == code
    assert is_checked(button)
    assert role(button) == QAccessible.Role.RadioButton


def test_the_schools_reply_is_kept_as_it_is_typed(qtbot, opened):
    page, kept = opened(LATE)
    box = named(page, QPlainTextEdit, "Reply to action 1")
    box.setFocus()
    qtbot.keyClicks(box, "Asked again in January.")
    assert kept.settled().actions[0].reply == "Asked again in January."


def test_a_reply_being_typed_survives_changes_from_elsewhere(qtbot, opened):
    page, kept = opened(LATE, LATER)
    box = named(page, QPlainTextEdit, "Reply to action 2")
    box.setFocus()
    qtbot.keyClicks(box, "Half")
    kept.desk.put("elsewhere", Action("a9", VISIT, "Another", due="2025-11-30", position=9.0))
    qtbot.keyClicks(box, " done")
    assert box.toPlainText() == "Half done"
    assert page.window().focusWidget() is box


def test_a_tick_says_the_report_was_sent_today_and_the_day_can_be_changed(qtbot, opened):
    page, kept = opened()
    press(qtbot, named(page, CheckRow, "Chair of governors"))
    assert kept.desk.record.answer("sent.chair").value == "2026-01-09"
    assert "1 of 3" in words(page)
    day = named(page, QLineEdit, "Chair of governors, sent on")
    day.setFocus()
    day.selectAll()
    qtbot.keyClicks(day, "4 Dec 2025")
    qtbot.keyClick(day, Key.Key_Return)
    assert kept.settled().answer("sent.chair").value == "2025-12-04"


def test_a_tick_taken_away_says_it_was_not_sent(qtbot, opened):
    page, kept = opened()
    box = named(page, CheckRow, "Headteacher")
    press(qtbot, box)
    press(qtbot, box)
    assert kept.settled().answer("sent.head").value == ""
    assert "0 of 3" in words(page)


def test_versions_that_left_the_app_are_listed_the_latest_first(qtbot, opened):
    page, _ = opened(DRAFT, FINAL)
    found = [one for one in words(page) if "version" in one]
    assert found == ["Final, version 2", "Draft, version 1"]
    assert "Report v2.docx" in words(page)
    assert any(one.startswith("4 Dec 2025, ") for one in words(page))


def test_an_export_made_now_is_listed_at_once(qtbot, opened):
    page, kept = opened()
    assert "None yet. Export stands in Report." in words(page)
    kept.desk.put("Exported", DRAFT)
    qtbot.waitUntil(lambda: "Draft, version 1" in words(page))


def test_the_visit_is_closed_and_opened_again(qtbot, opened):
    page, kept = opened(FINAL)
    press(qtbot, named(page, Button, "Close this visit"), Key.Key_Return)
    assert kept.settled().visit.closed
    assert "A final report is exported  \u00b7  closed" in words(page)
    page.run(page.commands()[0].code)
    assert not kept.settled().visit.closed
    assert named(page, Button, "Close this visit").isVisible()


def test_without_actions_it_leads_to_where_they_are_agreed(qtbot, opened):
    page, _ = opened()
    with qtbot.waitSignal(page.place_wanted) as wanted:
        press(qtbot, named(page, Button, "Go to the actions"), Key.Key_Return)
    assert wanted.args == ["summary:actions"]


def test_the_stage_is_marked_as_done(qtbot, opened):
    page, kept = opened(LATE)
    page.run(page.commands()[-1].code)
    assert kept.settled().answer("stage.followup").value is True


def test_a_programme_without_recipients_says_so(qtbot, opened):
    page, _ = opened(programme=framework(distribution=(), urgencies=()))
    assert "The programme names nobody." in words(page)
    page.take_focus()


def test_what_was_said_is_there_after_opening_again(qtbot, opened):
    page, kept = opened(LATE)
    press(qtbot, named(page, CheckRow, "Headteacher"))
    qtbot.keyClicks(named(page, QPlainTextEdit, "Reply to action 1"), "Done in part")
    page.close()
    again = shown(qtbot, FollowUpPage(kept.reopened()))
    assert named(again, QPlainTextEdit, "Reply to action 1").toPlainText() == "Done in part"
    assert is_checked(named(again, CheckRow, "Headteacher"))


def test_every_control_has_a_name_and_the_page_fits_a_short_window(qtbot, opened):
    page, _ = opened(LATE, LATER, DONE, DRAFT)
    controls = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(QLineEdit),
        *page.findChildren(QPlainTextEdit),
    ]
    assert not [one for one in controls if one.isVisible() and not accessible_name(one)]
    assert [accessible_name(one) for one in page.panes()] == ["Actions", "Report sent"]
    assert page.minimumSizeHint().width() <= 1208
    assert page.minimumSizeHint().height() <= 580
