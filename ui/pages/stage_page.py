"""What every stage of a visit is: a page on the open visit that can be asked for a place and offers commands."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import SIGNAL, QObject, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.shell.palette import Command
from ui.theme.painting import wash
from ui.workspace.desk import Desk


class View(NamedTuple):
    """Panes that are seen together where a page does not fit whole, with a word and an icon to choose them by."""

    code: str
    text: str
    icon: str
    panes: tuple[QWidget, ...]


class Part(NamedTuple):
    """A part of a stage: what it is called, empty for the whole stage, and whether it is on show with the stage."""

    title: str = ""
    in_sight: bool = True


class StagePage(QWidget):
    """A stage. Panes are named widgets in reading order; F6 walks them."""

    follows_framework = False
    """Whether the page shows by itself what is asked once the visit is asked other things; else it is made anew."""
    place_wanted = Signal(str)
    """Another stage, and where in it, such as `report:context`."""
    command_wanted = Signal(str)
    """A command of the window, by its code."""
    view_wanted = Signal(str)
    """Another of the page's views by its code, or with no code the one in which the focus was just put."""
    views_changed = Signal()
    """Other panes are on the page now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def panes(self) -> Sequence[QWidget]:
        """Return the panes in reading order."""
        return ()

    def views(self) -> Sequence[View]:
        """Return what can be seen by itself where not everything fits; the first is where work goes on."""
        return ()

    def set_folded(self, *, folded: bool) -> None:
        """Hear that only one view is in sight, or that the page is whole again."""

    def side_pane(self) -> QWidget | None:
        """Return the pane on the right that may be hidden, if there is one."""
        return None

    def commands(self) -> Sequence[Command]:
        """Return what can be done here, for the command palette."""
        return ()

    def run(self, code: str) -> None:
        """Do one of the page's commands."""

    def show_place(self, place: str) -> None:
        """Bring a place of this stage into view and put the focus there."""

    def take_focus(self) -> None:
        """Put the focus where work goes on when the stage is entered."""

    def part_of(self, place: str) -> Part:
        """Return the part of this stage in which a place is."""
        return Part()

    def stop_hearing(self) -> None:
        """Hear no more of what changes in the visit: the page asks what is no longer asked, and is about to go."""
        for one in (self, *self.findChildren(QObject)):
            QObject.disconnect(self.desk, SIGNAL("changed(PyObject)"), one, None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), "bg")
