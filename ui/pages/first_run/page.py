"""First run: make a vault, or look around with a sample visit. No account, no internet, no tour."""

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.first_run.beside import ExploreCard, promises
from ui.parts.passphrase_form import PassphraseForm, PassphraseSource
from ui.parts.recovery_code import RecoveryCode
from ui.shell.mark import Mark
from ui.theme.painting import draw_icon, rounded, wash
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.layout import Line, column, row, wrap
from ui.widgets.line_edit import LineEdit
from ui.widgets.pressable import paint_centred
from ui.widgets.surfaces import Card, Panel, Scroll
from ui.widgets.text import Text

_WIDTH = 1092
_SIDE = 344
_INDENT = (32, 0, 0, 0)


class FirstRunPort(PassphraseSource, Protocol):
    """What making a vault needs to know about keys."""

    def new_recovery_code(self) -> str:
        """Return a new code in groups joined by dashes."""

    def normalise(self, text: str) -> str:
        """Return a recovery code, or a part of one, in the form in which it is compared."""


class FirstRunPage(QWidget):
    """Three short steps and a way to look around first.

    `create_wanted` brings passphrase, recovery code, name and role.
    """

    create_wanted = Signal(str, str, str, str)
    explore_wanted = Signal()

    def __init__(self, port: FirstRunPort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = port.new_recovery_code()
        self.passphrase = PassphraseForm(port)
        self.recovery = RecoveryCode(self._code, port.normalise)
        self.role = LineEdit(self.tr("Your role"), self.tr("Role, such as Lead reviewer"))
        self.name = LineEdit(self.tr("Your name, optional"), self.tr("Name, optional"))
        self.create_button = Button(self.tr("Create the vault"), "primary", icon="lock-keyhole", large=True)
        self._said = Text("", "caption", "text2", wrap=True)
        self._badges = tuple(_Badge(number) for number in (1, 2, 3))
        self.explore = ExploreCard()
        self._making = False
        self._lay_out()
        self._connect()
        self._refresh()

    def show_making(self) -> None:
        """Say that the vault is being made; nothing can be changed meanwhile."""
        self._making = True
        self._steps.setEnabled(False)
        self.explore.setEnabled(False)
        self.create_button.setEnabled(False)
        self.create_button.set_label(self.tr("Making the vault"))
        self._say(self.tr("This takes a few seconds."), "text2")

    def show_error(self, sentence: str) -> None:
        """Say why no vault was made; all that was typed is still there."""
        self._making = False
        self._steps.setEnabled(True)
        self.explore.setEnabled(True)
        self.create_button.set_label(self.tr("Create the vault"))
        self._refresh()
        self._say(sentence, "risk")
        announce(self, sentence, urgent=True)

    def missing(self) -> str:
        """Return the first thing still to do, or an empty text."""
        return self.passphrase.missing() or self.recovery.missing() or self._missing_role()

    def take_focus(self) -> None:
        """Put the focus into the first field."""
        self.passphrase.first.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), "bg")

    def _lay_out(self) -> None:
        title = self.tr("Welcome to Visitapp")
        line = self.tr("Everything you write stays on this device, locked with words only you know.")
        words = column(Text(title, "display"), Text(line, "body", "text2", wrap=True), spacing=2)
        head = row(Mark(44), (words, 1), spacing=16)
        beside = Panel(column(self.explore, promises(), None, spacing=14))
        beside.set_width(_SIDE)
        body = row((column(self._make_card(), None), 1), beside, spacing=18)
        self._inner = wrap(column(None, head, 18, body, None, spacing=0))
        centred = wrap(row(None, (self._inner, 20), None, margins=(20, 10, 20, 10)))
        theme().changed.connect(self._hold_width)
        self._hold_width()
        self.setLayout(column((Scroll(centred, title), 1)))

    def _hold_width(self) -> None:
        self._inner.setMaximumWidth(max(_WIDTH, theme().scaled(_WIDTH)))

    def _make_card(self) -> Card:
        note = self.tr(
            "If you forget the passphrase, this code is the only other way in. Nobody else can open the vault, "
            "so nobody can reset it."
        )
        self._steps = wrap(
            column(
                self._step(0, self.tr("Choose a passphrase"), column(self.passphrase)),
                10,
                Line(),
                10,
                self._step(
                    1,
                    self.tr("Keep your recovery code"),
                    column(Text(note, "small", "text2", wrap=True), 2, self.recovery, spacing=4),
                ),
                10,
                Line(),
                10,
                self._step(2, self.tr("You, as reports should show it"), self._person()),
                spacing=0,
            )
        )
        foot = row((column(None, self._said, None), 1), self.create_button, spacing=16)
        return Card(column(self._steps, 12, foot, spacing=0), margins=(26, 20, 26, 18))

    def _step(self, number: int, title: str, content: QVBoxLayout) -> QVBoxLayout:
        content.setContentsMargins(*_INDENT)
        return column(row(self._badges[number], (Text(title, "heading"), 1), spacing=10), content, spacing=6)

    def _person(self) -> QVBoxLayout:
        return column(row((self.role, 3), (self.name, 2), spacing=12))

    def _connect(self) -> None:
        self.passphrase.changed.connect(self._refresh)
        self.recovery.changed.connect(self._refresh)
        self.role.textEdited.connect(self._refresh)
        self.create_button.clicked.connect(self._create)
        self.explore.wanted.connect(self.explore_wanted)

    def _refresh(self) -> None:
        parts = (self.passphrase.missing(), self.recovery.missing(), self._missing_role())
        current = next((number for number, missing in enumerate(parts) if missing), len(parts))
        for number, badge in enumerate(self._badges):
            badge.set_state("done" if not parts[number] else "now" if number == current else "todo")
        left = next((missing for missing in parts if missing), "")
        self.create_button.setEnabled(not left and not self._making)
        ready = self.tr("You can change all of this in Settings.")
        self._say(self.tr("Still to do: {what}.").format(what=left) if left else ready, "text2")

    def _missing_role(self) -> str:
        return "" if self.role.text().strip() else self.tr("say your role")

    def _say(self, words: str, colour: str) -> None:
        self._said.set_text(words)
        self._said.set_colour(colour)

    def _create(self) -> None:
        if self.missing():
            return
        self.show_making()
        name, role = self.name.text().strip(), self.role.text().strip()
        self.create_wanted.emit(self.passphrase.passphrase(), self._code, name, role)


class _Badge(QWidget):
    """The number of a step, or a tick once it is done."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._state = number, "todo"
        self.setFixedSize(QSize(22, 22))

    def set_state(self, state: str) -> None:
        """Show a step as done, now or todo."""
        self._state = state
        words = {"done": self.tr("done"), "now": self.tr("now")}.get(state, self.tr("to do"))
        self.setAccessibleName(self.tr("Step {number}, {state}").format(number=self._number, state=words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle."""
        rect, now = QRectF(self.rect()), self._state == "now"
        with QPainter(self) as painter:
            if self._state == "done":
                rounded(painter, rect, 11, "strength_soft")
                draw_icon(painter, "check", "strength", 5, 5, 12, 3)
                return
            rounded(painter, rect, 11, "accent_fill" if now else None, None if now else "line_strong", 1.2)
            front = "on_accent" if now else "text2"
            paint_centred(painter, rect, str(self._number), theme().font("captionm", weight=600), front)
