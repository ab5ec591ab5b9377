"""Cards beside each other: how tall they are, and what of them goes on to another page."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtWidgets import QHBoxLayout

from ui.pages.present.line_rows import height_of
from ui.pages.present.overview_cards import Piece
from ui.pages.present.sizes import Sizes
from ui.widgets.layout import row
from ui.widgets.surfaces import Card
from visitapp.domain.framework import Framework
from visitapp.domain.presenting import Line, Slide

Maker = Callable[[Slide, Sequence[Piece], Framework, Sizes, int], Card]


@dataclass(frozen=True)
class Pile:
    """What one card says, `width` px wide; made when it is asked for."""

    make: Maker
    slide: Slide
    pieces: tuple[Piece, ...]
    framework: Framework
    sizes: Sizes
    width: int

    def card(self) -> Card:
        """Return the card."""
        return self.make(self.slide, self.pieces, self.framework, self.sizes, self.width)

    @cached_property
    def height(self) -> int:
        """How tall the card must be in px."""
        return height_of(self.card(), self.width)

    def parted(self, tall: int) -> tuple["Pile", "Pile"]:
        """Return what fits in a height in px, at least something, and the rest."""

        def height(count: int) -> int:
            return self._holding(self.pieces[:count]).height

        count = bisect_right(range(1, len(self.pieces) + 1), tall, key=height)
        if count or not self.pieces:
            return self._holding(self.pieces[:count]), self._holding(self.pieces[count:])
        first, after = self._cut(self.pieces[0], tall)
        return self._holding((first,)), self._holding((*after, *self.pieces[1:]))

    def _holding(self, pieces: tuple[Piece, ...]) -> "Pile":
        return replace(self, pieces=pieces)

    def _cut(self, piece: Piece, tall: int) -> tuple[Piece, tuple[Piece, ...]]:
        words = [(True, word) for word in piece.line.text.split()] + [(False, one) for one in piece.line.more.split()]

        def height(count: int) -> int:
            return self._holding((_saying(piece, words[:count]),)).height

        count = max(1, bisect_right(range(1, len(words) + 1), tall, key=height))
        rest = (_saying(piece, words[count:], goes_on=True),) if words[count:] else ()
        return _saying(piece, words[:count]), rest


class Block:
    """Cards beside each other, all as tall as the tallest. What has nothing to say leaves its width to the others."""

    def __init__(self, piles: Sequence[Pile], gap: int) -> None:
        held = [pile for pile in piles if pile.pieces]
        spare = sum(pile.width for pile in piles) + gap * (len(piles) - len(held))
        wide = sum(pile.width for pile in held)
        self._piles = [replace(pile, width=spare * pile.width // wide) for pile in held]
        self._gap = gap

    @property
    def height(self) -> int:
        """How tall it must be in px."""
        return max((pile.height for pile in self._piles), default=0)

    def parted(self, tall: int) -> tuple["Block", "Block | None"]:
        """Return what fits in a height in px, and the rest if any."""
        parts = [pile.parted(tall) for pile in self._piles]
        rest = [after for _, after in parts]
        first = Block([before for before, _ in parts], self._gap)
        return first, Block(rest, self._gap) if any(pile.pieces for pile in rest) else None

    def laid_out(self, tall: int) -> QHBoxLayout:
        """Return the cards, each of a height in px."""
        made = row(spacing=self._gap)
        for pile in self._piles:
            card = pile.card()
            card.setFixedSize(pile.width, tall)
            made.addWidget(card)
        made.addStretch(1)
        return made


def fits(blocks: Sequence[Block], tall: int, gap: int) -> bool:
    """Return whether blocks, one below the other, can be seen whole in a height in px."""
    return sum(block.height for block in blocks) + gap * (len(blocks) - 1) <= tall


def in_pages(blocks: Sequence[Block], tall: int, gap: int) -> list[list[Block]]:
    """Return blocks, one below the other, on as many pages of a height in px as they need."""
    pages, left, waiting = [list[Block]()], tall, list(blocks)
    while waiting:
        block, rest = waiting.pop(0), None
        if block.height > left and pages[-1]:
            pages.append([])
            left = tall
        if block.height > left:
            block, rest = block.parted(left)
        pages[-1].append(block)
        left -= block.height + gap
        if rest:
            waiting.insert(0, rest)
    return pages


def _saying(piece: Piece, words: Iterable[tuple[bool, str]], *, goes_on: bool = False) -> Piece:
    """Return a piece with these words of its text and of what goes on below."""
    told = list(words)
    text = " ".join(word for first, word in told if first)
    more = " ".join(word for first, word in told if not first)
    line: Line = replace(piece.line, text=text, more=more)
    return piece._replace(line=replace(line, number=0, tag="", who="", day="") if goes_on else line)
