"""The search index: the words of every note, the visit it belongs to, and its tags as words nobody would type.

A year group y4 stands in it as the one word 0tagyearsy4, so that tags are found as quickly as words and narrow them
within the index. Two codes that differ in signs or case alone may share a word; whoever asks checks the note too.
A row that is only being made, which has no visit yet, is left out.
"""

import json

from sqlalchemy import Connection

_START = "0tag"
"""What every tag begins with: as long as the longest prefix that is indexed, so that it is there but once a note."""

_ONE = ("source", "subject", "strand", "activity")
_SEVERAL = ("years", "groups")
_FLAGS = ("pinned", "private")
_VISIT_TAIL = 12


def tag_word(name: str, code: str) -> str:
    """Return the word by which notes with a code in a field are found, or an empty text when there is none."""
    if name in _FLAGS or name == "marker":
        return f"{_START}{name}{_plain(code)}"
    if name in _ONE and code:
        return f"{_START}{name}{_plain(code)}"
    if name in _SEVERAL and code:
        return f"{_START}{name}{_plain(json.dumps(code, ensure_ascii=False)[1:-1])}"
    return ""


def visit_word(visit_id: str) -> str:
    """Return the word by which the notes of a visit are found: the end of its id."""
    return visit_id[-_VISIT_TAIL:]


def create_index(connection: Connection) -> None:
    """Make the index, and the triggers that keep it as the notes are, where there is none."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)


def replace_index(connection: Connection) -> None:
    """Make the index of the first version anew with all that is in the notes."""
    for trigger in ("note_added", "note_removed", "note_changed"):
        connection.exec_driver_sql(f"drop trigger {trigger}")
    connection.exec_driver_sql("drop table note_search")
    create_index(connection)
    connection.exec_driver_sql("insert into note_search(note_search) values ('rebuild')")


def _plain(code: str) -> str:
    """Return a code without the one sign that would make several words of it."""
    return code.replace("-", "")


def _tags_sql() -> str:
    """Return the expression for the tags of a note."""
    said = [f"'{_START}marker' || marker"]
    said += [f"iif({name} = '', '', ' {_START}{name}' || {name})" for name in _ONE]
    said += [f"iif({name} = '[]', '', ' {_START}{name}' || {_listed(name)})" for name in _SEVERAL]
    said += [f"iif({name}, ' {_START}{name}', '')" for name in _FLAGS]
    return f"replace({' || '.join(said)}, '-', '')"


def _listed(name: str) -> str:
    """Return the expression for the codes of a list kept as JSON, each after the first with its start."""
    return f"""replace(substr({name}, 3, length({name}) - 4), '", "', ' {_START}{name}')"""


_NAMES = ", ".join(("visit_id", "text", "marker", *_ONE, *_SEVERAL, *_FLAGS))
_STATEMENTS = (
    f"create view note_words as select seq, substr(visit_id, -{_VISIT_TAIL}) as visit_id, text, "  # noqa: S608
    f"{_tags_sql()} as tags from note where visit_id <> ''",
    "create virtual table note_search using fts5(visit_id, text, tags, content='note_words', content_rowid='seq', "
    "tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')",
    "create trigger note_added after insert on note begin "
    "insert into note_search(rowid, visit_id, text, tags) "
    "select seq, visit_id, text, tags from note_words where seq = new.seq; end",
    "create trigger note_removed before delete on note begin "
    "insert into note_search(note_search, rowid, visit_id, text, tags) "
    "select 'delete', seq, visit_id, text, tags from note_words where seq = old.seq; end",
    f"create trigger note_changing before update of {_NAMES} on note begin "  # noqa: S608
    "insert into note_search(note_search, rowid, visit_id, text, tags) "
    "select 'delete', seq, visit_id, text, tags from note_words where seq = old.seq; end",
    f"create trigger note_changed after update of {_NAMES} on note begin "  # noqa: S608
    "insert into note_search(rowid, visit_id, text, tags) "
    "select seq, visit_id, text, tags from note_words where seq = new.seq; end",
)
