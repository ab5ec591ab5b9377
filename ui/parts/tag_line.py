"""One quiet line: this sign or this tag means nothing here, and stays in the text."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.icons import Icon
from ui.widgets.layout import row
from ui.widgets.text import Text
from visitapp.domain.framework import Marker


class TagLine(QWidget):
    """Shown while there is something to say about a sign or a tag that was not understood."""

    def __init__(self, markers: Sequence[Marker]) -> None:
        super().__init__()
        self._marks = ", ".join(f"{one.prefix} {one.short}" for one in markers if one.prefix)
        self._words = Text("", "small", "text2", elide=True)
        self.setLayout(row(Icon("info", "text2", 14, 2), (self._words, 1), spacing=6))
        self.setAccessibleName(self.tr("What stays in the text"))
        self.hide()

    def say(self, sign: str, tag: str) -> str:
        """Say what stays in the text, the sign first, and return it in words; nothing hides the line."""
        words = ""
        if sign:
            words = self.tr("This programme has no mark for {sign}; it stays in the text.").format(sign=sign)
            words += self.tr(" Its marks: {marks}.").format(marks=self._marks) if self._marks else ""
        elif tag:
            words = self.tr("{tag} is no tag and stays in the text.").format(tag=tag)
        if words != self._words.text():
            self._words.set_text(words)
        self.setVisible(bool(words))
        return words
