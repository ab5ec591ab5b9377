"""Edits to a report as Word writes them: markup built by hand on a file that left the app."""

import io
import zipfile
from copy import deepcopy

from lxml import etree

from exports.word.write import word_bytes
from visitapp.domain.marks import record_names
from visitapp.imports.word.reader import read_content

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = "T. North"


def element(name, **attributes):
    made = etree.Element(W + name, nsmap={"w": NAMESPACE})
    for key, value in attributes.items():
        made.set(W + key, str(value))
    return made


def run(text, deleted=False):
    made = element("r")
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(made, W + "br")
        said = etree.SubElement(made, W + ("delText" if deleted else "t"))
        said.text = line
        said.set(_SPACE, "preserve")
    return made


def unzipped(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


class Edited:
    """A report in the hands of a school."""

    def __init__(self, report):
        self.sent = report.texts()
        self.names = record_names(self.sent)
        self.parts = unzipped(word_bytes(report))
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self._number = 5000
        self._comments = []
        self._threads = []

    def bytes(self):
        """Return the file as it comes back."""
        self.parts["word/document.xml"] = etree.tostring(self.root)
        if self._comments:
            self._add_comments()
        return zipped(self.parts)

    def read(self):
        """Return what is read of the file."""
        return read_content(self.bytes())

    def start(self, record_id):
        name = self.names[record_id]
        return next(one for one in self.root.iter(W + "bookmarkStart") if one.get(W + "name") == name)

    def paragraph(self, record_id):
        """Return the paragraph a record begins in."""
        return self.start(record_id).getparent()

    def cell(self, record_id, column):
        """Return the paragraph in a cell of a row."""
        row = next(one for one in self.paragraph(record_id).iterancestors(W + "tr"))
        return row.findall(W + "tc")[column].find(W + "p")

    def replace(self, paragraph, old, new, by=HEAD, on="2025-12-01T10:30:00Z"):
        """Put new words for old ones with tracking on; either may be empty."""
        before, middle = self._split(paragraph, old)
        whole = self.said(paragraph)
        after = whole[len(before) + len(middle) :]
        pieces = [run(before)] if before else []
        if middle:
            pieces.append(self._change("del", run(middle, deleted=True), by, on))
        if new:
            pieces.append(self._change("ins", run(new), by, on))
        self._put(paragraph, [*pieces, *([run(after)] if after else [])])

    def silently(self, paragraph, text):
        """Write a paragraph anew without a trace."""
        self._put(paragraph, [run(text)])

    def append(self, paragraph, text):
        """Type behind a text, where its bookmark has ended, with tracking on."""
        paragraph.append(self._change("ins", run(text)))

    def split(self, paragraph, place):
        """Press Enter within a text with tracking on: what follows is a paragraph of its own."""
        said = self.said(paragraph)
        rest = element("p")
        if paragraph.find(W + "pPr") is not None:
            rest.append(deepcopy(paragraph.find(W + "pPr")))
        self._mark(paragraph, "ins")
        ends = [one for one in paragraph if one.tag == W + "bookmarkEnd"]
        self._put(paragraph, [run(said[:place])])
        rest.append(run(said[place:]))
        rest.extend(ends)
        paragraph.addnext(rest)
        return rest

    def split_silently(self, paragraph, place):
        rest = self.split(paragraph, place)
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        mark.getparent().remove(mark)
        return rest

    def add_behind(self, paragraph, text, tracked=True):
        """Write a paragraph of one's own behind another."""
        new = element("p")
        if paragraph.find(W + "pPr") is not None:
            new.append(deepcopy(paragraph.find(W + "pPr")))
        new.append(self._change("ins", run(text)) if tracked else run(text))
        if tracked:
            self._mark(paragraph, "ins")
        paragraph.addnext(new)
        return new

    def delete(self, paragraph):
        """Delete a whole paragraph with tracking on."""
        said = self.said(paragraph)
        self._mark(paragraph, "del")
        self._put(paragraph, [self._change("del", run(said, deleted=True))])

    def delete_silently(self, paragraph):
        """Delete a paragraph, bookmark and all, without a trace."""
        paragraph.getparent().remove(paragraph)

    def join(self, paragraph):
        """Delete the end of a paragraph with tracking on, so that the next is joined to it."""
        self._mark(paragraph, "del")

    def move(self, paragraph, behind):
        """Move a paragraph behind another with tracking on, as Word does by cut and paste."""
        said = self.said(paragraph)
        new = element("p")
        if paragraph.find(W + "pPr") is not None:
            new.append(deepcopy(paragraph.find(W + "pPr")))
        new.append(self._change("moveTo", run(said)))
        self._mark(new, "moveTo")
        self._mark(paragraph, "moveFrom")
        self._put(paragraph, [self._change("moveFrom", run(said))])
        behind.addnext(new)
        return new

    def comment(self, paragraph, words, by=HEAD, on="2025-12-01T11:00:00Z", reply_to=None, resolved=False):
        """Put a comment on the whole of a paragraph; return its number."""
        number = self._next()
        self._comments.append((number, words, by, on))
        if reply_to is None:
            first = 1 if paragraph.find(W + "pPr") is not None else 0
            paragraph.insert(first, element("commentRangeStart", id=number))
            paragraph.append(element("commentRangeEnd", id=number))
            mark = element("r")
            mark.append(element("commentReference", id=number))
            paragraph.append(mark)
        self._threads.append((number, reply_to, resolved))
        return number

    def without_bookmarks(self):
        """Take every bookmark and property out, as some programs do."""
        for one in list(self.root.iter(W + "bookmarkStart", W + "bookmarkEnd")):
            one.getparent().remove(one)
        del self.parts["docProps/custom.xml"]
        for name in ("[Content_Types].xml", "_rels/.rels"):
            root = etree.fromstring(self.parts[name])
            for one in list(root):
                if "custom" in str(one.get("PartName") or one.get("Target")):
                    root.remove(one)
            self.parts[name] = etree.tostring(root)

    def accept_all(self):
        """Accept every change, as some programs do when they save."""
        for one in list(self.root.iter(W + "del", W + "moveFrom")):
            one.getparent().remove(one)
        for one in list(self.root.iter(W + "ins", W + "moveTo")):
            for child in list(one):
                one.addprevious(child)
            one.getparent().remove(one)

    def said(self, paragraph):
        found = paragraph.iter(W + "t", W + "br", W + "delText")
        return "".join("\n" if one.tag == W + "br" else one.text or "" for one in found)

    def _split(self, paragraph, old):
        whole = self.said(paragraph)
        place = whole.index(old)
        return whole[:place], old

    def _put(self, paragraph, pieces):
        """Put runs in the place of those a paragraph has, between the ends of its bookmark."""
        runs = [one for one in paragraph if one.tag in (W + "r", W + "ins", W + "del")]
        for piece in pieces:
            runs[0].addprevious(piece)
        for one in runs:
            paragraph.remove(one)

    def _change(self, name, content, by=HEAD, on="2025-12-01T10:30:00Z"):
        made = element(name, id=self._next(), author=by, date=on)
        made.append(content)
        return made

    def _mark(self, paragraph, name):
        properties = paragraph.find(W + "pPr")
        if properties is None:
            properties = element("pPr")
            paragraph.insert(0, properties)
        look = etree.SubElement(properties, W + "rPr")
        look.append(element(name, id=self._next(), author=HEAD, date="2025-12-01T10:30:00Z"))

    def _next(self):
        self._number += 1
        return self._number

    def _add_comments(self):
        said = etree.Element(W + "comments", nsmap={"w": NAMESPACE})
        threads = etree.Element(W15 + "commentsEx")
        for number, words, by, on in self._comments:
            one = element("comment", id=number, author=by, date=on, initials="TN")
            paragraph = element("p")
            paragraph.set(W14 + "paraId", f"{number:08X}")
            paragraph.append(run(words))
            one.append(paragraph)
            said.append(one)
        for number, parent, resolved in self._threads:
            one = etree.SubElement(threads, W15 + "commentEx")
            one.set(W15 + "paraId", f"{number:08X}")
            one.set(W15 + "done", "1" if resolved else "0")
            if parent is not None:
                one.set(W15 + "paraIdParent", f"{parent:08X}")
        self._attach("comments", said)
        self._attach("commentsExtended", threads)

    def _attach(self, kind, root):
        self.parts[f"word/{kind}.xml"] = etree.tostring(root)
        links = etree.fromstring(self.parts["word/_rels/document.xml.rels"])
        etree.SubElement(
            links, f"{{{_LINKS}}}Relationship", Id=f"rIdX{kind}", Type=f"{_KINDS}/{kind}", Target=f"{kind}.xml"
        )
        self.parts["word/_rels/document.xml.rels"] = etree.tostring(links)
