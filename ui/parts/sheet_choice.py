"""A workbook with several tables: which of its sheets is to be read in."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.text import Text


class SheetChoice(QWidget):
    """`explained` brings the name of the sheet, `left` that the file is to be left out."""

    explained = Signal(object)
    left = Signal()

    def __init__(self, sheets: Sequence[str]) -> None:
        super().__init__()
        said = self.tr("Choose the sheet to read in. For another one, read the workbook in once more.")
        self.buttons = [Button(one, icon="table-2") for one in sheets]
        self.left_button = Button(self.tr("Leave this file out"), "quiet")
        lines = [row(one, None) for one in self.buttons]
        head = Text(self.tr("Which sheet is it?"), "label")
        parts = (Text(said, "small", "text2", wrap=True), head, *lines, row(None, self.left_button))
        self.setLayout(column(*parts, spacing=8))
        for name, button in zip(sheets, self.buttons, strict=True):
            button.clicked.connect(partial(self.explained.emit, name))
        self.left_button.clicked.connect(partial(self.left.emit))

    def take_focus(self) -> None:
        """Put the focus on the first sheet."""
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
