"""The button beside a box that brings the keyboard on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from ui.theme.theme import theme
from ui.widgets.buttons import IconButton
from ui.widgets.layout import shown_if
from ui.widgets.touch_keyboard import show_touch_keyboard


class KeyboardButton(IconButton):
    """In touch mode only: puts the caret into the box and asks the system for its keyboard."""

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__("keyboard", "", icon_size=22, fill="sunken")
        self._box = box
        name = self.tr("Show the keyboard on the screen")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.clicked.connect(self._open)
        theme().changed.connect(self._follow)
        self.setHidden(not theme().metrics.touch)

    def _follow(self) -> None:
        shown_if(self, theme().metrics.touch)

    def _open(self) -> None:
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        show_touch_keyboard()
