"""The report without personal details: persons of the forms left out, names in the text replaced by a role."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from visitapp.domain.forms import anchor, field_text, front_key, section_key
from visitapp.domain.framework import Field
from visitapp.domain.naming.finding import Named, Swap, swapped
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, Report
from visitapp.domain.text import one_line

NamesIn = Callable[[str], Iterable[Named]]

PERSONAL_DETAILS = (
    "Personal details",
    "Left out. Names, numbers and addresses that point at a person are replaced by a role. They were found by a "
    "program, which may have missed some: read the report through before you pass it on.",
)
_PERSONAL = frozenset(("person", "email"))


def without_personal_details(record: VisitRecord, report: Report, names_in: NamesIn) -> Report:
    """Return the report with a role in place of every person it names, and with a sentence that says so.

    Persons and addresses of the forms are known to be such; `names_in` finds the others, in every text. The name of
    the school stays.
    """
    roles = _roles(record)
    veil = _Veil({name: f"the {_small(label)}" for name, label in roles.items()}, _places(record), names_in)
    personal = {one_line(label): value for label, value in _front_roles(record)}
    front = [(label, personal.get(one_line(label)) or veil.say(text)) for label, text in report.front]
    left_out = dict(_section_roles(record))
    sections = (
        replace(one, blocks=tuple(_block(block, left_out, veil) for block in one.blocks)) for one in report.sections
    )
    return replace(
        report,
        author=record.reviewer.role or record.framework.reviewer_role,
        subtitle=veil.say(report.subtitle),
        front=(*front, PERSONAL_DETAILS),
        sections=tuple(sections),
    )


@dataclass(frozen=True)
class _Veil:
    """Puts roles in place of names. `known` are names of the forms, each with what to say instead; `places` are
    the names of the school, its trust and where it is."""

    known: Mapping[str, str]
    places: tuple[str, ...]
    names_in: NamesIn

    def say(self, text: str) -> str:
        """Return a text with a role in place of every name, the names of places as they are."""
        kept = [one.span() for place in self.places for one in re.finditer(re.escape(place), text)]
        found = [
            one for one in self._found(text) if not any(one.start < end and start < one.end for start, end in kept)
        ]
        return swapped(text, found)

    def _found(self, text: str) -> list[Swap]:
        known = [
            Swap(*one.span(), _begun(role, text, one.start()))
            for name, role in self.known.items()
            for one in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        ]
        known = [one for i, one in enumerate(known) if not any(_meet(one, other) for other in known[:i])]
        others = [Swap(one.start, one.end, one.role) for one in self.names_in(text) if not self._is_place(one.words)]
        return known + [one for one in others if not any(_meet(one, other) for other in known)]

    def _is_place(self, words: str) -> bool:
        """Return whether words are the beginning of a place's name, as a school is called for short."""
        return any(f"{place} ".startswith(f"{words} ") for place in self.places)


def _block(block: Block, left_out: Mapping[str, str], veil: _Veil) -> Block:
    if isinstance(block, Paragraph):
        text = left_out.get(block.id) or veil.say(block.text)
        return block if text == block.text else replace(block, text=text, bold=())
    if isinstance(block, Bullets):
        return Bullets(tuple(_item(item, veil) for item in block.items))
    return replace(block, rows=tuple(tuple(map(veil.say, row)) for row in block.rows))


def _item(item: Bullet, veil: _Veil) -> Bullet:
    text = veil.say(item.text)
    return item if text == item.text else replace(item, text=text, bold=())


def _forms(record: VisitRecord) -> Iterator[tuple[Field, str]]:
    yield from ((field, front_key(field)) for field in record.framework.front)
    for section in record.framework.outline:
        yield from ((field, section_key(section, field)) for field in section.fields)


def _roles(record: VisitRecord) -> dict[str, str]:
    """Return what is said instead of each name and address of the forms, the longest first."""
    known = {
        one_line(field_text(record, field, key)): field.label
        for field, key in _forms(record)
        if field.kind in _PERSONAL
    }
    known[one_line(record.reviewer.name)] = record.reviewer.role or record.framework.reviewer_role
    return {name: known[name] for name in sorted(known, key=len, reverse=True) if _names_somebody(name, known[name])}


def _names_somebody(name: str, label: str) -> bool:
    """Return whether a form holds a name or an address, not a role or a word such as "none"."""
    capitals = all(word[0].isupper() for word in name.split())
    return bool(name) and name.casefold() != label.casefold() and (capitals or "@" in name)


def _front_roles(record: VisitRecord) -> Iterator[tuple[str, str]]:
    for field in record.framework.front:
        if field.kind in _PERSONAL and field_text(record, field, front_key(field)).strip():
            yield field.label, f"{field.label} (name left out)"


def _section_roles(record: VisitRecord) -> Iterator[tuple[str, str]]:
    for section in record.framework.outline:
        for field in section.fields:
            if field.kind in _PERSONAL:
                yield anchor(record, section_key(section, field)), f"{field.label}: left out"


def _places(record: VisitRecord) -> tuple[str, ...]:
    school = record.school
    return tuple(filter(None, (school.name, school.trust, school.town, school.local_authority)))


def _small(label: str) -> str:
    """Return a label inside a sentence; one with a capital inside, such as a title in full, stays as it is."""
    return label[:1].lower() + label[1:] if label[1:] == label[1:].lower() else label


def _begun(role: str, text: str, start: int) -> str:
    before = text[:start].rstrip()
    return role[0].upper() + role[1:] if not before or before[-1] in ".!?\n" else role


def _meet(one: Swap, other: Swap) -> bool:
    return one.start < other.end and other.start < one.end
