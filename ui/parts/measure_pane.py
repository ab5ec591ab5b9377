"""The indicator in hand: what counts, value beside target, when it is due, its values, its evidence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.fact_date import DateField, short_day
from ui.parts.finding_menu import choice_menu, open_below
from ui.parts.measure_evidence import MeasureEvidence
from ui.parts.measure_history import MeasureHistory
from ui.parts.measure_reading import ReadingForm
from ui.parts.measure_words import due_words, rating_look
from ui.widgets.buttons import Button
from ui.widgets.layout import Line, column, row, wrap
from ui.widgets.surfaces import Panel, Scroll
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.measuring import Measuring
from visitapp.domain.followed import due_key, readings
from visitapp.domain.following import Reading
from visitapp.domain.framework import Indicator
from visitapp.domain.measured import is_due, latest, target

_WIDTH = 320


class MeasurePane(Panel):
    """Where values are written and ratings given, by people. `left` asks for the focus back on the board."""

    left = Signal()

    def __init__(self, desk: Desk, indicator: Indicator) -> None:
        super().__init__(edge="left")
        self._desk, self._measuring, self._indicator = desk, Measuring(desk), indicator
        self._reading_id = ""
        self.form: ReadingForm | None = None
        self._aim, self._rating = Text("", "caption", "text2", elide=True), Tag("", height=22)
        self._title = Text("", "title", wrap=True)
        self._detail = Text("", "small", "text2", wrap=True)
        self._value, self._value_day = Text("", "title", wrap=True, tnum=True), Text("", "caption", "text2")
        self._target = Text("", "title", wrap=True, tnum=True)
        self._due = Text("", "small", wrap=True, tnum=True)
        self.look_again = DateField(self.tr("Look again on"), desk.now)
        self._no_value = Text(self.tr("No value yet. Add one when it is known."), "small", "text2", wrap=True)
        self._form_place = column(spacing=0)
        self._earlier, self.history = Text(self.tr("All values"), "heading"), MeasureHistory()
        self.evidence = MeasureEvidence(desk)
        self.back_button = Button(self.tr("All indicators"), "link", icon="arrow-left", small=True)
        self.back_button.hide()
        self.rate_button = Button(self.tr("Change rating"), icon="pencil", wide=True)
        self.add_button = Button(self.tr("Add value"), icon="plus", wide=True)
        self.area = Scroll(self._body(), self.tr("Indicator"))
        foot = row((self.rate_button, 1), (self.add_button, 1), spacing=8, margins=(18, 8, 14, 14))
        self.setLayout(column((self.area, 1), wrap(foot), spacing=0))
        self.setAccessibleName(self.tr("Indicator"))
        self.set_width(_WIDTH)
        self._connect()
        self.show_indicator(indicator)

    @property
    def indicator(self) -> Indicator:
        """Return the indicator in hand."""
        return self._indicator

    def show_indicator(self, indicator: Indicator) -> None:
        """Take another indicator in hand, with its newest value."""
        if indicator != self._indicator:
            self._indicator, self._reading_id = indicator, ""
            self.area.verticalScrollBar().setValue(0)
        self.evidence.show_indicator(indicator)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        self._show_heading()
        self._show_due()
        self._show_reading()
        self.evidence.refresh()

    def take_focus(self) -> None:
        """Stand where work goes on: in the value, or on the button that adds one."""
        if self.form is not None:
            self.form.start()
        else:
            self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_alone(self, *, alone: bool) -> None:
        """Stand in the board's place, with a way back to it, or beside it."""
        self.back_button.setVisible(alone)
        self.set_free(free=alone)

    def add_value(self) -> None:
        """Add a value of today and write it."""
        self._reading_id = self._measuring.add_value(self._indicator).id
        self.refresh()
        if self.form is not None:
            self.form.start()
            self.area.ensureWidgetVisible(self.form.value, 0, 60)

    def open_ratings(self) -> None:
        """Ask which rating a person gives."""
        reading = self._reading()
        choices = [(one.code, f"{one.label}: {one.detail}") for one in self._desk.record.framework.measures.ratings]
        choices.append(("", self.tr("Not rated")))
        current = reading.rating if reading else ""
        open_below(choice_menu(self, self.tr("Rating"), choices, current, self.rate), self.rate_button)

    def rate(self, code: str) -> None:
        """Give the value in hand a rating and write why."""
        self._reading_id = self._measuring.rate(self._indicator, code, self._reading()).id
        self.refresh()
        if code and self.form is not None:
            self.form.explain()
            self.area.ensureWidgetVisible(self.form.why, 0, 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the board with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.rate_button.clicked.connect(self.open_ratings)
        self.add_button.clicked.connect(self.add_value)
        self.look_again.picked.connect(self._set_due)
        self.history.chosen.connect(self._choose)
        self.back_button.clicked.connect(self.left)

    def _body(self) -> QWidget:
        value = column(self._value, self._value_day, None, spacing=0)
        aimed = column(self._target, Text(self.tr("target"), "caption", "text2"), None, spacing=0)
        again = row(Text(self.tr("Look again on"), "caption", "text2"), (self.look_again, 1), spacing=8)
        body = column(
            row(self.back_button, None),
            row((self._aim, 1), self._rating, spacing=6),
            self._title,
            self._detail,
            spacing=4,
        )
        body.addLayout(row((value, 1), (aimed, 1), spacing=14))
        for piece in (Line(), self._due, again, Line(), self._no_value, self._form_place):
            body.addSpacing(4)
            if isinstance(piece, QWidget):
                body.addWidget(piece)
            else:
                body.addLayout(piece)
        for part in (self._earlier, self.history, Line(), self.evidence):
            body.addWidget(part)
        body.addStretch(1)
        body.setContentsMargins(18, 14, 14, 6)
        return wrap(body)

    def _show_heading(self) -> None:
        record, one = self._desk.record, self._indicator
        measures, last = record.framework.measures, latest(record, one.code)
        aim = measures.aim(one.aim)
        words = self.tr("Aim {number}, {rhythm}").format(
            number=aim.number if aim else "", rhythm=measures.rhythm(one).lower()
        )
        look = rating_look(record, last.rating if last else "")
        value = last.value.strip() if last else ""
        self._aim.set_text(words)
        self._rating.set_tag(look.label, look.tone, look.icon, outlined=look.outlined)
        self._title.set_text(one.title)
        self._detail.set_text(one.detail or one.method)
        self._value.set_text(value or "\u2013")
        day = short_day(last.on) if last and value else ""
        self._value_day.set_text(self.tr("value, {day}").format(day=day) if day else self.tr("value"))
        self._target.set_text(target(record, one))

    def _show_due(self) -> None:
        record, today = self._desk.record, self._measuring.today()
        self._due.set_text(due_words(record, self._indicator, today))
        self._due.set_colour("develop" if is_due(record, self._indicator, today) else "text")
        kept = str(record.answer(due_key(self._indicator.code)).value or "")
        if kept != self.look_again.day() and not self.look_again.hasFocus():
            self.look_again.set_day(kept)

    def _show_reading(self) -> None:
        held = readings(self._desk.record, self._indicator.code)
        reading = self._reading()
        self._show_form(reading)
        newest = bool(held) and reading is not None and reading.id == held[-1].id
        if self.form is not None:
            self.form.set_heading(self.tr("Newest value") if newest else self.tr("An earlier value"))
        several = len(held) > 1
        self._earlier.setVisible(several)
        self.history.setVisible(several)
        self.history.show_readings(self._desk.record, held, reading.id if reading else "")

    def _show_form(self, reading: Reading | None) -> None:
        wanted = reading.id if reading else ""
        self._no_value.setVisible(reading is None)
        if self.form is not None and self.form.reading_id == wanted:
            self.form.refresh()
            return
        if self.form is not None:
            self._form_place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        if reading is not None:
            self.form = ReadingForm(self._desk, self._indicator, reading)
            self.form.removed.connect(self._on_removed)
            self._form_place.addWidget(self.form)

    def _reading(self) -> Reading | None:
        held = readings(self._desk.record, self._indicator.code)
        return next((one for one in held if one.id == self._reading_id), held[-1] if held else None)

    def _choose(self, reading_id: str) -> None:
        self._reading_id = reading_id
        self.refresh()

    def _on_removed(self) -> None:
        self._reading_id = ""
        self.refresh()
        self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_due(self, day: str) -> None:
        self._measuring.set_due(self._indicator, day)
