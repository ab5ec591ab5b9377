"""What may pass from a template into a report: elements by what they stand in, and attributes. All else stays out.

Where an element has parts in a fixed order (ECMA-376 part 1), they are listed in it.
"""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def named(namespace: str, names: str) -> frozenset[str]:
    """Return the names, parted by spaces, as they stand in a tree: each with its namespace."""
    return frozenset(f"{namespace}{name}" for name in names.split())


_RUN_LOOK = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid color "
    "spacing w kern position sz szCs highlight u bdr shd fitText vertAlign rtl cs em"
)
_PARAGRAPH_LOOK = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl rPr sectPr"
)
_TABLE_LOOK = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
)
_BLOCKS = "p tbl"
_CELL_SIDES = "top start left bottom end right"

ORDERED = {
    "document": "body",
    "p": "pPr",
    "r": "rPr",
    "tr": "tblPrEx trPr",
    "tc": "tcPr",
    "pPr": _PARAGRAPH_LOOK,
    "rPr": _RUN_LOOK,
    "numPr": "ilvl numId",
    "pBdr": "top left bottom right between bar",
    "tbl": "tblPr tblGrid",
    "tblPr": _TABLE_LOOK,
    "tblPrEx": _TABLE_LOOK,
    "tblBorders": f"{_CELL_SIDES} insideH insideV",
    "tcBorders": f"{_CELL_SIDES} insideH insideV tl2br tr2bl",
    "tblCellMar": _CELL_SIDES,
    "tcMar": _CELL_SIDES,
    "tcPr": "tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "type pgSz pgMar pgBorders pgNumType cols vAlign titlePg textDirection bidi docGrid",
    "pgBorders": "top left bottom right",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "abstractNum": "multiLevelType styleLink numStyleLink",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
    "num": "abstractNumId",
    "lvlOverride": "startOverride",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
"""Parts of which an element has at most one each, in the order they must stand in."""

REPEATED = {
    "body": f"{_BLOCKS} sectPr",
    "hdr": _BLOCKS,
    "ftr": _BLOCKS,
    "p": "r",
    "r": "t tab br cr noBreakHyphen softHyphen sym ptab drawing fldChar instrText",
    "tabs": "tab",
    "tbl": "tr",
    "tblGrid": "gridCol",
    "tr": "tc",
    "trPr": "gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader jc",
    "tc": _BLOCKS,
    "cols": "col",
    "styles": "docDefaults style",
    "style": "tblStylePr",
    "numbering": "abstractNum num",
    "abstractNum": "lvl",
    "num": "lvlOverride",
    "lvlOverride": "lvl",
    "fonts": "font",
}
"""Parts an element may have any number of."""

ORDERS = {name: tuple(listed.split()) for name, listed in ORDERED.items()}
CHILDREN = {
    name: frozenset(f"{ORDERED.get(name, '')} {REPEATED.get(name, '')}".split()) for name in (*ORDERED, *REPEATED)
}

UNWRAPPED = named(W, "ins moveTo smartTag customXml hyperlink bdo dir fldSimple sdtContent")
"""What is taken away from round its content, which stays."""

ATTRIBUTES = named(
    "",
    "val color themeColor themeTint themeShade fill themeFill themeFillTint themeFillShade sz space shadow frame "
    "ascii hAnsi eastAsia cs asciiTheme hAnsiTheme eastAsiaTheme cstheme hint before after beforeAutospacing "
    "afterAutospacing beforeLines afterLines line lineRule left right start end hanging firstLine leftChars "
    "rightChars hangingChars firstLineChars pos leader w h type orient top bottom header footer gutter num "
    "equalWidth sep fmt linePitch charSpace offsetFrom zOrder display customStyle styleId abstractNumId numId ilvl "
    "tentative firstRow lastRow firstColumn lastColumn noHBand noVBand hRule horzAnchor vertAnchor tblpX tblpY "
    "tblpXSpec tblpYSpec leftFromText rightFromText topFromText bottomFromText wrap hSpace vSpace x y xAlign yAlign "
    "hAnchor vAnchor dropCap lines anchorLock char font alignment relativeTo name usb0 usb1 usb2 usb3 csb0 csb1 "
    "clear fldCharType id",
)

DRAWN = (
    named(
        WP,
        "inline anchor simplePos positionH positionV posOffset align extent effectExtent wrapNone wrapSquare "
        "wrapTopAndBottom wrapTight wrapThrough wrapPolygon start lineTo docPr cNvGraphicFramePr",
    )
    | named(
        A,
        "graphic graphicFrameLocks graphicData blip stretch fillRect srcRect xfrm off ext prstGeom avLst picLocks ln "
        "noFill solidFill srgbClr",
    )
    | named(PIC, "pic nvPicPr cNvPr cNvPicPr blipFill spPr")
)
DRAWN_ATTRIBUTES = named(
    "",
    "distT distB distL distR simplePos relativeHeight behindDoc locked layoutInCell allowOverlap x y relativeFrom cx "
    "cy l t r b id name descr wrapText edited uri noChangeAspect prst rot flipH flipV rotWithShape val w",
)
DRAWN_TEXT = frozenset({f"{WP}posOffset", f"{WP}align"})
PICTURE_URI = PIC[1:-1]

SLOTS = ("title", "school", "subtitle", "status", "body")
"""The places a template may have for what a report says; all but the last are of one line."""

SPOKEN = {
    f"{MC}AlternateContent": "a drawn shape or text box",
    f"{W}object": "an object of another program",
    f"{W}control": "a control that runs a program",
    f"{W}altChunk": "another document brought in (altChunk)",
    f"{W}subDoc": "another document brought in (subdocument)",
    f"{W}pict": "a shape, watermark or text box in the old drawing format",
    f"{W}footnoteReference": "footnotes",
    f"{W}endnoteReference": "endnotes",
    f"{W}commentReference": "comments",
    f"{W}del": "text struck out with tracking on",
    f"{W}moveFrom": "text moved away with tracking on",
    f"{W}ruby": "text with a reading above it",
    f"{W}contentPart": "ink",
    f"{W}movie": "a film",
    f"{MATHS}oMath": "a formula",
}
"""What is left out and said, in words."""
