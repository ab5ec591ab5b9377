"""The plan of the day, and what it says about now."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.evidence import Context
from visitapp.domain.framework import Activity
from visitapp.domain.ids import new_id
from visitapp.domain.plan_copied import copied_plan
from visitapp.domain.planning import current_slot
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

_FIRST_MINUTE = 9 * 60
_LESSON_MINUTES = 20
LEAST_MINUTES = 5
"""How short a slot can be made."""


class DayPlan:
    """The slots of the open visit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add_activity(self, activity: Activity, day: int = 0, starts: int | None = None) -> Slot:
        """Plan an activity for its shortest time: on its first day unless said, after all else unless said.

        Who will be there is for a person to say: nobody is in the plan until named.
        """
        on_day = day or activity.days[0]
        begin = self.end_of(on_day) if starts is None else starts
        slot = Slot(new_id(), self._desk.visit_id, on_day, begin, begin + activity.minutes[0], activity.code)
        self._desk.put(self._tr("{title} planned").format(title=activity.short), slot)
        return slot

    def add_required(self) -> tuple[Slot, ...]:
        """Plan every required activity that is not planned yet, one after the other on its days, as one act."""
        planned = {slot.activity for slot in self._desk.record.slots}
        ends: dict[int, int] = {}
        slots: list[Slot] = []
        for one in self._desk.record.framework.activities:
            for day in one.days if one.required and one.code not in planned else ():
                begin = ends.get(day, self.end_of(day))
                ends[day] = begin + one.minutes[0]
                slots.append(Slot(new_id(), self._desk.visit_id, day, begin, ends[day], one.code))
        self._desk.put(self._tr("Usual day planned"), *slots)
        return tuple(slots)

    def copy(self, earlier: VisitRecord) -> tuple[Slot, ...]:
        """Plan what an earlier visit had and this one has not, on the same days, as one act.

        Roles are kept; where somebody is named there stands whom the programme suggests.
        """
        from ui.workspace.veil import veil_of

        veil = veil_of(self._desk)
        slots = copied_plan(earlier, self._desk.record, lambda text: any(veil.names_in(text)))
        if slots:
            self._desk.put(self._tr("Plan copied from last year"), *slots)
        return slots

    def add_break(self, day: int, starts: int | None = None, minutes: int = 30) -> Slot:
        """Plan a break, which does not count as time on the visit."""
        begin = self.end_of(day) if starts is None else starts
        slot = Slot(new_id(), self._desk.visit_id, day, begin, begin + minutes, title=self._tr("Lunch"))
        self._desk.put(self._tr("Break planned"), slot)
        return slot

    def add_lesson(self, home: Slot) -> Slot:
        """Plan a classroom visit inside an activity, after the last one there."""
        lessons = [slot for slot in self._desk.record.slots if slot.part_of == home.id]
        begin = lessons[-1].ends if lessons else home.starts
        slot = Slot(new_id(), home.visit_id, home.day, begin, begin + _LESSON_MINUTES, home.activity, part_of=home.id)
        self._desk.put(self._tr("Classroom visit planned"), slot)
        return slot

    def change(self, slot: Slot, **fields: object) -> None:
        """Change any field of a slot; when an activity moves, the lessons inside move with it."""
        moved = replace(slot, **fields)  # type: ignore[arg-type]
        shift = moved.starts - slot.starts
        inside = [one for one in self._desk.record.slots if one.part_of == slot.id]
        if not shift and moved.day == slot.day:
            inside = []
        lessons = [replace(one, day=moved.day, starts=one.starts + shift, ends=one.ends + shift) for one in inside]
        self._desk.put(self._tr("Plan changed"), moved, *lessons)

    def stretch(self, slot: Slot, ends: int) -> None:
        """Let a slot end at another minute, at least five after it starts, and no earlier than a lesson inside it."""
        inside = [one.ends for one in self._desk.record.slots if one.part_of == slot.id]
        wanted = max(ends, slot.starts + LEAST_MINUTES, *inside)
        if wanted != slot.ends:
            self.change(slot, ends=wanted)

    def remove(self, slot: Slot) -> None:
        """Take a slot and the lessons inside it out of the plan; undo brings them back."""
        inside = [one for one in self._desk.record.slots if one.part_of == slot.id]
        self._desk.remove(self._tr("Taken out of the plan"), slot, *inside)

    def end_of(self, day: int) -> int:
        """Return the minute at which a day's plan ends, nine o'clock for an empty day."""
        return max((slot.ends for slot in self._desk.record.slots if slot.day == day), default=_FIRST_MINUTE)

    def now(self) -> Slot | None:
        """Return the slot running at this moment of the visit, or None on other days and between slots."""
        local = self._desk.now().astimezone()
        start = self._desk.record.visit.starts_on
        if not start:
            return None
        day = (local.date() - date.fromisoformat(start)).days + 1
        return current_slot(self._desk.record.slots, day, local.hour * 60 + local.minute)

    def context_of(self, slot: Slot) -> Context:
        """Return the capture context a slot sets: source and strand of its activity, its own year and subject."""
        activity = self._desk.record.framework.activity(slot.activity)
        return Context(
            source=activity.source if activity else "",
            years=slot.years,
            subject=slot.subject,
            strand=activity.strand if activity else "",
            activity=slot.activity,
            slot_id=slot.id,
        )

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("DayPlan", text)
