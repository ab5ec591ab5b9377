"""What in the looks of a template would keep a reader from its words."""

from collections.abc import Mapping

from exports.word.adopted.allowed import W
from exports.word.adopted.intake import Element
from exports.word.adopted.points import LOOK, Points
from visitapp.domain.colours import LEAST_CONTRAST, contrast, is_colour

_WHERE = "Styles"
_LEAST_HALF_POINTS = 24
_READ = ("Normal", "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Caption", "Statement", "Toc1")


def look_over(own: Mapping[str, Element], made: Element, points: Points) -> None:
    """Note what in the looks of a template would keep a reader from its words."""
    for name in _READ:
        colour, paper = colour_of(own, name), _paper(own, name)
        if is_colour(colour) and is_colour(paper) and contrast(colour, paper) < LEAST_CONTRAST:
            found = f"{contrast(colour, paper):.1f}"
            says = f"\u201c{name_of(own[name])}\u201d has too little contrast: {found} to 1, where 4.5 is needed."
            points.add(LOOK, f"contrast of {name_of(own[name])}", _WHERE, says)
    default = made.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    size = inherited(own, "Normal", f"{W}rPr/{W}sz") or (default.get(f"{W}val") if default is not None else "20")
    if size.isdecimal() and int(size) < _LEAST_HALF_POINTS:
        says = f"The text is {int(size) / 2:g} points high; many readers need 12."
        points.add(LOOK, "size of the text", _WHERE, says)
    if inherited(own, "Normal", f"{W}pPr/{W}jc") in ("both", "distribute"):
        says = "The text is set to both margins, which many find hard to read: set it to the left."
        points.add(LOOK, "justified text", _WHERE, says)
    for level in (1, 2, 3):
        if inherited(own, f"Heading{level}", f"{W}pPr/{W}numPr/{W}numId") not in ("", "0"):
            says = f"\u201cheading {level}\u201d numbers itself; a report may put numbers of its own before headings."
            points.add(LOOK, f"numbers of heading {level}", _WHERE, says)


def inherited(own: Mapping[str, Element], style_id: str, path: str, attribute: str = "val") -> str:
    """Return a value of a style or of the nearest one it is based on; empty when none says it."""
    seen: set[str] = set()
    while style_id in own and style_id not in seen:
        seen.add(style_id)
        found = own[style_id].find(path)
        if found is not None:
            return str(found.get(f"{W}{attribute}") or "")
        parent = own[style_id].find(f"{W}basedOn")
        style_id = "" if parent is None else parent.get(f"{W}val")
    return ""


def colour_of(own: Mapping[str, Element], style_id: str) -> str:
    """Return the colour of the words of a style, black where none is said."""
    return inherited(own, style_id, f"{W}rPr/{W}color") or "000000"


def _paper(own: Mapping[str, Element], style_id: str) -> str:
    fill = inherited(own, style_id, f"{W}pPr/{W}shd", "fill")
    return fill if is_colour(fill) else "FFFFFF"


def name_of(style: Element) -> str:
    """Return the name of a style without the further names older programs put after it."""
    name = style.find(f"{W}name")
    return "" if name is None else (name.get(f"{W}val") or "").partition(",")[0].strip()
