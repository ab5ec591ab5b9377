"""Where in a plan of several days a slot stands, also one that is not planned any more."""

from ui.pages.stage_page import Part
from visitapp.domain.plan_days import day_title, plan_days
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot


def slot_at(record: VisitRecord, place: str) -> Slot | None:
    """Return the slot of a place, `plan:<slot id>`, deleted ones too; None for another place."""
    found = record.shelves.get("slot", {}).get(place.partition(":")[2])
    return found if isinstance(found, Slot) else None


def part_at(record: VisitRecord, place: str, shown: int) -> Part:
    """Return the day of a slot as a part of the plan, in sight when it is the day shown; no part of a single day."""
    slot = slot_at(record, place)
    if slot is None or (slot.day == shown and len(plan_days(record)) == 1):
        return Part()
    return Part(day_title(record, slot.day), slot.day == shown)
