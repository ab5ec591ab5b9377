"""The stage after the report: actions by date, the school's replies, who has the report, and closing the visit."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ui.pages.followup.actions import ActionList
from ui.pages.followup.side import FollowUpSide
from ui.pages.stage_page import StagePage, View
from ui.parts.check_stage import STAGE_DONE, stage_command, turn_stage
from ui.shell.palette import Command
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Panel
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News

_STAGE = "followup"
_CLOSE = "followup.close"


class FollowUpPage(StagePage):
    """Actions in the middle, the report's ways at the right, closing above."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._said = Text("", "caption", "text2", tnum=True)
        self._close = Button("")
        self._close.clicked.connect(self.turn_closed)
        self._actions = ActionList(desk)
        self._actions.place_wanted.connect(self.place_wanted)
        self._side = FollowUpSide(desk)
        self.setLayout(column(self._head(), (row((self._actions, 1), self._side, spacing=0), 1), spacing=0))
        desk.changed.connect(self._hear)
        self._show_words()

    def panes(self) -> Sequence[QWidget]:
        """Return actions and report."""
        return (self._actions, self._side)

    def views(self) -> Sequence[View]:
        """Return actions, and who has the report, each by itself."""
        return (
            View("actions", self.tr("Actions"), "list-todo", (self._actions,)),
            View("report", self.tr("Report"), "file-check", (self._side,)),
        )

    def side_pane(self) -> QWidget:
        """Return who has the report."""
        return self._side

    def commands(self) -> Sequence[Command]:
        """Return what can be done here."""
        name = self.tr("Follow-up")
        return (Command(_CLOSE, self._close_words(), "", name), stage_command(self.desk, _STAGE, name))

    def run(self, code: str) -> None:
        """Do one of the page's commands."""
        if code == _CLOSE:
            self.turn_closed()
        elif code == STAGE_DONE:
            turn_stage(self.desk, _STAGE, self.tr("Follow-up"))

    def show_place(self, place: str) -> None:
        """Go to the actions."""
        self.take_focus()

    def take_focus(self) -> None:
        """Begin with the first action, or with who has the report."""
        if not self._actions.take_focus():
            self._side.take_focus()

    def turn_closed(self) -> None:
        """Close the visit, or open it again; nothing is locked by it."""
        visit = self.desk.record.visit
        words = self.tr("Visit opened again") if visit.closed else self.tr("Visit closed")
        self.desk.put(words, replace(visit, closed=not visit.closed))

    def _head(self) -> Panel:
        words = column(Text(self.tr("Follow-up"), "title"), self._said, spacing=1)
        line = row((words, 1), self._close, spacing=8, margins=(22, 12, 20, 12))
        return Panel(line, edge="bottom")

    def _hear(self, news: News) -> None:
        if "action" in news.kinds:
            self._actions.refresh()
        if news.kinds & {"answer", "export"}:
            self._side.refresh()
        self._show_words()

    def _show_words(self) -> None:
        closed = self.desk.record.visit.closed
        self._close.set_label(self._close_words())
        self._close.set_icon("history" if closed else "archive")
        final = any(export.status == "FINAL" for export in self.desk.record.exports)
        sent = self.tr("A final report is exported") if final else self.tr("No final report yet")
        self._said.set_text("  \u00b7  ".join((sent, self.tr("closed") if closed else self.tr("open"))))

    def _close_words(self) -> str:
        return self.tr("Open this visit again") if self.desk.record.visit.closed else self.tr("Close this visit")
