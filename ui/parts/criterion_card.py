"""The criteria of a framework, weighed one by one by a person."""

from functools import partial

from PySide6.QtCore import Qt

from ui.parts.bearing_sheet import FINDINGS, NOTES, BearingSheet
from ui.parts.criterion_row import CriterionRow
from ui.widgets.layout import Line, column, row
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.criteria import applicable_criteria, considered_criteria, criterion_key


class CriterionCard(Card):
    """A row for each criterion, and how many of those that apply were considered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._private = desk, False
        judgement = desk.record.framework.judgement
        title = judgement.criteria_title or self.tr("Criteria")
        self._considered = Text("", "caption", "text2", tnum=True)
        self.rows = [CriterionRow(desk, one) for one in judgement.criteria]
        layout = column(row(Text(title, "heading"), None, self._considered, spacing=6), spacing=1)
        data = self.tr("Data is not a judgement.")
        said = (judgement.criteria_note, data if any(one.facts for one in judgement.criteria) else "")
        if any(said):
            layout.addWidget(Text(" ".join(part for part in said if part), "caption", "text2", wrap=True))
        layout.addSpacing(6)
        for one in self.rows:
            layout.addWidget(Line())
            layout.addWidget(one)
            one.walked.connect(self._walk)
            one.evidence_wanted.connect(partial(self.show_evidence, one.criterion.code))
        layout.setContentsMargins(18, 14, 12, 6)
        self.setLayout(layout)
        self.setAccessibleName(title)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        for one in self.rows:
            one.refresh()
        done, asked = len(considered_criteria(self._desk.record)), len(applicable_criteria(self._desk.record))
        self._considered.set_text(self.tr("{done} of {all} considered").format(done=done, all=asked))

    def show_private(self, shown: bool) -> None:
        """Offer private notes as evidence, or not."""
        self._private = shown

    def show_evidence(self, code: str, scope: str = NOTES) -> BearingSheet:
        """Open the evidence on a criterion: its notes, or its findings."""
        found = next(one for one in self.rows if one.criterion.code == code)
        criterion = found.criterion
        title = f"{criterion.letter}  {criterion.short}"
        sheet = BearingSheet(
            self.window(), self._desk, criterion_key(criterion), title, criterion.text, private=self._private
        )
        sheet.show_scope(scope)
        sheet.open()
        return sheet

    def show_findings(self, code: str) -> None:
        """Open the findings a criterion may be linked with."""
        self.show_evidence(code, FINDINGS)

    def _walk(self, step: int) -> None:
        here = next((number for number, one in enumerate(self.rows) if one is self.sender()), 0)
        self.rows[max(0, min(len(self.rows) - 1, here + step))].setFocus(Qt.FocusReason.ShortcutFocusReason)
