"""Quotation marks: one left open, one that closes nothing, and curly and straight ones side by side."""

import re
from collections.abc import Iterator, Sequence

from visitapp.domain.style.flag import QUOTATION
from visitapp.domain.style.wording import Found

_LINE = re.compile(r"[^\n]+")
_MARKS = re.compile('[\u201c\u201d"]')
_CURLY, _STRAIGHT = re.compile("[\u201c\u201d\u2018\u2019]"), re.compile("(?<!\\d)[\"']")
_OPEN_SINGLE = re.compile("(?<![\\w\u2019'\u2018])[\u2018](?=\\w)|(?<![\\w'\u2019])'(?=[A-Za-z])")
_CLOSE_SINGLE = re.compile("(?<=[\\w.,!?\u2026])['\u2019](?!\\w)")
_ELIDED = re.compile(r"(?:tis|twas|em|til|cause|cos|n|bout|round)\b", re.IGNORECASE)
_INCHES = re.compile(r"\d$")


def unmatched(text: str) -> Iterator[Found]:
    """Yield the quotation marks of a paragraph that have no partner in it."""
    for line in _LINE.finditer(text):
        yield from _double(text, line.start(), line.end())
        yield from _single(text, line.start(), line.end())


def opens(text: str) -> bool:
    """Return whether a text begins with a mark that opens a quotation, as a later paragraph of a long one does."""
    return text.lstrip()[:1] in ("\u201c", '"')


def counted(text: str) -> tuple[int, int]:
    """Return how many curly and how many straight marks and apostrophes a text has."""
    return len(_CURLY.findall(text)), len(_STRAIGHT.findall(text))


def mixed(text: str, *, curly_is_usual: bool) -> Iterator[Found]:
    """Yield the first mark of a text that is not of the sort the rest of the report has."""
    one = (_STRAIGHT if curly_is_usual else _CURLY).search(text)
    if one:
        sorts = ("straight", "curly") if curly_is_usual else ("curly", "straight")
        says = f"A {sorts[0]} quotation mark or apostrophe, where the rest of the report has {sorts[1]} ones."
        yield Found(QUOTATION, one.start(), one.end(), says)


def is_left_open(found: Sequence[Found], text: str) -> bool:
    """Return whether the last of what was found is a quotation a paragraph leaves open to its end."""
    return bool(found) and text[found[-1].start] == "\u201c" and "\u201d" not in text[found[-1].start :]


def _double(text: str, begin: int, end: int) -> Iterator[Found]:
    pending: int | None = None
    for one in _MARKS.finditer(text, begin, end):
        mark, place = one.group(), one.start()
        if mark == '"' and pending is None and _INCHES.search(text[max(begin, place - 1) : place]):
            continue
        if mark == "\u201c" or (mark == '"' and pending is None):
            if pending is not None:
                yield _left_open(pending)
            pending = place
        elif pending is None:
            yield Found(QUOTATION, place, place + 1, "This quotation mark closes what was never opened.")
        else:
            pending = None
    if pending is not None:
        yield _left_open(pending)


def _single(text: str, begin: int, end: int) -> Iterator[Found]:
    closed_to = begin
    for one in _OPEN_SINGLE.finditer(text, begin, end):
        if one.start() < closed_to or _ELIDED.match(text, one.end()) or text[one.end() : one.end() + 1].isdigit():
            continue
        close = _CLOSE_SINGLE.search(text, one.end(), end)
        if close is None:
            yield _left_open(one.start())
        else:
            closed_to = close.end()


def _left_open(place: int) -> Found:
    return Found(QUOTATION, place, place + 1, "This quotation mark is never closed.")
