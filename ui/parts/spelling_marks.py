"""Waves under words that seem misspelt, and the menu of what may have been meant. Typing is never marked."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.workspace.spelling import Spans, Spelling


class SpellingMarks(QObject):
    """Marks the words of one box. The word the caret is in is left alone while it is being typed."""

    def __init__(self, edit: QPlainTextEdit, spelling: Spelling) -> None:
        super().__init__(edit)
        self.edit, self._spelling = edit, spelling
        self._cursors: list[QTextCursor] = []
        self._held: QTextCursor | None = None
        self._is_typing = False
        self._asked: tuple[QTextCursor, QPoint] | None = None
        edit.document().contentsChange.connect(self._on_change)
        edit.cursorPositionChanged.connect(self._on_caret)
        theme().changed.connect(self._paint)
        spelling.watch(self, self)

    def text(self) -> str:
        """Return what stands in the box."""
        return self.edit.toPlainText()

    def mark(self, text: str, spans: Spans) -> None:
        """Mark these words of a text, unless another stands there by now."""
        if text == self.edit.toPlainText():
            self._cursors = [self._cursor(start, end) for start, end in spans]
            self._paint()

    def words(self) -> tuple[tuple[int, int], ...]:
        """Return where the marked words stand, as Qt counts, in order."""
        return tuple((one.selectionStart(), one.selectionEnd()) for one in self._shown())

    def top(self, above: QWidget) -> int:
        """Return how far down in a widget above it the box begins, in px."""
        return self.edit.mapTo(above, QPoint(0, 0)).y()

    def choose(self, place: int) -> None:
        """Choose the marked word that begins at a place."""
        found = next((one for one in self._cursors if one.selectionStart() == place), None)
        if found is not None:
            self._is_typing = False
            self.edit.setTextCursor(found)
            self.edit.setFocus()
            announce(self.edit, self.tr("{word}, to check").format(word=found.selectedText()))

    def open_menu(self, place: int, at: QPoint) -> bool:
        """Open the menu of the marked word around a place; return False where none is. `at` is on the screen."""
        found = next((one for one in self._shown() if one.selectionStart() <= place <= one.selectionEnd()), None)
        if found is None:
            return False
        self._asked = (found, at)
        self._spelling.suggest(found.selectedText(), self._show_menu)
        return True

    def _show_menu(self, meant: tuple[str, ...]) -> None:
        if self._asked is None:
            return
        (found, at), self._asked = self._asked, None
        word = found.selectedText()
        menu = self.edit.createStandardContextMenu()
        before = menu.actions()[0]
        actions = [QAction(one, menu) for one in meant]
        for action, one in zip(actions, meant, strict=True):
            action.triggered.connect(partial(self._replace, found, one))
        if not actions:
            actions = [QAction(self.tr("No suggestions"), menu, enabled=False)]
        add = QAction(self.tr("Add to my words"), menu)
        add.triggered.connect(partial(self._spelling.add, word))
        leave = QAction(self.tr("Leave in this visit"), menu)
        leave.triggered.connect(partial(self._spelling.leave, word))
        menu.insertActions(before, actions)
        menu.insertSeparator(before)
        menu.insertActions(before, [add, leave])
        menu.insertSeparator(before)
        menu.setAccessibleName(self.tr("{word}, spelling").format(word=word))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(actions[0])
        menu.popup(at)

    def _replace(self, found: QTextCursor, meant: str) -> None:
        caret = QTextCursor(found)
        caret.insertText(meant)
        self.edit.setTextCursor(caret)
        self.edit.setFocus()

    def _on_change(self, place: int, _gone: int, come: int) -> None:
        """Take the mark from a word that is changed; the others go with their words by themselves."""
        self._is_typing = self.edit.hasFocus()
        kept = [one for one in self._cursors if not _touches(one, place, place + come)]
        if len(kept) != len(self._cursors):
            self._cursors = kept
            self._paint()
        self._spelling.wait()

    def _on_caret(self) -> None:
        if self._held is not None and not self._is_at(self._held):
            self._is_typing = False
            self._paint()

    def _is_at(self, word: QTextCursor) -> bool:
        return word.selectionStart() <= self.edit.textCursor().position() <= word.selectionEnd()

    def _shown(self) -> list[QTextCursor]:
        return [one for one in self._cursors if one.hasSelection() and not self._is_held(one)]

    def _is_held(self, word: QTextCursor) -> bool:
        return self._is_typing and self.edit.hasFocus() and self._is_at(word)

    def _paint(self) -> None:
        shown = self._shown()
        self._held = next((one for one in self._cursors if self._is_held(one)), None)
        if shown or self.edit.extraSelections():
            self.edit.setExtraSelections([_selection(one) for one in shown])

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _touches(word: QTextCursor, start: int, end: int) -> bool:
    return word.selectionStart() <= end and start <= word.selectionEnd()


def _selection(word: QTextCursor) -> QTextEdit.ExtraSelection:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(theme().colour("risk"))
    selection = QTextEdit.ExtraSelection()
    selection.cursor, selection.format = word, look  # type: ignore[attr-defined]
    return selection
