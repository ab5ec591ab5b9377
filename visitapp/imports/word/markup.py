"""XML from outside, parsed without entities, network or declarations."""

import re
from typing import Any, TypeAlias

from lxml import etree

from visitapp.imports.word.package import refusal

Element: TypeAlias = Any  # lxml comes without types

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_KNOWN = {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"utf-16", b"utf16"}
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def parsed(part: bytes) -> Element:
    """Return the root of one part; raises UnreadableFileError for one that is broken or declares entities."""
    text = part.decode("utf-16", "replace").encode() if part.startswith(_WIDE) else part
    declared = _DECLARED.match(text.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared.group(1).lower() not in _KNOWN:
        raise refusal("a part of it is in a character set no Word document uses")
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\x00" in text:
        raise refusal("it declares entities of its own, as no Word document does")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, dtd_validation=False, recover=False
    )
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise refusal("a part of it is broken, as some programs leave it after tracked changes") from fault
    if root.getroottree().docinfo.doctype:
        raise refusal("it declares entities of its own, as no Word document does")
    return root


def local(element: Element) -> str:
    """Return the name of an element without its namespace; empty for a comment or instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of Word's own, empty when the element or the attribute is missing."""
    return "" if element is None else str(element.get(f"{W}{name}") or "")
