"""A passphrase typed twice, with its strength in words and a suggestion for those who want one."""

from typing import Protocol

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.theme.painting import PILL, rounded
from ui.widgets.buttons import Button
from ui.widgets.fields import TextField
from ui.widgets.layout import column, row
from ui.widgets.text import Text

_STEPS = 4
_COLOURS = ("risk_solid", "risk_solid", "develop_solid", "strength_solid", "strength_solid")
_WORD_COLOURS = ("risk", "risk", "develop", "strength", "strength")


class Strength(Protocol):
    """How hard a passphrase is to guess: `level` 0 to 4, a sentence, and whether it will do."""

    @property
    def level(self) -> int:
        """Return 0 to 4."""

    @property
    def words(self) -> str:
        """Return the sentence for the person."""

    @property
    def acceptable(self) -> bool:
        """Return whether it will do."""


class PassphraseSource(Protocol):
    """Weighs and suggests passphrases."""

    def strength(self, words: str) -> Strength:
        """Return how strong some words are."""

    def suggest(self) -> str:
        """Return a good passphrase."""


class PassphraseForm(QWidget):
    """Two fields that must agree; `changed` tells of every edit."""

    changed = Signal()

    def __init__(self, source: PassphraseSource) -> None:
        super().__init__()
        self._source = source
        self.first = TextField(self.tr("Passphrase"))
        self.again = TextField(self.tr("Once more"))
        self._bar = StrengthBar()
        self._words = Text(self.tr("Four or five words you will remember"), "captionm", "text2", wrap=True)
        self.suggest = Button(self.tr("Suggest one"), "quiet", icon="repeat", small=True)
        self.show_words = Button(self.tr("Show words"), "quiet", icon="eye", small=True)
        self._lay_out()
        self._reveal(shown=False)
        self.first.changed.connect(self._weigh)
        self.again.changed.connect(self._weigh)
        self.again.done.connect(self._compare)
        self.suggest.clicked.connect(self._take_suggestion)
        self.show_words.clicked.connect(self._toggle)

    def passphrase(self) -> str:
        """Return the words as they will be used, spaces made single."""
        return _plain(self.first.text())

    def missing(self) -> str:
        """Return what is still to do here in a sentence, or an empty text."""
        if not self.passphrase():
            return self.tr("choose a passphrase")
        if not self._source.strength(self.first.text()).acceptable:
            return self.tr("make the passphrase stronger")
        if not self.again.text().strip():
            return self.tr("type the passphrase once more")
        return "" if self._agree() else self.tr("make both passphrases the same")

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.again):
            field.edit.clear()
        self._weigh()

    def _lay_out(self) -> None:
        fields = row((self.first, 1), (self.again, 1), spacing=12)
        strength = row((column(None, self._bar, None), 1), (self._words, 1), spacing=10)
        buttons = row(self.suggest, self.show_words, None, spacing=2)
        self.setLayout(column(fields, 3, strength, buttons, spacing=4))

    def _weigh(self) -> None:
        typed = self.first.text()
        strength = self._source.strength(typed)
        level = max(0, min(_STEPS, strength.level))
        self._bar.set_level(level if typed else -1, strength.words if typed else "")
        self._words.set_text(strength.words if typed else self.tr("Four or five words you will remember"))
        self._words.set_colour(_WORD_COLOURS[level] if typed else "text2")
        if self._agree():
            self.again.set_error("")
        self.changed.emit()

    def _compare(self) -> None:
        differs = bool(self.again.text().strip()) and not self._agree()
        self.again.set_error(self.tr("Not the same as the first. Show the words to compare them.") if differs else "")

    def _agree(self) -> bool:
        return _plain(self.first.text()) == _plain(self.again.text())

    def _take_suggestion(self) -> None:
        self.first.set_text(self._source.suggest())
        self.again.set_text("")
        self.again.set_error("")
        self.suggest.set_label(self.tr("Suggest another"))
        self._reveal(shown=True)
        self._weigh()
        self.again.setFocus()

    def _toggle(self) -> None:
        self._reveal(shown=self.first.edit.echoMode() == QLineEdit.EchoMode.Password)

    def _reveal(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.first, self.again):
            field.edit.setEchoMode(mode)
        self.show_words.set_label(self.tr("Hide words") if shown else self.tr("Show words"))
        self.show_words.set_icon("eye-off" if shown else "eye")


class StrengthBar(QWidget):
    """How far from weak to strong, as a bar; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._level = -1
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Strength"))

    def set_level(self, level: int, words: str) -> None:
        """Show a level of 0 to 4, or nothing below 0; `words` say it."""
        self._level = level
        self.setAccessibleName(self.tr("Strength: {words}").format(words=words) if words else self.tr("Strength"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            rounded(painter, rect, PILL, "track")
            if self._level >= 0:
                width = rect.width() * (self._level + 1) / (_STEPS + 1)
                rounded(painter, QRectF(0, 0, width, rect.height()), PILL, _COLOURS[self._level])


def _plain(words: str) -> str:
    return " ".join(words.split())
