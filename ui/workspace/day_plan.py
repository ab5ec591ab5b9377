"""The plan of the day, and what it says about now."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.evidence import Context
from visitapp.domain.forms import short_date
from visitapp.domain.framework import Activity
from visitapp.domain.ids import new_id
from visitapp.domain.plan_copied import copied_plan
from visitapp.domain.plan_days import day_for
from visitapp.domain.plan_inside import lengthened, moved_in, room_in
from visitapp.domain.plan_order import lessons_in, placed, put_at
from visitapp.domain.plan_pairs import is_for, member_for, team_of, team_words
from visitapp.domain.plan_usual import end_of_day, gap_for_break, usual_slots
from visitapp.domain.planning import current_slot, overlapping
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

LESSON_MINUTES = 20
"""How long a classroom visit is at first."""
LEAST_MINUTES = 5
"""How short a slot can be made."""


class DayPlan:
    """The slots of the open visit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add_activity(self, activity: Activity, day: int = 0, starts: int | None = None) -> Slot:
        """Plan an activity for its shortest time: on its own day unless said, after all else unless said.

        Who will be there is for a person to say: nobody is in the plan until named.
        """
        on_day = day or day_for(self._desk.record, activity.days[0])
        begin = self.end_of(on_day) if starts is None else starts
        slot = Slot(new_id(), self._desk.visit_id, on_day, begin, begin + activity.minutes[0], activity.code)
        self._desk.put(self._tr("{title} planned").format(title=activity.short), slot)
        return slot

    def add_required(self) -> tuple[Slot, ...]:
        """Plan what the usual day has and this plan has not, as one act, never at a weekend."""
        slots = usual_slots(self._desk.record)
        self._desk.put(self._tr("Usual day planned"), *slots)
        return slots

    def copy(self, earlier: VisitRecord) -> tuple[Slot, ...]:
        """Plan what an earlier visit had and this one has not, on the same days, as one act.

        Roles are kept; where somebody is named there stands whom the programme suggests.
        """
        from ui.workspace.veil import veil_of

        veil = veil_of(self._desk)
        slots = copied_plan(earlier, self._desk.record, lambda text: any(veil.names_in(text)))
        if slots:
            self._desk.put(self._tr("Plan copied"), *slots)
        return slots

    def why_not_copied(self, earlier: VisitRecord | None) -> str:
        """Return in words why nothing of an earlier visit's plan can be copied, empty where something can."""
        if earlier is None:
            return self._tr("Nothing to copy: no earlier visit of this programme has a plan in this vault.")
        if not copied_plan(earlier, self._desk.record, _no_names):
            words = self._tr("Nothing to copy: all of the plan of {day} is in this one.")
            return words.format(day=short_date(earlier.visit.starts_on))
        return ""

    def clashing(self, slots: tuple[Slot, ...]) -> tuple[tuple[Slot, Slot], ...]:
        """Return the pairs of slots that overlap of which one, at least, is among these."""
        ids, pairs = {one.id for one in slots}, overlapping(self._desk.record.slots)
        return tuple((first, second) for first, second in pairs if first.id in ids or second.id in ids)

    def add_break(self, day: int, starts: int | None = None, minutes: int = 30) -> Slot:
        """Plan a break, which does not count as time on the visit: in the gap nearest to noon, else at the end."""
        begin = starts
        if begin is None:
            begin = gap_for_break(self._desk.record.slots, day, minutes)
        begin = self.end_of(day) if begin is None else begin
        slot = Slot(new_id(), self._desk.visit_id, day, begin, begin + minutes, title=self._tr("Lunch"))
        self._desk.put(self._tr("Break planned"), slot)
        return slot

    def add_lesson(self, home: Slot) -> Slot:
        """Plan a classroom visit inside an activity: after the last one while there is room, else in a gap.

        Where there is no room it stands after the last one, outside.
        """
        slots = self._desk.record.slots
        begin = room_in(slots, home, LESSON_MINUTES)
        if begin is None:
            begin = max([home.starts, *(one.ends for one in lessons_in(slots, home))])
        slot = Slot(new_id(), home.visit_id, home.day, begin, begin + LESSON_MINUTES, home.activity, part_of=home.id)
        self._desk.put(self._tr("Classroom visit planned"), slot)
        return slot

    def lengthen(self, home: Slot) -> None:
        """Let an activity begin and end so that all its classroom visits are inside."""
        self._desk.put(self._tr("Plan changed"), *lengthened(self._desk.record.slots, home))

    def move_in(self, home: Slot) -> None:
        """Move the classroom visits outside an activity into its gaps, where there is room for all."""
        self._desk.put(self._tr("Classroom visits moved"), *moved_in(self._desk.record.slots, home))

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

    def place(self, lesson: Slot, home: Slot, place: int) -> None:
        """Give a classroom visit a place, from 0, among those of an activity; the others make room, as one act."""
        self._desk.put(self._tr("Classroom visit moved"), *placed(self._desk.record.slots, lesson, home, place))

    def put_at(self, lesson: Slot, home: Slot, starts: int) -> None:
        """Let a classroom visit start at a minute inside an activity."""
        self._desk.put(self._tr("Classroom visit moved"), *put_at(self._desk.record.slots, lesson, home, starts))

    def homes(self) -> tuple[Slot, ...]:
        """Return the activities of the plan that take classroom visits, by day and clock."""
        found = ((slot, self._desk.record.framework.activity(slot.activity)) for slot in self._desk.record.slots)
        return tuple(slot for slot, activity in found if activity and activity.lessons and not slot.part_of)

    def remove(self, slot: Slot) -> None:
        """Take a slot and the lessons inside it out of the plan; undo brings them back."""
        inside = [one for one in self._desk.record.slots if one.part_of == slot.id]
        self._desk.remove(self._tr("Taken out of the plan"), slot, *inside)

    def end_of(self, day: int) -> int:
        """Return the minute at which a day's plan ends, nine o'clock for an empty day."""
        return end_of_day(self._desk.record.slots, day)

    def now(self) -> Slot | None:
        """Return the slot running at this moment of the visit, or None on other days and between slots."""
        local = self._desk.now().astimezone()
        start = self._desk.record.visit.starts_on
        if not start:
            return None
        day = (local.date() - date.fromisoformat(start)).days + 1
        return current_slot(self._desk.record.slots, day, local.hour * 60 + local.minute, self.mine())

    def mine(self) -> str:
        """Return the id of the member of the team who works at this device, empty when they are none of it."""
        record = self._desk.record
        if not any(slot.team for slot in record.slots):
            return ""
        return member_for(record, self._desk.person() if self._desk.person else record.reviewer)

    def whose(self, slot: Slot) -> str:
        """Return whose a slot is, by names, when it is not for whoever works at this device; else empty."""
        slots = self._desk.record.slots
        if is_for(slots, slot, self.mine()):
            return ""
        names = team_words(self._desk.record, replace(slot, team=team_of(slots, slot)))
        return self._tr("For {names}").format(names=names or self._tr("others of the team"))

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


def _no_names(_text: str) -> bool:
    return False
