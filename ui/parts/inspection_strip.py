"""Inspections side by side with thin rules between, on more lines where there is little room."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import rounded, wash
from ui.theme.theme import theme
from ui.widgets.pressable import Pressable
from ui.widgets.text_lines import Laid, lay_out

_LEAST, _MOST = 96, 210
_RAGGED = 14
"""So much more than half its length, in px, a text needs to break in two."""
_AROUND, _GAP = 8, 9
_PAD = 6


class TileLine(NamedTuple):
    """One text of a tile, in a type style and a colour role."""

    text: str
    style: str
    colour: str


class InspectionTile(Pressable):
    """One inspection: its day, what was said, and under which framework; as tall as its words at its width."""

    def __init__(self, lines: Sequence[TileLine], name: str, description: str) -> None:
        super().__init__(lines[0].text, name, description)
        self._lines = tuple(line for line in lines if line.text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def words(self) -> tuple[str, ...]:
        """Return its texts from top to bottom."""
        return tuple(line.text for line in self._lines)

    def wanted_width(self) -> int:
        """Return the width in px at which its words break well."""
        widest, most = self._widest(), theme().scaled(_MOST)
        balanced = widest if widest <= most else widest / 2 + _RAGGED
        return int(min(most, max(theme().scaled(_LEAST), balanced))) + 2 * _AROUND + 1

    def least_width(self) -> int:
        """Return the width in px it can do with, its words on two lines or so."""
        halved = max(theme().scaled(_LEAST), self._widest() / 2 + _RAGGED)
        return min(self.wanted_width(), int(halved) + 2 * _AROUND + 1)

    def tallness(self, width: int) -> int:
        """Return the height in px that its words take at a width."""
        words = sum(laid.height for laid in self._laid(width))
        return max(int(words + 0.999) + 2 * (len(self._lines) - 1) + 2 * _PAD, theme().metrics.least)

    def sizeHint(self) -> QSize:
        """Return the room its words want."""
        width = self.wanted_width()
        return QSize(width, self.tallness(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the texts."""
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse():
                rounded(painter, rect, theme().metrics.radius, "hover")
            top = float(_PAD)
            for line, laid in zip(self._lines, self._laid(self.width()), strict=True):
                painter.setPen(theme().colour(line.colour))
                laid.layout.draw(painter, QPointF(_AROUND, top))
                top += laid.height + 2
            self.paint_ring(painter, rect, theme().metrics.radius)

    def _widest(self) -> float:
        return max(theme().text_width(line.text, line.style) for line in self._lines)

    def _laid(self, width: int) -> list[Laid]:
        left = Qt.AlignmentFlag.AlignLeft
        room = max(1, width - 2 * _AROUND)
        return [
            lay_out(one.text, theme().font(one.style), room, theme().line_height(one.style), left, 0, [], True)
            for one in self._lines
        ]


class InspectionStrip(QWidget):
    """Tiles in order; `pressed` brings the place of the one pressed."""

    pressed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.tiles: list[InspectionTile] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._restyle)

    def show_tiles(self, tiles: Sequence[InspectionTile]) -> None:
        """Show these instead; the keyboard stays at the same place."""
        held = next((at for at, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        self.tiles = list(tiles)
        for at, tile in enumerate(self.tiles):
            tile.setParent(self)
            tile.clicked.connect(partial(self.pressed.emit, at))
            tile.show()
        if held is not None and self.tiles:
            self.tiles[min(held, len(self.tiles) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._restyle()

    def rows(self) -> list[list[InspectionTile]]:
        """Return the tiles of each line."""
        lines: dict[int, list[InspectionTile]] = {}
        for tile, place in zip(self.tiles, self._places(self.width()), strict=True):
            lines.setdefault(place.y(), []).append(tile)
        return list(lines.values())

    def heightForWidth(self, width: int) -> int:
        """Return the height in px at a width."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the room of all in one line."""
        width = sum(tile.wanted_width() + 2 * _GAP + 1 for tile in self.tiles)
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the room of one tile."""
        return QSize(theme().scaled(_LEAST), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put every tile in its place."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rules between tiles of one line."""
        with QPainter(self) as painter:
            for line in self.rows():
                for tile in line[1:]:
                    place = tile.geometry()
                    wash(painter, QRect(place.x() - _GAP, place.y() + 2, 1, place.height() - 4), "line")

    def _arrange(self) -> None:
        for tile, place in zip(self.tiles, self._places(self.width()), strict=True):
            tile.setGeometry(place)
        self.update()

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        top = 0
        for line in self._lines(width):
            widths = _widths(line, width)
            tall = max(tile.tallness(one) for tile, one in zip(line, widths, strict=True))
            left = 0
            for one in widths:
                places.append(QRect(left, top, one, tall))
                left += one + 2 * _GAP
            top += tall + _GAP
        return places

    def _lines(self, width: int) -> list[list[InspectionTile]]:
        lines: list[list[InspectionTile]] = []
        used = 0
        for tile in self.tiles:
            wanted = tile.least_width()
            if not lines or used + wanted > width:
                lines.append([])
                used = 0
            lines[-1].append(tile)
            used += wanted + 2 * _GAP
        return lines

    def _restyle(self) -> None:
        self.updateGeometry()
        self._arrange()


def _widths(line: Sequence[InspectionTile], width: int) -> list[int]:
    """Return how wide each tile of a line is: what it can do with, then what it would like, then some of the rest."""
    widths = [min(tile.least_width(), max(1, width)) for tile in line]
    spare = max(0, width - sum(widths) - 2 * _GAP * (len(line) - 1))
    wishes = [max(0, tile.wanted_width() - one) for tile, one in zip(line, widths, strict=True)]
    granted = min(1.0, spare / sum(wishes)) if sum(wishes) else 0.0
    widths = [one + int(wish * granted) for one, wish in zip(widths, wishes, strict=True)]
    rest = max(0, width - sum(widths) - 2 * _GAP * (len(line) - 1))
    share = min(rest // len(line), theme().scaled(_LEAST) // 2)
    return [one + share for one in widths]
