"""What may be typed to find a note, by example."""

from PySide6.QtWidgets import QWidget

from ui.widgets.layout import column, fixed, row, wrap
from ui.widgets.tags import Kbd
from ui.widgets.text import Text

_EXAMPLE_WIDTH = 150


class SearchHints(QWidget):
    """Examples of words and filters, shown until something is typed."""

    def __init__(self) -> None:
        super().__init__()
        lines = [_line(example, meaning) for example, meaning in self._examples()]
        title = Text(self.tr("Type any words of the note. These narrow it:"), "small", "text2", wrap=True)
        self.setLayout(column(title, 4, *lines, None, spacing=7, margins=(4, 10, 4, 0)))

    def _examples(self) -> tuple[tuple[str, str], ...]:
        return (
            ("#y4 #ma #send", self.tr("tags, as in the capture box")),
            ("+  -  !  ?", self.tr("a marker by its sign, with a space round it")),
            ('"bar model"', self.tr("words that stand together")),
            ("is:pinned", self.tr("pinned, private, or a marker by its name")),
            ("activity:walk", self.tr("what was going on")),
            ("on:2025-11-20", self.tr("a day, a month or a year; also before: and after:")),
            ("school:sallow", self.tr("a school by part of its name")),
        )


def _line(example: str, meaning: str) -> QWidget:
    held = fixed(wrap(row(Kbd(example), None)), _EXAMPLE_WIDTH)
    line = wrap(row(held, (Text(meaning, "small", "text2", elide=True), 1), spacing=10))
    line.setAccessibleName(f"{example}: {meaning}")
    return line
