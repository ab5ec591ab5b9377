"""A returned file as it was read: paragraphs with their tracked changes, comments, and what it says it is."""

from dataclasses import dataclass

NORMAL, INSERTED, DELETED, MOVED_IN, MOVED_OUT = "", "inserted", "deleted", "moved-in", "moved-out"
"""How a stretch of text stands in a file; all but the first are changes that were tracked."""

BODY, HEADER, FOOTER, NOTE, BOX = "", "header", "footer", "footnote", "text box"
"""Where a paragraph stands; what is in a text box follows the paragraph that holds the box."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that stands in one way: who changed it and when (an ISO moment, empty when not said)."""

    text: str
    kind: str = NORMAL
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table: which table of the file, row and column, each from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """One paragraph. `bookmarks` are the names that start in it, `comments` the ids of those that touch it.

    `style` is the name of its style in small letters, `level` that of a heading, else 0; `listed` tells a list
    item. `mark` says whether its end was inserted or deleted. `number` was printed before it, as "12".
    """

    segments: tuple[Segment, ...] = ()
    bookmarks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    style: str = ""
    level: int = 0
    listed: bool = False
    cell: Cell | None = None
    mark: Segment = Segment("")
    place: str = BODY
    number: str = ""

    def original(self) -> str:
        """Return its text as it was before every tracked change."""
        return "".join(one.text for one in self.segments if one.kind in (NORMAL, DELETED, MOVED_OUT))

    def final(self) -> str:
        """Return its text with every tracked change accepted."""
        return "".join(one.text for one in self.segments if one.kind in (NORMAL, INSERTED, MOVED_IN))

    def changes(self) -> tuple[Segment, ...]:
        """Return the stretches that were changed with tracking on, its end included."""
        found = tuple(one for one in self.segments if one.kind != NORMAL and one.text)
        return (*found, self.mark) if self.mark.kind != NORMAL else found


@dataclass(frozen=True, slots=True)
class ReadComment:
    """A comment: its words, those it is about, and the id of the comment it replies to, empty when it is none."""

    id: str
    text: str
    by: str = ""
    on: str = ""
    about: str = ""
    parent: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class ReadFile:
    """All that was read of a file. `report_id` and `revision` are what its properties say, empty and None without;
    `unread` says in words what was not read."""

    paragraphs: tuple[ReadParagraph, ...]
    comments: tuple[ReadComment, ...] = ()
    report_id: str = ""
    revision: int | None = None
    sha256: str = ""
    unread: tuple[str, ...] = ()

    def bookmarks(self) -> tuple[str, ...]:
        """Return the names of all bookmarks, in order."""
        return tuple(name for one in self.paragraphs for name in one.bookmarks)
