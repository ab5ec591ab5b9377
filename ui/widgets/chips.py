"""Chips: toggles, and pickers that hold one value of a list."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from ui.theme.painting import PILL, draw_icon, rounded, tint
from ui.theme.theme import theme
from ui.widgets.pressable import Pressable, paint_centred, paint_words, words_width
from ui.widgets.tones import TONES

_ICON = 15


class _Look(NamedTuple):
    front: str
    words: str
    fill: str | None
    line: str | None


def chip_height(*, small: bool) -> int:
    """Return how tall a chip is in px."""
    sizes = theme().metrics
    return theme().fit(sizes.chip_small if small else sizes.chip, "label", 6)


class Chip(Pressable):
    """A pill that is on or off (`toggled`), or with `command` a pill that does something (`clicked`).

    A command stands out only when it is given a tone.
    """

    def __init__(
        self,
        text: str,
        *,
        on: bool = False,
        icon: str = "",
        tone: str = "accent",
        key: str = "",
        count: int | None = None,
        name: str = "",
        small: bool = False,
        dashed: bool = False,
        command: bool = False,
    ) -> None:
        super().__init__(text, name)
        self._icon, self._tone, self._key, self._count = icon, tone, key, count
        self._small, self._dashed, self._command = small, dashed, command
        if not command:
            self.setCheckable(True)
            self.setChecked(on)

    def set_count(self, count: int | None) -> None:
        """Show a number after the words, or none."""
        self._count = count
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of icon, words, number and key."""
        width = 2 * self._pad() + words_width(self.text(), theme().font("label"))
        width += _ICON + 6 if self._icon else 0
        width += 22 if self._key else 0
        width += 6 + words_width(str(self._count), theme().font("label")) if self._count is not None else 0
        return QSize(int(width) + 1, chip_height(small=self._small))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        rect, look = QRectF(self.rect()), self._look()
        with QPainter(self) as painter:
            dash = (3.0, 3.0) if self._dashed and not self.isChecked() else None
            rounded(painter, rect, PILL, look.fill, look.line, 1.5 if self.isChecked() else 1, dash)
            self._paint_inner(painter, look)
            self.paint_ring(painter, rect, rect.height() / 2, "edge" if look.line == "accent" else "")

    def _paint_inner(self, painter: QPainter, look: _Look) -> None:
        x, height, font = float(self._pad()), self.height(), theme().font("label")
        if self._icon:
            draw_icon(painter, self._icon, look.front, x, (height - _ICON) / 2, _ICON, 2)
            x += _ICON + 6
        paint_words(painter, QRectF(x, 0, self.width(), height), self.text(), font, look.words)
        x += words_width(self.text(), font)
        if self._count is not None:
            count = str(self._count)
            paint_words(painter, QRectF(x + 6, 0, self.width(), height), count, font, "text3")
            x += 6 + words_width(count, font)
        if self._key:
            rect = QRectF(x + 6, (height - 17) / 2, 16, 17)
            rounded(painter, rect, 4, tint(look.front, 0.14))
            paint_centred(painter, rect, self._key, theme().font("captionm"), look.front)

    def _look(self) -> _Look:
        if self._command and self._tone == "accent":
            return _Look("text2", "text", "line" if self.underMouse() else "sunken", None)
        if self.isChecked() or self._command:
            tone = TONES[self._tone]
            return _Look(tone.front, tone.front, tone.soft, tone.solid)
        if not self.isEnabled():
            return _Look("text3", "text3", None, "line")
        return _Look("text2", "text", "hover" if self.underMouse() else "surface", "line_strong")

    def _pad(self) -> int:
        if theme().metrics.touch:
            return 14
        return 9 if self._command else 11


class PickerChip(Pressable):
    """Holds one of a list of values and opens them as a menu; `picked` brings the code chosen.

    `name` is what the value is, such as Subject. With `sticky` it looks, and is described, as kept.
    """

    picked = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        icon: str = "",
        placeholder: str = "",
        sticky: bool = True,
        small: bool = False,
    ) -> None:
        super().__init__(placeholder, name)
        self._name, self._icon, self._placeholder = name, icon, placeholder or name
        self._sticky, self._small, self._code = sticky, small, ""
        self._labels: dict[str, tuple[str, str]] = {}
        self._actions: dict[str, QAction] = {}
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_triggered)
        self.setMenu(QMenu(self))
        if sticky:
            self.setAccessibleDescription(self.tr("Kept for the next note"))
        self._show_current()

    def set_options(self, options: Sequence[tuple[str, str] | tuple[str, str, str]]) -> None:
        """Offer (code, label) pairs; a third text is what the chip shows for it. A value no longer offered goes."""
        self.menu().clear()
        self._actions, self._labels = {}, {}
        for option in options:
            code, label = option[0], option[1]
            self._labels[code] = (label, option[-1])
            self._actions[code] = self._add(code, label)
        self.set_current(self._code)

    def set_current(self, code: str) -> None:
        """Hold a value without telling anyone; an unknown code or an empty one holds none."""
        self._code = code if code in self._labels else ""
        self._show_current()

    def current(self) -> str:
        """Return the code held, or an empty text."""
        return self._code

    def press(self) -> None:
        """Open the menu."""
        self.showMenu()

    def sizeHint(self) -> QSize:
        """Return the room of icon, value and arrow."""
        width = 2 * self._pad() + words_width(self.text(), theme().font("label")) + 15
        width += _ICON + 6 if self._icon else 0
        return QSize(int(width) + 1, chip_height(small=self._small))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        rect, height = QRectF(self.rect()), self.height()
        fill, line = self._ground()
        x, font = float(self._pad()), theme().font("label")
        words = "text" if self._code and self.isEnabled() else "text2"
        with QPainter(self) as painter:
            rounded(painter, rect, PILL, fill, line)
            if self._icon:
                draw_icon(painter, self._icon, "text2", x, (height - _ICON) / 2, _ICON, 2)
                x += _ICON + 6
            paint_words(painter, QRectF(x, 0, self.width(), height), self.text(), font, words)
            x += words_width(self.text(), font) + 3
            draw_icon(painter, "chevron-down", "text2", x, (height - 12) / 2, 12, 2.2)
            self.paint_ring(painter, rect, rect.height() / 2)

    def _ground(self) -> tuple[str, str | None]:
        if self._sticky:
            return ("line" if self.underMouse() else "sunken"), None
        return ("hover" if self.underMouse() else "surface"), "line_strong"

    def _pad(self) -> int:
        return 14 if theme().metrics.touch else (9 if self._sticky else 11)

    def _add(self, code: str, label: str) -> QAction:
        action = self.menu().addAction(label)
        action.setCheckable(True)
        action.setData(code)
        self._group.addAction(action)
        return action

    def _on_triggered(self, action: QAction) -> None:
        self.set_current(action.data())
        self.picked.emit(self._code)

    def _show_current(self) -> None:
        label, short = self._labels.get(self._code, ("", self._placeholder))
        self.set_label(short, f"{self._name}: {label}" if label else self._name)
        for code, action in self._actions.items():
            action.setChecked(code == self._code)
