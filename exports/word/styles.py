"""The look of a report: every size, colour and space of the paragraphs, as named styles.

Dark text on white or on a pale tint, white on the accent: each pair has a contrast of at least 4.5 to 1.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from visitapp.domain.framework.looking import BUILT_IN, ReportLook

FONT = "Calibri"
TEXT_WIDTH = 9184
"""The width of a line in twentieths of a point: A4 less its two margins."""

_INK = "1F2430"
_MUTED = "4A5160"
_WARM_TINT = "FFF4D6"
_WARM_RULE = "9A6700"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How one kind of paragraph looks: sizes, spaces and indents in points, `line` in lines.

    `frame` is raw markup for borders, shading and tabs. `outline` is the heading level, 0 for none.
    """

    name: str
    size: float = 0
    bold: bool = False
    colour: str = ""
    before: float = 0
    after: float = 0
    line: float = 1.15
    indent: float = 0
    hanging: float = 0
    right: float = 0
    keep_with_next: bool = False
    keep_together: bool = False
    numbered: bool = False
    outline: int = 0
    frame: str = ""
    based_on: str = "Normal"


def style_id(name: str) -> str:
    """Return the id of a style as Word makes it: "heading 1" is Heading1."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def edge(side: str, colour: str, eighths: int, space: int = 0) -> str:
    """Return one border: its width in eighths of a point, its distance from the text in points."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def shading(fill: str) -> str:
    """Return a plain background."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _panel(fill: str, bar: str) -> str:
    sides = edge("top", fill, 4, 5), edge("left", bar, 24, 8), edge("bottom", fill, 4, 5), edge("right", fill, 4, 8)
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>{shading(fill)}"


def _rule(side: str, colour: str, eighths: int, space: int) -> str:
    return f"<w:pBdr>{edge(side, colour, eighths, space)}</w:pBdr>"


def _heading(level: int, size: float, colour: str, before: float, after: float) -> ParagraphStyle:
    return ParagraphStyle(
        f"heading {level}",
        size=size,
        bold=True,
        colour=colour,
        before=before,
        after=after,
        line=1.05,
        keep_with_next=True,
        keep_together=True,
        outline=level,
    )


def _cover(look: ReportLook) -> tuple[ParagraphStyle, ...]:
    """Return the styles of the title block; a block that is framed has no gaps, so that its frame is one."""
    ends = _rule("bottom", look.accent, 12, 8)
    title = ParagraphStyle("Title", size=28, bold=True, colour=look.accent, after=2, line=1.0, keep_with_next=True)
    school = ParagraphStyle("Subtitle", size=17, bold=True, after=2, line=1.0, keep_with_next=True)
    details = ParagraphStyle("Report Details", size=13, colour=_MUTED, after=2, line=1.05, keep_with_next=True)
    status = ParagraphStyle("Report Status", before=3, after=16, line=1.05, frame=ends)
    lines = (title, school, details, status)
    if look.cover == "band":
        return tuple(_framed(one, _band(look.accent), 12) for one in _in_white(lines))
    if look.cover == "bar":
        return tuple(_framed(one, _rule("left", look.accent, 48, 12), 15) for one in lines)
    return lines


def _in_white(lines: Iterable[ParagraphStyle]) -> Iterable[ParagraphStyle]:
    return (replace(one, colour="FFFFFF", right=12) for one in lines)


def _framed(style: ParagraphStyle, frame: str, indent: float) -> ParagraphStyle:
    after = 18 if style.name == "Report Status" else 0
    return replace(style, before=0, after=after, line=1.15, indent=indent, frame=frame)


def _band(fill: str) -> str:
    sides = (
        edge("top", fill, 4, 10),
        edge("left", fill, 4, 12),
        edge("bottom", fill, 4, 10),
        edge("right", fill, 4, 12),
    )
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>{shading(fill)}"


def paragraph_styles(look: ReportLook = BUILT_IN, width: int = TEXT_WIDTH) -> tuple[ParagraphStyle, ...]:
    """Return every paragraph style of a look, in the order a report is read; the names are always the same.

    `width` is that of a line in twentieths of a point.
    """
    accent, statement = look.accent, _panel(look.tint, look.accent)
    right_tab = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    footer = _rule("top", look.rule, 4, 6) + right_tab
    return (
        ParagraphStyle("Normal", before=2, after=7, based_on=""),
        ParagraphStyle("Text After Table", before=10, after=7),
        *_cover(look),
        ParagraphStyle(
            "Report Notice", after=16, indent=10, right=8, keep_together=True, frame=_panel(_WARM_TINT, _WARM_RULE)
        ),
        _heading(1, size=18, colour=accent, before=20, after=5),
        _heading(2, size=14.5, colour=accent, before=15, after=4),
        _heading(3, size=12.5, colour=_INK, before=11, after=3),
        ParagraphStyle("List Bullet", before=1, after=6, indent=18, hanging=14, numbered=True),
        ParagraphStyle("List Continue", after=6, indent=18),
        ParagraphStyle("Statement", before=8, after=14, indent=10, right=8, keep_together=True, frame=statement),
        ParagraphStyle("Guidance", before=2, after=7, colour=_MUTED, indent=18),
        ParagraphStyle("caption", size=11, bold=True, colour=_MUTED, before=10, after=4, keep_with_next=True),
        ParagraphStyle("Table Text", size=11, line=1.05),
        ParagraphStyle("Table Heading", based_on="Table Text", bold=True, line=1.05, keep_with_next=True),
        ParagraphStyle("TOC Heading", size=14.5, bold=True, colour=accent, before=18, after=4, keep_with_next=True),
        ParagraphStyle("toc 1", colour=accent, before=2, after=2, line=1.0),
        ParagraphStyle("toc 2", colour=accent, before=1, after=1, line=1.0, indent=14),
        ParagraphStyle("header", size=10, colour=_MUTED, line=1.0),
        ParagraphStyle("footer", size=10, colour=_MUTED, line=1.0, frame=footer),
    )
