"""What is weighed and decided: only the cards the framework asks for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.parts.action_list import ActionListCard
from ui.parts.criterion_card import CriterionCard
from ui.parts.decision_card import DecisionCard
from ui.parts.decision_weighing import WeighingCard
from ui.parts.estimate_card import EstimateCard
from ui.theme.theme import theme
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card, Scroll
from ui.workspace.desk import Desk
from visitapp.domain.framework import Framework

_LEFT, _RIGHT = 14, 15
_TWO_COLUMNS_FROM = 900


def has_judgement(framework: Framework) -> bool:
    """Return whether a framework asks for anything to be weighed or decided."""
    asked = framework.judgement
    return bool(asked.criteria or asked.capacity or asked.estimates or asked.decision)


def has_actions(framework: Framework) -> bool:
    """Return whether a framework asks for actions to be agreed."""
    return bool(framework.urgencies) or any(section.actions for section in framework.outline)


class JudgementTab(QWidget):
    """Cards in two columns. `action_wanted` brings an action's id, `add_action_wanted` asks for a new one."""

    action_wanted = Signal(str)
    add_action_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        asked = desk.record.framework.judgement
        self.criteria = CriterionCard(desk) if asked.criteria else None
        self.estimates = EstimateCard(desk) if asked.estimates else None
        self.weighing = WeighingCard(desk) if asked.capacity else None
        self.decision = DecisionCard(desk, asked.decision) if asked.decision else None
        self.agreed = self._action_list(desk) if has_actions(desk.record.framework) else None
        self.area = Scroll(self._board(), asked.title)
        self.setLayout(column(self.area, spacing=0))

    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes in reading order."""
        return (self.area,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the columns below each other when there is no room for two."""
        super().resizeEvent(event)
        wide = self.width() >= theme().scaled(_TWO_COLUMNS_FROM)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def refresh(self) -> None:
        """Show what the record holds."""
        for card in (self.criteria, self.estimates, self.weighing, self.decision, self.agreed):
            if card is not None:
                card.refresh()

    def take_focus(self) -> None:
        """Stand where weighing begins."""
        place = self._first_place()
        if place is not None:
            place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _first_place(self) -> QWidget | None:
        if self.criteria is not None:
            return self.criteria.rows[0]
        if self.estimates is not None:
            return self.estimates.editors[0].reasoning.edit
        if self.weighing is not None:
            return next(iter(self.weighing.dots.values()))
        return self.decision.reasons.edit if self.decision is not None else None

    def _action_list(self, desk: Desk) -> ActionListCard:
        found = ActionListCard(desk)
        found.chosen.connect(self.action_wanted)
        found.add_wanted.connect(self.add_action_wanted)
        return found

    def _board(self) -> QWidget:
        left: list[Card] = [card for card in (self.criteria, self.estimates) if card is not None]
        right: list[Card] = [card for card in (self.weighing, self.decision, self.agreed) if card is not None]
        sides = [(column(*cards, None, spacing=12), cards) for cards in (left, right)]
        board = self._columns = row(spacing=16, margins=(20, 14, 20, 12))
        for (side, cards), share in zip(sides, (_LEFT, _RIGHT), strict=True):
            if cards:
                board.addLayout(side, share)
        return wrap(board)
