"""The way out: asks, writes in the background, and says plainly what became of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dialogs.export_report import ExportReport, Offers
from ui.widgets.banner import Banner
from ui.widgets.layout import clear
from ui.workspace.desk import Desk
from ui.workspace.reporting import DRAFT, Exported, Reporting
from visitapp.domain.checks import CheckResult
from visitapp.domain.framework import Check
from visitapp.domain.papers.offered import papers_offered, recipients_of
from visitapp.domain.report import Report
from visitapp.domain.returned.waiting import undecided

_SHOWN = 2

Results = Callable[[], tuple[CheckResult, ...]]
"""What gives the results of the checks as they now are."""


class ReportExport(QObject):
    """Exports the report of a desk from a page; what happened stands in `outcome` until it is put away."""

    def __init__(self, desk: Desk, folder: Path, page: QWidget, outcome: QVBoxLayout, results: Results) -> None:
        super().__init__(page)
        self._desk, self._folder, self._page, self._outcome = desk, folder, page, outcome
        self._results = results
        self._reporting = Reporting(desk)
        self._reporting.exported.connect(self._on_exported)
        self._reporting.refused.connect(self._on_refused)
        self._reporting.look_troubled.connect(self._show_trouble)
        self._done: Exported | None = None
        self.dialog: ExportReport | None = None

    def report(self) -> Report:
        """Return the report as it would go out now."""
        return self._reporting.report(DRAFT)

    def ask(self, *, native: bool = True) -> None:
        """Open the dialog; everything typed is handed over first."""
        self._desk.leave()
        framework = self._desk.record.framework
        papers = tuple((one.code, one.title) for one in papers_offered(framework))
        template = self._reporting.template_name()
        offers = Offers(self._reporting.suggested_name, papers, partial(recipients_of, framework), template)
        self.dialog = ExportReport(offers, self._folder, self._unmet(), self._page.window(), native=native)
        self.dialog.wanted.connect(self._export)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()
        self._reporting.check_look()

    def _show_trouble(self, sentence: str) -> None:
        if self.dialog is not None:
            self.dialog.show_trouble(sentence)

    def _unmet(self) -> tuple[CheckResult, ...]:
        return (*self._undecided(), *(result for result in self._results() if not result.met))

    def _undecided(self) -> tuple[CheckResult, ...]:
        """Return that remarks of the school wait for a verdict, if any do: they are easily forgotten here."""
        count = undecided(self._desk.record)
        if not count:
            return ()
        title = self.tr("The school\u2019s answer is decided")
        note = self._counted(count, self.tr("1 remark waits"), self.tr("{count} remarks wait"))
        check = Check("school-answer", "school-answer", title, required=False)
        return (CheckResult(check, met=False, note=note),)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _export(self, path: Path, status: str, paper: str, recipient: str) -> None:
        self._folder = path.parent
        writing = self.tr("It is read back and counted before it is called done.")
        self._say(Banner("accent", "file-output", self.tr("Writing the report"), writing))
        self._reporting.export(path, status, paper, recipient)

    def _on_exported(self, done: Exported) -> None:
        self._done = done
        words = self.tr("Written and read back: {sections}, {findings}. {path}").format(
            sections=self._counted(done.sections, self.tr("1 section"), self.tr("{count} sections")),
            findings=self._counted(done.findings, self.tr("1 finding"), self.tr("{count} findings")),
            path=done.path,
        )
        lines = [words, *self._look_lines(done)]
        actions = [("open", self.tr("Open")), ("folder", self.tr("Show folder")), ("close", self.tr("Close"))]
        is_other = bool(done.fell_back) and not done.template
        tone, icon = ("develop", "triangle-alert") if is_other else ("strength", "file-check")
        self._say(Banner(tone, icon, self.tr("The report is exported"), "\n".join(lines), actions))

    def _look_lines(self, done: Exported) -> list[str]:
        lines = [self.tr("Look: {template}").format(template=done.template)] if done.template else []
        lines += done.fell_back[:_SHOWN]
        more = self.tr("and {count} more, each named in Settings, Word template, Check")
        hidden = len(done.fell_back) - _SHOWN
        return [*lines, more.format(count=hidden)] if hidden > 0 else lines

    def _on_refused(self, sentence: str) -> None:
        actions = [("again", self.tr("Export again")), ("close", self.tr("Close"))]
        self._say(Banner("risk", "circle-alert", self.tr("The report was not exported"), sentence, actions))

    def _say(self, banner: Banner) -> None:
        clear(self._outcome)
        banner.acted.connect(self._on_acted)
        self._outcome.addWidget(banner)
        self._outcome.addSpacing(8)

    def _on_acted(self, code: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            "open": partial(self._open_path, "file"),
            "folder": partial(self._open_path, "folder"),
            "again": self.ask,
            "close": partial(clear, self._outcome),
        }
        acts[code]()

    def _open_path(self, what: str) -> None:
        if self._done is not None:
            path = self._done.path if what == "file" else self._done.path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @staticmethod
    def _counted(count: int, one: str, many: str) -> str:
        return one if count == 1 else many.format(count=count)
