"""Word files to adopt as templates, made with another program's library."""

import io
import zipfile
from functools import cache

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor


@cache
def house_template() -> bytes:
    """Return a Word file with the usual styles in colours and fonts of its own, and a header."""
    document = Document()
    for name, size in (("Title", 30), ("Heading 1", 20), ("Heading 2", 15), ("Normal", 11)):
        font = document.styles[name].font
        font.name, font.size = "Georgia", Pt(size)
        for kind in ("asciiTheme", "hAnsiTheme"):
            font.element.rPr.rFonts.attrib.pop(qn(f"w:{kind}"), None)
        if name != "Normal":
            font.color.rgb = RGBColor(0x7A, 0x1F, 0x3D)
    document.sections[0].header.paragraphs[0].text = "Northmere Education Service"
    document.add_paragraph("How to use this file")
    return saved(document)


@cache
def macro_template() -> bytes:
    """Return what a Word file with a macro in it looks like."""
    before, content = io.BytesIO(house_template()), io.BytesIO()
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            new.writestr(name, part)
        new.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return content.getvalue()


def saved(document) -> bytes:
    """Return a document as the bytes of its file."""
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()
