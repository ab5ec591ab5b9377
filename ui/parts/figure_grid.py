"""A small grid to type figures into: a line for each measure and group, two cells for each year."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHeaderView, QTableView

from ui.parts.figure_cells import FigureCell, FigureCells, FigureLine
from ui.theme.theme import theme
from ui.widgets.surfaces import scroll_by_finger
from visitapp.domain.published.charted import GAP_LOWER, GAP_MEASURE, GAP_UPPER, RESULTS
from visitapp.domain.published.measures import ALL, Measures
from visitapp.domain.published.pasted import lines_of_grid

_ROWS = (
    *((measure, ALL) for measure in RESULTS),
    (GAP_MEASURE, GAP_LOWER),
    (GAP_MEASURE, GAP_UPPER),
    ("gld", ALL),
    ("attendance", ALL),
    ("suspensions", ALL),
    ("reduced-hours", ALL),
)
_YEARS_BACK, _LAST_MONTH = 4, 8


class FigureGrid(QTableView):
    """Four years back and one ahead. `edited` tells that something else stands in it."""

    edited = Signal()

    def __init__(self, measures: Measures, today: date) -> None:
        super().__init__()
        self._measures = measures
        last = today.year + (today.month > _LAST_MONTH)
        self._years = [str(year) for year in range(last - _YEARS_BACK, last + 1)]
        self._cells = FigureCells(self, Qt.AlignmentFlag.AlignCenter, editable=True)
        heads = [words for year in self._years for words in (year, self.tr("pupils"))]
        self._cells.show_lines(heads, [FigureLine(self._title(*one), (FigureCell(),) * len(heads)) for one in _ROWS])
        self.setModel(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.setAccessibleName(self.tr("Figures by year"))
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCornerButtonEnabled(False)
        scroll_by_finger(self)
        theme().changed.connect(self._fit)
        self._fit()
        self._cells.edited.connect(self.edited)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """Return what stands in the grid as a table with a header."""
        rows = [
            (measure, group, year, line.cells[2 * at].words.strip(), line.cells[2 * at + 1].words.strip())
            for (measure, group), line in zip(_ROWS, self._cells.lines, strict=True)
            for at, year in enumerate(self._years)
        ]
        return tuple(lines_of_grid(rows))

    def place_of(self, line: int) -> str:
        """Return which measure and year a line of the table is, counted from one."""
        measure, group, year = self.table()[line - 1][:3]
        return f"{self._title(measure, group)}, {year}"

    def _title(self, measure: str, group: str) -> str:
        known = self._measures.measures[measure].short
        return known if group == ALL else f"{known}, {self._measures.groups[group].short.lower()}"

    def _fit(self) -> None:
        self.setFont(theme().font("small"))
        for at in range(self._cells.columnCount()):
            self.setColumnWidth(at, theme().scaled(42 if at % 2 == 0 else 46))
        height = max(theme().metrics.least, theme().line_height("body") + 8)
        self.verticalHeader().setDefaultSectionSize(height)
        bars = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        self.setMaximumHeight(height * len(_ROWS) + bars + 4)
