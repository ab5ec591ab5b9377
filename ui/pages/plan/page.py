"""The stage in which the day is planned."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.pages.plan.centre import PlanCentre
from ui.pages.plan.days import part_at, slot_at
from ui.pages.plan.side import PlanSide
from ui.pages.stage_page import Part, StagePage, View
from ui.parts.check_stage import STAGE_DONE, stage_command, turn_stage
from ui.parts.plan_activities import BREAK, ActivityList
from ui.parts.plan_checks import is_about_agreement
from ui.parts.plan_copy_words import copied_words, copy_tip, copy_words
from ui.parts.slot_words import slot_name
from ui.shell.palette import Command
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.layout import column, row
from ui.widgets.surfaces import pane
from ui.widgets.text import Text
from ui.workspace.day_plan import DayPlan
from ui.workspace.desk import Desk, News
from visitapp.domain.framework import PlanRule
from visitapp.domain.plan_days import day_of_visit
from visitapp.domain.planning import first_wrong
from visitapp.domain.record import VisitRecord
from visitapp.paths import reports_dir

if TYPE_CHECKING:
    from ui.dialogs.send_plan import SendPlan

_STAGE = "plan"
_TICK_MS = 30_000
_COPY, _SEND = "plan.copy", "plan.send"


class _Hint(Text):
    """How an activity comes into the day, by mouse and keys or by touch."""

    def __init__(self) -> None:
        super().__init__("", "caption", "text2", wrap=True)
        theme().changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        touch = theme().metrics.touch
        self.set_text(self.tr("Tap to plan") if touch else self.tr("Drag to the day, or press Enter"))


class PlanPage(StagePage):
    """Activities on the left, the day in the middle, checks and the way on at the right.

    The plan is sent to files in `folder`.
    """

    def __init__(self, desk: Desk, folder: Path | None = None) -> None:
        super().__init__(desk)
        self._folder = folder
        self._earlier: VisitRecord | None = None
        self._looked = False
        self.dialog: SendPlan | None = None
        self._plan = DayPlan(desk)
        self._day = 1
        self._activities = ActivityList(desk)
        self._centre = PlanCentre(desk)
        self._side = PlanSide(desk)
        self._left = self._left_pane()
        self.setLayout(row(self._left, (self._centre, 1), self._side, spacing=0))
        self._activities.wanted.connect(self.add)
        self._centre.day_wanted.connect(self.show_day)
        self._centre.usual_day_wanted.connect(self.plan_usual_day)
        self._centre.copy_wanted.connect(self.copy_last_year)
        self._centre.send_wanted.connect(self.send)
        self._centre.dropped.connect(self.add)
        self._side.rule_wanted.connect(self._go_to_rule)
        self._side.place_wanted.connect(self.place_wanted)
        desk.changed.connect(self._hear)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)
        self.show_day(1)

    def panes(self) -> Sequence[QWidget]:
        """Return activities, day and checks."""
        return (self._left, self._centre, self._side)

    def views(self) -> Sequence[View]:
        """Return day, activities and checks, each by itself."""
        return (
            View("day", self.tr("Day"), "calendar-days", (self._centre,)),
            View("activities", self.tr("Activities"), "layout-list", (self._left,)),
            View("checks", self.tr("Checks"), "list-checks", (self._side,)),
        )

    def side_pane(self) -> QWidget:
        """Return the checks."""
        return self._side

    def commands(self) -> Sequence[Command]:
        """Return what can be done with the plan."""
        name = self._stage_name()
        earlier = self._last()
        words = copy_words(self.desk.record, earlier) if earlier is not None else ""
        copy = (Command(_COPY, words, "", name),) if words else ()
        return (
            *copy,
            Command(_SEND, self.tr("Send the plan to the school"), "", name),
            Command("plan.usual", self.tr("Plan the usual day"), "", name),
            Command("plan.break", self.tr("Add a break"), "", name),
            stage_command(self.desk, _STAGE, name),
        )

    def run(self, code: str) -> None:
        """Do one of the page's commands."""
        acts: dict[str, Callable[[], None]] = {
            _COPY: self.copy_last_year,
            _SEND: self.send,
            "plan.usual": self.plan_usual_day,
            "plan.break": partial(self.add, BREAK),
            STAGE_DONE: partial(turn_stage, self.desk, _STAGE, self._stage_name()),
        }
        if code in acts:
            acts[code]()

    def show_place(self, place: str) -> None:
        """Bring a slot into view, `plan:<slot id>`; of one that is not planned any more, its day."""
        slot = slot_at(self.desk.record, place)
        if slot is not None:
            self.show_day(slot.day)
        if slot is not None and not slot.deleted:
            self._centre.open_slot(slot.id)

    def part_of(self, place: str) -> Part:
        """Return the day a slot stands on, also one that is not planned any more, where the plan has several."""
        return part_at(self.desk.record, place, self._day)

    def take_focus(self) -> None:
        """Begin with the next activity to plan."""
        self._activities.take_focus()

    def show_day(self, day: int) -> None:
        """Show one day of the visit, from 1."""
        self._day = day
        self._activities.show_day(day)
        self._centre.show_day(day)
        self._tick()

    def add(self, code: str, starts: int | None = None) -> None:
        """Put an activity, or with an empty code a break, into the day shown: at a minute, else at its end."""
        activity = self.desk.record.framework.activity(code)
        add = partial(self._plan.add_activity, activity) if activity else self._plan.add_break
        slot = add(self._day, starts)
        self._centre.bring_into_view(slot.id)
        announce(self, self.tr("Planned: {slot}").format(slot=slot_name(self.desk.record, slot)))

    def plan_usual_day(self) -> None:
        """Put every required activity that is not planned yet on its day, one after the other, as one act."""
        slots = self._plan.add_required()
        announce(self, self.tr("Activities planned: {count}").format(count=len(slots)))

    def copy_last_year(self) -> None:
        """Plan what the visit before had and this one has not, as one act, and say what clashes."""
        earlier = self._last()
        slots = self._plan.copy(earlier) if earlier is not None else ()
        if earlier is not None and slots:
            clashes = self._plan.clashing(slots)
            self._centre.say(copied_words(self.desk.record, earlier, len(slots), clashes, self._day))
        else:
            self._centre.say(self._plan.why_not_copied(earlier))
        self._centre.timeline.cards.focus()

    def send(self, *, native: bool = True) -> None:
        """Open the sheet that sends the plan to the school."""
        from ui.dialogs.send_plan import SendPlan

        self.dialog = SendPlan(self.desk, self._folder or reports_dir(), self.window(), native=native)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the clock while the page is in view."""
        super().showEvent(event)
        self._tick()
        self._clock.start()
        QTimer.singleShot(0, self, self._show_copying)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock be while the page is away."""
        super().hideEvent(event)
        self._clock.stop()

    def _last(self) -> VisitRecord | None:
        """Return the earlier visit whose plan can be copied, loaded once; None when there is none in the vault."""
        if not self._looked and self.desk.earlier_plan is not None:
            self._earlier, self._looked = self.desk.earlier_plan(self.desk.record.visit), True
        return self._earlier

    def _show_copying(self) -> None:
        earlier, record = self._last(), self.desk.record
        if earlier is not None:
            words, tip = copy_words(record, earlier), copy_tip(earlier)
            self._centre.set_copying(words, tip, self._plan.why_not_copied(earlier))
        elif record.visit.follows_id:
            self._centre.set_copying(self.tr("Copy last year"), "", self._plan.why_not_copied(None))

    def _left_pane(self) -> QWidget:
        body = column(Text(self.tr("Activities"), "heading"), _Hint(), 6, self._activities, None, spacing=2)
        name = self.tr("Activities")
        return pane(body, name=name, margins=(20, 16, 16, 14), edge="right", width=232)

    def _go_to_rule(self, rule: PlanRule) -> None:
        planned = [slot for slot in self.desk.record.slots if slot.activity == rule.activity and not slot.part_of]
        wrong = first_wrong(self.desk.record, rule)
        if wrong is not None:
            self.show_day(wrong.day)
            self._centre.open_slot(wrong.id)
        elif is_about_agreement(rule):
            self._side.focus_agreed()
        elif rule.activity and planned:
            self.show_day(planned[0].day)
            self._centre.open_slot(planned[0].id)
        elif rule.activity:
            self._activities.focus_activity(rule.activity)
        else:
            self._activities.take_focus()
        self.view_wanted.emit("")

    def _tick(self) -> None:
        local = self.desk.now().astimezone()
        today = day_of_visit(self.desk.record, self._day) == local.date()
        self._centre.set_now(local.hour * 60 + local.minute if today else None)

    def _hear(self, news: News) -> None:
        if news.kinds & {"visit", "school"}:
            self._looked = False
        if news.kinds & {"slot", "visit", "member"}:
            self._activities.show_day(self._day)
            self._centre.show_day(self._day)
            self._show_copying()
        if news.kinds & {"slot", "visit", "answer", "action", "school"}:
            self._side.refresh()

    def _stage_name(self) -> str:
        return self.tr("Day plan")
