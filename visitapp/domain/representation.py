"""Whether those who govern the school are there when the findings are told, and what is done when nobody can come."""

from visitapp.domain.framework import Activity, Framework
from visitapp.domain.record import VisitRecord

GOVERNOR = "summary.governor"
"""The answer says yes or no; its note is what was read instead."""
YES, NO = "yes", "no"
_SOURCE = "governors"


def governance(framework: Framework) -> Activity | None:
    """Return the activity in which a programme requires that governors are heard, or None where it does not."""
    return next((one for one in framework.activities if one.source == _SOURCE and one.required), None)


def people_planned(record: VisitRecord) -> tuple[str, ...]:
    """Return who is planned to be there when the findings are told, as the day plan has it, without repeats.

    They are told at the last activity at which a plan rule of the programme wants certain people.
    """
    told_at = [rule.activity for rule in record.framework.plan_rules if rule.kind == "people-at"][-1:]
    slots = [slot for slot in record.slots if slot.activity in told_at and not slot.part_of]
    return tuple(dict.fromkeys(slot.people.strip() for slot in slots if slot.people.strip()))
