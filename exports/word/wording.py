"""The few words the writer itself puts into a report, and how it puts a text that is missing or in several parts."""

import re
from collections.abc import Sequence
from datetime import datetime

from visitapp.domain.marks import NOT_RECORDED
from visitapp.domain.prose import Spans
from visitapp.domain.report import Chart, Report, ReportSection, Table, heading_text
from visitapp.domain.text import clean, first_words, one_line

CONTENTS = "Contents"
DISTRIBUTION = "Distribution"
CONFIDENTIALITY = "Confidentiality"
SAMPLE = "Sample report. The school, the people and the findings in it are invented."

_LONGEST_ALT = 250
_MOST_SECTIONS = 6
_MOST_SHORT_ROWS, _MOST_SHORT_TEXT = 9, 600
_TEN_PAGES = 26_000
"""Characters of text that fill about ten pages."""

_FIRST_SENTENCE = re.compile(r".*?\w{3}[.!?]+[\u201d\u2019\"')]*(?=\s)", re.DOTALL)
_BLANK_LINE = re.compile(r"(?<!\n)\n\n(?!\n)")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def is_draft(report: Report) -> bool:
    """Return whether the report is still to be checked by others."""
    return report.status == "DRAFT"


def is_blank(text: str) -> bool:
    """Return whether nothing of a text would be seen."""
    return not clean(text).strip()


def heading(section: ReportSection) -> str:
    """Return a heading on one line; never empty, or no one could find the section."""
    return one_line(heading_text(section)) or "Untitled section"


def cell(text: str) -> str:
    """Return what stands in a table cell; a blank is said in words, for those who hear the table read."""
    return NOT_RECORDED if is_blank(text) else clean(text)


def facts(report: Report) -> list[tuple[str, str]]:
    """Return the front facts as printed."""
    return [(cell(name), cell(value)) for name, value in report.front]


def closing(report: Report) -> dict[str, tuple[str, ...]]:
    """Return what stands after the last section, by its heading; nothing that is blank."""
    texts = {DISTRIBUTION: report.distribution, CONFIDENTIALITY: (report.confidentiality,)}
    kept = {title: tuple(text for text in given if not is_blank(text)) for title, given in texts.items()}
    return {title: given for title, given in kept.items() if given}


def grid(table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the header row and the rows as printed, each as long as the longest of them."""
    columns = max(1, *map(len, (table.header, *table.rows)))
    header = tuple(one_line(name) for name in table.header)
    named = tuple(name or f"Column {number}" for number, name in enumerate(_padded(header, columns), 1))
    return (named, *(tuple(map(cell, _padded(row, columns))) for row in table.rows))


def is_short(grid: Sequence[Sequence[str]]) -> bool:
    """Return whether a table, its header first, takes so little room that it should never be parted by a page."""
    return len(grid) <= _MOST_SHORT_ROWS and sum(len(text) for row in grid for text in row) <= _MOST_SHORT_TEXT


def pieces(text: str) -> list[str]:
    """Return the paragraphs of one text, parted by a blank line; a text that would leave one empty stays whole."""
    parted = _BLANK_LINE.split(clean(text))
    return parted if all(piece.strip() for piece in parted) else [clean(text)]


def lead(text: str) -> Spans:
    """Return where the first sentence of a text stands, which is bold in a statement."""
    first = pieces(text)[0]
    sentence = _FIRST_SENTENCE.match(first)
    return ((0, sentence.end() if sentence else len(first)),)


def long_date(moment: datetime) -> str:
    """Return a date as it is written in Britain: 9 March 2026."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def title(report: Report) -> str:
    """Return the title as printed: what the report is called, or which other paper this is."""
    return one_line(report.paper) or one_line(report.title) or "Report"


def details(report: Report) -> str:
    """Return the line under the school: which visit and, of another paper, which report it comes from."""
    named = (one_line(report.title) if report.paper else "", one_line(report.subtitle))
    return ", ".join(part for part in named if part)


def document_title(report: Report) -> str:
    """Return the title a screen reader announces: report and school."""
    named = (one_line(report.paper), one_line(report.title), one_line(report.school))
    return ": ".join(part for part in named if part) or "Report"


def needs_contents(report: Report) -> bool:
    """Return whether a reader would look for a list of contents: many headings, or more than about ten pages."""
    return len(report.sections) > _MOST_SECTIONS or sum(map(len, report.texts().values())) > _TEN_PAGES


def version(report: Report) -> str:
    """Return the status and the version: DRAFT version 2; without a revision (0) the status alone."""
    number = f" version {report.revision}" if report.revision else ""
    return f"{one_line(report.status)}{number}".strip()


def status_line(report: Report) -> tuple[str, str]:
    """Return the version of a report, empty for a paper without one, and its date and author as what follows it."""
    said = version(report)
    details = " \u00b7 ".join(filter(None, (long_date(report.created), one_line(report.author))))
    return said, f" \u00b7 {details}" if said else details


def _padded(row: tuple[str, ...], columns: int) -> tuple[str, ...]:
    return row + ("",) * (columns - len(row))


def charted(report: Report) -> list[Table]:
    """Return the tables of a report that have a chart, in order."""
    blocks = (block for section in report.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Table) and has_chart(block)]


def has_chart(table: Table) -> bool:
    """Return whether a table has a chart that fits it: a value for each row."""
    return table.chart is not None and 0 < len(table.rows) == len(table.chart.values)


def bar_names(table: Table) -> list[str]:
    """Return the name of each bar of a table's chart, as printed in its row."""
    return [one_line(row[0]) for row in grid(table)[1:]]


def figure_title(chart: Chart) -> str:
    """Return what a chart shows, in which unit, and what that is counted of."""
    said = ", ".join(part for part in (one_line(chart.unit), one_line(chart.base)) if part)
    return f"{one_line(chart.title)} ({said})" if said else one_line(chart.title)


def figure_words(table: Table) -> str:
    """Return a chart in words for those who do not see it: every value, or that they are in the table below."""
    assert table.chart is not None
    values = zip(bar_names(table), table.chart.values, strict=True)
    told = "; ".join(f"{name} {value:g}" for name, value in values)
    whole = f"Bar chart, {figure_title(table.chart)}: {told}."
    short = first_words(f"Bar chart, {figure_title(table.chart)}", _LONGEST_ALT - 40)
    return whole if len(whole) <= _LONGEST_ALT else f"{short}. The table below has the values."
