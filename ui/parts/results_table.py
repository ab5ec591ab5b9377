"""The results as a real table: a line for each measure and group, a column for each year, pupils beside figures."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.parts.figure_cells import OF, FigureCell, FigureCells, FigureLine
from ui.parts.results_entered import row_title
from ui.parts.results_words import OWN
from ui.theme.theme import theme
from ui.widgets.surfaces import scroll_by_finger
from visitapp.domain.published.charted import (
    GAP_LOWER,
    GAP_MEASURE,
    GAP_UPPER,
    RESULTS,
    others_entered,
    result_gaps,
    results,
    sources_entered,
)
from visitapp.domain.published.figures import SCHOOL
from visitapp.domain.published.measures import Measures
from visitapp.domain.published.series import KnownFigures, Point, origin, said


class Place(NamedTuple):
    """Which figure a cell shows, so that one typed by hand can be taken away."""

    measure: str
    group: str
    year: str


class ResultsTable(QTableView):
    """Read by arrow keys. `away_wanted` brings the `Place` of a typed figure on which Delete was pressed."""

    away_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._cells = FigureCells(self, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._sources: tuple[str, ...] = ()
        self.setModel(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.setAccessibleName(self.tr("Results, year by year"))
        self.setAccessibleDescription(self.tr("Arrow keys move. Delete takes a typed figure away. Ctrl C copies."))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        scroll_by_finger(self)
        theme().changed.connect(self._fit)

    def show_figures(self, figures: KnownFigures, years: int, measures: Measures) -> None:
        """Show the same figures as the charts, with what stands beside them."""
        lines: list[FigureLine] = []
        series = [results(figures, measure, years) for measure in RESULTS]
        gaps = result_gaps(figures, years)
        others = others_entered(figures)
        self._sources = sources_entered(figures)
        shown = sorted(
            {year for one in series for year in one.years}
            | {one.year for one in gaps}
            | {point.year for *_, points in others for point in points}
        )
        for one in series:
            name = measures.measures[one.measure].short
            for label, points in (("", one.school), (self.tr("LA"), one.authority), (self.tr("England"), one.nation)):
                if points:
                    title = f"{name}, {label}" if label else name
                    group = "" if label else one.group
                    lines.append(self._line(title, shown, points, measures, one.measure, group))
        lower = {one.year: one.lower for one in gaps if one.lower is not None}
        upper = {one.year: one.upper for one in gaps if one.upper is not None}
        for group, points in ((GAP_LOWER, lower), (GAP_UPPER, upper)):
            title = f"{measures.measures[GAP_MEASURE].short}, {measures.groups[group].short.lower()}"
            lines.append(self._line(title, shown, points, measures, GAP_MEASURE, group))
        known = {one.year: one.points for one in gaps}
        apart = (FigureCell(f"{p:g}" if (p := known.get(year)) is not None else "") for year in shown)
        lines.append(FigureLine(self.tr("Gap, points"), tuple(apart)))
        for about, measure, of, entered in others:
            title, held = row_title(measures, about, measure, of), {one.year: one for one in entered}
            lines.append(self._line(title, shown, held, measures, measure, of if about == SCHOOL else ""))
        self._cells.show_lines(shown, lines)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the table, or take a typed figure away."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            place = self.currentIndex().data(OF)
            if isinstance(place, Place):
                self.away_wanted.emit(place)
            return
        super().keyPressEvent(event)

    def as_text(self) -> str:
        """Return the table as it is pasted into a sheet."""
        lines = [[line.title, *(cell.words for cell in line.cells)] for line in self._cells.lines]
        told = [[f"{OWN} {self.tr('Entered here, read in')}: {'; '.join(self._sources)}"]] if self._sources else []
        return "\n".join("\t".join(line) for line in [["", *self._cells.heads], *lines, *told])

    def _line(
        self,
        title: str,
        years: Sequence[str],
        points: Mapping[str, Point],
        measures: Measures,
        measure: str,
        group: str,
    ) -> FigureLine:
        cells = []
        for year in years:
            place = Place(measure, group, year) if group and _typed(points.get(year)) else None
            cells.append(self._cell(points.get(year), place, measures, measure))
        return FigureLine(title, tuple(cells))

    def _cell(self, point: Point | None, place: Place | None, measures: Measures, measure: str) -> FigureCell:
        words = self._words(point, measures, measure)
        if point is None or not (source := origin(point)):
            return FigureCell(words, place)
        away = self.tr(" Delete takes it away.") if place is not None else ""
        return FigureCell(words, place, f"{source[:1].upper()}{source[1:]}.{away}", f"{words}, {source}")

    def _words(self, point: Point | None, measures: Measures, measure: str) -> str:
        if point is None:
            return ""
        words = said(point, measures, measure)
        if point.value is None:
            words = words.partition(",")[0]
            return f"{OWN} {words}" if point.typed else words
        if point.cohort:
            words = self.tr("{figure} of {count}").format(figure=words, count=point.cohort)
        words = f"{OWN} {words}" if point.typed else words
        return self.tr("{figure}\npredicted").format(figure=words) if point.predicted else words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for a bar only where the years do not all fit."""
        super().resizeEvent(event)
        self._hold_height()

    def _fit(self) -> None:
        self.setFont(theme().font("small"))
        self.resizeRowsToContents()
        self._hold_height()

    def _hold_height(self) -> None:
        rows = sum(self.rowHeight(at) for at in range(self._cells.rowCount()))
        head = self.horizontalHeader()
        wanted = [max(self.sizeHintForColumn(at), head.sectionSizeHint(at)) for at in range(head.count())]
        wide = self.verticalHeader().sizeHint().width() + sum(wanted)
        head.setStretchLastSection(wide <= self.width())
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.width() else 0
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + bar + 2)


def _typed(point: Point | None) -> bool:
    return point is not None and point.typed
