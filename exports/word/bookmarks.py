"""The names by which the records of a report are found again in its Word file."""

import re
from collections.abc import Iterable

from exports.word.markup import bookmark
from visitapp.domain.report import Report

RECORD_PREFIX = "rv_"
LONGEST = 40
"""The longest name Word keeps."""

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]")
NO_BOOKMARK = ("", "")


def record_bookmarks(report: Report) -> dict[str, str]:
    """Return the bookmark name of every addressable record, by its id, in the order of the report.

    A name is `rv_` and the id without hyphens: at most 40 letters, digits and underscores, each unlike every
    other even when capitals are ignored, as Word does.
    """
    return dict(zip(_ids(report), _unlike(map(_record_name, _ids(report))), strict=True))


def report_bookmark(report: Report) -> str:
    """Return the bookmark name that says which report and which revision a file holds."""
    revision = f"_r{report.revision}"
    return f"rvR_{_compact(report.id)}"[: LONGEST - len(revision)] + revision


class Bookmarks:
    """Hands out each record's bookmark once, numbered through the document."""

    def __init__(self, report: Report) -> None:
        self._names = record_bookmarks(report)
        self._left = set(self._names)
        self._issued = 0

    def of(self, record_id: str) -> tuple[str, str]:
        """Return the two ends of a record's bookmark; both are empty the second time and for a record without id."""
        if record_id not in self._left:
            return NO_BOOKMARK
        self._left.remove(record_id)
        return self.named(self._names[record_id])

    def named(self, name: str) -> tuple[str, str]:
        """Return the two ends of a bookmark that belongs to no record."""
        self._issued += 1
        return bookmark(self._issued, name)

    def name_of(self, record_id: str) -> str:
        """Return the name a link to a record leads to; empty for a record without id."""
        return self._names.get(record_id, "")


def _ids(report: Report) -> list[str]:
    return [record_id for record_id in report.texts() if record_id]


def _compact(record_id: str) -> str:
    return _NOT_IN_NAMES.sub("", record_id)


def _record_name(record_id: str) -> str:
    return f"{RECORD_PREFIX}{_compact(record_id)}"[:LONGEST]


def _unlike(names: Iterable[str]) -> list[str]:
    taken: set[str] = set()
    return [_first_free(name, taken) for name in names]


def _first_free(name: str, taken: set[str]) -> str:
    """Return `name`, or its beginning with the first free number, and mark it as taken."""
    free, number = name, 1
    while free.lower() in taken:
        number += 1
        free = f"{name[: LONGEST - len(str(number)) - 1]}_{number}"
    taken.add(free.lower())
    return free
