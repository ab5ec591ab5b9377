"""Goes to the words a flag points at, where they can be mended."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.text_units import units
from visitapp.domain.style import Flag


def choose_words(sheet: QWidget, flag: Flag) -> bool:
    """Choose the words of a flag in a box that holds its text; return False where none does."""
    for edit in sheet.findChildren(QPlainTextEdit):
        text = edit.toPlainText()
        start = _found(text, flag)
        if start >= 0:
            cursor = edit.textCursor()
            cursor.setPosition(units(text[:start]))
            cursor.setPosition(units(text[: start + len(flag.words)]), QTextCursor.MoveMode.KeepAnchor)
            edit.setFocus()
            edit.setTextCursor(cursor)
            return True
    return False


def _found(text: str, flag: Flag) -> int:
    """Return where the words stand in a text that holds the flag's paragraph, or at least its sentence; or -1."""
    whole = text.find(flag.piece.text)
    if whole >= 0:
        return whole + flag.start
    sentence = text.find(flag.sentence) if flag.sentence else -1
    return sentence + flag.sentence.find(flag.words) if sentence >= 0 else -1
