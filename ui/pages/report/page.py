"""The stage in which the report is written, checked and exported."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.pages.report.centre import PREVIEW, WRITE, ReportCentre
from ui.pages.report.export import ReportExport
from ui.pages.report.outline import OutlinePane
from ui.pages.report.side import ReportSide
from ui.pages.stage_page import StagePage, View
from ui.parts.check_stage import STAGE_DONE, stage_command, turn_stage
from ui.parts.report_outline import FRONT
from ui.shell.palette import Command
from ui.widgets.announce import announce
from ui.widgets.layout import row
from ui.workspace.desk import Desk, News
from visitapp.domain.checks import CheckResult
from visitapp.domain.evidence import Note
from visitapp.domain.forms import field_text, front_key, section_key
from visitapp.domain.framework import Field

_STAGE = "report"
_HEARD = {"block", "answer", "finding", "support", "action", "slot", "note", "visit", "school", "reviewer"}


class ReportPage(StagePage):
    """Outline on the left, the report in the middle, evidence and checks at the right."""

    def __init__(self, desk: Desk, reports_folder: Path) -> None:
        super().__init__(desk)
        self._current = ""
        self._outline = OutlinePane(desk)
        self._centre = ReportCentre(desk)
        self._side = ReportSide(desk)
        self.setLayout(row(self._outline, (self._centre, 1), self._side, spacing=0))
        self._export = ReportExport(desk, reports_folder, self, self._centre.outcome)
        self._connect()
        self._enter(FRONT if desk.record.framework.front else self._first_section())
        self._show_counts()

    def panes(self) -> Sequence[QWidget]:
        """Return outline, text and evidence."""
        return (self._outline, self._centre, self._side)

    def views(self) -> Sequence[View]:
        """Return text, outline and evidence, each by itself."""
        return (
            View("text", self.tr("Report"), "file-text", (self._centre,)),
            View("outline", self.tr("Outline"), "list", (self._outline,)),
            View("evidence", self.tr("Evidence"), "quote", (self._side,)),
        )

    def side_pane(self) -> QWidget:
        """Return evidence and checks."""
        return self._side

    def commands(self) -> Sequence[Command]:
        """Return what can be done with the report; export and the walk of checks are the window's."""
        name = self.tr("Report")
        view = self.tr("Write the report") if self._centre.is_previewing() else self.tr("Preview the report")
        return (
            Command("report.insert", self.tr("Insert evidence"), "Ctrl E", name),
            Command("report.view", view, "", name),
            stage_command(self.desk, _STAGE, name),
        )

    def run(self, code: str) -> None:
        """Do one of the page's commands, or one the window passes on: export, next-check, previous-check."""
        if code == "export":
            self._export.ask()
        elif code in ("next-check", "previous-check"):
            self._walk(1 if code == "next-check" else -1)
        elif code == "report.insert":
            self._find_evidence()
        elif code == "report.view":
            self._centre.show_view(WRITE if self._centre.is_previewing() else PREVIEW)
        elif code == STAGE_DONE:
            turn_stage(self.desk, _STAGE, self.tr("Report"))

    def show_place(self, place: str) -> None:
        """Bring a section into view, such as `report:context` or `context`, and put the focus there."""
        self._centre.show_section(place.removeprefix("report:"))

    def take_focus(self) -> None:
        """Go on where writing was; at first on the front page."""
        self._centre.show_section(self._current)

    def _connect(self) -> None:
        self._outline.chosen.connect(self._show_section)
        self._centre.entered.connect(self._enter)
        self._centre.counted.connect(self._count)
        self._centre.place_wanted.connect(self.place_wanted)
        self._centre.insert_wanted.connect(self._find_evidence)
        self._centre.preview_wanted.connect(self._preview_all)
        self._side.evidence.wanted.connect(self._insert)
        self._side.checks.wanted.connect(self._go_to)
        self._side.export_wanted.connect(self._export.ask)
        self._side.hand_over_wanted.connect(partial(self.command_wanted.emit, "hand-over"))
        self.desk.changed.connect(self._hear)
        find = QShortcut(QKeySequence("Ctrl+E"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find_evidence)

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

    def _insert(self, note: Note) -> None:
        sheet = self._centre.sheet(self._current)
        if sheet is not None:
            sheet.insert(note.text)
            announce(self, self.tr("{note} inserted").format(note=note.label))

    def _find_evidence(self) -> None:
        self._centre.show_view(WRITE)
        self._side.show()
        self._side.evidence.search()
        self.view_wanted.emit("")

    def _walk(self, steps: int) -> None:
        result = self._side.checks.step(steps)
        if result is None:
            announce(self, self.tr("Nothing is unmet."))
            return
        announce(self, f"{result.check.title}. {result.note}")
        self._go_to(result)

    def _go_to(self, result: CheckResult) -> None:
        stage, _, inside = result.place.partition(":")
        if stage == _STAGE:
            self._centre.show_section(inside, self._first_gap(inside, result.check.words))
            self.view_wanted.emit("")
        elif result.place:
            self.place_wanted.emit(result.place)

    def _first_gap(self, place: str, codes: tuple[str, ...]) -> str:
        empty = (
            field.code
            for field, key in self._fields(place)
            if field.code in codes and not field_text(self.desk.record, field, key).strip()
        )
        return next(empty, "")

    def _fields(self, place: str) -> list[tuple[Field, str]]:
        if place == FRONT:
            return [(field, front_key(field)) for field in self.desk.record.framework.front]
        section = self.desk.record.framework.section(place)
        return [(field, section_key(section, field)) for field in section.fields] if section else []

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

    def _hear(self, news: News) -> None:
        if news.kinds & _HEARD:
            self._side.checks.refresh()
            self._outline.take_results(self._side.checks.results)
            self._centre.refresh()
            self._outline.show_front()
            self._show_evidence()
            if self._centre.is_previewing():
                self._preview()

    def _preview_all(self) -> None:
        self.desk.leave()
        self._preview()

    def _preview(self) -> None:
        self._centre.show_report(self._export.report())

    def _first_section(self) -> str:
        return next((section.code for section in self.desk.record.framework.outline), "")
