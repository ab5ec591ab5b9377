"""A report in the look of a template: every part of the Word file, made anew."""

from collections.abc import Iterator

from lxml import etree

from exports.word import wording
from exports.word.adopted import slots
from exports.word.adopted.adopt import Adopted, Surround
from exports.word.adopted.allowed import R, W
from exports.word.adopted.fields import drop_fields, has_loose_ends
from exports.word.adopted.intake import Element
from exports.word.body import Place, report_text
from exports.word.bookmarks import REPORT_MARK, report_bookmark
from exports.word.markup import DECLARATION, bookmark, escaped, paragraph, part, run
from exports.word.numbers import numbered_part
from exports.word.page import FOOTER_LINK, HEADER_LINK, footer_part, header_part, warnings
from exports.word.properties import core_part, custom_part, settings_part
from exports.word.style_markup import LANGUAGE
from exports.word.styles import style_id
from exports.word.template import (
    DOCUMENT_LINKS,
    LINK_TYPES,
    TYPES,
    WORD_TYPE,
    content_types,
    links_part,
    template_parts,
)
from visitapp.domain.report import Report
from visitapp.domain.text import one_line

Parts = dict[str, bytes]
_MARK_NUMBER = 900_000_001
_MARK = f"<?{slots.BODY} here?>"
_BULLET_LINK = f'<w:pStyle w:val="{style_id("List Bullet")}"/>'.encode()
_LANGUAGE = f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"'
_BUILT_IN = {"header": HEADER_LINK, "footer": FOOTER_LINK}


def adopted_parts(report: Report, template: Adopted) -> Parts:
    """Return the parts of a Word file that holds `report` in the look of a template, its charts still to be added."""
    built_in = template_parts()
    document, used = _document(report, template)
    parts = {
        "_rels/.rels": built_in["_rels/.rels"],
        "word/document.xml": document,
        "word/styles.xml": _styles(report, template),
        "word/numbering.xml": _numbering(report, template) or built_in["word/numbering.xml"],
        "word/settings.xml": settings_part(report, template.mirrored, template.even_pages),
        "word/fontTable.xml": template.fonts,
        "word/theme/theme1.xml": template.theme,
        "docProps/core.xml": core_part(report),
        "docProps/app.xml": built_in["docProps/app.xml"],
        "docProps/custom.xml": custom_part(report),
    }
    parts |= _built_in_surrounds(report, used)
    for surround in template.surrounds:
        parts |= _surround(report, surround, template)
    parts |= {picture.name: picture.content for picture in template.pictures}
    types = {name: kind for name, kind in TYPES.items() if name[1:] in parts}
    types |= {f"/{one.name}": f"{WORD_TYPE}.{one.kind}+xml" for one in template.surrounds}
    kinds = sorted({picture.name.rpartition(".")[2] for picture in template.pictures})
    links = links_part(_document_links(template, used))
    return {"[Content_Types].xml": content_types(types, kinds), "word/_rels/document.xml.rels": links} | parts


def _texts(report: Report) -> dict[str, str]:
    """Return what goes into the places of one line."""
    return {
        "title": wording.title(report),
        "school": one_line(report.school),
        "subtitle": wording.details(report),
        "status": "".join(wording.status_line(report)),
    }


def _document(report: Report, template: Adopted) -> tuple[bytes, set[str]]:
    """Return word/document.xml, and which built-in header or footer it leads to."""
    root = etree.fromstring(template.document)
    slots.fill(root, _texts(report), report_bookmark(report))
    if has_loose_ends(root):
        drop_fields(root)
    used = set(_add_surrounds(root, bool(warnings(report))))
    before, _, after = etree.tostring(root, encoding="unicode").partition(_MARK)
    start, end = bookmark(_MARK_NUMBER, REPORT_MARK)
    text = report_text(report, Place(template.on_cover, template.width))
    return f"{DECLARATION}{before}{start}{text}{end}{after}".encode(), used


def _add_surrounds(root: Element, warns: bool) -> Iterator[str]:
    """Lead the first section to the built-in header or footer where the template has none; yield which were needed.

    A draft or a sample says so on every page: also on first and even pages for which the template has no header.
    """
    first = next(root.iter(f"{W}sectPr"))
    for kind, link in _BUILT_IN.items():
        has_own = next(root.iter(f"{W}{kind}Reference"), None) is not None
        there = {one.get(f"{W}type") for one in first.findall(f"{W}{kind}Reference")}
        pages = ("default", "first", "even") if kind == "footer" or warns else ("default",)
        if has_own and not (kind == "header" and warns):
            continue
        for page in pages:
            if page not in there:
                made = etree.Element(f"{W}{kind}Reference")
                made.set(f"{W}type", page)
                made.set(f"{R}id", link)
                first.insert(0, made)
                yield kind


def _built_in_surrounds(report: Report, used: set[str]) -> Parts:
    made = {"header": ("word/header1.xml", header_part), "footer": ("word/footer1.xml", footer_part)}
    return {name: make(report) for kind, (name, make) in made.items() if kind in used}


def _surround(report: Report, surround: Surround, template: Adopted) -> Parts:
    """Return a header or footer of the template with the words of a report, and what leads to its pictures."""
    root = etree.fromstring(surround.content)
    slots.fill(root, _texts(report))
    if has_loose_ends(root):
        drop_fields(root)
    warns = warnings(report)
    if warns and surround.kind == "header":
        root.insert(0, etree.fromstring(part("hdr", "", paragraph("Header", run(warns, "Strong"))))[0])
        etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    used = {one.link: ("image", one.name.removeprefix("word/")) for one in template.pictures}
    links = {
        link: (f"{LINK_TYPES}/{kind}", name) for link, (kind, name) in used.items() if f'"{link}"'.encode() in content
    }
    folder, _, file = surround.name.rpartition("/")
    return {surround.name: content} | ({f"{folder}/_rels/{file}.rels": links_part(links)} if links else {})


def _document_links(template: Adopted, used: set[str]) -> dict[str, tuple[str, str]]:
    left = {link for kind, link in _BUILT_IN.items() if kind not in used}
    links = {link: led for link, led in DOCUMENT_LINKS.items() if link not in left}
    for surround in template.surrounds:
        links[surround.link] = (f"{LINK_TYPES}/{surround.kind}", surround.name.removeprefix("word/"))
    for picture in template.pictures:
        if f'"{picture.link}"'.encode() in template.document:
            links[picture.link] = (f"{LINK_TYPES}/image", picture.name.removeprefix("word/"))
    return links


def _styles(report: Report, template: Adopted) -> bytes:
    language = _LANGUAGE.replace(LANGUAGE, escaped(report.language))
    return template.styles.part.replace(_LANGUAGE.encode(), language.encode(), 1)


def _numbering(report: Report, template: Adopted) -> bytes:
    """Return the lists of the template beside the report's, bullets in one alone; empty when they are as built in."""
    made = numbered_part(report, template.lists.definitions, template.lists.lists).get("word/numbering.xml", b"")
    return made.replace(_BULLET_LINK, b"", 1) if template.styles.lists_bullets else made
