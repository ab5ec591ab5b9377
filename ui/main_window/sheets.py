"""The sheets any place can call up, one at a time: the command palette and the list of keys."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.shell.command import Command
from ui.shell.overlay import Overlay

if TYPE_CHECKING:
    from ui.shell.key_map import KeyMapSheet
    from ui.shell.palette import CommandPalette


class Sheets(QObject):
    """Makes each sheet when it is first wanted; `wanted` brings the code of what was chosen in the palette."""

    wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def any_open(self) -> bool:
        """Return whether a sheet lies over the window, whoever put it there."""
        return any(sheet.isVisible() for sheet in self._window.findChildren(Overlay))

    def open_palette(self, commands: Sequence[Command]) -> None:
        """Show the palette with these commands, unless another sheet is open."""
        if not self.any_open():
            self._palette.set_commands(commands)
            self._palette.open()

    def open_keys(self, commands: Sequence[Command]) -> None:
        """Show the keys of those commands that have any, unless another sheet is open."""
        if not self.any_open():
            self._keys.set_commands([command for command in commands if command.keys])
            self._keys.open()

    @cached_property
    def _palette(self) -> "CommandPalette":
        from ui.shell.palette import CommandPalette

        palette = CommandPalette(self._window)
        palette.chosen.connect(self.wanted)
        return palette

    @cached_property
    def _keys(self) -> "KeyMapSheet":
        from ui.shell.key_map import KeyMapSheet

        return KeyMapSheet(self._window)
