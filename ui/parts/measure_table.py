"""The board of indicators, aim by aim, with the criteria of success of the years looked at under each."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.measure_row import EVIDENCE, RHYTHM, WIDTHS, MeasureRow
from ui.parts.measure_words import years_words
from ui.theme.theme import theme
from ui.widgets.layout import Line, clear, column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from visitapp.domain.framework import Aim
from visitapp.domain.measured import criteria, years
from visitapp.domain.record import VisitRecord

_TITLE_PX = 190
_SPACING = 12
_SIDES = (16, 0, 14, 0)


class MeasureTable(Card):
    """`chosen` brings the code of the indicator a person stands on, `entered` of the one they want to work on,
    `pressed_on` of one that was pressed; `rate_wanted` and `value_wanted` of one to rate or to give a value."""

    chosen = Signal(str)
    pressed_on = Signal(str)
    entered = Signal(str)
    rate_wanted = Signal(str)
    value_wanted = Signal(str)

    def __init__(self, record: VisitRecord) -> None:
        super().__init__(name=record.framework.measures.title)
        measures = record.framework.measures
        self.rows: dict[str, MeasureRow] = {}
        self._criteria: dict[str, QVBoxLayout] = {}
        self._shown: str | None = None
        self._columns = list(range(len(WIDTHS)))
        layout = column(self._header(), spacing=0, margins=(0, 8, 0, 8))
        for aim in measures.aims:
            self._add_aim(layout, aim, record)
        self.setLayout(layout)
        theme().changed.connect(self._fit)
        self._fit()
        next(iter(self.rows.values())).setChecked(True)

    def show_record(self, record: VisitRecord, today: date) -> None:
        """Show what the record holds on a day."""
        for one in self.rows.values():
            one.show_record(record, today)
        wanted = years(record)
        if wanted != self._shown:
            self._shown = wanted
            for aim in record.framework.measures.aims:
                self._show_criteria(aim, record)

    def fit_into(self, width: int) -> None:
        """Leave out what room is too short for, in px, so that titles stay readable."""
        shown = list(range(len(WIDTHS)))
        for place in (EVIDENCE, RHYTHM):
            room = sum(theme().scaled(WIDTHS[one]) + _SPACING for one in shown)
            if room + theme().scaled(_TITLE_PX) + _SIDES[0] + _SIDES[2] > width:
                shown.remove(place)
        if shown != self._columns:
            self._columns = shown
            for one in self.rows.values():
                one.show_columns(shown)
            for place, head in enumerate(self._heads):
                head.setVisible(place in shown)

    def current(self) -> str:
        """Return the code of the indicator one stands on."""
        return next(code for code, one in self.rows.items() if one.isChecked())

    def stand_on(self, code: str) -> None:
        """Stand on an indicator, with the focus."""
        if code in self.rows:
            self.rows[code].setChecked(True)
            self.rows[code].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.chosen.emit(code)

    def _add_aim(self, layout: QVBoxLayout, aim: Aim, record: VisitRecord) -> None:
        layout.addWidget(wrap(column(Line(), margins=_SIDES)))
        title = Text(f"{aim.number}  {aim.title}", "captionm", "text2")
        title.setToolTip(aim.why)
        layout.addWidget(wrap(row(title, None, margins=(16, 8, 14, 2))))
        for indicator in record.framework.measures.of_aim(aim.code):
            one = self.rows[indicator.code] = MeasureRow(record, indicator)
            one.clicked.connect(partial(self.chosen.emit, indicator.code))
            one.clicked.connect(partial(self.pressed_on.emit, indicator.code))
            one.walked.connect(self._walk)
            one.entered.connect(partial(self.entered.emit, indicator.code))
            one.rate_wanted.connect(partial(self.rate_wanted.emit, indicator.code))
            one.value_wanted.connect(partial(self.value_wanted.emit, indicator.code))
            layout.addWidget(one)
        self._criteria[aim.code] = column(spacing=2, margins=(16, 4, 14, 8))
        layout.addLayout(self._criteria[aim.code])

    def _show_criteria(self, aim: Aim, record: VisitRecord) -> None:
        held = self._criteria[aim.code]
        clear(held)
        asked = criteria(record, aim)
        stretch = years(record)
        if not stretch:
            return
        if not asked:
            words = self.tr("The plan sets no criteria of success of its own here.")
            held.addWidget(Text(words, "caption", "text3", wrap=True))
            return
        head = self.tr("Criteria of success, {years}").format(years=years_words(stretch))
        held.addWidget(Text(head, "captionm", "text3"))
        for one in asked:
            dot = column(Text("\u2022", "caption", "text3"), None, spacing=0)
            held.addWidget(wrap(row(dot, (Text(one.text, "caption", "text2", wrap=True), 1), spacing=7)))

    def _walk(self, steps: int) -> None:
        codes = list(self.rows)
        here = next((place for place, code in enumerate(codes) if self.rows[code] is self.sender()), 0)
        self.stand_on(codes[max(0, min(len(codes) - 1, here + steps))])

    def _header(self) -> QWidget:
        right = Qt.AlignmentFlag.AlignRight
        titles = (
            (self.tr("Rhythm"), Qt.AlignmentFlag.AlignLeft),
            (self.tr("Target"), right),
            (self.tr("Value"), right),
            (self.tr("Evidence"), right),
            (self.tr("Rating"), Qt.AlignmentFlag.AlignLeft),
        )
        self._heads = [Text(words, "caption", "text2", align=align) for words, align in titles]
        first = Text(self.tr("Indicator and how it is measured"), "caption", "text2", elide=True)
        return wrap(row((first, 1), *self._heads, spacing=_SPACING, margins=(16, 4, 14, 8)))

    def _fit(self) -> None:
        for one, width in zip(self._heads, WIDTHS, strict=True):
            one.setFixedWidth(theme().scaled(width))
