"""The day plan as a reviewer uses it: by keys, with a real desk on a real database."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from plan_desk import plan_pages
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from stage_desk import VISIT, framework
from ui_support import accessible_name, count_pixels, picture, role, takes_tab

from ui.parts.plan_activities import ActivityButton
from ui.parts.slot_cards import AddLesson, LessonCard, PlanButton, SlotCard
from ui.parts.slot_editor import SlotEditor
from ui.theme.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.checks import StateRow
from ui.widgets.chips import Chip, PickerChip
from ui.widgets.fields import TimeField
from ui.widgets.segmented import SegmentButton
from ui.widgets.text import Text
from visitapp.domain.visit import Slot, Visit
from visitapp.frameworks.library import installed
from visitapp.paths import resource

Key = Qt.Key
WALK = Slot("s2", VISIT, 1, 600, 720, "walk")
LESSON = Slot("l1", VISIT, 1, 610, 630, "walk", years=("y1",), part_of="s2")
LEADERS = Slot("s1", VISIT, 1, 540, 600, "leaders", people="Headteacher", place="Office")


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    with plan_pages(qtbot, tmp_path, high=580) as open_page:
        yield open_page


def named(page, kind, words):
    """Return the control of a kind whose spoken name holds the words."""
    return next(one for one in page.findChildren(kind) if words in accessible_name(one) and one.isVisibleTo(page))


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    widget.setFocus()
    qtbot.keyClick(widget, key, modifier)


def card(page, slot_id):
    return next(
        one for one in page.findChildren(PlanButton) if one.slot_id == slot_id and not isinstance(one, AddLesson)
    )


def words(page):
    return [one.text() for one in page.findChildren(Text) if one.isVisibleTo(page)]


def test_a_day_is_planned_with_enter_alone(qtbot, opened):
    page, kept = opened()
    page.take_focus()
    for _ in range(5):
        focused = page.window().focusWidget()
        qtbot.keyClick(focused, Key.Key_Return)
        qtbot.keyClick(focused, Key.Key_Tab)
    slots = kept.settled().slots
    assert [slot.activity for slot in slots] == ["leaders", "walk", "governance", "safeguarding", "summary"]
    assert [(slot.starts, slot.ends) for slot in slots][:2] == [(540, 600), (600, 690)]
    assert slots[0].people == ""


def test_an_activity_in_the_plan_has_a_tick_and_says_when(qtbot, opened):
    page, _ = opened(LEADERS)
    leaders = named(page, ActivityButton, "Leadership discussion")
    assert "planned 09:00 to 10:00" in accessible_name(leaders)
    assert "not planned" in accessible_name(named(page, ActivityButton, "Governance"))


def test_a_break_is_put_after_what_is_planned_and_is_not_counted(qtbot, opened):
    page, kept = opened(LEADERS)
    press(qtbot, named(page, ActivityButton, "Add a break"), Key.Key_Return)
    found = kept.desk.record.slots[-1]
    assert found.is_break
    assert found.starts == 600
    assert "1 h, breaks not counted" in accessible_name(named(page, StateRow, "At least five hours"))


def test_the_usual_day_is_planned_in_one_act_and_undone_in_one(qtbot, opened):
    page, kept = opened()
    button = named(page, Button, "Plan the usual day")
    press(qtbot, button, Key.Key_Return)
    assert len(kept.desk.record.slots) == 5
    with qtbot.waitSignal(kept.desk.turned):
        kept.desk.undo()
    assert kept.desk.record.slots == ()
    assert button.isVisible()


def test_checks_follow_the_plan(qtbot, opened):
    page, kept = opened(LEADERS, WALK)
    rooms = named(page, StateRow, "Classrooms visited")
    assert "check, None planned" in accessible_name(rooms)
    press(qtbot, named(page, AddLesson, "Add a classroom visit"), Key.Key_Return)
    assert "done, 1 visit planned" in accessible_name(rooms)


def test_a_slot_says_what_when_and_who(qtbot, opened):
    page, _ = opened(LEADERS)
    assert accessible_name(card(page, "s1")) == "Leadership discussion, 09:00 to 10:00, Headteacher, Office"


def test_a_new_start_moves_a_slot_and_the_lessons_inside(qtbot, opened):
    page, kept = opened(WALK, LESSON)
    press(qtbot, card(page, "s2"), Key.Key_Return)
    start = named(page, TimeField, "Start")
    assert page.window().focusWidget() is start
    start.selectAll()
    qtbot.keyClicks(start, "1015")
    qtbot.keyClick(start, Key.Key_Return)
    walk, lesson = kept.settled().slots
    assert (walk.starts, walk.ends) == (615, 735)
    assert (lesson.starts, lesson.ends) == (625, 645)


def test_a_new_end_makes_a_slot_longer(qtbot, opened):
    page, kept = opened(LEADERS)
    page.show_place("plan:s1")
    end = named(page, TimeField, "End")
    end.selectAll()
    qtbot.keyClicks(end, "10.30")
    qtbot.keyClick(end, Key.Key_Return)
    assert kept.desk.record.slots[0].ends == 630
    assert end.value() == time(10, 30)


def test_an_end_before_the_start_is_said_and_kept(qtbot, opened):
    page, kept = opened(LEADERS)
    page.show_place("plan:s1")
    end = named(page, TimeField, "End")
    end.selectAll()
    qtbot.keyClicks(end, "8:00")
    qtbot.keyClick(end, Key.Key_Return)
    assert "It ends before it starts." in words(page)
    assert kept.desk.record.slots[0].ends == 480


@pytest.mark.parametrize(("name", "field"), [("Title", "title"), ("With", "people"), ("Place", "place")])
def test_words_of_a_slot_are_kept_as_they_are_typed(qtbot, opened, name, field):
    page, kept = opened(LEADERS)
    page.show_place("plan:s1")
    line = named(page, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Deputy headteacher")
    assert getattr(kept.settled().slots[0], field) == "Deputy headteacher"
    assert "Deputy headteacher" in accessible_name(card(page, "s1"))


@pytest.mark.parametrize(("key", "minutes"), [(Key.Key_Up, -5), (Key.Key_Down, 5)])
def test_alt_and_an_arrow_move_a_slot_by_five_minutes(qtbot, opened, key, minutes):
    page, kept = opened(LEADERS)
    press(qtbot, card(page, "s1"), key, Qt.KeyboardModifier.AltModifier)
    slot = kept.desk.record.slots[0]
    assert (slot.starts, slot.ends) == (540 + minutes, 600 + minutes)


def test_arrows_walk_through_the_day_and_tab_stops_once(qtbot, opened):
    page, _ = opened(LEADERS, WALK, LESSON)
    press(qtbot, card(page, "s1"), Key.Key_Down)
    assert page.window().focusWidget() is card(page, "s2")
    qtbot.keyClick(card(page, "s2"), Key.Key_Down)
    assert page.window().focusWidget() is card(page, "l1")
    stops = [one for one in page.findChildren(PlanButton) if takes_tab(one) and not isinstance(one, AddLesson)]
    assert stops == [card(page, "l1")]
    qtbot.keyClick(card(page, "l1"), Key.Key_Home)
    assert page.window().focusWidget() is card(page, "s1")


def test_delete_takes_a_slot_out_and_undo_brings_it_and_its_lessons_back(qtbot, opened):
    page, kept = opened(LEADERS, WALK, LESSON)
    press(qtbot, card(page, "s2"), Key.Key_Delete)
    assert [slot.id for slot in kept.desk.record.slots] == ["s1"]
    assert page.window().focusWidget() is card(page, "s1")
    with qtbot.waitSignal(kept.desk.turned):
        kept.desk.undo()
    assert {slot.id for slot in kept.desk.record.slots} == {"s1", "s2", "l1"}
    assert card(page, "l1").isVisible()


def test_the_remove_button_of_the_editor_closes_it(qtbot, opened):
    page, kept = opened(LEADERS)
    page.show_place("plan:s1")
    press(qtbot, named(page, Button, "Remove from the plan"), Key.Key_Return)
    assert kept.desk.record.slots == ()
    assert not [one for one in page.findChildren(SlotEditor) if one.isVisible()]


def test_esc_closes_the_editor_and_gives_the_focus_back(qtbot, opened):
    page, _ = opened(LEADERS)
    page.show_place("plan:s1")
    qtbot.keyClick(page.window().focusWidget(), Key.Key_Escape)
    assert page.window().focusWidget() is card(page, "s1")
    assert not [one for one in page.findChildren(SlotEditor) if one.isVisible()]


def test_a_classroom_visit_is_added_by_keys_with_years_subject_and_groups(qtbot, opened):
    page, kept = opened(WALK)
    press(qtbot, named(page, AddLesson, "Add a classroom visit to Learning walk"), Key.Key_Return)
    assert accessible_name(page.window().focusWidget()) == "Reception"
    for label in ("Year 4", "Year 5"):
        press(qtbot, named(page, Chip, label), Key.Key_Space)
    named(page, PickerChip, "Subject").picked.emit("ma")
    press(qtbot, named(page, Chip, "Pupils with SEND"), Key.Key_Space)
    lesson = kept.settled().slots[-1]
    assert (lesson.part_of, lesson.years, lesson.subject, lesson.groups) == ("s2", ("y4", "y5"), "ma", ("send",))
    assert accessible_name(card(page, lesson.id)) == "Y4/Y5 maths, 10:00 to 10:20, Pupils with SEND"


def test_a_second_press_on_a_year_takes_it_away(qtbot, opened):
    page, kept = opened(WALK, LESSON)
    page.show_place("plan:l1")
    press(qtbot, named(page, Chip, "Year 1"), Key.Key_Space)
    assert kept.desk.record.slots[-1].years == ()


def test_overlaps_are_said_plainly(qtbot, opened):
    page, _ = opened(LEADERS, replace(WALK, starts=585))
    assert "Learning walk starts at 09:45, before Leadership discussion ends at 10:00." in words(page)


def test_without_overlaps_nothing_is_said(qtbot, opened):
    page, _ = opened(LEADERS, WALK)
    assert not [one for one in words(page) if "before" in one]


def test_the_day_of_agreement_is_typed_as_people_write_days(qtbot, opened):
    page, kept = opened(LEADERS)
    press(qtbot, named(page, StateRow, "Agreed a week or more before"), Key.Key_Return)
    field = page.window().focusWidget()
    qtbot.keyClicks(field, "11 Nov")
    qtbot.keyClick(field, Key.Key_Return)
    assert kept.settled().visit.agreed_on == "2025-11-11"
    assert field.text() == "11 Nov 2025"
    assert "Agreed 9 days before" in accessible_name(named(page, StateRow, "Agreed a week or more before"))


def test_a_day_that_is_none_is_ringed_and_nothing_is_kept(qtbot, opened):
    page, kept = opened()
    field = named(page, QLineEdit, "Plan agreed with the school on")
    field.setFocus()
    qtbot.keyClicks(field, "next week")
    qtbot.keyClick(field, Key.Key_Return)
    assert field.property("wrong") is True
    assert kept.desk.record.visit.agreed_on == ""


def test_agreed_today_takes_todays_date(qtbot, opened):
    page, kept = opened()
    press(qtbot, named(page, Button, "Agreed today"), Key.Key_Return)
    assert kept.desk.record.visit.agreed_on == "2025-11-20"


def test_a_classroom_visit_offers_the_year_groups_the_school_has_and_those_planned_already(opened):
    programme = installed(resource("frameworks"), resource("vocabularies")).frameworks[0]
    page, kept = opened(WALK, replace(LESSON, years=("y5",)), programme=programme)
    kept.desk.put("An infant school", replace(kept.desk.record.school, phase="infant"))
    page._centre.open_slot(LESSON.id)
    offered = {accessible_name(one) for one in page.findChildren(Chip) if one.isVisibleTo(page)}
    assert {"Reception", "Year 1", "Year 2", "Year 5"} <= offered
    assert not {"Year 3", "Year 4", "Year 6"} & offered


def test_a_check_leads_to_what_it_is_about(qtbot, opened):
    page, _ = opened(LEADERS, WALK)
    press(qtbot, named(page, StateRow, "Classrooms visited"), Key.Key_Return)
    assert accessible_name(next(one for one in page.findChildren(SlotEditor))) == "Edit Learning walk"
    press(qtbot, named(page, StateRow, "Governor at the summary"), Key.Key_Return)
    assert "Summary discussion" in accessible_name(page.window().focusWidget())


def test_starting_the_visit_leads_to_capture(qtbot, opened):
    page, _ = opened(LEADERS)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        press(qtbot, named(page, Button, "Start the visit"), Key.Key_Return)
    assert wanted.args == ["capture"]


def test_a_visit_of_several_days_has_a_day_switch(qtbot, opened):
    visit = Visit(VISIT, "school-1", "framework-1", "Review", "2025-12-01", "2025-12-03")
    page, kept = opened(LEADERS, replace(WALK, day=2), programme=framework(days=3), visit=visit)
    days = [one for one in page.findChildren(SegmentButton) if one.isVisible()]
    assert [one.text() for one in days] == ["Day 1", "Day 2", "Day 3"]
    assert "Monday 1 December" in words(page)
    press(qtbot, days[1], Key.Key_Space)
    assert "Tuesday 2 December" in words(page)
    assert card(page, "s2").isVisible()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(ActivityButton)))
    press(qtbot, named(page, ActivityButton, "Governance"), Key.Key_Return)
    assert kept.desk.record.slots[-1].day == 2


def test_a_visit_of_one_day_has_no_day_switch(qtbot, opened):
    page, _ = opened(LEADERS)
    assert not page.findChildren(SegmentButton)


def test_a_plan_works_under_a_programme_that_asks_for_nothing(qtbot, opened):
    programme = framework(activities=(), plan_rules=(), vocabularies={})
    page, kept = opened(programme=programme)
    press(qtbot, named(page, ActivityButton, "Add a break"), Key.Key_Return)
    assert kept.desk.record.slots[0].is_break
    assert "This programme has no rules for the plan." in words(page)


def test_the_stage_is_marked_as_done_and_opened_again(qtbot, opened):
    page, kept = opened(LEADERS)
    command = page.commands()[-1]
    assert command.title == "Mark Day plan as done"
    page.run(command.code)
    assert kept.settled().answer("stage.plan").value is True
    assert page.commands()[-1].title == "Mark Day plan as not done"


def test_focus_and_caret_survive_changes_from_elsewhere(qtbot, opened):
    page, kept = opened(LEADERS)
    page.show_place("plan:s1")
    line = named(page, QLineEdit, "Place")
    line.setFocus()
    line.setCursorPosition(3)
    kept.desk.put("elsewhere", WALK)
    assert page.window().focusWidget() is line
    assert line.cursorPosition() == 3


def test_the_plan_is_there_after_opening_again(qtbot, opened):
    page, kept = opened()
    page.run("plan.usual")
    page.close()
    assert len(kept.reopened().record.slots) == 5


def test_every_control_has_a_name_and_slots_are_buttons(qtbot, opened):
    page, _ = opened(LEADERS, WALK, LESSON)
    page.show_place("plan:l1")
    controls = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    assert not [one for one in controls if one.isVisible() and not accessible_name(one)]
    for kind in (SlotCard, LessonCard, AddLesson):
        assert role(page.findChildren(kind)[0]) == QAccessible.Role.Button
    assert [accessible_name(one) for one in page.panes()] == ["Activities", "Day", "Checks"]


def test_the_page_fits_a_short_window(qtbot, opened):
    page, _ = opened(LEADERS, WALK, LESSON)
    least = page.minimumSizeHint()
    assert least.width() <= 1208
    assert least.height() <= 580
    assert named(page, Button, "Start the visit").visibleRegion().boundingRect().height() >= 32


def test_lessons_lie_inside_their_activity(qtbot, opened):
    page, _ = opened(LEADERS, WALK, LESSON)
    outer, inner = card(page, "s2").geometry(), card(page, "l1").geometry()
    assert outer.contains(inner)
    assert outer.top() >= card(page, "s1").geometry().bottom()


def test_on_the_day_of_the_visit_the_clock_is_in_the_picture(qtbot, opened):
    accent = theme().palette.accent
    page, _ = opened(LEADERS, WALK, now=datetime(2025, 11, 20, 9, 30, tzinfo=UTC))
    today = count_pixels(picture(page), accent)
    page.desk.put("another day", replace(page.desk.record.visit, starts_on="2025-11-27", ends_on="2025-11-27"))
    page.show_day(1)
    assert today > count_pixels(picture(page), accent)
