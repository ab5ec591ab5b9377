"""Drawing from tokens: icons, rounded shapes, soft shadows and the focus ring."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.theme import theme
from visitapp.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

PILL = 999.0
_ICON_SCALES = (1, 2, 3)


def draw_icon(
    painter: QPainter, name: str, role: str, x: float, y: float, size: float = 18, stroke: float = 1.8
) -> None:
    """Draw a bundled icon in the colour of a role, `size` px square, crisp at any scale."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, theme().colour(role).name(), stroke).render(painter, QRectF(x, y, size, size))
    painter.restore()


def icon(name: str, role: str = "text2", size: int = 18) -> "QIcon":
    """Return a bundled icon for stock controls that want a QIcon; remake it when the theme changes."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for scale in _ICON_SCALES:
        made.addPixmap(_pixmap(name, role, size, scale))
    return made


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | QColor | None = None,
    line: str | QColor | None = None,
    width: float = 1.0,
    dash: tuple[float, float] | None = None,
) -> None:
    """Draw a rounded rectangle; the line lies wholly inside `rect`, and `dash` breaks it up."""
    line = line or _lost_edge(fill)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if line else 0.0
    inner = rect.adjusted(half, half, -half, -half)
    painter.setPen(_pen(line, width, dash))
    painter.setBrush(_colour(fill) if fill else Qt.BrushStyle.NoBrush)
    corner = min(radius, inner.height() / 2)
    painter.drawRoundedRect(inner, corner, corner)
    painter.restore()


def wash(painter: QPainter, rect: QRect | QRectF, fill: str | QColor) -> None:
    """Fill a rectangle. `fillRect` would have PySide make every enum of gradients first, which a start would feel."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(fill))
    painter.drawRect(rect)


def soft_shadow(painter: QPainter, rect: QRectF, radius: float, spread: int = 14, drop: int = 4) -> None:
    """Paint a layered shadow around `rect`; a graphics effect would turn the whole widget to a picture."""
    scale = painter.device().devicePixelRatio()
    shadow = _shadow(rect.width(), rect.height(), radius, spread, theme().palette.shadow, scale)
    painter.drawPixmap(QPointF(rect.x() - spread, rect.y() - spread + drop), shadow)


def focus_ring(painter: QPainter, rect: QRectF, radius: float, role: str = "accent") -> None:
    """Draw the ring that shows where the keyboard is."""
    rounded(painter, rect, radius, None, role, theme().metrics.ring)


def tint(role: str, strength: float) -> QColor:
    """Return the colour of a role made see-through, `strength` 0 to 1."""
    colour = QColor(theme().colour(role))
    colour.setAlphaF(strength)
    return colour


def shade() -> QColor:
    """Return the see-through colour that dims what lies behind a sheet."""
    return tint("sunken", 0.7) if theme().palette.dark else tint("text", 0.35)


def _lost_edge(fill: str | QColor | None) -> str | None:
    # With more contrast the soft grounds are white: a line has to show where they end.
    fades = isinstance(fill, str) and fill not in ("surface", "raised", "bg")
    if theme().palette.name != "contrast" or not fades:
        return None
    return "line" if theme().colour(str(fill)) == theme().colour("surface") else None


def _colour(value: str | QColor) -> QColor:
    return theme().colour(value) if isinstance(value, str) else value


def _pen(line: str | QColor | None, width: float, dash: tuple[float, float] | None) -> QPen:
    if not line:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(_colour(line), width)
    if dash:
        pen.setDashPattern(list(dash))
    return pen


def _pixmap(name: str, role: str, size: int, scale: int) -> QPixmap:
    pixmap = QPixmap(size * scale, size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        draw_icon(painter, name, role, 0, 0, size)
    return pixmap


@lru_cache(maxsize=16)
def _shadow(
    width: float, height: float, radius: float, spread: int, colour: tuple[int, int, int, int], scale: float
) -> QPixmap:
    """Return a shadow as a picture, since a box that is typed in is painted at every letter."""
    red, green, blue, alpha = colour
    pixmap = QPixmap(math.ceil((width + 2 * spread) * scale), math.ceil((height + 2 * spread) * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    rect = QRectF(spread, spread, width, height)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(spread, 0, -1):
            depth = alpha * (1 - step / (spread + 1)) ** 2.2 * 0.32
            painter.setBrush(QColor(red, green, blue, round(depth)))
            painter.drawRoundedRect(rect.adjusted(-step, -step, step, step), radius + step, radius + step)
    return pixmap


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    drawing = (resource("icons") / f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(drawing.encode()))
