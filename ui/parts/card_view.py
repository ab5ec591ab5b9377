"""A list of cards that grows upwards from its foot."""

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QMargins,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem

from ui.parts.card_places import CardPlaces
from ui.theme.theme import theme
from ui.widgets.surfaces import scroll_by_finger

_FEW = 24
"""As many rows as are measured at once when they come or change; of more, only what is seen."""
_Move = QAbstractItemView.CursorAction


class CardView(QListView):
    """A `QListView` that places its rows itself, so that one more at the foot lays out and paints one card.

    The delegate's size hint says how tall a row is at the width of the view, and `guesses` about how tall. The last
    row stays in view while the view is at its foot; a view that leads with its first row does the same at its top.
    """

    def __init__(self, cards: QAbstractListModel) -> None:
        super().__init__()
        self._places = CardPlaces(self, self.guesses)
        self._column = self._places.column
        self._placed_for = (0, 0)
        self.setModel(cards)
        cards.rowsRemoved.connect(self._on_removed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Only what covers its whole ground is scrolled by copying pixels; anything else is painted anew.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        scroll_by_finger(self)
        bar = self.verticalScrollBar()
        bar.setSingleStep(24)
        bar.valueChanged.connect(self._places.follow)
        bar.rangeChanged.connect(self._places.stay)
        theme().changed.connect(self._on_look)

    def guesses(self, first: int, last: int, across: int) -> list[int]:
        """Return about how tall rows are in a view so many px across; it is asked for thousands at once."""
        return [1] * (last + 1 - first)

    def rest(self) -> None:
        """Do nothing for a while that is not needed now: somebody types."""
        self._places.rest()

    def lead_with_first(self, *, first: bool) -> None:
        """Keep the first row in view, the cards hanging from the top; or the last one, the cards at the foot."""
        self._places.leads_first = first
        self.updateGeometries()
        self.go_to_foot()

    def leading_row(self) -> int:
        """Return the row that is kept in view, -1 when there is none."""
        last = self.model().rowCount() - 1
        return min(0, last) if self._places.leads_first else last

    def go_to_foot(self) -> None:
        """Bring the last row into view, or the first where that one leads."""
        self._places.at_foot = True
        (self.scrollToTop if self._places.leads_first else self.scrollToBottom)()

    def visualRect(self, index: QModelIndex) -> QRect:
        """Return where a row is, in the viewport; out of sight it is a guess until there was time to measure."""
        if not 0 <= index.row() < len(self._column):
            return QRect()
        top, foot = self._column.top(index.row()), self._column.foot(index.row())
        return QRect(0, top - self.verticalOffset(), self._places.across, foot - top)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        index = self.model().index(self._column.row_at(point.y() + self.verticalOffset()), 0)
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def scrollTo(
        self, index: QModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into view by the shortest way."""
        self._places.measure_round(index.row())
        rect, room = self.visualRect(index), self.viewport().height()
        below = min(rect.top(), rect.bottom() + 1 - room)
        by = rect.top() if rect.top() < 0 else max(0, below)
        self.verticalScrollBar().setValue(self.verticalOffset() + by)

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Move what is drawn; only what comes into view is drawn anew."""
        if not self._places.is_measuring:
            self.viewport().scroll(across, down)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the row a key leads to."""
        last, row = self.model().rowCount() - 1, self.currentIndex().row()
        if row < 0:
            return self.model().index(0, 0)
        if action in (_Move.MoveHome, _Move.MoveEnd):
            return self.model().index(0 if action == _Move.MoveHome else last, 0)
        step = self._steps(action, row)
        return self.model().index(max(0, min(last, row + step)), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Take in hand the row where the mouse or the keyboard has come to."""
        index = self.indexAt(rect.bottomRight())
        self.selectionModel().select(QItemSelection(index, index), command)

    def doItemsLayout(self) -> None:
        """Place every row anew, if the room or the look is another."""
        placed_for = (self._places.across, theme().serial)
        if placed_for != self._placed_for or len(self._column) != self.model().rowCount():
            self._placed_for = placed_for
            self._places.fill()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Leave the spare room above the cards, and the room of the bar beside them whether it shows or not."""
        bar, spare = self.verticalScrollBar(), self.height() - self._column.height
        top = 0 if self._places.leads_first else max(0, spare)
        edges = QMargins(0, top, bar.sizeHint().width() if spare >= 0 else 0, 0)
        if self.viewportMargins() != edges:
            self.setViewportMargins(edges)
        room = self.viewport().height()
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._column.height - room))

    def rowsInserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """Make room for new rows; at the foot, what is above is only pushed up."""
        at_end, few = last == self.model().rowCount() - 1, last - first < _FEW
        self._places.put_in(first, last, measured=few)
        self.updateGeometries()
        self._places.measure_seen()
        if not (at_end and few):
            self.viewport().update()

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: object = ()) -> None:
        """Measure changed rows again."""
        before, rows = self._column.height, range(first.row(), last.row() + 1)
        self._places.measure_again(rows, measured=len(rows) <= _FEW)
        QAbstractItemView.dataChanged(self, first, last)
        if self._column.height != before or len(rows) > _FEW:
            self.updateGeometries()
            self.viewport().update()
        self._places.measure_seen()

    def rowsAboutToBeRemoved(self, parent: QModelIndex, first: int, last: int) -> None:
        """Take another row in hand if the one in hand goes."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, first, last)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Show the row now in hand, and have a screen reader say it."""
        if self.hasFocus():
            _tell(self, QAccessible.Event.Focus, current)
        QAbstractItemView.currentChanged(self, current, previous)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw what was taken in hand and what was let go, and tell a screen reader."""
        _tell(self, QAccessible.Event.SelectionAdd, *selected.indexes())
        _tell(self, QAccessible.Event.SelectionRemove, *deselected.indexes())
        QAbstractItemView.selectionChanged(self, selected, deselected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows anew for another width; stay at the foot when the box below grows."""
        super().resizeEvent(event)
        across = self.width() - self.verticalScrollBar().sizeHint().width()
        if across != self._places.across:
            self._places.across = across
            self.doItemsLayout()
        if self._places.at_foot:
            self.go_to_foot()
        self._places.measure_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Start at the foot."""
        super().showEvent(event)
        self.go_to_foot()
        self._places.measure_seen()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards that have to be drawn."""
        area, offset = event.rect(), self.verticalOffset()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state
        first, last = self._column.rows_at(area.top() + offset, area.bottom() + offset)
        with QPainter(self.viewport()) as painter:
            painter.fillRect(area, theme().colour("bg"))
            for row in range(first, last + 1):
                index = self.model().index(row, 0)
                held = self.selectionModel().isSelected(index)
                option.rect = self.visualRect(index)
                option.state = plain | QStyle.StateFlag.State_Selected if held else plain
                self.itemDelegate().paint(painter, option, index)

    def _steps(self, action: QAbstractItemView.CursorAction, row: int) -> int:
        room = self.viewport().height()
        if action in (_Move.MovePageUp, _Move.MovePageDown):
            self._places.measure_round(row)
        if action == _Move.MovePageUp:
            return min(-1, self._column.row_at(self._column.foot(row) - room) - row)
        if action == _Move.MovePageDown:
            return max(1, self._column.row_at(self._column.top(row) + room - 1) - row)
        return {_Move.MoveUp: -1, _Move.MovePrevious: -1, _Move.MoveDown: 1, _Move.MoveNext: 1}.get(action, 0)

    def _on_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        self._column.take_out(first, last)
        self.updateGeometries()
        self._places.measure_seen()
        self.viewport().update()

    def _on_look(self) -> None:
        self.doItemsLayout()


def _tell(view: CardView, kind: QAccessible.Event, *rows: QModelIndex) -> None:
    """Tell a screen reader: `QListView` would look the rows up in a layout that is not made here."""
    for index in rows:
        event = QAccessibleEvent(view, kind)
        event.setChild(index.row())
        QAccessible.updateAccessibility(event)
