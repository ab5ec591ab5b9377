"""What a place says while it holds nothing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row
from ui.widgets.text import Text

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """What will be here and the first thing to do; `acted` brings the code of the button pressed.

    Actions are (code, words) or (code, words, icon); the first is the one to take.
    """

    acted = Signal(str)

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        actions: Sequence[tuple[str, str] | tuple[str, str, str]] = (),
    ) -> None:
        super().__init__()
        self._title = Text(title, "heading", align=_CENTRE, wrap=True)
        self._sentence = Text(sentence, "small", "text2", wrap=True, align=_CENTRE)
        buttons = [self._button(action, number) for number, action in enumerate(actions)]
        mark = row(None, Icon(icon, "accent", 30, 1.5), None)
        layout = column(None, mark, 6, self._title, self._sentence, 6, spacing=3, margins=(26, 12, 26, 12))
        if buttons:
            layout.addLayout(row(None, *buttons, None, spacing=8))
        layout.addStretch(1)
        self.setLayout(layout)

    @property
    def words(self) -> str:
        """Return what it says, for a screen reader."""
        return f"{self._title.text()}. {self._sentence.text()}"

    def set_words(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.set_text(title)
        self._sentence.set_text(sentence)

    def _button(self, action: tuple[str, ...], number: int) -> Button:
        icon = action[2] if len(action) > 2 else ""
        button = Button(action[1], "primary" if number == 0 else "secondary", icon=icon)
        button.clicked.connect(partial(self.acted.emit, action[0]))
        return button
