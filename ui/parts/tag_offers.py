"""What the chips of a note offer: the usual values of each list in sight, the others behind More."""

from collections.abc import Sequence
from typing import NamedTuple

from ui.parts.tag_words import short, terms
from ui.workspace.desk import Desk
from visitapp.domain.framework import Term
from visitapp.domain.usual import usual_subjects, usual_years


class Choice(NamedTuple):
    """A value to choose: its code, its words in full and in short, and the tag that may be typed for it."""

    code: str
    label: str
    short: str
    tag: str = ""


class Offer(NamedTuple):
    """The choices in sight, and those behind More."""

    first: tuple[Choice, ...] = ()
    rest: tuple[Choice, ...] = ()

    def choice(self, code: str) -> Choice | None:
        """Return the choice with this code, or None."""
        return next((one for one in (*self.first, *self.rest) if one.code == code), None)


class TagOffers:
    """The values of each list of the open visit, as its plan, its notes and its school make them usual."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sources(self) -> Offer:
        """Return every source, the common ones first."""
        return Offer(_choices(terms(self._desk.record.framework, "sources")))

    def strands(self) -> Offer:
        """Return every strand."""
        strands = self._desk.record.framework.strands
        return Offer(tuple(Choice(one.code, one.label, one.short or one.label, one.tag) for one in strands))

    def subjects(self) -> Offer:
        """Return the subjects used in this visit and the common ones; the others are the rest."""
        return _split(terms(self._desk.record.framework, "subjects"), usual_subjects(self._desk.record))

    def years(self) -> Offer:
        """Return the year groups of the school from the youngest up; the others are the rest."""
        vocabulary = self._desk.record.framework.vocabularies.get("years")
        return _split(vocabulary.terms if vocabulary else (), usual_years(self._desk.record))


def choice_of(term: Term) -> Choice:
    """Return a term as a choice."""
    return Choice(term.code, term.label, short(term), term.tags[0] if term.tags else "")


def _choices(found: Sequence[Term]) -> tuple[Choice, ...]:
    return tuple(map(choice_of, found))


def _split(found: Sequence[Term], usual: Sequence[str]) -> Offer:
    first = [term for term in found if term.code in usual]
    return Offer(_choices(first), _choices([term for term in found if term.code not in usual]))
