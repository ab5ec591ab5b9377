"""The locked door: one field, no names, and a pause after too many wrong tries."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shell.mark import Mark
from ui.theme.painting import wash
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.fields import PasswordField
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card, Scroll
from ui.widgets.text import Text

TRIES = 5
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_WIDTH = 420


class UnlockPage(QWidget):
    """Asks for the passphrase or the recovery code. After five wrong tries it waits `wait` seconds."""

    unlock_wanted = Signal(str)
    explore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, wait: int = 30) -> None:
        super().__init__(parent)
        self._wait, self._left, self._seconds = wait, TRIES, 0
        self._title = Text(self.tr("Locked"), "title", align=_CENTRE)
        self._line = Text("", "small", "text2", wrap=True, align=_CENTRE)
        self.field = PasswordField(self.tr("Passphrase or recovery code"))
        self.button = Button(self.tr("Unlock"), "primary", large=True, wide=True)
        self._said = Text("", "caption", "text2", wrap=True, align=_CENTRE, tnum=True)
        self.explore = Button(self.tr("Explore with a sample visit"), "quiet", icon="compass", small=True)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._lay_out()
        self._connect()
        self.show_locked()

    def show_locked(self, note: str = "") -> None:
        """Be locked and empty; `note` says what became of the work, such as that the draft is kept."""
        self._line.set_text(note or self.tr("Your visits are on this device, encrypted."))
        self.field.set_text("")
        self.field.reveal(False)
        self._set_busy(busy=False)
        self._say("", "text2")

    def show_opened(self) -> None:
        """Forget what was typed and the tries counted: the vault is open."""
        self._left = TRIES
        self.show_locked()

    def show_busy(self) -> None:
        """Say that the words are being tried."""
        self._set_busy(busy=True)
        self._say(self.tr("Unlocking"), "text2")

    def show_wrong(self, sentence: str = "") -> None:
        """Say that the words did not fit; they stay, selected, and the try counts."""
        self._left -= 1
        self.show_refused(sentence or self.tr("These words do not open the vault."))
        if self._left <= 0:
            self._start_waiting()
        elif self._left < TRIES - 1:
            self._say(f"{self._said.text()} {self._tries()}", "risk")

    def show_refused(self, sentence: str) -> None:
        """Say why the vault did not open for another reason; the try does not count."""
        self._set_busy(busy=False)
        self._say(sentence, "risk")
        announce(self, sentence, urgent=True)
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.edit.selectAll()

    def take_focus(self) -> None:
        """Put the focus into the field."""
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), "bg")

    def _lay_out(self) -> None:
        inner: QVBoxLayout = column(
            row(None, Mark(40), None),
            10,
            self._title,
            self._line,
            14,
            self.field,
            6,
            self.button,
            self._said,
            spacing=4,
            margins=(34, 30, 34, 22),
        )
        card = Card(name=self.tr("Locked"))
        card.setLayout(inner)
        card.setMaximumWidth(_WIDTH)
        middle = row(None, (card, 20), None)
        page = wrap(column(None, middle, 12, row(None, self.explore, None), None, margins=(20, 20, 20, 20)))
        self.setLayout(column((Scroll(page, self.tr("Unlock")), 1)))

    def _connect(self) -> None:
        self.field.edit.returnPressed.connect(self._unlock)
        self.button.clicked.connect(self._unlock)
        self.explore.clicked.connect(self.explore_wanted)
        self._second.timeout.connect(self._count_down)

    def _unlock(self) -> None:
        words = self.field.text()
        if not self.button.isEnabled():
            return
        if not words.strip():
            self._say(self.tr("Type the passphrase, or the recovery code from your printed sheet."), "text2")
            return
        self.show_busy()
        self.unlock_wanted.emit(words)

    def _set_busy(self, *, busy: bool) -> None:
        waiting = self._second.isActive()
        self.field.edit.setReadOnly(busy)
        self.button.setEnabled(not busy and not waiting)
        self.button.set_label(self.tr("Unlocking") if busy else self.tr("Unlock"))
        self.explore.setEnabled(not busy)

    def _say(self, words: str, colour: str) -> None:
        self._said.set_text(words)
        self._said.set_colour(colour)
        self.field.edit.setAccessibleDescription(words)

    def _tries(self) -> str:
        if self._left == 1:
            return self.tr("1 try left, then a {seconds} second wait.").format(seconds=self._wait)
        return self.tr("{count} tries left, then a {seconds} second wait.").format(
            count=self._left, seconds=self._wait
        )

    def _start_waiting(self) -> None:
        self._seconds = self._wait
        self._second.start()
        self._set_busy(busy=False)
        self._say_waiting()
        announce(self, self._said.text(), urgent=True)

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self._say_waiting()
            return
        self._second.stop()
        self._left = TRIES
        self._set_busy(busy=False)
        self._say(self.tr("You can try again now."), "text2")
        announce(self, self._said.text())

    def _say_waiting(self) -> None:
        words = self.tr("Five wrong tries. You can try again in {seconds} seconds. Nothing was deleted.")
        self._say(words.format(seconds=self._seconds), "risk")
