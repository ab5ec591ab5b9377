"""Corrects one note: its words and everything else about it. Nothing needs saving."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QWidget

from ui.dialogs.note_sheet import NoteSheet
from ui.parts.autosave import Autosave
from ui.parts.composer_box import NoteBox
from ui.parts.note_time import NoteTime
from ui.parts.note_tools import NoteTools
from ui.parts.note_words import NoteWords, local_time
from ui.parts.tag_menu import CLEAR_KEYS
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News
from ui.workspace.evidence import Evidence
from visitapp.domain.back_dating import days_to_choose
from visitapp.domain.evidence import Context, Draft, Note
from visitapp.domain.places import Place


class NoteEditor(NoteSheet):
    """A sheet on one note, for one use. Words are kept as they are typed; Enter, Esc and Done all leave it.

    Alt and a marker's key mark the note and leave.
    """

    def __init__(self, desk: Desk, host: QWidget, note_id: str) -> None:
        super().__init__(host)
        self._desk, self._note_id = desk, note_id
        self._evidence = Evidence(desk)
        self._words = NoteWords(desk.record.framework)
        self._title = Text("", "heading")
        self._box = NoteBox(self.tr("Words of the note"), least=3, most=9)
        self._autosave = Autosave(self._box, desk, Place("note", note_id, "text"), self._words_label())
        self._delete = Button(self.tr("Delete"), "quiet", icon="trash-2")
        self._done = Button(self.tr("Done"), "primary", keys=self.tr("Enter"))
        self._tools = NoteTools(desk)
        self._activity = PickerChip(self.tr("Activity"), sticky=False)
        self._time = NoteTime()
        where = wrap(row(Text(self.tr("Activity"), "captionm", "text2"), self._activity, None, spacing=6))
        framed = Card(column(self._box), line="line_strong", margins=(12, 10, 10, 8))
        foot = row(self._delete, None, self._done)
        self.fill(column(self._title, framed, self._tools, where, self._time, 4, foot, spacing=10))
        codes = ("", *(one.code for one in desk.record.framework.activities))
        self._activity.set_options([(code, self._words.activity(code)) for code in codes])
        where.setVisible(len(codes) > 1)
        self._connect()
        self._show_note()

    def open(self) -> None:
        """Show the sheet with the caret after the last word."""
        super().open()
        self._box.moveCursor(QTextCursor.MoveOperation.End)

    def first_focus(self) -> QWidget:
        """Return the words."""
        return self._box

    def _connect(self) -> None:
        self._box.entered.connect(self.close_sheet)
        self._done.clicked.connect(self.close_sheet)
        self._delete.clicked.connect(self._on_delete)
        self._tools.changed.connect(self._on_tools)
        self._tools.marker_picked.connect(self._mark)
        self._tools.clear_wanted.connect(self._clear)
        self._activity.picked.connect(self._on_activity)
        self._time.wanted.connect(self._on_time)
        self._desk.changed.connect(self._hear)
        self._bind("Ctrl+P", self._tools.toggle_pin)
        self._bind(CLEAR_KEYS, self._clear)
        for one in self._desk.record.framework.markers:
            if one.key:
                self._bind(f"Alt+{one.key}", partial(self._mark_and_leave, one.code))

    def _bind(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _note(self) -> Note | None:
        found = self._desk.record.find("note", self._note_id)
        return found if isinstance(found, Note) else None

    def _show_note(self) -> None:
        note = self._note()
        if note is None:
            self.close_sheet()
            return
        title = self.tr("Note {label}, {time}").format(label=note.label, time=self._words.time(note))
        self._title.set_text(title)
        self.set_title(title)
        self._tools.show_values(_as_draft(note))
        self._activity.set_current(note.activity)
        self._show_time(note)

    def _show_time(self, note: Note) -> None:
        taken = local_time(note.taken_at)
        self._time.setVisible(taken is not None)
        if taken is not None:
            today = self._desk.now().astimezone().date()
            days = days_to_choose(self._desk.record.visit, today)
            self._time.show_time(taken, local_time(note.entered_at), days)

    def _on_time(self, taken: datetime) -> None:
        note = self._note()
        if note is None:
            return
        fault = self._evidence.set_time(note, taken)
        if fault:
            self._time.show_fault(fault)
        else:
            self._show_time(self._note() or note)
            announce(self._time, self.tr("Time set to {time:%H:%M}").format(time=taken))

    def _on_tools(self) -> None:
        note = self._note()
        if note is not None:
            wanted = self._tools.filled(_as_draft(note))
            context = wanted.context
            self._evidence.change(
                note,
                source=context.source,
                years=context.years,
                subject=context.subject,
                strand=context.strand,
                groups=wanted.groups,
                pinned=wanted.pinned,
                private=wanted.private,
            )

    def _on_activity(self, code: str) -> None:
        note = self._note()
        if note is not None:
            self._evidence.place_in(note, code)

    def _words_label(self) -> str:
        note = self._note()
        return self.tr("words of {note}").format(note=note.label if note else "")

    def _clear(self) -> None:
        note = self._note()
        if note is not None:
            self._evidence.change(note, source="", years=(), subject="", strand="")
            announce(self._box, self.tr("Source, year, subject and strand cleared."))

    def _mark(self, code: str) -> None:
        note = self._note()
        if note is not None:
            self._evidence.change(note, marker=code)
            announce(self._box, self._words.marker_label(code))

    def _mark_and_leave(self, code: str) -> None:
        self._mark(code)
        self.close_sheet()

    def _on_delete(self) -> None:
        self._autosave.seal()
        note = self._note()
        if note is not None:
            self._evidence.delete(note)

    def _hear(self, news: News) -> None:
        if self._note_id in news.ids:
            self._show_note()


def _as_draft(note: Note) -> Draft:
    context = Context(note.source, note.years, note.subject, note.strand, note.activity, note.slot_id, note.prompt)
    return Draft(note.visit_id, "", note.text, 0, note.marker, note.groups, note.pinned, note.private, context)
