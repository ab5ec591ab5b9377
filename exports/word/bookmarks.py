"""The names by which the records of a report are found again in its Word file."""

from exports.word.markup import bookmark
from visitapp.domain.marks import LONGEST, RECORD_PREFIX, record_names, report_name
from visitapp.domain.report import Report

__all__ = ["LONGEST", "NO_BOOKMARK", "RECORD_PREFIX", "Bookmarks", "record_bookmarks", "report_bookmark"]

NO_BOOKMARK = ("", "")


def record_bookmarks(report: Report) -> dict[str, str]:
    """Return the bookmark name of every addressable record, by its id, in the order of the report."""
    return record_names(report.texts())


def report_bookmark(report: Report) -> str:
    """Return the bookmark name that says which report and which revision a file holds."""
    return report_name(report.id, report.revision)


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
