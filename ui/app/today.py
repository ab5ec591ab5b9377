"""The strip of today on the home page, read from the plan of today's visit."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ui.pages.home.page import HomePage
from ui.widgets.day_bar import DayPart
from ui.workspace.listing import VisitSummary
from visitapp.domain.planning import clock, current_slot, length, lessons_of, minutes_on_site, next_slot
from visitapp.domain.subject_words import inside_a_line

if TYPE_CHECKING:
    from ui.workspace.workspace import Workspace
    from visitapp.domain.record import VisitRecord
    from visitapp.domain.visit import Slot


def show_today(home: HomePage, workspace: "Workspace", summaries: Sequence[VisitSummary]) -> None:
    """Show the day of the visit that is today, if there is one with a plan."""
    local = workspace.now().astimezone()
    today = local.date().isoformat()
    found = next((one for one in summaries if one.starts_on <= today <= (one.ends_on or one.starts_on)), None)
    if found is None:
        return
    record = workspace.visits.load(found.id)
    day = (date.fromisoformat(today) - date.fromisoformat(found.starts_on)).days + 1
    minute = local.hour * 60 + local.minute
    slots = [slot for slot in record.slots if slot.day == day and not slot.part_of]
    now = current_slot(record.slots, day, minute)
    after = next_slot(record.slots, now) if now else None
    planned = length(minutes_on_site(record.slots, day))
    home.show_today(
        [_part(record, slot, minute) for slot in slots],
        minute if slots and slots[0].starts <= minute <= slots[-1].ends else None,
        _place(record, now),
        f"{_words(record, after)}, {clock(after.starts)}" if after else "",
        planned if slots else "",
    )


def _part(record: "VisitRecord", slot: "Slot", minute: int) -> DayPart:
    state = "done" if slot.ends <= minute else ("now" if slot.starts <= minute else "todo")
    activity = record.framework.activity(slot.activity)
    short = activity.short if activity else slot.title
    return DayPart(slot.starts, slot.ends, short, short, "break" if slot.is_break and state != "now" else state)


def _place(record: "VisitRecord", now: "Slot | None") -> str:
    if now is None or not now.part_of:
        return ""
    lessons = lessons_of(record, now.activity)
    return f"visit {lessons.index(now) + 1} of {len(lessons)}" if now in lessons else ""


def _words(record: "VisitRecord", slot: "Slot") -> str:
    if slot.part_of:
        years = ", ".join(record.framework.label("years", year) for year in slot.years)
        return f"{years} {inside_a_line(record.framework.label('subjects', slot.subject))}".strip()
    activity = record.framework.activity(slot.activity)
    return activity.short if activity else slot.title
