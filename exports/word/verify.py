"""Proof that a Word file holds the whole report: every text is read back and compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from exports.word import wording
from exports.word.bookmarks import RECORD_PREFIX, ended_early, record_bookmarks, report_bookmark
from exports.word.read_back import ReadBack, read_back, read_content
from visitapp.domain.marks import REPORT_PROPERTY, REVISION_PROPERTY
from visitapp.domain.report import Block, Bullets, Paragraph, Report, Table
from visitapp.domain.text import clean, first_words, one_line
from visitapp.errors import ExportError

_QUOTED_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Counted:
    """How much of a report was found again in its Word file."""

    sections: int
    bullets: int
    paragraphs: int
    rows: int


def verify(report: Report, path: Path) -> Counted:
    """Return how much of `report` the file at `path` was found to hold, which is all of it.

    Raises ExportError when a heading, bullet, paragraph or row is missing or differs from what is printed: the
    text cleaned, a heading on one line, a blank cell said in words; a blank text is left out.
    """
    return _compared(report, read_back(path))


def verify_content(report: Report, content: bytes) -> Counted:
    """Return the same for the bytes of a Word file that is not saved yet; raises ExportError as `verify` does."""
    return _compared(report, read_content(content))


def _compared(report: Report, found: ReadBack) -> Counted:
    _same_report(report, found)
    _same_in_order(_headings(report), found.headings)
    _same_in_order(_rows(report), found.rows)
    _same_records(report, found)
    _all_present(_texts_without_bookmark(report), found)
    bullets, paragraphs = _bullets(report), _paragraphs(report)
    if found.bullets != len(bullets) + len(wording.closing(report).get(wording.DISTRIBUTION, ())):
        raise ExportError(_sentence("a bullet of a list"))
    rows = sum(len(table.rows) for table in _tables(report))
    return Counted(len(report.sections), len(bullets), len(paragraphs), rows)


def _same_report(report: Report, found: ReadBack) -> None:
    given = found.properties.get(REPORT_PROPERTY), found.properties.get(REVISION_PROPERTY)
    if given != (one_line(report.id), str(report.revision)) or report_bookmark(report) not in found.bookmarks:
        raise ExportError(
            "This Word file belongs to another report or to another version of it. Your text is safe in Visitapp."
        )


def _same_in_order(expected: Iterable[tuple[object, ...]], found: Iterable[tuple[object, ...]]) -> None:
    for wanted, given in zip_longest(expected, found):
        if wanted != given:
            raise ExportError(_sentence(str((wanted or given or [""])[-1])))


def _same_records(report: Report, found: ReadBack) -> None:
    names = record_bookmarks(report)
    expected = {names[record_id]: text for record_id, text in _record_texts(report).items()}
    for name, text in expected.items():
        if found.bookmarks.get(name) != text:
            raise ExportError(_sentence(text))
    for name, text in found.bookmarks.items():
        if name.startswith(RECORD_PREFIX) and name not in expected:
            raise ExportError(_sentence(text))


def _all_present(texts: Iterable[str], found: ReadBack) -> None:
    printed = set(found.paragraphs)
    for text in texts:
        if not printed.issuperset(wording.pieces(text)):
            raise ExportError(_sentence(text))


def _sentence(text: str) -> str:
    return (
        "Your text is safe in Visitapp, but the Word file does not hold all of it: "
        f"\u201c{first_words(text, _QUOTED_CHARACTERS)}\u201d is missing or different. Export the report again."
    )


def _headings(report: Report) -> list[tuple[int, str]]:
    written = [(section.level, wording.heading(section)) for section in report.sections]
    return written + [(1, title) for title in wording.closing(report)]


def _rows(report: Report) -> list[tuple[str, ...]]:
    return [*wording.facts(report), *(row for table in _tables(report) for row in wording.grid(table)[1:])]


def _record_texts(report: Report) -> dict[str, str]:
    """Return what its bookmark holds of every addressable record: the values of `report.texts()`, as printed."""
    texts = {record_id: clean(text) for record_id, text in report.texts().items()}
    texts |= {section.id: wording.heading(section) for section in report.sections}
    for table in _tables(report):
        texts |= zip(table.row_ids, map("\n".join, wording.grid(table)[1:]), strict=False)
    texts |= {record_id: wording.pieces(texts[record_id])[0] for record_id in ended_early(report)}
    return {record_id: text for record_id, text in texts.items() if record_id and not wording.is_blank(text)}


def _texts_without_bookmark(report: Report) -> list[str]:
    closing = [text for texts in wording.closing(report).values() for text in texts]
    unnamed = [*_bullets(report), *_paragraphs(report)]
    early = ended_early(report)
    return closing + [text for record_id, text in unnamed if not record_id or record_id in early]


def _blocks(report: Report) -> Iterator[Block]:
    return (block for section in report.sections for block in section.blocks)


def _tables(report: Report) -> list[Table]:
    return [block for block in _blocks(report) if isinstance(block, Table) and block.rows]


def _bullets(report: Report) -> list[tuple[str, str]]:
    lists = (block.items for block in _blocks(report) if isinstance(block, Bullets))
    return [(item.id, item.text) for items in lists for item in items if not wording.is_blank(item.text)]


def _paragraphs(report: Report) -> list[tuple[str, str]]:
    bodies = (block for block in _blocks(report) if isinstance(block, Paragraph))
    return [(body.id, body.text) for body in bodies if not wording.is_blank(body.text)]
