"""The paragraphs of a returned file put together as they left: those that a reader split are one again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from visitapp.domain.returned.likeness import settled
from visitapp.domain.returned.reading import BODY, DELETED, INSERTED, MOVED_IN, MOVED_OUT, ReadParagraph, Segment


@dataclass(frozen=True)
class Unit:
    """What was one paragraph, or one row of a table, before every tracked change."""

    place: int
    paragraphs: tuple[ReadParagraph, ...]

    @property
    def is_row(self) -> bool:
        """Return whether this is a row of a table."""
        return self.paragraphs[0].cell is not None

    @property
    def in_body(self) -> bool:
        """Return whether it stands in the running text or a table of it."""
        return self.paragraphs[0].place == BODY

    @cached_property
    def is_blank(self) -> bool:
        """Return whether nothing of it could or can be seen."""
        return not settled(self.before + self.after)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the bookmarks that start in it."""
        return tuple(name for one in self.paragraphs for name in one.bookmarks)

    @cached_property
    def before(self) -> str:
        """Return its text before every tracked change, a row with one cell a line."""
        if self.is_row:
            return "\n".join(before for before, _ in self.cells)
        return "".join(one.original() for one in self.paragraphs)

    @cached_property
    def after(self) -> str:
        """Return its text with every tracked change accepted."""
        if self.is_row:
            return "\n".join(after for _, after in self.cells)
        return finally_of(self.paragraphs)

    @cached_property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Return the text of each cell before and after the tracked changes."""
        return tuple((_before_of(column), finally_of(column)) for column in self._columns)

    def column(self, number: int) -> Sequence[ReadParagraph]:
        """Return the paragraphs of one cell, counted from 0."""
        return self._columns[number]

    @cached_property
    def _columns(self) -> list[list[ReadParagraph]]:
        columns: dict[int, list[ReadParagraph]] = {}
        for one in self.paragraphs:
            columns.setdefault(one.cell.column if one.cell else 0, []).append(one)
        return list(columns.values())

    @cached_property
    def changes(self) -> tuple[Segment, ...]:
        """Return the stretches that were changed with tracking on."""
        return tuple(change for one in self.paragraphs for change in one.changes())

    @property
    def moved_out(self) -> str:
        """Return the text that was moved away from here."""
        return _said(self.paragraphs, MOVED_OUT)

    @property
    def moved_in(self) -> str:
        """Return the text that was moved to here."""
        return _said(self.paragraphs, MOVED_IN)

    @property
    def comments(self) -> tuple[str, ...]:
        """Return the ids of the comments that touch it."""
        return tuple(dict.fromkeys(comment for one in self.paragraphs for comment in one.comments))

    @property
    def runs_on(self) -> bool:
        """Return whether its end was deleted with tracking on, so that what follows is joined to it."""
        last = self.paragraphs[-1]
        return not self.is_row and last.mark.kind == DELETED and bool(self.after.strip())


def units(paragraphs: Iterable[ReadParagraph]) -> tuple[Unit, ...]:
    """Return the units of a file in order, those without a word and without a bookmark left out."""
    groups: list[list[ReadParagraph]] = []
    rows: dict[tuple[int, int], list[ReadParagraph]] = {}
    split: list[ReadParagraph] | None = None
    for one in paragraphs:
        if one.cell is not None:
            group = rows.setdefault((one.cell.table, one.cell.row), [])
            groups += [] if group else [group]
            group.append(one)
            continue
        if split is not None and one.place == BODY:
            split.append(one)
        else:
            groups.append([one])
        if one.place == BODY:
            split = (split or groups[-1]) if one.mark.kind == INSERTED else None
    found = (Unit(place, tuple(group)) for place, group in enumerate(groups))
    return tuple(one for one in found if one.names or one.before.strip() or one.after.strip() or one.changes)


def finally_of(paragraphs: Sequence[ReadParagraph]) -> str:
    """Return the text of paragraphs with every tracked change accepted, a blank line between two of them."""
    said = ""
    for one, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        ends = following is not None and one.mark.kind != DELETED and bool(one.final().strip())
        said += one.final().rstrip(" ") + "\n\n" if ends else one.final()
    return said.strip("\n") if len(paragraphs) > 1 else said


def _before_of(paragraphs: Sequence[ReadParagraph]) -> str:
    said = ""
    for one, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        said += one.original() + ("\n\n" if following is not None and one.mark.kind != INSERTED else "")
    return said.strip("\n") if len(paragraphs) > 1 else said


def _said(paragraphs: Iterable[ReadParagraph], kind: str) -> str:
    return "\n\n".join(
        text
        for one in paragraphs
        if (text := "".join(part.text for part in one.segments if part.kind == kind)).strip()
    )
