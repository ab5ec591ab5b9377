"""Who was told of the decision, and when: said in one line, opened to be changed."""

from datetime import time
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.parts.fact_date import DateField, short_day
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.fields import TimeField
from ui.widgets.flow import Flow
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.judging import Judging
from visitapp.domain.deciding import TOLD, TOLD_AT, TOLD_ON, TOLD_TO, told
from visitapp.domain.places import answer_place


class ToldPart(QWidget):
    """A sentence with a way to change it; opened, a day, a time, those the framework names, and words.

    `beside` stands at the end of the sentence's line.
    """

    def __init__(self, desk: Desk, beside: QWidget) -> None:
        super().__init__()
        self._desk, self._judging = desk, Judging(desk)
        self._mark = Icon("circle", "text3", 15, 2)
        self._said = Text("", "caption", "text2", wrap=True)
        self.now = Button(self.tr("Told just now"), icon="clock", small=True)
        self.change = Button(self.tr("Change"), "link", small=True, name=self.tr("Change who was told, and when"))
        self.on = DateField(self.tr("Day it was told"), desk.now)
        self.at = TimeField(self.tr("Time it was told"))
        recipients = desk.record.framework.distribution
        self.to = {one.code: Chip(one.label, small=True) for one in recipients}
        self.words = LineEdit(self.tr("Who was told, and when"), self.tr("Who else, or more: chair of governors"))
        Autosave(self.words, desk, answer_place(TOLD, "value"), self.tr("Told"))
        self._open = wrap(column(self._moment(), Flow(*self.to.values()), self.words, spacing=6))
        self._open.hide()
        head = row(
            self._mark, (column(None, self._said, None, spacing=0), 1), self.now, self.change, beside, spacing=8
        )
        self.setLayout(column(head, self._open, spacing=6))
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        record = self._desk.record
        found = told(record)
        if found.on != self.on.day() and not self.on.hasFocus():
            self.on.set_day(found.on)
        if not self.at.hasFocus():
            self.at.set_value(_time(found.at))
        codes = record.answer(TOLD_TO).value
        for code, chip in self.to.items():
            chip.setChecked(isinstance(codes, tuple) and code in codes)
        self._say()

    def first_place(self) -> QWidget:
        """Return what takes the focus: the quickest way to say it."""
        return self.change if self.now.isHidden() else self.now

    def open(self) -> None:
        """Open what can be changed."""
        self._open.show()
        self._say()

    def _moment(self) -> QWidget:
        return wrap(row(self.on, self.at, None, spacing=8))

    def _connect(self) -> None:
        self.now.clicked.connect(self._tell_now)
        self.change.clicked.connect(self._turn)
        self.on.picked.connect(self._take_day)
        self.at.picked.connect(self._take_time)
        self.words.textChanged.connect(self._say)
        self._desk.leaving.connect(self.on.commit)
        self._desk.leaving.connect(self.at.editingFinished)
        for code, chip in self.to.items():
            chip.clicked.connect(partial(self._tell, code))

    def _say(self) -> None:
        found = told(self._desk.record)
        words = self.words.text().strip()
        is_said = bool(words) or not found.is_blank
        day = short_day(found.on)
        when = self.tr("{day} at {time}").format(day=day, time=found.at) if day and found.at else day or found.at
        parts = [", ".join(found.to), words, when]
        sentence = self.tr("Told: {said}").format(said=", ".join(part for part in parts if part))
        self._said.set_text(sentence if is_said else self.tr("Nobody was told yet"))
        self._mark.set_icon("circle-check" if is_said else "circle", "strength" if is_said else "text3")
        self.now.setVisible(not (found.on or found.at or words))
        self.change.set_label(self._change_words(is_said=is_said), self.tr("Change who was told, and when"))

    def _change_words(self, *, is_said: bool) -> str:
        if not self._open.isHidden():
            return self.tr("Close")
        return self.tr("Change") if is_said else self.tr("Told earlier")

    def _tell_now(self) -> None:
        self._judging.tell_now()
        self.open()
        first = next(iter(self.to.values()), None)
        (first or self.words).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn(self) -> None:
        self._open.setVisible(self._open.isHidden())
        self._say()
        if not self._open.isHidden():
            self.on.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, code: str) -> None:
        self._judging.tell(code, is_told=self.to[code].isChecked())

    def _take_day(self, day: str) -> None:
        self._desk.answer(self.tr("Day it was told"), TOLD_ON, day or None, self)

    def _take_time(self, moment: time | None) -> None:
        self._desk.answer(self.tr("Time it was told"), TOLD_AT, f"{moment:%H:%M}" if moment else None, self)


def _time(written: str) -> time | None:
    try:
        return time.fromisoformat(written) if written else None
    except ValueError:
        return None
