"""Hunches to test on the day, a card each: where it came from, and whether Capture asks for it."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.theme.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip, PickerChip
from ui.widgets.fields import TextArea
from ui.widgets.layout import clear, column, row, shown_if, wrap
from ui.widgets.line_edit import LineEdit
from ui.widgets.pressable import words_width
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.hunches import Hunches
from visitapp.domain.places import Place
from visitapp.domain.preparing import Hunch

_ANY = "any"
_BESIDE_BUTTON, _BESIDE_CHIP = 90, 64
"""A longer source, in px at normal text size, has a line of its own."""


class HunchCard(Card):
    """One hunch. `edited` tells that a person wants to change it, `turned` that Capture should ask for it or not."""

    edited = Signal()
    turned = Signal(bool)

    def __init__(self, hunch: Hunch) -> None:
        super().__init__(radius=10)
        words = Text(
            hunch.text.strip() or self.tr("No words yet"), "small", "text" if hunch.text else "text3", wrap=True
        )
        room = theme().scaled(_BESIDE_CHIP if hunch.looked_for else _BESIDE_BUTTON)
        fits = words_width(hunch.source, theme().font("caption")) <= room and not theme().metrics.touch
        self.source = Text(hunch.source, "caption", "text2", wrap=not fits, elide=fits)
        shown_if(self.source, bool(hunch.source.strip()))
        self.pen = IconButton("pencil", self.tr("Change the hunch"), size=24, icon_size=14, colour="text3")
        self.pen.setAccessibleDescription(hunch.text)
        self.pen.clicked.connect(self.edited)
        if hunch.looked_for:
            self.look: Button | Chip = Chip(
                self.tr("In Look for"), icon="check", tone="strength", small=True, on=True
            )
            self.look.setToolTip(self.tr("Capture asks for it. Press to stop."))
        else:
            self.look = Button(self.tr("Look for it"), "soft", small=True)
            self.look.setToolTip(self.tr("Capture then asks for it"))
            self.look.setEnabled(bool(hunch.text.strip()))
        self.look.setAccessibleDescription(hunch.text)
        self.look.clicked.connect(partial(self.turned.emit, not hunch.looked_for))
        first = (self.source, 1) if fits else None
        foot = row(first, self.pen, self.look, spacing=4)
        above = () if fits else (self.source,)
        self.setLayout(column(words, *above, foot, spacing=4, margins=(12, 8, 9, 8)))
        self.setAccessibleName(hunch.text)


class HunchEditor(Card):
    """A hunch being worded: its text, where it came from, and in which activity it is looked for."""

    done = Signal()
    away_wanted = Signal()
    activity_picked = Signal(str)

    def __init__(self, desk: Desk, hunch: Hunch) -> None:
        super().__init__(radius=10, line="accent")
        self.text = TextArea(
            self.tr("Hunch"), placeholder=self.tr("What you expect to see, or doubt"), least=2, most=8
        )
        Autosave(self.text.edit, desk, Place("hunch", hunch.id, "text"), self.tr("Hunch written"))
        self.text.edit.installEventFilter(self)
        self.text.setToolTip(self.tr("Enter ends it, Shift Enter begins a new line"))
        self.source = LineEdit(self.tr("Where it came from"), self.tr("Where it came from"))
        Autosave(self.source, desk, Place("hunch", hunch.id, "source"), self.tr("Source of a hunch written"))
        self.activity = PickerChip(self.tr("Looked for in"), sticky=False, small=True)
        activities = [(one.code, one.title, one.short) for one in desk.record.framework.activities]
        self.activity.set_options([(_ANY, self.tr("Any activity")), *activities])
        self.activity.set_current(hunch.activity or _ANY)
        self.activity.picked.connect(self._on_activity)
        away = IconButton("trash-2", self.tr("Take the hunch away"), size=28, icon_size=15)
        away.clicked.connect(self.away_wanted)
        self.close_button = Button(self.tr("Done"), small=True)
        self.close_button.clicked.connect(self.done)
        foot = row(away, None, self.close_button, spacing=6)
        parts = (self.text, self.source, row(self.activity, None), foot)
        self.setLayout(column(*parts, spacing=6, margins=(9, 9, 9, 8)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be done on Enter; Shift+Enter begins a new line."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (
            event.type() == QEvent.Type.KeyPress
            and is_enter
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.done.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_activity(self, code: str) -> None:
        self.activity_picked.emit("" if code == _ANY else code)


class HunchList(QWidget):
    """Every hunch, and the way to add one; one at a time is worded in its place."""

    laid = Signal()
    """Other lines stand here: whatever scrolls them must fit them now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._hunches = desk, Hunches(desk)
        self._shown: tuple[Hunch, ...] | None = None
        self._editing = ""
        self._editor: HunchEditor | None = None
        self._cards: dict[str, HunchCard] = {}
        self._count = Text("", "caption", "text3", tnum=True)
        self.add_button = IconButton("plus", self.tr("Add a hunch"), size=28, icon_size=16)
        self.add_button.clicked.connect(self.add)
        self._lines = column(spacing=6)
        self._empty = Text(
            self.tr("None yet. What do the papers make you expect, or doubt? Each can become a prompt in Capture."),
            "caption",
            "text2",
            wrap=True,
        )
        head = row(Text(self.tr("Hunches to test"), "heading"), self._count, None, self.add_button, spacing=8)
        self.setLayout(column(head, self._empty, self._lines, spacing=4))
        self.setAccessibleName(self.tr("Hunches to test"))
        theme().changed.connect(self._restyle)
        self.refresh()

    def refresh(self) -> None:
        """Show the hunches as the record now has them; the one being worded keeps itself."""
        hunches = self._hunches.all()
        if self._editing and not any(one.id == self._editing for one in hunches):
            self._editing = ""
        wanted = tuple(one if one.id != self._editing else Hunch(one.id) for one in hunches)
        self._count.set_text(str(len(hunches)) if hunches else "")
        self._empty.setVisible(not hunches)
        if wanted != self._shown:
            self._shown = wanted
            self._lay(hunches)

    def _restyle(self) -> None:
        """Lay the cards out anew: there may be less room for where they came from."""
        if not self._editing:
            self._lay(self._hunches.all())

    def add(self) -> None:
        """Begin a hunch and put the focus into it."""
        made = self._hunches.add()
        self._edit(made)

    def _lay(self, hunches: tuple[Hunch, ...]) -> None:
        clear(self._lines)
        self._cards = {}
        self._editor = None
        for one in hunches:
            line = self._make_editor(one) if one.id == self._editing else self._make_card(one)
            self._lines.addWidget(line)
            line.show()
        self.laid.emit()

    def _make_card(self, hunch: Hunch) -> HunchCard:
        card = self._cards[hunch.id] = HunchCard(hunch)
        card.edited.connect(partial(self._edit, hunch))
        card.turned.connect(partial(self._turn, hunch))
        return card

    def _make_editor(self, hunch: Hunch) -> QWidget:
        editor = self._editor = HunchEditor(self._desk, hunch)
        editor.done.connect(self._close)
        editor.away_wanted.connect(self._remove)
        editor.activity_picked.connect(self._take_activity)
        return wrap(column(editor))

    def _edit(self, hunch: Hunch) -> None:
        self._close()
        kept = hunch
        if self._desk.record.find("hunch", hunch.id) is None:
            kept = self._hunches.change(hunch, self.tr("Hunch taken up"))
        self._editing = kept.id
        self.refresh()
        if self._editor is not None:
            self._editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        """Hand over what stands in the fields, and let an empty hunch go."""
        if not self._editing:
            return
        closing = self._editing
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editing = ""
        found = self._desk.record.find("hunch", closing)
        if isinstance(found, Hunch) and not found.text.strip():
            self._hunches.remove(found)
        elif isinstance(found, Hunch) and found.text != found.text.strip():
            self._hunches.change(found, self.tr("Empty lines of a hunch dropped"), text=found.text.strip())
        self.refresh()
        if closing in self._cards:
            self._cards[closing].pen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, hunch: Hunch, on: bool) -> None:
        self._hunches.look_for(hunch, on=on)
        found = next((one.id for one in self._hunches.all() if one.text == hunch.text), "")
        if found in self._cards:
            self._cards[found].look.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_activity(self, code: str) -> None:
        found = self._desk.record.find("hunch", self._editing)
        if isinstance(found, Hunch):
            self._hunches.change(found, self.tr("Hunch placed in an activity"), activity=code)

    def _remove(self) -> None:
        found = self._desk.record.find("hunch", self._editing)
        self._editing = ""
        if isinstance(found, Hunch):
            self._hunches.remove(found)
        self.refresh()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
