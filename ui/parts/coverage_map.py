"""Years by subjects as a table of counts, in the words of a framework."""

from PySide6.QtCore import Signal

from ui.parts.tag_words import short, terms
from ui.widgets.heat_map import HeatMap
from visitapp.domain.aspect import CELL, Aspect
from visitapp.domain.coverage import Coverage, column_of
from visitapp.domain.evidence import Context
from visitapp.domain.framework import Framework
from visitapp.domain.record import VisitRecord


class CoverageMap(HeatMap):
    """The heat map of a visit; `wanted` brings the aspect of a cell that was chosen."""

    wanted = Signal(object)

    def __init__(self, framework: Framework) -> None:
        self._years, self._subjects = framework.coverage_years, framework.coverage_subjects
        labels = {role: {term.code: short(term) for term in terms(framework, role)} for role in ("years", "subjects")}
        rows = [labels["years"].get(code, code) for code in self._years]
        columns = [labels["subjects"].get(code, code) for code in self._subjects]
        super().__init__(rows, columns, self.tr("Notes by year group and subject"))
        self.chosen.connect(self._on_chosen_cell)

    def show_coverage(self, record: VisitRecord, coverage: Coverage, context: Context) -> None:
        """Show the counts, what is planned and still empty, and the cell of the lesson in hand."""
        counts = {cell: count for pair, count in coverage.cells.items() if (cell := self._cell(*pair)) is not None}
        planned = [cell for pair in coverage.planned if (cell := self._cell(*pair)) is not None]
        years = context.years
        now = self._cell(years[0], column_of(record, context.subject)) if len(years) == 1 else None
        self.set_counts(counts, planned, now, coverage.notes)

    def _cell(self, year: str, subject: str) -> tuple[int, int] | None:
        if year not in self._years or subject not in self._subjects:
            return None
        return self._years.index(year), self._subjects.index(subject)

    def _on_chosen_cell(self, row: int, column: int) -> None:
        self.wanted.emit(Aspect(CELL, self._years[row], self._subjects[column]))
