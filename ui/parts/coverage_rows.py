"""One line each of what has been seen: a pupil group, a strand, the markers, the key to the table."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.bars import Progress, SplitBar
from ui.widgets.flow import Flow
from ui.widgets.icons import Icon
from ui.widgets.layout import row, wrap
from ui.widgets.text import Text
from ui.widgets.tones import TONES
from visitapp.domain.framework import Marker

_NAME_WIDTH = 98
_COUNT_WIDTH = 20
_TONE_ORDER = ("strength", "develop", "risk", "query", "accent", "neutral")


def count_words(count: int) -> str:
    """Return a number of notes in words."""
    tell = QCoreApplication.translate
    return tell("Coverage", "1 note") if count == 1 else tell("Coverage", "{count} notes").format(count=count)


class _NamedRow(QWidget):
    """A name, something in the middle, a number at the right."""

    def __init__(self, name: str, middle: QWidget) -> None:
        super().__init__()
        self.name = name
        self.words = Text(name, "small", elide=True)
        self.number = Text("0", "small", "text2", tnum=True)
        self.setLayout(row(self.words, (middle, 1), self.number, spacing=8))
        theme().changed.connect(self._hold_widths)
        self._hold_widths()

    def _hold_widths(self) -> None:
        self.words.setFixedWidth(theme().scaled(_NAME_WIDTH))
        self.number.setFixedWidth(theme().scaled(_COUNT_WIDTH))


class GroupRow(_NamedRow):
    """How many notes are about a pupil group."""

    def __init__(self, name: str) -> None:
        self._bar = Progress(0, "accent", 6)
        self._none = Text("", "small", "develop", elide=True)
        self._stack = QStackedWidget()
        for piece in (wrap(row(self._bar)), self._none):
            self._stack.addWidget(piece)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        super().__init__(name, self._stack)
        self._shown = (-1, -1)
        self._none.set_text(self.tr("none yet"))

    def show_count(self, count: int, most: int) -> None:
        """Show a count as a share of the most there is; with none anywhere yet, nothing is missing."""
        if self._shown == (count, most):
            return
        self._shown = count, most
        missing = "develop" if most else "text3"
        self.words.set_colour("text" if count else missing)
        self._none.set_colour(missing)
        self.number.set_text(str(count))
        self._bar.set_share(count / max(1, most), f"{self.name}: {count_words(count)}")
        self._stack.setCurrentIndex(0 if count else 1)


class StrandRow(_NamedRow):
    """How many notes of each tone belong to a strand."""

    def __init__(self, name: str) -> None:
        self._bar = SplitBar((), 1, name)
        super().__init__(name, self._bar)
        self._shown: tuple[Mapping[str, int], int] = ({}, -1)

    def show_counts(self, tones: Mapping[str, int], most: int) -> None:
        """Show counts by tone against the most notes of any strand."""
        if self._shown == (tones, most):
            return
        self._shown = dict(tones), most
        parts = [(tone, tones[tone]) for tone in _TONE_ORDER if tones.get(tone)]
        total = sum(tones.values())
        self._bar.set_counts(parts, most, f"{self.name}: {count_words(total)}")
        self.number.set_text(str(total))


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

    def show_counts(self, tones: Mapping[str, int]) -> None:
        """Show counts by tone."""
        for one in self._markers:
            count = tones.get(one.tone, 0)
            if self._counts[one.tone].text() == str(count):
                continue
            self._counts[one.tone].set_text(str(count))
            self._counts[one.tone].setAccessibleName(f"{one.label}: {count}")
            self._counts[one.tone].setToolTip(f"{one.label}: {count}")


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
