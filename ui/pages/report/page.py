"""The stage in which the report is written, checked and exported."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.pages.report.answered import AnsweredReport
from ui.pages.report.centre import ANSWER as PLACE_OF_ANSWER
from ui.pages.report.centre import PREVIEW, VERSIONS, WRITE, ReportCentre
from ui.pages.report.check_walk import CheckWalk
from ui.pages.report.export import ReportExport
from ui.pages.report.insertion import Insertion
from ui.pages.report.outline import OutlinePane
from ui.pages.report.section_notes import SectionNotes
from ui.pages.report.side import ReportSide
from ui.pages.report.spelling_walk import NEXT_KEYS, NEXT_WORD, SpellingWalk
from ui.pages.stage_page import Part, StagePage, View
from ui.parts.check_stage import STAGE_DONE, stage_command, turn_stage
from ui.parts.prose_editing import toggle_bold, toggle_list
from ui.parts.report_outline import FRONT
from ui.shell.palette import Command
from ui.widgets.layout import column, row, wrap
from ui.workspace.desk import Desk, News
from visitapp.domain.report import Report
from visitapp.domain.versions import FINAL, after_final, full_versions

_STAGE = "report"
ANSWER = "report.answer"
_PAUSE_MS = 700
_HEARD = {"block", "answer", "finding", "support", "action", "slot", "note", "visit", "school", "reviewer"}
_SENT = {"export", "returned", "remark"}
_STEPS = {"next-check": 1, "previous-check": -1}


class ReportPage(StagePage):
    """Outline on the left, the report in the middle, evidence and checks at the right."""

    def __init__(self, desk: Desk, reports_folder: Path) -> None:
        super().__init__(desk)
        self._current = ""
        self._outline = OutlinePane(desk)
        self._centre = ReportCentre(desk, self._report)
        self._side = ReportSide(desk)
        writing = wrap(row(self._outline, (self._centre, 1), self._side, spacing=0))
        self.answered = AnsweredReport(desk, self, writing, self._centre.outcome, reports_folder)
        self.setLayout(column(self.answered.stack, spacing=0))
        self._export = ReportExport(desk, reports_folder, self, self._centre.outcome, self._side.checks.results_now)
        self._insertion = Insertion(desk, self._centre)
        self._notes = SectionNotes(desk, self._centre, self._side.checks.style_reading)
        self._walk = CheckWalk(desk, self._centre, self._side.checks)
        self._spelling = SpellingWalk(desk, self, self._centre, self._side.figures)
        self._altering = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._altering.timeout.connect(self._show_altered)
        self._connect()
        self._altering.start()
        self._enter(FRONT if desk.record.framework.front else next((one.code for one in self._centre.sheets()), ""))
        self._show_counts()

    def panes(self) -> Sequence[QWidget]:
        """Return outline, text and evidence, or the panes of the answer in sight."""
        return self.answered.panes() or (self._outline, self._centre, self._side)

    def views(self) -> Sequence[View]:
        """Return text, outline and evidence, each by itself, or the views of the answer in sight."""
        return self.answered.views() or (
            View("text", self.tr("Report"), "file-text", (self._centre,)),
            View("outline", self.tr("Outline"), "list", (self._outline,)),
            View("evidence", self.tr("Evidence"), "quote", (self._side,)),
        )

    def side_pane(self) -> QWidget:
        """Return evidence and checks; beside an answer, what has no place in it."""
        return self.answered.view.side if self.answered.view and self.answered.is_open else self._side

    def set_folded(self, *, folded: bool) -> None:
        """Let the side of an answer take the whole width while it stands alone."""
        if self.answered.view is not None:
            self.answered.view.side.set_free(free=folded)

    def commands(self) -> Sequence[Command]:
        """Return what can be done with the report; export and the walk of checks are the window's."""
        name = self.tr("Report")
        view = self.tr("Write the report") if self._centre.is_previewing() else self.tr("Preview the report")
        return (
            Command("report.insert", self.tr("Insert evidence"), "Ctrl E", name),
            Command(NEXT_WORD, self.tr("Next word to check"), NEXT_KEYS, name),
            Command("report.view", view, "", name),
            Command("report.versions", self.tr("Versions of the report"), "", name),
            Command(ANSWER, self.tr("Read the school\u2019s answer"), "", name),
            stage_command(self.desk, _STAGE, name),
        )

    def run(self, code: str) -> None:
        """Do one of the page's commands, or one the window passes on: export, next-check, previous-check."""
        if code not in ("export", ANSWER):
            self.answered.close()
        if code == "export":
            self._export.ask()
        elif code == ANSWER:
            self.answered.taking.ask()
        elif code in _STEPS:
            self._walk.step(_STEPS[code])
        elif code == NEXT_WORD:
            self._spelling.step(1)
        elif code == "report.insert":
            self._find_evidence()
        elif code == "report.versions":
            self._show_versions()
        elif code == "report.view":
            self._centre.show_view(WRITE if self._centre.is_previewing() else PREVIEW)
        elif code == STAGE_DONE:
            turn_stage(self.desk, _STAGE, self.tr("Report"))

    def show_place(self, place: str) -> None:
        """Bring a section into view, such as `report:context` or `context`, and put the focus there."""
        self.answered.close()
        self._centre.show_section(place.removeprefix("report:"))

    def part_of(self, place: str) -> Part:
        """Return whether a section, the versions or the school's answer is on show."""
        answering = self.answered.is_open
        return Part(in_sight=place == PLACE_OF_ANSWER if answering else not place or self._centre.is_in_sight(place))

    def take_focus(self) -> None:
        """Go on where writing was, at first on the front page; or in the answer in sight."""
        if self.answered.view and self.answered.is_open:
            self.answered.view.take_focus()
        else:
            self._centre.show_section(self._current)

    def _connect(self) -> None:
        self._outline.chosen.connect(self._show_section)
        self._outline.versions_wanted.connect(self._show_versions)
        self._centre.entered.connect(self._enter)
        self._centre.counted.connect(self._count)
        self._centre.place_wanted.connect(self.place_wanted)
        self._centre.insert_wanted.connect(self._find_evidence)
        self._centre.preview_wanted.connect(self._preview_all)
        self._side.evidence.wanted.connect(self._insertion.insert)
        self._side.evidence.words_wanted.connect(partial(self._insertion.insert, words=True))
        self._centre.evidence_wanted.connect(self._side.evidence.show_evidence)
        self._notes.evidence_wanted.connect(self._side.evidence.show_evidence)
        self._notes.place_wanted.connect(self.place_wanted)
        self._outline.unused_wanted.connect(self._show_unused)
        self._side.checks.wanted.connect(self._walk.go_to)
        self._walk.place_wanted.connect(self.place_wanted)
        self._walk.in_sight.connect(partial(self.view_wanted.emit, ""))
        self._spelling.in_sight.connect(partial(self.view_wanted.emit, ""))
        self._side.export_wanted.connect(self._export.ask)
        self._centre.versions.export_wanted.connect(self._export.ask)
        self._centre.versions.answer_wanted.connect(self.answered.taking.ask)
        self._centre.versions.answer_chosen.connect(self.answered.open)
        self.answered.draft_wanted.connect(self._export.ask)
        self.answered.changed.connect(self._show_answered)
        self.answered.place_wanted.connect(self.place_wanted)
        self._side.hand_over_wanted.connect(partial(self.command_wanted.emit, "hand-over"))
        self.desk.changed.connect(self._hear)
        _bind(self, "Ctrl+E", self._find_evidence)
        _bind(self, "Ctrl+B", partial(self._centre.edit, toggle_bold))
        _bind(self, "Ctrl+Shift+L", partial(self._centre.edit, toggle_list))

    def _report(self) -> Report:
        return self._export.report()

    def _show_section(self, code: str) -> None:
        self._centre.show_section(code)
        self.view_wanted.emit("")

    def _enter(self, code: str) -> None:
        self._current = code
        self._outline.set_current(code)
        self._show_evidence()

    def _show_evidence(self) -> None:
        section = self.desk.record.framework.section(self._current)
        sheet = self._centre.sheet(self._current)
        self._side.evidence.show_section(section, sheet.written() if sheet else "")

    def _show_unused(self) -> None:
        self._centre.show_view(WRITE)
        self._side.show()
        self._side.evidence.show_unused()
        self.view_wanted.emit("")

    def _find_evidence(self) -> None:
        self._centre.show_view(WRITE)
        self._side.show()
        self._side.evidence.search()
        self.view_wanted.emit("")

    def _count(self, code: str) -> None:
        sheet = self._centre.sheet(code)
        if sheet is not None:
            self._outline.show_words(code, sheet.words())
            if code == self._current:
                self._show_evidence()

    def _show_counts(self) -> None:
        for sheet in self._centre.sheets():
            self._outline.show_words(sheet.code, sheet.words())
        self._outline.show_front()
        self._outline.show_unused()

    def _hear(self, news: News) -> None:
        if news.kinds & (_HEARD | {"export"}):
            self._altering.start()
        if news.kinds & _SENT:
            self._centre.refresh()
        if news.kinds & _HEARD:
            self._side.checks.refresh()
            self._centre.refresh()
            self._outline.show_front()
            self._outline.show_unused()
            self._show_evidence()
            if self._centre.is_previewing():
                self._centre.show_report(self._report())

    def _show_altered(self) -> None:
        is_final = any(one.status == FINAL for one in full_versions(self.desk.record)[:1])
        self._outline.show_altered(len(after_final(self.desk.record, self._report())) if is_final else 0)

    def _show_answered(self) -> None:
        """Have the window see which panes there are now; back at the report, go on where one was."""
        self.views_changed.emit()
        if not self.answered.is_open:
            self._centre.take_focus()

    def _show_versions(self) -> None:
        self._centre.show_view(VERSIONS)
        self.view_wanted.emit("")

    def _preview_all(self) -> None:
        self.desk.leave()
        self._centre.show_report(self._report())


def _bind(page: QWidget, keys: str, act: Callable[[], None]) -> None:
    found = QShortcut(QKeySequence(keys), page)
    found.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    found.activated.connect(act)
