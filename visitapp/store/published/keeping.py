"""Keeping what was read of one file: all of it, or nothing."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, astuple, dataclass, field
from operator import attrgetter
from typing import Any

from visitapp.domain.published.batches import KEPT, Batch, Item, Reading, Tally
from visitapp.domain.published.figures import Figure
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.schools import RegisterSchool, SchoolLink
from visitapp.store.connection import Connection
from visitapp.store.published.seeking import sought
from visitapp.store.published.shape import SCHOOL

_AT_ONCE = 4000
_of_school = attrgetter(*SCHOOL)
_of_link = attrgetter("urn", "other_urn", "other_name", "sort", "said", "on")
_FIGURE = ("about", "code", "year", "measure", "group", "value", "status", "raw", "cohort", "again")
_of_figure = attrgetter(*_FIGURE)
_of_inspection = attrgetter(
    "number", "urn", "latest_urn", "framework", "sort", "said_sort", "started_on", "published_on", "outcome",
    "concern", "safeguarding",
)  # fmt: skip


def _school(one: RegisterSchool) -> tuple[Any, ...]:
    postcode = f"{one.postcode.replace(' ', '')} {one.postcode}"
    words = f"{one.name} {one.town} {one.urn} {postcode} {one.full_number} {one.number}"
    return (*_of_school(one), sought(words), one.status == "closed")


def _inspection(one: PublishedInspection) -> tuple[Any, ...]:
    return (*_of_inspection(one), json.dumps([astuple(area) for area in one.areas], ensure_ascii=False), one.source)


@dataclass(frozen=True, slots=True)
class _Table:
    insert: str
    values: Callable[[Any], tuple[Any, ...]]


def _table(name: str, columns: Iterable[str], values: Callable[[Any], tuple[Any, ...]]) -> _Table:
    listed = ["batch", *columns]
    named = ", ".join(f'"{one}"' for one in listed)
    marks = ", ".join("?" * len(listed))
    return _Table(f"insert or replace into {name} ({named}) values ({marks})", values)  # noqa: S608


_TABLES: Mapping[type[Item], _Table] = {
    RegisterSchool: _table("school", (*SCHOOL, "sought", "gone"), _school),
    SchoolLink: _table("link", ("urn", "other_urn", "other_name", "sort", "said", "on"), _of_link),
    Figure: _table(
        "figure", _FIGURE, _of_figure
    ),
    PublishedInspection: _table(
        "inspection",
        (
            "number", "urn", "latest_urn", "framework", "sort", "said_sort", "started_on", "published_on", "outcome",
            "concern", "safeguarding", "areas", "source",
        ),
        _inspection,
    ),
}  # fmt: skip
_BATCH = (
    "insert into batch (id, kind, title, file_name, sha256, size, imported_at, period, release, attribution, read, "
    "kept, rejected, outside, standing) values (?, '', '', '', '', 0, '', '', '', '', 0, 0, 0, 0, 1)"
)


@dataclass(slots=True)
class _Waiting:
    """Rows on their way into the tables, a few thousand at a time."""

    connection: Connection
    batch: int
    rows: dict[type[Item], list[tuple[Any, ...]]] = field(default_factory=dict)

    def add(self, items: Iterable[Item]) -> None:
        for item in items:
            kind = type(item)
            rows = self.rows.setdefault(kind, [])
            rows.append((self.batch, *_TABLES[kind].values(item)))
            if len(rows) >= _AT_ONCE:
                self.connection.executemany(_TABLES[kind].insert, rows)
                rows.clear()

    def flush(self) -> None:
        for kind, rows in self.rows.items():
            self.connection.executemany(_TABLES[kind].insert, rows)
            rows.clear()


def keep(connection: Connection, reading: Reading, *, batch_id: str, now: str) -> tuple[Batch, Tally]:
    """Keep every row that is to be kept, in the caller's transaction; return the batch and what became of all rows.

    Whatever the reading raises leaves nothing behind when the caller undoes the transaction.
    """
    tally = Tally()
    waiting = _Waiting(connection, _begin(connection, batch_id))
    for row in reading:
        tally.count(row)
        if row.outcome == KEPT:
            waiting.add(row.items)
    waiting.flush()
    profile = reading.profile
    tally.note(profile.faults)
    batch = Batch(
        batch_id, profile.kind, profile.title, profile.file_name, profile.sha256, profile.size, now, profile.period,
        profile.release, profile.attribution, tally.read, tally.kept, tally.rejected, tally.outside,
    )  # fmt: skip
    said = asdict(batch)
    connection.execute(
        f"update batch set {', '.join(f'{name} = :{name}' for name in said)} where id = :id",  # noqa: S608
        said,
    )
    return batch, tally


def _begin(connection: Connection, batch_id: str) -> int:
    number = connection.execute(_BATCH, (batch_id,)).lastrowid
    assert number is not None  # an insert has one
    return number
