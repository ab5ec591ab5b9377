"""The theme of a template, made anew from its colours and the names of its fonts."""

from exports.word.adopted.allowed import A
from exports.word.adopted.intake import Element
from exports.word.styles import FONT
from exports.word.theme import theme_colours, theme_part
from visitapp.domain.colours import is_colour

_LONGEST_NAME = 60


def adopted_theme(source: Element | None) -> bytes:
    """Return word/theme/theme1.xml with the colours and fonts of a template, the built-in ones where it has none."""
    if source is None:
        return theme_part()
    colours = {name: _colour(source, name) or built_in for name, built_in in theme_colours().items()}
    return theme_part(colours, _font(source, "majorFont"), _font(source, "minorFont"))


def _colour(source: Element, name: str) -> str:
    for scheme in source.iter(f"{A}clrScheme"):
        for colour in scheme.iterfind(f"{A}{name}/*"):
            value = colour.get("lastClr") or colour.get("val") or ""
            if is_colour(value):
                return value.upper()
    return ""


def _font(source: Element, name: str) -> str:
    for latin in source.iter(f"{A}latin"):
        if latin.getparent().tag == f"{A}{name}":
            return (latin.get("typeface") or FONT)[:_LONGEST_NAME]
    return FONT
