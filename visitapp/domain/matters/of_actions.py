"""What the actions still lack: those agreed now, and those taken over from the visit before."""

from collections.abc import Callable, Iterator

from visitapp.domain.finding import Action
from visitapp.domain.matters.matter import Matter
from visitapp.domain.record import VisitRecord

_PLACE = "summary:actions"
_LACKS: tuple[tuple[str, Callable[[Action], str], str], ...] = (
    ("action-unworded", lambda one: one.text, "says not what is to be done"),
    ("action-without-first-step", lambda one: one.first_step, "has no first step"),
    ("action-without-urgency", lambda one: one.urgency, "has no urgency"),
    ("action-without-owner", lambda one: one.owner, "has no owner"),
    ("action-without-date", lambda one: one.due, "has no date"),
)


def incomplete(record: VisitRecord) -> Iterator[Matter]:
    """Yield what each action agreed now does not say."""
    for number, action in enumerate(record.actions, 1):
        for kind, said, words in _LACKS:
            if not said(action).strip():
                yield Matter(kind, action.id, f"Action {number} {words}", _PLACE)


def without_finding(record: VisitRecord) -> Iterator[Matter]:
    """Yield the actions that answer no finding which is still there."""
    for number, action in enumerate(record.actions, 1):
        if record.find("finding", action.finding_id) is None:
            yield Matter("action-without-finding", action.id, f"Action {number} answers no finding", _PLACE)


def none_agreed(record: VisitRecord) -> Iterator[Matter]:
    """Yield that there are findings to act on and no action, where the programme's report lists actions."""
    listed = any(section.actions for section in record.framework.outline)
    if listed and record.findings() and not record.actions:
        yield Matter("no-action", "", "No action agreed yet", _PLACE)


def unjudged(record: VisitRecord) -> Iterator[Matter]:
    """Yield the actions of the visit before that nobody has judged."""
    for number, action in enumerate(record.earlier_actions, 1):
        if not action.verdict:
            yield Matter("earlier-unjudged", action.id, f"Last visit's action {number} is not judged yet", "prepare")
