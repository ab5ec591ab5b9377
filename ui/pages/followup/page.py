"""The stage after the report: actions and replies, the report's ways, support, and what leads to the next visit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.pages.followup.actions import ActionList
from ui.pages.followup.side import FollowUpSide
from ui.pages.stage_page import StagePage, View
from ui.parts.action_table import action_rows, as_mime
from ui.parts.check_stage import STAGE_DONE, stage_command, turn_stage
from ui.parts.day_distance import days_words
from ui.parts.fact_beside import Beside
from ui.shell.palette import Command
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Panel
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News
from visitapp.domain.reminders import SENT, said_days
from visitapp.domain.taking_over import still_open

_STAGE = "followup"
_LEAST_WORDS = 180
_CLOSE, _COPY, _NEXT = "followup.close", "followup.copy", "followup.next"
_ADD_SUPPORT, _GO = "followup.support", "followup.go."
NEXT_VISIT = "next-visit"
"""The window's command that begins a visit which follows the one on show."""


class FollowUpPage(StagePage):
    """Actions in the middle, the time after the visit at the right, the way to the next visit above."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._said = Text("", "caption", "text2", tnum=True, elide=True)
        self._close = Button("", "quiet")
        self._close.clicked.connect(self.turn_closed)
        self._copy = Button(self.tr("Copy actions as a table"), "quiet", icon="table-2")
        self._copy.clicked.connect(self.copy_actions)
        self._next = Button(self.tr("Start next visit from this"), "primary", icon="repeat")
        self._next.clicked.connect(self._start_next)
        self._actions = ActionList(desk)
        self._actions.place_wanted.connect(self.place_wanted)
        self._side = FollowUpSide(desk)
        self.setLayout(column(self._head(), (row((self._actions, 1), self._side, spacing=0), 1), spacing=0))
        desk.changed.connect(self._hear)
        self._show_words()

    def panes(self) -> Sequence[QWidget]:
        """Return actions, and what stands beside them."""
        return (self._actions, self._side)

    def views(self) -> Sequence[View]:
        """Return actions, and what stands beside them, each by itself."""
        return (
            View("actions", self.tr("Actions"), "list-todo", (self._actions,)),
            View("report", self.tr("Report"), "file-check", (self._side,)),
        )

    def side_pane(self) -> QWidget:
        """Return what stands beside the actions."""
        return self._side

    def commands(self) -> Sequence[Command]:
        """Return what can be done here."""
        name = self.tr("Follow-up")
        words = self.tr("Go to action {number}")
        places = enumerate(self.desk.record.actions, 1)
        return (
            *(Command(f"{_GO}{one.id}", words.format(number=number), "", name) for number, one in places),
            Command(_ADD_SUPPORT, self.tr("Add support"), "", name),
            Command(_CLOSE, self._close_words(), "", name),
            Command(_COPY, self._copy.text(), "", name),
            Command(_NEXT, self._next.text(), "", name),
            stage_command(self.desk, _STAGE, name),
        )

    def run(self, code: str) -> None:
        """Do one of the page's commands."""
        if code == _CLOSE:
            self.turn_closed()
        elif code == _COPY:
            self.copy_actions()
        elif code == _NEXT:
            self._start_next()
        elif code == _ADD_SUPPORT:
            self._side.add_support()
        elif code.startswith(_GO):
            self._actions.show_action(code.removeprefix(_GO))
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

    def copy_actions(self) -> None:
        """Put the actions on the clipboard, for a letter or a sheet."""
        self.desk.leave()
        rows = action_rows(self.desk.record)
        QGuiApplication.clipboard().setMimeData(as_mime(rows))
        count = len(rows) - 1
        words = self.tr("1 action copied") if count == 1 else self.tr("{count} actions copied").format(count=count)
        self._copy.set_label(words)
        announce(self._copy, words)

    def _start_next(self) -> None:
        self.command_wanted.emit(NEXT_VISIT)

    def _head(self) -> Panel:
        words = column(Text(self.tr("Follow-up"), "title"), self._said, spacing=1)
        ways = wrap(row(None, self._close, self._copy, self._next, spacing=8))
        line = column(Beside(wrap(words), ways, _LEAST_WORDS, 8), margins=(22, 12, 20, 12))
        return Panel(line, edge="bottom")

    def _hear(self, news: News) -> None:
        if news.kinds & {"action", "progress", "bearing", "note", "finding"}:
            self._actions.refresh()
        self._side.hear(news)
        self._show_words()

    def _show_words(self) -> None:
        closed = self.desk.record.visit.closed
        self._close.set_label(self._close_words())
        self._close.set_icon("history" if closed else "archive")
        self._copy.set_label(self.tr("Copy actions as a table"))
        self._copy.setEnabled(bool(still_open(self.desk.record)))
        final = any(export.status == "FINAL" for export in self.desk.record.exports)
        report = self._sent() or (self.tr("A final report is exported") if final else self.tr("No final report yet"))
        self._said.set_text("  \u00b7  ".join((report, self.tr("closed") if closed else self.tr("open"))))

    def _sent(self) -> str:
        days = said_days(self.desk.record.shelves.get("answer", {}).values())
        first = min((day for key, day in days.items() if key.startswith(SENT) and day), default="")
        visit = self.desk.record.visit
        try:
            after = (date.fromisoformat(first) - date.fromisoformat(visit.ends_on or visit.starts_on)).days
        except ValueError:
            return ""
        if after == 0:
            return self.tr("Report sent on the day of the visit")
        return self.tr("Report sent {count} after the visit").format(count=days_words(after)) if after > 0 else ""

    def _close_words(self) -> str:
        return self.tr("Open this visit again") if self.desk.record.visit.closed else self.tr("Close this visit")
