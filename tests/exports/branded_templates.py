"""Templates as an organisation might make them: one with its own look throughout, and one plain letterhead."""

import io
import struct
import zlib

import docx
from docx.shared import Cm, Pt, RGBColor

from tests.exports.hostile_templates import drawing, inserted, linked, starter_parts, zipped

GREEN = "0B5D4B"
NUMBERED = (
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="560" '
    'w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>'
)
_LIST = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
_STEP = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
AFTER = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>What happens next</w:t></w:r></w:p>'
    + _STEP.format("The school reads the report and may correct facts.")
    + _STEP.format("Moorside Schools Partnership is invented, and this template is our own.")
)

_REPORT = '<w:sdt><w:sdtPr><w:alias w:val="Report"/>'
_CONFIDENTIAL = "<w:p><w:r><w:t>Confidential to the school.</w:t></w:r></w:p>"
_LOGO = drawing(blip='r:embed="rIdLogo"').replace('cx="900000" cy="900000"', 'cx="1080000" cy="360000"')


def logo(width=240, height=80):
    """Return a picture of three plain bars."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    bars = (b"\x0b\x5d\x4b", b"\xf2\xb1\x34", b"\x7a\xb8\xa6")
    row = b"\0" + b"".join(bars[place * 3 // width] for place in range(width))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(row * height)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def branded_parts(happens="What happens next"):
    """Return the starter made an organisation's own: colours, font, margins, logo, words before and after."""
    parts = starter_parts()
    look = {b"2A439E": GREEN.encode(), b"C4CBE3": b"B9D6CE", b"EEF1FB": b"EAF4F1", b"Calibri": b"Georgia"}
    for name in ("word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml", "word/fontTable.xml"):
        for old, new in look.items():
            parts[name] = parts[name].replace(old, new)
    numbering = parts["word/numbering.xml"].decode()
    numbering = numbering.replace("<w:num ", f"{NUMBERED}<w:num ", 1).replace(
        "</w:numbering>", f"{_LIST}</w:numbering>"
    )
    parts["word/numbering.xml"] = numbering.encode()
    parts = linked("word/header1.xml", "image", "media/logo.png", "rIdLogo", False, parts)
    header = parts["word/header1.xml"].decode()
    parts["word/header1.xml"] = header.replace("<w:p>", _LOGO + "<w:p>", 1).encode()
    document = parts["word/document.xml"].decode()
    document = document.replace('w:right="1361"', 'w:right="1800"').replace('w:left="1361"', 'w:left="1800"')
    before = "<w:p><w:r><w:t>Moorside Schools Partnership</w:t></w:r></w:p>"
    document = document.replace("<w:body>", f"<w:body>{before}").replace(_REPORT, _CONFIDENTIAL + _REPORT)
    parts["word/document.xml"] = document.encode()
    parts = inserted("word/document.xml", AFTER.replace("What happens next", happens), parts)
    kind = b'<Default Extension="png" ContentType="image/png"/></Types>'
    types = parts["[Content_Types].xml"].replace(b"</Types>", kind)
    return parts | {"[Content_Types].xml": types, "word/media/logo.png": logo()}


def branded(happens="What happens next"):
    """Return the bytes of `branded_parts`."""
    return zipped(branded_parts(happens))


def letterhead():
    """Return what a library makes of a letterhead: letter paper, no places, few of the styles, text of 11 points."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Normal"].font.color.rgb = RGBColor(0x33, 0x33, 0x33)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x7A, 0x1F, 0x3D)
    document.sections[0].left_margin = Cm(3)
    document.sections[0].header.paragraphs[0].text = "Sallowfield Council is invented"
    document.add_paragraph("Our reference: 2026/14")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()
