"""Everything at a glance: the beginnings of what the pages behind it say in full."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.present.overview_actions import actions_card, actions_height
from ui.pages.present.overview_cards import decision_card, estimates_card, findings_card
from ui.pages.present.sizes import Sizes
from ui.pages.present.titles import NOT_FINDINGS, title_of
from ui.pages.present.words import big, line_height, one_line
from ui.theme.theme import theme
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card
from visitapp.domain.deciding import DECISION
from visitapp.domain.framework import Framework
from visitapp.domain.presenting import ACTIONS, ESTIMATES, Slide

_MOST_COLUMNS = 3
_LEAST_EMS = 14
"""How wide a card must be, in heights of its words."""
_DECISION_SHARE = 0.36
_LEAST_FOOT, _MOST_FOOT = 0.3, 0.42


def overview(slides: Sequence[Slide], framework: Framework, sizes: Sizes, area: QSize) -> QWidget:
    """Return the first page: a card for each list of findings, then decision or estimates, and actions."""
    if not slides:
        return _nothing(sizes)
    made = _Overview(slides, framework, sizes, area)
    return _contents(slides, sizes) if made.is_tight() else wrap(made.lay_out())


class _Overview:
    """Divides an area among cards."""

    def __init__(self, slides: Sequence[Slide], framework: Framework, sizes: Sizes, area: QSize) -> None:
        self._sizes, self._area, self._framework = sizes, area, framework
        self._findings = [one for one in slides if one.code not in NOT_FINDINGS]
        told = {one.code: one for one in slides}
        self._decided = told.get(DECISION) or told.get(ESTIMATES)
        self._actions = told.get(ACTIONS)

    def lay_out(self) -> QHBoxLayout:
        """Return the cards in their rows."""
        stack = column(spacing=self._sizes.gap)
        foot, tall = self._foot_height(), self._row_height()
        for slides in self._rows():
            stack.addLayout(self._row([(findings_card, slide, 1.0) for slide in slides], tall))
        if foot:
            stack.addLayout(self._foot(foot))
        stack.addStretch(1)
        return row((stack, 1), spacing=0)

    def is_tight(self) -> bool:
        """Return whether cards would hold too little of what they are for."""
        across = self._area.width() // (_LEAST_EMS * theme().scaled(self._sizes.body))
        few = across < (2 if self._decided or self._actions or len(self._findings) > 1 else 1)
        return few or bool(
            self._findings and self._row_height() < 2 * self._sizes.pad + 5 * line_height(self._sizes.body)
        )

    def _row_height(self) -> int:
        foot, rows = self._foot_height(), len(self._rows())
        spare = self._area.height() - (foot + self._sizes.gap if foot and rows else foot)
        return (spare - (rows - 1) * self._sizes.gap) // max(1, rows)

    def _rows(self) -> list[list[Slide]]:
        count, wide = len(self._findings), self._columns()
        return [self._findings[start : start + wide] for start in range(0, count, wide)]

    def _columns(self) -> int:
        room = int(self._area.width() // (_LEAST_EMS * theme().scaled(self._sizes.body)))
        return max(1, min(_MOST_COLUMNS, room, len(self._findings)))

    def _foot_height(self) -> int:
        if self._decided is None and self._actions is None:
            return 0
        whole = self._area.height()
        if not self._findings:
            return whole
        wanted = line_height(self._sizes.body) * 5 + 2 * self._sizes.pad
        if self._actions is not None:
            wanted = max(wanted, actions_height(self._actions, self._sizes))
        return round(max(_LEAST_FOOT * whole, min(_MOST_FOOT * whole, wanted)))

    def _foot(self, tall: int) -> QHBoxLayout:
        made = []
        both = self._decided is not None and self._actions is not None
        if self._decided is not None:
            make = decision_card if self._decided.code == DECISION else estimates_card
            made.append((make, self._decided, _DECISION_SHARE if both else 1.0))
        if self._actions is not None:
            made.append((actions_card, self._actions, 1 - _DECISION_SHARE if both else 1.0))
        return self._row(made, tall)

    def _row(self, cards: Sequence, tall: int) -> QHBoxLayout:
        made = row(spacing=self._sizes.gap)
        spare = self._area.width() - (len(cards) - 1) * self._sizes.gap
        whole = sum(share for _, _, share in cards)
        for make, slide, share in cards:
            size = QSize(int(spare * share / whole), tall)
            card = make(slide, self._framework, self._sizes, size)
            card.setFixedSize(size)
            made.addWidget(card)
        made.addStretch(1)
        return made


def _contents(slides: Sequence[Slide], sizes: Sizes) -> QWidget:
    """Return what there is to see, with the number that leads to it."""
    body = column(spacing=sizes.gap // 2)
    for number, slide in enumerate(slides, 2):
        words = one_line(f"{number}   {title_of(slide)}", sizes.body)
        body.addWidget(words)
    body.addStretch(1)
    return Card(body, radius=sizes.radius, margins=(sizes.pad,) * 4)


def _nothing(sizes: Sizes) -> QWidget:
    said = QCoreApplication.translate(
        "Present", "Nothing to show yet. Findings, the decision and agreed actions stand here once they are written."
    )
    return Card(column(big(said, sizes.lead), None), radius=sizes.radius, margins=(sizes.pad,) * 4)
