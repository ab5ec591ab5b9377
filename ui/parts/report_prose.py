"""Text written on the page itself: no frame, and it grows instead of scrolling."""

import math

from PySide6.QtGui import QFontMetricsF

from ui.widgets.growing_edit import GrowingEdit

_STYLE = "prose"
_MANY_LINES = 4000


class Prose(GrowingEdit):
    """A text of the report, as tall as what is written in it."""

    def __init__(self, name: str, placeholder: str, *, least: int = 1) -> None:
        self._fewest = least
        super().__init__(name, _STYLE, least, _MANY_LINES)
        self.setPlaceholderText(placeholder)
        self.verticalScrollBar().valueChanged.connect(self._stay)

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

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
