"""The styles, list and fonts of a report as the parts of a Word file."""

from exports.word.markup import part
from exports.word.styles import FONT, ParagraphStyle, edge, paragraph_styles, shading, style_id
from exports.word.tight import BODY_HALF_POINTS, CELL_PADDING, TIGHT_WIDTH, tightened
from visitapp.domain.framework.looking import BUILT_IN, ReportLook

BULLETS = 1
"""The number of the list that `List Bullet` belongs to."""

LANGUAGE = "en-GB"
_BODY_HALF_POINTS = 24
_OWN_STYLES = frozenset(
    {
        "Report Details",
        "Report Status",
        "Report Notice",
        "Statement",
        "Text After Table",
        "Guidance",
        "Table Text",
        "Table Heading",
    }
)
_FONTS = f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'

_OTHER_STYLES = """\
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
<w:style w:type="character" w:styleId="Strong">\
<w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal">\
<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>\
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>\
</w:tblCellMar></w:tblPr></w:style>\
<w:style w:type="numbering" w:default="1" w:styleId="NoList">\
<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>"""


def styles_part(look: ReportLook = BUILT_IN, *, tight: bool = False) -> bytes:
    """Return word/styles.xml; `tight` is for a paper that is to stand on one page."""
    styles = map(tightened, paragraph_styles(look, TIGHT_WIDTH)) if tight else paragraph_styles(look)
    paragraphs = "".join(map(_paragraph_style, styles))
    defaults = _defaults(BODY_HALF_POINTS if tight else _BODY_HALF_POINTS)
    return part("styles", "", f"{defaults}{paragraphs}{_OTHER_STYLES}{_table_style(look, tight=tight)}")


def _defaults(half_points: int) -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{half_points}"/><w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _table_style(look: ReportLook, *, tight: bool) -> str:
    borders = edge("top", look.accent, 8) + edge("bottom", look.accent, 8) + edge("insideH", look.rule, 4)
    padding = CELL_PADDING if tight else 70
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", padding), ("left", 100), ("bottom", padding), ("right", 100))
    )
    tinted = look.tables == "tint"
    under = f"<w:tcBorders>{edge('bottom', look.accent, 8)}</w:tcBorders>" if tinted else ""
    ink, fill = (look.accent, look.tint) if tinted else ("FFFFFF", look.accent)
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="{ink}"/></w:rPr>'
        f"<w:tcPr>{under}{shading(fill)}</w:tcPr></w:tblStylePr>"
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>'
    )


def numbering_part(definitions: str = "", lists: str = "", look: ReportLook = BUILT_IN) -> bytes:
    """Return word/numbering.xml: one bulleted list, and further definitions and lists as markup."""
    bullet = next(style for style in paragraph_styles(look) if style.numbered)
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style_id(bullet.name)}"/>'
        f'<w:lvlText w:val="\u2022"/><w:lvlJc w:val="left"/><w:pPr>{_indent(bullet)}</w:pPr>'
        f'<w:rPr>{_FONTS}<w:color w:val="{look.accent}"/></w:rPr></w:lvl>'
    )
    definition = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
    bullets = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'
    return part("numbering", "", f"{definition}{definitions}{bullets}{lists}")


def fonts_part() -> bytes:
    """Return word/fontTable.xml: the font, and the free one of equal widths that stands in for it."""
    return part(
        "fonts",
        "",
        f'<w:font w:name="{FONT}"><w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>',
    )


def _paragraph_style(style: ParagraphStyle) -> str:
    kind = ' w:default="1"' if style.name == "Normal" else ""
    kind += ' w:customStyle="1"' if style.name in _OWN_STYLES else ""
    based_on = f'<w:basedOn w:val="{style_id(style.based_on)}"/>' if style.based_on else ""
    following = '<w:next w:val="Normal"/>' if style.outline or style.keep_with_next else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style_id(style.name)}"><w:name w:val="{style.name}"/>'
        f"{based_on}{following}<w:qFormat/>{_paragraph_look(style)}{_character_look(style)}</w:style>"
    )


def _paragraph_look(style: ParagraphStyle) -> str:
    pieces = (
        "<w:keepNext/>" if style.keep_with_next else "",
        "<w:keepLines/>" if style.keep_together else "",
        f'<w:numPr><w:numId w:val="{BULLETS}"/></w:numPr>' if style.numbered else "",
        style.frame,
        f'<w:spacing w:before="{_twentieths(style.before)}" w:after="{_twentieths(style.after)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>',
        _indent(style),
        f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else "",
    )
    return f"<w:pPr>{''.join(pieces)}</w:pPr>"


def _indent(style: ParagraphStyle) -> str:
    sides = {"left": style.indent, "right": style.right, "hanging": style.hanging}
    kept = "".join(f' w:{side}="{_twentieths(points)}"' for side, points in sides.items() if points)
    return f"<w:ind{kept}/>" if kept else ""


def _character_look(style: ParagraphStyle) -> str:
    half_points = round(style.size * 2)
    pieces = (
        "<w:b/><w:bCs/>" if style.bold else "",
        f'<w:color w:val="{style.colour}"/>' if style.colour else "",
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else "",
    )
    return f"<w:rPr>{''.join(pieces)}</w:rPr>" if any(pieces) else ""


def _twentieths(points: float) -> int:
    return round(points * 20)
