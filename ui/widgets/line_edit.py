"""One-line fields to write in; light to load, for the first list has one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.theme.painting import draw_icon

_GLASS = 16


class LineEdit(QLineEdit):
    """A bare one-line field with a name and no label to see."""

    def __init__(self, name: str, placeholder: str = "", text: str = "", width: int | None = None) -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        if width is not None:
            self.setFixedWidth(width)

    def set_wrong(self, *, wrong: bool) -> None:
        """Ring the field in the colour of errors, or clear it; say why in words beside it."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)


class SearchField(LineEdit):
    """A one-line field with a looking glass; Esc empties it."""

    def __init__(self, placeholder: str, width: int | None = None) -> None:
        super().__init__(placeholder, placeholder, width=width)
        self.setTextMargins(_GLASS + 4, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Esc if anything is written."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the looking glass before the words."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            draw_icon(painter, "search", "text3", 9, (self.height() - _GLASS) / 2, _GLASS)
