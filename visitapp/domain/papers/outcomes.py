"""Outcomes over some years as a paper of its own: the tables a committee reads, with their sources; and as lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from visitapp.domain.forms import long_date
from visitapp.domain.handed_lists import Cell, HandedList, Row
from visitapp.domain.published.story_table import StoryCell, StoryTable
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, Report, ReportSection, Table

NOTHING = "No results of this place were read in yet."
_SENTENCES = re.compile(r"(?<=\.) ")
TITLE = "Key stage 2 outcomes"


@dataclass(frozen=True, slots=True)
class Source:
    """A file figures are from: what it is, its years, its release where it says so, what its licence asks to be
    said, and the ISO day it was read in."""

    title: str
    period: str = ""
    release: str = ""
    attribution: str = ""
    read_on: str = ""

    def words(self) -> str:
        """Return the file in one line."""
        about = ", ".join(filter(None, (self.title, self.period)))
        release = f" ({self.release})" if self.release else ""
        read = f", read in on {long_date(self.read_on)}" if self.read_on else ""
        return f"{about}{release}{read}. {self.attribution}".strip()


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The tables of a place, and where their figures are from; `remarks` are true of all of them, `created` is aware
    UTC."""

    place: str
    tables: tuple[StoryTable, ...]
    sources: tuple[Source, ...]
    author: str
    created: datetime
    sample: bool = False
    remarks: tuple[str, ...] = ()

    def attributions(self) -> tuple[str, ...]:
        """Return what the licences of the sources ask to be said, sentence by sentence, each once: whose files they
        are, then the licence they share."""
        sentences = [words for one in self.sources for words in _SENTENCES.split(one.attribution) if words]
        return tuple(reversed(dict.fromkeys(reversed(sentences))))


def outcomes_paper(outcomes: Outcomes) -> Report:
    """Return the tables of a place as a report, each under its own heading, and where the figures are from."""
    sections = [
        ReportSection(f"outcomes.{one.code}", one.title, 1, _blocks(one, outcomes.place)) for one in outcomes.tables
    ]
    if not sections:
        sections = [ReportSection("outcomes", "Results", 1, (Paragraph("outcomes.none", NOTHING),))]
    if outcomes.sources:
        listed = enumerate(outcomes.sources, 1)
        bullets = tuple(Bullet(f"outcomes.source.{number}", one.words()) for number, one in listed)
        remarks = enumerate(outcomes.remarks, 1)
        said = (Paragraph(f"outcomes.remark.{number}", words) for number, words in remarks)
        sections.append(ReportSection("outcomes.sources", "Sources", 1, (*said, Bullets(bullets))))
    created = outcomes.created
    return Report(
        id="outcomes",
        revision=0,
        title=TITLE,
        school=outcomes.place,
        subtitle=f"Published figures as read in by {long_date(created.date().isoformat())}",
        status="",
        author=outcomes.author,
        created=created,
        front=(),
        sections=tuple(sections),
        sample=outcomes.sample,
        paper="Outcomes",
    )


def outcomes_lists(outcomes: Outcomes) -> tuple[HandedList, ...]:
    """Return the same as lists: what they are about, then each table with its numbers as numbers. What a number is
    of stands in a column of its own."""
    return (_about(outcomes), *map(_list, outcomes.tables))


def _blocks(table: StoryTable, place: str) -> tuple[Block, ...]:
    caption = f"{table.title}, {place}"
    shown = Table(f"outcomes.{table.code}.table", caption, table.header, table.words(), has_figures=True)
    return (shown, Paragraph(f"outcomes.{table.code}.note", table.note, "guidance")) if table.note else (shown,)


def _about(outcomes: Outcomes) -> HandedList:
    facts: list[Row] = [
        ("Place", outcomes.place),
        ("What", TITLE),
        ("Written on", long_date(outcomes.created.date().isoformat())),
        ("Written by", outcomes.author),
    ]
    if outcomes.sample:
        facts.append(("Sample", "Invented places and figures."))
    facts += [(one.title, one.note) for one in outcomes.tables if one.note]
    facts += [("Remark", words) for words in outcomes.remarks]
    facts += [("Source", one.words()) for one in outcomes.sources]
    return HandedList("about", "About", ("About", "Says"), tuple(row for row in facts if row[1]))


def _list(table: StoryTable) -> HandedList:
    columns = list(zip(*table.rows, strict=True))
    header: list[str] = []
    for name, cells in zip(table.header, columns, strict=True):
        header += [name, f"{name}: of"] if _has_base(cells) else [name]
    based = [_has_base(cells) for cells in columns]
    rows = tuple(
        tuple(one for cell, has_base in zip(row, based, strict=True) for one in _cells(cell, has_base))
        for row in table.rows
    )
    return HandedList(table.code, table.title, tuple(header), rows)


def _has_base(cells: tuple[StoryCell, ...]) -> bool:
    return any(cell.of for cell in cells)


def _cells(cell: StoryCell, has_base: bool) -> Iterator[Cell]:
    number = cell.number
    yield cell.words if number is None else int(number) if number == int(number) else number
    if has_base:
        yield cell.of or ""
