"""The right of the report: evidence for the section, what is unmet, and the way out."""

from PySide6.QtCore import Signal

from ui.parts.report_checks import ReportChecks
from ui.parts.report_evidence import ReportEvidence
from ui.parts.style_figures import StyleFigures
from ui.widgets.buttons import Button
from ui.widgets.layout import Line, column
from ui.widgets.surfaces import Panel
from ui.workspace.desk import Desk

_WIDTH = 344


class ReportSide(Panel):
    """Evidence above, checks below, Export at the foot. All three stay in view; the lists scroll."""

    export_wanted = Signal()
    hand_over_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(edge="left")
        self.setAccessibleName(self.tr("Evidence and checks"))
        self.evidence = ReportEvidence(desk)
        self.checks = ReportChecks(desk)
        self.figures = StyleFigures()
        self.checks.style_reading.changed.connect(self._show_figures)
        words = self.tr("Export to Word")
        export = Button(words, "primary", icon="file-output", keys="Ctrl Shift E", large=True, wide=True, name=words)
        export.clicked.connect(self.export_wanted)
        hand_over = Button(self.tr("Hand over everything so far"), "quiet", small=True, wide=True)
        hand_over.clicked.connect(self.hand_over_wanted)
        lists = (
            (self.evidence, 11),
            4,
            Line(),
            8,
            (self.checks, 9),
            2,
            self.checks.note,
            4,
            Line(),
            2,
            self.figures,
            4,
        )
        layout = column(*lists, export, 2, hand_over, spacing=2, margins=(16, 12, 18, 8))
        self.setLayout(layout)
        self.set_width(_WIDTH)

    def _show_figures(self) -> None:
        self.figures.show_reading(self.checks.style_reading.reading)
