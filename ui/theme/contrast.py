"""WCAG 2.2 contrast of the colours as they are used."""

from collections.abc import Iterator
from typing import NamedTuple

from ui.theme.tokens import Palette

TEXT_NEEDS = 4.5
GRAPHIC_NEEDS = 3.0


class Pair(NamedTuple):
    """A colour drawn on another, with the WCAG 2.2 ratio it has and the one it needs."""

    front: str
    back: str
    ratio: float
    need: float


_TEXT_ON_SURFACES = tuple(
    (front, back)
    for front in ("text", "text2", "text3")
    for back in ("bg", "surface", "raised", "sunken", "rail", "hover")
)
_TEXT_PAIRS = (
    *_TEXT_ON_SURFACES,
    ("accent", "surface"),
    ("accent", "bg"),
    ("on_accent", "accent_fill"),
    ("on_accent", "accent_hover"),
    ("on_accent_soft", "accent_soft"),
    ("text", "accent_soft"),
    ("text2", "accent_soft"),
    ("strength", "strength_soft"),
    ("develop", "develop_soft"),
    ("risk", "risk_soft"),
    ("query", "query_soft"),
    ("strength", "surface"),
    ("develop", "surface"),
    ("risk", "surface"),
    ("query", "surface"),
    ("strength", "bg"),
    ("develop", "bg"),
    ("risk", "bg"),
    ("toast_link", "text"),
    ("surface", "text"),
    ("text", "strength_soft"),
    ("text", "develop_soft"),
    ("text", "risk_soft"),
    ("text", "query_soft"),
)
_GRAPHIC_PAIRS = (
    ("line_strong", "surface"),
    ("line_strong", "bg"),
    ("strength_solid", "surface"),
    ("develop_solid", "surface"),
    ("risk_solid", "surface"),
    ("query_solid", "surface"),
    ("accent", "surface"),
    ("accent", "bg"),
    ("accent", "sunken"),
    ("accent", "rail"),
)


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, of a colour written `#RRGGBB`."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21, of two colours written `#RRGGBB`."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def audit(palette: Palette) -> Iterator[Pair]:
    """Yield every pair of colours the kit draws, with its ratio and the ratio it needs."""
    for pairs, need in ((_TEXT_PAIRS, TEXT_NEEDS), (_GRAPHIC_PAIRS, GRAPHIC_NEEDS)):
        for front, back in pairs:
            yield Pair(front, back, contrast(getattr(palette, front), getattr(palette, back)), need)
    for level, (back, front) in enumerate(zip(palette.heat, palette.heat_text, strict=True)):
        yield Pair(f"heat_text {level}", f"heat {level}", contrast(front, back), TEXT_NEEDS)
