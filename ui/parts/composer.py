"""The capture box: type, mark, tag, save, and never lose a letter."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QFrame, QWidget

from ui.parts.composer_box import NoteBox
from ui.parts.composer_clock import ContextClock
from ui.parts.composer_prompt import PromptLine
from ui.parts.note_tools import NoteTools
from ui.parts.tag_words import TagRow, tag_rows
from ui.theme.keyboard_focus import came_by_keyboard
from ui.theme.painting import rounded, soft_shadow
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.layout import column
from ui.workspace.desk import Desk, News
from ui.workspace.evidence import COMPOSER, Evidence, context_after
from visitapp.domain.evidence import Context, Draft
from visitapp.domain.grammar import Parsed, parse

_MARGINS = (26, 20, 24, 28)


class Composer(QFrame):
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
        self._shown = Draft(desk.visit_id, COMPOSER, "")
        self._showing = False
        self._make_pieces()
        self._connect()
        self.restore()

    @property
    def context(self) -> Context:
        """The context the next note gets."""
        return self._shown.context

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written."""
        return not self.box.toPlainText().strip()

    def draft(self) -> Draft:
        """Return everything that stands in the composer."""
        return replace(self._shown, text=self.box.toPlainText(), caret=self.box.textCursor().position())

    def restore(self) -> None:
        """Show what was kept: words, caret and chips. An empty box takes its context from the clock."""
        kept = self._desk.draft(COMPOSER) or Draft(self._desk.visit_id, COMPOSER, "")
        if not kept.text.strip():
            kept = replace(kept, context=self._clock.opening(kept.context))
        self._show(kept)

    def set_context(self, context: Context) -> None:
        """Give the next note another context, because somebody asked for it."""
        if context != self.context:
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
        note = self._evidence.save(draft)
        if note is None:
            self._take_tags(draft)
            return
        self._show(self._desk.draft(COMPOSER) or Draft(self._desk.visit_id, COMPOSER, ""))
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        marker = self._desk.record.framework.marker(note.marker)
        announce(self.box, self.tr("Saved. {marker}.").format(marker=marker.label) if marker else self.tr("Saved."))
        self.saved.emit(note)

    def save_as(self, marker: str) -> None:
        """Mark what is written and save it, in one action."""
        if not self.is_blank:
            self._choose_marker(marker)
            self.save()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the raised ground, ringed while somebody writes here."""
        rect = QRectF(self.rect()).adjusted(10, 6, -10, -14)
        focus = self.window().focusWidget()
        writing = focus is not None and self.isAncestorOf(focus)
        with QPainter(self) as painter:
            soft_shadow(painter, rect, 14)
            rounded(painter, rect, 14, "raised", *(("accent", 2.0) if writing else ("line_strong", 1.0)))

    def _make_pieces(self) -> None:
        framework = self._desk.record.framework
        self.box = NoteBox(self.tr("New note"), self._find_tags)
        self.box.setPlaceholderText(self.tr("What did you see, and what did it do for learning?"))
        prefixes = ", ".join(f"{one.prefix} {one.label}" for one in framework.markers if one.prefix)
        self.box.setAccessibleDescription(
            self.tr("Enter saves. Start with a sign and a space to mark it: {signs}.").format(signs=prefixes)
        )
        self._prompt = PromptLine()
        self._button = Button(self.tr("Save"), "primary", keys=self.tr("Enter"), large=True)
        self._tools = NoteTools(framework, self._button)
        self.setLayout(column(self.box, self._prompt, self._tools, spacing=10, margins=_MARGINS))
        self.setAccessibleName(self.tr("New note"))

    def _connect(self) -> None:
        self.box.entered.connect(self.save)
        self.box.textChanged.connect(self._on_typed)
        self.box.focused.connect(self.catch_up)
        self.box.left.connect(self.update)
        self._button.clicked.connect(self.save)
        self._tools.changed.connect(self._on_tools)
        self._tools.marker_picked.connect(self._on_marker)
        self._prompt.dropped.connect(self._drop_prompt)
        self._desk.changed.connect(self._hear)
        self._bind("Ctrl+P", self._tools.toggle_pin)
        self._bind("Alt+Up", self.last_wanted.emit)
        for one in self._desk.record.framework.markers:
            if one.key:
                self._bind(f"Alt+{one.key}", partial(self.save_as, one.code))

    def _bind(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _show(self, draft: Draft) -> None:
        before, self._shown, self._showing = self.context, draft, True
        if draft.text != self.box.toPlainText():
            self.box.setPlainText(draft.text)
        caret = self.box.textCursor()
        caret.setPosition(min(draft.caret, len(self.box.toPlainText())))
        self.box.setTextCursor(caret)
        self._tools.show_values(draft)
        self._show_typed_marker(draft.text)
        self._prompt.show_prompt(self._desk.record.framework.activity(draft.context.activity), draft.context.prompt)
        self._showing = False
        if before != draft.context:
            self.context_changed.emit(draft.context)

    def _keep(self) -> None:
        self._shown = self.draft()
        self._desk.keep_draft(self._shown)

    def _on_typed(self) -> None:
        if not self._showing:
            self._show_typed_marker(self.box.toPlainText())
            self._keep()

    def _on_tools(self) -> None:
        before, self._shown = self.context, self._tools.filled(self.draft())
        self._keep()
        self._back_to_box()
        if before != self.context:
            self.context_changed.emit(self.context)

    def _on_marker(self, code: str) -> None:
        self._choose_marker(code)
        self._back_to_box()

    def _back_to_box(self) -> None:
        """Give the focus back after a click; whoever walks by keyboard stays where they are."""
        if not came_by_keyboard(self):
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_marker(self, code: str) -> None:
        """Hold a marker; one typed before as a sign gives way, since this was asked for later."""
        text = self.box.toPlainText()
        if self._typed_marker(text):
            caret = self.box.textCursor()
            start = len(text) - len(text.lstrip())
            caret.setPosition(start)
            caret.setPosition(start + 2, QTextCursor.MoveMode.KeepAnchor)
            caret.removeSelectedText()
        self._shown = replace(self._shown, marker=code)
        self._tools.show_marker(code)
        self._keep()

    def _typed_marker(self, text: str) -> str:
        start = text.lstrip()[:2]
        return self._evidence.grammar.prefixes.get(start[0], "") if len(start) > 1 and start[1].isspace() else ""

    def _show_typed_marker(self, text: str) -> None:
        self._tools.show_marker(self._typed_marker(text) or self._shown.marker)

    def _take_tags(self, draft: Draft) -> None:
        parsed = parse(draft.text, self._evidence.grammar)
        if parsed == Parsed(""):
            return
        self._show(_with_tags(draft, parsed))
        self._keep()

    def _drop_prompt(self) -> None:
        self.set_context(replace(self.context, prompt=""))

    def _find_tags(self, start: str) -> tuple[TagRow, ...]:
        return tag_rows(start, self._evidence.grammar, self._desk.record.framework)

    def catch_up(self) -> None:
        """Show what another composer of this visit left in the box."""
        self.update()
        kept = self._desk.draft(COMPOSER)
        if kept is not None and kept != self._shown:
            self._show(kept)

    def _hear(self, news: News) -> None:
        if news.initiator is not self._evidence and "note" in news.kinds and self._desk.draft(COMPOSER) is None:
            self._show(Draft(self._desk.visit_id, COMPOSER, "", context=self.context))


def _with_tags(draft: Draft, parsed: Parsed) -> Draft:
    return replace(
        draft,
        text="",
        caret=0,
        marker=parsed.marker or draft.marker,
        groups=tuple(dict.fromkeys((*draft.groups, *parsed.groups))),
        pinned=draft.pinned or parsed.pinned,
        private=draft.private or parsed.private,
        context=context_after(draft.context, parsed),
    )
