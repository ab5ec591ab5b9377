"""The days are planned: activities added with Enter, and each slot written in its editor."""

from PySide6.QtWidgets import QLineEdit

from ui.demo.hands import LostWayError
from ui.demo.walk import Walk
from ui.parts.fact_date import short_day
from ui.parts.plan_activities import ActivityButton
from ui.parts.slot_cards import AddLesson, PlanButton
from ui.parts.slot_editor import SlotEditor
from ui.widgets.chips import Chip, PickerChip
from ui.workspace.sample_parts import SampleSlot
from visitapp.domain.planning import clock

_PLANNED_DAYS_BEFORE = 10
_NINE = 9 * 60


def plan_days(walk: Walk) -> None:
    """Plan every day of the sample, and say when the plan was agreed."""
    walk.set_clock(1 - _PLANNED_DAYS_BEFORE, _NINE)
    walk.hands.press("Ctrl+2")
    day = 1
    for slot in walk.sample.slots:
        if slot.day != day:
            day = slot.day
            walk.show_tab(f"Day {day}")
        _plan(walk, slot)
    if walk.sample.agreed_on:
        walk.hands.focus("Plan agreed with the school on")
        walk.hands.replace(short_day(walk.sample.agreed_on))
        walk.hands.press("Tab")
    if walk.sample.slots and day > 1:
        walk.show_tab("Day 1")
    walk.mark_done("Day plan")


def _plan(walk: Walk, slot: SampleSlot) -> None:
    before = walk.ids("slot")
    if slot.part_of:
        walk.hands.point_at(_button(walk, AddLesson, walk.slot_ids[slot.part_of]))
        walk.hands.press("Return")
    else:
        activity = walk.framework.activity(slot.activity)
        walk.hands.focus(f"Add {activity.title if activity else 'a break'},", ActivityButton)
        walk.hands.press("Return")
    walk.slot_ids[slot.code] = walk.the_new("slot", before)
    if not slot.part_of:
        walk.hands.point_at(_button(walk, PlanButton, walk.slot_ids[slot.code]))
        walk.hands.press("Return")
    _write(walk, slot)
    walk.hands.press("Escape")


def _write(walk: Walk, slot: SampleSlot) -> None:
    texts = {
        "Start": clock(slot.starts),
        "End": clock(slot.ends),
        "Lesson" if slot.part_of else "Title": slot.title,
        "With": slot.people,
        "Place": slot.place,
    }
    editor = walk.page.findChild(SlotEditor)
    if editor is None:
        raise LostWayError(f"The walk stopped: the editor of {slot.code} did not open.")
    for name, text in texts.items():
        line = walk.hands.find(name, QLineEdit)
        if isinstance(line, QLineEdit) and line.text() != text:
            walk.hands.point_at(line)
            walk.hands.replace(text)
            walk.hands.press("Tab")
    for role, codes in (("years", slot.years), ("groups", slot.groups)):
        for code in codes:
            walk.hands.focus(walk.framework.label(role, code), Chip)
            walk.hands.press("Space")
    if slot.subject:
        walk.hands.focus("Subject", PickerChip)
        walk.hands.press("Space")
        walk.hands.choose(walk.framework.label("subjects", slot.subject))


def _button(walk: Walk, kind: type[PlanButton], slot_id: str) -> PlanButton:
    found = (one for one in walk.page.findChildren(kind) if one.slot_id == slot_id and one.isVisible())
    wanted = next((one for one in found if kind is AddLesson or not isinstance(one, AddLesson)), None)
    if wanted is None:
        raise LostWayError("The walk stopped: a slot just planned is not on the timeline.")
    return wanted
