"""How the styles of a Word file look: font, size and colours, as far as a page beside it can show them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import etree

from exports.word.package import unpacked
from exports.word.styles import paragraph_styles

_Element: TypeAlias = Any  # lxml comes without types

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LONGEST_CHAIN = 12
_USUAL_HALF_POINTS = 20
_TABLE, _TABLE_HEADING = "report table", "Table Heading"
_OFF = frozenset({"0", "false", "off"})
_COLOURS = {
    "text1": "dk1",
    "text2": "dk2",
    "background1": "lt1",
    "background2": "lt2",
    "dark1": "dk1",
    "light1": "lt1",
}


@dataclass(frozen=True, slots=True)
class StyleLook:
    """One style of a Word file. `size` is in points; `colour` and `fill` are six hexadecimal digits, empty for
    whatever the reader's Word takes."""

    name: str
    font: str
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = ""
    fill: str = ""


def looks_in(content: bytes) -> tuple[StyleLook, ...]:
    """Return the look of every style a report uses that the file has, in the order a report is read.

    Raises ExportError when it is no Word file.
    """
    parts = unpacked(content)
    styles, theme = _parsed(parts, "word/styles.xml"), _theme_of(_parsed(parts, "word/theme/theme1.xml"))
    if styles is None:
        return ()
    by_id = {one.get(f"{_W}styleId", ""): one for one in styles.iter(f"{_W}style")}
    by_name = {_value(one, "name").lower(): one for one in by_id.values()}
    heading = by_name.get(_TABLE, etree.Element("none")).find(f"{_W}tblStylePr[@{_W}type='firstRow']")
    defaults = styles.find(f"{_W}docDefaults/{_W}rPrDefault")
    last = {_TABLE_HEADING: [heading, defaults]}
    wanted = [one.name for one in paragraph_styles()]
    return tuple(
        _look(name, [*_chain(by_name[name.lower()], by_id), *last.get(name, [defaults])], theme)
        for name in wanted
        if name.lower() in by_name
    )


def _look(name: str, chain: list[_Element], theme: Mapping[str, str]) -> StyleLook:
    size = _first(chain, "rPr/sz", "val")
    return StyleLook(
        name,
        _font(chain, theme),
        int(size) / 2 if size.isdecimal() else _USUAL_HALF_POINTS / 2,
        bold=_is_on(chain, "b"),
        italic=_is_on(chain, "i"),
        colour=_colour(chain, theme),
        fill=_hex(_first(chain, "pPr/shd", "fill")) or _hex(_first(chain, "tcPr/shd", "fill")),
    )


def _font(chain: list[_Element], theme: Mapping[str, str]) -> str:
    for fonts in _found(chain, "rPr/rFonts"):
        by_theme = fonts.get(f"{_W}asciiTheme", "")
        named = theme.get(by_theme[:5], "") or fonts.get(f"{_W}ascii", "")
        if named:
            return str(named)
    return ""


def _colour(chain: list[_Element], theme: Mapping[str, str]) -> str:
    colour = next(_found(chain, "rPr/color"), None)
    if colour is None:
        return ""
    by_theme = colour.get(f"{_W}themeColor", "")
    return _hex(colour.get(f"{_W}val", "")) or theme.get(_COLOURS.get(by_theme, by_theme), "")


def _is_on(chain: list[_Element], name: str) -> bool:
    mark = next(_found(chain, f"rPr/{name}"), None)
    return mark is not None and mark.get(f"{_W}val", "1") not in _OFF


def _first(chain: list[_Element], path: str, attribute: str) -> str:
    found = next(_found(chain, path), None)
    return str(found.get(f"{_W}{attribute}", "")) if found is not None else ""


def _found(chain: list[_Element], path: str) -> Iterator[_Element]:
    """Yield the elements at a path, the style's own first, then those it is based on."""
    where = "/".join(f"{_W}{step}" for step in path.split("/"))
    for one in chain:
        found = one.find(where) if one is not None else None
        if found is not None:
            yield found


def _chain(style: _Element, by_id: Mapping[str, _Element]) -> list[_Element]:
    chain = [style]
    while len(chain) < _LONGEST_CHAIN and (before := by_id.get(_value(chain[-1], "basedOn"))) is not None:
        chain.append(before)
    return chain


def _theme_of(theme: _Element | None) -> dict[str, str]:
    """Return the fonts of a theme as major and minor, and its colours by name."""
    if theme is None:
        return {}
    named = {kind: theme.find(f".//{_A}{kind}Font/{_A}latin") for kind in ("major", "minor")}
    found = {kind: str(one.get("typeface", "")) for kind, one in named.items() if one is not None}
    for scheme in theme.iter(f"{_A}clrScheme"):
        for colour in scheme.iterchildren("{*}*"):
            for value in colour.iterchildren("{*}*"):
                found[etree.QName(colour).localname] = _hex(value.get("lastClr") or value.get("val") or "")
    return found


def _value(element: _Element, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return str(child.get(f"{_W}val", "")) if child is not None else ""


def _hex(value: str) -> str:
    is_hex = len(value) == 6 and all(one in "0123456789abcdefABCDEF" for one in value)
    return value.upper() if is_hex else ""


def _parsed(parts: Mapping[str, bytes], name: str) -> _Element | None:
    if name not in parts:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(parts[name], parser)
    except etree.XMLSyntaxError:
        return None
