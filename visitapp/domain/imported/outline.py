"""A document parted by the headings of a programme: what stands under which, and what stands nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from visitapp.domain.framework import Framework, Section
from visitapp.domain.imported.lines import Grid


@dataclass(slots=True)
class Said:
    """One text under a heading. `item` tells that it stands in a list, `dots` that dots began it; `parts` are its
    further paragraphs."""

    text: str
    item: bool = False
    dots: bool = False
    bold: bool = False
    parts: list[str] = field(default_factory=list)

    def whole(self) -> str:
        """Return the text with its further paragraphs, a blank line between them."""
        return "\n\n".join([self.text, *self.parts])


Under = tuple[str, str]
"""The code of a section and of the list inside it, the latter mostly empty."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that were not understood, and where they stood: under which heading, or in front."""

    text: str
    where: str


@dataclass(slots=True)
class Parted:
    """What parting a document gives: the front by key, what stands under each heading, what was left over."""

    framework: Framework
    front: list[tuple[str, str, str]] = field(default_factory=list)
    """Key, label as it stood, and value."""
    under: dict[Under, list[Said | Grid]] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)
    """The codes of the sections found, in their order."""
    before: list[str] = field(default_factory=list)
    """Lines in front that are no field."""
    margins: list[str] = field(default_factory=list)
    """Headers and footers."""
    unread: list[Unread] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    """What says nothing new: contents, captions, numbers of pages."""
    labels: int = 0
    others: set[str] = field(default_factory=set)
    """What else of the programme was found: parts, groups and lists."""

    def sections(self) -> Iterator[Section]:
        """Yield the sections found, in the order of the framework."""
        return (one for one in self.framework.outline if one.code in self.found)
