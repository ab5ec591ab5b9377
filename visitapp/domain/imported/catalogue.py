"""The headings a programme's report may have, drawn from its framework, and which of them a line is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from visitapp.domain.framework import Field, Framework, Section
from visitapp.domain.imported.likeness import ALIKE, SAME, likeness, number_parted, plain

SECTION, PART, GROUP, KIND, CHANGES, AIM, STANDING = "section", "part", "group", "kind", "changes", "aim", "standing"
_NUMBER_BONUS = 0.03
_NEAR = 0.01
STANDING_HEADINGS = ("Distribution", "Confidentiality", "Contents")
"""Headings our own reports have besides those of the framework."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading a report may have: what it opens, its code there, and its titles in plain form."""

    opens: str
    code: str
    titles: tuple[str, ...]
    number: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The headings a text may be, best first and about equally alike, and how alike it is."""

    headings: tuple[Heading, ...]
    likeness: float


def headings_of(framework: Framework) -> tuple[Heading, ...]:
    """Return every heading a report of this programme may have."""
    return tuple(_headings(framework))


def _headings(framework: Framework) -> Iterator[Heading]:
    for section in framework.outline:
        yield Heading(
            SECTION, section.code, _titles(section.heading, section.also), section.number.strip(".").lower()
        )
        if section.changes:
            yield Heading(CHANGES, section.code, _titles(section.changes))
    for part in dict.fromkeys(one.part for one in framework.outline if one.part):
        yield Heading(PART, part, _titles(part))
    for group in framework.finding_groups:
        yield Heading(GROUP, group.code, _titles(group.title), group.number.strip(".").lower())
    for kind in framework.finding_kinds:
        yield Heading(KIND, kind.code, _titles(kind.plural, (kind.label, *kind.also)))
    for aim in framework.measures.aims:
        yield Heading(AIM, aim.code, _titles(aim.title), aim.number.strip(".").lower())
    for title in STANDING_HEADINGS:
        yield Heading(STANDING, title, _titles(title))


def _titles(title: str, also: Iterable[str] = ()) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number_parted(one)[1] for one in (title, *also)))


def heading_match(headings: Iterable[Heading], text: str) -> Match | None:
    """Return which headings a text may be; None when it is like none of them. A number is only a bonus."""
    number, words = number_parted(text)
    if not words:
        return None
    scored = [(_score(one, number, words), one) for one in headings]
    best = max((score for score, _ in scored), default=0.0)
    if best < ALIKE - _NUMBER_BONUS:
        return None
    near = sorted(((score, one) for score, one in scored if score > best - _NEAR), key=lambda pair: -pair[0])
    return Match(tuple(one for _, one in near), best) if near else None


def _score(heading: Heading, number: str, words: str) -> float:
    alike = max(likeness(words, title) for title in heading.titles)
    if alike < ALIKE:
        return 0.0
    if not number or not heading.number:
        return alike
    return alike + (_NUMBER_BONUS if number == heading.number else -_NUMBER_BONUS)


def begins_a_title(headings: Iterable[Heading], text: str) -> bool:
    """Return whether a longer heading begins as this text does, so that it may go on in the next line."""
    words = number_parted(text)[1]
    return len(words) >= 8 and any(
        title.startswith(words[:12]) and len(title) > len(words) for one in headings for title in one.titles
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A field a form asks for, the key of its answer, and what it is called, in plain form."""

    key: str
    field: Field
    labels: tuple[str, ...]


def asked_in_front(framework: Framework) -> tuple[Asked, ...]:
    """Return what the front page asks for, then each estimate by its title where the front does not ask for it."""
    front = [
        Asked(one.default if _elsewhere(one) else f"front.{one.code}", one, _labels(one)) for one in framework.front
    ]
    taken = {one.key for one in front}
    estimates = [
        Asked(f"estimate.{one.code}", Field(one.code, one.title, "choice", one.options), (plain(one.title),))
        for one in framework.judgement.estimates
    ]
    return (*front, *(one for one in estimates if one.key not in taken))


def asked_in(section: Section) -> tuple[Asked, ...]:
    """Return what a section of the report asks for."""
    return tuple(Asked(f"field.{section.code}.{one.code}", one, _labels(one)) for one in section.fields)


def asked_as(asked: Iterable[Asked], label: str) -> Asked | None:
    """Return the field a label names, or None."""
    wanted = plain(label)
    best = max(asked, key=lambda one: _alike(one, wanted), default=None)
    return best if best is not None and _alike(best, wanted) >= ALIKE else None


def is_same(text: str, others: Iterable[str]) -> bool:
    """Return whether a text says the same as one of others, but for signs and spaces."""
    words = plain(text)
    return any(likeness(words, plain(one)) >= SAME for one in others)


def _alike(asked: Asked, label: str) -> float:
    return max(likeness(label, one) for one in asked.labels)


def _elsewhere(field: Field) -> bool:
    return field.default.startswith(("estimate.", "fact."))


def _labels(field: Field) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(one) for one in (field.label, *field.also)))
