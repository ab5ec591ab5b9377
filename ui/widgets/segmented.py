"""One of a few, side by side."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy

from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.layout import row
from ui.widgets.pressable import Pressable, paint_words, words_width
from ui.widgets.tones import TONES

_ICON = 15


class Segment(NamedTuple):
    """One choice: its code, words and, if it has them, icon, tone, number and fuller name."""

    code: str
    text: str
    icon: str = ""
    tone: str = ""
    count: int | None = None
    name: str = ""


class Segmented(QFrame):
    """A set of choices of which one, or none, is held; `picked` brings the code a person chose.

    With `clearable`, choosing the held one again lets it go and brings an empty code. `compact` is the
    tight form for tables. `height` is for the desk, in px.
    """

    picked = Signal(str)

    def __init__(
        self,
        segments: Sequence[Segment],
        name: str,
        *,
        height: int = 28,
        pad: int = 11,
        compact: bool = False,
        clearable: bool = False,
        wide: bool = False,
    ) -> None:
        super().__init__()
        self._compact, self._clearable, self._held = compact, clearable, ""
        self._group = QButtonGroup(self)
        self._buttons: dict[str, SegmentButton] = {}
        self.setAccessibleName(name)
        layout = row(spacing=0 if compact else 2, margins=(0, 0, 0, 0) if compact else (2, 2, 2, 2))
        for segment in segments:
            button = SegmentButton(segment, name, height, pad, compact=compact, wide=wide)
            button.clicked.connect(partial(self._on_clicked, segment.code))
            self._group.addButton(button)
            self._buttons[segment.code] = button
            layout.addWidget(button)
        self.setLayout(layout)
        across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def set_current(self, code: str) -> None:
        """Hold a choice without telling anyone; an empty or unknown code holds none."""
        code = code if code in self._buttons else ""
        if code == self._held:
            return
        self._held = code
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(each == self._held)
            button.setAutoExclusive(True)
            reachable = each == self._held or not self._held
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reachable else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)

    def clear(self) -> None:
        """Hold nothing."""
        self.set_current("")

    def codes(self) -> tuple[str, ...]:
        """Return the codes of all choices."""
        return tuple(self._buttons)

    def current(self) -> str:
        """Return the code held, or an empty text."""
        return self._held

    def set_count(self, code: str, count: int | None) -> None:
        """Show a number after a choice's words, or none."""
        self._buttons[code].set_count(count)

    def button(self, code: str) -> "SegmentButton":
        """Return the button of one choice, to focus or describe it."""
        return self._buttons[code]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track."""
        fill, line, radius = ("surface", "line_strong", 7) if self._compact else ("sunken", "line", 8)
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), radius, fill, line)

    def _on_clicked(self, code: str) -> None:
        if code == self._held:
            if not self._clearable:
                return
            code = ""
        self.set_current(code)
        self.picked.emit(code)


class SegmentButton(Pressable):
    """One choice of a `Segmented`, a radio button to a screen reader."""

    def __init__(self, segment: Segment, set_name: str, height: int, pad: int, *, compact: bool, wide: bool) -> None:
        super().__init__(segment.text, segment.name or (f"{set_name}: {segment.text}" if compact else ""))
        self._segment, self._count = segment, segment.count
        self._height, self._pad, self._compact = height, pad, compact
        self.setCheckable(True)
        self.setAutoExclusive(True)
        if wide:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """Show a number after the words, or none."""
        if count == self._count:
            return
        before, self._count = self._figures(), count
        if len(self._figures()) != len(before):
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of its widest look."""
        pad = 13 if self._compact else self._pad
        tall = theme().metrics.control if theme().metrics.touch else self._height
        return QSize(int(self._inner_width(held=True)) + 2 * pad + 1, theme().fit(tall, self._style(), 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choice."""
        rect, held = QRectF(self.rect()), self.isChecked()
        with QPainter(self) as painter:
            if held:
                self._paint_held(painter, rect)
            elif self.underMouse() and self.isEnabled():
                rounded(painter, rect.adjusted(1, 1, -1, -1), theme().metrics.radius_small, "hover")
            self._paint_inner(painter, held=held)
            self.paint_ring(painter, rect, 7 if self._compact else theme().metrics.radius_small)

    def _paint_held(self, painter: QPainter, rect: QRectF) -> None:
        radius, tone = theme().metrics.radius_small, TONES.get(self._segment.tone or "")
        inner = rect.adjusted(1, 1, -1, -1) if self._compact else rect
        if tone:
            rounded(painter, inner, radius, tone.soft, tone.solid, 1.25)
        elif self._compact:
            rounded(painter, inner, radius, "sunken", "line_strong", 1.25)
        else:
            line = "line_strong" if theme().palette.dark or theme().palette.name == "contrast" else "line"
            rounded(painter, inner, radius, "raised", line)

    def _paint_inner(self, painter: QPainter, *, held: bool) -> None:
        tone, height, font = TONES.get(self._segment.tone or ""), self.height(), self._font(held=held)
        front = self._front(held=held)
        x = (self.width() - self._inner_width(held=held)) / 2
        if self._segment.icon:
            role = tone.front if tone else front
            draw_icon(painter, self._segment.icon, role, x, (height - _ICON) / 2, _ICON, 2)
            x += _ICON + (6 if self.text() else 0)
        paint_words(painter, QRectF(x, 0, self.width(), height), self.text(), font, front)
        if self._count is not None:
            x += words_width(self.text(), font) + 6
            paint_words(painter, QRectF(x, 0, 60, height), self._figures(), font, "text3")

    def _front(self, *, held: bool) -> str:
        if not self.isEnabled():
            return "text3"
        tone = self._segment.tone
        if not held:
            return "text2"
        return "text" if tone in ("", "neutral") else TONES[tone].front

    def _style(self) -> str:
        return "captionm" if self._compact else "label"

    def _font(self, *, held: bool) -> QFont:
        return theme().font(self._style(), weight=600 if held else 500)

    def _inner_width(self, *, held: bool) -> float:
        font = self._font(held=held)
        width = words_width(self.text(), font)
        width += _ICON + (6 if self.text() else 0) if self._segment.icon else 0
        return width + (6 + words_width("0" * len(self._figures()), font) if self._count is not None else 0)

    def _figures(self) -> str:
        return "" if self._count is None else str(self._count)
