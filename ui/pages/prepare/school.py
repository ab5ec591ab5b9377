"""The middle of preparation: facts of the school, kind of visit, and what was agreed last time."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ui.parts.check_earlier import EarlierActions
from ui.parts.fact_form import FactForm
from ui.widgets.chips import PickerChip
from ui.widgets.layout import column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card, Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.record import VisitRecord

_COLUMNS = 3
_MOST_SEGMENTS = 4
_MOST_LETTERS = 52


class SchoolPane(Panel):
    """What is known of the school before the visit."""

    def __init__(self, desk: Desk, earlier: VisitRecord | None) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("School"))
        self._desk = desk
        self._context: Segmented | PickerChip | None = None
        self._earlier = EarlierActions(desk, earlier)
        cards: list[QWidget] = []
        framework = desk.record.framework
        if framework.contexts:
            cards.append(self._context_card())
        if framework.school_facts:
            cards.append(self._facts_card())
        body = column(*cards, self._earlier, None, spacing=10, margins=(18, 14, 16, 12))
        self.setLayout(column((Scroll(wrap(body), self.tr("School")), 1), spacing=0))
        self.refresh()

    def refresh(self) -> None:
        """Show everything as the record now stands; the fields keep themselves."""
        self._earlier.refresh()
        if self._context is not None:
            self._context.set_current(self._desk.record.visit.context)

    def focus_earlier(self) -> None:
        """Put the focus on the actions of the visit before."""
        self._earlier.take_focus()

    def _facts_card(self) -> Card:
        record = self._desk.record
        title = record.school.name or self.tr("The school")
        fields = [(field, f"fact.{field.code}") for field in record.framework.school_facts]
        form = FactForm(self._desk, fields, self.tr("Facts of the school"), _COLUMNS)
        town = ", ".join(part for part in (record.school.town, record.school.local_authority) if part)
        head = row(Text(title, "heading", elide=True), None, Text(town, "caption", "text2"))
        return Card(column(head, 4, form, spacing=6), margins=(18, 12, 18, 14))

    def _context_card(self) -> Card:
        options = self._desk.record.framework.contexts
        name = self.tr("Kind of visit")
        short = sum(len(one.label) for one in options) <= _MOST_LETTERS and len(options) <= _MOST_SEGMENTS
        if short:
            self._context = Segmented([Segment(one.code, one.label) for one in options], name)
        else:
            self._context = PickerChip(name, placeholder=self.tr("Choose"), sticky=False)
            self._context.set_options([(one.code, one.label) for one in options])
        self._context.picked.connect(self._take_context)
        line = row(Text(name, "heading"), None, self._context, spacing=10)
        return Card(line, margins=(18, 9, 18, 9))

    def _take_context(self, code: str) -> None:
        visit = self._desk.record.visit
        self._desk.put(self.tr("Kind of visit chosen"), replace(visit, context=code))
