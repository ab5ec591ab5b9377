"""What became of earlier reports: a visit for each, what was found in it, and every text that was not understood."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.shell.overlay import Overlay
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.bars import Progress
from ui.widgets.buttons import Button
from ui.widgets.layout import Spacer, clear, column, row, wrap
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.earlier_reports import EarlierReports
from ui.workspace.importing import Imported
from visitapp.domain.forms import long_date

_WIDTH = 720
_LEAST_HEIGHT, _BESIDES = 160, 300
"""Of the results, and of all else on the sheet and around it, in pixels."""
_KINDS = "*.docx *.txt *.md"


class EarlierReportsSheet(Overlay):
    """Reads the files as soon as it opens; it may be stopped between two of them."""

    visit_wanted = Signal(str)

    def __init__(self, reports: EarlierReports, host: QWidget) -> None:
        super().__init__(host, host.tr("Earlier reports"), _WIDTH)
        self._reports = reports
        self._busy = False
        self._made = self._unread = self._refused = 0
        self._so_far = Text(self.tr("Reading\u2026"), "body", "text2", wrap=True)
        self._progress = Progress(name=self.tr("Reports read"))
        self._results = column(spacing=10)
        self._close = Button(self.tr("Stop"), keys=self.tr("Esc"))
        inner = wrap(column(self._results, Spacer(), spacing=0))
        scroll = Scroll(inner, self.tr("What became of each report"))
        scroll.setMinimumHeight(max(_LEAST_HEIGHT, host.height() - _BESIDES))
        title = Text(self.tr("Earlier reports"), "title")
        buttons = row(None, self._close, spacing=8)
        self.fill(column(title, self._so_far, self._progress, (scroll, 1), buttons, spacing=12))
        self._close.clicked.connect(self.close_sheet)
        self.closed.connect(self._leave)
        reports.made.connect(self._show)
        reports.refused.connect(self._show_refusal)
        reports.progressed.connect(self._on_progress)
        reports.ended.connect(self._on_end)

    def read_in(self, paths: Sequence[Path]) -> None:
        """Open and read these files."""
        self._busy = True
        self.open()
        announce(self, self.tr("Reading. A report becomes a whole visit, or nothing of it is kept."))
        self._reports.read_in(paths)

    def first_focus(self) -> QWidget:
        """Return the button that stops or closes."""
        return self._close

    def close_sheet(self) -> None:
        """Stop while a report is being read; close otherwise."""
        if self._busy:
            self._reports.stop()
            self._close.setEnabled(False)
        else:
            super().close_sheet()

    def _on_progress(self, done: int, count: int) -> None:
        self._progress.set_share(done / count, self.tr("{done} of {count} read").format(done=done, count=count))

    def _on_end(self) -> None:
        self._busy = False
        self._progress.hide()
        self._close.setText(self.tr("Close"))
        self._close.setEnabled(True)
        self._close.setFocus()
        said = _counted(self._made, self.tr("1 visit made."), self.tr("{count} visits made."))
        if self._refused:
            said += " " + _counted(self._refused, self.tr("1 file not read."), self.tr("{count} files not read."))
        if self._made:
            said += " " + self.tr(
                "Each is a draft: look through it before you rely on it. The whole text stays with it."
            )
        self._so_far.set_text(said)
        announce(self, said)

    def _show(self, imported: Imported) -> None:
        self._made += not imported.was_there
        title = ", ".join((imported.school, imported.programme, long_date(imported.starts_on)))
        if imported.was_there:
            words = self.tr("{file} was read before and nothing was changed.").format(file=imported.path.name)
            banner = Banner("accent", "circle-check", title, words, self._ways())
        else:
            tone = "develop" if imported.unread or imported.missing else "strength"
            icon = "triangle-alert" if tone == "develop" else "file-check"
            banner = Banner(tone, icon, title, self._found(imported), self._ways())
        banner.acted.connect(partial(self._open, imported.visit_id))
        self._add(banner, self._unread_lines(imported))

    def _ways(self) -> list[tuple[str, str]]:
        return [("open", self.tr("Open visit"))]

    def _found(self, imported: Imported) -> str:
        words = self.tr("{file}: {sections} of {all} sections, {findings} findings, {actions} actions.").format(
            file=imported.path.name,
            sections=imported.sections,
            all=imported.of_sections,
            findings=imported.findings,
            actions=imported.actions,
        )
        lines = [words, *(self.tr("Please check: {what}").format(what=one) for one in imported.doubts)]
        if imported.missing:
            lines.append(self.tr("Not in the report: {headings}.").format(headings="; ".join(imported.missing)))
        if not imported.unread:
            lines.append(self.tr("Everything was understood."))
        return "\n".join(lines)

    def _unread_lines(self, imported: Imported) -> list[Text]:
        if imported.was_there or not imported.unread:
            return []
        count = len(imported.unread)
        head = _counted(count, self.tr("1 text was not understood"), self.tr("{count} texts were not understood"))
        lines = [Text(head, "label", "text2", wrap=True)]
        for where in dict.fromkeys(one.where for one in imported.unread):
            lines.append(Text(where, "captionm", "text3", wrap=True))
            lines += [Text(one.text, "small", "text", wrap=True) for one in imported.unread if one.where == where]
        return lines

    def _show_refusal(self, name: str, sentence: str) -> None:
        self._refused += 1
        self._add(Banner("risk", "circle-alert", self.tr("{file} was not read").format(file=name), sentence), [])

    def _add(self, banner: Banner, lines: Sequence[Text]) -> None:
        below = wrap(column(*lines, spacing=4, margins=(46, 0, 14, 6))) if lines else None
        self._results.addLayout(column(banner, *((below,) if below else ()), spacing=6))

    def _open(self, visit_id: str, _code: str) -> None:
        if not self._busy:
            self.close_sheet()
            self.visit_wanted.emit(visit_id)

    def _leave(self) -> None:
        clear(self._results)
        self.deleteLater()
        self._reports.deleteLater()


def choose_reports(window: QWidget, *, native: bool = True) -> QFileDialog:
    """Open the dialog that asks which reports to read; its `filesSelected` brings their paths."""
    words = window.tr("Reports in Word or as text ({kinds})").format(kinds=_KINDS)
    chooser = QFileDialog(window, window.tr("Read an earlier report"), "", words)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
    chooser.finished.connect(chooser.deleteLater)
    chooser.open()
    return chooser


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)
