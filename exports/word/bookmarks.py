"""The names by which the records of a report are found again in its Word file."""

from exports.word import wording
from exports.word.markup import bookmark
from visitapp.domain.marks import LONGEST, RECORD_PREFIX, record_names, report_name
from visitapp.domain.report import Block, Bullets, Paragraph, Report

__all__ = [
    "LONGEST",
    "NO_BOOKMARK",
    "RECORD_PREFIX",
    "Bookmarks",
    "ended_early",
    "record_bookmarks",
    "report_bookmark",
]

NO_BOOKMARK = ("", "")
REPORT_MARK = "rvB_report"
"""The bookmark round a report that stands among the words of a template."""


def record_bookmarks(report: Report) -> dict[str, str]:
    """Return the bookmark name of every addressable record, by its id, in the order of the report."""
    return record_names(report.texts())


def report_bookmark(report: Report) -> str:
    """Return the bookmark name that says which report and which revision a file holds."""
    return report_name(report.id, report.revision)


def ended_early(report: Report) -> frozenset[str]:
    """Return the records whose bookmark ends with the first of their paragraphs: those that stand behind a table.

    LibreOffice 7.4 loses a bookmark that begins behind a table and goes on into the next paragraph.
    """
    found: set[str] = set()
    for section in report.sections:
        behind = False
        for block in section.blocks:
            for record_id, text in _printed(block):
                if behind and len(wording.pieces(text)) > 1:
                    found.add(record_id)
                behind = False
            behind = behind or (not isinstance(block, Paragraph | Bullets) and bool(block.rows))
    return frozenset(found)


def _printed(block: Block) -> list[tuple[str, str]]:
    """Return the texts of a block that are no table, those nobody would see left out."""
    items = (block,) if isinstance(block, Paragraph) else block.items if isinstance(block, Bullets) else ()
    return [(one.id, one.text) for one in items if not wording.is_blank(one.text)]


class Bookmarks:
    """Hands out each record's bookmark once, numbered through the document."""

    def __init__(self, report: Report) -> None:
        self._names = record_bookmarks(report)
        self._left = set(self._names)
        self._ended_early = ended_early(report)
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

    def ends_early(self, record_id: str) -> bool:
        """Return whether a record's bookmark ends with the first of its paragraphs."""
        return record_id in self._ended_early

    def name_of(self, record_id: str) -> str:
        """Return the name a link to a record leads to; empty for a record without id."""
        return self._names.get(record_id, "")
