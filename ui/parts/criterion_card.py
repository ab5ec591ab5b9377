"""The criteria of a framework, weighed one by one by a person."""

from PySide6.QtCore import Qt

from ui.parts.criterion_row import CriterionRow, criterion_key
from ui.widgets.layout import Line, column, row
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk


class CriterionCard(Card):
    """A row for each criterion, and how many were considered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        judgement = desk.record.framework.judgement
        title = judgement.criteria_title or self.tr("Criteria")
        self._considered = Text("", "caption", "text2", tnum=True)
        self.rows = [CriterionRow(desk, one) for one in judgement.criteria]
        layout = column(row(Text(title, "heading"), None, self._considered, spacing=6), spacing=1)
        if judgement.criteria_note:
            layout.addWidget(Text(judgement.criteria_note, "caption", "text2", wrap=True))
        layout.addSpacing(6)
        for one in self.rows:
            layout.addWidget(Line())
            layout.addWidget(one)
            one.walked.connect(self._walk)
        layout.setContentsMargins(18, 14, 12, 6)
        self.setLayout(layout)
        self.setAccessibleName(title)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        for one in self.rows:
            one.refresh()
        criteria = self._desk.record.framework.judgement.criteria
        done = sum(self._desk.record.answer(criterion_key(one)).value is not None for one in criteria)
        self._considered.set_text(self.tr("{done} of {all} considered").format(done=done, all=len(criteria)))

    def _walk(self, step: int) -> None:
        here = next((number for number, one in enumerate(self.rows) if one is self.sender()), 0)
        self.rows[max(0, min(len(self.rows) - 1, here + step))].setFocus(Qt.FocusReason.ShortcutFocusReason)
