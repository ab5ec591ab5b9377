"""The evidence appendix: the notes a report rests on, when they were taken, and never a private one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import tzinfo

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Section
from visitapp.domain.handed_notes import HandedNote, handed_notes
from visitapp.domain.papers.plain_words import words_of
from visitapp.domain.prose import cited
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Block, Paragraph, Report, ReportSection, Table
from visitapp.domain.text import first_words

NO_NOTE = "No note is shown for this finding."
NOTHING_USED = "No finding and no paragraph names a note yet."
_HEADER = ("Note", "Taken", "Source", "What was noted", "Speaks")
_WIDTHS_CM = (1.5, 2.8, 2.6, 7.9, 1.8)
_LONGEST_HEADING = 90


def evidence_appendix(record: VisitRecord, report: Report, here: tzinfo | None = None) -> Report:
    """Return the notes behind each finding and those named in each section's prose, with times and sources.

    `here` is the zone of times that do not say theirs. Private notes are left out without a word of them.
    """
    sections = (*_by_finding(record, here), *_by_section(record, here))
    nothing = ReportSection("paper.evidence", "Evidence", 1, (Paragraph("paper.evidence.none", NOTHING_USED),))
    return replace(report, front=(), sections=sections or (nothing,))


def _by_finding(record: VisitRecord, here: tzinfo | None) -> Iterator[ReportSection]:
    for kind in record.framework.finding_kinds:
        found = [one for one in record.findings(kind.code) if words_of(one.text)]
        if found:
            yield ReportSection(f"paper.evidence.{kind.code}", kind.plural, 1, ())
        for one in found:
            heading = first_words(words_of(one.text), _LONGEST_HEADING)
            yield ReportSection(f"paper.evidence.{one.id}", heading, 2, tuple(_finding_blocks(record, one, here)))


def _finding_blocks(record: VisitRecord, finding: Finding, here: tzinfo | None) -> Iterator[Block]:
    against = {link.note_id: link.against for link in record.supports(finding.id)}
    notes = _shown(record.notes_of(finding.id))
    if not notes:
        yield Paragraph(f"paper.evidence.none.{finding.id}", NO_NOTE)
        return
    speaks = ["Against" if against[note.id] else "For" for note in notes]
    yield _table(record, f"paper.evidence.table.{finding.id}", "Notes for this finding", notes, speaks, here)


def _by_section(record: VisitRecord, here: tzinfo | None) -> Iterator[ReportSection]:
    for section in record.framework.outline:
        notes = _named_in(record, section)
        if notes:
            heading = f"Named under {section.number} {section.heading}".replace("  ", " ")
            table_id, caption = f"paper.evidence.table.{section.code}", "Notes named in this section"
            table = _table(record, table_id, caption, notes, ["Named"] * len(notes), here)
            yield ReportSection(f"paper.evidence.section.{section.code}", heading, 1, (table,))


def _named_in(record: VisitRecord, section: Section) -> list[Note]:
    numbers = frozenset[int]().union(*(cited(block.text) for block in record.blocks(section.code)))
    return _shown(note for note in record.notes if note.number in numbers)


def _shown(notes: Iterable[Note]) -> list[Note]:
    return [note for note in notes if not note.private and note.text.strip()]


def _table(
    record: VisitRecord, table_id: str, caption: str, notes: list[Note], speaks: list[str], here: tzinfo | None
) -> Table:
    rows = zip(handed_notes(record, notes, {}, here), speaks, strict=True)
    return Table(table_id, caption, _HEADER, tuple(_row(note, word) for note, word in rows), widths_cm=_WIDTHS_CM)


def _row(note: HandedNote, speaks: str) -> tuple[str, ...]:
    taken = f"{note.taken.day} {note.taken:%b %Y, %H:%M}" if note.taken else "Not recorded"
    return (note.label, taken, note.source or "Not said", note.text, speaks)
