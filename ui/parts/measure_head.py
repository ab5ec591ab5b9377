"""Over the board of indicators: how many have which rating, what is due, and the years looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.measure_words import counted_words, due_line, named, rating_look, years_words
from ui.widgets.checks import StateRow
from ui.widgets.chips import PickerChip
from ui.widgets.flow import Flow
from ui.widgets.layout import column, row, wrap
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.measuring import Measuring
from visitapp.domain.framework import Indicator
from visitapp.domain.measured import NO_CRITERIA, due_indicators, rating_counts, years


class MeasureHead(QWidget):
    """`wanted` brings the code of an indicator that is due, one after the other."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._measuring = desk, Measuring(desk)
        self._due: tuple[Indicator, ...] = ()
        self._next = 0
        self._counts = {one.code: Text("", "captionm", tnum=True) for one in rating_counts(desk.record)}
        self._tags = {code: self._tag(code) for code in self._counts}
        self._base = Text("", "caption", "text2", tnum=True)
        self._pairs = {code: wrap(row(self._tags[code], count, spacing=5)) for code, count in self._counts.items()}
        self.years = PickerChip(self.tr("Criteria of success"), sticky=False, small=True)
        self.due = StateRow("", "warn")
        counts = wrap(Flow(*self._pairs.values(), self._base, spacing=13, line_spacing=4))
        chip = column(self.years, None, spacing=0)
        due = column(self.due, None, spacing=0)
        self.setLayout(column(counts, row((due, 1), chip, spacing=10), spacing=4))
        self._offer_years()
        self.years.picked.connect(self._measuring.set_years)
        self.due.clicked.connect(self._go)

    def refresh(self) -> None:
        """Show what the record holds today."""
        record = self._desk.record
        for one in rating_counts(record):
            self._counts[one.code].set_text(str(one.count))
            said = counted_words(record, one)
            self._counts[one.code].setAccessibleName(said)
            self._pairs[one.code].setToolTip(said)
            self._pairs[one.code].setVisible(bool(one.code) or bool(one.count))
        base = len(record.framework.measures.indicators)
        self._base.set_text(self.tr("of {count} indicators").format(count=base))
        today = self._measuring.today()
        self._due = due_indicators(record, today)
        names = named(self._due)
        self.due.setText(due_line(self._due, base, today))
        self.due.set_state("warn" if self._due else "ok", names or self.tr("Nothing has come due."))
        self.years.set_current(years(record) or NO_CRITERIA)

    def _tag(self, code: str) -> Tag:
        look = rating_look(self._desk.record, code)
        return Tag(look.label, icon=look.icon, tone=look.tone, outlined=look.outlined, height=24)

    def _offer_years(self) -> None:
        stretches = self._desk.record.framework.measures.stretches()
        words = self.tr("Criteria for {years}")
        options = [(one, words.format(years=years_words(one))) for one in stretches]
        self.years.set_options([*options, (NO_CRITERIA, self.tr("No criteria"))])
        self.years.setVisible(bool(stretches))

    def _go(self) -> None:
        if self._due:
            self._next %= len(self._due)
            self.wanted.emit(self._due[self._next].code)
            self._next += 1
