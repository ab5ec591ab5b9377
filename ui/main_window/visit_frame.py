"""The frame round an open visit: header, stages, and what is saved."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.main_window.folding import Folding
from ui.main_window.key_map import SEARCH_KEYS, stage_names
from ui.main_window.turning import Turning
from ui.pages.stage_page import StagePage
from ui.shell.visit_header import VisitHeader
from ui.theme.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.layout import column
from ui.widgets.toast import Toast
from ui.workspace.desk import Desk, News
from visitapp.domain.forms import short_dates
from visitapp.domain.record import VisitRecord
from visitapp.domain.stages import STAGES, stage_states

_SAVING_MS = 500
_SIDE_PANE_FROM = 1180
_LEAST_HEIGHT = 500


class VisitFrame(QWidget):
    """One open visit. Stages are made when first shown."""

    stage_shown = Signal(str)
    command_wanted = Signal(str)
    """A command of the window, by its code."""

    def __init__(
        self,
        desk: Desk,
        earlier: Callable[[str], VisitRecord | None],
        reports_folder: Path,
        *,
        sample: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._earlier = earlier
        self._reports_folder = reports_folder
        self._pages: dict[str, StagePage] = {}
        self._asked = desk.record.framework
        self._side_wanted = True
        self.folding = Folding(self)
        self.header = VisitHeader(list(stage_names().values()))
        self.header.set_sample(sample=sample)
        self.header.status.set_offline(offline=True)
        self._banner = _cannot_save()
        self._banner.hide()
        self._stack = QStackedWidget()
        self.setLayout(column(self.header, self._banner, (self._stack, 1), spacing=0))
        self._toast = Toast(self)
        self._turning = Turning(self, self._toast)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SAVING_MS)
        self._connect()
        self._show_header()

    @property
    def stage(self) -> str:
        """Return the code of the stage on show."""
        page = self._stack.currentWidget()
        return next((code for code, one in self._pages.items() if one is page), "")

    @property
    def page(self) -> StagePage:
        """Return the page on show."""
        return self._pages[self.stage]

    def page_of(self, stage: str) -> StagePage | None:
        """Return the page of a stage, None while it was never shown."""
        return self._pages.get(stage)

    def show_stage(self, stage: str, place: str = "") -> None:
        """Show a stage, and within it a place; without one the focus goes where work goes on."""
        if stage not in self._pages:
            self._pages[stage] = self._make(stage)
            self._stack.addWidget(self._pages[stage])
        page = self._pages[stage]
        self._stack.setCurrentWidget(page)
        self._show_panes()
        self._show_steps()
        self.stage_shown.emit(stage)
        if place:
            page.show_place(place)
            self.folding.follow_focus()
        else:
            page.take_focus()
            self.folding.hold_first()

    def run(self, code: str) -> None:
        """Do one of the commands of the page on show."""
        self.page.run(code)
        self.folding.follow_focus()

    def show_saved(self, at: datetime) -> None:
        """Say that everything up to a moment is on the disk."""
        self._slow.stop()
        self._banner.hide()
        self.header.status.show_saved(f"{at.astimezone():%H:%M}")

    def show_not_saved(self, sentence: str) -> None:
        """Say, and keep saying, that something could not be written."""
        self._slow.stop()
        self.header.status.show_failed(self.tr("Not saved"))
        self._banner.set_words(self.tr("Your text is here, but not yet on the disk"), sentence)
        self._banner.show()

    def toggle_side_pane(self) -> None:
        """Hide or show the right pane."""
        self._side_wanted = not self._side_wanted
        self._show_panes()

    def say(self, words: str, *, undo: bool = False) -> None:
        """Say something quietly at the foot of the window, with Undo when it can be undone."""
        self._turning.forget()
        if undo:
            self._toast.say(words, self.tr("Undo"), "Ctrl Z")
        else:
            self._toast.say(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the right pane go when there is no room for it; in touch mode, show one view at a time."""
        super().resizeEvent(event)
        self._show_panes()

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in: in touch mode, that of one view at a time."""
        whole = super().minimumSizeHint()
        one = QSize(self.header.minimumSizeHint().width(), _LEAST_HEIGHT)
        return one.boundedTo(whole) if theme().metrics.touch else whole

    def _connect(self) -> None:
        self.header.stepper.chosen.connect(self._go_to_step)
        self.desk.changed.connect(self._hear)
        self.desk.touched.connect(self._wait_for_save)
        self._slow.timeout.connect(self.header.status.show_saving)
        self.desk.settled.connect(self._slow.stop)
        self._banner.acted.connect(self._copy_everything)
        theme().changed.connect(self._show_panes)
        # A shortcut of the frame, so that the list of visits has the same keys for a search of its own.
        QShortcut(QKeySequence(SEARCH_KEYS), self, partial(self.command_wanted.emit, "search-visit"))

    def _make(self, stage: str) -> StagePage:
        page = _make_page(stage, self.desk, self._earlier, self._reports_folder)
        page.place_wanted.connect(self._go_to_place)
        page.command_wanted.connect(self.command_wanted)
        page.view_wanted.connect(self._go_to_view)
        page.views_changed.connect(self._show_panes)
        return page

    def _go_to_step(self, number: int) -> None:
        self.show_stage(STAGES[number])

    def _go_to_place(self, place: str) -> None:
        stage, _, inside = place.partition(":")
        self.show_stage(stage, inside)

    def _hear(self, news: News) -> None:
        if self.desk.record.framework != self._asked:
            self._asked = self.desk.record.framework
            self._ask_anew()
        if news.kinds & {"visit", "school"}:
            self._show_header()
        self._show_steps()

    def _ask_anew(self) -> None:
        """Let go of the pages out of sight, which ask what was asked before; the one in sight follows when it can."""
        shown = self.stage
        for code in [one for one in self._pages if one != shown]:
            self._pages[code].stop_hearing()
            self._pages.pop(code).deleteLater()
        if shown and not self._pages[shown].follows_framework:
            self._pages[shown].stop_hearing()
            QTimer.singleShot(0, self, partial(self._make_anew, self._pages[shown]))

    def _make_anew(self, page: StagePage) -> None:
        stage = next((code for code, one in self._pages.items() if one is page), "")
        if stage:
            self.desk.leave()
            del self._pages[stage]
            self.show_stage(stage)
            page.deleteLater()

    def _wait_for_save(self) -> None:
        if not self._slow.isActive():
            self._slow.start()

    def _show_header(self) -> None:
        record = self.desk.record
        self.header.set_title(record.school.name, f"{record.framework.noun}  \u00b7  {short_dates(record)}")

    def _show_steps(self) -> None:
        states = stage_states(self.desk.record)
        self.header.stepper.set_states(["now" if code == self.stage else states[code] for code in STAGES])

    def _show_panes(self) -> None:
        if self._stack.currentWidget() is None:
            return
        narrow = self.window().width() < theme().scaled(_SIDE_PANE_FROM)
        self.folding.fold(self.page, narrow=narrow and theme().metrics.touch)
        side = self.page.side_pane()
        if side is not None and not self.folding.is_folded:
            side.setVisible(self._side_wanted and not narrow)

    def _go_to_view(self, code: str) -> None:
        if code:
            self.folding.hold(code)
        else:
            self.folding.follow_focus()

    def _copy_everything(self, _action: str) -> None:
        notes = [f"{note.label}  {note.text}" for note in self.desk.record.notes]
        QGuiApplication.clipboard().setText("\n\n".join([*notes, *self.desk.unsealed_texts()]))
        self.say(self.tr("Copied. Paste it somewhere safe."))


def _cannot_save() -> Banner:
    banner = Banner("risk", "circle-alert", "", "", [("copy", _copy_words())])
    banner.setObjectName("cannot-save")
    return banner


def _copy_words() -> str:
    return QCoreApplication.translate("VisitFrame", "Copy all my text")


def _make_page(
    stage: str, desk: Desk, earlier: Callable[[str], VisitRecord | None], reports_folder: Path
) -> StagePage:
    from ui.pages.capture.page import CapturePage
    from ui.pages.followup.page import FollowUpPage
    from ui.pages.plan.page import PlanPage
    from ui.pages.prepare.page import PreparePage
    from ui.pages.report.page import ReportPage
    from ui.pages.summary.summary_page import SummaryPage

    if stage == "prepare":
        return PreparePage(desk, earlier)
    if stage == "plan":
        return PlanPage(desk, reports_folder)
    if stage == "report":
        return ReportPage(desk, reports_folder)
    made = {"capture": CapturePage, "summary": SummaryPage, "followup": FollowUpPage}
    return made[stage](desk)
