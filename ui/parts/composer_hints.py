"""Quiet help under and in the composer: a name noticed, an abbreviation spelt out, a phrase of one's own finished."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.composer_box import NoteBox
from ui.parts.composer_tags import unread
from ui.parts.inline_offer import InlineOffer, Offer
from ui.parts.name_line import NameLine
from ui.parts.tag_line import TagLine
from ui.widgets.announce import announce
from ui.widgets.layout import column, shown_if
from ui.widgets.text_units import units
from ui.workspace.desk import Desk
from ui.workspace.evidence import Evidence
from visitapp.domain.evidence import Draft, Note
from visitapp.domain.grammar import parse, unmarked_sign
from visitapp.domain.naming.finding import Named, Swap, swapped, swaps
from visitapp.domain.shorthand import expanded, shorts

PAUSE_MS = 800
"""How long nothing is typed before a name is asked about."""
_TELL_MS = 250
"""How long nothing is typed before it is said what stays in the text; a line that comes moves the notes above it."""
_FIRST_MS = 1200
"""How long the box has been there before what the aids need is read."""


class ComposerHints(QWidget):
    """Watches a composer's box. Asks about a name only after a pause or once a note is saved; holds up nothing."""

    def __init__(self, desk: Desk, box: NoteBox, evidence: Evidence, draft: Callable[[], Draft]) -> None:
        super().__init__()
        self._desk, self._box, self._evidence, self._draft = desk, box, evidence, draft
        self._found: tuple[Named, ...] = ()
        self._note_id = ""
        self._said = ""
        self._saved_text = ""
        self.line = NameLine()
        self.tags = TagLine(desk.record.framework, evidence.grammar)
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        lines: QVBoxLayout = column(self.line, self.tags, spacing=4)
        self.setLayout(lines)
        self.hide()
        self._telling = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._telling.timeout.connect(self._tell_unread)
        box.textChanged.connect(self._wait_to_tell)
        if desk.aids is not None:
            self._begin()

    def accept(self) -> None:
        """Put the role where the name stands: in the box, to be undone there, or in the saved note, as an act."""
        aids, note = self._desk.aids, self._note()
        if aids is None or not self._found:
            return
        name = self._found[0]
        changes = swaps(self._found, name)
        aids.remember(self._desk.visit_id, name)
        if not self._note_id:
            self._write(changes)
        elif note is not None:
            self._evidence.change(note, text=swapped(note.text, changes))
        announce(self._box, name.role)
        self._look_again()

    def let_be(self) -> None:
        """Ask no more about this name in this visit."""
        if self._desk.aids is not None and self._found:
            self._desk.aids.let_be(self._desk.visit_id, self._found[0])
            self._look_again()

    def look(self) -> None:
        """Ask about the first name in the box; a question about the note before stays while there is none."""
        draft, note = self._draft(), self._note()
        self._ask(draft.text, "", draft.context.years)
        if note is not None and not self._found:
            self._ask(note.text, note.id, note.years)

    def spelt_out(self, draft: Draft) -> Draft:
        """Return a draft as it is to be saved: with words for abbreviations, when that is wanted."""
        aids = self._desk.aids
        if aids is None or not aids.wanted.spell_out:
            return draft
        return replace(draft, text=expanded(draft.text, aids.shorthand))

    def take_saved(self, note: Note) -> None:
        """Learn from a note just saved, and ask about a name in it."""
        self.pause.stop()
        self._saved_text = note.text
        self._telling.start()
        if self._desk.aids is not None:
            self._desk.aids.learn(note)
            self._ask(note.text, note.id, note.years)

    def _begin(self) -> None:
        aids = self._desk.aids
        assert aids is not None
        self._box.offer = InlineOffer(self._box, self._offer)
        self._box.textChanged.connect(self._on_typed)
        self.pause.timeout.connect(self.look)
        self.line.accepted.connect(self.accept)
        self.line.let_be.connect(self.let_be)
        aids.changed.connect(self._look_again)
        QTimer.singleShot(_FIRST_MS, aids, aids.prepare)

    def _on_typed(self) -> None:
        if self._found and not self._note_id and self._found[0].words not in self._box.toPlainText():
            self._drop()
        if self._box.hasFocus():
            self.pause.start()

    def _look_again(self) -> None:
        note = self._note()
        if note is not None:
            self._ask(note.text, note.id, note.years)
        if note is None or not self._found:
            self.look()

    def _ask(self, text: str, note_id: str, years: tuple[str, ...]) -> None:
        aids, record = self._desk.aids, self._desk.record
        typed = parse(text, self._evidence.grammar).years if not note_id else ()
        labels = [
            term.label for term in record.framework.vocabularies["years"].terms if term.code in (typed or years)
        ]
        self._found = aids.names_in(text, record, labels) if aids is not None else ()
        self._note_id = note_id if self._found else ""
        if not self._found:
            self._drop()
            return
        note = self._note()
        question = self.line.ask(self._found[0], note.label if note else "")
        self._fit()
        if question != self._said:
            self._said = question
            announce(self._box, question)

    def _drop(self) -> None:
        self._found, self._note_id, self._said = (), "", ""
        self.line.hide()
        self._fit()

    def _wait_to_tell(self) -> None:
        text = self._box.toPlainText()
        self._saved_text = "" if text else self._saved_text
        if "#" in text or unmarked_sign(text, self._evidence.grammar) or not self.tags.isHidden():
            self._telling.start()

    def _tell_unread(self) -> None:
        """Tell what stays in the text of the box, or while it is empty of the note that was just saved."""
        text = self._box.toPlainText()
        caret = len(text) - (units(text) - self._box.textCursor().position()) if text else -1
        before = self.tags.isHidden()
        words = self.tags.say(*unread(text or self._saved_text, self._evidence.grammar, caret))
        self._fit()
        if before and words:
            announce(self._box, words)

    def _fit(self) -> None:
        """Take no room while there is nothing to say."""
        shown_if(self, not (self.line.isHidden() and self.tags.isHidden()))

    def _note(self) -> Note | None:
        found = self._desk.record.find("note", self._note_id) if self._note_id else None
        return found if isinstance(found, Note) else None

    def _write(self, changes: tuple[Swap, ...]) -> None:
        text, caret = self._box.toPlainText(), QTextCursor(self._box.document())
        caret.beginEditBlock()
        for swap in reversed(changes):
            caret.setPosition(units(text[: swap.start]))
            caret.setPosition(units(text[: swap.end]), QTextCursor.MoveMode.KeepAnchor)
            caret.insertText(swap.words)
        caret.endEditBlock()

    def _offer(self, before: str) -> Offer | None:
        aids = self._desk.aids
        if aids is None:
            return None
        return _spelling(before, aids.shorthand) or _ending(aids.going_on(before))


def _spelling(before: str, words: Mapping[str, str]) -> Offer | None:
    """Offer the words for an abbreviation that has just been finished with a space or a comma."""
    if before[-1:] not in (" ", ",", ".", ";", ":") or not _ends_short(before[:-1], words):
        return None
    end = len(before) - 1
    last = next((one for one in shorts(before, words) if one.end == end), None)
    return Offer(last.words + before[-1], f"\u2192 {last.words}", len(before) - last.start) if last else None


def _ends_short(before: str, words: Mapping[str, str]) -> bool:
    """Return whether the last word may be an abbreviation; asked at every letter, so without any search."""
    return before.rpartition(" ")[2].lstrip("(").lower() in words


def _ending(words: str) -> Offer | None:
    return Offer(words, words) if words else None
