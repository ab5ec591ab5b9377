"""Where sentences begin and end in the texts of schools: Yr. 4, e.g. this, lists, figures and quotations."""

import re
from collections.abc import Iterator

from visitapp.domain.prose import bold_spans, citations

Span = tuple[int, int]

_STOP = re.compile(r"[.!?\u2026]+[\"\u201d\u2019')\]]*(?=\s|$)")
_LINE = re.compile(r"[^\n]+")
_SIGN = re.compile(r"\s*(?:[-*\u2022\u2013+o\u00b7]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|\.{3}\s*|\u2026\s*)?")
_LAST_WORD = re.compile(r"[^\s(\u201c\u2018\"]*$")
_NEVER = frozenset(("e.g", "eg", "i.e", "ie", "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "st", "vs", "cf", "incl"))
_BEFORE_A_FIGURE = frozenset(
    ("yr", "yrs", "no", "nos", "p", "pp", "para", "fig", "sec", "approx", "c", "ch", "vol", "ks", "max", "min")
)
_LETTERED = frozenset(("class", "group", "set", "year", "plan", "option", "grade", "part", "appendix", "level"))
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_OPENERS = "\"\u201c\u2018'(["
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*%?")


def sentences(text: str) -> tuple[Span, ...]:
    """Return where the sentences of a text of any number of lines begin and end, without the spaces around them.

    A line always ends its sentence; the sign or number a line of a list begins with belongs to none.
    """
    return tuple(span for line in _LINE.finditer(text) for span in _of_line(text, line.start(), line.end()))


def readable(text: str) -> str:
    """Return a text of the same length with blanks for what no reader sees: evidence in brackets, stars of bold."""
    if "[" not in text and "**" not in text:
        return text
    signs = list(text)
    gone = [(one.start, one.end) for one in citations(text)]
    gone += [edge for start, end in bold_spans(text) for edge in ((start, start + 2), (end - 2, end))]
    for start, end in gone:
        signs[start:end] = " " * (end - start)
    return "".join(signs)


def words_of(text: str) -> list[str]:
    """Return the words of a text; a figure such as 61% is one word."""
    return _WORD.findall(text)


def around(spans: tuple[Span, ...], place: int) -> Span:
    """Return the sentence a place lies in, or an empty one there."""
    return next((span for span in spans if span[0] <= place < span[1]), (place, place))


def _of_line(text: str, begin: int, end: int) -> Iterator[Span]:
    sign = _SIGN.match(text, begin, end)
    start = sign.end() if sign else begin
    for stop in _STOP.finditer(text, start, end):
        if stop.start() > start and _ends(text, start, stop, end):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, end)


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    after = text[stop.end() : end].lstrip().lstrip(_OPENERS)
    if not after:
        return True
    if after[0].islower():
        return False
    before = _LAST_WORD.search(text, max(start, stop.start() - 30), stop.start())
    word = before.group() if before else ""
    if stop.group()[0] != "." or stop.end() - stop.start() > 1:
        return True
    if word.lower() in _NEVER or (_DOTTED.fullmatch(word) and word.lower() not in ("a.m", "p.m")):
        return False
    if word.lower() in _BEFORE_A_FIGURE:
        return not after[0].isdigit()
    return not _is_initial(text, start, stop.start(), word)


def _is_initial(text: str, start: int, dot: int, word: str) -> bool:
    """Return whether a single capital is somebody's initial; "Class B." and "and I." end a sentence."""
    if len(word) != 1 or not word.isupper() or word == "I":
        return False
    before = text[start : dot - 1].split()
    return not before or before[-1].lower() not in _LETTERED


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
