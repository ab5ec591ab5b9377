"""A report as a PDF file."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from exports.pdf.literal import in_words
from exports.pdf.source import source
from exports.pdf.typeset import Typeset, typeset
from exports.whole_file import write_whole
from exports.word import wording
from visitapp.domain.marks import FACT_HEADER, NOTHING_WRITTEN
from visitapp.domain.report import Block, Bullets, Paragraph, Report
from visitapp.domain.text import clean, first_words, one_line
from visitapp.errors import ExportError

_QUOTED_CHARACTERS = 60


def write_pdf(report: Report, path: Path) -> None:
    """Write `report` as an accessible PDF at `path`.

    The same report gives the same bytes. A sign no font of this machine holds is named in words, in brackets.
    Raises ExportError when not all of the report would be in it, or when the disk or another program refuses; an
    older file is then as it was.
    """
    write_whole(path, pdf_bytes(report))


def pdf_bytes(report: Report) -> bytes:
    """Return `report` as the bytes of a PDF; raises ExportError if they do not hold it whole."""
    found = typeset(source(report), report.created)
    _compare(report, found)
    return found.pdf


def _compare(report: Report, found: Typeset) -> None:
    """Raise ExportError unless every text of the report was set, once and in order."""
    wanted = (in_words(clean(text), found.named) for text in said_texts(report))
    for text, said in zip_longest(wanted, found.texts):
        if text != said:
            raise ExportError(
                "Your text is safe in Visitapp, but the PDF would not hold all of it: "
                f"\u201c{first_words(text or said or '', _QUOTED_CHARACTERS)}\u201d is missing or different. "
                "Export the report to Word instead."
            )


def said_texts(report: Report) -> Iterator[str]:
    """Yield every text a PDF of the report prints, in order; what is blank is left out, as in Word."""
    yield wording.title(report)
    status = "".join(wording.status_line(report))
    yield from filter(None, (one_line(report.school), wording.details(report), status))
    if report.sample:
        yield wording.SAMPLE
    facts = wording.facts(report)
    yield from (text for row in ((FACT_HEADER, *facts) if facts else ()) for text in row)
    for section, following in zip_longest(report.sections, report.sections[1:]):
        yield wording.heading(section)
        written = [text for block in section.blocks for text in _texts(block)]
        has_more = following is not None and following.level > section.level
        yield from written or ([] if has_more else [NOTHING_WRITTEN])
    for title, texts in wording.closing(report).items():
        yield title
        yield from (piece for text in texts for piece in wording.pieces(text))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | Bullets):
        for text in (block.text,) if isinstance(block, Paragraph) else (item.text for item in block.items):
            yield from () if wording.is_blank(text) else wording.pieces(text)
    elif block.rows:
        if block.chart is not None and wording.has_chart(block):
            yield wording.figure_title(block.chart)
        yield one_line(block.caption)
        yield from (cell for row in wording.grid(block) for cell in row)
