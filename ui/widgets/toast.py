"""A short message over the foot of a window, with a way back."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import rounded, soft_shadow
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.icons import Icon
from ui.widgets.layout import row
from ui.widgets.pressable import Pressable, paint_words, words_width
from ui.widgets.text import Text

SHOWN_FOR = 8000
_EDGE = 12
_LEAST_WIDTH = 96


class Toast(QFrame):
    """One per window; `say` shows words for eight seconds, longer while the mouse or focus is on it.

    Words that are too long for a line of the window go on in further lines.

    `acted` tells that its button was pressed.
    """

    acted = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._icon = Icon("undo-2", "surface", 16)
        self._words = Text("", "label", "surface", wrap=True)
        self._button = _ToastButton()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._button.clicked.connect(self._on_clicked)
        self._row = row(self._icon, self._words, 24, self._button, spacing=10, margins=(24, 10, 18, 16))
        self._row.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(self._row)
        host.installEventFilter(self)
        theme().changed.connect(self._on_look)
        self.hide()

    def say(self, text: str, action: str = "", keys: str = "", icon: str = "undo-2") -> None:
        """Show and announce a message; `action` names its button and `keys` the shortcut that does the same."""
        self._icon.set_icon(icon)
        self._words.set_text(text)
        self._button.set_label(f"{action}  {keys}" if keys else action, action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        announce(self, f"{text}. {action} {keys}".strip() if action else text)
        self._timer.start(SHOWN_FOR)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place when the window changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        rect = QRectF(self.rect()).adjusted(8, 4, -8, -10)
        with QPainter(self) as painter:
            soft_shadow(painter, rect, 10)
            rounded(painter, rect, 10, "text")

    def _place(self) -> None:
        self._words.setFixedWidth(self._room())
        width = self._row.totalSizeHint().width()
        self.resize(width, self._row.totalHeightForWidth(width))
        left = (self._host.width() - self.width()) // 2
        top = self._host.height() - self.height() - _EDGE
        self.move(max(0, left), max(0, top))

    def _room(self) -> int:
        """Return the px the words may take: a line of theirs, or what is left of the window's width."""
        self._words.setFixedWidth(0)
        left = self._host.width() - 2 * _EDGE - self._row.totalSizeHint().width()
        words = int(words_width(self._words.text(), self._words.text_font())) + 2
        return min(words, max(_LEAST_WIDTH, left))

    def _on_look(self) -> None:
        if self.isVisible():
            self._place()

    def _on_timeout(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start(SHOWN_FOR // 4)
        else:
            self.hide()

    def _on_clicked(self) -> None:
        self.hide()
        self.acted.emit()


class _ToastButton(Pressable):
    def sizeHint(self) -> QSize:
        """Return the room of its words."""
        width = words_width(self.text(), theme().font("label"))
        return QSize(int(width) + 17, max(theme().metrics.least, theme().fit(28, "label", 8)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            paint_words(painter, rect.adjusted(8, 0, 0, 0), self.text(), theme().font("label"), "toast_link")
            if shows_ring(self):
                rounded(painter, rect, theme().metrics.radius_small, None, "toast_link", theme().metrics.ring)
