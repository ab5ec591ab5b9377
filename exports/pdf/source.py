"""A report in the typesetter's language: calls of the look's functions, and every text a literal."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from exports.pdf.literal import array, literal, texts
from exports.pdf.look import look_source
from exports.word import wording
from exports.word.contents import DEEPEST
from exports.word.tables import figure_widths
from visitapp.domain.marks import FACT_HEADER, NOTHING_WRITTEN
from visitapp.domain.prose import Spans
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, Report, ReportSection
from visitapp.domain.text import first_words, one_line

_LONGEST_RUNNING, _LONGEST_SCHOOL, _MOST_COUNTED = 80, 60, 60
_FACT_WIDTHS = (2.0, 3.0)


def source(report: Report) -> str:
    """Return the whole source of a PDF: its settings, the look, and one call for each thing in the report."""
    look = look_source(report.look, tight=report.tight)
    return "\n".join((*_settings(report), look, *_opening(report), *_sections(report), *_closing(report), ""))


def _settings(report: Report) -> Iterator[str]:
    language, _, region = one_line(report.language).partition("-")
    made = report.created
    moment = f"year: {made.year}, month: {made.month}, day: {made.day}"
    warnings = [word for word, holds in (("DRAFT", wording.is_draft(report)), ("SAMPLE", report.sample)) if holds]
    title = wording.document_title(report)
    foot = " \u00b7 ".join(filter(None, (first_words(report.school, _LONGEST_SCHOOL), wording.version(report))))
    yield f"#let warning = {literal(' '.join(warnings))}"
    yield f"#let running = {literal(first_words(title, _LONGEST_RUNNING))}"
    yield f"#let foot = {literal(foot)}"
    yield f"#let language = {literal(language or 'en')}"
    yield f"#let region = {literal(region) if region else 'none'}"
    yield (
        f"#set document(title: {literal(title)}, author: {literal(one_line(report.author))}, "
        f"date: datetime({moment}))"
    )


def _opening(report: Report) -> Iterator[str]:
    yield f"#cover[#title(said({literal(wording.title(report))}))"
    status = "".join(wording.status_line(report))
    lines = ((report.school, 16, "semibold", "cover-ink"), (wording.details(report), 12, "regular", "cover-muted"))
    for text, size, weight, colour in (*lines, (status, 11, "regular", "cover-ink")):
        if one_line(text):
            yield f'#line-of({literal(one_line(text))}, {size}, "{weight}", {colour})'
    yield "]"
    if report.sample:
        yield f'#panel(said({literal(wording.SAMPLE)}), rgb("#FFF4D6"), rgb("#9A6700"))'
    found = wording.facts(report)
    if found:
        yield f"#facts({texts(FACT_HEADER)}, {array(map(texts, found))}, {_numbers(_FACT_WIDTHS)})"
    if report.sections and wording.needs_contents(report):
        yield f"#outline(title: {literal(wording.CONTENTS)}, depth: {DEEPEST})"


def _sections(report: Report) -> Iterator[str]:
    for section, following in zip_longest(report.sections, report.sections[1:]):
        yield f"#head({section.level}, {literal(wording.heading(section))})"
        written = [call for block in section.blocks for call in _block(block)]
        yield from written or _nothing(section, following)


def _nothing(section: ReportSection, following: ReportSection | None) -> Iterator[str]:
    if following is None or following.level <= section.level:
        yield f"#par(said({literal(NOTHING_WRITTEN)}))"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        if not wording.is_blank(block.text):
            bold = wording.lead(block.text) if block.kind == "statement" else block.bold
            yield f"#prose({literal(block.kind)}, {_words(block.number, block.text, bold)})"
    elif isinstance(block, Bullets):
        yield from _list(block)
    elif block.rows:
        header, *rows = wording.grid(block)
        widths = figure_widths((header, *rows)) if block.has_figures else _widths(header, rows, block.widths_cm)
        title, parted = literal(one_line(block.caption)), _yes(not wording.is_short((header, *rows)))
        kept = f"{parted}, {_yes(block.has_figures)}"
        if block.chart is not None and wording.has_chart(block):
            drawn = literal(wording.figure_title(block.chart)), literal(wording.figure_words(block))
            yield f"#drawn({', '.join(drawn)}, {texts(wording.bar_names(block))}, {_numbers(block.chart.values)})"
        yield f"#tabled({title}, {texts(header)}, {array(map(texts, rows))}, {_numbers(widths)}, {kept})"


def _list(block: Bullets) -> Iterator[str]:
    items = [_item(one) for one in block.items if not wording.is_blank(one.text)]
    if items:
        yield f"#items({array(items)})"


def _item(item: Bullet) -> str:
    return f"({_words(item.number, item.text, item.bold)})"


def _words(number: int, text: str, bold: Spans) -> str:
    """Return number, first paragraph whole and in parts (each bold or not), and further paragraphs as arguments."""
    first, *further = wording.pieces(text)
    parts = array(f"({literal(words)}, {_yes(strong)})" for words, strong in _parts(first, bold))
    return f"{number}, {literal(first)}, {parts}, {texts(further)}"


def _parts(text: str, bold: Spans) -> Iterator[tuple[str, bool]]:
    place = 0
    for start, end in bold:
        yield from (one for one in ((text[place:start], False), (text[start:end], True)) if one[0])
        place = end
    if text[place:] or not place:
        yield text[place:], False


def _closing(report: Report) -> Iterator[str]:
    for title, given in wording.closing(report).items():
        yield f"#head(1, {literal(title)})"
        if title == wording.DISTRIBUTION:
            yield f"#items({array(f'({_words(0, text, ())})' for text in given)})"
        else:
            yield from (f'#prose("body", {_words(0, text, ())})' for text in given)


def _widths(header: Sequence[str], rows: Sequence[Sequence[str]], given: Sequence[float]) -> list[float]:
    if len(given) == len(header) and all(width > 0 for width in given):
        return list(given)
    columns = zip(header, *rows, strict=True)
    return [float(8 + min(max(map(len, column)), _MOST_COUNTED)) for column in columns]


def _numbers(found: Sequence[float]) -> str:
    return array(f"{one:g}" for one in found)


def _yes(holds: bool) -> str:
    return "true" if holds else "false"
