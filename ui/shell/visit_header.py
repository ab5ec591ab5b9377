"""The band over a visit: which school, which stage, is it saved."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.shell.status import SaveStatus
from ui.shell.stepper import Stepper
from ui.theme.painting import wash
from ui.theme.theme import theme
from ui.widgets.layout import column, row
from ui.widgets.text import Text

_TITLE_WIDTH = 200
_TITLE_LEAST = 24
_EDGES = 20 + 18 + 4 * 8 + 6


class _Title(QWidget):
    def __init__(self, layout: QVBoxLayout) -> None:
        super().__init__()
        self.setLayout(layout)

    def sizeHint(self) -> QSize:
        """Return a width that stays the same from visit to visit."""
        return QSize(theme().scaled(_TITLE_WIDTH), super().sizeHint().height())


class VisitHeader(QFrame):
    """School and visit, `stepper` and `status`, in one band."""

    def __init__(self, step_names: Sequence[str]) -> None:
        super().__init__()
        self.stepper = Stepper(step_names)
        self.status = SaveStatus()
        self._title = Text("", "heading", elide=True)
        self._subtitle = Text("", "caption", "text2", elide=True)
        self._words = _Title(column(None, self._title, self._subtitle, None, spacing=0))
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        layout = row(self._words, 6, self.stepper, None, self.status, spacing=8, margins=(20, 0, 18, 0))
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str, subtitle: str) -> None:
        """Show a school, and the kind and date of the visit."""
        self._title.set_text(title)
        self._title.setToolTip(title)
        self._subtitle.set_text(subtitle)
        self.setAccessibleName(f"{title}, {subtitle}")

    def set_sample(self, *, sample: bool) -> None:
        """Mark the visit as a sample, or not."""
        self.status.set_sample(sample=sample)

    def sizeHint(self) -> QSize:
        """Return the band's height."""
        words = theme().line_height("heading") + theme().line_height("caption")
        tall = max(theme().metrics.header, words + 20, self.stepper.sizeHint().height() + 12)
        return QSize(super().sizeHint().width(), tall)

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(_TITLE_LEAST + self._beside_title(), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Give the school's name what the folded stages leave over, whenever room or words are others."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            room = self.width() - self._beside_title()
            self._words.setMinimumWidth(max(_TITLE_LEAST, min(theme().scaled(_TITLE_WIDTH), room)))
        return super().event(event)

    def _beside_title(self) -> int:
        return self.stepper.minimumSizeHint().width() + self.status.sizeHint().width() + _EDGES

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), "surface")
            wash(painter, QRect(0, self.height() - 1, self.width(), 1), "line")
