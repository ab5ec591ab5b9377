"""The results of a school over some years: three small charts, or the same as a table; and the way to enter more."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.parts.results_entered import EnteredFigures
from ui.parts.results_table import Place, ResultsTable
from ui.parts.results_words import chart_beside, chart_points, gap_described, gap_rows, why_missing
from ui.theme.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.empty import EmptyState
from ui.widgets.figure_chart import FigureChart
from ui.widgets.gap_chart import GapChart
from ui.widgets.icons import Icon
from ui.widgets.layout import Line, column, row, shown_if, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.gathering import Gathering
from visitapp.domain.published.charted import (
    GAP_LOWER,
    GAP_MEASURE,
    GAP_UPPER,
    RESULTS,
    result_gaps,
    results,
)
from visitapp.domain.published.series import described
from visitapp.frameworks.measures import load_measures

_YEARS = 4
_LEAST = 172
_MOST = 3
_GAPS = "gaps"
_ENTER, _MATCH = "enter", "match"


class ResultsCard(Card):
    """`paste_wanted` asks for the sheet to enter figures, `match_wanted` for the one that finds the school,
    `tables_wanted` for the tables of outcomes of the school."""

    paste_wanted = Signal()
    match_wanted = Signal()
    tables_wanted = Signal()

    def __init__(self, gathering: Gathering) -> None:
        self._gathering, self._measures = gathering, load_measures()
        self._room, self._laid = _MOST, ([""], 0)
        self._wanted = dict.fromkeys((*RESULTS, _GAPS), True)
        super().__init__()
        self.setAccessibleName(self.tr("Results"))
        self.years = PickerChip(self.tr("Years shown"), sticky=False, small=True)
        self.years.set_options(
            [("3", self.tr("Three years")), ("4", self.tr("Four years")), ("5", self.tr("Five years"))]
        )
        self.years.set_current(str(_YEARS))
        self.as_table = Button(self.tr("Table"), "quiet", icon="table-2", small=True, checked=False)
        self.paste = Button(self.tr("Paste figures"), "quiet", icon="clipboard-list", small=True)
        self.tables = Button(self.tr("Outcome tables"), "quiet", icon="file-text", small=True)
        self.lines = {code: FigureChart() for code in RESULTS}
        self.gaps = GapChart()
        self.table = ResultsTable()
        self._missing = {code: Text("", "caption", "text2", wrap=True) for code in RESULTS}
        self._charts = self._make_charts()
        self._legend = self._make_legend()
        self._source = Text("", "caption", "text2", wrap=True)
        self._entered = EnteredFigures()
        self._empty = self._make_empty()
        head = row(
            Text(self.tr("Results"), "heading"), None, self.years, self.as_table, self.tables, self.paste, spacing=6
        )
        parts = (head, self._charts, self.table, self._legend, self._entered, self._source, self._empty)
        self.setLayout(column(*parts, spacing=6, margins=(18, 8, 18, 10)))
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        figures, years = self._gathering.figures(), int(self.years.current() or _YEARS)
        known = self._is_drawn = False
        for code in RESULTS:
            series = results(figures, code, years)
            self._wanted[code] = bool(series.school) or self._gathering.has_pupils(self._measures.ages(code))
            known = self._is_drawn = known or (self._wanted[code] and not series.is_empty)
            points = chart_points(series, marked=figures.has_published)
            self.lines[code].set_chart(points, chart_beside(series), described(series, self._measures))
            why = why_missing(series)
            self._missing[code].set_text(why if series.years else self.tr("Nothing known yet"))
            self._missing[code].setVisible(bool(why) or not series.years)
        gaps = result_gaps(figures, years)
        shown_if(self._groups, bool(gaps))
        self._wanted[_GAPS] = bool(gaps) or self._gathering.has_pupils(self._measures.ages(GAP_MEASURE))
        groups = (self._measures.group_label(GAP_LOWER).lower(), self._measures.group_label(GAP_UPPER).lower())
        rows = gap_rows(gaps, self._measures, GAP_MEASURE, marked=figures.has_published)
        self.gaps.set_rows(rows, gap_described(gaps, self._measures, GAP_MEASURE, groups))
        self._no_gaps.setVisible(not gaps)
        has_others = self._entered.show_figures(figures, self._measures, beside_table=self.as_table.isChecked())
        self._is_drawn = self._is_drawn or bool(gaps)
        known = known or bool(gaps) or has_others
        self.table.show_figures(figures, years, self._measures)
        self._source.set_text("  ".join(self._gathering.sources()))
        self._arrange(self._room)
        self._show(known=known)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many charts side by side as there is room for."""
        super().resizeEvent(event)
        self._arrange(max(1, min(_MOST, (event.size().width() - 36) // theme().scaled(_LEAST))))

    def _connect(self) -> None:
        self.years.picked.connect(self.refresh)
        self.as_table.toggled.connect(self.refresh)
        self.paste.clicked.connect(self.paste_wanted)
        self.tables.clicked.connect(self.tables_wanted)
        self.table.away_wanted.connect(self._take_away)
        self._empty.acted.connect(self._on_acted)

    def _show(self, *, known: bool) -> None:
        is_table = self.as_table.isChecked()
        self._charts.setVisible(known and not is_table)
        self._legend.setVisible(self._is_drawn and not is_table)
        self.table.setVisible(known and is_table)
        self._source.setVisible(self._is_drawn and bool(self._source.text()))
        for one in (self.years, self.as_table, self.paste):
            one.setVisible(known)
        self.tables.setVisible(known and self._gathering.told_by_tables() is not None)
        self._empty.setVisible(not known)

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "chart-no-axes-column",
            self.tr("No results are known yet"),
            self.tr(
                "Match the school to the register and read published files in under Library, or paste what the "
                "school or the authority sent. Phonics and predictions are published for no school."
            ),
            [
                (_ENTER, self.tr("Paste figures"), "clipboard-list"),
                (_MATCH, self.tr("Match to the register"), "search"),
            ],
        )

    def _make_charts(self) -> QWidget:
        titles = {
            RESULTS[0]: self.tr("Key stage 2 combined, %"),
            RESULTS[1]: self.tr("Year 1 phonics, %"),
        }
        self._cells: dict[str, QWidget] = {
            code: wrap(
                column(
                    Text(titles[code], "small", weight=500, elide=True),
                    self.lines[code],
                    self._missing[code],
                    None,
                    spacing=3,
                )
            )
            for code in RESULTS
        }
        gap_title = Text(self.tr("Disadvantaged and other"), "small", weight=500, elide=True)
        self._no_gaps = Text(self.tr("Nothing known yet"), "caption", "text2")
        self._cells[_GAPS] = wrap(column(gap_title, self._no_gaps, self.gaps, None, spacing=9))
        self._between = [Line(vertical=True) for _ in list(self._cells)[1:]]
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(13)
        self._grid.setVerticalSpacing(10)
        self._arrange(_MOST)
        return wrap(self._grid)

    def _arrange(self, room: int) -> None:
        """Lay out the charts of what the school's pupils are measured in, and of whatever is known all the same."""
        wanted = [code for code in self._cells if self._wanted[code]]
        self._room, columns = room, max(1, min(room, len(wanted)))
        if (wanted, columns) == self._laid:
            return
        self._laid = (wanted, columns)
        for code, cell in self._cells.items():
            shown_if(cell, code in wanted)
        for number, code in enumerate(wanted):
            self._grid.addWidget(self._cells[code], number // columns, 2 * (number % columns))
        for number, line in enumerate(self._between):
            self._grid.addWidget(line, 0, 2 * number + 1)
            shown_if(line, number + 1 < columns == len(wanted))
        for number in range(len(self._cells)):
            self._grid.setColumnStretch(2 * number, 1 if number < columns else 0)

    def _make_legend(self) -> QWidget:
        left = self.tr("Open point: the school\u2019s own prediction. Small figures: pupils.")
        self._groups = Text(self.tr("Filled: disadvantaged. Open: other."), "caption", "text2")
        mark = Icon("circle", "accent", 13, 2.4)
        return wrap(row(mark, (Text(left, "caption", "text2", wrap=True), 1), self._groups, spacing=7))

    def _take_away(self, place: Place) -> None:
        self._gathering.take_away(*place)

    def _on_acted(self, code: str) -> None:
        if code == _ENTER:
            self.paste_wanted.emit()
        else:
            self.match_wanted.emit()
