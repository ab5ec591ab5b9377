"""The tables of outcomes of an authority or a school, as they will be on paper, and the way to Word."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLayout, QWidget

from ui.parts.report_preview import ReportPreview
from ui.shell.overlay import Overlay
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.fields import TextField
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.text import Text
from ui.workspace.story import Place, StoryTables
from visitapp.domain.published.cells import number_in
from visitapp.domain.report import Report
from visitapp.paths import reports_dir

_WIDTH = 940
_LEAST_HEIGHT, _BESIDES = 200, 260
"""Of the tables, and of all else on the sheet and around it, in px."""
_USUAL_THRESHOLD = 65.0
_WORD = ".docx"


class StorySheet(Overlay):
    """Shows the tables of `place`, or of the first authority there are results of; another can be picked."""

    def __init__(self, host: QWidget, tables: StoryTables, place: Place | None = None) -> None:
        super().__init__(host, host.tr("Tables of outcomes"), _WIDTH)
        tables.setParent(self)
        self._tables = tables
        self._places = {(one.urn or one.authority): one for one in (*((place,) if place else ()), *tables.places())}
        self._place = place or next(iter(self._places.values()), None)
        self._threshold = _USUAL_THRESHOLD
        self._report: Report | None = None
        self._written = Path()
        self._notice = column(spacing=0)
        self._state = Text("", "small", "text2", wrap=True)
        self.preview = ReportPreview()
        self.preview.setMinimumHeight(max(_LEAST_HEIGHT, host.height() - _BESIDES))
        self.place_chip = PickerChip(self.tr("Place"), sticky=False)
        self.place_chip.set_options([(code, one.name) for code, one in self._places.items()])
        self.threshold = TextField(self.tr("Below, %"), text=f"{_USUAL_THRESHOLD:g}", width=90)
        self.write_button = Button(self.tr("Write to Word"), "primary", icon="file-output")
        self.close_button = Button(self.tr("Close"), keys=self.tr("Esc"))
        title = column(Text(self.tr("Tables of outcomes"), "title"), self._state, spacing=2)
        head = row((title, 1), wrap(self.place_chip_row()), self.threshold, spacing=12)
        self.fill(column(head, self._notice, (self.preview, 1), self._buttons(), spacing=12))
        self._connect()
        self._begin()

    def place_chip_row(self) -> QLayout:
        """Return the picker of the place at the height of the field beside it."""
        return column(None, self.place_chip, spacing=0)

    def first_focus(self) -> QWidget:
        """Return the picker of the place."""
        return self.place_chip if self._place is not None else self.close_button

    def ask_path(self, _checked: bool = False, *, native: bool = True) -> None:
        """Ask where the Word file should go, and write it there."""
        if self._report is None:
            return
        chooser = QFileDialog(self.window(), self.tr("Write the tables to Word"))
        chooser.setNameFilter(self.tr("Word documents ({kinds})").format(kinds=f"*{_WORD}"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(_WORD)
        folder = reports_dir()
        chooser.setDirectory(str(folder if folder.is_dir() else folder.parent))
        chooser.selectFile(f"{self.tr('Outcomes')} {self._report.school}{_WORD}")
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
        chooser.fileSelected.connect(self.write_to)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def write_to(self, path: str) -> None:
        """Write the tables as they are shown."""
        if self._report is not None:
            self._tables.write(self._report, Path(path))

    def _buttons(self) -> QLayout:
        return row(None, self.close_button, self.write_button, spacing=8)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_sheet)
        self.write_button.clicked.connect(self.ask_path)
        self.place_chip.picked.connect(self._pick)
        self.threshold.done.connect(self._take_threshold)
        self._tables.made.connect(self._show)
        self._tables.refused.connect(self._refuse)
        self._tables.written.connect(self._on_written)
        self.closed.connect(self.deleteLater)

    def _begin(self) -> None:
        self.write_button.setEnabled(False)
        shown = self._place is not None
        for one in (self.place_chip, self.threshold, self.write_button):
            one.setVisible(shown)
        if self._place is None:
            self._state.set_text(
                self.tr("No results were read in yet. Read in a file of results in the Library first.")
            )
            return
        self.place_chip.set_current(self._place.urn or self._place.authority)
        self._state.set_text(self.tr("Counting\u2026"))
        self._tables.make(self._place, self._threshold)

    def _pick(self, code: str) -> None:
        self._place = self._places[code]
        self._begin()

    def _take_threshold(self, said: str) -> None:
        value = number_in(said)
        if value is None or not 0 <= value <= 100:
            self.threshold.set_text(f"{self._threshold:g}")
        elif value != self._threshold:
            self._threshold = value
            self._begin()

    def _show(self, report: Report) -> None:
        self._report = report
        self._state.set_text(self.tr("Counts say what they are of. A figure that is missing says why."))
        self.preview.show_report(report)
        self.write_button.setEnabled(True)
        announce(self, self.tr("Tables of {place}").format(place=report.school))

    def _refuse(self, sentence: str) -> None:
        self._say(Banner("risk", "circle-alert", self.tr("The tables were not made"), sentence))

    def _on_written(self, path: Path) -> None:
        self._written = path
        banner = Banner("strength", "file-check", self.tr("Written"), str(path), [("open", self.tr("Open"))])
        banner.acted.connect(self._open_written)
        self._say(banner)

    def _open_written(self, _action: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _say(self, banner: Banner) -> None:
        clear(self._notice)
        self._notice.addWidget(banner)
        self.fit_sheet()
