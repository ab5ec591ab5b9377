"""The one window: rail, places, and the visit on the desk.

Little is imported here at module level: the window is painted before what stands on it is loaded.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme.ground import LIGHT, RAIL_WIDTH, Ground

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from ui.main_window.visit_frame import VisitFrame
    from ui.pages.home.page import HomePage
    from ui.shell.command import Command
    from ui.widgets.toast import Toast
    from ui.workspace.listing import VisitSummary


class MainWindow(QWidget):
    """Rail and places. It knows which page is where and passes wishes on; it keeps nothing itself."""

    command_wanted = Signal(str)
    visit_wanted = Signal(str)
    closing = Signal()
    painted = Signal()
    """The bare window is on the screen: now is the time to load what stands on it."""

    def __init__(self, ground: Ground = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._is_painted = False
        self.frame: VisitFrame | None = None
        self.setWindowTitle("Visitapp")
        self.resize(1280, 800)

    def furnish(self, make_home: "Callable[[], HomePage]") -> None:
        """Put rail, places, toast and shortcuts on the bare window; once, before anything else is asked of it."""
        from PySide6.QtWidgets import QStackedWidget

        from ui.main_window.arrangement import Arrangement
        from ui.main_window.commands import Commands
        from ui.main_window.rail import rail_items
        from ui.main_window.sheets import Sheets
        from ui.shell.rail import Rail

        self._make_home = make_home
        self._rail = Rail(rail_items())
        self._places: QStackedWidget = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self._door: QWidget | None = None
        self._listed: tuple[VisitSummary, ...] = ()
        self._arrangement = Arrangement(self, self._rail, self._places)
        self._sheets = Sheets(self)
        self._sheets.wanted.connect(self.command_wanted)
        self._commands = Commands(self)
        self._rail.chosen.connect(self.command_wanted)
        self._commands.wanted.connect(self.command_wanted)

    @cached_property
    def home(self) -> "HomePage":
        """The list of visits, made when it is first wanted."""
        home = self._make_home()
        home.visit_wanted.connect(self.visit_wanted)
        self.add_place("visits", home)
        return home

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
            frame.command_wanted.connect(self.command_wanted)
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
        from ui.main_window.panes import walk_panes

        page = self._places.currentWidget()
        shown = page.page if page is self.frame and self.frame is not None else page
        panes = getattr(shown, "panes", None)
        if panes is not None:
            walk_panes(panes(), step)

    def list_visits(self, summaries: "Sequence[VisitSummary]") -> None:
        """Hand the list of visits to the home page."""
        self._listed = tuple(summaries)
        self.home.show_visits(summaries)

    def has_sheet(self) -> bool:
        """Return whether a sheet lies over the window; a second one never goes on top."""
        return self._sheets.any_open()

    def open_palette(self) -> None:
        """Show the command palette with what can be done here and every visit by name."""
        self._sheets.open_palette(self._commands_here())

    def open_key_sheet(self) -> None:
        """Show every shortcut."""
        from ui.main_window.key_map import keys_of_visit

        keyed = [command for command in self._commands_here() if not command.code.startswith("visit:")]
        visit = self.visit_on_show
        self._sheets.open_keys([*keyed, *(keys_of_visit(visit.desk.record.framework) if visit else ())])

    def say(self, words: str, action: str = "") -> None:
        """Say something quietly at the foot of the window."""
        self.toast.say(words, action)

    @cached_property
    def toast(self) -> "Toast":
        """The window's toast, made when something is first said."""
        from ui.widgets.toast import Toast

        return Toast(self)

    def show_saved(self, at: datetime) -> None:
        """Pass on that everything up to a moment is on the disk."""
        if self.frame is not None:
            self.frame.show_saved(at)

    def show_not_saved(self, sentence: str) -> None:
        """Pass on that something could not be written."""
        if self.frame is not None:
            self.frame.show_not_saved(sentence)
        else:
            self.toast.say(sentence)

    def changeEvent(self, event: "QEvent") -> None:
        """Hand over typed text when the window is left, so that nothing waits in a box."""
        if self.frame is not None and event.type() == event.Type.ActivationChange and not self.isActiveWindow():
            self.frame.desk.leave()
        super().changeEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw ground and rail while nothing stands on them, and say when that is first done."""
        if self.layout() is None:
            with QPainter(self) as painter:
                _wash(painter, self.rect(), self._ground.bg)
                _wash(painter, QRect(0, 0, RAIL_WIDTH, self.height()), self._ground.rail)
                _wash(painter, QRect(RAIL_WIDTH - 1, 0, 1, self.height()), self._ground.line)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Let everything be written before the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def _commands_here(self) -> "list[Command]":
        from ui.main_window.key_map import commands_of_app, commands_of_visit
        from ui.shell.command import Command

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


def _wash(painter: QPainter, rect: QRect, colour: str) -> None:
    """Fill a rectangle. `fillRect` would have PySide load every enum of Qt first, a fifth of the time to paint."""
    drop = QPixmap(1, 1)
    drop.fill(QColor(colour))
    painter.drawPixmap(rect, drop)
