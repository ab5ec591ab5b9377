"""The capture box: type, mark, tag, save, and never lose a letter."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.composer_box import make_box
from ui.parts.composer_clock import ContextClock
from ui.parts.composer_ground import ComposerGround
from ui.parts.composer_hints import ComposerHints
from ui.parts.composer_keyboard import KeyboardButton
from ui.parts.composer_pictures import ComposerPictures
from ui.parts.composer_prompt import PromptLine
from ui.parts.composer_save_as import SaveAs
from ui.parts.composer_sign import take_out_sign, typed_marker
from ui.parts.composer_tags import TypedTags
from ui.parts.name_line import ACCEPT_KEY
from ui.parts.note_tools import NoteTools
from ui.parts.recent_lessons import RecentLessons
from ui.parts.tag_menu import CLEAR_KEYS
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.workspace.desk import Desk, News
from ui.workspace.evidence import COMPOSER, Evidence
from visitapp.domain.evidence import Context, Draft
from visitapp.domain.hunches import prompts_for
from visitapp.domain.photo import Photo
from visitapp.domain.tagging import cleared

_MARGINS = (26, 20, 24, 28)


class Composer(ComposerGround):
    """Makes notes of what is typed. Context stays from note to note; marker, groups, pin and private do not.

    `saved` brings each new note, `context_changed` the context whenever it is another, and `last_wanted` asks
    for the latest note to be corrected.
    """

    saved = Signal(object)
    context_changed = Signal(object)
    last_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._evidence = Evidence(desk)
        self._clock = ContextClock(desk)
        self._shown, self._showing = Draft(desk.visit_id, COMPOSER, ""), False
        self._make_pieces()
        self._connect()
        self.restore()

    @property
    def context(self) -> Context:
        """The context the next note gets."""
        return self._shown.context

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written and no picture waits."""
        return not (self._shown.photos or self.box.toPlainText().strip())

    def draft(self) -> Draft:
        """Return everything that stands in the composer."""
        return replace(self._shown, text=self.box.toPlainText(), caret=self.box.textCursor().position())

    def restore(self) -> None:
        """Show what was kept: words, caret and chips. An empty box takes its context from the clock."""
        kept = self._desk.draft(COMPOSER) or Draft(self._desk.visit_id, COMPOSER, "")
        if not (kept.text.strip() or kept.photos):
            kept = replace(kept, context=self._clock.opening(kept.context))
        self._tags.begin_note(kept.context)
        self._show(kept)

    def set_context(self, context: Context) -> None:
        """Give the next note another context, because somebody asked for it."""
        if context != self.context:
            self._tags.begin_note(context)
            self._show(replace(self.draft(), context=context))
            self._keep()

    def follow_clock(self) -> None:
        """Take the context of a slot that has just begun, unless a note is half typed."""
        if self.is_blank:
            self.set_context(self._clock.moved_on(self.context))

    def save(self) -> None:
        """Make a note of what is written; nothing written does nothing, tags alone set the chips."""
        draft = self.draft()
        if draft.text.strip() in self._evidence.grammar.prefixes:
            return
        note = self._evidence.save(self.hints.spelt_out(draft), before=self._tags.before, chosen=self._tags.by_hand)
        if note is None:
            if not self._tags.is_empty:
                self._choose(self._tags.settle(draft))
            return
        kept = self._desk.draft(COMPOSER) or Draft(self._desk.visit_id, COMPOSER, "")
        self._tags.begin_note(kept.context)
        self._show(kept)
        self.pictures.settle(note)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        marker = self._desk.record.framework.marker(note.marker)
        announce(self.box, self.tr("Saved. {marker}.").format(marker=marker.label) if marker else self.tr("Saved."))
        self.saved.emit(note)

    def clear_context(self) -> None:
        """Let source, years, subject and strand go, but nothing typed; where in the day it is stays."""
        self._choose(replace(self.draft(), context=cleared(self.context)))
        announce(self.box, self.tr("Source, year, subject and strand cleared."))
        self.give_back(self.box)

    def save_as(self, marker: str) -> None:
        """Mark what is written and save it, in one action."""
        if not self.is_blank:
            self._choose_marker(marker)
            self.save()

    def _make_pieces(self) -> None:
        framework = self._desk.record.framework
        self.box = make_box(framework, self._evidence.grammar)
        self._tags = TypedTags(self.box, self._evidence.grammar, framework)
        self.hints = ComposerHints(self._desk, self.box, self._evidence, self.draft)
        self._prompt = PromptLine()
        self._button = Button(self.tr("Save"), "primary", keys=self.tr("Enter"), large=True)
        self.recent = RecentLessons(self._desk, self)
        self.pictures = ComposerPictures(self._desk)
        self.pictures.take_drops_on(self)
        self._tools = NoteTools(
            self._desk, self._button, recent=self.recent.widgets, pictures=self.pictures.buttons, desk_only=True
        )
        self._save_as = SaveAs(framework.markers)
        beside = column(KeyboardButton(self.box), self.pictures.camera, None, spacing=6)
        top = row((column(self.box, self.hints, self._prompt, None, spacing=10), 1), beside, spacing=10)
        self.setLayout(column(top, self.pictures, self._tools, self._save_as, spacing=10, margins=_MARGINS))
        self.setAccessibleName(self.tr("New note"))

    def _connect(self) -> None:
        self._save_as.wanted.connect(self.save_as)
        self.recent.chosen.connect(self._go_back_to)
        self.saved.connect(self.hints.take_saved)
        self.bind(ACCEPT_KEY, self.hints.accept)
        self.box.entered.connect(self.save)
        self.box.textChanged.connect(self._on_typed)
        self.box.focused.connect(self.catch_up)
        self.box.left.connect(self.update)
        self._button.clicked.connect(self.save)
        self._tools.changed.connect(self._on_tools)
        self._tools.marker_picked.connect(self._on_marker)
        self._tools.clear_wanted.connect(self.clear_context)
        self._prompt.dropped.connect(self._drop_prompt)
        self.box.pictured.connect(self.pictures.offer_mime)
        self.pictures.changed.connect(self._on_pictures)
        self._desk.changed.connect(self._hear)
        self.bind("Ctrl+Shift+P", self.pictures.choose)
        self.bind("Ctrl+P", self._tools.toggle_pin)
        self.bind("Alt+Up", self.last_wanted.emit)
        self.bind(CLEAR_KEYS, self.clear_context)
        for one in self._desk.record.framework.markers:
            if one.key:
                self.bind(f"Alt+{one.key}", partial(self.save_as, one.code))

    def _show(self, draft: Draft) -> None:
        before, self._shown, self._showing = self.context, draft, True
        if draft.text != self.box.toPlainText():
            self.box.setPlainText(draft.text)
        caret = self.box.textCursor()
        caret.setPosition(min(draft.caret, len(self.box.toPlainText())))
        self.box.setTextCursor(caret)
        self._tags.read()
        self._tools.show_values(self._tags.put_in(draft))
        self.pictures.show_photos(draft.photos)
        self._prompt.show_prompt(prompts_for(self._desk.record, draft.context.activity), draft.context.prompt)
        self._showing = False
        self.recent.stand(draft.context)
        if before != draft.context:
            self.context_changed.emit(draft.context)

    def _keep(self) -> None:
        self._shown = self.draft()
        self._desk.keep_draft(self._shown)

    def _on_typed(self) -> None:
        if not self._showing:
            if self._tags.read():
                self._tools.show_values(self._tags.put_in(self._shown), typing=True)
            self._keep()

    def _on_pictures(self, photos: tuple[Photo, ...]) -> None:
        self._shown = replace(self.draft(), photos=photos)
        self._keep()

    def _on_tools(self) -> None:
        chosen, gone = self._tags.chosen(self._shown, self._tools.filled(self._tags.put_in(self._shown)))
        self._tags.take_out(gone)
        self._choose(replace(chosen, text=self.draft().text, caret=self.draft().caret))
        self.give_back(self.box)

    def _choose(self, draft: Draft) -> None:
        self._show(draft)
        self._keep()

    def _on_marker(self, code: str) -> None:
        self._choose_marker(code)
        self.give_back(self.box)

    def _choose_marker(self, code: str) -> None:
        """Hold a marker; one typed before as a sign gives way, since this was asked for later."""
        if typed_marker(self.box.toPlainText(), self._evidence.grammar.prefixes):
            take_out_sign(self.box)
        self._shown = replace(self._shown, marker=code)
        self._tools.show_marker(code)
        self._keep()

    def _go_back_to(self, context: Context) -> None:
        self.set_context(context)
        self.give_back(self.box)

    def _drop_prompt(self) -> None:
        self.set_context(replace(self.context, prompt=""))

    def catch_up(self) -> None:
        """Show what another composer of this visit left in the box."""
        self.update()
        kept = self._desk.draft(COMPOSER)
        if kept is not None and kept != self._shown:
            self._tags.begin_note(kept.context)
            self._show(kept)

    def _hear(self, news: News) -> None:
        if news.initiator is not self._evidence and "note" in news.kinds and self._desk.draft(COMPOSER) is None:
            self._show(Draft(self._desk.visit_id, COMPOSER, "", context=self.context))
