"""One line about pictures under the box: what is going on, why something is off, what went wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row
from ui.widgets.text import Text


class PictureNotice(QWidget):
    """Says a sentence with at most one thing to do and a way to put it away; both buttons hide it."""

    accepted = Signal()
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("info", "text2", 16)
        self._words = Text("", "small", "text2", wrap=True)
        self._accept = Button("", "secondary", small=True)
        self._close = Button("", "quiet", small=True)
        ways = (column(self._close, None), column(self._accept, None))
        self.setLayout(row(column(3, self._icon, None), (self._words, 1), *ways, spacing=8))
        self._accept.clicked.connect(self._on_accept)
        self._close.clicked.connect(self._on_close)
        self.hide()

    def say(self, icon: str, sentence: str, close: str, accept: str = "") -> None:
        """Show a sentence; `close` is what the way out is called, `accept` what can be done, if anything."""
        self._icon.set_icon(icon)
        self._words.set_text(sentence)
        self._close.set_label(close)
        self._accept.set_label(accept)
        self._accept.setVisible(bool(accept))
        self.show()
        announce(self, sentence)

    @property
    def sentence(self) -> str:
        """What is said now, empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def _on_accept(self) -> None:
        self.hide()
        self.accepted.emit()

    def _on_close(self) -> None:
        self.hide()
        self.put_away.emit()
