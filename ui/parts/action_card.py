"""One agreed action, written field by field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from ui.parts.action_due import ActionDue
from ui.parts.autosave import Autosave
from ui.parts.finding_menu import open_below
from ui.widgets.buttons import IconButton
from ui.widgets.chips import PickerChip
from ui.widgets.fields import TextArea, TextField
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.line_edit import LineEdit
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.summing_up import SummingUp
from visitapp.domain.finding import Action
from visitapp.domain.framework import Option
from visitapp.domain.matters import is_open
from visitapp.domain.places import Place
from visitapp.domain.text import first_words

_URGENCY_TONES = ("risk", "develop")
_WHY_WORDS = 52


def urgency_tone(urgencies: tuple[Option, ...], code: str) -> str:
    """Return the tone of an urgency by its place in the list: the first is the most pressing."""
    place = next((number for number, one in enumerate(urgencies) if one.code == code), len(urgencies))
    return _URGENCY_TONES[place] if place < len(_URGENCY_TONES) else ""


class ActionCard(Card):
    """What, why, how urgent, who, what first, by when, and how it will be known.

    `move_wanted` brings a step up or down, `delete_wanted` and `next_wanted` (Ctrl+Enter) tell what was asked.
    """

    move_wanted = Signal(int)
    delete_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, desk: Desk, action_id: str) -> None:
        super().__init__()
        self.action_id = action_id
        self._desk = desk
        self._offered: list[tuple[str, str]] | None = None
        self._summing_up = SummingUp(desk)
        self._number = Text("", "heading", "text3", tnum=True)
        self.what = TextArea(self.tr("What will be done"), placeholder=self.tr("What the school will do"), least=1)
        self.why = PickerChip(
            self.tr("Why"), icon="link-2", placeholder=self.tr("Why: choose a finding"), sticky=False
        )
        self.urgency = Segmented(self._urgencies(), self.tr("How urgent"), height=28, clearable=True)
        self.owner = TextField(self.tr("Who, by role"), placeholder=self.tr("Mathematics lead"))
        self.first_step = TextArea(self.tr("First step"), placeholder=self.tr("What happens first"), least=1)
        self.due = ActionDue(desk, action_id)
        self.measure = TextArea(
            self.tr("How it will be known"), placeholder=self.tr("What will be different"), least=1
        )
        self.menu_button = IconButton("ellipsis", self.tr("More for this action"), size=28, icon_size=16)
        self._missing = wrap(
            row(
                Icon("triangle-alert", "develop", 14, 2),
                Text(self.tr("First step missing"), "caption", "develop"),
                spacing=6,
            )
        )
        self.setLayout(self._layout())
        self._boxes = self._bind()
        self._connect()

    def action(self) -> Action | None:
        """Return the action as it now stands, None when it is gone."""
        found = self._desk.record.find("action", self.action_id)
        return found if isinstance(found, Action) else None

    def refresh(self, number: int) -> None:
        """Show what the record holds; words being typed are left alone."""
        action = self.action()
        if action is None:
            return
        self._number.set_text(str(number))
        self._show_findings(action)
        if self.urgency.current() != action.urgency:
            self.urgency.set_current(action.urgency)
        self._missing.setVisible(is_open(self._desk.record, "action-without-first-step", action.id))
        self.due.refresh()
        words = first_words(action.text, 80) or self.tr("no words yet")
        self.setAccessibleName(self.tr("Action {number}: {words}").format(number=number, words=words))

    def seal(self) -> None:
        """Make acts of all that was typed."""
        for box in self._boxes:
            box.seal()
        self.due.seal()

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in the order an action is written."""
        urgency = [self.urgency.button(one.code) for one in self._desk.record.framework.urgencies]
        fields = (self.owner.edit, self.first_step.edit, self.due.edit, self.measure.edit)
        return (self.what.edit, *urgency, *fields, self.why, self.menu_button)

    def start_writing(self) -> None:
        """Take the focus where an action begins."""
        self.what.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on Alt with an arrow, begin the next action on Ctrl+Enter."""
        key, held = event.key(), event.modifiers()
        if held & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif held & Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def open_menu(self) -> None:
        """Open what can be done to the whole action."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Action"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Move up\tAlt+Up")).triggered.connect(self._move_up)
        menu.addAction(self.tr("Move down\tAlt+Down")).triggered.connect(self._move_down)
        menu.addSeparator()
        menu.addAction(self.tr("Delete action")).triggered.connect(self._delete)
        open_below(menu, self.menu_button)

    def _layout(self) -> QVBoxLayout:
        head = row(self._number, (self.what, 1), column(self.menu_button, None), spacing=10)
        marks = row(self.urgency, self.why, None, self._missing, spacing=10)
        first, known = _under_its_name(self.first_step), _under_its_name(self.measure)
        shares = ((self.owner, 4), (first, 8), (self.due, 3), (known, 7))
        fields = row(*((column(field, None, spacing=0), share) for field, share in shares), spacing=10)
        inner = column(marks, fields, spacing=10, margins=(20, 0, 38, 0))
        return column(head, inner, spacing=9, margins=(16, 12, 12, 14))

    def _bind(self) -> list[Autosave]:
        fields: dict[str, QPlainTextEdit | LineEdit] = {
            "text": self.what.edit,
            "owner": self.owner.edit,
            "first_step": self.first_step.edit,
            "measure": self.measure.edit,
        }
        label = self.tr("Action written")
        return [
            Autosave(edit, self._desk, Place("action", self.action_id, field), label)
            for field, edit in fields.items()
        ]

    def _connect(self) -> None:
        self.urgency.picked.connect(self._set_urgency)
        self.urgency.setVisible(bool(self._desk.record.framework.urgencies))
        self.why.picked.connect(self._set_why)
        self.menu_button.clicked.connect(self.open_menu)

    def _urgencies(self) -> list[Segment]:
        urgencies = self._desk.record.framework.urgencies
        return [Segment(one.code, one.label, tone=urgency_tone(urgencies, one.code)) for one in urgencies]

    def _show_findings(self, action: Action) -> None:
        record = self._desk.record
        found = [(one.id, first_words(one.text, _WHY_WORDS)) for one in record.findings() if one.text.strip()]
        if found != self._offered:
            self._offered = found
            none = self.tr("No finding")
            self.why.set_options([("", none, self.tr("Why: choose a finding")), *found])
        self.why.set_current(action.finding_id)

    def _set_urgency(self, code: str) -> None:
        self._change(urgency=code)

    def _set_why(self, finding_id: str) -> None:
        self._change(finding_id=finding_id)

    def _change(self, **fields: object) -> None:
        action = self.action()
        if action is not None:
            self._summing_up.change_action(action, **fields)

    def _move_up(self) -> None:
        self.move_wanted.emit(-1)

    def _move_down(self) -> None:
        self.move_wanted.emit(1)

    def _delete(self) -> None:
        self.delete_wanted.emit()


def _under_its_name(area: TextArea) -> QVBoxLayout:
    return column(Text(area.edit.accessibleName(), "captionm"), area, spacing=4)
