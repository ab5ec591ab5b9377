"""The values an indicator has had, the newest first, one of them in hand."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.fact_date import short_day
from ui.parts.measure_words import rating_look
from ui.widgets.layout import clear, column
from ui.widgets.rows import RowButton
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from visitapp.domain.following import Reading
from visitapp.domain.record import VisitRecord

_HEIGHT = 42


class MeasureHistory(QWidget):
    """Lines of value, day, target and rating; `chosen` brings the id of the reading a person wants to see."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[Reading, ...], str] | None = None
        self.lines: dict[str, RowButton] = {}
        self._stack = column(spacing=0)
        self.setLayout(self._stack)

    def show_readings(self, record: VisitRecord, readings: tuple[Reading, ...], current: str) -> None:
        """Show readings, given oldest first; the same ones again cost nothing."""
        if (readings, current) == self._shown:
            return
        self._shown = (readings, current)
        had_focus = any(one.hasFocus() for one in self.lines.values())
        clear(self._stack)
        self.lines = {one.id: self._line(record, one) for one in reversed(readings)}
        for reading_id, line in self.lines.items():
            line.setChecked(reading_id == current)
            self._stack.addWidget(line)
        if had_focus and current in self.lines:
            self.lines[current].setFocus()

    def _line(self, record: VisitRecord, reading: Reading) -> RowButton:
        look = rating_look(record, reading.rating)
        value = reading.value.strip() or self.tr("no value")
        day = short_day(reading.on) or self.tr("no day")
        target = self.tr("target {target}").format(target=reading.target.strip() or self.tr("not set"))
        words = column(
            None,
            Text(value, "small", elide=True, weight=500, tnum=True),
            Text(f"{day}  \u00b7  {target}", "caption", "text2", elide=True, tnum=True),
            None,
            spacing=0,
        )
        tag = Tag(look.label, icon=look.icon, tone=look.tone, outlined=look.outlined)
        name = f"{day}: {value}, {target}. {look.label}. {reading.reason.strip()}".strip()
        line = RowButton(
            [(words, None), (tag, tag.sizeHint().width())],
            name,
            height=_HEIGHT,
            spacing=8,
            margins=(10, 0, 8, 0),
            pick=True,
        )
        line.setToolTip(reading.reason.strip())
        line.clicked.connect(partial(self.chosen.emit, reading.id))
        return line
