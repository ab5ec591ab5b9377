"""The few words the writer itself puts into a report, and how it puts a text that is missing or in several parts."""

import re
from datetime import datetime

from visitapp.domain.report import Report, ReportSection, Table, heading_text
from visitapp.domain.text import clean, one_line

NOT_RECORDED = "Not recorded"
NOTHING_WRITTEN = "Nothing is recorded under this heading."
FACT_HEADER = ("About this report", "Detail")
CONTENTS = "Contents"
DISTRIBUTION = "Distribution"
CONFIDENTIALITY = "Confidentiality"
END = "End of report"
SAMPLE = "Sample report. The school, the people and the findings in it are invented."

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


def pieces(text: str) -> list[str]:
    """Return the paragraphs of one text, parted by a blank line; a text that would leave one empty stays whole."""
    parted = _BLANK_LINE.split(clean(text))
    return parted if all(piece.strip() for piece in parted) else [clean(text)]


def long_date(moment: datetime) -> str:
    """Return a date as it is written in Britain: 9 March 2026."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def document_title(report: Report) -> str:
    """Return the title a screen reader announces: report and school."""
    return ": ".join(part for part in (one_line(report.title), one_line(report.school)) if part) or "Report"


def version(report: Report) -> str:
    """Return the status and the version: DRAFT version 2; without a revision (0) the status alone."""
    number = f" version {report.revision}" if report.revision else ""
    return f"{one_line(report.status)}{number}".strip()


def _padded(row: tuple[str, ...], columns: int) -> tuple[str, ...]:
    return row + ("",) * (columns - len(row))
