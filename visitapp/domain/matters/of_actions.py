"""What the actions agreed now still lack."""

from collections.abc import Callable, Iterator

from visitapp.domain.finding import Action
from visitapp.domain.matters.asked import checks_of_kind
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
    """Yield that there is no action, where a check asks for them or the report lists them and there are findings."""
    listed = any(section.actions for section in record.framework.outline)
    asked = [*checks_of_kind(record.framework, "actions-have-first-step", "actions-have-urgency")]
    if not record.actions and (asked or (listed and record.findings())):
        yield Matter("no-action", "", "No action agreed yet", _PLACE)
