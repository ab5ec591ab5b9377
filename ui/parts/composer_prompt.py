"""Says which prompt the next notes answer, and lets it go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import IconButton
from ui.widgets.icons import Icon
from ui.widgets.layout import row
from ui.widgets.text import Text
from visitapp.domain.framework import Activity


class PromptLine(QWidget):
    """The prompt that notes are being linked to, shown only while there is one; `dropped` lets it go."""

    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", "small", "on_accent_soft", elide=True)
        drop = IconButton("x", self.tr("Stop linking notes to this prompt"), size=24, icon_size=14)
        drop.clicked.connect(self.dropped)
        self.setLayout(row(Icon("link-2", "on_accent_soft", 14, 2), (self._words, 1), drop, spacing=6))

    def show_prompt(self, activity: Activity | None, code: str) -> None:
        """Show a prompt of an activity, or hide when there is none of that code."""
        prompt = next((one for one in activity.prompts if one.code == code), None) if activity else None
        self._words.set_text(prompt.text if prompt else "")
        self.setVisible(prompt is not None)
