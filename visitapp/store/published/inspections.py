"""Inspections that were read in; older ones stay when a newer file no longer lists them."""

import json
from collections.abc import Sequence

from visitapp.domain.published.inspections import AreaJudgement, PublishedInspection
from visitapp.store.connection import Connection

_COLUMNS = (
    "i.number, i.urn, i.latest_urn, i.framework, i.sort, i.said_sort, i.started_on, i.published_on, i.outcome, "
    "i.concern, i.safeguarding, i.areas"
)


def inspections_of(connection: Connection, urns: Sequence[str]) -> tuple[PublishedInspection, ...]:
    """Return the inspections of a school under any of its URNs, the oldest first; of one number the newest file's."""
    marks = ", ".join("?" * len(urns))
    rows = connection.execute(
        f"select {_COLUMNS} from inspection i join batch b on b.seq = i.batch "  # noqa: S608
        f"where b.standing and (i.urn in ({marks}) or i.latest_urn in ({marks})) order by b.seq",
        (*urns, *urns),
    ).fetchall()
    found = {row[0]: _inspection(row) for row in rows}
    return tuple(sorted(found.values(), key=_when))


def _inspection(row: tuple[str, ...]) -> PublishedInspection:
    *said, areas = row
    return PublishedInspection(*said, tuple(AreaJudgement(*area) for area in json.loads(areas)))  # type: ignore[call-arg, arg-type]


def _when(one: PublishedInspection) -> tuple[str, str]:
    return one.started_on, one.number
