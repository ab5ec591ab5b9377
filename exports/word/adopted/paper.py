"""The paper of a template: its size, its margins, and how wide a line of the report is."""

import re

from lxml import etree

from exports.word.adopted.allowed import W
from exports.word.adopted.intake import Element
from exports.word.adopted.points import FALLS_BACK, LOOK, Points

_A4 = {"w": "11906", "h": "16838"}
_MARGINS = {
    "top": "1304",
    "right": "1361",
    "bottom": "1247",
    "left": "1361",
    "header": "624",
    "footer": "567",
    "gutter": "0",
}
_NUMBER = re.compile(r"-?[0-9]{1,6}")
_NEARLY = 30
_NARROWEST, _WIDEST = 3_000, 30_000
_WHERE = "Pages"


def add_paper(document: Element, points: Points) -> None:
    """Give every section of a document a paper and margins; what stands in is noted, and any paper but A4."""
    for section in document.iter(f"{W}sectPr"):
        for name, built_in in (("pgMar", _MARGINS), ("pgSz", _A4)):
            if not _is_whole(section.find(f"{W}{name}"), built_in):
                _replace(section, name, built_in)
                says = "The template does not say the size of its paper or margins: the built-in ones stand in."
                points.add(FALLS_BACK, "paper and margins", _WHERE, says)
        size = section.find(f"{W}pgSz")
        sides = sorted((int(size.get(f"{W}w")), int(size.get(f"{W}h"))))
        if any(abs(side - wanted) > _NEARLY for side, wanted in zip(sides, (11906, 16838), strict=True)):
            points.add(LOOK, "paper", _WHERE, "The paper is not A4.")
        if section.find(f"{W}cols") is not None and _columns(section) > 1:
            says = "Text in columns is hard to follow on a screen or when read aloud: use one column."
            points.add(LOOK, "columns", _WHERE, says)


def line_width(document: Element, mark: str, points: Points) -> int:
    """Return how wide a line is where the report goes, in twentieths of a point."""
    passed = False
    for element in document.iter():
        if element.tag is etree.ProcessingInstruction and element.target == mark:
            passed = True
        elif passed and element.tag == f"{W}sectPr":
            return _width(element, points)
    return 0


def _width(section: Element, points: Points) -> int:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    sides = sum(int(margins.get(f"{W}{side}") or 0) for side in ("left", "right", "gutter"))
    columns = _columns(section)
    room = (int(size.get(f"{W}w")) - sides - (columns - 1) * 720) // columns
    if not _NARROWEST <= room <= _WIDEST:
        says = "The margins leave no room for a line of text: the built-in ones stand in."
        points.add(FALLS_BACK, "paper and margins", _WHERE, says)
        _replace(section, "pgMar", _MARGINS)
        _replace(section, "pgSz", _A4)
        return 0
    return room


def _is_whole(found: Element | None, wanted: dict[str, str]) -> bool:
    if found is None:
        return False
    values = [found.get(f"{W}{name}") or "0" for name in wanted]
    return all(map(_NUMBER.fullmatch, values)) and (len(wanted) > 2 or min(map(int, values)) > 0)


def _columns(section: Element) -> int:
    columns = section.find(f"{W}cols")
    number = "1" if columns is None else columns.get(f"{W}num") or "1"
    return min(4, max(1, int(number))) if _NUMBER.fullmatch(number) else 1


def _replace(section: Element, name: str, values: dict[str, str]) -> None:
    made = etree.Element(f"{W}{name}")
    for key, value in values.items():
        made.set(f"{W}{key}", value)
    found = section.find(f"{W}{name}")
    if found is not None:
        section.replace(found, made)
        return
    references = len(section.findall(f"{W}headerReference")) + len(section.findall(f"{W}footerReference"))
    size = section.find(f"{W}pgSz")
    kind = section.find(f"{W}type")
    before = size if name == "pgMar" and size is not None else kind
    if before is not None:
        before.addnext(made)
    else:
        section.insert(references, made)
