"""What the evidence covers before an estimate is made, in a few lines."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.checks import StateRow
from ui.widgets.layout import clear, column, shown_if
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.covered import Covered, covered


class EvidenceCovers(QWidget):
    """A line for each thing the programme wants covered. `place_wanted` brings where evidence is taken."""

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Covered, ...] | None = None
        self._lines = column(spacing=2)
        title = self.tr("Evidence covers")
        self.setLayout(column(Text(title, "heading"), self._lines, spacing=6))
        self.setAccessibleName(title)
        self.refresh()

    def refresh(self) -> None:
        """Count the evidence as it is now."""
        found = covered(self._desk.record)
        if found == self._shown:
            return
        self._shown = found
        clear(self._lines)
        for one in found:
            line = StateRow(one.text, "warn" if one.missing else "ok", one.missing)
            line.clicked.connect(partial(self.place_wanted.emit, "capture"))
            self._lines.addWidget(line)
        shown_if(self, bool(found))
