"""Cells of a table of figures, as Qt's views read them.

Kept as values, not as Qt's standard items: what Qt has deleted of those, Python may still take for the next thing at
the same place in memory.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
OF = Qt.ItemDataRole.UserRole
"""The role under which a cell gives what its words are of."""


class FigureCell(NamedTuple):
    """What stands in a cell: its words, what they are `of`, what a pointer over it is told, and what is heard."""

    words: str = ""
    of: object = None
    told: str = ""
    heard: str = ""


class FigureLine(NamedTuple):
    """A line of the table: its title and a cell for each head."""

    title: str
    cells: tuple[FigureCell, ...]


class FigureCells(QAbstractTableModel):
    """Lines below heads. `edited` tells that something was typed, which only `editable` cells allow."""

    edited = Signal()

    def __init__(self, parent: QObject, align: Qt.AlignmentFlag, *, editable: bool = False) -> None:
        super().__init__(parent)
        self._align = align
        self._editable = editable
        self._heads: tuple[str, ...] = ()
        self._lines: list[FigureLine] = []

    @property
    def heads(self) -> tuple[str, ...]:
        """Return what stands over the columns."""
        return self._heads

    @property
    def lines(self) -> tuple[FigureLine, ...]:
        """Return the lines."""
        return tuple(self._lines)

    def show_lines(self, heads: Sequence[str], lines: Sequence[FigureLine]) -> None:
        """Hold these."""
        self.beginResetModel()
        self._heads, self._lines = tuple(heads), list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many heads there are."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return one thing about a cell."""
        if not index.isValid():
            return None
        cell = self._lines[index.row()].cells[index.column()]
        return {
            Qt.ItemDataRole.DisplayRole: cell.words,
            Qt.ItemDataRole.EditRole: cell.words,
            Qt.ItemDataRole.AccessibleTextRole: cell.heard or cell.words,
            Qt.ItemDataRole.ToolTipRole: cell.told or None,
            Qt.ItemDataRole.TextAlignmentRole: self._align,
            OF: cell.of,
        }.get(Qt.ItemDataRole(role))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write into a cell, as typing does."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not self._editable:
            return False
        line = self._lines[index.row()]
        cells = list(line.cells)
        cells[index.column()] = FigureCell(str(value))
        self._lines[index.row()] = FigureLine(line.title, tuple(cells))
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a cell be chosen, and written into where that is meant."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable and index.isValid() else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a head or the title of a line, and the letters both are set in."""
        if role == Qt.ItemDataRole.FontRole:
            return theme().font("small")
        titles = self._heads if orientation == Qt.Orientation.Horizontal else [one.title for one in self._lines]
        is_read = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return titles[section] if is_read and 0 <= section < len(titles) else None
