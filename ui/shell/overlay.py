"""A sheet over a whole window that keeps the focus until it is closed."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from ui.theme.painting import rounded, shade, soft_shadow, wash
from ui.theme.theme import theme

_SIDE = 24
_SHEET_MARGINS = (26, 22, 26, 30)


class Overlay(QWidget):
    """Covers `host`; Esc or a press beside the sheet closes it and gives the focus back.

    `closed` tells that it went away.
    """

    closed = Signal()

    def __init__(self, host: QWidget, name: str, width: int) -> None:
        super().__init__(host)
        self._host = host
        self._sheet_width = width
        self._came_from: QWidget | None = None
        self.sheet = _Sheet(self)
        self.setAccessibleName(name)
        self.sheet.setAccessibleName(name)
        host.installEventFilter(self)
        self.hide()

    def fill(self, layout: QLayout) -> None:
        """Put the sheet's content in."""
        layout.setContentsMargins(*_SHEET_MARGINS)
        self.sheet.setLayout(layout)

    def open(self) -> None:
        """Show the sheet and take the focus."""
        self._came_from = self.window().focusWidget()
        self.fit_sheet()
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_sheet(self) -> None:
        """Hide the sheet and give the focus back to where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None
        self.closed.emit()

    def first_focus(self) -> QWidget:
        """Return the widget that takes the focus on opening."""
        return self

    def fit_sheet(self) -> None:
        """Cover the window and give the sheet the room its content wants."""
        self.setGeometry(self._host.rect())
        width = min(theme().scaled(self._sheet_width), self.width() - 2 * _SIDE)
        layout = self.sheet.layout()
        if layout is not None:
            layout.activate()
        height = min(self.sheet.sizeHint().height(), self.height() - 2 * _SIDE)
        top = max(_SIDE, min(self.height() // 8, self.height() - height - _SIDE))
        self.sheet.setGeometry((self.width() - width) // 2, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size."""
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self.fit_sheet()
        return False

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Keep Tab inside the sheet."""
        inside = [w for w in self.sheet.findChildren(QWidget) if _takes_tab(w)]
        if not inside:
            return True
        now = self.window().focusWidget()
        place = inside.index(now) if now in inside else -1
        step = 1 if forwards else -1
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        inside[(place + step) % len(inside)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a press beside the sheet."""
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shade the window behind."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), shade())


class _Sheet(QFrame):
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the raised ground."""
        rect = QRectF(self.rect()).adjusted(10, 6, -10, -14)
        with QPainter(self) as painter:
            soft_shadow(painter, rect, 14)
            rounded(painter, rect, 14, "raised", "line")


def _takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    return bool(widget.focusPolicy() & tab) and widget.isVisible() and widget.isEnabled()
