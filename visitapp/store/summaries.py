"""The list of visits, by one plain query: it works on a bare connection, before any mapper is loaded."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

SUMMARIES = (
    "select v.id, s.name, s.phase, s.town, v.programme, v.starts_on, v.ends_on, v.closed, v.enquiry, v.agreed_on, "
    "(select count(*) from note n where n.visit_id = v.id and not n.deleted), "
    "(select count(*) from finding f where f.visit_id = v.id and not f.deleted), "
    "(select count(*) from action a where a.visit_id = v.id and not a.deleted and a.status <> 'done'), "
    "(select group_concat(substr(w.key, 7)) from answer w where w.visit_id = v.id and w.key like 'stage.%' "
    " and w.value = 'true' and not w.deleted), "
    "(select count(*) from export e where e.visit_id = v.id and not e.deleted), s.id, v.framework_id "
    "from visit v left join school s on s.id = v.school_id where not v.deleted order by v.starts_on, s.name"
)
"""Works on a bare connection too, so that the first list needs no mapper."""


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """What a list says of a visit. Dates are ISO days; `stages_done` holds the codes of finished stages."""

    id: str
    school: str
    phase: str
    town: str
    programme: str
    starts_on: str
    ends_on: str
    closed: bool
    enquiry: str
    agreed_on: str
    notes: int
    findings: int
    open_actions: int
    stages_done: frozenset[str] = field(default_factory=frozenset)
    exports: int = 0
    school_id: str = ""
    framework_id: str = ""


def summaries(rows: Iterable[tuple[Any, ...]]) -> tuple[VisitSummary, ...]:
    """Return the rows of the `SUMMARIES` query as values, the earliest visit first."""
    return tuple(_summary(row) for row in rows)


def _summary(row: tuple[Any, ...]) -> VisitSummary:
    words = [text or "" for text in row[:7]]
    return VisitSummary(
        id=words[0],
        school=words[1],
        phase=words[2],
        town=words[3],
        programme=words[4],
        starts_on=words[5],
        ends_on=words[6],
        closed=bool(row[7]),
        enquiry=row[8] or "",
        agreed_on=row[9] or "",
        notes=row[10],
        findings=row[11],
        open_actions=row[12],
        stages_done=frozenset((row[13] or "").split(",")) - {""},
        exports=row[14],
        school_id=row[15] or "",
        framework_id=row[16] or "",
    )
