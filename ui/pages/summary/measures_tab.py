"""The board of indicators: a table by aim, and beside it the indicator in hand."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.pages.stage_page import View
from ui.parts.measure_head import MeasureHead
from ui.parts.measure_pane import MeasurePane
from ui.parts.measure_table import MeasureTable
from ui.theme.theme import theme
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.measuring import Measuring
from visitapp.domain.framework import Framework

_BOTH_FROM = 1100
_MARGINS = (20, 12, 16, 12)


def has_measures(framework: Framework) -> bool:
    """Return whether a framework names indicators."""
    return bool(framework.measures.indicators)


class MeasuresTab(QWidget):
    """Arrows walk the table, Enter goes into the pane, R rates, V gives a value, Esc comes back.

    Ratings are people's; nothing is rated here.

    `focus_moved` tells that the focus went to the other pane, which may be out of sight. Where the window has no
    room for the pane beside the board, it takes the board's place until one comes back.
    """

    focus_moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._measuring = desk, Measuring(desk)
        measures = desk.record.framework.measures
        self.head, self.table = MeasureHead(desk), MeasureTable(desk.record)
        self.pane = MeasurePane(desk, measures.indicators[0])
        note = Text(measures.note, "caption", "text2", wrap=True)
        foot = row(column(Icon("info", "text3", 14), None, spacing=0), (note, 1), spacing=6)
        board = column(self.head, self.table, None, spacing=10, margins=_MARGINS)
        if measures.note:
            board.insertLayout(2, foot)
        self.area = Scroll(wrap(board), measures.title)
        self.setLayout(row((self.area, 1), self.pane, spacing=0))
        self._alone = False
        self.area.installEventFilter(self)
        self.pane.installEventFilter(self)
        self.table.chosen.connect(self._show)
        self.table.pressed_on.connect(self._on_pressed)
        self.table.entered.connect(self._enter)
        self.table.rate_wanted.connect(self._rate)
        self.table.value_wanted.connect(self._add_value)
        self.head.wanted.connect(self.table.stand_on)
        self.pane.left.connect(self._come_back)
        self.refresh()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes in reading order."""
        return (self.area, self.pane)

    def views(self) -> tuple[View, ...]:
        """Return the board and the indicator, each by itself."""
        return (
            View("board", self.tr("Board"), "layout-list", (self.area,)),
            View("indicator", self.tr("Indicator"), "gauge", (self.pane,)),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the table into the room there is; bring the board back when the window puts the pane away."""
        if watched is self.area and event.type() == QEvent.Type.Resize:
            bar = self.area.verticalScrollBar().sizeHint().width()
            self.table.fit_into(self.area.width() - bar - _MARGINS[0] - _MARGINS[2])
        elif watched is self.pane and event.type() == QEvent.Type.HideToParent and self._alone:
            self._stand_alone(alone=False)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the board back beside the pane once there is room for both."""
        super().resizeEvent(event)
        if self._alone and self.width() >= theme().scaled(_BOTH_FROM):
            self._stand_alone(alone=False)

    def refresh(self) -> None:
        """Show what the record holds."""
        self.head.refresh()
        self.table.show_record(self._desk.record, self._measuring.today())
        self.pane.refresh()

    def take_focus(self) -> None:
        """Stand on the indicator in hand."""
        self.table.rows[self.table.current()].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, code: str) -> None:
        indicator = self._desk.record.framework.measures.indicator(code)
        if indicator is not None:
            self.pane.show_indicator(indicator)
        self.area.ensureWidgetVisible(self.table.rows[code], 0, 40)

    def _enter(self, code: str) -> None:
        self._show(code)
        self.pane.take_focus()
        self.focus_moved.emit()
        if not self.pane.isVisibleTo(self):
            self._stand_alone(alone=True)
            self.pane.take_focus()

    def _rate(self, code: str) -> None:
        self._enter(code)
        self.pane.open_ratings()

    def _add_value(self, code: str) -> None:
        self._enter(code)
        self.pane.add_value()

    def _on_pressed(self, code: str) -> None:
        if not self.pane.isVisibleTo(self):
            self._enter(code)

    def _come_back(self) -> None:
        if self._alone:
            self._stand_alone(alone=False)
            self.pane.hide()
        self.take_focus()
        self.focus_moved.emit()

    def _stand_alone(self, *, alone: bool) -> None:
        self._alone = alone
        self.area.setVisible(not alone)
        if alone:
            self.pane.show()
        self.pane.set_alone(alone=alone)
