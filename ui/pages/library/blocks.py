"""Lists as cards: a heading with a count, and lines of words with a note at the right."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from ui.widgets.icons import Icon
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_MARK_WIDTH = 20
_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: words, a number, letter or icon before them, a note at the right and a quieter line below."""

    words: str
    mark: str = ""
    icon: str = ""
    icon_colour: str = "text2"
    note: str = ""
    below: str = ""


def block(title: str, entries: Iterable[Entry], *, lead: str = "", counted: bool = True) -> Card:
    """Return a card of lines under a heading, with `lead` as a sentence before them."""
    lines = [_line(entry) for entry in entries]
    count = str(len(lines)) if counted else ""
    head = row(Text(title, "heading"), Text(count, "caption", "text3", tnum=True), None, spacing=7)
    pieces: list[QWidget | QLayout] = [head]
    if lead:
        pieces.append(Text(lead, "small", "text2", wrap=True))
    return Card(column(*pieces, *lines, None, spacing=7), margins=(16, 11, 16, 12), name=title)


def _line(entry: Entry) -> QHBoxLayout:
    line = row(spacing=8)
    if entry.icon:
        line.addWidget(Icon(entry.icon, entry.icon_colour, 16, 2), 0, _TOP)
    elif entry.mark:
        mark = Text(entry.mark, "caption", "text3", tnum=True)
        mark.setMinimumWidth(_MARK_WIDTH)
        line.addWidget(mark, 0, _TOP)
    words = Text(entry.words, "small", wrap=True)
    if entry.below:
        line.addLayout(column(words, Text(entry.below, "caption", "text2", wrap=True), spacing=0), 1)
    else:
        line.addWidget(words, 1)
    if entry.note:
        line.addWidget(Text(entry.note, "caption", "text2", tnum=True), 0, _TOP)
    return line
