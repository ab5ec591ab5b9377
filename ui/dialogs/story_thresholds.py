"""Below and above which per cent the schools of an authority are counted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.fields import TextField
from ui.widgets.layout import row
from visitapp.domain.published.cells import number_in
from visitapp.domain.published.story_table import Thresholds

_WIDTH = 84


class StoryThresholds(QWidget):
    """Two fields; `changed` tells that `said` is another. What is no per cent goes back to what stood there."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = Thresholds()
        self.below = TextField(self.tr("Below, %"), width=_WIDTH)
        self.at_least = TextField(self.tr("At or above, %"), width=_WIDTH)
        self.setLayout(row(self.below, self.at_least, spacing=12))
        self._show()
        self.below.done.connect(self._take)
        self.at_least.done.connect(self._take)

    def _take(self, _text: str) -> None:
        asked = [number_in(field.text()) for field in (self.below, self.at_least)]
        before = (self.said.below, self.said.at_least)
        below, at_least = (
            was if now is None or not 0 <= now <= 100 else now for now, was in zip(asked, before, strict=True)
        )
        self.said = Thresholds(below, at_least)
        self._show()
        if (below, at_least) != before:
            self.changed.emit()

    def _show(self) -> None:
        self.below.set_text(f"{self.said.below:g}")
        self.at_least.set_text(f"{self.said.at_least:g}")
