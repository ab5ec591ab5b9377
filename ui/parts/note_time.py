"""When a note was taken, to be set by hand; the moment it was really entered stands beside it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.visit_days import day_words
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.fields import TimeField
from ui.widgets.flow import Flow
from ui.widgets.layout import column
from ui.widgets.text import Text

_STEPS = (5, 10)


class NoteTime(QWidget):
    """Day, time and steps back. `wanted` brings the local moment asked for, as an aware datetime."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: datetime | None = None
        self._day = PickerChip(self.tr("Day"), sticky=False)
        self._field = TimeField(self.tr("Time of the note"))
        self._steps = [Button(self._words(minutes), small=True) for minutes in _STEPS]
        self._entered = Text("", "caption", "text2", tnum=True)
        self._fault = Text("", "small", "risk", wrap=True)
        line = Flow(Text(self.tr("Taken"), "captionm", "text2"), self._day, self._field, *self._steps, self._entered)
        self.setLayout(column(line, self._fault, spacing=4))
        self.setAccessibleName(self.tr("Time of the note"))
        self._fault.hide()
        self._day.picked.connect(self._on_day)
        self._field.picked.connect(self._on_time)
        for minutes, button in zip(_STEPS, self._steps, strict=True):
            button.clicked.connect(partial(self._step_back, minutes))

    def show_time(self, taken: datetime, entered: datetime | None, days: Sequence[date]) -> None:
        """Show the local moment of a note, when it was entered if that is another, and the days there are."""
        self._shown = taken
        self._field.set_value(taken.time())
        choice = sorted({*days, taken.date()})
        self._day.set_options([(one.isoformat(), day_words(one)) for one in choice])
        self._day.set_current(taken.date().isoformat())
        self._day.setVisible(len(choice) > 1)
        self._entered.set_text(self._entered_words(taken, entered))
        self._entered.setVisible(entered is not None)
        self._say_fault("")

    def show_fault(self, sentence: str) -> None:
        """Say why the time asked for cannot be; the field keeps what was written."""
        self._say_fault(sentence)
        announce(self._field, sentence, urgent=True)

    def _say_fault(self, sentence: str) -> None:
        self._field.set_wrong(wrong=bool(sentence))
        self._field.setAccessibleDescription(sentence)
        self._fault.set_text(sentence)
        self._fault.setVisible(bool(sentence))

    def _entered_words(self, taken: datetime, entered: datetime | None) -> str:
        if entered is None:
            return ""
        if entered.date() == taken.date():
            return self.tr("Entered {time:%H:%M}").format(time=entered)
        return self.tr("Entered {day}, {time:%H:%M}").format(day=day_words(entered.date()), time=entered)

    def _on_day(self, code: str) -> None:
        if self._shown is not None and code:
            self.wanted.emit(_local(date.fromisoformat(code), self._shown.time()))

    def _on_time(self, value: time | None) -> None:
        if self._shown is None:
            return
        if value is None:
            self._field.set_value(self._shown.time())
        else:
            self.wanted.emit(_local(self._shown.date(), value))

    def _step_back(self, minutes: int) -> None:
        if self._shown is not None:
            self.wanted.emit(self._shown - timedelta(minutes=minutes))

    def _words(self, minutes: int) -> str:
        return self.tr("{minutes} min earlier").format(minutes=minutes)


def _local(day: date, at: time) -> datetime:
    """Return a moment of this device's time zone, aware."""
    return datetime.combine(day, at).astimezone()
