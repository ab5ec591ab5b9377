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

from ui.parts.card_column import CardColumn
from ui.theme.theme import theme
from ui.widgets.surfaces import scroll_by_finger

_NEAR = 6
_Move = QAbstractItemView.CursorAction


class CardView(QListView):
    """A `QListView` that places its rows itself, so that one more at the foot lays out and paints one card.

    The delegate's size hint says how tall a row is at the width of the view. The last row stays in view while the
    view is at its foot; a view that leads with its first row does the same at its top.
    """

    def __init__(self, cards: QAbstractListModel) -> None:
        super().__init__()
        self._column = CardColumn()
        self._at_foot, self._leads_first = True, False
        self._measured = 0
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
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_range)
        theme().changed.connect(self._on_look)

    def lead_with_first(self, *, first: bool) -> None:
        """Keep the first row in view, the cards hanging from the top; or the last one, the cards at the foot."""
        self._leads_first = first
        self.updateGeometries()
        self.go_to_foot()

    def leading_row(self) -> int:
        """Return the row that is kept in view, -1 when there is none."""
        last = self.model().rowCount() - 1
        return min(0, last) if self._leads_first else last

    def go_to_foot(self) -> None:
        """Bring the last row into view, or the first where that one leads."""
        self._at_foot = True
        (self.scrollToTop if self._leads_first else self.scrollToBottom)()

    def visualRect(self, index: QModelIndex) -> QRect:
        """Return where a row is, in the viewport; nowhere until it has been measured."""
        if not 0 <= index.row() < len(self._column):
            return QRect()
        top, foot = self._column.top(index.row()), self._column.foot(index.row())
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), foot - top)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        index = self.model().index(self._column.row_at(point.y() + self.verticalOffset()), 0)
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def scrollTo(
        self, index: QModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into view by the shortest way."""
        rect, room = self.visualRect(index), self.viewport().height()
        below = min(rect.top(), rect.bottom() + 1 - room)
        by = rect.top() if rect.top() < 0 else max(0, below)
        self.verticalScrollBar().setValue(self.verticalOffset() + by)

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Move what is drawn; only what comes into view is drawn anew."""
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
        """Measure every row again."""
        self._column.fill(self._heights(0, self.model().rowCount() - 1))
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Leave the spare room above the cards, and the room of the bar beside them whether it shows or not."""
        bar, tall = self.verticalScrollBar(), self._column.height
        spare = max(0, self.height() - tall)
        edges = QMargins(0, 0 if self._leads_first else spare, bar.sizeHint().width() if spare else 0, 0)
        if self.viewportMargins() != edges:
            self.setViewportMargins(edges)
        room = self.viewport().height()
        bar.setPageStep(room)
        bar.setRange(0, max(0, tall - room))

    def rowsInserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """Make room for new rows; at the foot, what is above is only pushed up."""
        at_end = last == self.model().rowCount() - 1
        self._column.put_in(first, self._heights(first, last))
        self.updateGeometries()
        if not at_end:
            self.viewport().update()

    def rowsAboutToBeRemoved(self, parent: QModelIndex, first: int, last: int) -> None:
        """Take another row in hand if the one in hand goes."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, first, last)

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: object = ()) -> None:
        """Measure changed rows again."""
        before = self._column.height
        for row, height in enumerate(self._heights(first.row(), last.row()), first.row()):
            self._column.resize(row, height)
        QAbstractItemView.dataChanged(self, first, last)
        if self._column.height != before:
            self.updateGeometries()
            self.viewport().update()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Show the row now in hand, and have a screen reader say it."""
        if self.hasFocus():
            self._tell(QAccessible.Event.Focus, current)
        QAbstractItemView.currentChanged(self, current, previous)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw what was taken in hand and what was let go, and tell a screen reader."""
        self._tell(QAccessible.Event.SelectionAdd, *selected.indexes())
        self._tell(QAccessible.Event.SelectionRemove, *deselected.indexes())
        QAbstractItemView.selectionChanged(self, selected, deselected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again for another width; stay at the foot when the box below grows."""
        super().resizeEvent(event)
        if event.size().width() != self._measured:
            self._measured = event.size().width()
            self.doItemsLayout()
        if self._at_foot:
            self.go_to_foot()

    def showEvent(self, event: QShowEvent) -> None:
        """Start at the foot."""
        super().showEvent(event)
        self.go_to_foot()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards that have to be drawn."""
        area, offset = event.rect(), self.verticalOffset()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state
        with QPainter(self.viewport()) as painter:
            painter.fillRect(area, theme().colour("bg"))
            last = min(self.model().rowCount() - 1, self._column.row_at(area.bottom() + offset))
            for row in range(self._column.row_at(area.top() + offset), last + 1):
                index = self.model().index(row, 0)
                held = self.selectionModel().isSelected(index)
                option.rect = self.visualRect(index)
                option.state = plain | QStyle.StateFlag.State_Selected if held else plain
                self.itemDelegate().paint(painter, option, index)

    def _heights(self, first: int, last: int) -> list[int]:
        option, delegate, model = QStyleOptionViewItem(), self.itemDelegate(), self.model()
        option.rect = QRect(0, 0, self._measured, 0)
        return [delegate.sizeHint(option, model.index(row, 0)).height() for row in range(first, last + 1)]

    def _steps(self, action: QAbstractItemView.CursorAction, row: int) -> int:
        room = self.viewport().height()
        if action == _Move.MovePageUp:
            return min(-1, self._column.row_at(self._column.foot(row) - room) - row)
        if action == _Move.MovePageDown:
            return max(1, self._column.row_at(self._column.top(row) + room - 1) - row)
        return {_Move.MoveUp: -1, _Move.MovePrevious: -1, _Move.MoveDown: 1, _Move.MoveNext: 1}.get(action, 0)

    def _tell(self, kind: QAccessible.Event, *rows: QModelIndex) -> None:
        """Tell a screen reader: `QListView` would look the rows up in a layout that is not made here."""
        for index in rows:
            event = QAccessibleEvent(self, kind)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)

    def _on_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        self._column.take_out(first, last)
        self.updateGeometries()
        self.viewport().update()

    def _on_look(self) -> None:
        self.doItemsLayout()

    def _on_scrolled(self, value: int) -> None:
        at = value if self._leads_first else self.verticalScrollBar().maximum() - value
        self._at_foot = at <= _NEAR

    def _on_range(self, least: int, most: int) -> None:
        if self._at_foot:
            self.verticalScrollBar().setValue(least if self._leads_first else most)
