"""The row of keys under the box."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.layout import row, wrap
from ui.widgets.tags import Kbd
from ui.widgets.text import Text
from visitapp.domain.framework import Marker


class KeyHints(QWidget):
    """What may be typed, from the markers of a programme; hints that do not fit are left out whole."""

    def __init__(self, markers: Sequence[Marker]) -> None:
        super().__init__()
        hints = [(one.prefix, _lowered(one.short)) for one in markers if one.prefix]
        hints += [("#", self.tr("tag")), ("Ctrl /", self.tr("all keys"))]
        self._hints = [wrap(row(Kbd(key), Text(words, "caption", "text3"), spacing=5)) for key, words in hints]
        self.setLayout(row(None, *self._hints, None, spacing=12, margins=(12, 0, 12, 10)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        room = self.width() - 24
        for hint in self._hints:
            room -= hint.sizeHint().width() + 12
            hint.setVisible(room > -12)


def _lowered(words: str) -> str:
    """Return words as they stand within a sentence; letters that stand for words stay as they are."""
    return words if words.isupper() else words[:1].lower() + words[1:]
