"""A small form: labelled fields in columns, each bound to its answer."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.parts.fact_inputs import input_for
from ui.theme.theme import theme
from ui.widgets.chips import PickerChip
from ui.widgets.layout import column, row, wrap
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import Field

_LEAST_COLUMN = 150


class FactForm(QWidget):
    """Fields of a framework with the keys they are answered under, in reading order.

    There are at most `columns` of them side by side, fewer where there is no room.
    """

    def __init__(self, desk: Desk, fields: Sequence[tuple[Field, str]], name: str, columns: int = 2) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._most, self._columns = columns, 0
        self._inputs: dict[str, QWidget] = {}
        self._cells: list[tuple[QWidget, bool]] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        for field, key in fields:
            control = input_for(desk, field, key)
            self._inputs[field.code] = control
            self._cells.append((self._labelled(field, control), field.kind == "long"))
        self._arrange(columns)
        self.setLayout(self._grid)

    def focus_field(self, code: str) -> bool:
        """Put the focus into a field and tell whether it is here; an empty code is the first field."""
        control = self._inputs.get(code) or next(iter(self._inputs.values()), None)
        if control is not None:
            control.setFocus()
        return control is not None

    def field(self, code: str) -> QWidget:
        """Return the control of a field; raises KeyError for a code that is not here."""
        return self._inputs[code]

    def minimumSizeHint(self) -> QSize:
        """Return the room of one column."""
        return QSize(theme().scaled(_LEAST_COLUMN), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange(max(1, min(self._most, event.size().width() // theme().scaled(_LEAST_COLUMN))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns, at = columns, 0
        for cell, wide in self._cells:
            at += -at % columns if wide else 0
            self._grid.addWidget(cell, at // columns, at % columns, 1, columns if wide else 1)
            at += columns if wide else 1
        for number in range(self._most):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _labelled(self, field: Field, control: QWidget) -> QWidget:
        label = f"{field.label} *" if field.required else field.label
        if field.required:
            control.setAccessibleDescription(self.tr("Needed in the report"))
        body = wrap(row(control, None, spacing=0)) if isinstance(control, PickerChip) else control
        return wrap(column(Text(label, "captionm", "text2", wrap=True), body, None, spacing=3))
