"""What left and what came back, text by text: each difference as a remark."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from visitapp.domain.answering import EDIT, GONE, MOVED, NEW, Remark
from visitapp.domain.returned.likeness import loose, settled
from visitapp.domain.returned.matching import Match, Piece
from visitapp.domain.returned.moves import Moves
from visitapp.domain.returned.reading import ReadParagraph, Segment
from visitapp.domain.returned.rows import CellChange, cell_changes, near_cell
from visitapp.domain.returned.units import Unit, finally_of

_BEHIND = 0.1


class _Added(NamedTuple):
    """A whole paragraph that was put in: its text, and whether it stands behind the text it was put to."""

    text: str
    behind: bool


class Comparing:
    """Compares every text that left with what came back; `position` of each remark is its place in the file."""

    def __init__(self, match: Match, framed: bool) -> None:
        self._match = match
        self._moves = Moves(match)
        self._sent = frozenset() if framed else frozenset(loose(one.text) for one in match.pieces)
        self._joined = {number + 1 for number in range(len(match.units)) if self._runs_on(number)}

    def all(self) -> Iterator[Remark]:
        """Yield what differs, in no order and without ids."""
        for piece in self._match.pieces:
            if piece.place in self._match.found:
                yield from self._of_piece(piece, self._match.found[piece.place])
            elif not piece.is_blank:
                position = self._match.place_of(piece.place)
                yield Remark("", position=position, record_id=piece.record_id, kind=GONE, sent=piece.text)
        for number in self._match.left_units():
            if number not in self._moves.departed and not self._moves.is_arrival(number):
                yield from self._unmatched(number, self._match.units[number])

    def _of_piece(self, piece: Piece, numbers: Sequence[int]) -> Iterator[Remark]:
        read = [self._match.units[number] for number in numbers]
        whole = _remark(read, numbers[0], piece.record_id, piece.text)
        whole = replace(whole, sure=piece.place not in self._match.unsure)
        if piece.place in self._moves.to:
            yield self._moved(piece, whole, read)
        elif read[0].is_row:
            yield from self._row(piece, whole, read[0], numbers[0])
        else:
            yield from self._text(piece, whole, read, numbers)

    def _row(self, piece: Piece, whole: Remark, unit: Unit, number: int) -> Iterator[Remark]:
        changes = [one for one in cell_changes(piece.text, unit.cells) if one.is_changed]
        if changes and not unit.after.strip():
            yield replace(whole, kind=GONE, tracked=not any(one.is_silent for one in changes))
        elif piece.place in self._moves.astray and not changes:
            near = self._match.record_before(number)
            yield replace(whole, kind=MOVED, given=unit.after, near=near, tracked=False)
        else:
            yield from (self._cell(whole, unit, one) for one in changes if unit.after.strip())

    def _cell(self, whole: Remark, unit: Unit, change: CellChange) -> Remark:
        changed = [one for paragraph in unit.column(change.column) for one in paragraph.changes()]
        return replace(
            whole,
            sent=change.sent,
            given=change.after.strip(),
            near=near_cell(change.column),
            tracked=not change.is_silent,
            by=names_of(changed),
            on=latest_of(changed),
        )

    def _text(self, piece: Piece, whole: Remark, read: Sequence[Unit], numbers: Sequence[int]) -> Iterator[Remark]:
        own, added = self._own_and_added(read, numbers)
        silent = settled("\n\n".join(one.before for one in read)) != settled(piece.text)
        if not own.strip() and added:
            own, added = "\n\n".join(one.text for one in added), []
        for one in added:
            near = piece.record_id if one.behind else self._match.record_before(numbers[0])
            place = whole.position + (_BEHIND if one.behind else -_BEHIND)
            yield replace(
                whole, record_id="", kind=NEW, sent="", given=one.text, near=near, position=place, tracked=True
            )
        own = (own + self._joined_on(numbers[-1])).strip()
        if not own or numbers[0] in self._joined:
            yield replace(whole, kind=GONE, tracked=not silent or numbers[0] in self._joined)
        elif piece.place in self._moves.astray:
            near = self._match.record_before(numbers[0])
            yield replace(whole, kind=MOVED, given=own, near=near, tracked=False)
        elif settled(own) != settled(piece.text):
            yield replace(whole, given=own, tracked=not silent)

    def _own_and_added(self, read: Sequence[Unit], numbers: Sequence[int]) -> tuple[str, list[_Added]]:
        """Return what stands for a text now, and the paragraphs that were put in before, between and behind."""
        own: list[str] = []
        added: list[_Added] = []
        for number, unit in zip(numbers, read, strict=True):
            kept: list[ReadParagraph] = []
            for place, one in enumerate(unit.paragraphs):
                if one.original().strip():
                    kept.append(one)
                elif one.final().strip() and not self._moves.arrived(number, place):
                    added.append(_Added(one.final().strip(), bool(own or kept)))
            own.append(finally_of(kept))
        return "\n\n".join(one.strip() for one in own if one.strip()), added

    def _moved(self, piece: Piece, whole: Remark, read: Sequence[Unit]) -> Remark:
        to = self._moves.to[piece.place]
        there = self._match.units[to.unit]
        paragraph = there.paragraphs[to.paragraph]
        changed = [*paragraph.changes(), *(change for one in read for change in one.changes)]
        beside = self._match.record_at(to.unit) if _stands_behind(there, to.paragraph) else ""
        return replace(
            whole,
            kind=MOVED,
            given=paragraph.final().strip(),
            near=beside or self._match.record_before(to.unit),
            position=to.unit - _BEHIND,
            tracked=True,
            by=names_of(changed),
            on=latest_of(changed),
        )

    def _unmatched(self, number: int, unit: Unit) -> Iterator[Remark]:
        before, after = unit.before.strip(), (unit.after + self._joined_on(number)).strip()
        remark = replace(_remark([unit], number, "", before), given=after, tracked=bool(unit.changes))
        if number in self._joined:
            yield replace(remark, kind=GONE, given="")
        elif unit.changes and before:
            if settled(before) != settled(after) and not self._follows_a_heading(unit):
                yield replace(remark, kind=EDIT if after else GONE)
        elif after and loose(after) not in self._sent:
            near = self._match.record_before(number)
            yield replace(remark, kind=NEW, sent="", near=near, sure=True)

    def _follows_a_heading(self, unit: Unit) -> bool:
        """Return whether this is a line of the contents that says what a heading says now."""
        if not unit.paragraphs[0].style.startswith("toc"):
            return False
        return any(loose(one.after) == loose(unit.after) for one in self._match.units if one.paragraphs[0].level)

    def _runs_on(self, number: int) -> bool:
        if number + 1 >= len(self._match.units) or not self._match.units[number].runs_on:
            return False
        following = self._match.units[number + 1]
        return following.in_body and not following.is_row and bool(following.after.strip())

    def _joined_on(self, number: int) -> str:
        """Return the text that was joined to a paragraph by the deletion of its end, with tracking on."""
        if not self._runs_on(number):
            return ""
        return self._match.units[number + 1].after + self._joined_on(number + 1)


def names_of(changes: Iterable[Segment]) -> str:
    """Return who made changes, in order, each once."""
    return ", ".join(dict.fromkeys(one.by for one in changes if one.by))


def latest_of(changes: Iterable[Segment]) -> str:
    """Return when the last of the changes was made, empty when none says so."""
    return max((one.on for one in changes), default="")


def _remark(read: Sequence[Unit], number: int, record_id: str, sent: str) -> Remark:
    changes = [change for one in read for change in one.changes]
    who, when = names_of(changes), latest_of(changes)
    return Remark("", position=float(number), record_id=record_id, kind=EDIT, sent=sent, by=who, on=when)


def _stands_behind(unit: Unit, paragraph: int) -> bool:
    return any(one.original().strip() for one in unit.paragraphs[:paragraph])
