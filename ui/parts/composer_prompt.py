"""Says which prompt the next notes answer, and lets it go."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import IconButton
from ui.widgets.icons import Icon
from ui.widgets.layout import row, shown_if
from ui.widgets.text import Text
from visitapp.domain.framework import Prompt


class PromptLine(QWidget):
    """The prompt that notes are being linked to, shown only while there is one; `dropped` lets it go."""

    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", "small", "on_accent_soft", elide=True)
        drop = IconButton("x", self.tr("Stop linking notes to this prompt"), size=24, icon_size=14)
        drop.clicked.connect(self.dropped)
        self.setLayout(row(Icon("link-2", "on_accent_soft", 14, 2), (self._words, 1), drop, spacing=6))

    def show_prompt(self, asked: Sequence[Prompt], code: str) -> None:
        """Show the prompt of those asked that has this code, or hide when there is none."""
        prompt = next((one for one in asked if one.code == code), None)
        self._words.set_text(prompt.text if prompt else "")
        shown_if(self, prompt is not None)
