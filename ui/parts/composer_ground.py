"""The raised ground the capture box lies on."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme.keyboard_focus import came_by_keyboard
from ui.theme.painting import rounded, soft_shadow


class ComposerGround(QFrame):
    """A raised card, ringed while somebody writes on it, with keys that act anywhere inside it."""

    def bind(self, keys: str, act: Callable[[], object]) -> None:
        """Have keys do something while the focus is inside."""
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def give_back(self, box: QWidget) -> None:
        """Give the focus back to the box after a click; whoever walks by keyboard stays where they are."""
        if not came_by_keyboard(self):
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        rect = QRectF(self.rect()).adjusted(10, 6, -10, -14)
        focus = self.window().focusWidget()
        writing = focus is not None and self.isAncestorOf(focus)
        with QPainter(self) as painter:
            soft_shadow(painter, rect, 14)
            rounded(painter, rect, 14, "raised", *(("accent", 2.0) if writing else ("line_strong", 1.0)))
