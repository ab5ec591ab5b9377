"""The tables of outcomes of an authority or a school, as they will be on paper, and the way to Word and Excel."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLayout, QWidget

from ui.dialogs.story_school import StorySchool
from ui.dialogs.story_thresholds import StoryThresholds
from ui.parts.published_notice import unreadable
from ui.parts.report_preview import ReportPreview
from ui.shell.overlay import Overlay
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.empty import EmptyState
from ui.widgets.layout import clear, column, row, wrap
from ui.widgets.text import Text
from ui.workspace.story import SPREADSHEET, Place, StoryTables
from visitapp.domain.papers.outcomes import Outcomes, outcomes_paper
from visitapp.paths import reports_dir

_WIDTH = 940
_LEAST_HEIGHT, _AROUND = 140, 80
"""Of the tables, and around the sheet, in px."""
_LONGEST_NAME = 44
_WORD = ".docx"


class StorySheet(Overlay):
    """Shows the tables of `place`, or of the first authority there are results of; another can be picked, and any
    school of it."""

    def __init__(self, host: QWidget, tables: StoryTables, place: Place | None = None) -> None:
        super().__init__(host, host.tr("Tables of outcomes"), _WIDTH)
        tables.setParent(self)
        self._tables = tables
        self._known: tuple[Place, ...] = ()
        self._places: dict[str, Place] = {}
        self._place = place
        self._outcomes: Outcomes | None = None
        self._notice, self._instead = column(spacing=0), column(spacing=0)
        self._state = Text("", "small", "text2", wrap=True)
        self._sources = Text("", "caption", "text2", wrap=True, max_lines=3)
        self.preview = ReportPreview()
        self.preview.setMinimumHeight(_LEAST_HEIGHT)
        self.place_chip = PickerChip(self.tr("Place"), sticky=False)
        self.school_button = Button(self.tr("Choose a school"), "quiet", icon="school")
        self.thresholds = StoryThresholds()
        self.sheet_button = Button(self.tr("Write to Excel"), icon="table-2")
        self.write_button = Button(self.tr("Write to Word"), "primary", icon="file-output")
        self.close_button = Button(self.tr("Close"), keys=self.tr("Esc"))
        self._of_tables = (self.preview, self._sources, self.sheet_button, self.write_button)
        self.choice = StorySchool(tables)
        foot = row(None, self.close_button, self.sheet_button, self.write_button, spacing=8)
        self._shown = wrap(column((self.preview, 1), self._instead, self._sources, foot, spacing=10))
        self.fill(column(self._head(), self._notice, (self._shown, 1), (self.choice, 1), spacing=12))
        self.choice.hide()
        self._offer()
        self._connect()
        self._begin()
        tables.find_places(self._take_places, self._take_no_places)

    def first_focus(self) -> QWidget:
        """Return the picker of the place."""
        return self.place_chip if self._place is not None else self.close_button

    def fit_sheet(self) -> None:
        """Take all the height there is while tables are shown."""
        super().fit_sheet()
        if self._place is not None and self.choice.isHidden():
            now = self.sheet.geometry()
            self.sheet.setGeometry(now.x(), _AROUND // 2, now.width(), self.height() - _AROUND)

    def choose_school(self) -> None:
        """Look for a school of the authority on show."""
        if self._place is not None:
            self._turn(choosing=True)
            authority = self._place.authority
            self.choice.begin(authority, self._places[authority].name if authority in self._places else authority)

    def show_place(self, place: Place) -> None:
        """Show the tables of a place, which can then be picked again."""
        self._place = place
        self._offer()
        self._turn(choosing=False)
        self.place_chip.setFocus()
        self._begin()

    def ask_path(self, ending: str, *, native: bool = True) -> None:
        """Ask where a file of this kind should go, and write it there."""
        if self._outcomes is None:
            return
        chooser = _chooser(self.window(), self._outcomes.place, ending)
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
        chooser.fileSelected.connect(self.write_to)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def write_to(self, path: str) -> None:
        """Write the tables as they are shown."""
        if self._outcomes is not None:
            self._tables.write(self._outcomes, Path(path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back from the search on Esc, then close."""
        if event.key() == Qt.Key.Key_Escape and not self.choice.isHidden():
            self._leave_choice()
            return
        super().keyPressEvent(event)

    def _head(self) -> QLayout:
        title = column(Text(self.tr("Tables of outcomes"), "title"), self._state, spacing=2)
        picking = column(None, row(self.place_chip, self.school_button, spacing=4), spacing=0)
        return row((title, 1), picking, self.thresholds, spacing=12)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_sheet)
        self.write_button.clicked.connect(partial(self.ask_path, _WORD))
        self.sheet_button.clicked.connect(partial(self.ask_path, SPREADSHEET))
        self.school_button.clicked.connect(self.choose_school)
        self.place_chip.picked.connect(self._pick)
        self.thresholds.changed.connect(self._begin)
        self.choice.chosen.connect(self.show_place)
        self.choice.left.connect(self._leave_choice)
        self._tables.made.connect(self._show)
        self._tables.refused.connect(self._refuse)
        self._tables.written.connect(self._on_written)
        self._tables.unwritten.connect(self._on_unwritten)
        self.closed.connect(self.deleteLater)

    def _offer(self) -> None:
        """Offer the place on show, its authority next, then the others."""
        known = {one.authority: one for one in self._known}
        here = self._place
        first = [here, *([known[here.authority]] if here.authority in known else [])] if here is not None else []
        self._places = {(one.urn or one.authority): one for one in (*first, *known.values())}
        self.place_chip.set_options([(code, one.name, _short(one.name)) for code, one in self._places.items()])
        if here is not None:
            self.place_chip.set_current(here.urn or here.authority)

    def _take_places(self, places: tuple[Place, ...]) -> None:
        """Offer the authorities there are results of, and begin with the first where no place was asked for."""
        self._known, is_first = places, self._place is None
        self._place = self._place or next(iter(places), None)
        self._offer()
        if self._place is None:
            self._show_instead(_no_results())
        elif is_first:
            self._begin()
            if self.close_button.hasFocus():
                self.place_chip.setFocus()

    def _take_no_places(self, sentence: str) -> None:
        """Say why there are none to begin with; tables of a place that was asked for say it themselves."""
        if self._place is None:
            self._refuse(sentence)

    def _begin(self) -> None:
        place, self._outcomes = self._place, None
        for button in (self.write_button, self.sheet_button):
            button.setEnabled(False)
        clear(self._notice)
        self._make_room()
        self._state.set_text(self.tr("Counting\u2026"))
        if place is not None:
            self.place_chip.set_current(place.urn or place.authority)
            self._tables.make(place, self.thresholds.said)

    def _make_room(self) -> None:
        """Show what there is of tables, and no longer why there were none."""
        place = self._place
        for one in (self.place_chip, self.school_button, *self._of_tables):
            one.setVisible(place is not None)
        self.thresholds.setVisible(place is not None and not place.urn)
        clear(self._instead)

    def _show_instead(self, state: EmptyState) -> None:
        """Show in the place of tables why there are none."""
        for one in (*self._of_tables, self.thresholds):
            one.hide()
        clear(self._instead)
        self._instead.addWidget(state)
        state.show()
        self._state.set_text("")
        self.fit_sheet()
        announce(self, state.words)

    def _pick(self, code: str) -> None:
        self._place = self._places[code]
        self._turn(choosing=False)
        self._begin()

    def _leave_choice(self) -> None:
        self._turn(choosing=False)
        self.school_button.setFocus()

    def _turn(self, *, choosing: bool) -> None:
        self.choice.setVisible(choosing)
        self._shown.setHidden(choosing)
        self.fit_sheet()

    def _show(self, outcomes: Outcomes) -> None:
        self._outcomes = outcomes
        self._make_room()
        self._state.set_text(self.tr("Counts say what they are of. A figure that is missing says why."))
        self._sources.set_text(" ".join(outcomes.attributions()))
        self.preview.show_report(outcomes_paper(outcomes))
        for one in (self.write_button, self.sheet_button):
            one.setEnabled(True)
        self.fit_sheet()
        announce(self, self.tr("Tables of {place}").format(place=outcomes.place))

    def _refuse(self, sentence: str) -> None:
        self._show_instead(unreadable(sentence))

    def _on_unwritten(self, sentence: str) -> None:
        self._say(Banner("risk", "circle-alert", self.tr("That did not work"), sentence))

    def _on_written(self, path: Path) -> None:
        banner = Banner("strength", "file-check", self.tr("Written"), str(path), [("open", self.tr("Open"))])
        banner.acted.connect(partial(_open, path))
        self._say(banner)

    def _say(self, banner: Banner) -> None:
        clear(self._notice)
        self._notice.addWidget(banner)
        self.fit_sheet()


def _open(path: Path, _action: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _chooser(window: QWidget, place: str, ending: str) -> QFileDialog:
    """Return a dialog that offers a name for the tables of a place, in the folder of reports."""
    excel, word = _tr("Excel workbooks ({kinds})"), _tr("Word documents ({kinds})")
    chooser = QFileDialog(window, _tr("Write the tables of outcomes"))
    chooser.setNameFilter((excel if ending == SPREADSHEET else word).format(kinds=f"*{ending}"))
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setDefaultSuffix(ending)
    folder = reports_dir()
    chooser.setDirectory(str(folder if folder.is_dir() else folder.parent))
    chooser.selectFile(f"{_tr('Outcomes')} {place}{ending}")
    return chooser


def _no_results() -> EmptyState:
    words = _tr("Read in a file of key stage 2 results in the Library; its tables then appear here.")
    return EmptyState("table-2", _tr("No results have been read in yet"), words)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}\u2026"


def _tr(text: str) -> str:
    return QCoreApplication.translate("StorySheet", text)
