"""The results as a real table: a line for each measure and group, a column for each year, pupils beside figures."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

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

_OF = Qt.ItemDataRole.UserRole


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
        self._cells = QStandardItemModel(self)
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
        self._cells.clear()
        series = [results(figures, measure, years) for measure in RESULTS]
        gaps = result_gaps(figures, years)
        others = others_entered(figures)
        self._sources = sources_entered(figures)
        shown = sorted(
            {year for one in series for year in one.years}
            | {one.year for one in gaps}
            | {point.year for *_, points in others for point in points}
        )
        self._cells.setHorizontalHeaderLabels(shown)
        for one in series:
            name = measures.measures[one.measure].short
            for label, points in (("", one.school), (self.tr("LA"), one.authority), (self.tr("England"), one.nation)):
                if points:
                    title = f"{name}, {label}" if label else name
                    group = "" if label else one.group
                    self._add(title, shown, points, measures, one.measure, group)
        lower = {one.year: one.lower for one in gaps if one.lower is not None}
        upper = {one.year: one.upper for one in gaps if one.upper is not None}
        for group, points in ((GAP_LOWER, lower), (GAP_UPPER, upper)):
            title = f"{measures.measures[GAP_MEASURE].short}, {measures.groups[group].short.lower()}"
            self._add(title, shown, points, measures, GAP_MEASURE, group)
        known = {one.year: one.points for one in gaps}
        self._add_row(self.tr("Gap, points"), [f"{p:g}" if (p := known.get(y)) is not None else "" for y in shown])
        for about, measure, of, entered in others:
            title = row_title(measures, about, measure, of)
            self._add(
                title, shown, {one.year: one for one in entered}, measures, measure, of if about == SCHOOL else ""
            )
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the table, or take a typed figure away."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            place = self.currentIndex().data(_OF)
            if isinstance(place, Place):
                self.away_wanted.emit(place)
            return
        super().keyPressEvent(event)

    def as_text(self) -> str:
        """Return the table as it is pasted into a sheet."""
        down, across = range(self._cells.rowCount()), range(self._cells.columnCount())
        heads = [str(self._cells.horizontalHeaderItem(at).text()) for at in across]
        lines = [
            [self._cells.verticalHeaderItem(at).text(), *(self._cells.item(at, to).text() for to in across)]
            for at in down
        ]
        told = [[f"{OWN} {self.tr('Entered here, read in')}: {'; '.join(self._sources)}"]] if self._sources else []
        return "\n".join("\t".join(line) for line in [["", *heads], *lines, *told])

    def _add(
        self,
        title: str,
        years: Sequence[str],
        points: "dict[str, Point] | object",
        measures: Measures,
        measure: str,
        group: str,
    ) -> None:
        held = dict(points)  # type: ignore[call-overload]
        words = [self._words(held.get(year), measures, measure) for year in years]
        places = [Place(measure, group, year) if group and _typed(held.get(year)) else None for year in years]
        self._add_row(title, words, places, [origin(held[year]) if year in held else "" for year in years])

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

    def _add_row(
        self, title: str, words: Sequence[str], places: Sequence[Place | None] = (), origins: Sequence[str] = ()
    ) -> None:
        items = []
        for number, text in enumerate(words):
            item = QStandardItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if number < len(places) and places[number] is not None:
                item.setData(places[number], _OF)
            if number < len(origins) and origins[number]:
                told = origins[number][:1].upper() + origins[number][1:]
                away = self.tr(" Delete takes it away.") if item.data(_OF) is not None else ""
                item.setToolTip(f"{told}.{away}")
                item.setData(f"{text}, {origins[number]}", Qt.ItemDataRole.AccessibleTextRole)
            items.append(item)
        self._cells.appendRow(items)
        self._cells.setVerticalHeaderItem(self._cells.rowCount() - 1, QStandardItem(title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for a bar only where the years do not all fit."""
        super().resizeEvent(event)
        self._hold_height()

    def _fit(self) -> None:
        small = theme().font("small")
        self.setFont(small)
        heads = [self._cells.horizontalHeaderItem(at) for at in range(self._cells.columnCount())]
        heads += [self._cells.verticalHeaderItem(at) for at in range(self._cells.rowCount())]
        for head in heads:
            head.setFont(small)
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
