"""Counts in a table of rows and columns, as depth of colour and as figures."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import focus_ring, rounded
from ui.theme.theme import theme
from ui.widgets.pressable import paint_centred, paint_words

Cell = tuple[int, int]
Index = QModelIndex | QPersistentModelIndex
_GAP = 3
_TOP = 20
_CELL = 27
_FROM = (1, 2, 4, 6)
_SMALLEST = 10


class HeatMap(QTableView):
    """A table of counts walked by arrow keys; `chosen` brings row and column on Enter or a click.

    `planned` cells that hold nothing are dashed; the cell `now` has a dark edge.
    """

    chosen = Signal(int, int)

    def __init__(self, rows: Sequence[str], columns: Sequence[str], name: str, *, label_width: int = 22) -> None:
        super().__init__()
        self._label_width = label_width
        self.cells = CoverageCells(rows, columns)
        self.setModel(self.cells)
        self.setItemDelegate(_CellPainter(self))
        self.setHorizontalHeader(_Labels(Qt.Orientation.Horizontal))
        self.setVerticalHeader(_Labels(Qt.Orientation.Vertical))
        for widget in (self, self.horizontalHeader(), self.verticalHeader()):
            widget.setAccessibleName(name)
        self._set_up()
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        theme().changed.connect(self._resize)
        self._resize()

    def set_counts(
        self, counts: Mapping[Cell, int], planned: Iterable[Cell] = (), now: Cell | None = None, total: int = 0
    ) -> None:
        """Show counts by (row, column), what is planned, where one is now, and what the counts are out of."""
        self.cells.set_counts(counts, planned, now, total)
        self.setAccessibleDescription(self._gaps())

    def sizeHint(self) -> QSize:
        """Return room for every row."""
        return QSize(self._label_width + self.cells.columnCount() * 38, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width its columns can take."""
        return QSize(self._label_width + self.cells.columnCount() * 30, self.height())

    def updateGeometries(self) -> None:
        """Lay the table out without the corner between its labels."""
        super().updateGeometries()
        for corner in self.findChildren(QAbstractButton):
            corner.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the cell one is at, or the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.cells.start())
        super().focusInEvent(event)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(8)

    def _resize(self) -> None:
        sizes = theme()
        top, cell = sizes.fit(_TOP, "captionm", 4), sizes.fit(_CELL, "label", 10)
        cell = max(cell, sizes.metrics.least)
        self.horizontalHeader().setFixedHeight(top)
        self.verticalHeader().setFixedWidth(max(self._label_width, self._widest_label()))
        self.setFixedHeight(top + self.cells.rowCount() * (cell + _GAP))

    def _widest_label(self) -> int:
        labels = [self.cells.row_label(row) for row in range(self.cells.rowCount())]
        return int(max((theme().text_width(label, "captionm") for label in labels), default=0)) + 6

    def _gaps(self) -> str:
        gaps = ", ".join(self.cells.cell_name(cell) for cell in self.cells.gaps())
        return self.tr("Planned but no evidence yet: {gaps}").format(gaps=gaps) if gaps else ""

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row(), index.column())


class CoverageCells(QAbstractTableModel):
    """Counts, plans and the cell one is at, by row and column."""

    def __init__(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        super().__init__()
        self._rows, self._columns = tuple(rows), tuple(columns)
        self._counts: dict[Cell, int] = {}
        self._planned: frozenset[Cell] = frozenset()
        self._now: Cell | None = None
        self._total = 0

    def set_counts(
        self, counts: Mapping[Cell, int], planned: Iterable[Cell], now: Cell | None, total: int = 0
    ) -> None:
        """Hold other counts; only cells that look different now are drawn again."""
        before, self._total = self._looks(), total
        self._counts, self._planned, self._now = dict(counts), frozenset(planned), now
        for cell, look in self._looks().items():
            if look != before[cell]:
                self.dataChanged.emit(self.index(*cell), self.index(*cell))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> str | None:
        """Return a row's or column's label."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self._columns if orientation == Qt.Orientation.Horizontal else self._rows)[section]

    def data(self, index: Index, role: int = 0) -> str | None:
        """Return a cell's figure, and its words for a screen reader."""
        cell = (index.row(), index.column())
        count = self.count(cell)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(count) if count else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.cell_name(cell)}: {self._state(cell)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self.cell_name(cell)}: {self._state(cell)}"
        return None

    def count(self, cell: Cell) -> int:
        """Return the figure in a cell."""
        return self._counts.get(cell, 0)

    def is_gap(self, cell: Cell) -> bool:
        """Tell whether something was planned there and nothing seen."""
        return cell in self._planned and not self.count(cell)

    def is_now(self, cell: Cell) -> bool:
        """Tell whether one is at this cell."""
        return cell == self._now

    def gaps(self) -> list[Cell]:
        """Return the cells planned and still empty, in reading order."""
        return [cell for cell in sorted(self._planned) if self.is_gap(cell)]

    def start(self) -> QModelIndex:
        """Return the cell one is at, or the first."""
        return self.index(*(self._now or (0, 0)))

    def row_label(self, row: int) -> str:
        """Return a row's label."""
        return self._rows[row]

    def cell_name(self, cell: Cell) -> str:
        """Return a cell's row and column in words."""
        return f"{self._rows[cell[0]]} {self._columns[cell[1]]}"

    def _looks(self) -> dict[Cell, tuple[int, bool, bool]]:
        cells = product(range(len(self._rows)), range(len(self._columns)))
        return {cell: (self.count(cell), self.is_gap(cell), self.is_now(cell)) for cell in cells}

    def _state(self, cell: Cell) -> str:
        if self.is_gap(cell):
            return self.tr("planned, none yet")
        count, total = self.count(cell), self._total
        if total:
            words = self.tr("{count} of 1 note") if total == 1 else self.tr("{count} of {total} notes")
        else:
            words = self.tr("1 note") if count == 1 else self.tr("{count} notes")
        return words.format(count=count, total=total)


class _CellPainter(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        table, cell = option.widget, (index.row(), index.column())
        if not isinstance(table, HeatMap):
            return
        cells = table.cells
        rect = QRectF(option.rect).adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
        _paint_count(painter, rect, cells.count(cell), gap=cells.is_gap(cell))
        if cells.is_now(cell):
            rounded(painter, rect.adjusted(-1, -1, 1, 1), 6, None, "text", 2)
        if table.currentIndex() == index and shows_ring(table):
            focus_ring(painter, rect.adjusted(2, 2, -2, -2), 4)


class _Labels(QHeaderView):
    """Plain labels; they are read with each cell, so they take no focus."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one label."""
        label = self.model().headerData(section, self.orientation(), Qt.ItemDataRole.DisplayRole)
        place = QRectF(rect)
        font = _narrowed(label, place.width())
        if self.orientation() == Qt.Orientation.Horizontal:
            paint_centred(painter, place.adjusted(0, 0, 0, -4), label, font, "text2")
        else:
            paint_words(painter, place, label, font, "text2")


def _narrowed(label: str, width: float) -> QFont:
    font = QFont(theme().font("captionm"))
    while QFontMetricsF(font).horizontalAdvance(label) > width + 2 and font.pixelSize() > _SMALLEST:
        font.setPixelSize(font.pixelSize() - 1)
    return font


def _paint_count(painter: QPainter, rect: QRectF, count: int, *, gap: bool) -> None:
    palette = theme().palette
    if gap:
        rounded(painter, rect.adjusted(0.3, 0.3, -0.3, -0.3), 5, None, "develop_solid", 1.4, (2.6, 2.4))
        return
    level = sum(count >= start for start in _FROM)
    rounded(painter, rect, 5, QColor(palette.heat[level]), "line" if palette.name == "contrast" else None)
    if count:
        painter.setFont(theme().font("label", tnum=True))
        painter.setPen(QColor(palette.heat_text[level]))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(count))
