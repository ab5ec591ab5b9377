"""Last visit's actions come back: they are copied into the visit that follows, to be judged there."""

from dataclasses import replace

from visitapp.domain.finding import Action, Finding
from visitapp.domain.framework import Framework
from visitapp.domain.record import VisitRecord

FINISHED = ("done", "stopped")
"""The states of an action on which nothing more is awaited."""


def asks_for_actions(framework: Framework) -> bool:
    """Return whether a framework asks for actions to be agreed."""
    return bool(framework.urgencies) or any(section.actions for section in framework.outline)


def taken_over_id(visit_id: str, action_id: str) -> str:
    """Return the id of the copy of an action in the visit that follows, the same on every device."""
    return f"{visit_id}:{action_id}"


def earlier_key(action_id: str) -> str:
    """Return the key under which notes and findings bear on what became of something of the visit before."""
    return f"earlier.{action_id}"


def taken_over(earlier: VisitRecord, visit_id: str) -> tuple[Action, ...]:
    """Return what a visit takes over from the one before, in order: every action agreed there, and those it had
    itself taken over that are carried on and not finished. Each is as it was, and not judged yet."""
    carried = [one for one in earlier.earlier_actions if one.carried and one.status not in FINISHED]
    wanted = [one for one in (*earlier.actions, *carried) if one.text.strip()]
    return tuple(
        replace(
            one,
            id=taken_over_id(visit_id, one.id),
            visit_id=visit_id,
            position=float(position),
            earlier_id=one.id,
            because=_because(earlier, one),
            verdict="",
            verdict_note="",
        )
        for position, one in enumerate(wanted, 1)
    )


def not_taken_over(record: VisitRecord, earlier: VisitRecord) -> tuple[Action, ...]:
    """Return what a visit could take over from the one before and has not."""
    return tuple(one for one in taken_over(earlier, record.visit_id) if record.find("action", one.id) is None)


def still_open(record: VisitRecord) -> tuple[Action, ...]:
    """Return the actions a school is working on: those agreed on this visit, then those carried on from before."""
    return (*record.actions, *(one for one in record.earlier_actions if one.carried))


def _because(earlier: VisitRecord, action: Action) -> str:
    finding = earlier.find("finding", action.finding_id)
    return finding.text.strip() if isinstance(finding, Finding) else action.because
