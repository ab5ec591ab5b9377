"""One indicator as a line of the board: what it is, how often, target beside value, evidence, rating."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.measure_words import due_in_short, due_words, rating_look
from ui.theme.theme import theme
from ui.widgets.layout import column, row, wrap
from ui.widgets.rows import RowButton
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from visitapp.domain.framework import Indicator
from visitapp.domain.measured import evidence_count, is_due, latest, target
from visitapp.domain.record import VisitRecord

WIDTHS = (96, 122, 96, 62, 100)
"""Of rhythm, target, value, evidence and rating, in px on the desk."""
RHYTHM, EVIDENCE = 0, 3
"""The columns that go first when room is short; their words stay in the row's name and in the pane."""
_RIGHT = Qt.AlignmentFlag.AlignRight
_HEIGHT = 42
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)


class MeasureRow(RowButton):
    """One of the set of indicators. `walked` brings steps up or down, `entered` that Enter was pressed on it,
    `rate_wanted` and `value_wanted` that R or V was."""

    walked = Signal(int)
    entered = Signal()
    rate_wanted = Signal()
    value_wanted = Signal()

    def __init__(self, record: VisitRecord, indicator: Indicator) -> None:
        self.indicator = indicator
        title = Text(indicator.title, "small", elide=True, weight=500)
        method = Text(indicator.method, "caption", "text2", elide=True)
        self._rhythm = Text(record.framework.measures.rhythm(indicator), "caption", "text2", elide=True)
        self._due = Text("", "caption", "text3", elide=True, tnum=True)
        self._target = Text("", "small", "text2", elide=True, align=_RIGHT, tnum=True)
        self._value = Text("", "small", elide=True, align=_RIGHT, weight=600, tnum=True)
        self._evidence = Text("", "small", "text2", align=_RIGHT, tnum=True)
        self._rating = Tag("", height=22)
        parts: tuple[QWidget, ...] = (
            wrap(column(None, self._rhythm, self._due, None, spacing=0)),
            self._target,
            self._value,
            self._evidence,
            wrap(row(self._rating, None)),
        )
        self._columns = parts
        words = column(None, title, method, None, spacing=0)
        cells = [(words, None), *((one, width) for one, width in zip(parts, WIDTHS, strict=True))]
        super().__init__(cells, indicator.title, height=_HEIGHT, margins=(16, 0, 14, 0), pick=True)
        theme().changed.connect(self._fit)
        self._fit()

    def show_record(self, record: VisitRecord, today: date) -> None:
        """Show what the record holds of the indicator on a day."""
        one = self.indicator
        last, count = latest(record, one.code), evidence_count(record, one.code)
        value, due = (last.value.strip() if last else ""), is_due(record, one, today)
        look = rating_look(record, last.rating if last else "")
        self._due.set_text(due_in_short(record, one, today))
        self._due.set_colour("develop" if due else "text3")
        self._target.set_text(target(record, one))
        self._value.set_text(value or self.tr("none"))
        self._value.set_colour("text" if value else "text3")
        self._evidence.set_text(str(count) if count else self.tr("none"))
        self._evidence.set_colour("text2" if count else "text3")
        self._rating.set_tag(look.label, look.tone, look.icon, outlined=look.outlined)
        self.setAccessibleName(self._spoken(record, value, count, look.label, due_words(record, one, today)))

    def show_columns(self, shown: Collection[int]) -> None:
        """Show only some of the columns after the first, by their places."""
        for place, one in enumerate(self._columns):
            one.setVisible(place in shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, enter the indicator with Enter or Right, rate it with R, give a value with V."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS or key in _ENDS:
            self.walked.emit(_STEPS.get(key) or _ENDS[key])
        elif key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_R:
            self.rate_wanted.emit()
        elif key == Qt.Key.Key_V:
            self.value_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _spoken(self, record: VisitRecord, value: str, count: int, rating: str, due: str) -> str:
        evidence = self.tr("1 piece of evidence") if count == 1 else self.tr("{count} pieces of evidence")
        parts = (
            self.indicator.title,
            self.indicator.method,
            self._rhythm.text(),
            due,
            self.tr("Target {target}").format(target=target(record, self.indicator)),
            self.tr("Value {value}").format(value=value) if value else self.tr("No value yet"),
            evidence.format(count=count) if count else self.tr("No evidence"),
            rating,
        )
        return ". ".join(part for part in parts if part)

    def _fit(self) -> None:
        for one, width in zip(self._columns, WIDTHS, strict=True):
            one.setFixedWidth(theme().scaled(width))
