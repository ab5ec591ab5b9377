"""Finding notes by the search index: the newest first, and only as many as a screen can use.

Rows are walked backwards through the index and the walk ends at a limit, so a common word costs no more than a rare
one; of those that are only counted nothing is read but whether they live. It works on a bare connection, without a
mapper.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from itertools import count
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from visitapp.domain.evidence import Note
from visitapp.domain.found import Found, Hit, Marks
from visitapp.domain.search import Phrase, Query, Wanted
from visitapp.store.connection import Connection, plain_faults

SHOWN, COUNTED = 200, 500
"""The most hits that are brought, and the most that are counted."""

_NEAR = 8000
"""Rows looked at first where the index cannot help; enough to fill a screen, few enough to feel immediate."""

_MOST_NAMED_VISITS = 64
_INTERRUPTED = 9
_START, _END = "\x01", "\x02"
_NOTE_FIELDS = tuple(field.name for field in fields(Note))
_LIST_FIELDS = tuple(field.name for field in fields(Note) if field.default == ())
_FLAG_FIELDS = tuple(field.name for field in fields(Note) if field.default is False)
_OF_NOTE = (f'json(n."{name}")' if name in _LIST_FIELDS else f'n."{name}"' for name in _NOTE_FIELDS)
_COLUMNS = ", ".join([*_OF_NOTE, "s.name, v.starts_on, v.ends_on, v.framework_id"])
_PAINTED = f"highlight(note_search, 1, '{_START}', '{_END}')"
_WITH_VISIT = "cross join visit v on v.id = n.visit_id left join school s on s.id = v.school_id"
_BY_WORDS = (
    f"select iif(is_shown(), json_array({_COLUMNS}, {_PAINTED}), '') "  # noqa: S608
    f"from note_search cross join note n on n.seq = note_search.rowid {_WITH_VISIT} "
    "where note_search match ? and not n.deleted and not v.deleted {more} order by note_search.rowid desc limit ?"
)
_BY_FILTERS = (
    f"select iif(is_shown(), json_array({_COLUMNS}, ''), '') from note n {_WITH_VISIT} "  # noqa: S608
    "where not n.deleted and not v.deleted {more} order by n.seq desc limit ?"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and where to look: in one visit, or in all. `since` and `until` are moments (UTC, ISO)."""

    query: Query
    visit_id: str = ""
    since: str = ""
    until: str = ""


def search(connection: Connection, asked: Asked, is_overtaken: Callable[[], bool] = bool) -> Iterator[Found]:
    """Yield what is found: at once for most questions, in two parts where every row must be looked at.

    The last value is whole. Ends early when `is_overtaken` says, from time to time, that nobody waits any more.
    Raises StorageError when the disk or the database refuses.
    """
    connection.set_progress_handler(is_overtaken, 20_000)
    try:
        with plain_faults("reading"):
            yield from _searched(connection, asked)
    except sqlcipher.OperationalError as error:
        if error.sqlite_errorcode != _INTERRUPTED:
            raise
    finally:
        connection.set_progress_handler(None, 0)


def _searched(connection: Connection, asked: Asked) -> Iterator[Found]:
    visits = _visits(connection, asked)
    if asked.query.is_blank or visits == ():
        yield Found()
        return
    parts = [(0, 0)]
    if visits is None and (asked.query.wanted or asked.since or asked.until):
        newest = connection.execute("select max(seq) from note").fetchone()[0] or 0
        parts = [(newest - _NEAR + 1, newest), (0, newest - _NEAR)] if newest > _NEAR else parts
    rows: list[str] = []
    for number, part in enumerate(parts, 1):
        rows += _rows(connection, asked, visits, part, len(rows))
        is_whole = number == len(parts) or len(rows) > COUNTED
        yield _found(rows, is_whole=is_whole)
        if is_whole:
            return


def _visits(connection: Connection, asked: Asked) -> tuple[str, ...] | None:
    """Return the ids of the visits to look in, or None for all."""
    if not asked.query.schools:
        return (asked.visit_id,) if asked.visit_id else None
    named = connection.execute(
        "select v.id, s.name from visit v left join school s on s.id = v.school_id where not v.deleted"
    )
    found = tuple(
        one for one, name in named if all(words in (name or "").casefold() for words in asked.query.schools)
    )
    return tuple(one for one in found if one == asked.visit_id) if asked.visit_id else found


def _rows(
    connection: Connection, asked: Asked, visits: tuple[str, ...] | None, part: tuple[int, int], before: int
) -> list[str]:
    """Return each row found as JSON, or as an empty text past those that are shown."""
    shown = count(before)
    connection.create_function("is_shown", 0, lambda: next(shown) < SHOWN)
    more, values = _conditions(asked, visits, part)
    if asked.query.phrases:
        statement, first = _BY_WORDS, [_match(asked.query.phrases, visits)]
    else:
        statement, first = _BY_FILTERS, []
    most = COUNTED + 1 - before
    return [row for (row,) in connection.execute(statement.format(more=more), [*first, *values, most])]


def _conditions(asked: Asked, visits: tuple[str, ...] | None, part: tuple[int, int]) -> tuple[str, list[Any]]:
    said: list[str] = []
    values: list[Any] = []
    if visits is not None and len(visits) == 1:
        said.append("n.visit_id = ?")
        values.append(visits[0])
    elif visits is not None:
        said.append("n.visit_id in (select value from json_each(?))")
        values.append(json.dumps(visits))
    for moment, sign in ((asked.since, ">="), (asked.until, "<")):
        if moment:
            said.append(f"n.taken_at <> '' and n.taken_at {sign} ?")
            values.append(moment)
    said += [_condition(wanted, values) for wanted in asked.query.wanted]
    if part[1]:
        said.append(("note_search.rowid" if asked.query.phrases else "n.seq") + " between ? and ?")
        values += part
    return "".join(f" and {one}" for one in said), values


def _condition(wanted: Wanted, values: list[Any]) -> str:
    said = []
    for name, code in sorted(wanted):
        if name not in _NOTE_FIELDS:
            raise ValueError(f"a note has no {name}")
        if name in _FLAG_FIELDS:
            said.append(f"n.{name}")
        elif name in _LIST_FIELDS:
            said.append(f"instr(n.{name}, ?)")
            values.append(json.dumps(code, ensure_ascii=False))
        else:
            said.append(f"n.{name} = ?")
            values.append(code)
    return "(" + " or ".join(said) + ")"


def _match(phrases: tuple[Phrase, ...], visits: tuple[str, ...] | None) -> str:
    """Return the question to the index; what was typed stands in it quoted, as words only."""
    words = " ".join(_quoted(phrase.text) + (" *" if phrase.is_begun else "") for phrase in phrases)
    if visits is None or len(visits) > _MOST_NAMED_VISITS:
        return f"text : ({words})"
    within = " OR ".join(_quoted(visit.rpartition("-")[2]) for visit in visits)
    return f"visit_id : ({within}) AND text : ({words})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _found(rows: list[str], *, is_whole: bool) -> Found:
    hits = sorted(map(_hit, map(json.loads, rows[:SHOWN])), key=lambda hit: hit.note.taken_at, reverse=True)
    return Found(tuple(hits), min(len(rows), COUNTED), len(rows) > COUNTED, is_whole)


def _hit(row: list[Any]) -> Hit:
    values = dict(zip(_NOTE_FIELDS, row, strict=False))
    values.update({name: tuple(values[name]) for name in _LIST_FIELDS})
    values.update({name: bool(values[name]) for name in _FLAG_FIELDS})
    school, starts_on, ends_on, framework_id, painted = row[len(_NOTE_FIELDS) :]
    return Hit(Note(**values), _marks(painted or ""), school or "", starts_on, ends_on, framework_id)


def _marks(painted: str) -> Marks:
    """Return where the matches lie; no text that is kept holds the two signs they are set between."""
    found: list[tuple[int, int]] = []
    place = 0
    for piece in painted.split(_START)[1:]:
        place = painted.index(_START + piece, place)
        found.append((place - 2 * len(found), place - 2 * len(found) + piece.index(_END)))
        place += 1
    return tuple(found)
