"""Prose as it is typed: words, with the evidence a sentence rests on in brackets behind it, and bold between stars.

`[E12]` names the twelfth note and `[D3]` the third fact of the school; a reader never sees either. `**words**` are
bold. All of it is text: it is kept, merged, copied and undone like any other word.
"""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

NOTE, FACT = "E", "D"
BULLET_SIGNS = ("- ", "\u2022 ", "* ")
"""How a paragraph begins that is an item of a list."""
_CITATION = re.compile(r"\[([ED])(\d{1,6})\]")
_BOLD = re.compile(r"\*\*(?=\S)([^\n]+?)(?<=\S)\*\*")
_STARS = 2

Spans = tuple[tuple[int, int], ...]
"""Where stretches of a text begin and end, in characters, in order and apart from each other."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Evidence named in a text: where it stands there, whether a note or a fact, and its number."""

    start: int
    end: int
    kind: str
    number: int

    @property
    def label(self) -> str:
        """Return how it is named, such as E12."""
        return f"{self.kind}{self.number}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A text as a reader has it, and which of it is bold."""

    text: str
    bold: Spans = ()


def citations(text: str) -> tuple[Citation, ...]:
    """Return what a text names as its evidence, in order, whether or not there is such evidence."""
    return tuple(Citation(*one.span(), one.group(1), int(one.group(2))) for one in _CITATION.finditer(text))


def cited(text: str, kind: str = NOTE) -> frozenset[int]:
    """Return the numbers of the notes, or of the facts, a text names."""
    return frozenset(one.number for one in citations(text) if one.kind == kind)


def bold_spans(text: str) -> Spans:
    """Return where words stand between double stars, the stars included."""
    return tuple(one.span() for one in _BOLD.finditer(text))


def plain(text: str, known: Container[str] | None = None) -> str:
    """Return the words of a text as a reader has them; see `printed`."""
    return printed(text, known).text


def printed(text: str, known: Container[str] | None = None) -> Printed:
    """Return a text without the evidence named in it and without the stars that make words bold.

    With `known` (labels such as E12), a name that is not among them stays, for it may be meant as words.
    """
    if "[" not in text and "**" not in text:
        return Printed(text)
    gone = [*_citations_gone(text, known), *_stars_gone(text)]
    after = _after(gone)
    kept = "".join(text[start:end] for start, end in _between(gone, len(text)))
    bold = tuple((after(start + _STARS), after(end - _STARS)) for start, end in bold_spans(text))
    return Printed(kept, tuple(span for span in bold if span[0] < span[1]))


def citation_at(text: str, place: int) -> Citation | None:
    """Return the evidence named where a place (in characters) lies inside its brackets, or None."""
    return next((one for one in citations(text) if one.start < place < one.end), None)


def _citations_gone(text: str, known: Container[str] | None) -> Iterator[tuple[int, int]]:
    for one in citations(text):
        if known is None or one.label in known:
            yield _with_its_space(text, one)


def _with_its_space(text: str, one: Citation) -> tuple[int, int]:
    """Return the stretch that goes with the evidence: the spaces before it, or behind it at the start of a line."""
    start, end = one.start, one.end
    while start and text[start - 1] in " \t":
        start -= 1
    if start == 0 or text[start - 1] == "\n":
        while end < len(text) and text[end] in " \t":
            end += 1
    return start, end


def _stars_gone(text: str) -> Iterator[tuple[int, int]]:
    for start, end in bold_spans(text):
        yield start, start + _STARS
        yield end - _STARS, end


def _between(gone: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    place = 0
    for start, end in sorted(gone):
        if start > place:
            yield place, start
        place = max(place, end)
    yield place, length


def _after(gone: list[tuple[int, int]]) -> Callable[[int], int]:
    """Return what says where a place is once these stretches are gone."""
    kept = list(_between(gone, 1 << 30))

    def place_after(place: int) -> int:
        return sum(max(0, min(end, place) - start) for start, end in kept)

    return place_after
