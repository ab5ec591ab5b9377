"""What the reviewer wrote for the report, in the order it is read."""

from collections.abc import Iterator

from visitapp.domain.forms import section_key
from visitapp.domain.framework import Section
from visitapp.domain.record import VisitRecord
from visitapp.domain.style.flag import Piece

_WRITTEN_FIELDS = ("text", "long")


def pieces_of(record: VisitRecord) -> tuple[Piece, ...]:
    """Return the texts of the report that a person wrote: fields, paragraphs, findings, reasons and actions.

    A finding listed in several sections stands in the first; names and addresses asked for in fields are left out.
    """
    found: dict[tuple[str, str], Piece] = {}
    for section in record.framework.outline:
        for piece in _of_section(record, section):
            if piece.text.strip():
                found.setdefault((piece.record_id, piece.field), piece)
    return tuple(found.values())


def _of_section(record: VisitRecord, section: Section) -> Iterator[Piece]:
    code, place = section.code, f"report:{section.code}"
    for field in section.fields if section.fields else ():
        answer = record.answer(section_key(section, field))
        if field.kind in _WRITTEN_FIELDS and isinstance(answer.value, str):
            yield Piece("answer", answer.id, "value", code, place, answer.value)
    for block in record.blocks(code):
        yield Piece("block", block.id, "text", code, place, block.text)
    for kind in section.findings:
        for finding in record.findings(kind, section.group):
            yield Piece("finding", finding.id, "text", code, place, finding.text)
    if section.decision:
        answer = record.answer("decision")
        yield Piece("answer", answer.id, "note", code, "summary:judgement", answer.note)
    for action in record.actions if section.actions else ():
        yield Piece("action", action.id, "text", code, "summary:actions", action.text)
        yield Piece("action", action.id, "first_step", code, "summary:actions", action.first_step)
