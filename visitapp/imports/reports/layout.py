"""What the styles and lists of a Word document tell of a paragraph: heading, item of a list, contents, caption."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from visitapp.domain.imported.lines import BULLET, CAPTION, CONTENTS, NUMBERED
from visitapp.imports.word.document import Document
from visitapp.imports.word.markup import Element, W, value

_DEEPEST_CHAIN = 12
_LEVELS = "012345678"


@dataclass(frozen=True, slots=True)
class Style:
    """One style of paragraphs or characters, with what it takes from those it is based on."""

    name: str = ""
    list_id: str = ""
    level: str = "0"
    outline: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The styles of a document by id, and how each level of each list is marked."""

    styles: Mapping[str, Style] = field(default_factory=dict)
    marks: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def style(self, properties: Element | None, tag: str = "pStyle") -> Style:
        """Return the style that the properties of a paragraph or run name."""
        named = value(properties.find(f"{W}{tag}")) if properties is not None else ""
        return self.styles.get(named) or Style(name=named.lower())

    def is_heading(self, properties: Element | None) -> bool:
        """Return whether a paragraph is a heading by its style or its level of outline."""
        own = value(properties.find(f"{W}outlineLvl")) if properties is not None else ""
        style = self.style(properties)
        named = style.name.startswith(("heading", "title", "subtitle"))
        return named or (own or style.outline) in tuple(_LEVELS)

    def item(self, properties: Element | None) -> str:
        """Return whether a paragraph is an item: bullet, numbered or empty. The number is not in the text."""
        style = self.style(properties)
        own = properties.find(f"{W}numPr") if properties is not None else None
        list_id = value(own.find(f"{W}numId")) if own is not None else style.list_id
        level = (value(own.find(f"{W}ilvl")) if own is not None else "") or style.level
        if list_id == "0":
            return ""
        if list_id:
            mark = self.marks.get((list_id, level), BULLET)
            return {"none": "", BULLET: BULLET}.get(mark, NUMBERED)
        return (
            BULLET if style.name.startswith("list bullet") else NUMBERED if style.name.startswith("list num") else ""
        )

    def role(self, properties: Element | None) -> str:
        """Return contents or caption for a paragraph in such a style, else nothing."""
        name = self.style(properties).name
        if name.startswith(("toc ", "toc1", "toc2", "toc3", "table of contents", "contents ")) or name == "toc":
            return CONTENTS
        return CAPTION if name.startswith("caption") else ""


def layout_of(document: Document) -> Layout:
    """Return what a document says of its styles and lists; empty where it says nothing."""
    styles, numbering = document.part("styles"), document.part("numbering")
    found = {value(one, "styleId"): one for one in styles.iter(f"{W}style")} if styles is not None else {}
    return Layout({code: _style(found, code) for code in found}, _marks(numbering) if numbering is not None else {})


def _style(styles: Mapping[str, Element], code: str) -> Style:
    name = value(styles[code].find(f"{W}name")).lower()
    list_id = level = outline = ""
    bold = False
    for _ in range(_DEEPEST_CHAIN):
        one = styles.get(code)
        if one is None:
            break
        list_id = list_id or value(one.find(f"{W}pPr/{W}numPr/{W}numId"))
        level = level or value(one.find(f"{W}pPr/{W}numPr/{W}ilvl"))
        outline = outline or value(one.find(f"{W}pPr/{W}outlineLvl"))
        bold = bold or is_on(one.find(f"{W}rPr/{W}b"))
        code = value(one.find(f"{W}basedOn"))
    return Style(name, list_id, level or "0", outline, bold)


def _marks(numbering: Element) -> dict[tuple[str, str], str]:
    kinds = {
        (value(one, "abstractNumId"), value(level, "ilvl")): value(level.find(f"{W}numFmt"))
        for one in numbering.iter(f"{W}abstractNum")
        for level in one.iter(f"{W}lvl")
    }
    named = {value(one, "numId"): value(one.find(f"{W}abstractNumId")) for one in numbering.iter(f"{W}num")}
    return {
        (num, level): kind for num, wanted in named.items() for (one, level), kind in kinds.items() if one == wanted
    }


def is_on(switch: Element | None) -> bool:
    """Return whether a switch such as bold is there and not turned off."""
    return switch is not None and value(switch).lower() not in ("0", "false", "off", "none")
