"""Text written on the page itself: no frame, and it grows instead of scrolling."""

import math

from PySide6.QtGui import QContextMenuEvent, QFontMetricsF

from ui.parts.spelling_marks import SpellingMarks
from ui.widgets.growing_edit import GrowingEdit
from ui.workspace.spelling import Spelling

_STYLE = "prose"
_MANY_LINES = 4000


class Prose(GrowingEdit):
    """A text of the report, as tall as what is written in it."""

    def __init__(self, name: str, placeholder: str, *, least: int = 1) -> None:
        self._fewest = least
        self.spelling: SpellingMarks | None = None
        super().__init__(name, _STYLE, least, _MANY_LINES)
        self.setPlaceholderText(placeholder)
        self.verticalScrollBar().valueChanged.connect(self._stay)

    def look_at_spelling(self, spelling: Spelling) -> None:
        """Mark words that seem misspelt from now on."""
        self.spelling = SpellingMarks(self, spelling)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what may have been meant by a marked word, under the pointer or at the caret."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        at = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos()
        if self.spelling is None or not self.spelling.open_menu(cursor.position(), at):
            super().contextMenuEvent(event)

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def setPlainText(self, text: str) -> None:
        """Show another text; the caret stays behind the words it stood behind."""
        place = caret_after(self.toPlainText()[: self.textCursor().position()], text)
        super().setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)

    def fit(self) -> None:
        """Take exactly the height of the lines as they are drawn; counted lines would be a few px short."""
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        fewest = self._fewest * QFontMetricsF(self.font()).lineSpacing()
        self.setFixedHeight(math.ceil(max(height, fewest)) + 4)

    def _stay(self, value: int) -> None:
        # Before it has grown, the box scrolls to its caret; grown, it would keep its first line hidden.
        if value:
            self.verticalScrollBar().setValue(0)


def caret_after(before: str, text: str) -> int:
    """Return where in `text` the caret goes that stood after `before`; line breaks added or lost do not move it."""
    place = 0
    for sign in before:
        if sign == "\n":
            continue
        while place < len(text) and text[place] == "\n":
            place += 1
        place += 1
    while before.endswith("\n") and place < len(text) and text[place] == "\n":
        place += 1
    return min(place, len(text))
