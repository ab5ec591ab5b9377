"""Parting one finding in two: which sentences and which evidence go with the second. Nothing is written here."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.evidence_tray_words import spoken
from ui.shell.overlay import Overlay
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.summing_up import SummingUp
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.style.sentences import sentences as spans_of_sentences
from visitapp.domain.text import first_words

_WIDTH = 640
_FIRST, _SECOND = "first", "second"


class SplitSheet(Overlay):
    """A sheet for one use. The first sentence and its evidence stay unless somebody says otherwise."""

    def __init__(self, desk: Desk, finding: Finding, host: QWidget) -> None:
        super().__init__(host, host.tr("Split a finding"), _WIDTH)
        self._desk, self._finding = desk, finding
        self._sentences = sentences(finding.text)
        self._words = [
            self._choice(self.tr("Sentence {number}").format(number=number), _FIRST if number == 1 else _SECOND)
            for number in range(1, len(self._sentences) + 1)
        ]
        self._notes = {note.id: (note, self._choice(note.label, _FIRST)) for note in self._evidence()}
        self._split = Button(self.tr("Split"), "primary", icon="split", keys=self.tr("Ctrl Enter"))
        self._close = Button(self.tr("Cancel"), "quiet", keys=self.tr("Esc"))
        self._lay_out()
        self._split.clicked.connect(self._part)
        self._close.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)

    def first_focus(self) -> QWidget:
        """Return the first choice, or the button while there is nothing to choose."""
        choices = [*self._words, *(choice for _, choice in self._notes.values())]
        return choices[0].button(_FIRST) if choices else self._split

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Split on Ctrl+Enter."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._part()
        else:
            super().keyPressEvent(event)

    def _evidence(self) -> tuple[Note, ...]:
        return self._desk.record.notes_of(self._finding.id)

    def _choice(self, name: str, held: str) -> Segmented:
        made = Segmented(
            [Segment(_FIRST, self.tr("First")), Segment(_SECOND, self.tr("Second"))], name, height=26, pad=9
        )
        made.set_current(held)
        return made

    def _lay_out(self) -> None:
        framework = self._desk.record.framework
        lines = [
            _line(sentence.strip(), choice) for sentence, choice in zip(self._sentences, self._words, strict=True)
        ]
        notes = [
            _line(self.tr("Private note") if note.private else f"{note.label}  {first_words(note.text, 90)}", choice)
            for note, choice in self._notes.values()
        ]
        for (note, _), line in zip(self._notes.values(), notes, strict=True):
            line.setAccessibleName(self.tr("Private note") if note.private else spoken(framework, note))
        inner = column(
            Text(self.tr("Words"), "captionm", "text2"), *lines, 6,
            Text(self.tr("Evidence"), "captionm", "text2"), *notes,
            *([] if notes else [Text(self.tr("No evidence is linked."), "small", "text2")]), None, spacing=8,
        )  # fmt: skip
        say = self.tr("Two findings are made; every word and note stays with one of them. Reword them afterwards.")
        foot = row(None, self._close, self._split, spacing=8)
        body = Scroll(wrap(inner), self.tr("What goes where"))
        body.setMinimumHeight(260)
        title = Text(self.tr("Split a finding"), "heading")
        self.fill(column(title, Text(say, "small", "text2", wrap=True), (body, 1), foot, spacing=10))

    def _part(self) -> None:
        places = [choice.current() for choice in self._words]
        words = [
            "".join(s for s, at in zip(self._sentences, places, strict=True) if at == side)
            for side in (_FIRST, _SECOND)
        ]
        staying = [note_id for note_id, (_, choice) in self._notes.items() if choice.current() != _SECOND]
        SummingUp(self._desk).split_finding(self._finding, (words[0], words[1]), staying)
        self.close_sheet()


def sentences(text: str) -> list[str]:
    """Return a text in its sentences; put together they are the text again, but for space at its ends."""
    whole = text.strip()
    starts = [start for start, _ in spans_of_sentences(whole)]
    return [whole[start:end] for start, end in pairwise([0, *starts[1:], len(whole)])] if whole else []


def _line(words: str, choice: Segmented) -> QWidget:
    return wrap(row((Text(words, "small", wrap=True), 1), column(choice, None, spacing=0), spacing=10))
