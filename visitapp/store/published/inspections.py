"""Inspections that were read in; older ones stay when a newer file no longer lists them."""

import json
from collections.abc import Sequence
from datetime import date, timedelta

from visitapp.domain.published.inspections import AreaJudgement, PublishedInspection
from visitapp.store.connection import Connection
from visitapp.store.published.ages import oldest_first

_LONGEST = timedelta(days=14)
_COLUMNS = (
    "i.number, i.urn, i.latest_urn, i.framework, i.sort, i.said_sort, i.started_on, i.published_on, i.outcome, "
    "i.concern, i.safeguarding, i.source, i.areas"
)


def inspections_of(connection: Connection, urns: Sequence[str]) -> tuple[PublishedInspection, ...]:
    """Return the inspections of a school under any of its URNs, the oldest first; of one number the newest file's.

    What the register says of one is returned where the inspectorate's own files know of none on that day, in the
    fortnight before it, or later.
    """
    marks = ", ".join("?" * len(urns))
    rows = connection.execute(
        f"select {_COLUMNS}, b.seq from inspection i join batch b on b.seq = i.batch "  # noqa: S608
        f"where b.standing and (i.urn in ({marks}) or i.latest_urn in ({marks}))",
        (*urns, *urns),
    ).fetchall()
    age = {number: place for place, number in enumerate(oldest_first(connection))}
    found = {row[0]: _inspection(row[:-1]) for row in sorted(rows, key=lambda row: age[row[-1]])}
    latest = max((one.started_on for one in found.values() if not one.source), default="")
    told = [one for one in found.values() if not one.source or one.started_on > _end_of(latest)]
    return tuple(sorted(told, key=_when))


def _inspection(row: tuple[str, ...]) -> PublishedInspection:
    *said, source, areas = row
    judged = tuple(AreaJudgement(*area) for area in json.loads(areas))
    return PublishedInspection(*said, judged, source)  # type: ignore[call-arg, arg-type]


def _end_of(started: str) -> str:
    """Return the last day on which the register may have what began on one: it says the day it ended, or was sent."""
    return (date.fromisoformat(started) + _LONGEST).isoformat() if started else ""


def _when(one: PublishedInspection) -> tuple[str, str]:
    return one.started_on, one.number
