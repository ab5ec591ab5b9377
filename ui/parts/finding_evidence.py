"""The notes that speak for a finding, each of which can be taken away again."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.evidence_tray_words import marker_look, spoken
from ui.widgets.buttons import IconButton
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.text import Text
from visitapp.domain.evidence import Note
from visitapp.domain.framework import Framework


class FindingEvidence(QWidget):
    """A short list of notes; `unlink_wanted` brings the id of one to take away. Private words stay hidden."""

    unlink_wanted = Signal(str)

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self._framework = framework
        self._shown: tuple[tuple[Note, bool], ...] = ()
        self._buttons: list[IconButton] = []
        self._layout = column(spacing=6, margins=(0, 4, 0, 2))
        self.setLayout(self._layout)
        self.setAccessibleName(self.tr("Linked evidence"))

    def show_notes(self, notes: tuple[Note, ...], *, private: bool) -> None:
        """Show these notes, if they are not the ones shown already."""
        wanted = tuple((note, private or not note.private) for note in notes)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._layout)
        self._buttons.clear()
        for note, open_words in wanted:
            self._layout.addWidget(self._line(note, open_words=open_words))

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        return tuple(self._buttons)

    def _line(self, note: Note, *, open_words: bool) -> QWidget:
        look = marker_look(self._framework, note)
        words = note.text if open_words else self.tr("Private note")
        remove = IconButton("x", self.tr("Take {note} away").format(note=note.label), size=24, icon_size=14)
        self._buttons.append(remove)
        remove.clicked.connect(partial(self.unlink_wanted.emit, note.id))
        mark = column(2, Icon(look.icon, look.colour, 14, 2), None, spacing=0)
        number = column(Text(note.label, "captionm", "text2", tnum=True), None, spacing=0)
        button = column(remove, None, spacing=0)
        text = Text(words, "caption", "text" if open_words else "text3", wrap=True)
        line = wrap(row(mark, number, (text, 1), button, spacing=6))
        line.setAccessibleName(spoken(self._framework, note) if open_words else words)
        return line
