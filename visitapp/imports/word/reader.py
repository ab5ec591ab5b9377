"""A Word file from outside, read whole: its paragraphs, tracked changes, comments and marks."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from visitapp.domain.marks import REPORT_PROPERTY, REVISION_PROPERTY
from visitapp.domain.returned.reading import FOOTER, HEADER, NOTE, ReadComment, ReadFile
from visitapp.domain.text import clean, one_line
from visitapp.imports.word.document import Document, opened
from visitapp.imports.word.markup import W14, W15, Element, W, local, parsed, value
from visitapp.imports.word.package import content_of
from visitapp.imports.word.walk import Style, Walk
from visitapp.imports.word.ways import moment

_OTHER_PARTS = (("header", HEADER), ("footer", FOOTER), ("footnotes", NOTE), ("endnotes", NOTE))
_TRUE = ("1", "true", "on")
_UNREAD = {"chart": "chart", "diagramData": "diagram"}


def read_file(path: Path) -> ReadFile:
    """Return what a Word file holds; raises UnreadableFileError, which says why, when it is not to be read."""
    return read_content(content_of(path))


def read_content(content: bytes) -> ReadFile:
    """Return what the bytes of a Word file hold; raises UnreadableFileError when they are not to be read."""
    document = opened(content)
    walk = Walk(_styles(document.part("styles")))
    walk.read(document.root)
    for kind, place in _OTHER_PARTS:
        for name in document.linked(kind):
            walk.read(parsed(document.parts[name]), place)
    said = _properties(document.properties())
    revision = said.get(REVISION_PROPERTY, "")
    return ReadFile(
        paragraphs=walk.paragraphs(),
        comments=tuple(_comments(document, walk.about)),
        report_id=said.get(REPORT_PROPERTY, ""),
        revision=int(revision) if revision.isascii() and revision.isdigit() and len(revision) < 10 else None,
        sha256=hashlib.sha256(content).hexdigest(),
        unread=tuple(_unread(document, walk.pictures)),
    )


def _styles(root: Element | None) -> dict[str, Style]:
    found: dict[str, Style] = {}
    for one in () if root is None else root.iter(f"{W}style"):
        name = value(one.find(f"{W}name")).strip().lower()
        outline = value(one.find(f"{W}pPr/{W}outlineLvl"))
        level = int(outline) + 1 if outline in tuple("012345678") else 0
        if name.startswith("heading ") and name[8:].isdigit():
            level = int(name[8:])
        listed = name.startswith("list bullet") or one.find(f"{W}pPr/{W}numPr") is not None
        found[value(one, "styleId")] = Style(name, level, listed and not level)
    return found


def _properties(root: Element | None) -> dict[str, str]:
    """Return what a file says about itself under names of its own."""
    if root is None:
        return {}
    return {str(one.get("name")): one_line("".join(one.itertext())) for one in root if isinstance(one.tag, str)}


def _comments(document: Document, about: dict[str, str]) -> Iterator[ReadComment]:
    root = document.part("comments")
    if root is None:
        return
    paragraph_of: dict[str, str] = {}
    found: list[ReadComment] = []
    for one in root.iter(f"{W}comment"):
        comment = value(one, "id")
        for paragraph in one.iter(f"{W}p"):
            paragraph_of[str(paragraph.get(f"{W14}paraId") or "").upper()] = comment
        by, on = clean(value(one, "author")), moment(value(one, "date"))
        found.append(ReadComment(comment, _said(one), by, on, clean(about.get(comment, "")).strip()))
    yield from _threaded(found, paragraph_of, document.part("commentsExtended"))


def _said(comment: Element) -> str:
    walk = Walk({})
    walk.read(comment)
    return "\n".join(one.final().strip() for one in walk.paragraphs()).strip()


def _threaded(comments: list[ReadComment], of: dict[str, str], extended: Element | None) -> Iterator[ReadComment]:
    """Yield the comments with what each replies to and whether it was resolved, kept in a part of its own."""
    parents: dict[str, str] = {}
    resolved: set[str] = set()
    for one in () if extended is None else extended.iter(f"{W15}commentEx"):
        comment = of.get(str(one.get(f"{W15}paraId") or "").upper(), "")
        parent = of.get(str(one.get(f"{W15}paraIdParent") or "").upper(), "")
        if comment and parent and parent != comment:
            parents[comment] = parent
        if comment and str(one.get(f"{W15}done") or "") in _TRUE:
            resolved.add(comment)
    for one in comments:
        yield replace(one, parent=parents.get(one.id, ""), resolved=one.id in resolved)


def _unread(document: Document, pictures: int) -> Iterator[str]:
    """Yield what is in the file besides text."""
    counts = {"picture": pictures} | {word: len(document.linked(kind)) for kind, word in _UNREAD.items()}
    counts["picture"] = max(0, pictures - counts["chart"] - counts["diagram"])
    counts["equation"] = sum(local(one) == "oMath" for one in document.root.iter("{*}oMath"))
    for word, count in counts.items():
        if count:
            yield f"{count} {word}{'' if count == 1 else 's'}"
