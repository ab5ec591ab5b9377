"""One value of an indicator to write down: the value, its day, the target as it then was, and why it is rated so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ui.parts.autosave import Autosave
from ui.parts.fact_date import DateField
from ui.widgets.buttons import IconButton
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, row
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.measuring import Measuring
from visitapp.domain.following import Reading
from visitapp.domain.framework import Indicator
from visitapp.domain.places import Place


class ReadingForm(QWidget):
    """Bound to one reading. What is typed is kept at once; `removed` tells that the value was taken away."""

    removed = Signal()

    def __init__(self, desk: Desk, indicator: Indicator, reading: Reading) -> None:
        super().__init__()
        self._measuring, self.reading_id = Measuring(desk), reading.id
        self.value = LineEdit(self.tr("Value"), self.tr("in words or a number"))
        self.day = DateField(self.tr("Day of the value"), desk.now)
        self.target = LineEdit(self.tr("Target on that day"), indicator.target)
        self.why = TextArea(self.tr("Why this rating"), placeholder=self.tr("Why this rating"), least=2, most=12)
        self.remove = IconButton("trash-2", self.tr("Take this value away"), size=28, icon_size=15)
        self._which = Text("", "heading", elide=True)
        edits: dict[str, LineEdit | QPlainTextEdit] = {
            "value": self.value,
            "target": self.target,
            "reason": self.why.edit,
        }
        for field, edit in edits.items():
            Autosave(edit, desk, Place("reading", reading.id, field), self.tr("Value written"))
        self.setLayout(self._lay_out())
        self.day.picked.connect(self._take_day)
        self.remove.clicked.connect(self._remove)
        self.refresh()

    def set_heading(self, words: str) -> None:
        """Say which of the values this is."""
        self._which.set_text(words)

    def refresh(self) -> None:
        """Show the day the record holds; the other boxes keep themselves."""
        found = self._measuring.reading(self.reading_id)
        if found is not None and found.on != self.day.day() and not self.day.hasFocus():
            self.day.set_day(found.on)

    def start(self) -> None:
        """Write the value."""
        self.value.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.value.selectAll()

    def explain(self) -> None:
        """Write why it is rated so."""
        self.why.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> QVBoxLayout:
        return column(
            row((self._which, 1), self.remove, spacing=6),
            row((_labelled(self.tr("Value"), self.value), 1), (_labelled(self.tr("Day"), self.day), 1), spacing=8),
            _labelled(self.tr("Target then"), self.target),
            _labelled(self.tr("Why this rating"), self.why),
            spacing=8,
        )

    def _take_day(self, day: str) -> None:
        found = self._measuring.reading(self.reading_id)
        if found is not None:
            self._measuring.set_day(found, day)

    def _remove(self) -> None:
        found = self._measuring.reading(self.reading_id)
        if found is not None:
            self._measuring.remove(found)
            self.removed.emit()


def _labelled(words: str, box: QWidget) -> QVBoxLayout:
    return column(Text(words, "captionm", "text2"), box, spacing=3)
