"""The Capture stage: what runs now, the evidence so far, the box, and what has been covered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.pages.capture.centre import CaptureCentre
from ui.pages.capture.commands import BACK_TO, SAVE_AS, capture_commands
from ui.pages.capture.note_sheets import NoteSheets
from ui.pages.capture.now import NowPane
from ui.pages.capture.slot_lines import full_title
from ui.pages.capture.sought import SoughtNote
from ui.pages.stage_page import StagePage, View
from ui.parts.check_stage import STAGE_DONE, turn_stage
from ui.parts.composer import Composer
from ui.parts.composer_clock import is_visit_day
from ui.parts.coverage_pane import CoveragePane
from ui.parts.evidence_stream import EvidenceStream
from ui.parts.evidence_stream_choice import Standing
from ui.shell.palette import Command
from ui.widgets.announce import announce
from ui.widgets.layout import row
from ui.workspace.day_plan import DayPlan
from ui.workspace.desk import Desk, News
from visitapp.domain.aspect import Aspect
from visitapp.domain.coverage import Tally
from visitapp.domain.evidence import Context
from visitapp.domain.visit import Slot

_TICK_MS = 15_000


class CapturePage(StagePage):
    """The stage a reviewer lives in during a visit. Places: `capture`, and `capture:` with the id of a note."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._plan = DayPlan(desk)
        self._stale = False
        self._composer = Composer(desk)
        tally = Tally()
        self._now = NowPane(desk, tally)
        self._coverage = CoveragePane(desk, tally)
        self._now.show_context(self._composer.context)
        self._stream = EvidenceStream(desk, self._standing())
        self._sought = SoughtNote(self._stream, self._composer)
        self._sheets = NoteSheets(desk, self)
        self._coverage.refresh(self._composer.context)
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._lay_out()
        self._connect()

    def panes(self) -> Sequence[QWidget]:
        """Return now, evidence, the box and coverage."""
        return (self._now, self._stream, self._composer, self._coverage)

    def views(self) -> Sequence[View]:
        """Return the box with the evidence, what to look for, and coverage, each by itself."""
        return (
            View("capture", self.tr("Capture"), "square-pen", (self._centre,)),
            View("look-for", self.tr("Look for"), "list-checks", (self._now,)),
            View("coverage", self.tr("Coverage"), "layout-grid", (self._coverage,)),
        )

    def set_folded(self, *, folded: bool) -> None:
        """Say over the box what runs now while the pane that says it is out of sight."""
        self._now.strip.setVisible(folded)

    def side_pane(self) -> QWidget:
        """Return coverage."""
        return self._coverage

    def commands(self) -> Sequence[Command]:
        """Return what can be done here."""
        return capture_commands(self.desk, has_camera=self._composer.pictures.camera.is_offered)

    def run(self, code: str) -> None:
        """Do one of the page's commands."""
        acts = {
            "capture.write": self.take_focus,
            "capture.next": self.start_next,
            "capture.previous": self.start_previous,
            "capture.clear": self._composer.clear_context,
            "capture.photo": self._composer.pictures.choose,
            "capture.camera": self._composer.pictures.camera.photograph,
            "capture.sketch": self._composer.pictures.sketch,
            "capture.last": self.edit_last,
            "capture.role": self._composer.hints.accept,
            STAGE_DONE: partial(turn_stage, self.desk, "capture", self.tr("Capture")),
        }
        if code in acts:
            acts[code]()
        elif code.startswith(SAVE_AS):
            self._composer.save_as(code.removeprefix(SAVE_AS))
        elif code.startswith(BACK_TO):
            self._composer.recent.choose(int(code.removeprefix(BACK_TO)))

    def show_place(self, place: str) -> None:
        """Go to the box; a note is shown and marked, and Enter or Alt+Up then goes to it."""
        self.take_focus()
        self._sought.show(place.partition(":")[2])

    def take_focus(self) -> None:
        """Go to the box, the caret where it was."""
        self._composer.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view_wanted.emit("")

    def start_next(self) -> None:
        """Start the next lesson or activity of the plan."""
        self._start(self._now.step(1))

    def start_previous(self) -> None:
        """Go back to the lesson or activity before."""
        self._start(self._now.step(-1))

    def edit_last(self) -> None:
        """Open the newest note to correct it."""
        note = self._stream.last_note()
        if note is not None:
            self._sheets.correct(note.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened elsewhere, and follow the clock."""
        super().showEvent(event)
        self._composer.catch_up()
        self._tick()
        self._ticker.start()
        if self._stale:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop following the clock."""
        super().hideEvent(event)
        self._ticker.stop()

    def _on_last(self) -> None:
        if not self._sought.go_to():
            self.edit_last()

    def _lay_out(self) -> None:
        self._centre = CaptureCentre(self.desk.record.framework, self._stream, self._composer, self._now.strip)
        self.setLayout(row(self._now, (self._centre, 1), self._coverage, spacing=0))

    def _connect(self) -> None:
        self._composer.context_changed.connect(self._on_context)
        self._composer.saved.connect(self._stream.show_saved)
        self._composer.last_wanted.connect(self._on_last)
        self._now.start_wanted.connect(self._start)
        self._now.activity_wanted.connect(self._choose_activity)
        self._now.prompt_wanted.connect(self._choose_prompt)
        self._stream.edit_wanted.connect(self._sheets.correct)
        self._sheets.corrected.connect(self.take_focus)
        self._stream.head.deleted_wanted.connect(self._sheets.show_deleted)
        self._stream.picture_wanted.connect(self._sheets.show_pictures)
        self._stream.left.connect(self.take_focus)
        self._stream.typed.connect(self._composer.box.type_on)
        self._stream.search_wanted.connect(partial(self.command_wanted.emit, "search-visit"))
        self._coverage.aspect_wanted.connect(self._show_about)
        self._coverage.all_wanted.connect(partial(self._stream.show_about, None))
        self._ticker.timeout.connect(self._tick)
        self.desk.changed.connect(self._hear)
        self._bind("Alt+Right", self.start_next)
        self._bind("Alt+Left", self.start_previous)

    def _bind(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _standing(self) -> Standing:
        slot = self._now.slot
        today = self.desk.now().astimezone().date()
        record, context = self.desk.record, self._composer.context
        return Standing(record, context, bool(slot and slot.part_of), today, is_visit_day(self.desk))

    def _start(self, slot: Slot | None) -> None:
        if slot is None:
            return
        self._composer.set_context(self._plan.context_of(slot))
        announce(self._composer.box, self.tr("Now: {title}").format(title=full_title(self.desk.record, slot)))
        self.take_focus()

    def _choose_activity(self, code: str) -> None:
        activity = self.desk.record.framework.activity(code)
        if activity is not None:
            self._composer.set_context(Context(activity.source, strand=activity.strand, activity=code))
            self.take_focus()

    def _choose_prompt(self, code: str) -> None:
        self._composer.set_context(replace(self._composer.context, prompt=code))
        self.take_focus()

    def _show_about(self, aspect: Aspect) -> None:
        self._stream.show_about(aspect)
        self.view_wanted.emit("capture")

    def _on_context(self, context: Context) -> None:
        self._now.show_context(context)
        self._stream.stand(self._standing())
        self._coverage.refresh(context)

    def _tick(self) -> None:
        self._composer.follow_clock()
        self._now.refresh_time()
        self._coverage.refresh_time()

    def _hear(self, news: News) -> None:
        if not news.kinds & {"note", "slot", "visit", "hunch", "action"}:
            return
        if not self.isVisible():
            self._stale = True
        elif news.kinds & {"slot", "visit", "hunch", "action"}:
            self._refresh()
        else:
            self._refresh_notes()

    def _refresh(self) -> None:
        self._stale = False
        self._now.show_context(self._composer.context)
        self._stream.stand(self._standing())
        self._coverage.refresh()

    def _refresh_notes(self) -> None:
        self._stream.refresh()
        self._now.refresh_counts()
        self._coverage.refresh_soon()
