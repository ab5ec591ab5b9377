"""Which visit stands where, and what each one needs next: computed from its dates and what is done."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ui.workspace.listing import VisitSummary

UNDER_WAY, TO_REPORT, COMING, FOLLOW_UP, CLOSED = "underway", "report", "coming", "followup", "closed"
GROUPS = (UNDER_WAY, TO_REPORT, COMING, FOLLOW_UP, CLOSED)
FILTERS = {
    "all": GROUPS,
    COMING: (UNDER_WAY, COMING),
    TO_REPORT: (TO_REPORT,),
    FOLLOW_UP: (FOLLOW_UP,),
    CLOSED: (CLOSED,),
}
"""Which groups each filter lets through."""

STAGES = ("prepare", "plan", "capture", "summary", "report", "followup")
AGREE_WITHIN = 7
_NEAR = 14
_LATEST_FIRST = (FOLLOW_UP, CLOSED)


class Line(NamedTuple):
    """A visit in the list: its group, the stage it is at, and the next step as a code.

    Steps: date, prepare, plan, agree, ready, capture, notes, sum, write, send, actions, close, or empty.
    """

    visit: VisitSummary
    group: str
    stage: str
    step: str
    pressing: bool = False

    @property
    def stages_behind(self) -> int:
        """Return how many stages lie behind the visit."""
        return len(STAGES) if self.group == CLOSED else STAGES.index(self.stage)


def lines(visits: Iterable[VisitSummary], today: date) -> tuple[Line, ...]:
    """Return every visit with its place, group by group; inside a group what needs doing first."""
    placed = [_line(visit, today) for visit in visits]
    return tuple(line for group in GROUPS for line in _in_order(placed, group))


def of_today(placed: Sequence[Line]) -> Line | None:
    """Return the first visit that is under way, or None."""
    return next((line for line in placed if line.group == UNDER_WAY), None)


def matching(placed: Iterable[Line], words: str) -> tuple[Line, ...]:
    """Return the lines whose school, town, phase or programme hold every word."""
    wanted = words.casefold().split()
    return tuple(line for line in placed if all(word in _searched(line.visit) for word in wanted))


def pressing(placed: Iterable[Line], today: date, limit: int = 3) -> tuple[Line, ...]:
    """Return the few lines that most need somebody, the most pressing first."""
    needy = [line for line in placed if _urgency(line, today)[0] < _NOT_URGENT]
    return tuple(sorted(needy, key=lambda line: _urgency(line, today))[:limit])


def day_of(iso: str) -> date | None:
    """Return the day written as an ISO day, or None."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


_NOT_URGENT = 9


def _urgency(line: Line, today: date) -> tuple[int, int]:
    starts = day_of(line.visit.starts_on)
    away = (starts - today).days if starts else 0
    if line.group == COMING and line.pressing:
        return 0, away
    if line.group == TO_REPORT:
        return 1, away
    if line.group == COMING and line.step != "ready" and away <= _NEAR:
        return 2, away
    if line.group == FOLLOW_UP:
        return 3 if line.step == "actions" else 4, away
    return _NOT_URGENT, away


def _in_order(placed: list[Line], group: str) -> list[Line]:
    mine = [line for line in placed if line.group == group]
    return sorted(mine, key=lambda line: line.visit.starts_on, reverse=group in _LATEST_FIRST)


def _searched(visit: VisitSummary) -> str:
    return f"{visit.school} {visit.town} {visit.phase} {visit.programme}".casefold()


def _line(visit: VisitSummary, today: date) -> Line:
    starts, ends = day_of(visit.starts_on), day_of(visit.ends_on or visit.starts_on)
    if visit.closed:
        return Line(visit, CLOSED, "followup", "")
    if starts is None or starts > today:
        return _coming(visit, starts, today)
    if "report" in visit.stages_done:
        return Line(visit, FOLLOW_UP, "followup", "actions" if visit.open_actions else "close")
    if ends is not None and ends >= today:
        step = "sum" if "capture" in visit.stages_done else "capture"
        return Line(visit, UNDER_WAY, "summary" if step == "sum" else "capture", step)
    return _to_report(visit)


def _coming(visit: VisitSummary, starts: date | None, today: date) -> Line:
    prepared, planned = "prepare" in visit.stages_done, "plan" in visit.stages_done
    stage = "capture" if prepared and planned else "plan" if prepared else "prepare"
    if starts is None:
        return Line(visit, COMING, stage, "date")
    if not visit.agreed_on and (starts - today).days < AGREE_WITHIN:
        return Line(visit, COMING, stage, "agree", pressing=True)
    if stage != "capture":
        return Line(visit, COMING, stage, stage)
    return Line(visit, COMING, stage, "ready" if visit.agreed_on else "agree")


def _to_report(visit: VisitSummary) -> Line:
    if not visit.notes and not visit.findings:
        return Line(visit, TO_REPORT, "capture", "notes")
    if not visit.findings:
        return Line(visit, TO_REPORT, "summary", "sum")
    return Line(visit, TO_REPORT, "report", "send" if visit.exports else "write")
