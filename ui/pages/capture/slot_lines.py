"""A slot of the day as the left pane of capture says it."""

from PySide6.QtCore import QCoreApplication

from ui.parts.composer_clock import Moment
from ui.parts.slot_words import slot_title
from visitapp.domain.planning import clock
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

_HOUR = 60


def full_title(record: VisitRecord, slot: Slot) -> str:
    """Return what a slot is called in full: a lesson by years and subject, all else by its title."""
    label = record.framework.label
    years = " / ".join(label("years", code) for code in slot.years)
    subject = label("subjects", slot.subject) if slot.subject else ""
    lesson = " ".join(part for part in (years, subject) if part)
    return lesson if slot.part_of and lesson and not slot.title else slot_title(record, slot)


def place_line(slot: Slot) -> str:
    """Return where and with whom, on one line."""
    return "  ·  ".join(part for part in (slot.place, slot.people) if part)


def hours(slot: Slot) -> str:
    """Return when a slot starts and ends."""
    return f"{clock(slot.starts)} – {clock(slot.ends)}"


def time_left(slot: Slot, moment: Moment | None) -> str:
    """Return how long a slot has still to run or is over, or nothing on another day."""
    if moment is None or moment.day != slot.day:
        return ""
    left, until = moment.minutes_left(slot), moment.minutes_until(slot)
    if until > 0:
        return _tr("in {minutes} min").format(minutes=until) if until < _HOUR else _tr("later")
    if left > 0:
        return _tr("{minutes} min left").format(minutes=left)
    if left == 0:
        return _tr("time is up")
    return _tr("{minutes} min over").format(minutes=-left) if -left < _HOUR else _tr("over")


def share_run(slot: Slot, moment: Moment | None) -> float:
    """Return how much of a slot has gone by, 0 to 1."""
    if moment is None or not slot.minutes:
        return 0.0
    return max(0.0, min(1.0, 1 - moment.minutes_left(slot) / slot.minutes))


def place_in_walk(record: VisitRecord, slot: Slot) -> tuple[int, int]:
    """Return which lesson of its activity a slot is and of how many, or which activity of its day."""
    alike = [one for one in record.slots if one.part_of == slot.part_of and one.day == slot.day and not one.is_break]
    return next((number for number, one in enumerate(alike, 1) if one.id == slot.id), 0), len(alike)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SlotLines", text)
