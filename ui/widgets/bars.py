"""Small painted bars and rings: few, honest, and named for those who cannot see them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import PILL, rounded, wash
from ui.theme.theme import theme
from ui.widgets.pressable import paint_centred
from ui.widgets.tones import TONES


class Progress(QWidget):
    """How much of a whole is done, 0 to 1, in a colour role."""

    def __init__(self, share: float = 0.0, colour: str = "accent", height: int = 5, name: str = "") -> None:
        super().__init__()
        self._share, self._colour = share, colour
        self.setAccessibleName(name)
        self.setFixedHeight(height)
        self.setMinimumWidth(24)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, name: str = "") -> None:
        """Show another share, 0 to 1, and say it in words."""
        self._share = max(0.0, min(1.0, share))
        self.setAccessibleName(name or self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            rounded(painter, rect, PILL, "sunken")
            if self._share > 0:
                width = max(rect.height(), rect.width() * self._share)
                rounded(painter, QRectF(0, 0, width, rect.height()), PILL, self._colour)


class SplitBar(QWidget):
    """Counts by tone as one bar, as long as their sum is against `most`."""

    def __init__(self, counts: Sequence[tuple[str, int]], most: int, name: str, height: int = 7) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_counts(counts, most, name)

    def set_counts(self, counts: Sequence[tuple[str, int]], most: int, name: str) -> None:
        """Show other (tone, count) pairs; `name` says them in words."""
        self._counts, self._most = tuple(counts), max(1, most)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        with QPainter(self) as painter:
            paint_split_bar(painter, QRectF(self.rect()), self._counts, self._most)


def paint_split_bar(painter: QPainter, rect: QRectF, counts: Sequence[tuple[str, int]], most: int) -> None:
    """Draw counts by tone as one bar in `rect`, as long as their sum is against `most`."""
    rounded(painter, rect, PILL, "sunken")
    total = sum(count for _, count in counts)
    if not total:
        return
    full, x = max(rect.width() * min(1.0, total / max(1, most)), rect.height()), rect.x()
    end = x + full
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, rect.y(), full, rect.height()), rect.height() / 2, rect.height() / 2)
    painter.setClipPath(path)
    for tone, count in counts:
        width = full * count / total
        wash(painter, QRectF(x, rect.y(), width, rect.height()), TONES[tone].solid)
        x += width
        if count and x < end - 1:
            wash(painter, QRectF(x - 0.75, rect.y(), 1.5, rect.height()), "surface")
    painter.restore()


class StageBar(QWidget):
    """How far a visit is along its stages, as short segments."""

    def __init__(self, done: int, total: int, name: str) -> None:
        super().__init__()
        self._total = total
        self.setFixedSize(92, 6)
        self.set_done(done, name)

    def set_done(self, done: int, name: str) -> None:
        """Show how many stages are done; `name` says it in words."""
        self._done = done
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segments."""
        width = (self.width() - (self._total - 1) * 3) / self._total
        with QPainter(self) as painter:
            for number in range(self._total):
                rect = QRectF(number * (width + 3), 0, width, self.height())
                rounded(painter, rect, 3, "accent" if number < self._done else "track")
                if number == self._done:
                    rounded(painter, QRectF(rect.x(), 0, width / 2, rect.height()), 3, "accent")


class Ring(QWidget):
    """How many of a number are done, as a ring around the figure."""

    def __init__(self, done: int, total: int, name: str, size: int = 40) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_done(done, total, name)

    def set_done(self, done: int, total: int, name: str) -> None:
        """Show other numbers; `name` says them in words."""
        self._done, self._total = done, max(1, total)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return its square."""
        return QSize(theme().scaled(self._size), theme().scaled(self._size))

    def minimumSizeHint(self) -> QSize:
        """Return its square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        rect = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        share = min(1.0, self._done / self._total)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("line"), 1 if theme().palette.name == "contrast" else 4))
            painter.drawArc(rect, 0, 360 * 16)
            colour = theme().colour("strength_solid" if share >= 1 else "accent")
            painter.setPen(QPen(colour, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(rect, 90 * 16, round(-360 * 16 * share))
            paint_centred(
                painter,
                QRectF(self.rect()),
                str(self._done),
                theme().font("label", weight=600, tnum=True),
                "text",
            )


class TurnaroundBars(QWidget):
    """One figure for each of a few things, as short bars against a dashed target line."""

    def __init__(self, values: Sequence[int], target: int, name: str) -> None:
        super().__init__()
        self.setFixedHeight(66)
        self.setMinimumWidth(120)
        self.set_values(values, target, name)

    def set_values(self, values: Sequence[int], target: int, name: str) -> None:
        """Show other values; `name` says them in words."""
        self._values, self._target = tuple(values), target
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars and the target."""
        most = max((*self._values, self._target, 1))
        font = theme().font("captionm", tnum=True, weight=600)
        unit, base, room = (self.height() - 14) / most, self.height(), self.width() - 26
        with QPainter(self) as painter:
            for number, value in enumerate(self._values):
                late, tall = value > self._target, max(18.0, value * unit)
                rect = QRectF(number * room / max(1, len(self._values)), base - tall, 22, tall)
                rounded(painter, rect, 4, "develop_soft" if late else "accent_soft")
                words = QRectF(rect.x(), base - 19, 22, 18)
                paint_centred(painter, words, str(value), font, "develop" if late else "on_accent_soft")
            self._paint_target(painter, base - self._target * unit, room)

    def _paint_target(self, painter: QPainter, y: float, room: float) -> None:
        pen = QPen(theme().colour("text3"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(0, round(y), round(room), round(y))
        place = QRectF(room + 2, y - 8, 24, 16)
        paint_centred(painter, place, str(self._target), theme().font("caption", tnum=True), "text2")
