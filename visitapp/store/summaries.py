"""The list of visits, by one plain query: it works on a bare connection, before any mapper is loaded."""

from collections.abc import Iterable
from typing import Any, NamedTuple

READS = 5
"""The schema version that the query reads."""

SUMMARIES = (
    "with programme as materialized (select id, "
    "case when json_valid(content) then json_extract(content, '$.follow_up.agenda_months') end as months, "
    "case when json_valid(content) then json_extract(content, '$.follow_up.second_visit') end as second "
    "from framework) "
    "select v.id, s.name, s.phase, s.town, v.programme, v.starts_on, v.ends_on, v.closed, v.enquiry, v.agreed_on, "
    "(select count(*) from note n where n.visit_id = v.id and not n.deleted), "
    "(select count(*) from finding f where f.visit_id = v.id and not f.deleted), "
    "case when v.closed then '' else "
    "(select group_concat(a.due || '/' || case when a.first_step_done then '' else a.first_step_due end) "
    " from action a where a.visit_id = v.id and not a.deleted and a.status not in ('done', 'stopped') "
    " and (a.earlier_id = '' or a.carried)) end, "
    "case when v.closed then '' else "
    "(select group_concat(w.key || '=' || trim(w.value, '\"')) from answer w where w.visit_id = v.id "
    " and not w.deleted and w.value not in ('null', '\"\"') and (w.key glob 'stage.*' and w.value = 'true' "
    " or w.key glob 'criterion.*' and w.value = '\"watch\"' or w.key glob 'sent.*' or w.key glob 'watch.*' "
    " or w.key in ('agenda.planned', 'agenda.discussed', 'second-visit'))) end, "
    "(select count(*) from export e where e.visit_id = v.id and not e.deleted), s.id, v.framework_id, "
    "p.months, v.context <> '' and instr(p.second, '\"' || v.context || '\"'), "
    "v.id in (select follows_id from visit where not deleted) "
    "from visit v left join school s on s.id = v.school_id left join programme p on p.id = v.framework_id "
    "where not v.deleted order by v.starts_on, s.name"
)
"""Works on a bare connection too, so that the first list needs no mapper."""

_STAGE = "stage."


class VisitSummary(NamedTuple):
    """What a list says of a visit. Dates are ISO days; `stages_done` holds the codes of finished stages.

    `waiting` has, for each action that is not finished, the day it is due and that of its first step while it is
    not done, either may be empty; `said` what was answered about the time after the visit, by key. A closed visit
    has neither, nor stages that are done.
    """

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
    stages_done: frozenset[str] = frozenset()
    exports: int = 0
    school_id: str = ""
    framework_id: str = ""
    waiting: tuple[tuple[str, str], ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    agenda_months: int = 0
    wants_second_visit: bool = False
    is_followed: bool = False


def listed(connection: Any) -> tuple[VisitSummary, ...] | None:  # noqa: ANN401
    """Return the visits over a bare connection, or None while the vault is still of another version."""
    (version,) = connection.execute("pragma user_version").fetchone()
    return summaries(connection.execute(SUMMARIES).fetchall()) if version == READS else None


def summaries(rows: Iterable[tuple[Any, ...]]) -> tuple[VisitSummary, ...]:
    """Return the rows of the `SUMMARIES` query as values, the earliest visit first."""
    return tuple(_summary(row) for row in rows)


def _summary(row: tuple[Any, ...]) -> VisitSummary:
    words = [text or "" for text in row[:7]]
    waiting, said = _pairs(row[12], "/"), _pairs(row[13], "=")
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
        open_actions=len(waiting),
        stages_done=frozenset(key.removeprefix(_STAGE) for key, _ in said if key.startswith(_STAGE)),
        exports=row[14],
        school_id=row[15] or "",
        framework_id=row[16] or "",
        waiting=waiting,
        said=tuple(one for one in said if not one[0].startswith(_STAGE)),
        agenda_months=row[17] or 0,
        wants_second_visit=bool(row[18]),
        is_followed=bool(row[19]),
    )


def _pairs(joined: str | None, between: str) -> tuple[tuple[str, str], ...]:
    parts = (one.partition(between) for one in (joined or "").split(","))
    return tuple((first, rest) for first, middle, rest in parts if middle)
