"""Follow-up as a reviewer uses it: progress and replies, who has the report, closing the visit."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit
from stage_desk import VISIT, framework, vault
from ui_support import accessible_name, is_checked, role, shown

from ui.pages.followup import FollowUpPage
from ui.parts.bearing_sheet import BearingSheet
from ui.parts.finding_tags import TagButton
from ui.widgets.buttons import Button, IconButton
from ui.widgets.checks import CheckRow
from ui.widgets.chips import Chip
from ui.widgets.segmented import SegmentButton
from ui.widgets.text import Text
from ui.workspace.judging import Judging
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action
from visitapp.domain.followed import done_on, progress_of, reply_key
from visitapp.domain.following import Progress
from visitapp.domain.weighed import bearings, notes_bearing
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
SEEN = Note("n1", VISIT, 1, "Four of five sets of books hold two tasks a week.", source="work")
DRAFT = Export("e1", VISIT, 1, "DRAFT", "Report v1.docx", "aa", "2025-11-25T15:02:00+00:00", "x")
FINAL = Export("e2", VISIT, 2, "FINAL", "Report v2.docx", "bb", "2025-12-04T16:20:00+00:00", "x")


pytestmark = pytest.mark.usefixtures("look")


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


def write(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Return)


def segment(page, label):
    return next(one for one in page.findChildren(SegmentButton) if one.text() == label and one.isVisibleTo(page))


def down_the_page(page, wanted):
    """Return those words of the actions that are wanted, as they stand from top to bottom, each once."""
    QApplication.processEvents()
    panel = page.panes()[0]
    found = [one for one in panel.findChildren(Text) if one.isVisibleTo(page) and one.text() in wanted]
    return list(dict.fromkeys(one.text() for one in sorted(found, key=lambda one: one.mapTo(page, QPoint()).y())))


def test_actions_stand_by_date_and_keep_their_numbers(qtbot, opened):
    page, _ = opened(LATER, LATE, DONE)
    wanted = ["Action 3", "Action 2", "Action 1"]
    assert down_the_page(page, wanted) == wanted


def test_an_action_without_a_date_comes_last(qtbot, opened):
    page, _ = opened(Action("a0", VISIT, "Soon", position=0.5), LATE)
    assert down_the_page(page, ["Action 1", "Action 2"]) == ["Action 2", "Action 1"]


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


def test_the_schools_reply_is_kept_as_it_is_typed_with_who_and_when(qtbot, opened):
    page, kept = opened(LATE)
    press(qtbot, named(page, Button, "Record a reply to action 1"))
    box = named(page, QPlainTextEdit, "Reply to action 1")
    assert page.window().focusWidget() is box
    qtbot.keyClicks(box, "Asked again in January.")
    qtbot.keyClicks(named(page, QLineEdit, "Who replied, by role"), "Headteacher")
    assert kept.settled().actions[0].reply == "Asked again in January."
    press(qtbot, named(page, Button, "Done: Reply to action 1"))
    action = kept.settled().actions[0]
    assert (action.replied_by, action.replied_on) == ("Headteacher", "2026-01-09")
    assert {"\u201cAsked again in January.\u201d", "Headteacher, 9 Jan 2026"} <= set(words(page))
    assert page.window().focusWidget() is named(page, Button, "Change the reply to action 1")


def test_a_reply_may_have_come_on_another_day(qtbot, opened):
    page, kept = opened(replace(LATE, reply="Begun.", replied_on="2026-01-09"))
    press(qtbot, named(page, Button, "Change the reply to action 1"))
    day = named(page, QLineEdit, "Day of the reply")
    write(qtbot, day, "6 Jan")
    assert kept.settled().actions[0].replied_on == "2026-01-06"


def test_a_reply_being_typed_survives_changes_from_elsewhere(qtbot, opened):
    page, kept = opened(LATE, LATER)
    press(qtbot, named(page, Button, "Record a reply to action 2"))
    box = named(page, QPlainTextEdit, "Reply to action 2")
    qtbot.keyClicks(box, "Half")
    kept.desk.put("elsewhere", Action("a9", VISIT, "Another", due="2025-11-30", position=9.0))
    qtbot.keyClicks(box, " done")
    assert box.toPlainText() == "Half done"
    assert page.window().focusWidget() is box


def test_progress_is_noted_with_day_and_whether_it_was_seen(qtbot, opened):
    page, kept = opened(LATE)
    press(qtbot, named(page, Button, "Note progress of action 1"))
    box = named(page, QPlainTextEdit, "Progress of action 1")
    assert page.window().focusWidget() is box
    qtbot.keyClicks(box, "Two books looked at.")
    qtbot.keyClicks(named(page, QLineEdit, "Who said or saw it, by role"), "Adviser")
    press(qtbot, segment(page, "Seen"))
    qtbot.keyClick(box, Key.Key_Escape)
    (one,) = progress_of(kept.settled(), "a2")
    assert (one.text, one.by, one.on, one.seen) == ("Two books looked at.", "Adviser", "2026-01-09", True)
    assert "9 Jan 2026  \u00b7  Adviser  \u00b7  seen by a reviewer" in words(page)


def test_progress_without_words_is_taken_away_again(qtbot, opened):
    page, kept = opened(LATE)
    press(qtbot, named(page, Button, "Note progress of action 1"))
    press(qtbot, named(page, Button, "Done: Progress of action 1"))
    assert progress_of(kept.settled(), "a2") == ()
    assert page.window().focusWidget() is named(page, Button, "Note progress of action 1")


def test_progress_that_was_only_told_says_so(qtbot, opened):
    page, _ = opened(LATE, Progress("p1", VISIT, "a2", "2026-01-08", "Headteacher", "Both begun"))
    assert "8 Jan 2026  \u00b7  Headteacher  \u00b7  told, not seen" in words(page)


def test_a_first_step_is_ticked_and_has_a_day_of_its_own(qtbot, opened):
    page, kept = opened(LATE)
    press(qtbot, named(page, Button, "First step of action 1, by"))
    write(qtbot, named(page, QLineEdit, "First step of action 1, by"), "5 Dec 2025")
    assert kept.desk.record.actions[0].first_step_due == "2025-12-05"
    assert "5 weeks late" in words(page)
    press(qtbot, named(page, CheckRow, "First step: choose tasks"))
    assert kept.settled().actions[0].first_step_done
    assert "5 weeks late" not in words(page)


def test_a_day_that_is_not_understood_stays_in_its_box_and_is_there_again(qtbot, opened):
    page, kept = opened(LATE)
    press(qtbot, named(page, Button, "First step of action 1, by"))
    field = named(page, QLineEdit, "First step of action 1, by")
    write(qtbot, field, "soon")
    assert field.isVisible()
    assert field.accessibleDescription().startswith("Your words are kept")
    page.close()
    again = shown(qtbot, FollowUpPage(kept.reopened()))
    assert named(again, QLineEdit, "First step of action 1, by").text() == "soon"
    assert kept.desk.record.actions[0].first_step_due == ""


def test_an_action_is_carried_into_the_next_visit(qtbot, opened):
    page, kept = opened(LATE)
    chip = named(page, Chip, "Carry action 1 into next visit")
    press(qtbot, chip)
    assert kept.settled().actions[0].carried
    kept.desk.undo()
    qtbot.waitUntil(lambda: not is_checked(chip))


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("By date", ["Action 3", "Action 2", "Action 1"]),
        ("By owner", ["English lead", "Action 1", "Nobody named", "Action 3", "Action 2"]),
        ("By urgency", ["Action 3", "Action 2", "Action 1"]),
    ],
)
def test_actions_stand_in_an_order_of_ones_choice(qtbot, opened, order, found):
    page, _ = opened(LATER, LATE, DONE)
    segment(page, order).click()
    qtbot.waitUntil(lambda: down_the_page(page, found) == found)


def test_actions_carried_on_stand_last_under_their_own_words(qtbot, opened):
    old = Action("x:o", VISIT, "Old one", due="2025-06-01", earlier_id="o", carried=True, position=1.0)
    left = Action("x:p", VISIT, "Left behind", earlier_id="p", position=2.0)
    page, _ = opened(LATER, old, left)
    assert "Carried on from last visit" in words(page)
    assert "Last visit\u2019s action 1" in words(page)
    assert "Left behind" not in words(page)


def test_how_many_are_late_is_said(qtbot, opened):
    page, _ = opened(LATER, LATE, DONE)
    assert "3, 1 late" in words(page)


def test_an_action_agreed_since_is_written_in_its_place(qtbot, opened):
    page, kept = opened(LATE)
    press(qtbot, named(page, Button, "Add an action agreed since the visit"))
    qtbot.waitUntil(lambda: isinstance(page.window().focusWidget(), QPlainTextEdit))
    qtbot.waitUntil(page.window().focusWidget().isVisible)
    qtbot.keyClicks(page.window().focusWidget(), "Meet the parents")
    qtbot.keyClicks(named(page, QLineEdit, "Who, by role"), "Head")
    press(qtbot, named(page, Button, "Done with this action"))
    assert [one.text for one in kept.settled().actions] == ["More chances to reason", "Meet the parents"]
    assert "Meet the parents" in words(page)


def test_an_action_left_without_words_is_not_kept(qtbot, opened):
    page, kept = opened(LATE)
    press(qtbot, named(page, Button, "Add an action agreed since the visit"))
    qtbot.waitUntil(lambda: isinstance(page.window().focusWidget(), QPlainTextEdit))
    qtbot.keyClick(page.window().focusWidget(), Key.Key_Escape)
    assert [one.id for one in kept.settled().actions] == ["a2"]


def test_the_words_of_an_action_can_be_changed(qtbot, opened):
    page, kept = opened(LATE)
    press(qtbot, named(page, IconButton, "Change action 1"))
    qtbot.waitUntil(lambda: isinstance(page.window().focusWidget(), QPlainTextEdit))
    qtbot.waitUntil(page.window().focusWidget().isVisible)
    page.window().focusWidget().setPlainText("Chances to write")
    press(qtbot, named(page, Button, "Done with this action"))
    assert kept.settled().actions[0].text == "Chances to write"
    assert "Chances to write" in words(page)


def test_the_actions_are_copied_as_a_table_for_a_letter_or_a_sheet(qtbot, opened):
    page, _ = opened(replace(LATE, position=0.5), replace(LATER, owner="=SUM(1)", reply="Begun & going"))
    press(qtbot, named(page, Button, "Copy actions as a table"))
    copied = QGuiApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in copied.text().split("\n")]
    assert [len(line) for line in lines] == [10, 10, 10]
    assert lines[0][1] == "Action"
    assert lines[1][1:7] == ["More chances to reason", "This term", "", "choose tasks", "", "19 Dec 2025"]
    assert lines[2][3] == "'=SUM(1)"
    assert "<td" in copied.html()
    assert "Begun &amp; going" in copied.html()
    assert "2 actions copied" in [one.text() for one in page.findChildren(Button)]


def test_the_next_visit_is_asked_for_from_here(qtbot, opened):
    page, _ = opened(LATE)
    with qtbot.waitSignal(page.command_wanted) as wanted:
        press(qtbot, named(page, Button, "Start next visit from this"), Key.Key_Return)
    assert wanted.args == ["next-visit"]


def test_a_tick_says_the_report_was_sent_today_and_the_day_can_be_changed(qtbot, opened):
    page, kept = opened()
    press(qtbot, named(page, CheckRow, "Chair of governors"))
    assert kept.desk.record.answer("sent.chair").value == "2026-01-09"
    assert "1 of 3" in words(page)
    press(qtbot, named(page, Button, "Chair of governors, sent on"))
    write(qtbot, named(page, QLineEdit, "Chair of governors, sent on"), "4 Dec 2025")
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
    page.run(next(one.code for one in page.commands() if one.title == "Open this visit again"))
    assert not kept.settled().visit.closed
    assert named(page, Button, "Close this visit").isVisible()


def test_evidence_on_a_reply_is_linked_by_hand_turned_against_and_taken_away(qtbot, opened):
    replied = replace(LATE, reply="Two tasks a week are set.", replied_by="Headteacher")
    page, kept = opened(LATER, replied, SEEN)
    button = named(page, Button, "Evidence on the reply to action 2")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    sheet = kept_sheet(page)
    qtbot.keyClick(sheet.view, Key.Key_Space)
    sheet.close_sheet()
    QApplication.processEvents()
    assert [one.label for one in notes_bearing(kept.desk.record, reply_key("a2"))] == ["E1"]
    assert SEEN.text in words(page)
    turn = next(one for one in page.findChildren(TagButton) if "E1" in accessible_name(one))
    press(qtbot, turn)
    QApplication.processEvents()
    assert [one.against for one in bearings(kept.desk.record, reply_key("a2"))] == [True]
    press(qtbot, named(page, IconButton, "Take E1 away"))
    assert bearings(kept.desk.record, reply_key("a2")) == ()
    assert page.window().focusWidget() is button


def test_evidence_is_offered_only_on_a_reply_that_was_given(qtbot, opened):
    page, _ = opened(LATE)
    assert not [one for one in page.findChildren(Button) if "Evidence on" in accessible_name(one) and one.isVisible()]


def test_evidence_on_a_reply_comes_back_with_undo(qtbot, opened):
    _, kept = opened(replace(LATE, reply="Two tasks a week are set."), SEEN)
    Judging(kept.desk).set_stance(reply_key("a2"), SEEN, "against")
    kept.desk.undo()
    qtbot.waitUntil(lambda: bearings(kept.desk.record, reply_key("a2")) == ())
    kept.desk.redo()
    qtbot.waitUntil(lambda: [one.against for one in bearings(kept.desk.record, reply_key("a2"))] == [True])


def kept_sheet(page):
    return next(one for one in page.window().findChildren(BearingSheet) if one.isVisible())


def test_without_actions_it_leads_to_where_they_are_agreed(qtbot, opened):
    page, _ = opened()
    with qtbot.waitSignal(page.place_wanted) as wanted:
        press(qtbot, named(page, Button, "Go to the actions"), Key.Key_Return)
    assert wanted.args == ["summary:actions"]


def test_a_programme_that_asks_for_no_actions_leads_nowhere(qtbot, opened):
    page, _ = opened(programme=framework(urgencies=(), outline=()))
    assert not [one for one in page.findChildren(Button) if one.text() == "Go to the actions"]
    assert any(one.startswith("The programme asks for none.") for one in words(page))


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
    press(qtbot, named(page, Button, "Record a reply to action 1"))
    qtbot.keyClicks(named(page, QPlainTextEdit, "Reply to action 1"), "Done in part")
    page.close()
    again = shown(qtbot, FollowUpPage(kept.reopened()))
    assert "\u201cDone in part\u201d" in words(again)
    assert is_checked(named(again, CheckRow, "Headteacher"))


def test_every_control_has_a_name_and_the_page_fits_a_short_window(qtbot, opened):
    page, _ = opened(LATE, LATER, DONE, DRAFT)
    controls = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(QLineEdit),
        *page.findChildren(QPlainTextEdit),
    ]
    assert not [one for one in controls if one.isVisible() and not accessible_name(one)]
    assert [accessible_name(one) for one in page.panes()] == ["Actions", "Report, meeting and support"]
    assert page.minimumSizeHint().width() <= 1208
    assert page.minimumSizeHint().height() <= 580


def test_an_action_that_is_done_is_dated_today_and_takes_another_day(qtbot, opened):
    page, kept = opened(Action("a1", VISIT, "Do", position=1.0))
    field = next(one for one in page.findChildren(QLineEdit) if "action 1 was done" in accessible_name(one))
    assert not field.isVisibleTo(page)
    press(qtbot, segment(page, "Done"))
    record = kept.settled()
    assert done_on(record, record.actions[0]) == "2026-01-09"
    write(qtbot, field, "5 Jan")
    record = kept.settled()
    assert done_on(record, record.actions[0]) == "2026-01-05"
    press(qtbot, segment(page, "Started"))
    record = kept.settled()
    assert done_on(record, record.actions[0]) == ""
    assert not field.isVisibleTo(page)
