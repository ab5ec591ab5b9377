"""One criterion a person weighs: its letter, its words, a value, and the reason when there is one."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from ui.parts.autosave import Autosave
from ui.parts.finding_menu import choice_menu, open_below
from ui.parts.finding_stops import chain
from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import focus_ring
from ui.theme.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import Criterion, Option
from visitapp.domain.places import answer_place

_SIDE_BY_SIDE = 3
_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_REASON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def criterion_key(criterion: Criterion) -> str:
    """Return the key under which a criterion is answered."""
    return f"criterion.{criterion.code}"


class CriterionRow(QFrame):
    """A row with the first three values side by side and any further one in a small menu.

    With the focus on the row or its buttons, the first letter of a value sets it and Delete takes it off; on the
    row itself Enter opens the reason.
    `walked` brings a step up or down.
    """

    walked = Signal(int)

    def __init__(self, desk: Desk, criterion: Criterion) -> None:
        super().__init__()
        self._desk, self._criterion = desk, criterion
        self._key = criterion_key(criterion)
        self._options = desk.record.framework.judgement.criterion_values
        self.values = Segmented(self._segments(), self._name(), height=26, compact=True, clearable=True)
        self.further = Tag("", outlined=True)
        self.words = Text(criterion.short, "small", wrap=True)
        self.reason_button = IconButton("message-square-quote", self._reason_name(), size=24, icon_size=15)
        self.more_button = IconButton(
            "ellipsis-vertical", self.tr("More for {name}").format(name=self._name()), size=24, icon_size=15
        )
        self.reason: TextArea | None = None
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        answer = self._desk.record.answer(self._key)
        value = str(answer.value or "")
        beyond = next((one for one in self._options[_SIDE_BY_SIDE:] if one.code == value), None)
        self.values.setVisible(beyond is None)
        self.further.setVisible(beyond is not None)
        if beyond is not None:
            self.further.set_tag(beyond.label, outlined=True)
        elif value != self.values.current():
            self.values.set_current(value)
        self.words.set_colour("text3" if beyond else "text")
        self._show_reason_button(written=bool(answer.note.strip()))
        self._rename(value)

    def set_value(self, code: str) -> None:
        """Give the criterion a value, or with an empty code take it off."""
        label = self.tr("Criterion {letter} considered").format(letter=self._criterion.letter)
        self._desk.answer(label, self._key, code or None, self)

    def open_reason(self) -> None:
        """Open the reason below the row and write in it."""
        if self.reason is None:
            name = self.tr("Reason for {name}").format(name=self._name())
            self.reason = TextArea(name, placeholder=self._criterion.text, least=1, most=8)
            Autosave(self.reason.edit, self._desk, answer_place(self._key), self.tr("Reason written"))
            self._layout.addLayout(row((self.reason, 1), margins=(23, 0, 4, 8)))
            chain((self.more_button, self.reason.edit))
        self.reason.show()
        self.reason.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the first letter of a value; keys typed in the reason stay text."""
        key = Qt.Key(event.key())
        if self._is_writing():
            if key == Qt.Key.Key_Escape:
                self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                super().keyPressEvent(event)
            return
        wanted = self._option_of(event.text())
        if wanted is not None:
            self.set_value(wanted.code)
        elif key in _WALK:
            self.walked.emit(_WALK[key])
        elif key in _CLEAR:
            self.set_value("")
        elif key in _REASON:
            self.open_reason()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus, so that the letters work after a click."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring while the keyboard is on the row."""
        if shows_ring(self):
            with QPainter(self) as painter:
                focus_ring(painter, QRectF(self.rect()), theme().metrics.radius_small)

    def _is_writing(self) -> bool:
        return self.reason is not None and self.reason.edit is self.window().focusWidget()

    def _build(self) -> None:
        letter = Text(self._criterion.letter, "captionm", "text3")
        letter.setMinimumWidth(14)
        middle = column(None, self.words, None, spacing=0)
        line = row(letter, (middle, 1), self.reason_button, self.values, self.further, self.more_button, spacing=7)
        line.setContentsMargins(2, 6, 0, 6)
        self._layout = column(line, spacing=2, margins=(0, 0, 0, 0))
        self.setLayout(self._layout)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self._criterion.text)
        self.setAccessibleDescription(self._criterion.text)
        self.more_button.setVisible(len(self._options) > _SIDE_BY_SIDE)
        self.values.picked.connect(self.set_value)
        self.reason_button.clicked.connect(self._turn_reason)
        self.more_button.clicked.connect(self._open_more)

    def _segments(self) -> list[Segment]:
        tones = ("", "develop", "risk")
        return [
            Segment(one.code, one.label, tone=tone)
            for one, tone in zip(self._options[:_SIDE_BY_SIDE], tones, strict=False)
        ]

    def _option_of(self, typed: str) -> Option | None:
        letter = typed.strip().upper()
        if not letter:
            return None
        return next((one for one in self._options if one.label.upper().startswith(letter)), None)

    def _turn_reason(self) -> None:
        if self.reason is not None and self.reason.isVisible():
            self.reason.hide()
        else:
            self.open_reason()

    def _open_more(self) -> None:
        value = str(self._desk.record.answer(self._key).value or "")
        choices = [(one.code, one.label) for one in self._options]
        choices.append(("", self.tr("Not considered yet")))
        open_below(choice_menu(self, self._name(), choices, value, self.set_value), self.more_button)

    def _show_reason_button(self, *, written: bool) -> None:
        name = self._reason_name()
        said = self.tr("{name}: written").format(name=name) if written else name
        self.reason_button.set_icon("message-square-quote" if written else "pen-line", said)

    def _name(self) -> str:
        return f"{self._criterion.letter}, {self._criterion.short}"

    def _reason_name(self) -> str:
        return self.tr("Reason for criterion {letter}").format(letter=self._criterion.letter)

    def _rename(self, value: str) -> None:
        label = next((one.label for one in self._options if one.code == value), self.tr("not considered yet"))
        self.setAccessibleName(f"{self._name()}: {label}")
