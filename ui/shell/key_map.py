"""Every shortcut on one sheet."""

import re
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shell.command import Command
from ui.shell.overlay import Overlay
from ui.widgets.buttons import IconButton
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.surfaces import Scroll
from ui.widgets.tags import Kbd
from ui.widgets.text import Text

_BETWEEN_KEYS = re.compile(r"\+(?=.)")


class KeyMapSheet(Overlay):
    """The shortcuts of commands, by group, in two columns."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "", 860)
        title = self.tr("Keyboard")
        self.setAccessibleName(title)
        self._close = IconButton("x", self.tr("Close"))
        self._close.clicked.connect(self.close_sheet)
        self._left, self._right = column(spacing=3), column(spacing=3)
        columns = wrap(row((self._left, 1), (self._right, 1), spacing=32, margins=(0, 0, 12, 8)))
        self._scroll = Scroll(columns, title)
        head = row(Text(title, "title"), None, self._close)
        self.fill(column(head, (self._scroll, 1), spacing=8))

    def set_commands(self, commands: Sequence[Command]) -> None:
        """List these commands; those without keys are left out."""
        keyed = [command for command in commands if command.keys]
        groups = [(name, list(held)) for name, held in groupby(keyed, attrgetter("group"))]
        for side in (self._left, self._right):
            clear(side)
        filled = 0
        for name, held in groups:
            side = self._left if filled * 2 < len(keyed) else self._right
            _add_group(side, name, held)
            filled += len(held)
        for side in (self._left, self._right):
            side.addStretch(1)
        inner = self._scroll.widget()
        self._scroll.setMinimumHeight(min(560, inner.sizeHint().height()) if inner else 0)

    def first_focus(self) -> QWidget:
        """Return the close button."""
        return self._close


def _add_group(side: QVBoxLayout, name: str, commands: Sequence[Command]) -> None:
    if side.count():
        side.addSpacing(12)
    if name:
        side.addWidget(Text(name, "captionm", "text2"))
    for command in commands:
        side.addWidget(_line(command))


def _line(command: Command) -> QWidget:
    keys = [Kbd(key) for key in _BETWEEN_KEYS.split(command.keys)]
    line = wrap(row((Text(command.title, "small", elide=True), 1), *keys, spacing=4))
    line.setAccessibleName(f"{command.title}: {command.keys}")
    line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return line
