"""Which text that left each returned paragraph is: by its bookmark, by its words, or by likeness and order."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from visitapp.domain.returned.likeness import Shape, alike, loose, settled, shape
from visitapp.domain.returned.units import Unit

_ALIKE, _ALIKE_IN_PLACE, _IN_PLACE = 0.34, 0.15, 0.15
_COMMON = 60
"""A pair of words in more texts than this finds nothing."""
_FURTHER = 4
"""How many paragraphs more than were sent one text may have come back as."""


@dataclass(frozen=True)
class Piece:
    """One text that left: the record it belongs to, empty for what surrounds the records, and its bookmark."""

    place: int
    record_id: str
    text: str
    name: str = ""

    @cached_property
    def parts(self) -> list[str]:
        """Return its paragraphs as they are found again."""
        return [part for part in map(loose, settled(self.text).split("\n\n")) if part]

    @cached_property
    def is_blank(self) -> bool:
        """Return whether nothing of it can be seen; such a text was not printed."""
        return not settled(self.text)

    @property
    def may_be_row(self) -> bool:
        """Return whether it may have left as a row of a table, one cell a line."""
        return "\n" in self.text and "\n\n" not in self.text


@dataclass
class Match:
    """Which units each piece came back as, by its place, in order; `unsure` are those matched by likeness alone."""

    pieces: Sequence[Piece]
    units: Sequence[Unit]
    found: dict[int, list[int]] = field(default_factory=dict)
    owner: dict[int, int] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)
    known: set[int] = field(default_factory=set)
    """Units that surround the records and are as they left: matched with nothing."""
    anchored: bool = False

    def take(self, piece: int, *units: int) -> None:
        """Note that a piece came back as these units besides those it has."""
        self.found.setdefault(piece, []).extend(units)
        for unit in units:
            self.owner[unit] = piece

    def record_at(self, number: int) -> str:
        """Return the record a unit belongs to, empty for none."""
        piece = self.owner.get(number)
        return "" if piece is None else self.pieces[piece].record_id

    def record_before(self, number: int) -> str:
        """Return the record that stands last before a unit, empty when none does."""
        own = self.record_at(number)
        records = (self.record_at(one) for one in range(number - 1, -1, -1))
        return next((one for one in records if one and one != own), "")

    def place_of(self, piece: int) -> float:
        """Return where a piece stands among the units, or would stand if it were there."""
        return self.found[piece][0] if piece in self.found else _gap(self, piece)[0] + 0.5

    def left_pieces(self) -> list[int]:
        """Return the pieces not found yet, without blank ones."""
        return [one.place for one in self.pieces if one.place not in self.found and not one.is_blank]

    def left_units(self) -> list[int]:
        """Return the units that belong to no piece yet and hold words."""
        taken = self.owner.keys() | self.known
        return [n for n, one in enumerate(self.units) if n not in taken and not one.is_blank]


def matched(pieces: Sequence[Piece], units: Sequence[Unit], surrounding: Callable[[Unit], bool]) -> Match:
    """Return which units each piece came back as; a unit without bookmark that is `surrounding` is left alone."""
    match = Match(pieces, units)
    _by_bookmark(match)
    match.known = {n for n, one in enumerate(units) if n not in match.owner and surrounding(one)}
    match.anchored = bool(match.found)
    _by_words(match)
    _with_what_follows(match)
    _by_likeness(match)
    _by_place(match)
    _with_what_follows(match)
    return match


def _by_bookmark(match: Match) -> None:
    names = {one.name: one.place for one in match.pieces if one.name}
    for number, unit in enumerate(match.units):
        hits = list(dict.fromkeys(names[name] for name in unit.names if name in names))
        if len(hits) > 1:
            form = shape(unit.before or unit.after)
            hits.sort(key=lambda piece: -alike(form, shape(match.pieces[piece].text)))
        if hits:
            match.take(hits[0], *_between(match, hits[0], number), number)


def _between(match: Match, piece: int, number: int) -> Sequence[int]:
    """Return the paragraphs that stand between a unit and the one where the bookmark of its piece began.

    LibreOffice begins a bookmark again in the last paragraph it holds, and says nothing of it in those between.
    """
    begun = match.found.get(piece, [number])[-1]
    between = range(begun + 1, number)
    return between if all(_may_follow(match, one) for one in between) else ()


def _by_words(match: Match) -> None:
    """Take units that read as a piece did; one piece may have been several paragraphs."""
    wanted: dict[tuple[str, ...], list[int]] = defaultdict(list)
    starts: dict[str, set[int]] = defaultdict(set)
    for piece in match.left_pieces():
        parts = tuple(_parts(match.pieces[piece]))
        wanted[parts].append(piece)
        starts[parts[0]].add(len(parts))
    texts = [loose(one.before) for one in match.units]
    offered: dict[tuple[str, ...], list[list[int]]] = defaultdict(list)
    taken: set[int] = set()
    for number in match.left_units():
        for count in sorted(starts.get(_row_text(match.units[number], texts[number]), ()), reverse=True):
            row = list(range(number, number + count))
            if row[-1] >= len(texts) or taken.intersection(row) or any(one in match.owner for one in row):
                continue
            parts = tuple(_row_text(match.units[one], texts[one]) for one in row)
            if parts in wanted:
                offered[parts].append(row)
                taken.update(row)
                break
    for parts, rows in offered.items():
        if len(rows) == len(wanted[parts]):
            for piece, row in zip(wanted[parts], rows, strict=True):
                match.take(piece, *row)
    for parts, rows in offered.items():
        _by_neighbours(match, wanted[parts], [row for row in rows if row[0] not in match.owner])


def _by_neighbours(match: Match, pieces: Sequence[int], rows: list[list[int]]) -> None:
    """Tell apart pieces of the same words that did not all come back: by what stands around them, else in order."""
    for inside in (True, False):
        for piece in pieces:
            low, high = _gap(match, piece) if inside else (-1, len(match.units))
            row = next((one for one in rows if low < one[0] < high), None)
            if row is not None and piece not in match.found:
                rows.remove(row)
                match.take(piece, *row)
                match.unsure.add(piece)


def _parts(piece: Piece) -> list[str]:
    return piece.parts or [loose(piece.text)]


def _row_text(unit: Unit, text: str) -> str:
    return loose(settled(unit.before)) if unit.is_row else text


def _with_what_follows(match: Match) -> None:
    """Give each piece the paragraphs behind it that make it read more as it did: its further ones, or a split one."""
    forms: dict[int, str] = {}
    for piece, numbers in list(match.found.items()):
        sent, here = match.pieces[piece], match.units[numbers[-1]]
        if here.is_row:
            continue
        said, whole = "\n\n".join(match.units[one].before for one in numbers), settled(sent.text)
        if settled(said) == whole:
            continue
        best, chosen = alike(shape(said), shape(sent.text)), 0
        follow = list(_free_behind(match, numbers[-1], len(sent.parts) + _FURTHER))
        for count, number in enumerate(follow, 1):
            said += "\n\n" + forms.setdefault(number, match.units[number].before)
            likeness = alike(shape(said), shape(sent.text))
            if likeness > best or settled(said) == whole:
                best, chosen = likeness, count
        match.take(piece, *follow[:chosen])


def _free_behind(match: Match, number: int, most: int) -> Iterator[int]:
    for other in range(number + 1, min(number + 1 + most, len(match.units))):
        if not _may_follow(match, other):
            return
        yield other


def _may_follow(match: Match, number: int) -> bool:
    """Return whether a unit can be a further paragraph of the text before it: no other's, no row and no heading."""
    unit = match.units[number]
    taken = number in match.owner or number in match.known
    return not (taken or unit.is_row or unit.names or not unit.in_body or unit.paragraphs[0].level)


def _by_likeness(match: Match) -> None:
    """Take the likest pairs first; those that stand between the same neighbours need be less alike."""
    pieces = {one: shape(match.pieces[one].text) for one in match.left_pieces()}
    units = {one: shape(match.units[one].before or match.units[one].after) for one in match.left_units()}
    finally_ = {one: shape(match.units[one].after) for one in units if match.units[one].changes}
    gaps = {piece: _gap(match, piece) for piece in pieces}
    pairs: list[tuple[float, int, int]] = []
    for piece, unit in _candidates(pieces, units):
        likeness = max(alike(pieces[piece], units[unit]), alike(pieces[piece], finally_.get(unit, units[unit])))
        inside = gaps[piece][0] < unit < gaps[piece][1]
        if likeness >= (_ALIKE_IN_PLACE if inside else _ALIKE):
            pairs.append((likeness + (_IN_PLACE if inside else 0), piece, unit))
    for _, piece, unit in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if piece not in match.found and unit not in match.owner:
            match.take(piece, unit)
            match.unsure.add(piece)


def _candidates(pieces: dict[int, Shape], units: dict[int, Shape]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share words which are not in very many texts."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for unit, form in units.items():
        for words in form:
            index[words].append(unit)
    for piece, form in pieces.items():
        near = {unit for words in form if len(index.get(words, ())) <= _COMMON for unit in index.get(words, ())}
        yield from ((piece, unit) for unit in sorted(near))


def _by_place(match: Match) -> None:
    """Pair what is left between two neighbours where as many texts are left on both sides: all written anew."""
    gaps: dict[tuple[int, int, bool], list[int]] = defaultdict(list)
    for piece in match.left_pieces():
        gaps[(*_gap(match, piece), match.pieces[piece].may_be_row)].append(piece)
    left = [one for one in match.left_units() if match.units[one].before.strip() and match.units[one].in_body]
    for (low, high, row), pieces in gaps.items():
        inside = [one for one in left if low < one < high and match.units[one].is_row == row]
        if len(inside) == len(pieces):
            for piece, unit in zip(pieces, inside, strict=True):
                match.take(piece, unit)
                match.unsure.add(piece)


def _gap(match: Match, piece: int) -> tuple[int, int]:
    """Return between which units a piece would stand if the order were kept."""
    known = sorted(match.found)
    at = bisect_left(known, piece)
    low = max(match.found[known[at - 1]]) if at else -1
    high = min(match.found[known[at]]) if at < len(known) else len(match.units)
    return low, high
