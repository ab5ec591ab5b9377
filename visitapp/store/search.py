"""Finding notes by the search index: the newest first, and only as many as a screen can use.

Rows are walked backwards through the index and the walk ends at a limit, so a common word costs no more than a rare
one; of those that are only counted nothing is read but whether they live. Tags and visits are asked of the index
too, and of each note once more. It works on a bare connection, without a mapper.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import count
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from visitapp.domain.evidence import Note
from visitapp.domain.found import Found, Hit, Marks
from visitapp.domain.search import Query, Wanted
from visitapp.store.connection import Connection, plain_faults
from visitapp.store.search_index import tag_word, visit_word

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
_LISTS = tuple(_NOTE_FIELDS.index(name) for name in _LIST_FIELDS)
_FLAGS = tuple(_NOTE_FIELDS.index(name) for name in _FLAG_FIELDS)
_OF_NOTE = (f'json(n."{name}")' if name in _LIST_FIELDS else f'n."{name}"' for name in _NOTE_FIELDS)
_COLUMNS = ", ".join([*_OF_NOTE, "ifnull(s.name, ''), v.starts_on, v.ends_on, v.framework_id"])
_PAINTED = f"highlight(note_search, 1, '{_START}', '{_END}')"
_LIVING = (
    "cross join visit v on v.id = n.visit_id left join school s on s.id = v.school_id "
    "where not n.deleted and not v.deleted"
)
_ALL = "select ifnull(group_concat(said, ','), ''), count(*) from ({})"
_BY_INDEX = _ALL.format(
    f"select iif(is_shown(), json_array({_COLUMNS}, {{painted}})) as said "  # noqa: S608
    f"from note_search cross join note n on n.seq = note_search.rowid {_LIVING} "
    "and note_search match ?{more} order by note_search.rowid desc limit ?"
)
_BY_WALK = _ALL.format(
    f"select iif(is_shown(), json_array({_COLUMNS}, '')) as said from note n {_LIVING}{{more}} "  # noqa: S608
    "order by n.seq desc limit ?"
)
"""All rows come as one text, since the window waits while this thread takes them one by one. No statement may sort:
`is_shown` counts the rows in the order they are walked."""


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
            yield from _searched(connection, asked, is_overtaken)
    except sqlcipher.OperationalError as error:
        if error.sqlite_errorcode != _INTERRUPTED:
            raise
    finally:
        connection.set_progress_handler(None, 0)


def _searched(connection: Connection, asked: Asked, is_overtaken: Callable[[], bool]) -> Iterator[Found]:
    visits = _visits(connection, asked)
    if asked.query.is_blank or visits == ():
        yield Found()
        return
    parts = [(0, 0)]
    if visits is None and (asked.query.wanted or asked.since or asked.until):
        newest = connection.execute("select max(seq) from note").fetchone()[0] or 0
        parts = [(newest - _NEAR + 1, newest), (0, newest - _NEAR)] if newest > _NEAR else parts
    said: list[str] = []
    total = 0
    for number, part in enumerate(parts, 1):
        rows, found = _rows(connection, asked, visits, part, total)
        if is_overtaken():
            return
        said, total = [*said, rows] if rows else said, total + found
        is_whole = number == len(parts) or total > COUNTED
        yield Found(_hits(",".join(said)), min(total, COUNTED), total > COUNTED, is_whole)
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
) -> tuple[str, int]:
    """Return the rows found that are shown, as JSON with commas between, and how many are found."""
    shown = count(before)
    connection.create_function("is_shown", 0, lambda: next(shown) < SHOWN)
    match = _match(asked.query, visits)
    more, values = _conditions(asked, visits, part, "note_search.rowid" if match else "n.seq")
    painted = _PAINTED if asked.query.phrases else "''"
    statement = _BY_INDEX.format(more=more, painted=painted) if match else _BY_WALK.format(more=more)
    rows, found = connection.execute(statement, [*match, *values, COUNTED + 1 - before]).fetchone()
    return rows, found


def _conditions(
    asked: Asked, visits: tuple[str, ...] | None, part: tuple[int, int], row: str
) -> tuple[str, list[Any]]:
    """Return what each row must hold; the plus keeps the index of visits out of it, which would have to be sorted."""
    said: list[str] = []
    values: list[Any] = []
    if visits is not None and len(visits) == 1:
        said.append("+n.visit_id = ?")
        values.append(visits[0])
    elif visits is not None:
        said.append("+n.visit_id in (select value from json_each(?))")
        values.append(json.dumps(visits))
    for moment, sign in ((asked.since, ">="), (asked.until, "<")):
        if moment:
            said.append(f"n.taken_at <> '' and n.taken_at {sign} ?")
            values.append(moment)
    said += [_condition(wanted, values) for wanted in asked.query.wanted]
    if part[1]:
        said.append(f"{row} between ? and ?")
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


def _match(query: Query, visits: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the question to the index, or nothing when it cannot help; all that was typed stands in it quoted."""
    said = []
    if visits is not None and len(visits) <= _MOST_NAMED_VISITS:
        said.append(f"visit_id : ({_any_of(map(visit_word, visits))})")
    for wanted in query.wanted:
        tags = [tag_word(name, code) for name, code in sorted(wanted)]
        said += [f"tags : ({_any_of(tags)})"] if all(tags) else []
    if query.phrases:
        words = " ".join(_quoted(phrase.text) + (" *" if phrase.is_begun else "") for phrase in query.phrases)
        said.append(f"text : ({words})")
    return (" AND ".join(said),) if said else ()


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join(map(_quoted, words))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _hits(rows: str) -> tuple[Hit, ...]:
    return tuple(sorted(map(_hit, json.loads(f"[{rows}]")), key=_taken_at, reverse=True))


def _hit(row: list[Any]) -> Hit:
    for place in _LISTS:
        row[place] = tuple(row[place])
    for place in _FLAGS:
        row[place] = bool(row[place])
    *of_visit, painted = row[len(_NOTE_FIELDS) :]
    return Hit(Note(*row[: len(_NOTE_FIELDS)]), _marks(painted), *of_visit)


def _taken_at(hit: Hit) -> str:
    return hit.note.taken_at


def _marks(painted: str) -> Marks:
    """Return where the matches lie; no text that is kept holds the two signs they are set between."""
    before, *pieces = painted.split(_START)
    place, found = len(before), []
    for piece in pieces:
        found.append((place, place + piece.index(_END)))
        place += len(piece) - 1
    return tuple(found)
