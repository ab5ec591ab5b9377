"""A text without a place, or one that is missing: what it says, and the two things that can be done."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.widgets.tones import TONES
from visitapp.domain.returned.standing import Standing

_MOST_LINES = 8


class Way(NamedTuple):
    """One thing that can be done: the verdict it gives, its words, and how the tag calls it afterwards."""

    verdict: str
    words: str
    done: str
    tone: str


class SideCard(Card):
    """Brings `decided` with a verdict. The first of its ways is the one to take."""

    decided = Signal(str)

    def __init__(self, icon: str, tone: str, words: str, ways: Sequence[Way]) -> None:
        super().__init__()
        self._words, self._ways = words, ways
        self._tag = Tag("")
        self._about = Text("", "caption", "text2", wrap=True)
        self._hint = Text("", "caption", "text2", wrap=True)
        self._buttons = [self._button(way, soft=number == 0 and len(ways) > 1) for number, way in enumerate(ways)]
        mark = wrap(column(2, Icon(icon, TONES[tone].front, 16), None))
        body = Text(words, "small", wrap=True, max_lines=_MOST_LINES)
        acts = wrap(Flow(*self._buttons, self._tag, spacing=6))
        lines = column(body, self._about, acts, self._hint, spacing=3)
        self.setLayout(row(mark, (lines, 1), spacing=9, margins=(12, 10, 12, 8)))

    def refresh(self, verdict: str, about: str, standing: Standing) -> None:
        """Show where it stood, and what became of it."""
        done = next((way for way in self._ways if way.verdict == verdict), None)
        self._tag.setVisible(done is not None)
        if done is not None:
            self._tag.set_tag(done.done, done.tone)
        self._about.set_text(about)
        for button, way in zip(self._buttons, self._ways, strict=True):
            button.setEnabled(not standing.final and way.verdict != verdict)
        hint = self.tr("It is in place. Undo takes it back.") if standing.final else standing.hindrance
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint))
        parts = (self._words, about, done.done if done else self.tr("To decide"), hint)
        self.setAccessibleName(". ".join(part for part in parts if part))

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops."""
        return self._buttons

    def _button(self, way: Way, *, soft: bool) -> Button:
        button = Button(way.words, "soft" if soft else "quiet", small=True, description=self._words)
        button.clicked.connect(partial(self.decided.emit, way.verdict))
        return button
