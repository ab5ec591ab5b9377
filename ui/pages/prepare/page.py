"""The stage in which a visit is prepared."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.prepare.school import SchoolPane
from ui.pages.prepare.side import PrepareSide
from ui.pages.stage_page import StagePage, View
from ui.parts.check_list import CheckList
from ui.parts.check_stage import STAGE_DONE, stage_command, turn_stage
from ui.parts.file_drop import FileDrop
from ui.parts.picture_sources import Source, pictures_in
from ui.shell.palette import Command
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Panel, pane
from ui.workspace.desk import Desk, News
from visitapp.domain.record import VisitRecord

_STAGE = "prepare"
_EARLIER = "prepare.earlier"


class PreparePage(StagePage):
    """Reading list on the left, the school in the middle, the question of the visit at the right.

    `earlier` loads the visit this one follows, or gives None when it is not there.
    """

    follows_framework = True

    def __init__(self, desk: Desk, earlier: Callable[[str], VisitRecord | None]) -> None:
        super().__init__(desk)
        follows = desk.record.visit.follows_id
        self._checklist = CheckList(desk)
        self._left = self._left_pane()
        self._school = SchoolPane(desk, earlier(follows) if follows else None)
        self._side = PrepareSide(desk)
        self._side.place_wanted.connect(self.place_wanted)
        self._school.tables_wanted.connect(partial(self.command_wanted.emit, "outcomes-of-school"))
        self.setLayout(row(self._left, (self._school, 1), self._side, spacing=0))
        desk.changed.connect(self._hear)
        kinds = self.tr("PDF, Word or pictures; they are kept encrypted with this visit")
        self._drop = FileDrop(self, self.tr("Drop to attach"), kinds)
        self._drop.dropped.connect(self._attach)

    def panes(self) -> Sequence[QWidget]:
        """Return reading list, school and question."""
        return (self._left, self._school, self._side)

    def views(self) -> Sequence[View]:
        """Return reading list, school and question, each by itself."""
        return (
            View("read", self.tr("To read"), "list-checks", (self._left,)),
            View("school", self.tr("School"), "school", (self._school,)),
            View("question", self.tr("Question"), "compass", (self._side,)),
        )

    def side_pane(self) -> QWidget:
        """Return the question of the visit."""
        return self._side

    def commands(self) -> Sequence[Command]:
        """Return what can be done here."""
        name = self.tr("Prepare")
        follows = self.desk.record.visit.follows_id or self.desk.record.earlier_actions
        earlier = (Command(_EARLIER, self.tr("Actions from last year"), "", name),) if follows else ()
        return (*earlier, stage_command(self.desk, _STAGE, name))

    def run(self, code: str) -> None:
        """Do one of the page's commands."""
        if code == _EARLIER:
            self.show_place("earlier")
        elif code == STAGE_DONE:
            turn_stage(self.desk, _STAGE, self.tr("Prepare"))

    def show_place(self, place: str) -> None:
        """Go to the question with `enquiry`, to last year's actions with `earlier`, to a fact of the school with
        `fact.` and its code, else to the reading list."""
        if place.endswith("enquiry"):
            self._side.take_focus()
        elif place.endswith("earlier"):
            self._school.focus_earlier()
        elif "fact." in place:
            self._school.focus_fact(place.rpartition("fact.")[2])
        else:
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take in files and pictures that were copied, wherever on the page the focus is."""
        pasted = event.matches(QKeySequence.StandardKey.Paste)
        sources = pictures_in(QApplication.clipboard().mimeData()) if pasted else []
        if sources:
            self._attach(sources)
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Begin with the first thing that is not read yet."""
        self._checklist.take_focus()

    def _left_pane(self) -> Panel:
        name = self.tr("To read")
        return pane(column(self._checklist, None), name=name, margins=(20, 16, 18, 10), edge="right", width=250)

    def _attach(self, sources: Sequence[Source]) -> None:
        if not self._side.isVisible():
            self.view_wanted.emit("question")
        self._side.attach(sources)

    def _hear(self, news: News) -> None:
        if news.kinds & {"answer", "visit", "school"}:
            self._checklist.refresh()
            self._side.refresh()
        if news.kinds & {"answer", "visit", "school", "action"}:
            self._school.refresh()
        self._school.hear(news)
        self._side.hear(news)
