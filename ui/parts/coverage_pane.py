"""What has been seen so far and what has not: years by subjects, pupil groups, strands, and one gap."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.parts.coverage_rows import GroupRow, Legend, StrandRow, ToneCounts, count_words
from ui.parts.tag_words import short, terms
from ui.widgets.heat_map import HeatMap
from ui.widgets.icons import Icon
from ui.widgets.layout import Line, column, row, wrap
from ui.widgets.surfaces import Card, pane
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.coverage import Coverage, Tally, column_of, most_useful_gap
from visitapp.domain.evidence import Context
from visitapp.domain.framework import Term

_WIDTH = 284


class CoveragePane(QWidget):
    """The right pane of capture. `cell_wanted` brings the year and the column of a cell that was chosen.

    It counts only while it can be seen, and catches up when it is shown again.
    """

    cell_wanted = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._context = desk, Context()
        self._tally = Tally()
        self._stale = True
        framework = desk.record.framework
        self._groups = {term.code: GroupRow(short_name(term)) for term in terms(framework, "groups")}
        self._strands = {one.code: StrandRow(one.short or one.label) for one in framework.strands}
        self._tones = ToneCounts(framework.markers)
        self._total = Text("", "caption", "text3", tnum=True)
        self._map = self._make_map()
        self._gap = Text("", "small", wrap=True)
        self._gap_card = Card(
            row(Icon("compass", "develop", 18, 2), (self._gap, 1), spacing=10),
            fill="develop_soft",
            line=None,
            radius=10,
            margins=(12, 10, 12, 10),
        )
        self._lay_out()
        self.refresh()

    def refresh(self, context: Context | None = None) -> None:
        """Count again, in place; the context says where the reviewer is now."""
        self._context = context or self._context
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._show_counts()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _show_counts(self) -> None:
        record = self._desk.record
        coverage = self._tally.counted(record)
        self._total.set_text(count_words(coverage.notes))
        self._show_map(coverage)
        most = max(coverage.groups.values(), default=min(1, coverage.notes))
        for term in terms(record.framework, "groups"):
            count = coverage.groups.get(term.code, 0)
            self._groups[term.code].show_count(count, most)
            self._groups[term.code].setVisible(bool(count) or term.common)
        most = max((sum(tones.values()) for tones in coverage.strands.values()), default=1)
        for code, strand in self._strands.items():
            strand.show_counts(coverage.strands[code], most)
        self._tones.show_counts(coverage.tones)
        gap = most_useful_gap(record, coverage)
        if gap != self._gap.text():
            self._gap.set_text(gap)
        self._gap_card.setVisible(bool(gap))

    def _make_map(self) -> HeatMap:
        framework = self._desk.record.framework
        labels = {role: {term.code: short(term) for term in terms(framework, role)} for role in ("years", "subjects")}
        rows = [labels["years"].get(code, code) for code in framework.coverage_years]
        columns = [labels["subjects"].get(code, code) for code in framework.coverage_subjects]
        made = HeatMap(rows, columns, self.tr("Notes by year group and subject"))
        made.chosen.connect(self._on_cell)
        return made

    def _show_map(self, coverage: Coverage) -> None:
        counts: dict[tuple[int, int], int] = {}
        for (year, subject), count in coverage.cells.items():
            cell = self._cell(year, subject)
            if cell is not None:
                counts[cell] = counts.get(cell, 0) + count
        planned = [cell for pair in coverage.planned if (cell := self._cell(*pair)) is not None]
        years = self._context.years
        now = self._cell(years[0], self._context.subject) if len(years) == 1 else None
        self._map.set_counts(counts, planned, now)

    def _cell(self, year: str, subject: str) -> tuple[int, int] | None:
        framework = self._desk.record.framework
        held = column_of(self._desk.record, subject)
        if year not in framework.coverage_years or held not in framework.coverage_subjects:
            return None
        return framework.coverage_years.index(year), framework.coverage_subjects.index(held)

    def _on_cell(self, row_number: int, column_number: int) -> None:
        framework = self._desk.record.framework
        self.cell_wanted.emit(framework.coverage_years[row_number], framework.coverage_subjects[column_number])

    def _lay_out(self) -> None:
        framework = self._desk.record.framework
        head = row(Text(self.tr("Coverage"), "heading"), None, self._total, spacing=4)
        table = wrap(column(self._map, Legend(), 10, Line(), spacing=4))
        table.setVisible(bool(framework.coverage_years and framework.coverage_subjects))
        groups = wrap(
            column(Text(self.tr("Pupil groups"), "heading"), 2, *self._groups.values(), 10, Line(), spacing=7)
        )
        groups.setVisible(bool(self._groups))
        title = row(Text(self.tr("Strands"), "heading"), None, self._tones, spacing=4)
        strands = column(title, 2, *self._strands.values(), spacing=7)
        body = column(head, 2, table, 6, groups, 6, strands, None, spacing=4)
        side = pane(
            body, self._gap_card, name=self.tr("Coverage"), margins=(18, 16, 18, 8), edge="left", width=_WIDTH
        )
        self.setLayout(column(side))
        self.setAccessibleName(self.tr("Coverage"))


def short_name(term: Term) -> str:
    """Return the label of a term where it fits beside a bar, else its short form."""
    return term.label if len(term.label) <= 14 else short(term)
