"""How large everything is on a screen of a given size, so that it can be read at three metres."""

import math
from typing import NamedTuple

from ui.theme.theme import theme

_BODY = 30
"""The height of the screen is at most so many times the size of the text."""
_LEAST_TARGET = 44


class Sizes(NamedTuple):
    """Text sizes in px before the theme's scale, and lengths in px."""

    width: int
    height: int
    body: int
    lead: int
    """Findings and the like, on a page of their own."""
    small: int
    """Who, by when, and how urgent."""
    foot: int
    title: int
    statement: int
    edge: int
    gap: int
    pad: int
    radius: int
    target: int


def sizes_for(width: int, height: int) -> Sizes:
    """Return the sizes for a screen or window; no text that matters is under a thirtieth of its height."""
    return Sizes(
        width=width,
        height=height,
        body=_text(height / _BODY),
        lead=_text(height / 24),
        small=_text(height / 38),
        foot=_text(max(13.0, height / 49)),
        title=_text(height / 24),
        statement=_text(height / 22),
        edge=round(min(width, height * 1.6) / 30),
        gap=round(height / 48),
        pad=round(height / 38),
        radius=round(height / 54),
        target=max(_LEAST_TARGET, theme().scaled(height / 24.5)),
    )


def sizes_of_one_page(sizes: Sizes) -> list[Sizes]:
    """Return the sizes to try on a page of its own so that all of it fits there: large first, none too small."""
    grown = ((1.35, 1.2), (1.15, 1.1), (1.0, 1.0), (0.85, 1.0))
    return [_times(sizes, words, more) for words, more in grown]


def _times(sizes: Sizes, words: float, more: float) -> Sizes:
    return sizes._replace(
        lead=max(sizes.body, round(sizes.lead * words)),
        statement=max(sizes.body, round(sizes.statement * words)),
        body=round(sizes.body * more),
    )


def _text(px: float) -> int:
    """Return a size that is no smaller once the theme has scaled it down."""
    return math.ceil(math.ceil(px) / min(1.0, theme().text_scale))
