"""What keys and buttons do to prose: bold on and off, a list on and off, evidence deleted as one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from ui.widgets.text_units import characters, units
from visitapp.domain.cited_sentences import sentence_around
from visitapp.domain.prose import BULLET_SIGNS, bold_spans, citations

_STARS = "**"
_SIGN = BULLET_SIGNS[0]


def toggle_bold(edit: QPlainTextEdit) -> None:
    """Make the words chosen bold, or bold no longer; with none chosen, the word at the caret."""
    cursor = edit.textCursor()
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    if not cursor.hasSelection() or cursor.selectedText().strip() == "":
        return
    block, line = cursor.block(), cursor.block().text()
    first = characters(line, cursor.selectionStart() - block.position())
    last = characters(line, min(cursor.selectionEnd() - block.position(), units(line)))
    held = next(((start, end) for start, end in bold_spans(line) if start <= first and last <= end), None)
    caret = QTextCursor(block)
    caret.beginEditBlock()
    if held is not None:
        for star in (held[1] - len(_STARS), held[0]):
            _replace(caret, line, star, star + len(_STARS), "")
    else:
        first, last = _trimmed(line, first, last)
        _replace(caret, line, last, last, _STARS)
        _replace(caret, line, first, first, _STARS)
    caret.endEditBlock()


def toggle_list(edit: QPlainTextEdit) -> None:
    """Make items of a list of the paragraphs chosen, or paragraphs of the items."""
    cursor, document = edit.textCursor(), edit.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    blocks = [block]
    while blocks[-1] != last and blocks[-1].next().isValid():
        blocks.append(blocks[-1].next())
    written = [one for one in blocks if one.text().strip()] or blocks
    gone = all(one.text().startswith(BULLET_SIGNS) for one in written)
    caret = QTextCursor(block)
    caret.beginEditBlock()
    for one in written:
        if gone:
            _replace(QTextCursor(one), one.text(), 0, len(_SIGN), "")
        elif not one.text().startswith(BULLET_SIGNS):
            _replace(QTextCursor(one), one.text(), 0, 0, _SIGN)
    caret.endEditBlock()


def sentence_at_caret(edit: QPlainTextEdit) -> str:
    """Return the sentence the caret is in, or the one before it, with the evidence named behind it."""
    text = edit.toPlainText()
    start, end = sentence_around(text, characters(text, edit.textCursor().position()))
    return text[start:end]


def go_behind_sentence(edit: QPlainTextEdit) -> None:
    """Put the caret behind the sentence it is in and the evidence named there."""
    text, cursor = edit.toPlainText(), edit.textCursor()
    _, end = sentence_around(text, characters(text, cursor.position()))
    cursor.setPosition(units(text[:end]))
    edit.setTextCursor(cursor)


def take_key(edit: QPlainTextEdit, event: QKeyEvent) -> bool:
    """Do what a key means in a list or beside evidence; return whether that was all it means."""
    cursor = edit.textCursor()
    if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
        return False
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return _next_item(edit, cursor)
    if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not cursor.hasSelection():
        return _delete_evidence(cursor, before=event.key() == Qt.Key.Key_Backspace)
    return False


def _next_item(edit: QPlainTextEdit, cursor: QTextCursor) -> bool:
    line = cursor.block().text()
    if not line.startswith(BULLET_SIGNS) or cursor.positionInBlock() < len(_SIGN):
        return False
    if line.strip() == line[0]:  # an empty item ends the list
        _replace(QTextCursor(cursor.block()), line, 0, len(line), "")
        return True
    cursor.insertText(f"\n{_SIGN}")
    edit.setTextCursor(cursor)
    return True


def _delete_evidence(cursor: QTextCursor, *, before: bool) -> bool:
    line = cursor.block().text()
    place = characters(line, cursor.positionInBlock())
    for one in citations(line):
        if one.start < place <= one.end if before else one.start <= place < one.end:
            start = one.start - 1 if line[max(0, one.start - 1) : one.start] == " " else one.start
            _replace(QTextCursor(cursor.block()), line, start, one.end, "")
            return True
    return False


def _trimmed(line: str, first: int, last: int) -> tuple[int, int]:
    chosen = line[first:last]
    return first + len(chosen) - len(chosen.lstrip()), last - (len(chosen) - len(chosen.rstrip()))


def _replace(caret: QTextCursor, line: str, start: int, end: int, words: str) -> None:
    """Put words in the place of a stretch (in characters) of the line the caret's paragraph began with."""
    base = caret.block().position()
    caret.setPosition(base + units(line[:start]))
    caret.setPosition(base + units(line[:end]), QTextCursor.MoveMode.KeepAnchor)
    caret.insertText(words)
