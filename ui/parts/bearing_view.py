"""The list on which notes and findings are linked: Space or a tap turns the one in hand."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from ui.parts.bearing_list import BearingList
from ui.parts.bearing_painter import BearingPainter
from ui.theme.theme import theme
from ui.widgets.surfaces import scroll_by_finger
from visitapp.domain.framework import Framework

_TURN = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OFF = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class BearingView(QListView):
    """Cards under each other. `turned` brings the row whose stance goes on to the next, `taken_off` one to free."""

    turned = Signal(int)
    taken_off = Signal(int)

    def __init__(self, framework: Framework, offered: BearingList) -> None:
        super().__init__()
        self.setModel(offered)
        self.setItemDelegate(BearingPainter(framework, offered, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._on_clicked)
        theme().changed.connect(self.scheduleDelayedItemsLayout)
        scroll_by_finger(self)

    def stand_on(self, row: int) -> None:
        """Make a row the one in hand."""
        self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the row in hand, or free it; arrows walk."""
        row = self.currentIndex().row()
        if event.key() in _TURN and row >= 0:
            self.turned.emit(row)
        elif event.key() in _OFF and row >= 0:
            self.taken_off.emit(row)
        elif event.text().strip() or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first card when no other is in hand."""
        super().focusInEvent(event)
        if self.currentIndex().row() < 0 and self.model().rowCount():
            self.stand_on(0)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.turned.emit(index.row())
