"""In which order actions stand after a visit: by date, by who does them, or by urgency."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from visitapp.domain.finding import Action
from visitapp.domain.record import VisitRecord
from visitapp.domain.taking_over import FINISHED, still_open

BY_DATE, BY_OWNER, BY_URGENCY = "date", "owner", "urgency"
_LAST = "9999"


class Placed(NamedTuple):
    """An action in its place: the heading it stands under, empty for none, and what it is called."""

    heading: str
    name: str
    action: Action


def arranged(record: VisitRecord, order: str) -> tuple[Placed, ...]:
    """Return the actions of a visit in an order; those carried on from the visit before stand last by date."""
    heading = _HEADINGS[order]
    placed = [Placed(heading(record, one), name, one) for one, name in _named(record)]
    return tuple(sorted(placed, key=lambda one: (_rank(record, order, one), one.action.due or _LAST)))


def late_count(record: VisitRecord, today: str) -> int:
    """Return how many actions are past their day and not finished."""
    return sum(bool(one.due) and one.due < today and one.status not in FINISHED for one in still_open(record))


def _named(record: VisitRecord) -> list[tuple[Action, str]]:
    numbered = {one.id: _tr("Action {number}").format(number=n) for n, one in enumerate(record.actions, 1)}
    for number, one in enumerate(record.earlier_actions, 1):
        numbered[one.id] = _tr("Last visit\u2019s action {number}").format(number=number)
    return [(one, numbered[one.id]) for one in still_open(record)]


def _rank(record: VisitRecord, order: str, placed: Placed) -> tuple[int, str]:
    if order == BY_OWNER:
        return (not placed.action.owner.strip(), placed.heading.casefold())
    codes = [one.code for one in record.framework.urgencies]
    if order == BY_URGENCY:
        urgency = placed.action.urgency
        return (codes.index(urgency) if urgency in codes else len(codes), "")
    return (bool(placed.action.earlier_id), "")


def _from_before(record: VisitRecord, action: Action) -> str:
    return _tr("Carried on from last visit") if action.earlier_id else ""


def _owner(record: VisitRecord, action: Action) -> str:
    return action.owner.strip() or _tr("Nobody named")


def _urgency(record: VisitRecord, action: Action) -> str:
    return next((one.label for one in record.framework.urgencies if one.code == action.urgency), _tr("Not set"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("FollowUp", text)


_HEADINGS: dict[str, Callable[[VisitRecord, Action], str]] = {
    BY_DATE: _from_before,
    BY_OWNER: _owner,
    BY_URGENCY: _urgency,
}
