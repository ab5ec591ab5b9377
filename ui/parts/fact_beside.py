"""Two pieces side by side, or one over the other where there is no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.theme import theme

_ACROSS = QBoxLayout.Direction.LeftToRight
_DOWN = QBoxLayout.Direction.TopToBottom


class Beside(QWidget):
    """`first` takes what room there is and needs `least` px of it, at normal text size, beside `second`."""

    def __init__(self, first: QWidget, second: QWidget, least: int, spacing: int = 9) -> None:
        super().__init__()
        self._first, self._second, self._least = first, second, least
        layout = QBoxLayout(_ACROSS)
        layout.setSpacing(spacing)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(first, 1)
        layout.addWidget(second)
        self._box = layout
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        """Return the room of one over the other."""
        width = max(self._first.minimumSizeHint().width(), self._second.minimumSizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width."""
        super().resizeEvent(event)
        needed = self._second.sizeHint().width() + theme().scaled(self._least)
        self._box.setDirection(_ACROSS if event.size().width() >= needed else _DOWN)
