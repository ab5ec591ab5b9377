"""A handover as a Word file: every note under a heading of its own, by day; all else as lists under their parts."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from exports.word.write import word_bytes
from visitapp.domain.forms import long_date
from visitapp.domain.handed_lists import HandedList, Row
from visitapp.domain.handed_notes import HandedNote, picture_words
from visitapp.domain.handover import Handover
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, Report, ReportSection

TITLE = "Handover"
_BETWEEN = " \u00b7 "
_SHORT = 60
_NO_WORDS = "This note has no words."


def handover_word(handover: Handover) -> bytes:
    """Return a handover as the bytes of a Word file, read back; raises ExportError when a text would be missing."""
    return word_bytes(handover_report(handover))


def handover_report(handover: Handover) -> Report:
    """Return a handover in the shape of a report."""
    return replace(cover(handover), sections=tuple(_sections(handover)))


def cover(handover: Handover) -> Report:
    """Return the head of a handover, without a revision: it is a copy of a moment, not a version."""
    return Report(
        id=handover.visit_id,
        revision=0,
        title=TITLE,
        school=handover.school,
        subtitle=f"{handover.noun}, {handover.dates}",
        status=handover.status,
        author="; ".join(handover.reviewers),
        created=handover.at,
        front=handover.facts(),
        sections=(),
        sample=handover.sample,
        language=handover.language,
    )


def _sections(handover: Handover) -> Iterator[ReportSection]:
    yield ReportSection("evidence", "Evidence", 1, ())
    several = len({note.taken_by for note in handover.notes}) > 1
    for number, (day, notes) in enumerate(groupby(handover.notes, _day)):
        yield ReportSection(f"evidence.{number}", day, 2, ())
        for note in notes:
            yield ReportSection(f"note.{note.id}", _heading(note), 3, tuple(_note(note, several=several)))
    for one in handover.lists:
        yield from _list(one)


def _day(note: HandedNote) -> str:
    return f"{note.taken:%A} {long_date(note.taken.date().isoformat())}" if note.taken else "No time recorded"


def _heading(note: HandedNote) -> str:
    return _joined(note.label, f"{note.taken:%H:%M}" if note.taken else "", note.marker)


def _note(note: HandedNote, *, several: bool) -> Iterator[Block]:
    about = _about(note, several=several)
    if about:
        yield Paragraph(f"about.{note.id}", about, "guidance")
    yield Paragraph(f"text.{note.id}", note.text if note.text.strip() else _NO_WORDS)
    if note.expanded.strip():
        yield Paragraph(f"full.{note.id}", f"Written out: {note.expanded}", "guidance")


def _about(note: HandedNote, *, several: bool) -> str:
    return _joined(
        "Private" if note.private else "",
        "Pinned" if note.pinned else "",
        note.source,
        ", ".join(note.years),
        note.subject,
        note.strand,
        ", ".join(note.groups),
        note.activity,
        f"In the plan: {note.slot}" if note.slot and note.slot != note.activity else "",
        f"Asked: {note.prompt}" if note.prompt else "",
        picture_words(note.pictures),
        f"Taken by {note.taken_by}" if several and note.taken_by else "",
        f"Entered at {note.entered:%H:%M}, time set by hand" if note.entered else "",
    )


def _list(handed: HandedList) -> Iterator[ReportSection]:
    if handed.part < 0:
        yield ReportSection(f"list.{handed.code}", handed.title, 1, _bullets(handed, list(enumerate(handed.rows))))
        return
    yield ReportSection(f"list.{handed.code}", handed.title, 1, ())
    parts = groupby(enumerate(handed.rows), lambda numbered: str(numbered[1][handed.part]))
    for number, (part, rows) in enumerate(parts):
        yield ReportSection(f"list.{handed.code}.{number}", part, 2, _bullets(handed, list(rows)))


def _bullets(handed: HandedList, rows: list[tuple[int, Row]]) -> tuple[Block, ...]:
    items = tuple(Bullet(f"row.{handed.code}.{number}", _row(handed, row)) for number, row in rows)
    return (Bullets(items),) if items else ()


def _row(handed: HandedList, row: Row) -> str:
    """Return what a row is about, then its other cells: short ones on one line, long ones a paragraph each."""
    lead = ": ".join(str(row[place]) for place in handed.lead)
    named = [
        (handed.header[place], str(cell))
        for place, cell in enumerate(row)
        if place not in handed.lead and place != handed.part and str(cell).strip()
    ]
    short = _joined(*(f"{name}: {text}" for name, text in named if _is_short(text)))
    return "\n\n".join(
        filter(None, (lead, short, *(f"{name}: {text}" for name, text in named if not _is_short(text))))
    )


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT and "\n" not in text


def _joined(*parts: str) -> str:
    return _BETWEEN.join(part for part in parts if part)
