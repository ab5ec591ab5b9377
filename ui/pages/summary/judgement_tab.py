"""What is weighed and decided: only the cards the framework asks for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.pages.summary.commands import CAPACITY, GRID, NEW_POINT, RISKS
from ui.parts.action_list import ActionListCard
from ui.parts.concern_line import ConcernLine
from ui.parts.criterion_card import CriterionCard
from ui.parts.decision_card import DecisionCard
from ui.parts.decision_grade_risk import GradeRiskCard
from ui.parts.decision_support import SupportCard
from ui.parts.decision_weighing import WeighingCard
from ui.parts.estimate_card import EstimateCard
from ui.parts.team_side import TeamSide
from ui.theme.theme import theme
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Scroll
from ui.workspace.desk import Desk
from visitapp.domain.criteria import criterion_key
from visitapp.domain.deciding import DECISION, GRADE_RISK, RESPONSES, TOLD
from visitapp.domain.framework import Framework
from visitapp.domain.taking_over import asks_for_actions

_Card = (
    CriterionCard
    | ConcernLine
    | EstimateCard
    | WeighingCard
    | GradeRiskCard
    | DecisionCard
    | SupportCard
    | ActionListCard
    | TeamSide
)
_LEFT, _RIGHT = 1, 1
_ESTIMATES, _TEAM = 19, 12
_TWO_COLUMNS_FROM = 900


def has_judgement(framework: Framework) -> bool:
    """Return whether a framework asks for anything to be weighed or decided."""
    asked = framework.judgement
    return bool(asked.criteria or asked.capacity or asked.estimates or asked.decision)


class JudgementTab(QWidget):
    """Cards in two columns. `action_wanted` brings an action's id, `add_action_wanted` asks for a new one."""

    action_wanted = Signal(str)
    add_action_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        asked = desk.record.framework.judgement
        self.criteria = CriterionCard(desk) if asked.criteria else None
        self.concerns = self._concern_line(desk, self.criteria) if self.criteria else None
        self.estimates = EstimateCard(desk) if asked.estimates else None
        self.weighing = WeighingCard(desk) if asked.capacity else None
        self.decision = DecisionCard(desk, asked.decision) if asked.decision else None
        self.grade_risk = GradeRiskCard(desk, asked.grade_risk) if asked.grade_risk else None
        self.support = SupportCard(desk, asked.support) if asked.support else None
        self.agreed = self._action_list(desk) if asks_for_actions(desk.record.framework) else None
        self.team = TeamSide(desk) if asked.estimates else None
        self.area = Scroll(self._board(), asked.title)
        self.setLayout(column(self.area, spacing=0))

    def panes(self) -> tuple[QWidget, ...]:
        """Return the columns in reading order."""
        return tuple(self._sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the columns below each other when there is no room for two."""
        super().resizeEvent(event)
        wide = self.width() >= theme().scaled(_TWO_COLUMNS_FROM)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def refresh(self) -> None:
        """Show what the record holds."""
        for card in self._cards():
            card.refresh()

    def show_private(self, shown: bool) -> None:
        """Offer private notes as evidence, or not."""
        if self.criteria is not None:
            self.criteria.show_private(shown)

    def show_about(self, about: str) -> None:
        """Stand where an answer, by its key, or something to settle, by its id, is worked on; or add one."""
        if about == NEW_POINT and self.team is not None:
            self.team.points.add()
            return
        asked = self._asked(about)
        if asked is not None:
            asked.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.area.ensureWidgetVisible(asked, 0, theme().metrics.row)
            return
        estimate = self.estimates.editor(about) if self.estimates is not None else None
        found = estimate or (self.team.point(about) if self.team is not None else None)
        if found is not None:
            found.take_focus()
            self.area.ensureWidgetVisible(found, 0, theme().metrics.row)

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

    def _asked(self, about: str) -> QWidget | None:
        rows = self.criteria.rows if self.criteria is not None else []
        places: dict[str, QWidget] = {criterion_key(one.criterion): one for one in rows}
        if self.grade_risk is not None:
            places[GRADE_RISK] = self.grade_risk.first_place()
        if self.decision is not None:
            places[DECISION] = self.decision.first_place()
            places[TOLD] = self.decision.told.first_place()
        if self.support is not None:
            places[RESPONSES] = next(iter(self.support.responses.values()))
        if self.weighing is not None:
            places[CAPACITY], places[GRID] = next(iter(self.weighing.dots.values())), self.weighing.matrix
            levels = self.weighing.risks.levels()
            places |= levels
            places[RISKS] = next(iter(levels.values()), self.weighing.matrix)
        return places.get(about)

    def _cards(self) -> list[_Card]:
        return [*self._left(), *self._right()]

    def _left(self) -> list[_Card]:
        found = (self.criteria, self.concerns, self.estimates)
        return [card for card in found if card is not None]

    def _right(self) -> list[_Card]:
        found = (self.weighing, self.grade_risk, self.decision, self.support, self.agreed, self.team)
        return [card for card in found if card is not None]

    def _concern_line(self, desk: Desk, criteria: CriterionCard) -> ConcernLine:
        found = ConcernLine(desk)
        found.finding_wanted.connect(criteria.show_findings)
        return found

    def _action_list(self, desk: Desk) -> ActionListCard:
        found = ActionListCard(desk)
        found.chosen.connect(self.action_wanted)
        found.add_wanted.connect(self.add_action_wanted)
        return found

    def _board(self) -> QWidget:
        board = self._columns = row(spacing=16, margins=(20, 14, 20, 12))
        shares = (_ESTIMATES, _TEAM) if self._right() == [self.team] else (_LEFT, _RIGHT)
        names = (self.tr("What is judged"), self.tr("What is weighed"))
        self._sides: list[QWidget] = []
        for cards, share, name in zip((self._left(), self._right()), shares, names, strict=True):
            if cards:
                self._sides.append(wrap(column(*cards, None, spacing=12), name))
                board.addWidget(self._sides[-1], share)
        return wrap(board)
