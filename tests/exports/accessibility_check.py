"""What a careful reader with a screen reader, or Word's own checker, would object to in a Word file.

WCAG 2.2 AA as far as a document without pictures can be judged by program, and the hygiene no validator sees.
"""

import re
import zipfile
from collections import Counter
from datetime import datetime
from functools import cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
_FAKE_BULLET = re.compile(r"\s*([-•·*o]|\d+[.)])\s+\S")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_LEAST_CONTRAST = 4.5
_LEAST_BODY_POINTS = 12
_LONGEST_ALT = 250
_A4 = (11906, 16838)


class WordFile:
    """The parts of a Word file, read with nothing of ours."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.names = package.namelist()
            self._parts = {name: package.read(name) for name in self.names}

    def part(self, name):
        return etree.fromstring(self._parts[name])

    @cached_property
    def document(self):
        return self.part("word/document.xml")

    @cached_property
    def styles(self):
        return {style.get(f"{W}styleId"): style for style in self.part("word/styles.xml").iter(f"{W}style")}

    @cached_property
    def around(self):
        """Headers and footers."""
        return [self.part(name) for name in self.names if re.match(r"word/(header|footer)\d*\.xml", name)]

    def style_name(self, paragraph):
        style = self.styles.get(value(paragraph, "pPr/pStyle"))
        return (value(style, "name") or "").lower() if style is not None else "normal"


def value(element, path):
    """Return the w:val at a path of W elements, or None."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def text_of(element):
    return "".join(found.text or "" for found in element.iter(f"{W}t", f"{W}delText"))


def contrast(one, other):
    """Return the contrast of two colours by WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def findings(path, status="FINAL"):
    """Return every objection as a sentence; none for a file that may go out."""
    word = WordFile(path)
    return [finding for check in _CHECKS for finding in check(word)] + list(_state(word, status))


def _luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _properties(word):
    core = word.part("docProps/core.xml")
    if not (core.findtext(f"{DC}title") or "").strip():
        yield "the document has no title"
    if core.findtext(f"{DC}language") != "en-GB":
        yield "the language of the document is not British English"
    if b"python-docx" in etree.tostring(core):
        yield "the properties name a program library"
    for name in ("created", "modified"):
        try:
            datetime.fromisoformat(core.findtext(f"{DCTERMS}{name}") or "")
        except ValueError:
            yield f"the date {name} cannot be read"


def _language(word):
    default = word.part("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    marked = {default.get(f"{W}val") if default is not None else None}
    marked |= {found.get(f"{W}val") for found in word.document.iter(f"{W}lang")}
    return [f"text is marked as {language}" for language in marked - {"en-GB"}]


def _headings(word):
    last, found = 0, 0
    for paragraph in word.document.iter(f"{W}p"):
        heading = re.fullmatch(r"heading (\d)", word.style_name(paragraph))
        if not heading:
            continue
        level, found = int(heading.group(1)), found + 1
        if not text_of(paragraph).strip():
            yield "a heading is empty"
        if level > last + 1:
            yield f"heading level {level} follows level {last}: {text_of(paragraph)[:40]}"
        last = level
    titles = sum(word.style_name(paragraph) == "title" for paragraph in word.document.iter(f"{W}p"))
    if not found or titles != 1:
        yield f"{found} headings and {titles} titles"


def _paragraphs(word):
    for paragraph in word.document.iter(f"{W}p"):
        text, style = text_of(paragraph), word.style_name(paragraph)
        in_cell = paragraph.getparent().tag == f"{W}tc"
        if not text.strip() and paragraph.find(f".//{WP}inline") is None:
            yield "a table cell is empty" if in_cell else "a paragraph is empty"
        if value(paragraph, "pPr/pStyle") not in {None, *word.styles}:
            yield f"the style {value(paragraph, 'pPr/pStyle')} is not defined"
        if "    " in text or len(paragraph.findall(f".//{W}r/{W}tab")) > 1:
            yield f"spaces or tabs make a layout: {text[:40]}"
        if value(paragraph, "pPr/jc") == "both":
            yield f"a paragraph is justified: {text[:40]}"
        if style == "normal" and not in_cell:
            yield from _pretending(paragraph, text)


def _pretending(paragraph, text):
    if _FAKE_BULLET.match(text) and paragraph.find(f"{W}pPr/{W}numPr") is None:
        yield f"a typed bullet instead of a list: {text[:40]}"
    runs = [run for run in paragraph.iter(f"{W}r") if text_of(run).strip()]
    bold = [run.find(f"{W}rPr/{W}b") is not None or value(run, "rPr/rStyle") == "Strong" for run in runs]
    if runs and len(text) < 80 and all(bold):
        yield f"bold text instead of a heading: {text[:40]}"


def _tables(word):
    for number, table in enumerate(word.document.iter(f"{W}tbl"), 1):
        rows = table.findall(f"{W}tr")
        if not rows or rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield f"table {number} has no header row"
        if table.find(f".//{W}vMerge") is not None or table.find(f".//{W}gridSpan") is not None:
            yield f"table {number} has merged cells"
        if not (value(table, "tblPr/tblCaption") and value(table, "tblPr/tblDescription")):
            yield f"table {number} has no title or no description"
        if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows):
            yield f"a row of table {number} may break across pages"
        if len({len(row.findall(f"{W}tc")) for row in rows} | {len(table.findall(f".//{W}gridCol"))}) != 1:
            yield f"the rows of table {number} differ in length"
        if table.find(f".//{W}tc//{W}tbl") is not None:
            yield f"table {number} holds another table"
        if table.getnext() is None or table.getnext().tag != f"{W}p":
            yield f"no paragraph follows table {number}"


def _captions(word):
    captions = [text_of(p) for p in word.document.iter(f"{W}p") if word.style_name(p) == "caption"]
    for kind in ("Table", "Figure"):
        found = [caption.partition(":")[0] for caption in captions if caption.startswith(kind)]
        if found != [f"{kind} {number}" for number in range(1, len(found) + 1)]:
            yield f"the captions of each {kind} are not numbered 1, 2, 3"
    if any(not caption.startswith(("Table ", "Figure ")) for caption in captions):
        yield "a caption does not say what it is of"


def _floating(word):
    for part in (word.document, *word.around):
        for name in (f"{WP}anchor", f"{W}txbxContent", f"{W}pict", f"{W}object", f"{W}sdt"):
            if part.find(f".//{name}") is not None:
                yield f"the file holds a {etree.QName(name).localname}"
        for picture in part.iter(f"{WP}docPr"):
            words = (picture.get("descr") or "").strip()
            if not words or len(words) > _LONGEST_ALT or words == picture.get("name"):
                yield "a picture has no fitting text in its place"


def _links(word):
    names = {start.get(f"{W}name") for start in word.document.iter(f"{W}bookmarkStart")}
    for link in word.document.iter(f"{W}hyperlink"):
        words = text_of(link).strip().lower()
        if words.startswith(("http", "www.")) or words in {"", "here", "click here", "link", "read more", "more"}:
            yield f"a link says nothing: {words[:40]}"
        if link.get(f"{W}anchor") and link.get(f"{W}anchor") not in names:
            yield f"a link leads nowhere: {words[:40]}"


def _bookmarks(word):
    starts = [start.get(f"{W}id") for start in word.document.iter(f"{W}bookmarkStart")]
    ends = [end.get(f"{W}id") for end in word.document.iter(f"{W}bookmarkEnd")]
    names = [start.get(f"{W}name") for start in word.document.iter(f"{W}bookmarkStart")]
    if Counter(starts) != Counter(ends) or len(set(starts)) != len(starts):
        yield "bookmarks do not begin and end once each"
    if len({name.lower() for name in names}) != len(names):
        yield "two bookmarks have the same name"
    if any(not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names):
        yield "Word would not keep the name of a bookmark"


def _fields(word):
    for part in (word.document, *word.around):
        kinds = Counter(field.get(f"{W}fldCharType") for field in part.iter(f"{W}fldChar"))
        if len({kinds["begin"], kinds["separate"], kinds["end"]}) != 1:
            yield "a field does not end"
    instructions = " ".join(found.text for part in word.around for found in part.iter(f"{W}instrText"))
    if not {"PAGE", "NUMPAGES"} <= set(instructions.split()):
        yield "the pages are not numbered"
    if word.part("word/settings.xml").find(f"{W}updateFields") is not None:
        yield "Word will ask whether to update fields"


def _stray_text(word):
    for element in word.document.iter(*(f"{W}{name}" for name in ("p", "r", "tc", "tr", "tbl", "body"))):
        if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            yield "text stands outside a run"


def _colours(word):
    for style_id, style in word.styles.items():
        look = style.find(f"{W}pPr/{W}shd")
        paper = look.get(f"{W}fill") if look is not None else "FFFFFF"
        yield from _too_pale(style_id, value(style, "rPr/color") or "000000", paper)
        for region in style.findall(f"{W}tblStylePr"):
            fill = region.find(f"{W}tcPr/{W}shd")
            paper = fill.get(f"{W}fill") if fill is not None else "FFFFFF"
            yield from _too_pale(style_id, value(region, "rPr/color") or "000000", paper)


def _too_pale(style_id, ink, paper):
    if _COLOUR.fullmatch(ink) and _COLOUR.fullmatch(paper) and contrast(ink, paper) < _LEAST_CONTRAST:
        yield f"{style_id} has too little contrast: {contrast(ink, paper):.1f} to 1"


def _sizes(word):
    defaults = word.part("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault")
    normal = next(style for style in word.styles.values() if value(style, "name") == "Normal")
    points = int(value(normal, "rPr/sz") or value(defaults, "rPr/sz") or 20) / 2
    if points < _LEAST_BODY_POINTS:
        yield f"the text is {points} points high"


def _paper(word):
    size = word.document.find(f".//{W}sectPr/{W}pgSz")
    if (int(size.get(f"{W}w")), int(size.get(f"{W}h"))) != _A4:
        yield "the paper is not A4"
    settings = word.part("word/settings.xml").iter(f"{W}compatSetting")
    modes = [found.get(f"{W}val") for found in settings if found.get(f"{W}name") == "compatibilityMode"]
    if modes != ["15"]:
        yield "Word would open the file in a compatibility mode"


def _package(word):
    if len(set(word.names)) != len(word.names):
        yield "a part is stored twice"
    for unwanted in ("thumbnail", "stylesWithEffects", "comments"):
        if any(unwanted in name for name in word.names):
            yield f"the file carries {unwanted}"


def _state(word, status):
    settings = word.part("word/settings.xml")
    tracked = settings.find(f"{W}trackRevisions") is not None
    protected = settings.find(f"{W}documentProtection") is not None
    changes = word.document.find(f".//{W}ins") is not None or word.document.find(f".//{W}del") is not None
    if changes:
        yield "the file holds tracked changes"
    if (tracked, protected) != (status == "DRAFT",) * 2:
        yield f"changes to a {status} are tracked: {tracked}, and protected: {protected}"
    if status != "DRAFT" and any("DRAFT" in text_of(part) for part in word.around):
        yield "a final report is headed as a draft"


_CHECKS = (
    _properties,
    _language,
    _headings,
    _paragraphs,
    _tables,
    _captions,
    _floating,
    _links,
    _bookmarks,
    _fields,
    _stray_text,
    _colours,
    _sizes,
    _paper,
    _package,
)
