"""Draws a small picture, or what stands in its place while it is not there."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from ui.parts.picture_loader import PictureLoader
from ui.theme.painting import draw_icon, rounded
from visitapp.domain.photo import Photo

_RADIUS = 6.0
_ICON = 18.0


def draw_thumbnail(painter: QPainter, rect: QRectF, photo: Photo, loader: PictureLoader) -> None:
    """Fill `rect` with a picture; a missing or damaged one is an empty frame with a warning sign."""
    found = loader.picture(photo)
    if found is None:
        gone = photo.sha256 in loader.missing
        rounded(painter, rect, _RADIUS, "sunken", "line_strong" if gone else "line", 1, (4, 3) if gone else None)
        place = rect.center()
        icon, role = ("triangle-alert", "risk") if gone else ("image", "text3")
        draw_icon(painter, icon, role, place.x() - _ICON / 2, place.y() - _ICON / 2, _ICON)
        return
    wanted = rect.size().scaled(QSizeF(found.size()), Qt.AspectRatioMode.KeepAspectRatio)
    part = QRectF(0, 0, wanted.width(), wanted.height())
    part.moveCenter(QRectF(found.rect()).center())
    painter.save()
    shape = QPainterPath()
    shape.addRoundedRect(rect, _RADIUS, _RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(rect, found, part)
    painter.restore()
    rounded(painter, rect, _RADIUS, None, "line")
