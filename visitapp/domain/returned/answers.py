"""The lines of a report that are answers in words, found again by the ids under which they were printed."""

import re
from dataclasses import dataclass

from visitapp.domain.change import Change
from visitapp.domain.forms import field_text, section_key
from visitapp.domain.places import answered
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import paragraphs

_WRITTEN = ("text", "long", "person", "email")
_NOTE = re.compile(r"(.+)\.(?:reason|words)\.(\d{1,4})")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One paragraph, from 0, of an answer: of its value or of its note."""

    key: str
    field: str
    number: int
    lines: tuple[str, ...]


def answer_line(record: VisitRecord, record_id: str) -> AnswerLine | None:
    """Return the paragraph of an answer a text of the report is; None when it is none that is written in words."""
    key = record_id.removeprefix(f"{record.visit_id}:")
    if key == record_id:
        return None
    note = _NOTE.fullmatch(key)
    if note:
        return _line(note.group(1), "note", int(note.group(2)) - 1, record.answer(note.group(1)).note)
    for section in record.framework.outline:
        for field in section.fields:
            own = section_key(section, field)
            number = "0" if key == own else key.removeprefix(f"{own}.")
            if number.isdigit() and (key == own or key.startswith(f"{own}.")):
                written = field.kind in _WRITTEN and not field.options
                return _line(own, "value", int(number), field_text(record, field, own)) if written else None
    return None


def line_changed(record: VisitRecord, line: AnswerLine, text: str) -> tuple[Change, ...]:
    """Return the changes that make a paragraph of an answer read as `text`, and take it out when that is blank."""
    lines = [*line.lines]
    lines[line.number : line.number + 1] = paragraphs(text)
    return answered(record, line.key, **{line.field: "\n".join(lines)})


def _line(key: str, field: str, number: int, text: str) -> AnswerLine | None:
    lines = paragraphs(text)
    return AnswerLine(key, field, number, lines) if 0 <= number < len(lines) else None
