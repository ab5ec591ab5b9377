"""Colours of six hexadecimal digits: whether words in one can be read on another, and paler tones of one."""

import re

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
LEAST_CONTRAST = 4.5


def is_colour(text: str) -> bool:
    """Return whether a text is a colour of six hexadecimal digits."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def paler(colour: str, share: float) -> str:
    """Return a colour mixed with so much white, 0 to 1."""
    mixed = (round(255 * share + int(colour[place : place + 2], 16) * (1 - share)) for place in (0, 2, 4))
    return "".join(f"{channel:02X}" for channel in mixed)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
