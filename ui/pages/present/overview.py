"""Everything at a glance: all that was found, decided and agreed, whole, on one page or a few."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from ui.pages.present.overview_actions import actions_card
from ui.pages.present.overview_blocks import Block, Maker, Pile, fits, in_pages
from ui.pages.present.overview_cards import decision_card, estimates_card, findings_card, pieces_of
from ui.pages.present.sizes import Sizes, sizes_of_one_page
from ui.pages.present.titles import NOT_FINDINGS, title_of
from ui.pages.present.words import big
from ui.theme.theme import theme
from ui.widgets.layout import column, wrap
from ui.widgets.surfaces import Card
from visitapp.domain.deciding import DECISION
from visitapp.domain.framework import Framework
from visitapp.domain.presenting import ACTIONS, ESTIMATES, Slide

_MOST_COLUMNS = 3
_MOST_PAGES = 4
"""With more it would be no overview."""
_LEAST_EMS = 14
"""How wide a card must be, in heights of its words."""
_DECISION_SHARE = 0.36


def overview(slides: Sequence[Slide], framework: Framework, sizes: Sizes, area: QSize) -> list[QWidget]:
    """Return the first pages: a card for each list of findings, then decision or estimates, and actions.

    Nothing is cut: what one page cannot hold goes on to the next, and where that would be too many pages, or cards
    too narrow, a single page says what there is.
    """
    if not slides:
        return [_nothing(sizes)]
    across = area.width() // (_LEAST_EMS * theme().scaled(sizes.body))
    if across < min(2, len(slides)):
        return [_contents(slides, sizes)]
    return _Overview(slides, framework, sizes, area).pages() or [_contents(slides, sizes)]


class _Overview:
    """Divides an area among cards."""

    def __init__(self, slides: Sequence[Slide], framework: Framework, sizes: Sizes, area: QSize) -> None:
        self._sizes, self._area, self._framework = sizes, area, framework
        self._findings = [one for one in slides if one.code not in NOT_FINDINGS]
        told = {one.code: one for one in slides}
        decided = told.get(DECISION) or told.get(ESTIMATES)
        self._agreed = [one for one in (decided, told.get(ACTIONS)) if one is not None]

    def pages(self) -> list[QWidget]:
        """Return all on one page, else findings first and then what was agreed; none where it would be too much."""
        found = self._found(self._sizes)
        whole = [*found, *self._agreed_beside(self._sizes)]
        if self._fits(whole):
            return [self._page(whole, max(0, len(found) - 1))]
        below = [*found, *self._agreed_below(self._sizes)]
        if sum(block.height for block in below) > _MOST_PAGES * self._area.height():
            return []
        pages = self._on_two() or in_pages(below, self._area.height(), self._sizes.gap)
        return [self._page(blocks, -1) for blocks in pages] if len(pages) <= _MOST_PAGES else []

    def _on_two(self) -> list[list[Block]]:
        """Return findings on a page and what was agreed on another, each as large as it goes; none where too much."""
        made = [self._largest(blocks) for blocks in (self._found, self._agreed_below) if blocks(self._sizes)]
        return made if all(made) else []

    def _largest(self, make: Callable[[Sizes], list[Block]]) -> list[Block]:
        tried = (make(sizes) for sizes in sizes_of_one_page(self._sizes))
        return next((blocks for blocks in tried if self._fits(blocks)), [])

    def _fits(self, blocks: Sequence[Block]) -> bool:
        return fits(blocks, self._area.height(), self._sizes.gap)

    def _found(self, sizes: Sizes) -> list[Block]:
        room = int(self._area.width() // (_LEAST_EMS * theme().scaled(self._sizes.body)))
        wide = max(1, min(_MOST_COLUMNS, room, len(self._findings)))
        rows = [self._findings[start : start + wide] for start in range(0, len(self._findings), wide)]
        return [self._block([(slide, 1.0) for slide in slides], sizes) for slides in rows]

    def _agreed_beside(self, sizes: Sizes) -> list[Block]:
        shares = (_DECISION_SHARE, 1 - _DECISION_SHARE) if len(self._agreed) > 1 else (1.0,)
        return [self._block(list(zip(self._agreed, shares, strict=True)), sizes)] if self._agreed else []

    def _agreed_below(self, sizes: Sizes) -> list[Block]:
        return [self._block([(slide, 1.0)], sizes) for slide in self._agreed]

    def _block(self, cards: Sequence[tuple[Slide, float]], sizes: Sizes) -> Block:
        spare = self._area.width() - (len(cards) - 1) * self._sizes.gap
        whole = sum(share for _, share in cards)
        piles = [
            Pile(_maker(slide), slide, pieces_of(slide), self._framework, sizes, int(spare * share / whole))
            for slide, share in cards
        ]
        return Block(piles, self._sizes.gap)

    def _page(self, blocks: Sequence[Block], growing: int) -> QWidget:
        """Return one page; the room that is left goes to one of its blocks."""
        stack, gap = column(spacing=self._sizes.gap), self._sizes.gap
        heights = [block.height for block in blocks]
        heights[growing] += max(0, self._area.height() - sum(heights) - gap * (len(blocks) - 1))
        for block, tall in zip(blocks, heights, strict=True):
            stack.addLayout(block.laid_out(tall))
        stack.addStretch(1)
        return wrap(stack)


def _maker(slide: Slide) -> Maker:
    makers: dict[str, Maker] = {DECISION: decision_card, ESTIMATES: estimates_card, ACTIONS: actions_card}
    return makers.get(slide.code, findings_card)


def _contents(slides: Sequence[Slide], sizes: Sizes) -> QWidget:
    """Return what there is to see, with the number that leads to it."""
    body = column(spacing=sizes.gap // 2)
    for number, slide in enumerate(slides, 2):
        body.addWidget(big(f"{number}   {title_of(slide)}", sizes.body, max_lines=2))
    body.addStretch(1)
    return Card(body, radius=sizes.radius, margins=(sizes.pad,) * 4)


def _nothing(sizes: Sizes) -> QWidget:
    said = QCoreApplication.translate(
        "Present", "Nothing to show yet. Findings, the decision and agreed actions stand here once they are written."
    )
    return Card(column(big(said, sizes.lead), None), radius=sizes.radius, margins=(sizes.pad,) * 4)
