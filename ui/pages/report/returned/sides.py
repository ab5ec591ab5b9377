"""What was sent and what came back, side by side, with what is different marked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.pages.report.returned.words import by_words, day_words, joined, quoted
from ui.parts.difference_words import new_words, old_words
from ui.widgets.icons import Icon
from ui.widgets.layout import Line, column, row, wrap
from ui.widgets.text import Text
from ui.widgets.text_spans import Span
from visitapp.domain.answering import Remark
from visitapp.domain.writing import Export

_LONGEST = 60


def sides(remark: Remark, export: Export, none: str, titles: tuple[str, str]) -> QWidget:
    """Return both texts; `none` stands where there is no text, `titles` name the sides."""
    sent, given = remark.sent, remark.given
    left = _side(titles[0], day_words(export.at), old_words(sent, given) or [none], "text2")
    right = _side(titles[1], by_words(remark), new_words(sent, given) or [none], "text")
    return wrap(row((left, 1), Line(vertical=True), (right, 1), spacing=14))


def alone(text: str, title: str, when: str) -> QWidget:
    """Return one text that came back as it was sent."""
    return _side(title, when, [text], "text2")


def comment_line(remark: Remark, name: str) -> QWidget:
    """Return a comment: its words, and who wrote it when."""
    part = remark.given if remark.given.strip() != remark.sent.strip() and len(remark.given) <= _LONGEST else ""
    about = f"{quoted(part)}: " if part else ""
    words = joined(f"{about}{quoted(remark.said)}" if remark.said else name, by_words(remark))
    icon = Icon("message-circle", "text2", 15, name=name)
    return wrap(row(column(1, icon, None), (Text(words, "small", wrap=True), 1), spacing=8))


def _side(title: str, when: str, words: list[str | Span], colour: str) -> QWidget:
    right = Qt.AlignmentFlag.AlignRight
    head = row(Text(title, "captionm", "text2"), None, Text(when, "caption", "text2", elide=True, align=right))
    return wrap(column(head, Text(words, "body", colour, wrap=True), None, spacing=1))
