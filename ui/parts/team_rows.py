"""Rows of a list that changes: each is made when it first comes and stays the same widget while it is there."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.layout import column, stand_in_order

Row = TypeVar("Row", bound=QWidget)


class KeptRows(Generic[Row]):
    """A column of rows by id, in `layout`; one that lives on keeps focus, caret and all."""

    def __init__(self, make: Callable[[str], Row], spacing: int = 6) -> None:
        self.layout: QVBoxLayout = column(spacing=spacing)
        self._make = make
        self._rows: dict[str, Row] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows in order."""
        return tuple(self._rows.values())

    def row(self, row_id: str) -> Row | None:
        """Return the row of an id, None when there is none."""
        return self._rows.get(row_id)

    def show_ids(self, wanted: Sequence[str]) -> bool:
        """Have a row for each id, in this order; tell whether any came, went or moved."""
        if list(self._rows) == list(wanted):
            return False
        for gone in [one for one in self._rows if one not in wanted]:
            self._let_go(self._rows.pop(gone))
        self._rows = {one: self._rows.get(one) or self._make(one) for one in wanted}
        stand_in_order(self.layout, self._rows.values())
        return True

    def _let_go(self, row: Row) -> None:
        self.layout.removeWidget(row)
        row.hide()
        row.deleteLater()
