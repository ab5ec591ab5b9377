"""How much help somebody wants while writing, and their abbreviations."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.settings import Settings
from ui.widgets.growing_edit import GrowingEdit
from ui.widgets.layout import Line, column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from visitapp.domain.shorthand import in_force, lines_of, own_from

_LEAST_LINES, _MOST_LINES = 5, 9


class WritingCard(Card):
    """Aids to switch on and off, and the abbreviations to edit, an entry a line.

    `changed` brings settings; `shorthand_changed` the reviewer's own list, once the box is left.
    """

    changed = Signal(object)
    shorthand_changed = Signal(object)

    def __init__(self) -> None:
        self._settings = Settings()
        self._starting: Mapping[str, str] = {}
        self._own: Mapping[str, str] = {}
        turns = (Segment("off", _tr("Off")), Segment("on", _tr("On")))
        self.names = Segmented(turns, _tr("Ask about names"), height=24, pad=9)
        self.own_words = Segmented(turns, _tr("Offer my own words"), height=24, pad=9)
        self.spell_out = Segmented(turns, _tr("Spell out while saving"), height=24, pad=9)
        self.shorthand = GrowingEdit(_tr("Abbreviations"), "body", _LEAST_LINES, _MOST_LINES)
        super().__init__(self._content(), margins=(18, 13, 16, 15), name=_tr("Writing"))
        self.names.picked.connect(self._on_picked)
        self.own_words.picked.connect(self._on_picked)
        self.spell_out.picked.connect(self._on_picked)
        self.shorthand.left.connect(self._take_shorthand)

    def show_settings(self, settings: Settings) -> None:
        """Show other choices without telling anyone."""
        self._settings = settings
        self.names.set_current(_turn(on=settings.names))
        self.own_words.set_current(_turn(on=settings.own_words))
        self.spell_out.set_current(_turn(on=settings.spell_out))

    def show_shorthand(self, starting: Mapping[str, str], own: Mapping[str, str]) -> None:
        """Show the list in force: the starting one with the reviewer's own over it."""
        self._starting, self._own = starting, own
        self.shorthand.setPlainText(lines_of(in_force(starting, own)))

    def _content(self) -> QWidget:
        about = _tr(
            "One a line: tchr = teacher. Notes keep what you typed, reports have the words. Tab takes an offer."
        )
        box = Card(column(self.shorthand), line="line_strong", margins=(10, 8, 8, 6))
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
                Text(_tr("Abbreviations"), "label"),
                Text(about, "caption", "text2", wrap=True),
                box,
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
        )
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)

    def _take_shorthand(self) -> None:
        own = own_from(self.shorthand.toPlainText(), self._starting)
        if own != self._own:
            self.show_shorthand(self._starting, own)
            self.shorthand_changed.emit(own)


def _turn(*, on: bool) -> str:
    return "on" if on else "off"


def _line(title: str, note: str, control: QWidget) -> QHBoxLayout:
    words = column(Text(title, "label"), Text(note, "caption", "text2", wrap=True), spacing=1)
    return row((words, 1), control, spacing=8)


def _tr(text: str) -> str:
    return QCoreApplication.translate("WritingCard", text)
