"""Stretches of a text with a look of their own; light to load, for most texts have none."""

from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text; colours are roles, `px` is a size, `pill` a filled chip, `wave` an underline.

    `mark` is the tint behind what was searched for.
    """

    text: str
    colour: str = ""
    weight: int = 0
    italic: bool = False
    px: int = 0
    pill: str = ""
    pill_line: str = ""
    wave: str = ""
    mark: str = ""


class PlacedSpan(NamedTuple):
    """A span with the place of its first character in the whole text."""

    start: int
    length: int
    look: Span


def plain_and_placed(text: str | Sequence[str | Span]) -> tuple[str, tuple[PlacedSpan, ...]]:
    """Return the plain text of a mixed list, and where its spans lie."""
    if isinstance(text, str):
        return text, ()
    plain, placed = "", []
    for part in text:
        span = part if isinstance(part, Span) else Span(part)
        placed.append(PlacedSpan(len(plain), len(span.text), span))
        plain += span.text
    return plain, tuple(placed)
