"""What all cards of a search share, kept as pictures: their words change with each letter, their shapes do not."""

import math
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.parts.note_painter import paint_tag
from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme

_LOOKS = {False: ("surface", "line", 1.0), True: ("hover", "accent", 1.5)}
_SOURCE_ICON, _AFTER_SOURCE = 13, 21
_ROOM = 600
_CLEAR = Qt.GlobalColor.transparent


class Tags(NamedTuple):
    """What is drawn in the head of a card between its time and its words; `source` is an icon or empty."""

    label: str
    icon: str
    tone: str
    private: bool
    source: str


def paint_ground(painter: QPainter, rect: QRectF, *, held: bool) -> None:
    """Draw the ground of a card, as it is or as it is while it is held."""
    scale = painter.device().devicePixelRatio()
    painter.drawPixmap(rect.topLeft(), _ground(rect.width(), rect.height(), held, scale, theme().serial))


def paint_tags(painter: QPainter, x: float, line: QRectF, tags: Tags, *, held: bool) -> float:
    """Draw tags from `x` on as high as a line; return where what follows may begin."""
    scale = painter.device().devicePixelRatio()
    picture, width = _tags(tags, line.height(), held, scale, theme().serial)
    left = round(x)
    painter.drawPixmap(QPointF(left, line.y()), picture)
    return left + width


@lru_cache(maxsize=8)
def _ground(width: float, height: float, held: bool, scale: float, serial: int) -> QPixmap:
    picture = _blank(width, height, scale)
    with QPainter(picture) as painter:
        rounded(painter, QRectF(0, 0, width, height), theme().metrics.radius, *_LOOKS[held])
    return picture


@lru_cache(maxsize=96)
def _tags(tags: Tags, height: float, held: bool, scale: float, serial: int) -> tuple[QPixmap, float]:
    """Return tags on the colour of their card, so that letters are drawn as sharp as beside them; and their width."""
    line = QRectF(0, 0, _ROOM, height)
    picture = _blank(_ROOM, height, scale, theme().colour(_LOOKS[held][0]))
    with QPainter(picture) as painter:
        x = paint_tag(painter, 0, line, tags.label, tags.icon, tags.tone)
        if tags.private:
            private = QCoreApplication.translate("SearchPainter", "Private")
            x = paint_tag(painter, x, line, private, "eye-off", "neutral")
        if tags.source:
            draw_icon(painter, tags.source, "text3", x + 2, line.center().y() - _SOURCE_ICON / 2, _SOURCE_ICON, 2)
            x += _AFTER_SOURCE
    return picture.copy(0, 0, math.ceil(x * scale), picture.height()), x


def _blank(width: float, height: float, scale: float, colour: QColor | Qt.GlobalColor = _CLEAR) -> QPixmap:
    picture = QPixmap(math.ceil(width * scale), math.ceil(height * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(colour)
    return picture
