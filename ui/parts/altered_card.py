"""One text of the report in two versions, side by side where there is room."""

from PySide6.QtWidgets import QWidget

from ui.parts.difference_words import new_words, old_words, spoken_difference
from ui.widgets.layout import Line, column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.widgets.text_spans import Span
from visitapp.domain.versions import Altered


class AlteredCard(Card):
    """What a text was and what it is; `before` and `after` name the two versions."""

    def __init__(self, one: Altered, before: str, after: str) -> None:
        super().__init__()
        none, gone = self.tr("Not there"), self.tr("No longer there")
        left = _side(before, old_words(one.before, one.after) or [none], one.before)
        right = _side(after, new_words(one.before, one.after) or [gone], one.after)
        sides = row((left, 1), Line(vertical=True), (right, 1), spacing=14)
        self.setLayout(column(Text(one.heading, "captionm", "text2"), sides, spacing=6, margins=(16, 12, 16, 14)))
        spoken = spoken_difference(one.before, one.after)
        self.setAccessibleName(". ".join(part for part in (one.heading, spoken) if part))


def _side(title: str, words: list[str | Span], text: str) -> QWidget:
    body = Text(words, "body", "text" if text else "text3", wrap=True)
    return wrap(column(Text(title, "captionm", "text3"), body, None, spacing=3))
