"""The one window: rail, places, and the visit on the desk."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.main_window.commands import Commands
from ui.main_window.key_map import commands_of_app, commands_of_visit
from ui.main_window.panes import walk_panes
from ui.shell.command import Command
from ui.shell.overlay import Overlay
from ui.shell.rail import Rail, RailItem
from ui.theme.theme import theme
from ui.widgets.layout import row
from ui.widgets.toast import Toast
from ui.workspace.listing import VisitSummary

if TYPE_CHECKING:
    from ui.main_window.visit_frame import VisitFrame
    from ui.pages.home.page import HomePage
    from ui.shell.key_map import KeyMapSheet
    from ui.shell.palette import CommandPalette


class MainWindow(QWidget):
    """Rail and places. It knows which page is where and passes wishes on; it keeps nothing itself."""

    command_wanted = Signal(str)
    visit_wanted = Signal(str)
    closing = Signal()

    def __init__(self, make_home: "Callable[[], HomePage]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_home = make_home
        self.frame: VisitFrame | None = None
        self.setWindowTitle("Visitapp")
        self._rail = Rail(_rail_items(self))
        self._places = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self._door: QWidget | None = None
        self._listed: tuple[VisitSummary, ...] = ()
        self.setLayout(row(self._rail, (self._places, 1), spacing=0))
        self._toast = Toast(self)
        self._commands = Commands(self)
        self._rail.chosen.connect(self.command_wanted)
        self._commands.wanted.connect(self.command_wanted)
        self.resize(1280, 800)

    @cached_property
    def home(self) -> "HomePage":
        """The list of visits, made when it is first wanted."""
        home = self._make_home()
        home.visit_wanted.connect(self.visit_wanted)
        self.add_place("visits", home)
        return home

    @cached_property
    def _palette(self) -> "CommandPalette":
        from ui.shell.palette import CommandPalette

        palette = CommandPalette(self)
        palette.chosen.connect(self.command_wanted)
        return palette

    @cached_property
    def _keys(self) -> "KeyMapSheet":
        from ui.shell.key_map import KeyMapSheet

        return KeyMapSheet(self)

    def add_place(self, code: str, page: QWidget) -> None:
        """Add a page of the rail."""
        self._pages[code] = page
        self._places.addWidget(page)

    def has_place(self, code: str) -> bool:
        """Return whether a page was added under this code."""
        return code in self._pages

    def show_place(self, code: str) -> None:
        """Show a page of the rail."""
        self._close_door()
        if code == "visits":
            self._places.setCurrentWidget(self.home)
        self._places.setCurrentWidget(self._pages[code])
        self._rail.set_current(code)

    def show_door(self, page: QWidget) -> None:
        """Show a page that stands before everything else: first run, or unlocking."""
        self._close_door()
        self._door = page
        self._rail.hide()
        self._places.addWidget(page)
        self._places.setCurrentWidget(page)

    @property
    def door(self) -> QWidget | None:
        """Return the page that stands before everything else, or None once a vault is open."""
        return self._door

    @property
    def at_door(self) -> bool:
        """Return whether a vault has yet to be opened."""
        return self._door is not None

    def show_visit(self, frame: "VisitFrame", stage: str) -> None:
        """Show an open visit at a stage."""
        if frame is not self.frame:
            self.drop_visit()
            self.frame = frame
            self._places.addWidget(frame)
        self._places.setCurrentWidget(frame)
        self._rail.set_current("visits")
        frame.show_stage(stage)

    def drop_visit(self) -> None:
        """Take the open visit off the window."""
        if self.frame is not None:
            self._places.removeWidget(self.frame)
            self.frame.deleteLater()
            self.frame = None

    @property
    def visit_on_show(self) -> "VisitFrame | None":
        """Return the visit being looked at, or None on any other page."""
        return self.frame if self._places.currentWidget() is self.frame else None

    def walk_panes(self, step: int) -> None:
        """Move the focus to the next or previous pane of what is on show."""
        page = self._places.currentWidget()
        shown = page.page if page is self.frame and self.frame is not None else page
        panes = getattr(shown, "panes", None)
        if panes is not None:
            walk_panes(panes(), step)

    def list_visits(self, summaries: Sequence[VisitSummary]) -> None:
        """Hand the list of visits to the home page."""
        self._listed = tuple(summaries)
        self.home.show_visits(summaries)

    def has_sheet(self) -> bool:
        """Return whether a sheet lies over the window; a second one never goes on top."""
        return any(sheet.isVisible() for sheet in self.findChildren(Overlay))

    def open_palette(self) -> None:
        """Show the command palette with what can be done here and every visit by name."""
        if self.has_sheet():
            return
        self._palette.set_commands(self._commands_here())
        self._palette.open()

    def open_key_sheet(self) -> None:
        """Show every shortcut."""
        if self.has_sheet():
            return
        self._keys.set_commands(
            [command for command in self._commands_here() if command.keys and command.group != self.tr("Visits")]
        )
        self._keys.open()

    def say(self, words: str, action: str = "") -> None:
        """Say something quietly at the foot of the window."""
        self._toast.say(words, action)

    @property
    def toast(self) -> Toast:
        """Return the window's toast."""
        return self._toast

    def show_saved(self, at: datetime) -> None:
        """Pass on that everything up to a moment is on the disk."""
        if self.frame is not None:
            self.frame.show_saved(at)

    def show_not_saved(self, sentence: str) -> None:
        """Pass on that something could not be written."""
        if self.frame is not None:
            self.frame.show_not_saved(sentence)
        else:
            self._toast.say(sentence)

    def changeEvent(self, event: QEvent) -> None:
        """Hand over typed text when the window is left, so that nothing waits in a box."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and self.frame is not None:
            self.frame.desk.leave()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything be written before the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def _commands_here(self) -> list[Command]:
        found = list(commands_of_app())
        if self.visit_on_show is not None:
            found = [*self.visit_on_show.page.commands(), *commands_of_visit(), *found]
        group = self.tr("Visits")
        found += [Command(f"visit:{one.id}", one.school, one.starts_on, group) for one in self._listed]
        return found

    def _close_door(self) -> None:
        if self._door is not None:
            self._places.removeWidget(self._door)
            self._door.deleteLater()
            self._door = None
            self._rail.show()


def look_of_window(folder: Path, window: QWidget, name: str) -> Path:
    """Save a picture of a window as PNG and return where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{theme().palette.name}.png"
    window.grab().save(str(path))
    return path


def _rail_items(window: QWidget) -> list[RailItem]:
    return [
        RailItem("visits", window.tr("Visits"), "school", keys="Ctrl+0"),
        RailItem("library", window.tr("Library"), "library"),
        RailItem("settings", window.tr("Settings"), "settings-2", foot=True),
        RailItem("lock", window.tr("Lock"), "lock-keyhole", "command", window.tr("Lock now"), "Ctrl+L", foot=True),
    ]
