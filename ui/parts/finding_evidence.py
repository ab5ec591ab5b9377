"""The notes that speak for something or against it, each of which can be taken away again."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.evidence_tray_words import marker_look, spoken
from ui.parts.finding_tags import TagButton
from ui.widgets.buttons import IconButton
from ui.widgets.icons import Icon
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.text import Text
from visitapp.domain.evidence import Note
from visitapp.domain.framework import Framework


class FindingEvidence(QWidget):
    """A short list of notes; `unlink_wanted` brings the id of one to take away. Private words stay hidden."""

    unlink_wanted = Signal(str)
    turn_wanted = Signal(str, bool)
    """The id of a note, and whether it speaks against from now on."""

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self._framework = framework
        self._shown: tuple[tuple[Note, bool, bool], ...] = ()
        self._buttons: list[QWidget] = []
        self._sides: dict[str, TagButton] = {}
        self._layout = column(spacing=6, margins=(0, 4, 0, 2))
        self.setLayout(self._layout)
        self.setAccessibleName(self.tr("Linked evidence"))

    def show_notes(self, notes: tuple[Note, ...], against: Collection[str], *, private: bool) -> None:
        """Show these notes, if they are not the ones shown already; `against` holds the ids of those against."""
        wanted = tuple((note, private or not note.private, note.id in against) for note in notes)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._layout)
        self._buttons.clear()
        self._sides.clear()
        for note, open_words, speaks_against in wanted:
            self._layout.addWidget(self._line(note, open_words=open_words, against=speaks_against))

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        return tuple(self._buttons)

    def focus_side(self, note_id: str) -> None:
        """Stand on the button that turns a note for or against, as after pressing it."""
        side = self._sides.get(note_id)
        if side is not None:
            side.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, note: Note, *, open_words: bool, against: bool) -> QWidget:
        look = marker_look(self._framework, note)
        words = note.text if open_words else self.tr("Private note")
        remove = IconButton("x", self.tr("Take {note} away").format(note=note.label), size=24, icon_size=14)
        side = self._side(note, against=against)
        self._buttons += [side, remove]
        remove.clicked.connect(partial(self.unlink_wanted.emit, note.id))
        mark = column(2, Icon(look.icon, look.colour, 14, 2), None, spacing=0)
        number = column(Text(note.label, "captionm", "text2", tnum=True), None, spacing=0)
        button = column(remove, None, spacing=0)
        text = Text(words, "caption", "text" if open_words else "text3", wrap=True)
        line = wrap(row(mark, number, (text, 1), column(side, None, spacing=0), button, spacing=6))
        line.setAccessibleName(spoken(self._framework, note) if open_words else words)
        return line

    def _side(self, note: Note, *, against: bool) -> TagButton:
        side = TagButton(self.tr("For or against"))
        if against:
            name = self.tr("{note} speaks against this; press to turn it").format(note=note.label)
            side.set_tag(self.tr("Against"), name, tone="develop", outlined=False)
        else:
            name = self.tr("{note} speaks for this; press to turn it").format(note=note.label)
            side.set_tag(self.tr("For"), name)
        side.setToolTip(name)
        self._sides[note.id] = side
        side.clicked.connect(partial(self.turn_wanted.emit, note.id, not against))
        return side
