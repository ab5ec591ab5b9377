"""One tap marks a note and saves it: the big buttons of touch mode, from the markers of a programme."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.layout import column, row, shown_if
from ui.widgets.pressable import Pressable, paint_words, words_width
from ui.widgets.text import Text
from ui.widgets.tones import TONES
from visitapp.domain.framework import Marker

_HEIGHT = 56
_ICON, _GAP, _PAD = 20, 8, 8


class SaveAs(QWidget):
    """In touch mode only: a button for each marker and one for a plain note.

    `wanted` brings the code of the marker, empty for none.
    """

    wanted = Signal(str)

    def __init__(self, markers: Sequence[Marker]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Save as"))
        faces = [_Face(one.code, one.short or one.label, one.icon, one.tone, one.label, one.key) for one in markers]
        faces.append(_Face("", self.tr("Note"), "check", "", self.tr("plain note")))
        self._buttons = {face.code: SaveAsButton(face) for face in faces}
        for code, button in self._buttons.items():
            button.clicked.connect(partial(self.wanted.emit, code))
        words = row(
            Text(self.tr("Save as"), "captionm", "text2"),
            Text(self.tr("one tap marks and saves"), "caption", "text3"),
            None,
            spacing=6,
        )
        self.setLayout(column(words, row(*self._buttons.values(), spacing=8), spacing=6))
        theme().changed.connect(self._follow)
        self.setHidden(not theme().metrics.touch)

    def button(self, code: str) -> "SaveAsButton":
        """Return the button of a marker, or with an empty code the one of a plain note."""
        return self._buttons[code]

    def _follow(self) -> None:
        shown_if(self, theme().metrics.touch)


class _Face(NamedTuple):
    code: str
    text: str
    icon: str
    tone: str
    name: str
    key: str = ""


class SaveAsButton(Pressable):
    """A command: it marks and saves. Its icon gives way where there is no room."""

    def __init__(self, face: _Face) -> None:
        super().__init__(face.text)
        self._face = face
        name = self.tr("Save as {marker}").format(marker=face.name)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  Alt+{face.key}" if face.key else name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for icon and word, 56 px tall."""
        words = words_width(self.text(), self._font())
        return QSize(int(words) + _ICON + _GAP + 2 * _PAD + 1, theme().fit(_HEIGHT, "body", 24))

    def minimumSizeHint(self) -> QSize:
        """Return room for the word alone."""
        words = words_width(self.text(), self._font())
        return QSize(max(theme().metrics.least, int(words) + 2 * _PAD + 1), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        rect, radius = QRectF(self.rect()), theme().metrics.radius_card
        tone = TONES.get(self._face.tone)
        fill, line = (tone.soft, tone.solid) if tone else ("surface", "line_strong")
        front = tone.front if tone else "text2"
        words = words_width(self.text(), self._font())
        before = _ICON + _GAP if rect.width() >= words + _ICON + _GAP + _PAD else 0
        x = (rect.width() - words - before) / 2
        with QPainter(self) as painter:
            rounded(painter, rect, radius, "hover" if not tone and self.underMouse() else fill, line, 1.25)
            if before:
                draw_icon(painter, self._face.icon, front, x, (rect.height() - _ICON) / 2, _ICON, 2)
            place = QRectF(x + before, 0, rect.width(), rect.height())
            paint_words(painter, place, self.text(), self._font(), front)
            self.paint_ring(painter, rect, radius)

    @staticmethod
    def _font() -> QFont:
        return theme().font("label", weight=600, px=15)
