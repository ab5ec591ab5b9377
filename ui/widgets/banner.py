"""A message in the page that stays until it is dealt with."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame

from ui.theme.painting import rounded
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row
from ui.widgets.text import Text
from ui.widgets.tones import TONES

_SEEN_MS = 50


class Banner(QFrame):
    """What happened, what it means and what to do; `acted` brings the code of the button pressed.

    The first of `actions`, pairs of code and words, is the one to take. A risk banner interrupts a
    screen reader, any other waits its turn.
    """

    acted = Signal(str)

    def __init__(self, tone: str, icon: str, title: str, text: str, actions: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._tone = tone
        self._title = Text(title, "bodym", wrap=True)
        self._text = Text(text, "small", wrap=True)
        if not text:
            self._text.hide()  # never shown here: without a parent it would be a window that takes the focus away
        buttons = [self._button(code, words, number) for number, (code, words) in enumerate(actions)]
        words = column(self._title, self._text, spacing=2)
        if buttons:
            words.addSpacing(4)
            words.addLayout(row(*buttons, None, spacing=8))
        mark = Icon(icon, TONES[tone].front, 20, 2)
        self.setLayout(row(mark, (words, 1), spacing=12, margins=(14, 12, 14, 12)))
        self.setAccessibleName(f"{title}. {text}")

    def set_words(self, title: str, text: str) -> None:
        """Say something else, aloud too if the banner is in view."""
        self._title.set_text(title)
        self._text.set_text(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{title}. {text}")
        if self.isVisible():
            self._say()

    def showEvent(self, event: QShowEvent) -> None:
        """Say it when it has come into view."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0 if self._tone == "risk" else _SEEN_MS, self, self._say_if_there)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        tone = TONES[self._tone]
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), 10, tone.soft, tone.solid)

    def _say_if_there(self) -> None:
        if self.isVisible():
            self._say()

    def _say(self) -> None:
        announce(self, self.accessibleName(), urgent=self._tone == "risk")

    def _button(self, code: str, words: str, number: int) -> Button:
        button = Button(words, "secondary" if number == 0 else "quiet", small=True)
        button.clicked.connect(partial(self.acted.emit, code))
        return button
