"""What a search brings: notes with the places that matched, and the part of a long one that shows them."""

from dataclasses import dataclass

from visitapp.domain.evidence import Note

Marks = tuple[tuple[int, int], ...]
"""Start and end, in characters, of each stretch of a text that matched."""

_BEFORE = 40
_ELLIPSIS = "\u2026"


@dataclass(frozen=True, slots=True)
class Hit:
    """A note that was found, where its text matched, and the visit it belongs to (dates are ISO days)."""

    note: Note
    marks: Marks = ()
    school: str = ""
    starts_on: str = ""
    ends_on: str = ""
    framework_id: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The newest hits, and how many there are in all; `is_more` when counting stopped before the end.

    `is_whole` is false while older notes are still being looked through.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_more: bool = False
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of a text on one line, and where it matched."""

    text: str
    marks: Marks = ()


def excerpt(text: str, marks: Marks, length: int) -> Excerpt:
    """Return at most about `length` characters of a text, cut between words so that the first match is in them."""
    line = text.replace("\n", " ")
    if len(line) <= length:
        return Excerpt(line, marks)
    start = _word_start(line, marks[0][0] - _BEFORE) if marks and marks[0][1] > length - _BEFORE else 0
    lead = _ELLIPSIS if start else ""
    shift = len(lead) - start
    end = _word_end(line, start + length)
    part = line[start:end]
    inside = tuple((first + shift, min(last, end) + shift) for first, last in marks if start <= first < end)
    return Excerpt(lead + part + (_ELLIPSIS if end < len(line) else ""), inside)


def _word_end(line: str, place: int) -> int:
    """Return the end of the last whole word before a place, or the place itself in a very long word."""
    if place >= len(line):
        return len(line)
    gap = line.rfind(" ", place - _BEFORE + 1, place + 1)
    return gap if gap >= 0 else place


def _word_start(line: str, place: int) -> int:
    """Return the start of the first word at or after a place, or the place itself in a very long word."""
    gap = line.find(" ", max(0, place - 1), place + _BEFORE - 1)
    return gap + 1 if gap >= 0 else max(0, place)
