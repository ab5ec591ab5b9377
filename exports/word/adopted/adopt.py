"""A template, looked through and taken apart into what a report may use of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from exports.word.adopted import slots
from exports.word.adopted.allowed import W
from exports.word.adopted.colours import adopted_theme
from exports.word.adopted.intake import Element
from exports.word.adopted.lists import Lists, list_numbers, merged_lists
from exports.word.adopted.package import Package
from exports.word.adopted.paper import add_paper, line_width
from exports.word.adopted.pictures import picture_of
from exports.word.adopted.points import FALLS_BACK, FOUND, LEFT_OUT, LOOK, Point, Points
from exports.word.adopted.sieve import Sieve, Through
from exports.word.adopted.styles import Styles, merged_styles, style_ids
from exports.word.styles import TEXT_WIDTH

_KEPT = 2
_OFF = frozenset({"0", "false", "off"})
_SURROUNDS = {"header": "hdr", "footer": "ftr"}
_SLOT_NAMES = {"title": "title", "school": "school", "subtitle": "visit and date", "status": "version and date"}


@dataclass(frozen=True, slots=True)
class Surround:
    """A header or footer of a template: its kind, its part's name, the link to it and its content."""

    kind: str
    name: str
    link: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a template: its part's name, the link to it and its bytes."""

    name: str
    link: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Adopted:
    """What of a template goes into a report; `document`, `surrounds` and so on hold nothing that was not allowed."""

    document: bytes
    surrounds: tuple[Surround, ...]
    pictures: tuple[Picture, ...]
    styles: Styles
    lists: Lists
    theme: bytes
    fonts: bytes
    on_cover: frozenset[str]
    width: int
    mirrored: bool
    even_pages: bool
    points: tuple[Point, ...]


@lru_cache(maxsize=_KEPT)
def adopted(content: bytes) -> Adopted:
    """Return what of a template may be used; raises TemplateRefusedError, in a plain sentence, for one that may not.

    Raises ValueError or LookupError for a template that is broken in a way no one foresaw.
    """
    return _Taking(content).all()


class _Taking:
    """Takes one template apart, part by part."""

    def __init__(self, content: bytes) -> None:
        self._points = Points()
        self._package = Package(content, self._points)
        styles = self._package.root("styles", "styles")
        numbering = self._package.root("numbering", "numbering")
        self._styles = style_ids(styles)
        self._numbers = list_numbers(numbering)
        self._pictures: dict[str, Picture] = {}
        self._style_root, self._numbering_root = styles, numbering

    def all(self) -> Adopted:
        """Return everything of the template that may be used."""
        root = self._package.document()
        surrounds = self._surrounds()
        links = {link: (one.kind, one.link) for link, one in surrounds.items()}
        document = self._passed(self._package.main, root, "The document", links)
        self._finish(document)
        slots_found = self._note_slots(document, [etree.fromstring(one.content) for one in surrounds.values()])
        place = slots.place_body(document)
        self._note_body(place)
        width = line_width(document, slots.BODY, self._points)
        kept = {one.name: one for one in surrounds.values()}
        self._note_surrounds(document, list(kept.values()))
        mirrored, even_pages = self._settings()
        lists = merged_lists(self._numbering_root, self._styles, self._points)
        own_footer = next(document.iter(f"{W}footerReference"), None) is not None
        through = Through("Styles", self._styles, self._numbers)
        styles = merged_styles(self._style_root, through, width or TEXT_WIDTH, own_footer, self._points)
        return Adopted(
            document=etree.tostring(document),
            surrounds=tuple(kept.values()),
            pictures=tuple(self._pictures.values()),
            styles=styles,
            lists=lists,
            theme=adopted_theme(self._optional("theme", "theme")),
            fonts=self._fonts(),
            on_cover=frozenset(slots_found),
            width=width or TEXT_WIDTH,
            mirrored=mirrored,
            even_pages=even_pages,
            points=self._points.all(),
        )

    def _passed(
        self, name: str, root: Element, where: str, surrounds: Mapping[str, tuple[str, str]] | None = None
    ) -> Element:
        through = Through(where, self._styles, self._numbers, self._pictures_of(name), surrounds or {})
        return Sieve(through, self._points).passed(root)

    def _pictures_of(self, name: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for link, led in self._package.links(name).items():
            if led.kind == "image" and self._picture(led.target) is not None:
                found[link] = self._pictures[led.target].link
        return found

    def _picture(self, target: str) -> Picture | None:
        if target not in self._pictures:
            drawn = picture_of(self._package.content(target))
            if drawn is None:
                return None
            number = len(self._pictures) + 1
            kind, content = drawn
            name = f"word/media/template{number}.{kind}"
            self._pictures[target] = Picture(name, f"rIdPicture{number}", content)
        return self._pictures[target]

    def _surrounds(self) -> dict[str, Surround]:
        """Return the headers and footers by the ids of their links; two links to one part share it."""
        found: dict[str, Surround] = {}
        by_target: dict[str, Surround] = {}
        for link, led in self._package.links(self._package.main).items():
            if led.kind not in _SURROUNDS:
                continue
            if led.target not in by_target:
                root = self._package.part(led.target, _SURROUNDS[led.kind])
                if root is None:
                    continue
                made = self._passed(led.target, root, f"The {led.kind}")
                number = len(by_target) + 2
                name = f"word/{led.kind}{number}.xml"
                by_target[led.target] = Surround(led.kind, name, f"rIdTemplate{number}", etree.tostring(made))
            found[link] = by_target[led.target]
        return found

    def _finish(self, document: Element) -> None:
        """Make sure that the document has a body that ends with its paper, once."""
        body = document.find(f"{W}body")
        if body is None:
            body = etree.SubElement(document, f"{W}body")
        papers = body.findall(f"{W}sectPr")
        for paper in papers:
            body.remove(paper)
        body.append(papers[-1] if papers else etree.Element(f"{W}sectPr"))
        add_paper(document, self._points)

    def _note_slots(self, document: Element, surrounds: list[Element]) -> list[str]:
        found = [name for name in slots.names_of(document) if name != "body"]
        around = {name for root in surrounds for name in slots.names_of(root)}
        for name, words in _SLOT_NAMES.items():
            if name in found:
                self._points.add(FOUND, words, "Places", f"The place for the {words} was found.")
            elif name in around and name != "status":
                says = f"Only a header or footer has a place for the {words}: the report begins with it too."
                self._points.add(FALLS_BACK, words, "Places", says)
            elif name != "status":
                says = f"The template has no place for the {words}: it stands at the head of the report."
                self._points.add(FALLS_BACK, words, "Places", says)
        return found

    def _note_body(self, place: str) -> None:
        if place == "missing":
            says = "The template has no place for the report: it is added at the end."
            self._points.add(FALLS_BACK, "report", "Places", says)
            return
        self._points.add(FOUND, "report", "Places", "The place for the report was found.")
        if place == "moved":
            says = "The place for the report is inside a table: the report comes after that table."
            self._points.add(LOOK, "report", "Places", says)

    def _note_surrounds(self, document: Element, surrounds: Collection[Surround]) -> None:
        for kind in _SURROUNDS:
            if next(document.iter(f"{W}{kind}Reference"), None) is None:
                says = f"The template has no {kind}: the built-in one stands in."
                self._points.add(FALLS_BACK, kind, "Pages", says)
            else:
                self._points.add(FOUND, kind, "Pages", f"The {kind} is the template's.")
        has_footer = next(document.iter(f"{W}footerReference"), None) is not None
        numbered = any(b"PAGE " in one.content for one in surrounds)
        if has_footer and not numbered:
            says = "No header or footer of the template says the number of the page."
            self._points.add(LOOK, "page numbers", "Pages", says)

    def _settings(self) -> tuple[bool, bool]:
        root = self._optional("settings", "settings")
        if root is None:
            return False, False
        spoken = {
            "attachedTemplate": "the address of another template",
            "mailMerge": "a mail merge",
            "docVars": "hidden data (document variables)",
            "documentProtection": "a lock against changes",
            "writeProtection": "a lock against changes",
        }
        for name, what in spoken.items():
            if root.find(f"{W}{name}") is not None:
                says = f"It held {what}; a report goes out without."
                self._points.add(LEFT_OUT, what, "Settings", says)
        return _is_on(root, "mirrorMargins"), _is_on(root, "evenAndOddHeaders")

    def _fonts(self) -> bytes:
        root = self._optional("fontTable", "fonts")
        bare = etree.Element(f"{W}fonts", nsmap={"w": W[1:-1]})
        made = bare if root is None else Sieve(Through("Fonts"), self._points).passed(root)
        return bytes(etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True))

    def _optional(self, kind: str, element: str) -> Element | None:
        return self._package.root(kind, element)


def _is_on(settings: Element, name: str) -> bool:
    found = settings.find(f"{W}{name}")
    return found is not None and (found.get(f"{W}val") or "").lower() not in _OFF
