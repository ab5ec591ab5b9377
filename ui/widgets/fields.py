"""Fields to write in, each with a name that a screen reader can say."""

from datetime import time

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.clock_times import moved, read_time
from ui.widgets.growing_edit import GrowingEdit
from ui.widgets.layout import column, row, shown_if
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Text

_TIME_STEP = 5


class TextField(QWidget):
    """A one-line field under its label, with a hint or, in its place, an error below.

    `changed` brings every edit a person makes, `done` the text when they press Enter or leave.
    """

    changed = Signal(str)
    done = Signal(str)

    def __init__(
        self, label: str, *, placeholder: str = "", hint: str = "", text: str = "", width: int | None = None
    ) -> None:
        super().__init__()
        self._hint = hint
        self.edit = self._make_edit(label, placeholder, width)
        self.edit.setText(text)
        self._note = Text(hint, "caption", "text2", wrap=True)
        shown_if(self._note, bool(hint))
        self.setLayout(column(Text(label, "captionm"), self._body(), self._note, spacing=4))
        self.edit.textEdited.connect(self.changed)
        self.edit.editingFinished.connect(self._on_finished)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus in the field itself; a focus proxy would be a second stop for Tab."""
        self.edit.setFocus(reason)

    def text(self) -> str:
        """Return what is written."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Write something without telling anyone."""
        self.edit.setText(text)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong, or nothing with an empty text."""
        self.edit.set_wrong(wrong=bool(sentence))
        self.edit.setAccessibleDescription(sentence or self._hint)
        self._note.set_text(sentence or self._hint)
        self._note.set_colour("risk" if sentence else "text2")
        self._note.setVisible(bool(sentence or self._hint))

    def _make_edit(self, label: str, placeholder: str, width: int | None) -> LineEdit:
        return LineEdit(label, placeholder, width=width)

    def _body(self) -> QWidget:
        return self.edit

    def _on_finished(self) -> None:
        self.done.emit(self.edit.text())


class PasswordField(TextField):
    """A field whose letters are hidden until the person asks to see them."""

    def _body(self) -> QWidget:
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = IconButton("eye", self.tr("Show the words"), checked=False)
        self._eye.toggled.connect(self.reveal)
        holder = QWidget()
        holder.setLayout(row((self.edit, 1), self._eye, spacing=4))
        return holder

    def reveal(self, shown: bool) -> None:
        """Show the letters, or hide them."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self._eye.setChecked(shown)
        self._eye.set_icon("eye-off" if shown else "eye")


class TimeField(LineEdit):
    """A time of day: takes 9:45, 9.45, 0945 or 945; Up and Down step five minutes. `picked` brings a time."""

    picked = Signal(object)

    def __init__(self, name: str, value: time | None = None) -> None:
        super().__init__(name, "00:00", width=None)
        self._value: time | None = None
        self.set_value(value)
        self.editingFinished.connect(self._on_finished)
        theme().changed.connect(self._resize)
        self._resize()

    def value(self) -> time | None:
        """Return the time held, or None."""
        return self._value

    def set_value(self, value: time | None) -> None:
        """Hold a time without telling anyone."""
        self._value = value
        self.setText(value.strftime("%H:%M") if value else "")
        self.set_wrong(wrong=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on Up and Down."""
        step = {Qt.Key.Key_Up: _TIME_STEP, Qt.Key.Key_Down: -_TIME_STEP}.get(Qt.Key(event.key()))
        start = read_time(self.text())
        if step is None or start is None:
            super().keyPressEvent(event)
            return
        self._take(moved(start, step))

    def _on_finished(self) -> None:
        written = self.text().strip()
        value = read_time(written)
        if written and value is None:
            self.set_wrong(wrong=True)
        elif value != self._value:
            self._take(value)
        else:
            self.set_value(value)

    def _take(self, value: time | None) -> None:
        self.set_value(value)
        self.picked.emit(value)

    def _resize(self) -> None:
        self.setFixedWidth(theme().scaled(48) + 24)


class TextArea(QFrame):
    """A framed box for sentences that grows with them, from `least` to `most` lines.

    `changed` tells of every edit, `done` that focus left after one.
    """

    changed = Signal()
    done = Signal()

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        style: str = "small",
        least: int = 2,
        most: int = 10,
        framed: bool = True,
    ) -> None:
        super().__init__()
        self._framed = framed
        self.edit = GrowingEdit(name, style, least, most)
        self.edit.setPlaceholderText(placeholder)
        self.setLayout(column(self.edit, margins=(11, 8, 9, 7) if framed else (0, 0, 0, 0)))
        self.edit.textChanged.connect(self.changed)
        self.edit.focused.connect(self.update)
        self.edit.left.connect(self._on_left)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click beside the text as one on it."""
        super().mousePressEvent(event)
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus in the field itself; a focus proxy would be a second stop for Tab."""
        self.edit.setFocus(reason)

    def text(self) -> str:
        """Return what is written."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Write something without telling anyone."""
        blocked = self.edit.blockSignals(True)
        self.edit.setPlainText(text)
        self.edit.blockSignals(blocked)
        self.edit.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, and the ring while someone writes."""
        if not self._framed:
            return
        writing = self.edit.hasFocus()
        line, width = ("accent", 2) if writing else ("line_strong", 1)
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), theme().metrics.radius, "surface", line, width)

    def _on_left(self) -> None:
        self.update()
        self.done.emit()
