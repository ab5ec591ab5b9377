"""What Follow-up keeps a line of: read in the line, written in its place, and kept in order with its fellows."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.autosave import Autosave
from ui.widgets.layout import column


class WrittenInPlace(QWidget):
    """A line to read, and in its place a form while somebody writes. `closed` tells that writing is over.

    Who inherits gives both to `stand`, and says in `tidy` what happens to a line that says nothing.
    """

    closed = Signal()

    def stand(self, line: QWidget, form: QWidget, first: QWidget, pen: QWidget, boxes: Iterable[Autosave]) -> None:
        """Take the line and its form; the focus goes to `first` of the form, and back to the `pen` of the line."""
        self._line, self._form, self._first, self._pen, self._boxes = line, form, first, pen, tuple(boxes)
        form.hide()
        self.setLayout(column(line, form, spacing=0))

    def refresh(self) -> None:
        """Show what the record holds."""
        raise NotImplementedError

    def tidy(self) -> None:
        """Take away what was written if it says nothing."""

    def write(self) -> None:
        """Write in its place."""
        self._line.hide()
        self._form.show()
        self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_form(self) -> None:
        """Read it again; what says nothing is taken away."""
        for box in self._boxes:
            box.seal()
        self._form.hide()
        self._line.show()
        self._pen.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tidy()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End writing on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self.close_form()
        else:
            super().keyPressEvent(event)


class Kept(Protocol):
    """A record, known by its id."""

    @property
    def id(self) -> str:
        """Return the id."""
        ...


One = TypeVar("One", bound=Kept)
Line = TypeVar("Line", bound=WrittenInPlace)


def show_lines(found: Iterable[One], lines: dict[str, Line], place: QVBoxLayout, make: Callable[[One], Line]) -> None:
    """Have a line for each record, in order, in `place`; a line that lives on stays the same widget."""
    wanted = {one.id: one for one in found}
    for gone in set(lines) - set(wanted):
        line = lines.pop(gone)
        line.hide()
        line.deleteLater()
    for number, (one_id, one) in enumerate(wanted.items()):
        if one_id not in lines:
            lines[one_id] = make(one)
        lines[one_id].refresh()
        if place.indexOf(lines[one_id]) != number:
            place.insertWidget(number, lines[one_id])
