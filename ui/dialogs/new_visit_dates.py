"""The first and last day of a visit, written as people write days."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.action_day import due_day
from ui.parts.visit_days import last_working_day, long_day_words, working_day
from ui.widgets.fields import TextField
from ui.widgets.layout import column, row

_BACK = timedelta(days=60)
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class VisitDates(QWidget):
    """Two days. The last follows the first by the programme's length until a person sets it.

    Up and Down step a day. `changed` tells that a day was understood.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today, self._days, self._own_end = today, 1, False
        self.first = TextField(self.tr("First day"))
        self.last = TextField(self.tr("Last day"))
        self.setLayout(row((column(self.first, None), 1), (column(self.last, None), 1), spacing=12))
        for field in (self.first, self.last):
            field.edit.installEventFilter(self)
        self.first.done.connect(self._on_first)
        self.last.done.connect(self._on_last)
        self.clear()

    def clear(self) -> None:
        """Start again with the next working day."""
        self._own_end = False
        for field in (self.first, self.last):
            field.set_error("")
        self.first.set_text(long_day_words(working_day(self._today())))
        self._follow()

    def set_length(self, days: int) -> None:
        """Let the last day follow the first by this many working days, the first one counted."""
        self._days = max(1, days)
        self._follow()

    def starts(self) -> date | None:
        """Return the first day, or None while it cannot be read."""
        return self._read(self.first)

    def ends(self) -> date | None:
        """Return the last day, or None while it cannot be read."""
        return self._read(self.last)

    def complain(self) -> QWidget | None:
        """Say what is wrong in a sentence; return the field it is in, or None when all is well."""
        first, last = self._understand(self.first), self._understand(self.last)
        if first is None:
            return self.first.edit
        if last is None:
            return self.last.edit
        if last < first:
            self.last.set_error(self.tr("The last day is before the first. Both are as you typed them."))
            return self.last.edit
        return None

    def take_focus(self) -> None:
        """Put the focus on the first day, ready to be typed over."""
        self.first.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.first.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step a day on Up and Down."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            field = self.first if watched is self.first.edit else self.last
            day = self._read(field)
            if step and day:
                field.set_text(long_day_words(day + timedelta(days=step)))
                field.done.emit(field.text())
                field.edit.selectAll()
                return True
        return super().eventFilter(watched, event)

    def _on_first(self) -> None:
        if self._understand(self.first) is not None:
            self._follow()
            self.changed.emit()

    def _on_last(self) -> None:
        first, last = self.starts(), self._understand(self.last)
        if first and last:
            self._own_end = last != last_working_day(first, self._days)
            self.changed.emit()

    def _follow(self) -> None:
        first, last = self.starts(), self.ends()
        if first is None or (self._own_end and last is not None and last >= first):
            return
        self._own_end = False
        self.last.set_text(long_day_words(last_working_day(first, self._days)))
        self.last.set_error("")

    def _understand(self, field: TextField) -> date | None:
        day = self._read(field)
        if day is None:
            words = self.tr("“{text}” is not a day. Write it as 4 Dec or 4/12/2025.")
            empty = self.tr("A visit needs a day. Write it as 4 Dec or 4/12/2025.")
            written = field.text().strip()
            field.set_error(words.format(text=written) if written else empty)
            return None
        field.set_text(long_day_words(day))
        field.set_error("")
        return day

    def _read(self, field: TextField) -> date | None:
        return due_day(field.text(), self._today() - _BACK)
