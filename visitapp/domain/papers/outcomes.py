"""Outcomes over some years as a paper of its own: the tables a committee reads, with their sources."""

from collections.abc import Sequence
from datetime import datetime

from visitapp.domain.published.story import StoryTable
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, Report, ReportSection, Table

NOTHING = "No results of this place were read in yet."
_WIDE_CM = 16.0
_FIRST_PART = 0.3


def outcomes_paper(
    tables: Sequence[StoryTable],
    place: str,
    sources: Sequence[str],
    *,
    author: str,
    created: datetime,
    sample: bool = False,
) -> Report:
    """Return the tables of a place as a report, each under its own heading, and where the figures are from."""
    sections = [ReportSection(f"outcomes.{one.code}", one.title, 1, _blocks(one)) for one in tables]
    if not sections:
        sections = [ReportSection("outcomes", "Results", 1, (Paragraph("outcomes.none", NOTHING),))]
    if sources:
        listed = tuple(Bullet(f"outcomes.source.{number}", words) for number, words in enumerate(sources, 1))
        sections.append(ReportSection("outcomes.sources", "Sources", 1, (Bullets(listed),)))
    return Report(
        id="outcomes",
        revision=1,
        title="Key stage 2 outcomes",
        school=place,
        subtitle=f"Published figures as read in by {created.day} {created:%B %Y}",
        status="FINAL",
        author=author,
        created=created,
        front=(),
        sections=tuple(sections),
        sample=sample,
        paper="Outcomes",
    )


def _blocks(table: StoryTable) -> tuple[Block, ...]:
    header = tuple(cell or "Count" for cell in table.header)
    others = len(header) - 1
    widths = (_WIDE_CM * _FIRST_PART, *([_WIDE_CM * (1 - _FIRST_PART) / others] * others)) if others else ()
    shown = Table(f"outcomes.{table.code}.table", table.title, header, table.rows, widths_cm=widths)
    return (shown, Paragraph(f"outcomes.{table.code}.note", table.note, "guidance")) if table.note else (shown,)
