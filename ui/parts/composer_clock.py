"""Where the clock is in the plan of the day, and which context that asks for."""

from datetime import date

from ui.workspace.day_plan import DayPlan
from ui.workspace.desk import Desk
from visitapp.domain.evidence import Context
from visitapp.domain.plan_pairs import is_for
from visitapp.domain.planning import Moment
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot


def moment_of(desk: Desk) -> Moment | None:
    """Return the moment it is in the visit, or None while it has no date."""
    start = desk.record.visit.starts_on
    if not start:
        return None
    local = desk.now().astimezone()
    return Moment((local.date() - date.fromisoformat(start)).days + 1, local.hour * 60 + local.minute)


def is_visit_day(desk: Desk) -> bool:
    """Tell whether today is a day of the visit."""
    visit = desk.record.visit
    today = desk.now().astimezone().date().isoformat()
    return bool(visit.starts_on) and visit.starts_on <= today <= (visit.ends_on or visit.starts_on)


def steps(record: VisitRecord) -> tuple[Slot, ...]:
    """Return activities and lessons in the order they are walked, without breaks."""
    return tuple(slot for slot in record.slots if not slot.is_break)


def step_from(record: VisitRecord, slot_id: str, by: int, moment: Moment | None, member_id: str = "") -> Slot | None:
    """Return the slot `by` steps on from another, of those for a member of the team; from none, the next or the last
    one by the clock."""
    slots = record.slots
    walk = [one for one in steps(record) if one.id == slot_id or is_for(slots, one, member_id) or not member_id]
    place = next((number for number, slot in enumerate(walk) if slot.id == slot_id), None)
    if place is None:
        begun = sum(1 for slot in walk if moment is not None and moment.minutes_until(slot) <= 0)
        place = begun - 1 if by > 0 else begun
    return walk[place + by] if 0 <= place + by < len(walk) else None


class ContextClock:
    """Moves the context along with the day, only ever into a slot that has just begun."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._plan = DayPlan(desk)
        self._seen = ""

    def opening(self, held: Context) -> Context:
        """Return the context to begin with: what was held, unless its time is over or there was none."""
        now = self._plan.now()
        if now is None:
            return held
        self._seen = now.id
        return self._plan.context_of(now) if now.id != held.slot_id and self._is_over(held) else held

    def moved_on(self, held: Context) -> Context:
        """Return the context of the slot the clock has moved into since last asked, else what is held."""
        now = self._plan.now()
        if now is None or now.id == self._seen:
            return held
        self._seen = now.id
        return held if now.id == held.slot_id else self._plan.context_of(now)

    def _is_over(self, held: Context) -> bool:
        slot, moment = self._desk.record.find("slot", held.slot_id), moment_of(self._desk)
        if not isinstance(slot, Slot):
            return not held.activity
        return moment is not None and moment.minutes_left(slot) <= 0
