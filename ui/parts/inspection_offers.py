"""Inspections typed for other visits to the same school: one press takes one over, nothing comes by itself."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.parts.offer_line import OfferLine
from ui.widgets.layout import clear, column, shown_if
from ui.widgets.tab_order import follow, stop_before
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.ids import new_id
from visitapp.domain.preparing import KnownInspection
from visitapp.domain.published.history import Event, history, not_yet_known
from visitapp.domain.published.scales import InspectionLists


class InspectionOffers(QWidget):
    """A button for each inspection that another visit knows and this one does not; gone when there is none."""

    def __init__(self, desk: Desk, lists: InspectionLists) -> None:
        super().__init__()
        self._desk, self._lists = desk, lists
        self._school, self._elsewhere = desk.record.school, self._ask()
        self._shown: tuple[KnownInspection, ...] = ()
        self._lines = column(spacing=5)
        words = self.tr("Typed for another visit to this school. Press one to use it here.")
        says = Text(words, "caption", "text2", wrap=True)
        self.setAccessibleName(self.tr("Inspections typed for other visits"))
        self.setLayout(column(says, self._lines, spacing=3, margins=(8, 2, 8, 2)))
        shown_if(self, False)

    def offer(self, events: Sequence[Event]) -> None:
        """Offer what is not among the inspections shown; once the school is another, or known by its number, what was
        typed of that one."""
        if self._desk.record.school != self._school:
            self._school, self._elsewhere = self._desk.record.school, self._ask()
        found = not_yet_known(self._elsewhere, events)
        shown_if(self, bool(found))
        if found == self._shown:
            return
        self._shown = found
        before = stop_before(self)
        clear(self._lines)
        for one in found:
            (event,) = history((), [one], self._lists)
            line = OfferLine(event.dated, one.source)
            line.setToolTip("\n".join((event.dated, *one.points)))
            line.taken.connect(partial(self._take, one))
            self._lines.addWidget(line)
            line.show()
        follow(before, self)

    def _ask(self) -> tuple[KnownInspection, ...]:
        elsewhere = self._desk.typed_elsewhere
        return elsewhere(self._desk.record) if elsewhere is not None else ()

    def _take(self, one: KnownInspection) -> None:
        words = self.tr("Inspection taken over from another visit")
        self._desk.put(words, replace(one, id=new_id(), visit_id=self._desk.visit_id))
