"""How much help somebody wants while writing, and their abbreviations."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.settings import Settings
from ui.widgets.growing_edit import GrowingEdit
from ui.widgets.layout import Line, column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from visitapp.domain.shorthand import in_force, lines_of, own_from

_LEAST_LINES, _MOST_LINES = 5, 9
_LEAST_WORDS, _MOST_WORDS = 2, 6


class WritingCard(Card):
    """Aids to switch on and off, and the abbreviations to edit, an entry a line.

    `changed` brings settings; `shorthand_changed` the reviewer's own list, once the box is left.
    """

    changed = Signal(object)
    shorthand_changed = Signal(object)
    words_wanted = Signal()
    words_changed = Signal(str)
    """The words the reviewer counts as right, one a line."""

    def __init__(self) -> None:
        self._settings = Settings()
        self._starting: Mapping[str, str] = {}
        self._own: Mapping[str, str] = {}
        self._words = ""
        turns = (Segment("off", _tr("Off")), Segment("on", _tr("On")))
        self.names = Segmented(turns, _tr("Ask about names"), height=24, pad=9)
        self.own_words = Segmented(turns, _tr("Offer my own words"), height=24, pad=9)
        self.spell_out = Segmented(turns, _tr("Spell out while saving"), height=24, pad=9)
        self.spelling = Segmented(turns, _tr("Check spelling in the report"), height=24, pad=9)
        self.shorthand = GrowingEdit(_tr("Abbreviations"), "body", _LEAST_LINES, _MOST_LINES)
        self.words = GrowingEdit(_tr("My words"), "body", _LEAST_WORDS, _MOST_WORDS)
        super().__init__(self._content(), margins=(18, 13, 16, 15), name=_tr("Writing"))
        self.names.picked.connect(self._on_picked)
        self.own_words.picked.connect(self._on_picked)
        self.spell_out.picked.connect(self._on_picked)
        self.spelling.picked.connect(self._on_picked)
        self.shorthand.left.connect(self._take_shorthand)
        self.words.left.connect(self._take_words)

    def show_settings(self, settings: Settings) -> None:
        """Show other choices without telling anyone."""
        self._settings = settings
        self.names.set_current(_turn(on=settings.names))
        self.own_words.set_current(_turn(on=settings.own_words))
        self.spell_out.set_current(_turn(on=settings.spell_out))
        self.spelling.set_current(_turn(on=settings.spelling))

    def show_shorthand(self, starting: Mapping[str, str], own: Mapping[str, str]) -> None:
        """Show the list in force: the starting one with the reviewer's own over it."""
        self._starting, self._own = starting, own
        self.shorthand.setPlainText(lines_of(in_force(starting, own)))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the words as they now are: some may have been added in a report."""
        super().showEvent(event)
        self.words_wanted.emit()

    def show_words(self, words: str) -> None:
        """Show the words the reviewer counts as right, one a line."""
        self._words = words
        self.words.setPlainText(words)

    def _content(self) -> QWidget:
        about = _tr(
            "One a line: tchr = teacher. Notes keep what you typed, reports have the words. Tab takes an offer."
        )
        held = QWidget()
        held.setLayout(
            column(
                Text(_tr("Writing"), "heading"),
                1,
                _line(
                    _tr("Ask about names"),
                    _tr("A quiet line offers the role. Nothing leaves this device"),
                    self.names,
                ),
                Line(),
                _line(
                    _tr("Offer my own words"), _tr("From at least two notes of yours. Tab takes them"), self.own_words
                ),
                Line(),
                _line(
                    _tr("Spell out while saving"), _tr("Words in place of abbreviations in notes too"), self.spell_out
                ),
                Line(),
                _line(
                    _tr("Check spelling in the report"),
                    _tr("British English, and the words of the visit. Notes are left alone"),
                    self.spelling,
                ),
                Line(),
                Text(_tr("Abbreviations"), "label"),
                Text(about, "caption", "text2", wrap=True),
                _boxed(self.shorthand),
                Text(_tr("My words"), "label"),
                Text(_tr("One a line. Spelling leaves them alone in every visit."), "caption", "text2", wrap=True),
                _boxed(self.words),
                spacing=9,
            )
        )
        return held

    def _on_picked(self, _turn: str) -> None:
        settings = replace(
            self._settings,
            names=self.names.current() == "on",
            own_words=self.own_words.current() == "on",
            spell_out=self.spell_out.current() == "on",
            spelling=self.spelling.current() == "on",
        )
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)

    def _take_shorthand(self) -> None:
        own = own_from(self.shorthand.toPlainText(), self._starting)
        if own != self._own:
            self.show_shorthand(self._starting, own)
            self.shorthand_changed.emit(own)

    def _take_words(self) -> None:
        words = "\n".join(dict.fromkeys(self.words.toPlainText().split()))
        if words != self._words:
            self.show_words(words)
            self.words_changed.emit(words)


def _boxed(edit: GrowingEdit) -> Card:
    return Card(column(edit), line="line_strong", margins=(10, 8, 8, 6))


def _turn(*, on: bool) -> str:
    return "on" if on else "off"


def _line(title: str, note: str, control: QWidget) -> QHBoxLayout:
    words = column(Text(title, "label"), Text(note, "caption", "text2", wrap=True), spacing=1)
    return row((words, 1), control, spacing=8)


def _tr(text: str) -> str:
    return QCoreApplication.translate("WritingCard", text)
