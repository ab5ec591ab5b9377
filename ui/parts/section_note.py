"""The one thing to look at again in a section: a quiet line under its text, never in it."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, shown_if, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

MOST_WAYS = 3


class Way(NamedTuple):
    """A thing that can be done about it: its code, its words, and what a screen reader says."""

    code: str
    words: str
    name: str


class LookAgain(NamedTuple):
    """What is to be looked at: its key, a sentence that says why, the words it is about, and what can be done, the
    first thing last."""

    key: str
    icon: str
    says: str
    about: str
    ways: tuple[Way, ...]


class SectionNote(Card):
    """Shows one thing to look at again, or nothing; `acted` brings the code of the way that was taken."""

    acted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(fill="develop_soft", line=None, radius=8)
        self.shown: LookAgain | None = None
        self._icon = Icon("pencil", "develop", 16)
        self._says = Text("", "captionm", "text", wrap=True)
        self._about = Text("", "caption", "text2", elide=True)
        self._buttons = [self._button(number) for number in range(MOST_WAYS)]
        mark = wrap(column(1, self._icon, None))
        foot = row((self._about, 1), wrap(Flow(*self._buttons, spacing=4)), spacing=8)
        body = column(self._says, foot, spacing=2)
        self.setLayout(row(mark, (body, 1), spacing=9, margins=(12, 8, 8, 6)))
        self.setAccessibleName(name)
        self.hide()

    def show_note(self, note: LookAgain | None) -> None:
        """Show something to look at again; the same one again costs nothing."""
        if note == self.shown:
            return
        self.shown = note
        if note is not None:
            self._icon.set_icon(note.icon)
            self._says.set_text(note.says)
            self._about.set_text(note.about)
            unused = MOST_WAYS - len(note.ways)
            for number, button in enumerate(self._buttons):
                button.setVisible(number >= unused)
                if number >= unused:
                    button.set_label(note.ways[number - unused].words, note.ways[number - unused].name)
        shown_if(self, note is not None)

    def buttons(self) -> tuple[QWidget, ...]:
        """Return the buttons, in order."""
        return tuple(self._buttons)

    def _button(self, number: int) -> Button:
        kind = "secondary" if number == MOST_WAYS - 1 else "quiet"
        button = Button("", kind, small=True)
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        place = self._buttons.index(self.sender())
        if self.shown is not None:
            self.acted.emit(self.shown.ways[place - MOST_WAYS].code)  # the ways stand at the end of the buttons
