"""Places where text is typed: what stands there now, and which changes make it read otherwise."""

from dataclasses import dataclass, replace
from typing import Any

from visitapp.domain.change import KINDS, Change, Entity, altered, created
from visitapp.domain.cited_words import marks_for
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import clean
from visitapp.domain.writing import reconcile, section_text

SECTION = "section"


@dataclass(frozen=True, slots=True)
class Place:
    """A text field of the record: the field of a record, of an answer (by its key), or a whole report section."""

    kind: str
    id: str
    field: str = ""

    @property
    def box(self) -> str:
        """Return the name under which a draft of this place is kept."""
        return f"{self.kind}/{self.field}/{self.id}"


def section_place(code: str) -> Place:
    """Return the place of a report section's prose."""
    return Place(SECTION, code)


def answer_place(key: str, field: str = "note") -> Place:
    """Return the place of the text given to `key`, its value or its note."""
    return Place("answer", key, field)


def place_of_box(box: str) -> Place | None:
    """Return the place a draft belongs to, or None for a box of another sort."""
    kind, _, rest = box.partition("/")
    field, _, record_id = rest.partition("/")
    return Place(kind, record_id, field) if kind == SECTION or kind in KINDS else None


def text_at(record: VisitRecord, place: Place) -> str:
    """Return the text the record holds at a place, empty when there is none."""
    if place.kind == SECTION:
        return section_text(record.blocks(place.id))
    found = record.answer(place.id) if place.kind == "answer" else record.shelves.get(place.kind, {}).get(place.id)
    value = getattr(found, place.field, "")
    return value if isinstance(value, str) else ""


def changes_for(record: VisitRecord, place: Place, text: str) -> tuple[Change, ...]:
    """Return the changes that make a place read as `text`; none when it already does."""
    wanted = clean(text)
    if wanted == text_at(record, place):
        return ()
    if place.kind == SECTION:
        blocks = reconcile(record.blocks(place.id), wanted, record.visit_id, place.id)
        marks = marks_for(record, place.id, wanted)
        marking = [change for key, mark in marks for change in answered(record, key, value=mark)]
        return (*(change for block in blocks for change in put(record, block)), *marking)
    if place.kind == "answer":
        return answered(record, place.id, **{place.field: wanted})
    return (Change(place.kind, place.id, place.field, wanted),)


def put(record: VisitRecord, entity: Entity) -> tuple[Change, ...]:
    """Return the changes that make the record hold `entity` as it is given, whatever stood there before."""
    kind = next(code for code, sort in KINDS.items() if type(entity) is sort)
    before = record.shelves.get(kind, {}).get(entity.id)
    return created(entity) if before is None else altered(before, entity)


def answered(record: VisitRecord, key: str, **fields: Any) -> tuple[Change, ...]:  # noqa: ANN401
    """Return the changes that give the answer to `key` these fields (`value`, `note`)."""
    return put(record, replace(record.answer(key), **fields))
