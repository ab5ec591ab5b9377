"""The text of a report, from its title to its last line."""

from dataclasses import dataclass
from itertools import count, zip_longest

from exports.word import wording
from exports.word.bookmarks import NO_BOOKMARK, Bookmarks, report_bookmark
from exports.word.charts import figure
from exports.word.contents import DEEPEST, Entry, contents
from exports.word.markup import paragraph, part, run, runs
from exports.word.numbers import number_list
from exports.word.page import section_properties
from exports.word.styles import TEXT_WIDTH
from exports.word.tables import caption, table
from exports.word.tight import TIGHT_WIDTH
from visitapp.domain.marks import END, FACT_HEADER, NOTHING_WRITTEN, PART_PREFIX
from visitapp.domain.prose import Spans
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, Report, ReportSection, Table
from visitapp.domain.text import one_line

_FACT_WIDTHS = (2, 3)
_PARAGRAPH_STYLES = {"statement": "Statement", "guidance": "Guidance"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text of a report goes: what the cover says already (title, school, subtitle, status), and how wide a
    line is, in twentieths of a point."""

    on_cover: frozenset[str] = frozenset()
    width: int = TEXT_WIDTH


BUILT_IN = Place()


def document_part(report: Report) -> bytes:
    """Return word/document.xml."""
    place = Place(width=TIGHT_WIDTH) if report.tight else BUILT_IN
    return part("document", "", f"<w:body>{report_text(report, place)}{section_properties(report)}</w:body>")


def report_text(report: Report, place: Place = BUILT_IN) -> str:
    """Return all that stands between cover and end as markup."""
    return _Body(report, place).whole()


class _Body:
    """Writes one report from beginning to end, handing out its bookmarks and table numbers."""

    def __init__(self, report: Report, place: Place) -> None:
        self._report = report
        self._place = place
        self._bookmarks = Bookmarks(report)
        self._table_numbers = count(1)
        self._figure_numbers = count(1)

    def whole(self) -> str:
        """Return everything the body holds; it never ends in a table, for a text must follow one."""
        sections = self._report.sections
        written = [self._title(), self._facts(), self._contents()]
        written += [self._section(*neighbours) for neighbours in zip_longest(sections, sections[1:])]
        written += self._closing()
        whole = "".join(written)
        return whole + paragraph("TextAfterTable", run(END)) if whole.endswith("</w:tbl>") else whole

    def _title(self) -> str:
        report = self._report
        ends = self._bookmarks.named(report_bookmark(report))
        lines = {
            "title": _text(wording.title(report), "Title", "Title", ends),
            "school": _line("Subtitle", report.school),
            "subtitle": _line("ReportDetails", wording.details(report)),
            "status": self._status(),
        }
        notice = _line("ReportNotice", wording.SAMPLE) if report.sample else ""
        return "".join(line for name, line in lines.items() if name not in self._place.on_cover) + notice

    def _status(self) -> str:
        version, rest = wording.status_line(self._report)
        return paragraph("ReportStatus", (run(version, "Strong") if version else "") + run(rest))

    def _facts(self) -> str:
        facts = wording.facts(self._report)
        if not facts:
            return ""
        grid = [FACT_HEADER, *facts]
        none = [NO_BOOKMARK] * len(facts)
        return table(grid, FACT_HEADER[0], none, _FACT_WIDTHS, names_rows=True, room=self._place.width)

    def _contents(self) -> str:
        sections = self._report.sections
        if not sections or not wording.needs_contents(self._report):
            return ""
        listed = [
            Entry(section.level, self._bookmarks.name_of(section.id), wording.heading(section))
            for section in sections
            if section.level <= DEEPEST
        ]
        return contents(listed + [Entry(1, _closing_name(title), title) for title in wording.closing(self._report)])

    def _section(self, section: ReportSection, following: ReportSection | None) -> str:
        ends = self._bookmarks.of(section.id)
        style = f"Heading{section.level}"
        title = _text(wording.heading(section), style, style, ends)
        blocks = "".join(map(self._block, section.blocks, (None, *section.blocks)))
        has_subsections = following is not None and following.level > section.level
        return title + (blocks or ("" if has_subsections else _line("Normal", NOTHING_WRITTEN)))

    def _block(self, block: Block, before: Block | None) -> str:
        if isinstance(block, Paragraph):
            return self._paragraph(block, "TextAfterTable" if isinstance(before, Table) else "Normal")
        if isinstance(block, Bullets):
            return self._bullets(block)
        return self._table(block)

    def _paragraph(self, block: Paragraph, plain: str) -> str:
        if wording.is_blank(block.text):
            return ""
        style = _PARAGRAPH_STYLES.get(block.kind, plain)
        further = _PARAGRAPH_STYLES.get(block.kind, "Normal")
        bold = wording.lead(block.text) if block.kind == "statement" else block.bold
        return self._marked(block, style, further, bold)

    def _bullets(self, block: Bullets) -> str:
        return "".join(
            self._marked(item, "ListBullet", "ListContinue", item.bold)
            for item in block.items
            if not wording.is_blank(item.text)
        )

    def _marked(self, said: Paragraph | Bullet, style: str, further: str, bold: Spans) -> str:
        early = self._bookmarks.ends_early(said.id)
        return _text(said.text, style, further, self._bookmarks.of(said.id), bold, said.number, early=early)

    def _table(self, block: Table) -> str:
        if not block.rows:
            return ""
        number = next(self._table_numbers)
        ids = block.row_ids + ("",) * (len(block.rows) - len(block.row_ids))
        ends = [self._bookmarks.of(row_id) for row_id, _ in zip(ids, block.rows, strict=False)]
        title = one_line(block.caption)
        room = self._place.width
        drawn = figure(block, next(self._figure_numbers), room) if wording.has_chart(block) else ""
        figures = block.has_figures
        written = table(
            wording.grid(block), title or f"Table {number}", ends, block.widths_cm, figures, room, has_figures=figures
        )
        return drawn + caption(number, title) + written

    def _closing(self) -> list[str]:
        written = []
        for title, texts in wording.closing(self._report).items():
            ends = self._bookmarks.named(_closing_name(title))
            styles = ("ListBullet", "ListContinue") if title == wording.DISTRIBUTION else ("Normal", "Normal")
            written.append(_text(title, "Heading1", "Heading1", ends))
            written += [_text(text, *styles, NO_BOOKMARK) for text in texts]
        return written


def _line(style: str, text: str) -> str:
    """Return a text on one line; nothing when it is blank."""
    line = one_line(text)
    return paragraph(style, run(line)) if line else ""


def _text(
    text: str,
    style: str,
    further_style: str,
    ends: tuple[str, str],
    bold: Spans = (),
    number: int = 0,
    *,
    early: bool = False,
) -> str:
    """Return the paragraphs of one text between the ends of its bookmark; `bold` and `number` are of its first.

    `early`: the bookmark ends with the first.
    """
    first, *further = wording.pieces(text)
    start, end = ends
    written = [runs(first, bold), *map(run, further)]
    written[0] = start + written[0]
    written[0 if early else -1] += end
    lead, *rest = written
    return paragraph(style, lead, number_list(number)) + "".join(paragraph(further_style, one) for one in rest)


def _closing_name(title: str) -> str:
    return f"{PART_PREFIX}{title.lower()}"
