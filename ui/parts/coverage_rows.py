"""One line each of what has been seen: a counted row, the markers, the key to the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.bars import paint_split_bar
from ui.widgets.flow import Flow
from ui.widgets.icons import Icon
from ui.widgets.layout import row, wrap
from ui.widgets.pressable import Pressable, paint_words, words_width
from ui.widgets.text import Text
from ui.widgets.tones import TONES
from visitapp.domain.framework import Marker

ROW_SIDE = 6
"""Room at both sides of a row, in px, so that its ground is a little wider than its words."""
_LONGEST_NAME = "n" * 13
"""As wide as the names beside bars may be."""
_CHEVRON = 14
_ROW = 25
_BAR = 7
_GAP = 8
_LEAST_BAR = 24
TONE_ORDER = ("strength", "develop", "risk", "query", "accent", "neutral")


def count_words(count: int) -> str:
    """Return a number of notes in words."""
    tell = QCoreApplication.translate
    return tell("Coverage", "1 note") if count == 1 else tell("Coverage", "{count} notes").format(count=count)


def share_words(count: int, total: int) -> str:
    """Return a number of notes with its unit and base, such as "12 of 35 notes"."""
    return QCoreApplication.translate("Coverage", "{count} of {total}").format(count=count, total=count_words(total))


@dataclass(frozen=True, slots=True)
class RowCount:
    """What a row shows: notes by tone, the figure at its right, how long the bar may be, and all of it in words."""

    parts: tuple[tuple[str, int], ...]
    figure: str
    most: int
    spoken: str
    missing: bool = False
    chevron: str = ""
    """Icon of a row that opens or closes the ones below it."""

    @property
    def notes(self) -> int:
        """Return the sum of the parts."""
        return sum(count for _, count in self.parts)


class CountRow(Pressable):
    """A name, a bar and a figure as one button that asks for the notes behind it; `whole` leaves the bar out.

    `figure` is the width kept for the figure, in px, so that the bars of a block end in one line.
    """

    def __init__(self, name: str, *, inset: int = 0, whole: bool = False, figure: int = 20) -> None:
        super().__init__(name, name)
        self._inset, self._whole, self._figure = inset, whole, figure
        self._shown = RowCount((), "0", 1, name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, shown: RowCount) -> None:
        """Show other figures; the same again costs nothing."""
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName(shown.spoken)
            self.setToolTip(shown.spoken)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the block, which walks its rows."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(160, max(theme().fit(_ROW, "small", 6), theme().metrics.least))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, bar and figure."""
        rect, shown = QRectF(self.rect()), self._shown
        inner = rect.adjusted(ROW_SIDE + self._inset, 0, -ROW_SIDE, 0)
        figure = max(theme().scaled(self._figure), words_width(shown.figure, _figures()) + 2)
        names = (
            inner.width() - figure - _GAP
            if self._whole
            else theme().text_width(_LONGEST_NAME, "small") + self._lead()
        )
        with QPainter(self) as painter:
            if self.underMouse():
                rounded(painter, rect, theme().metrics.radius_small, "hover")
            name = QFontMetricsF(theme().font("small")).elidedText(
                self.text(), Qt.TextElideMode.ElideRight, names - self._lead()
            )
            front = "develop" if shown.missing else "text" if shown.notes else "text2"
            if shown.chevron:
                draw_icon(painter, shown.chevron, "text2", inner.x(), inner.center().y() - _CHEVRON / 2, _CHEVRON)
            paint_words(painter, inner.adjusted(self._lead(), 0, 0, 0), name, theme().font("small"), front)
            self._paint_figure(painter, inner, figure)
            middle = inner.adjusted(names + _GAP, 0, -figure - _GAP, 0)
            if middle.width() > _LEAST_BAR:
                self._paint_bar(painter, middle)
            self.paint_ring(painter, rect, theme().metrics.radius_small)

    def _lead(self) -> int:
        return _CHEVRON + 3 if self._shown.chevron else 0

    def _paint_figure(self, painter: QPainter, inner: QRectF, width: float) -> None:
        place = inner.adjusted(inner.width() - width, 0, 0, 0)
        painter.setFont(_figures())
        painter.setPen(theme().colour("text2"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._shown.figure)

    def _paint_bar(self, painter: QPainter, place: QRectF) -> None:
        if self._shown.missing:
            paint_words(painter, place, self.tr("none yet"), theme().font("small"), "develop")
            return
        bar = QRectF(place.x(), place.center().y() - _BAR / 2, place.width(), _BAR)
        paint_split_bar(painter, bar, self._shown.parts, self._shown.most)


def _figures() -> QFont:
    return theme().font("small", tnum=True)


class ToneCounts(QWidget):
    """How many notes carry each marker of a finding, with its icon."""

    def __init__(self, markers: Sequence[Marker]) -> None:
        super().__init__()
        self._markers = [one for one in markers if one.finding] or list(markers)
        self._counts = {one.tone: Text("0", "caption", "text2", tnum=True) for one in self._markers}
        pieces: list[QWidget] = []
        for one in self._markers:
            pieces += [Icon(one.icon, TONES[one.tone].solid, 12, 2.2), self._counts[one.tone]]
        self.setLayout(row(*pieces, spacing=4))

    def show_counts(self, tones: Mapping[str, int], notes: int) -> None:
        """Show counts by tone, of so many notes."""
        for one in self._markers:
            count = tones.get(one.tone, 0)
            words = f"{one.label}: {share_words(count, notes)}"
            if self._counts[one.tone].accessibleName() != words:
                self._counts[one.tone].set_text(str(count))
                self._counts[one.tone].setAccessibleName(words)
                self._counts[one.tone].setToolTip(words)


class Legend(QWidget):
    """What the colours of the table mean."""

    def __init__(self) -> None:
        super().__init__()
        words = Text(self.tr("Notes"), "caption", "text3")
        swatches = [_Swatch(level) for level in range(1, len(theme().palette.heat))]
        planned = Text(self.tr("planned, none yet"), "caption", "text3")
        scale, gap = row(words, *swatches, spacing=4), row(_Swatch(0), planned, spacing=4)
        self.setLayout(Flow(wrap(scale), wrap(gap), spacing=10, line_spacing=4))


class _Swatch(QWidget):
    """A step of the scale; step 0 is what is planned and empty."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(12 if self._level else 14, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            if self._level:
                rounded(painter, rect, 3, QColor(theme().palette.heat[self._level]))
            else:
                rounded(painter, rect, 3, None, "develop_solid", 1.3, (2.0, 2.0))
