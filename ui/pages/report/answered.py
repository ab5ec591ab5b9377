"""The report page's other face: the school's answer in the place of the report, and the ways between them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.report.returned.taking import AnswerTaking
from ui.pages.stage_page import StagePage, View
from ui.workspace.answers import Answers
from ui.workspace.desk import Desk
from ui.workspace.reporting import Reporting

if TYPE_CHECKING:
    from ui.pages.report.returned.view import ReturnedView


class AnsweredReport(QObject):
    """Shows the report, or one answer to it, in `stack`. `changed` tells that the other one is in sight now,
    `draft_wanted` asks for the next draft: the report is in sight again then, to see what becomes of it.
    `place_wanted` brings the place of a figure."""

    changed = Signal()
    draft_wanted = Signal()
    place_wanted = Signal(str)

    def __init__(self, desk: Desk, page: StagePage, writing: QWidget, outcome: QVBoxLayout, folder: Path) -> None:
        super().__init__(page)
        self._desk, self._outcome, self._folder = desk, outcome, folder
        self.answers = Answers(desk)
        self.taking = AnswerTaking(self.answers, page, outcome)
        self.taking.read.connect(self.open)
        self.taking.watch(box.viewport() for box in writing.findChildren(QPlainTextEdit))
        self.view: ReturnedView | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(writing)

    @property
    def is_open(self) -> bool:
        """Return whether an answer is in sight."""
        return self.view is not None and self.stack.currentWidget() is self.view

    def open(self, returned_id: str) -> None:
        """Bring an answer into sight."""
        self._desk.leave()
        view = self.view or self._made()
        view.show_answer(returned_id)
        self.stack.setCurrentWidget(view)
        self.taking.show_in(view.outcome)
        self.changed.emit()
        view.take_focus()

    def close(self) -> None:
        """Bring the report into sight again."""
        if self.is_open:
            self._desk.leave()
            self.stack.setCurrentIndex(0)
            self.taking.show_in(self._outcome)
            self.changed.emit()

    def panes(self) -> Sequence[QWidget]:
        """Return the panes of the answer in sight, none while it is the report."""
        view = self.view
        return (view.head, view.cards, view.side) if view is not None and self.is_open else ()

    def views(self) -> Sequence[View]:
        """Return the answer and what has no place in it, each by itself, none while the report is in sight."""
        view = self.view
        if view is None or not self.is_open:
            return ()
        return (
            View("answer", self.tr("Answer"), "list-checks", (view.cards,)),
            View("answer-file", self.tr("File"), "file-check", (view.side,)),
        )

    def _made(self) -> "ReturnedView":
        from ui.pages.report.returned.view import ReturnedView

        self.view = view = ReturnedView(self._desk, self.answers, Reporting(self._desk).report)
        view.back_wanted.connect(self.close)
        view.draft_wanted.connect(self._ask_draft)
        view.letter_wanted.connect(self._ask_letter)
        view.file_wanted.connect(self._open_file)
        view.place_wanted.connect(self.place_wanted)
        self.stack.addWidget(view)
        return view

    def _ask_draft(self) -> None:
        self.close()
        self.draft_wanted.emit()

    def _open_file(self) -> None:
        returned = self.view.returned() if self.view is not None else None
        if returned is not None:
            self.taking.open_file(returned, self._folder)

    def _ask_letter(self) -> None:
        from exports.file_name import stamped_name

        returned = self.view.returned() if self.view is not None else None
        if returned is not None:
            self._desk.leave()
            what = self.tr("Reply to the school")
            name = stamped_name(self._desk.record.school.name, self._desk.now().astimezone(), what)
            self.taking.ask_letter(returned, self._folder / f"{name}.docx")
