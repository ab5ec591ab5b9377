"""What the school replied to an action, and what was said or seen of it since."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.pages.followup.progress_line import ProgressLine
from ui.pages.followup.written_in_place import show_lines
from ui.parts.autosave import Autosave
from ui.parts.fact_date import short_day
from ui.parts.finding_stops import chain
from ui.parts.linked_evidence import LinkedEvidence
from ui.parts.place_day import PlaceDay
from ui.widgets.buttons import Button
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, row, wrap
from ui.widgets.line_edit import LineEdit
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.following import Following
from visitapp.domain.finding import Action
from visitapp.domain.followed import progress_of, reply_key
from visitapp.domain.following import Progress
from visitapp.domain.places import Place


class Replies(QWidget):
    """The reply in the school's words, with who and when; below it every dated note of progress."""

    def __init__(self, desk: Desk, action: Action, name: str) -> None:
        super().__init__()
        self._desk, self._following, self._id, self._name = desk, Following(desk), action.id, name
        self._lines: dict[str, ProgressLine] = {}
        self._words, self._by = Text("", "small", wrap=True), Text("", "caption", "text2", tnum=True)
        name_of = self.tr("Evidence on the reply to {action}").format(action=name.lower())
        self.evidence = Button(self.tr("Add evidence"), "quiet", icon="paperclip", small=True, name=name_of)
        self._linked = LinkedEvidence(desk, reply_key(action.id), self.evidence, name_of)
        said = column(self._words, row(self._by, None, self.evidence, spacing=8), self._linked, spacing=2)
        self._quote = Card(said, fill="sunken", line=None, radius=8, margins=(12, 8, 6, 6))
        self._list = column(spacing=6)
        self._holder = wrap(self._list)
        self._form = self._make_form()
        self._form.hide()
        self.record = Button("", "quiet", icon="message-square-quote", small=True)
        self.record.clicked.connect(self.write)
        note = self.tr("Note progress of {action}").format(action=name.lower())
        self.note = Button(self.tr("Note progress"), "quiet", icon="eye", small=True, name=note)
        self.note.clicked.connect(self._add)
        foot = row(self.record, self.note, None, spacing=6)
        self.setLayout(column(self._quote, self._form, self._holder, foot, spacing=5))
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds; words being typed are left alone."""
        action = self._following.action(self._id)
        if action is None:
            return
        reply = action.reply.strip()
        self._words.set_text(f"\u201c{reply}\u201d")
        who = (action.replied_by.strip(), short_day(action.replied_on))
        self._by.set_text(", ".join(part for part in who if part))
        self._linked.about(reply)
        self._linked.refresh()
        chain((self.evidence, *self._linked.stops()))
        self._quote.setVisible(bool(reply) and self._form.isHidden())
        self.record.setVisible(self._form.isHidden())
        words = self.tr("Change the reply") if reply else self.tr("Record a reply")
        self.record.set_label(words, self.tr("{words} to {action}").format(words=words, action=self._name.lower()))
        self._show_progress()

    def write(self) -> None:
        """Write the school's reply."""
        self._form.show()
        self.refresh()
        self._reply.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_form(self) -> None:
        """Read the reply again."""
        self._saving.seal()
        self._form.hide()
        self.refresh()
        self.record.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End writing on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _make_form(self) -> QWidget:
        label = self.tr("Reply written")
        name = self.tr("Reply to {action}").format(action=self._name.lower())
        self._reply = TextArea(name, placeholder=self.tr("What the school says"), least=1, most=20)
        self._saving = Autosave(self._reply.edit, self._desk, Place("action", self._id, "reply"), label)
        self._saving.sealed.connect(self._date)
        by = LineEdit(self.tr("Who replied, by role"), self.tr("Headteacher"))
        Autosave(by, self._desk, Place("action", self._id, "replied_by"), label)
        on = PlaceDay(
            self.tr("Day of the reply"), self._desk, Place("action", self._id, "replied_on"), label, ahead=False
        )
        done = Button(self.tr("Done"), "soft", small=True, name=self.tr("Done: {name}").format(name=name))
        done.clicked.connect(self.close_form)
        return wrap(column(self._reply, row((by, 1), on, None, done, spacing=8), spacing=6))

    def _show_progress(self) -> None:
        found = progress_of(self._desk.record, self._id)
        show_lines(found, self._lines, self._list, self._make_line)
        self._holder.setVisible(bool(found))

    def _make_line(self, progress: Progress) -> ProgressLine:
        line = ProgressLine(self._desk, progress, self._name)
        line.closed.connect(self._on_closed)
        return line

    def _add(self) -> None:
        action = self._following.action(self._id)
        if action is not None:
            made = self._following.add_progress(action)
            self.refresh()
            self._lines[made.id].write()

    def _date(self) -> None:
        action = self._following.action(self._id)
        if action is not None:
            self._following.date_reply(action)

    def _on_closed(self) -> None:
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
