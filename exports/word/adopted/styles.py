"""The styles of a template by name, with the built-in ones where it has none."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from exports.word.adopted.allowed import ORDERS, W
from exports.word.adopted.intake import Element
from exports.word.adopted.points import FALLS_BACK, FOUND, Points
from exports.word.adopted.readable import colour_of, inherited, look_over, name_of
from exports.word.adopted.sieve import Sieve, Through
from exports.word.style_markup import BULLETS, styles_part
from exports.word.styles import TEXT_WIDTH
from visitapp.domain.colours import LEAST_CONTRAST, contrast, is_colour
from visitapp.domain.framework.looking import BUILT_IN, ReportLook

WHERE = "Styles"
_SILENT = frozenset({"default paragraph font", "normal table", "no list", "text after table", "list continue"})
_MOST = 4000
_HEADER_CELL = "TableHeading"


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles part, and the colour and the font by which the built-in pieces and the charts go."""

    part: bytes
    accent: str
    font: str
    lists_bullets: bool
    """Whether bullets are the template's own list."""


def style_ids(source: Element | None) -> dict[str, str]:
    """Return the new id of each style of a template: the built-in id where the names are the same.

    A paragraph in a style that is not there keeps its id if it is a built-in one, which then stands in.
    """
    built_in = {_key(style): style.get(f"{W}styleId") for style in _built_in()}
    found: dict[str, str] = {}
    taken: set[tuple[str, str]] = set()
    for number, style in enumerate(_styles(source)[:_MOST], 1):
        key, style_id = _key(style), style.get(f"{W}styleId")
        if key in taken or not key[1] or not style_id or style_id in found:
            continue
        taken.add(key)
        found[style_id] = built_in.get(key, f"Own{number}")
    return {style_id: style_id for style_id in built_in.values()} | found


def merged_styles(source: Element | None, through: Through, room: int, own_footer: bool, points: Points) -> Styles:
    """Return the styles of a template with the built-in ones it lacks; each missing and each found one is noted.

    `room` is the width of a line; `own_footer`: the template has a footer, for which it has set its own tabs.
    """
    made = _sifted(source, through, points)
    own = {style.get(f"{W}styleId"): style for style in made.iter(f"{W}style")}
    accent = _accent(own)
    for style in _built_in():
        style_id = style.get(f"{W}styleId")
        _note(style, style_id in own, points)
        if style_id not in own:
            made.append(_tinted(style, accent))
        else:
            own[style_id].find(f"{W}name").set(f"{W}val", name_of(style))
    own = {style.get(f"{W}styleId"): style for style in made.iter(f"{W}style")}
    _settle(own)
    _settle_footer(own["Footer"], room, own_footer)
    bullets = _settle_bullets(own["ListBullet"], points)
    look_over(own, made, points)
    part = etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Styles(part, accent, _font(own, made), bullets)


def _sifted(source: Element | None, through: Through, points: Points) -> Element:
    bare = etree.Element(f"{W}styles", nsmap={"w": W[1:-1]})
    made = bare if source is None else Sieve(through, points).passed(source)
    seen: set[str] = set()
    for style in list(made.iter(f"{W}style")):
        new = through.styles.get(style.get(f"{W}styleId") or "", "")
        if not new or new in seen or style.find(f"{W}name") is None:
            made.remove(style)
            continue
        seen.add(new)
        style.set(f"{W}styleId", new)
    _set_defaults(made)
    return made


def _set_defaults(made: Element) -> None:
    """Give the styles the defaults for all text, with the language of a report."""
    built_in = etree.fromstring(styles_part()).find(f"{W}docDefaults")
    defaults = made.find(f"{W}docDefaults")
    if defaults is None:
        made.insert(0, deepcopy(built_in))
        return
    for other in made.findall(f"{W}docDefaults")[1:]:
        made.remove(other)
    made.remove(defaults)
    made.insert(0, defaults)
    outer = defaults.find(f"{W}rPrDefault")
    if outer is None:
        outer = etree.Element(f"{W}rPrDefault")
        defaults.insert(0, outer)
    look = outer.find(f"{W}rPr")
    if look is None:
        look = etree.SubElement(outer, f"{W}rPr")
    look.append(deepcopy(next(built_in.iter(f"{W}lang"))))


def _settle(own: Mapping[str, Element]) -> None:
    """Mark the four styles that hold where no other is named, and which styles are headings of which level."""
    for style_id in ("Normal", "DefaultParagraphFont", "TableNormal", "NoList"):
        own[style_id].set(f"{W}default", "1")
    for level in (1, 2, 3):
        _paragraph_part(own[f"Heading{level}"], "outlineLvl").set(f"{W}val", str(level - 1))
    fill, ink = _header_row(own["ReportTable"])
    if is_colour(fill) and inherited(own, _HEADER_CELL, f"{W}rPr/{W}color"):
        readable = ink if is_colour(ink) and contrast(ink, fill) >= LEAST_CONTRAST else _readable_on(fill)
        _put(_look(own[_HEADER_CELL]), "color", readable)
        shading = {"val": "clear", "color": "auto", "fill": fill}
        for name, value in shading.items():
            _paragraph_part(own[_HEADER_CELL], "shd").set(f"{W}{name}", value)


def _settle_footer(style: Element, room: int, own_footer: bool) -> None:
    """Put the number of the page at the right margin, where the tab is the built-in one or no one has set another."""
    tabs = _paragraph_part(style, "tabs")
    built_in = [tab.get(f"{W}pos") for tab in tabs] == [str(TEXT_WIDTH)]
    if built_in or not own_footer:
        tabs.clear()
        tab = etree.SubElement(tabs, f"{W}tab")
        tab.set(f"{W}val", "right")
        tab.set(f"{W}pos", str(room))
    if len(tabs) == 0:
        tabs.getparent().remove(tabs)


def _settle_bullets(style: Element, points: Points) -> bool:
    """Make sure that a bullet of a report is one of a real list; return whether that is the template's own."""
    numbered = style.find(f"{W}pPr/{W}numPr/{W}numId")
    if numbered is not None and numbered.get(f"{W}val") not in ("0", str(BULLETS)):
        return True
    if numbered is None or numbered.get(f"{W}val") != str(BULLETS):
        says = "The style \u201cList Bullet\u201d has no bullets of its own: the built-in ones stand in."
        points.add(FALLS_BACK, "bullets", WHERE, says)
        part = _paragraph_part(style, "numPr")
        part.clear()
        etree.SubElement(part, f"{W}numId").set(f"{W}val", str(BULLETS))
    return False


def _paragraph_part(style: Element, name: str) -> Element:
    """Return a part of a style's look as a paragraph, made at its place when it is missing."""
    look = style.find(f"{W}pPr")
    if look is None:
        look = etree.Element(f"{W}pPr")
        later = [style.find(f"{W}{after}") for after in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")]
        first = next((found for found in later if found is not None), None)
        style.append(look) if first is None else first.addprevious(look)
    return _put(look, name)


def _look(style: Element) -> Element:
    look = style.find(f"{W}rPr")
    if look is None:
        look = etree.Element(f"{W}rPr")
        before = style.find(f"{W}pPr")
        style.append(look) if before is None else before.addnext(look)
    return look


def _put(look: Element, name: str, value: str = "") -> Element:
    order = [f"{W}{one}" for one in ORDERS[look.tag[len(W) :]]]
    found = look.find(f"{W}{name}")
    if found is None:
        place = order.index(f"{W}{name}")
        found = etree.Element(f"{W}{name}")
        look.insert(sum(child.tag in order[:place] for child in look), found)
    if value:
        found.set(f"{W}val", value)
    return found


def _note(style: Element, is_own: bool, points: Points) -> None:
    name = name_of(style)
    if name.lower() in _SILENT:
        return
    if is_own:
        points.add(FOUND, name, WHERE, f"The style \u201c{name}\u201d is the template's.")
    else:
        says = f"The template has no style \u201c{name}\u201d: the built-in one stands in."
        points.add(FALLS_BACK, name, WHERE, says)


def _accent(own: Mapping[str, Element]) -> str:
    """Return the colour of the template's headings, by which the built-in pieces go, where it can be read."""
    for style_id in ("Heading1", "Title"):
        colour = colour_of(own, style_id)
        if is_colour(colour) and contrast(colour, "FFFFFF") >= LEAST_CONTRAST:
            return colour.upper()
    return BUILT_IN.accent


def _font(own: Mapping[str, Element], made: Element) -> str:
    """Return the font of the text, or what stands for that of the theme."""
    default = made.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    fonts = own["Normal"].find(f"{W}rPr/{W}rFonts")
    for found in (fonts, default):
        if found is not None and found.get(f"{W}ascii") and not found.get(f"{W}asciiTheme"):
            return str(found.get(f"{W}ascii"))
    return "+mn-lt"


def _tinted(style: Element, accent: str) -> Element:
    look, text = ReportLook(accent), etree.tostring(style, encoding="unicode")
    for old, new in ((BUILT_IN.accent, accent), (BUILT_IN.rule, look.rule), (BUILT_IN.tint, look.tint)):
        text = text.replace(old, new)
    return style if look == BUILT_IN else etree.fromstring(text)


def _header_row(table: Element) -> tuple[str, str]:
    """Return the background and the ink of the first row of a table style; empty where it says nothing."""
    for region in table.findall(f"{W}tblStylePr"):
        if region.get(f"{W}type") == "firstRow":
            fill, ink = region.find(f"{W}tcPr/{W}shd"), region.find(f"{W}rPr/{W}color")
            return (
                "" if fill is None else fill.get(f"{W}fill") or "",
                "" if ink is None else ink.get(f"{W}val") or "",
            )
    return "", ""


def _readable_on(fill: str) -> str:
    return "FFFFFF" if contrast("FFFFFF", fill) >= LEAST_CONTRAST else "000000"


def _built_in() -> list[Element]:
    return _styles(etree.fromstring(styles_part()))


def _styles(source: Element | None) -> list[Element]:
    return [] if source is None else source.findall(f"{W}style")


def _key(style: Element) -> tuple[str, str]:
    return style.get(f"{W}type") or "paragraph", name_of(style).lower()
