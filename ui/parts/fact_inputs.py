"""What one field of a form is filled in with, bound to its answer."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.parts.autosave import Autosave
from ui.parts.fact_date import DateField
from ui.widgets.chips import PickerChip
from ui.widgets.fields import TextArea
from ui.widgets.line_edit import LineEdit
from ui.workspace.desk import Desk, News
from visitapp.domain.forms import field_options, field_value
from visitapp.domain.framework import Field
from visitapp.domain.places import answer_place


def input_for(desk: Desk, field: Field, key: str) -> QWidget:
    """Return a control for a field, bound to the answer `key`: a line, a text, a day or a choice."""
    if field_options(desk.record, field, key):
        return _choice(desk, field, key)
    if field.kind == "date":
        return _date(desk, field, key)
    if field.kind == "long":
        area = TextArea(field.label, least=2, most=40)
        FactText(area.edit, desk, field, key)
        return area
    line = LineEdit(field.label)
    FactText(line, desk, field, key)
    return line


class FactText(Autosave):
    """Keeps a text field saved; until something is written, the field's first value stands in it."""

    def __init__(self, edit: QPlainTextEdit | QLineEdit, desk: Desk, field: Field, key: str) -> None:
        self._field = field
        self._key = key
        super().__init__(edit, desk, answer_place(key, "value"), filled_label(field))

    def show_record(self) -> None:
        """Show the answer, or the first value drawn from the visit."""
        text = field_value(self._desk.record, self._field, self._key)
        if text == self._text():
            return
        self._loading = True
        if isinstance(self._edit, QLineEdit):
            self._edit.setText(text)
            self._edit.setCursorPosition(0)
        else:
            self._edit.setPlainText(text)
        self._loading = False

    def seal(self) -> None:
        """Make an answer of what was typed; an emptied first value is an answer too."""
        typed = self._typed
        super().seal()
        if typed and not self._text() and field_value(self._desk.record, self._field, self._key):
            self._desk.answer(filled_label(self._field), self._key, "", self)


class FactAnswer(QObject):
    """Keeps a control that holds a code or a day in step with its answer."""

    def __init__(self, control: DateField | PickerChip, desk: Desk, field: Field, key: str) -> None:
        super().__init__(control)
        self._control = control
        self._desk = desk
        self._field = field
        self._key = key
        self._show()
        control.picked.connect(self._take)
        desk.changed.connect(self._hear)

    def _show(self) -> None:
        value = field_value(self._desk.record, self._field, self._key)
        if isinstance(self._control, PickerChip):
            self._control.set_current(value)
        elif value != self._control.day() and not self._control.hasFocus():
            self._control.set_day(value)

    def _take(self, value: str) -> None:
        self._desk.answer(filled_label(self._field), self._key, value, self)

    def _hear(self, news: News) -> None:
        if news.initiator is not self and "answer" in news.kinds:
            self._show()


def filled_label(field: Field) -> str:
    """Return the words for the act of filling in a field."""
    return QCoreApplication.translate("FactInputs", "{label} filled in").format(label=field.label)


def _choice(desk: Desk, field: Field, key: str) -> PickerChip:
    chip = PickerChip(field.label, placeholder=QCoreApplication.translate("FactInputs", "Choose"), sticky=False)
    options = field_options(desk.record, field, key)
    chip.set_options([(option.code, option.label) for option in options])
    FactAnswer(chip, desk, field, key)
    return chip


def _date(desk: Desk, field: Field, key: str) -> DateField:
    control = DateField(field.label, desk.now)
    binding = FactAnswer(control, desk, field, key)
    desk.leaving.connect(control.commit)
    binding.setObjectName(key)
    return control
