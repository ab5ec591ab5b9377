"""A marker typed as a sign before the words of a note."""

from collections.abc import Mapping

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit


def typed_marker(text: str, prefixes: Mapping[str, str]) -> str:
    """Return the code of the marker whose sign and a space stand before the words, or an empty text."""
    start = text.lstrip()[:2]
    return prefixes.get(start[0], "") if len(start) > 1 and start[1].isspace() else ""


def take_out_sign(box: QPlainTextEdit) -> None:
    """Take the sign and the space after it out of a box that begins with them."""
    text, caret = box.toPlainText(), box.textCursor()
    start = len(text) - len(text.lstrip())
    caret.setPosition(start)
    caret.setPosition(start + 2, QTextCursor.MoveMode.KeepAnchor)
    caret.removeSelectedText()
