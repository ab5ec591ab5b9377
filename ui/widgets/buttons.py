"""Buttons that do something: with words, or an icon alone."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import Pressable, keys_width, paint_keys, paint_words, words_width

_ICON = 16
_ICON_GAP = 7


class _Look(NamedTuple):
    front: str
    fill: str | None
    line: str | None
    hover: str | None


_KINDS = {
    "primary": _Look("on_accent", "accent_fill", None, "accent_hover"),
    "secondary": _Look("text", "surface", "line_strong", "hover"),
    "quiet": _Look("text2", None, None, "hover"),
    "soft": _Look("on_accent_soft", "accent_soft", None, "accent_soft"),
    "danger": _Look("risk", "surface", "risk_solid", "hover"),
    "link": _Look("accent", None, None, "hover"),
}


_RING_ON = {"accent_fill": "fill", "accent_hover": "fill", "accent": "edge"}


class Button(Pressable):
    """A command in words. One `primary` a screen; `keys` shows its shortcut, which the screen must bind.

    Kinds: primary, secondary, quiet, soft, danger, link.
    """

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        icon_after: str = "",
        keys: str = "",
        name: str = "",
        description: str = "",
        small: bool = False,
        large: bool = False,
        wide: bool = False,
        checked: bool | None = None,
    ) -> None:
        super().__init__(text, name, description)
        self._kind, self._icon, self._icon_after, self._keys = kind, icon, icon_after, keys
        self._small, self._large = small, large
        if keys:
            self.setToolTip(f"{name or text}  {keys}")
        if wide:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if checked is not None:
            self.setCheckable(True)
            self.setChecked(checked)

    def set_label(self, text: str, name: str = "") -> None:
        """Change the words, and with them the accessible name and the hint of its keys."""
        super().set_label(text, name)
        if self._keys:
            self.setToolTip(f"{name or text}  {self._keys}")

    def set_kind(self, kind: str) -> None:
        """Paint as another kind."""
        self._kind = kind
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon before the words, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of icon, words and keys."""
        height = self._height()
        pad = 20 if self._small else 28
        return QSize(max(int(self._inner_width()) + pad, height), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        rect, radius = QRectF(self.rect()), theme().metrics.radius
        look = self._look()
        with QPainter(self) as painter:
            rounded(painter, rect, radius, look.fill, look.line)
            self._paint_inner(painter, look.front if self.isEnabled() else "text3")
            self.paint_ring(painter, rect, radius, _RING_ON.get(look.line or look.fill or "", ""))

    def _paint_inner(self, painter: QPainter, front: str) -> None:
        height = self.height()
        x, middle = (self.width() - self._inner_width()) / 2, (height - _ICON) / 2
        if self._icon:
            draw_icon(painter, self._icon, front, x, middle, _ICON)
            x += _ICON + _ICON_GAP
        words = words_width(self.text(), self._font())
        paint_words(painter, QRectF(x, 0, words + 4, height), self.text(), self._font(), front)
        x += words
        if self._icon_after:
            draw_icon(painter, self._icon_after, front, x + 5, middle, _ICON)
            x += 5 + _ICON
        if self._keys:
            paint_keys(painter, x, height, self._keys, front)

    def _look(self) -> _Look:
        look = _KINDS[self._kind]
        if not self.isEnabled():
            return look._replace(fill="sunken" if look.fill else None, line="line" if look.line else None)
        if self.isChecked():
            return look._replace(front="on_accent_soft", fill="accent_soft", line="accent")
        return look._replace(fill=look.hover) if self.underMouse() else look

    def _font(self) -> QFont:
        px = None if self._small else (14 if self._large else 13)
        touch = theme().metrics.touch and not self._large
        weight = 600 if self._kind == "primary" else 500
        return theme().font("label", weight=weight, px=None if touch else px)

    def _height(self) -> int:
        sizes = theme().metrics
        plain = sizes.control_small if self._small else sizes.control_large if self._large else sizes.control
        return theme().fit(plain, "label", 8)

    def _inner_width(self) -> float:
        before = _ICON + _ICON_GAP if self._icon else 0
        after = _ICON + 5 if self._icon_after else 0
        return before + words_width(self.text(), self._font()) + after + keys_width(self._keys)


class IconButton(Pressable):
    """A command or, with `checked`, a toggle shown as an icon; `name` says what it does.

    `size` is for the desk, in px; in touch mode it is never under 44.
    """

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        size: int = 0,
        icon_size: int = 18,
        colour: str = "text2",
        fill: str | None = None,
        checked: bool | None = None,
        keys: str = "",
    ) -> None:
        super().__init__("", name)
        self._icon, self._size, self._icon_size = icon, size, icon_size
        self._colour, self._fill = colour, fill
        self.setToolTip(f"{name}  {keys}" if keys else name)
        if checked is not None:
            self.setCheckable(True)
            self.setChecked(checked)

    def set_icon(self, icon: str, name: str = "") -> None:
        """Show another icon and, with `name`, say what it does now."""
        self._icon = icon
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return its square."""
        sizes = theme().metrics
        side = sizes.icon_button if sizes.touch or not self._size else max(sizes.least, self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon and its ground."""
        rect, radius = QRectF(self.rect()), theme().metrics.radius
        across, down = (self.width() - self._icon_size) / 2, (self.height() - self._icon_size) / 2
        with QPainter(self) as painter:
            rounded(painter, rect, radius, self._ground())
            draw_icon(painter, self._icon, self._front(), across, down, self._icon_size)
            self.paint_ring(painter, rect, radius)

    def _ground(self) -> str | None:
        if self.isChecked():
            return "accent_soft"
        return "hover" if self.underMouse() and self.isEnabled() else self._fill

    def _front(self) -> str:
        if not self.isEnabled():
            return "line_strong"
        return "on_accent_soft" if self.isChecked() else self._colour
