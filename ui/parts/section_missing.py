"""What a section must still say or be given, or names wrongly, in the page itself: it never prints."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.chips import Chip
from ui.widgets.flow import Flow
from ui.widgets.layout import clear, shown_if
from ui.workspace.desk import Desk
from visitapp.domain.framework import Section
from visitapp.domain.matters import Matter, matters_of
from visitapp.domain.matters.of_tracing import FIGURE, UNKNOWN


class SectionMissing(QWidget):
    """A pill for each thing the section lacks or names that is not so; `wanted` brings the one that was pressed.

    Gone when nothing is.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, section: Section) -> None:
        super().__init__()
        self._desk, self._place = desk, f"report:{section.code}"
        self._flow = Flow(spacing=6)
        self._shown: tuple[Matter, ...] = ()
        self.setLayout(self._flow)
        self.setAccessibleName(self.tr("Still missing in {heading}").format(heading=section.heading))
        self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show what is missing as the record now stands."""
        found = tuple(one for one in matters_of(self._desk.record, self._place) if one.kind in _LACKING)
        if found == self._shown:
            return
        self._shown = found
        clear(self._flow)
        for one in found:
            pill = Chip(one.words, tone="risk", small=True, command=True)
            pill.clicked.connect(self._on_clicked)
            self._flow.addWidget(pill)
        shown_if(self, bool(found))

    def _on_clicked(self) -> None:
        place = self._flow.indexOf(self.sender())
        if 0 <= place < len(self._shown):
            self.wanted.emit(self._shown[place])


_LACKING = frozenset(("section-silent", "field-empty", UNKNOWN, FIGURE))
