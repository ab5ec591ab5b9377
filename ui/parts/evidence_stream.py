"""The stream of evidence: every note of a choice, the newest beside the box, each one keystroke from right."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.parts.coverage_rows import share_words
from ui.parts.evidence_stream_choice import ALL, HERE, PINNED, TODAY, Choice, Sorted, Standing
from ui.parts.evidence_stream_head import StreamHead
from ui.parts.evidence_stream_view import NoteView
from ui.parts.note_acts import NoteActs
from ui.parts.note_list import NoteList
from ui.parts.note_pictures import NotePictures
from ui.parts.note_words import NoteWords
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column
from ui.widgets.toast import Toast
from ui.workspace.desk import Desk
from visitapp.domain.aspect import Aspect, aspect_words
from visitapp.domain.evidence import Note


class EvidenceStream(QWidget):
    """The notes of a visit. `edit_wanted` brings the id of a note to correct; `left` asks for the box below.

    `picture_wanted` brings the id of a note whose pictures should be shown large, `typed` what belongs in the box.
    """

    edit_wanted = Signal(str)
    picture_wanted = Signal(str)
    left = Signal()
    typed = Signal(str)
    search_wanted = Signal()

    def __init__(self, desk: Desk, standing: Standing) -> None:
        super().__init__()
        self._desk, self._standing = desk, standing
        self._words = NoteWords(desk.record.framework)
        self._notes = NoteList(self._words)
        self._sorted = Sorted()
        self._newest_first = False
        self._choice = Choice(HERE if standing.context.activity else TODAY)
        self.head = StreamHead()
        self.view = NoteView(self._notes)
        self.view.show_pictures(NotePictures(desk, self.view, self._notes))
        self._acts = NoteActs(desk, self.view, self._words)
        self.view.letters = self._acts.letters()
        self._empty = EmptyState("square-pen", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._toast = Toast(self)
        self.setLayout(column(self.head, (self._stack, 1), spacing=0))
        self.setAccessibleName(self.tr("Evidence"))
        self.first_place: QWidget = self.view
        self._stack.setContentsMargins(20, 0, 14, 0)
        self.refresh()
        self._connect()

    def stand(self, standing: Standing) -> None:
        """Read from another place: another activity, lesson or day."""
        moved = standing.context.slot_id, standing.context.activity
        if moved != (self._standing.context.slot_id, self._standing.context.activity):
            self._choice = replace(self._choice, show=HERE) if standing.context.activity else self._choice
        self._standing = standing
        self.refresh()

    def refresh(self) -> None:
        """Show the notes of the choice as they are now, in place."""
        notes = self._desk.record.notes
        self._sorted.follow(notes, self._standing)
        counts = {show: self._sorted.count(show) for show in (HERE, TODAY, ALL, PINNED) if self._is_offered(show)}
        if self._choice.show not in counts:
            self._choice = replace(self._choice, show=ALL if ALL in counts else TODAY)
        about = self._choice.about
        found = self._standing.found(notes, about) if about else self._sorted[self._choice.show]
        self.head.show_choice(self._choice.show, counts, lesson=self._standing.in_lesson)
        self.head.show_only(self.only(), share_words(len(found), len(notes)))
        self.head.show_undo(self._desk.steps.undo)
        self.head.show_bin(offered=len(self._desk.record.shelves.get("note", {})) > len(notes))
        self._notes.show_today(self._standing.today)
        self._notes.show_notes(found[::-1] if self._newest_first else found)
        self._show_empty(not found)

    def show_about(self, aspect: Aspect | None) -> None:
        """Show only the notes about one aspect of the coverage board and say so; None shows all again."""
        if aspect is None and self._choice.about is None:
            return
        self._choose(replace(self._choice, about=aspect))
        count = share_words(self._notes.rowCount(), len(self._desk.record.notes))
        words = self.tr("Only {what}: {count}").format(what=self.only(), count=count)
        announce(self.view, words if aspect else self.tr("All notes again"))

    def only(self) -> str:
        """Return the one thing the notes shown are about, in words, or nothing when it may be any."""
        about = self._choice.about
        return aspect_words(self._desk.record.framework, about) if about else ""

    def show_saved(self, note: Note) -> None:
        """Bring a note just saved into view, whatever was shown before."""
        self._toast.hide()
        if self._notes.row_of(note.id) < 0:
            self._choose(Choice(HERE if self._standing.context.activity else TODAY))
        self.view.go_to_foot()

    def show_note(self, note_id: str) -> str:
        """Bring a note into view and mark it as the one in hand, the focus elsewhere; return it in words."""
        if self._notes.row_of(note_id) < 0:
            self._choose(Choice(ALL))
        self.view.hold(self._notes.row_of(note_id))
        note = self.view.current_note()
        return self._words.spoken(note) if note is not None else ""

    def hold(self, note_id: str) -> None:
        """Take a note in hand and give its row the focus."""
        self.show_note(note_id)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def last_note(self) -> Note | None:
        """Return the newest note of the visit, or None."""
        return next(reversed(self._desk.record.notes), None)

    def _connect(self) -> None:
        self.head.show_wanted.connect(self._on_show)
        self.head.search_wanted.connect(self.search_wanted)
        self.head.back_wanted.connect(self._on_back)
        self.head.undo_wanted.connect(self._desk.undo)
        self.view.edit_wanted.connect(self._acts.edit)
        self.view.delete_wanted.connect(self._acts.delete)
        self.view.pin_wanted.connect(self._acts.pin)
        self.view.lettered.connect(self._acts.do_by_key)
        self.view.menu_wanted.connect(self._acts.open_menu)
        self.view.markers_wanted.connect(self._acts.open_markers)
        self.view.picture_wanted.connect(self._on_picture)
        self.view.left.connect(self.left)
        self.view.typed.connect(self.typed)
        self._acts.done_by_key.connect(self._on_done)
        self._acts.edit_wanted.connect(self.edit_wanted)
        self._acts.deleted.connect(self._on_deleted)
        self._toast.acted.connect(self._desk.undo)
        self._desk.steps_changed.connect(self._on_steps)
        self._desk.turned.connect(self._toast.hide)
        self._desk.touched.connect(self.view.rest)
        theme().changed.connect(self._on_look)
        self._on_look()

    def _is_offered(self, show: str) -> bool:
        if show == HERE:
            return bool(self._standing.context.activity)
        if show == TODAY:
            return self._standing.is_visit_day
        more = self._sorted.count(ALL) > self._sorted.count(TODAY)
        return show == PINNED or not self._standing.is_visit_day or more

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self.refresh()
        self.view.go_to_foot()

    def _show_empty(self, empty: bool) -> None:
        self._stack.setCurrentWidget(self._empty if empty else self.view)
        if not empty:
            return
        if self._choice.about:
            sentence = self.tr("No note is about this yet. The cross above shows all notes again.")
            self._empty.set_words(self.only(), sentence)
        elif self._choice.show == PINNED:
            self._empty.set_words(self.tr("Nothing pinned yet"), self.tr("P on a note, or #pin in one, pins it."))
        else:
            sentence = self.tr("Type what you see and press Enter. Source, year and subject stay for the next note.")
            self._empty.set_words(self.tr("Ready for the first note"), sentence)

    def _on_show(self, show: str) -> None:
        self._choose(Choice(show))

    def _on_back(self) -> None:
        self._choose(replace(self._choice, about=None))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_look(self) -> None:
        """In touch mode the box is above the notes, and the newest comes first."""
        first = theme().metrics.touch
        if first != self._newest_first:
            self._newest_first = first
            self._notes.show_notes(())
            self.refresh()
            self.view.lead_with_first(first=first)

    def _on_picture(self, note: Note) -> None:
        if self._desk.record.photos_of(note.id):
            self.picture_wanted.emit(note.id)

    def _on_deleted(self) -> None:
        self._toast.say(self.tr("Deleted"), self.tr("Undo"), "Ctrl+Z", "trash-2")

    def _on_done(self, words: str) -> None:
        self._toast.say(words, self.tr("Undo"), "Ctrl+Z", "undo-2")

    def _on_steps(self) -> None:
        self.head.show_undo(self._desk.steps.undo)
