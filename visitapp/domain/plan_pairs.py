"""Whose a slot of the plan is, where a team goes about in pairs."""

from visitapp.domain.record import VisitRecord
from visitapp.domain.text import one_line
from visitapp.domain.visit import Reviewer, Slot
from visitapp.domain.weighed import colleagues, lead, members


def team_of(slots: tuple[Slot, ...], slot: Slot) -> tuple[str, ...]:
    """Return the ids of those who do a slot: its own, else those of the activity it is part of; empty for all."""
    home = next((one for one in slots if slot.part_of and one.id == slot.part_of), None)
    return slot.team or (home.team if home else ())


def is_for(slots: tuple[Slot, ...], slot: Slot, member_id: str) -> bool:
    """Return whether a slot is for a member of the team, as one that names nobody is for everybody."""
    team = team_of(slots, slot)
    return not team or member_id in team


def team_words(record: VisitRecord, slot: Slot) -> str:
    """Return which part of the team does something, by name, else by role; empty when all do."""
    chosen = [one for one in members(record) if one.id in slot.team]
    return ", ".join(one_line(one.name) or one_line(one.role) for one in chosen if one.name or one.role)


def member_for(record: VisitRecord, person: Reviewer | None) -> str:
    """Return the id of the member of the team who is this person: by name, else the lead whose visit it is; empty
    when they are none of them."""
    if person is None:
        return ""
    name = one_line(person.name).casefold()
    named = [one for one in (lead(record), *colleagues(record)) if name and one_line(one.name).casefold() == name]
    is_lead = bool(person.id) and person.id == record.visit.reviewer_id
    return named[0].id if named else lead(record).id if is_lead else ""
