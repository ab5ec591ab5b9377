"""Preparation as a reviewer uses it: ticking, noting, filling in, judging last year's actions."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from stage_desk import VISIT, framework, vault
from ui_support import accessible_name, is_checked, role, shown

from ui.pages.prepare import PreparePage
from ui.parts.check_list import CheckItem
from ui.widgets.buttons import Button, IconButton
from ui.widgets.checks import CheckRow
from ui.widgets.chips import Chip, PickerChip
from ui.widgets.segmented import SegmentButton
from ui.widgets.text import Text
from visitapp.domain.finding import Action
from visitapp.domain.framework import Enquiry, Field, Option
from visitapp.domain.record import VisitRecord
from visitapp.domain.taking_over import taken_over
from visitapp.domain.visit import Visit

Key = Qt.Key
BEGUN = Visit(VISIT, "school-1", "framework-1", "Partner visit", "2025-11-20", "2025-11-20")
LAST = VisitRecord(
    framework(),
    "last",
    {
        "visit": {"last": Visit("last", "school-1", starts_on="2024-11-13")},
        "action": {
            "a1": Action("a1", "last", "Track reading fluency", position=1.0, reply="Half-termly since April"),
            "a2": Action("a2", "last", "Use models in mathematics", position=2.0),
            "a3": Action("a3", "last", " ", position=3.0),
        },
    },
)


COME_BACK = taken_over(LAST, VISIT)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the page of a visit; `last` is the visit it follows."""
    with ExitStack() as stack:

        def open_page(*before, programme=None, last=None, visit=BEGUN):
            begun = replace(visit, follows_id="last" if last else "")
            kept = stack.enter_context(vault(tmp_path, programme, visit=begun, before=before))
            page = PreparePage(kept.desk, {"last": last}.get)
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


def test_a_tick_is_an_answer_and_moves_the_progress(qtbot, opened):
    page, kept = opened()
    assert "0 of 5" in words(page)
    press(qtbot, named(page, CheckRow, "Last inspection report"))
    assert kept.settled().answer("check.inspection").value is True
    assert "1 of 5" in words(page)


def test_a_tick_taken_away_is_an_answer_too(qtbot, opened):
    page, kept = opened()
    box = named(page, CheckRow, "Self-evaluation")
    press(qtbot, box)
    press(qtbot, box)
    assert kept.settled().answer("check.sef").value is False


def test_a_note_is_written_behind_the_pen_and_stands_under_its_item(qtbot, opened):
    page, kept = opened()
    press(qtbot, named(page, IconButton, "Note on Last inspection report"))
    line = page.window().focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "3 points noted")
    qtbot.keyClick(line, Key.Key_Return)
    assert kept.settled().answer("check.inspection").note == "3 points noted"
    assert "3 points noted" in words(page)
    assert not line.isVisible()


def test_the_page_begins_at_what_is_not_read_yet(qtbot, opened):
    page, _ = opened()
    press(qtbot, named(page, CheckRow, "Last inspection report"))
    page.take_focus()
    assert accessible_name(page.window().focusWidget()) == "Earlier visit reports"


def test_help_is_told_to_a_screen_reader(qtbot, opened):
    page, _ = opened()
    assert named(page, CheckRow, "Last inspection report").accessibleDescription() == "What was to improve?"


@pytest.mark.parametrize(("label", "code", "typed"), [("On roll", "roll", "411"), ("Attendance, %", "att", "94.6")])
def test_facts_of_the_school_are_kept_as_they_are_typed(qtbot, opened, label, code, typed):
    page, kept = opened()
    qtbot.keyClicks(named(page, QLineEdit, label), typed)
    assert kept.settled().answer(f"fact.{code}").value == typed


def test_one_is_led_to_a_fact_by_its_code(opened):
    page, _ = opened()
    page.show_place("fact.att")
    assert accessible_name(page.window().focusWidget()).startswith("Attendance")


def test_a_fact_with_a_first_value_shows_it_and_can_be_emptied(qtbot, opened):
    page, kept = opened()
    field = named(page, QLineEdit, "Phase")
    assert field.text() == "primary"
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    assert kept.settled().answer("fact.phase").value == ""
    kept.desk.put("elsewhere", replace(kept.desk.record.visit, context="full"))
    assert field.text() == ""


def test_a_fact_that_is_a_day_is_kept_as_a_day(qtbot, opened):
    page, kept = opened()
    field = named(page, QLineEdit, "Last inspection")
    field.setFocus()
    qtbot.keyClicks(field, "21 Jan 2025")
    qtbot.keyClick(field, Key.Key_Return)
    assert kept.settled().answer("fact.inspected").value == "2025-01-21"


def test_a_fact_with_choices_is_chosen_from_a_list(qtbot, opened):
    fact = Field("grade", "Grade", "choice", (Option("a", "First"), Option("b", "Second")))
    page, kept = opened(programme=framework(school_facts=(fact,)))
    chip = named(page, PickerChip, "Grade")
    chip.menu().actions()[1].trigger()
    assert kept.settled().answer("fact.grade").value == "b"
    assert accessible_name(chip) == "Grade: Second"


def test_facts_and_ticks_are_there_after_opening_again(qtbot, opened):
    page, kept = opened()
    press(qtbot, named(page, CheckRow, "Improvement plan"))
    qtbot.keyClicks(named(page, QLineEdit, "On roll"), "411")
    page.close()
    again = shown(qtbot, PreparePage(kept.reopened(), {}.get))
    assert is_checked(named(again, CheckRow, "Improvement plan"))
    assert named(again, QLineEdit, "On roll").text() == "411"


def test_the_kind_of_visit_is_chosen(qtbot, opened):
    page, kept = opened()
    press(qtbot, next(one for one in page.findChildren(SegmentButton) if one.text() == "Follow-up visit"))
    assert kept.settled().visit.context == "follow"


def test_many_kinds_of_visit_become_a_list(qtbot, opened):
    kinds = tuple(Option(str(number), f"A longer kind of visit, number {number}") for number in range(6))
    page, kept = opened(programme=framework(contexts=kinds))
    named(page, PickerChip, "Kind of visit").menu().actions()[2].trigger()
    assert kept.settled().visit.context == "2"


def test_last_years_actions_are_taken_over_with_one_button(qtbot, opened):
    page, kept = opened(last=LAST)
    assert "Visit of 13 Nov 2024" in words(page)
    button = named(page, Button, "Take over 2 actions")
    press(qtbot, button)
    assert [one.earlier_id for one in kept.settled().earlier_actions] == ["a1", "a2"]
    came = {"Track reading fluency", "School: Half-termly since April", "Use models in mathematics"}
    qtbot.waitUntil(lambda: came <= set(words(page)))
    assert not button.isVisible()
    assert isinstance(page.window().focusWidget(), SegmentButton)
    kept.desk.undo()
    qtbot.waitUntil(button.isVisible)
    kept.desk.redo()
    qtbot.waitUntil(lambda: not button.isVisible())


def test_last_years_actions_are_judged_in_the_programmes_words_and_explained(qtbot, opened):
    page, kept = opened(*COME_BACK, last=LAST)
    verdicts = [one for one in page.findChildren(SegmentButton) if one.text() == "Partly met"]
    assert len(verdicts) == 2
    press(qtbot, verdicts[0])
    box = named(page, QPlainTextEdit, "What was seen, and where: action 1")
    box.setFocus()
    qtbot.keyClicks(box, "Checked, but nothing changes.")
    (first, second) = kept.settled().earlier_actions
    assert (first.verdict, first.verdict_note, second.verdict) == ("partly", "Checked, but nothing changes.", "")
    assert is_checked(verdicts[0])
    assert role(verdicts[0]) == QAccessible.Role.RadioButton


def test_a_verdict_can_be_taken_back_and_is_undone_with_the_rest(qtbot, opened):
    page, kept = opened(*COME_BACK, last=LAST)
    met = next(one for one in page.findChildren(SegmentButton) if one.text() == "Met")
    press(qtbot, met)
    press(qtbot, met)
    assert kept.settled().earlier_actions[0].verdict == ""
    kept.desk.undo()
    qtbot.waitUntil(lambda: is_checked(met))


def test_an_action_not_yet_met_is_carried_on(qtbot, opened):
    page, kept = opened(*COME_BACK, last=LAST)
    press(qtbot, named(page, Chip, "Carry on action 2"))
    assert [one.carried for one in kept.settled().earlier_actions] == [False, True]


def test_what_was_judged_is_there_without_the_earlier_visit(qtbot, opened):
    page, _ = opened(*COME_BACK)
    assert "Track reading fluency" in words(page)
    assert not [one for one in words(page) if one.startswith("This visit follows no earlier one.")]


def test_without_an_earlier_visit_it_says_what_would_stand_there(qtbot, opened):
    page, _ = opened()
    assert [one for one in words(page) if one.startswith("This visit follows no earlier one.")]


def test_the_question_is_the_visits_own_and_agreed_with_the_school(qtbot, opened):
    page, kept = opened()
    box = named(page, QPlainTextEdit, "Focus of enquiry")
    box.setFocus()
    qtbot.keyClicks(box, "How well do pupils read?")
    press(qtbot, named(page, CheckRow, "Agreed with the school"))
    assert kept.settled().visit.enquiry == "How well do pupils read?"
    assert kept.desk.record.answer("enquiry.school").value is True
    assert "How well do pupils with SEND learn in mathematics?" in words(page)


def test_a_hunch_is_written_in_its_place(qtbot, opened):
    page, kept = opened()
    press(qtbot, named(page, IconButton, "Add a hunch"))
    qtbot.keyClicks(named(page, QPlainTextEdit, "Hunch"), "Errors are seen.")
    assert [one.text for one in kept.settled().living("hunch")] == ["Errors are seen."]


def test_planning_the_day_is_the_way_on(qtbot, opened):
    page, _ = opened()
    with qtbot.waitSignal(page.place_wanted) as wanted:
        press(qtbot, named(page, Button, "Plan the day"), Key.Key_Return)
    assert wanted.args == ["plan"]


def test_undo_is_seen_at_once(qtbot, opened):
    page, kept = opened()
    box = named(page, CheckRow, "Self-evaluation")
    press(qtbot, box)
    with qtbot.waitSignal(kept.desk.turned):
        kept.desk.undo()
    assert not is_checked(box)


def test_a_programme_that_asks_for_nothing_still_has_a_page(qtbot, opened):
    bare = framework(preparation=(), school_facts=(), contexts=(), enquiry=Enquiry("", ""))
    page, _ = opened(programme=bare)
    assert "This programme asks for nothing to be read." in words(page)
    page.take_focus()


def test_the_stage_is_marked_as_done(qtbot, opened):
    page, kept = opened()
    page.run(page.commands()[0].code)
    assert kept.settled().answer("stage.prepare").value is True


def test_every_control_has_a_name_and_panes_are_named(qtbot, opened):
    page, _ = opened(last=LAST)
    controls = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(QLineEdit),
        *page.findChildren(QPlainTextEdit),
    ]
    assert not [one for one in controls if one.isVisible() and not accessible_name(one)]
    assert [accessible_name(one) for one in page.panes()] == ["To read", "School", "Focus and hunches"]
    assert role(named(page, CheckRow, "Self-evaluation")) == QAccessible.Role.CheckBox


def test_the_page_fits_a_short_window_and_fields_stand_in_columns(qtbot, opened):
    page, _ = opened(last=LAST)
    least = page.minimumSizeHint()
    assert least.width() <= 1208
    assert least.height() <= 580
    tops = [named(page, QLineEdit, label).mapTo(page, QLineEdit().pos()).y() for label in ("On roll", "SEND support")]
    assert tops[0] == tops[1]
    assert len(page.findChildren(CheckItem)) == 5
