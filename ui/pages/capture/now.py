"""The left pane of capture: what runs now, what to look for, and what comes next; and the same as a strip."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.pages.capture.look_for import LookFor
from ui.pages.capture.now_strip import NowStrip
from ui.pages.capture.slot_card import NextCard, SlotCard
from ui.parts.composer_clock import moment_of, step_from
from ui.parts.earlier_to_judge import EarlierToJudge
from ui.parts.slot_words import slot_name
from ui.widgets.layout import Line, column
from ui.widgets.surfaces import pane
from ui.workspace.day_plan import DayPlan
from ui.workspace.desk import Desk
from visitapp.domain.coverage import Tally
from visitapp.domain.evidence import Context
from visitapp.domain.visit import Slot

_WIDTH = 264


class NowPane(QWidget):
    """Shows the context in force. `start_wanted` brings a slot to start, `activity_wanted` the code of an
    activity outside the plan, `prompt_wanted` the prompt the next notes answer (empty for none). `strip` says what
    runs now where the pane is out of sight."""

    start_wanted = Signal(object)
    activity_wanted = Signal(str)
    prompt_wanted = Signal(str)

    def __init__(self, desk: Desk, tally: Tally) -> None:
        super().__init__()
        self._desk, self._context = desk, Context()
        self._plan = DayPlan(desk)
        self._slot = SlotCard(desk.record.framework.activities)
        self._look_for = LookFor(tally)
        self._earlier = EarlierToJudge(desk)
        self._next = NextCard()
        self.strip = NowStrip()
        body = column(self._slot, 10, Line(), 6, self._earlier, self._look_for, None, spacing=4)
        side = pane(
            body, self._next, name=self.tr("Current activity"), margins=(20, 16, 18, 8), edge="right", width=_WIDTH
        )
        self.setLayout(column(side))
        self.setAccessibleName(self.tr("Current activity"))
        self._slot.activity_wanted.connect(self.activity_wanted)
        self._slot.others_wanted.connect(self._open_others)
        self._look_for.prompt_wanted.connect(self.prompt_wanted)
        self._next.start_wanted.connect(self._start_next)
        self.strip.next_wanted.connect(self._start_next)

    @property
    def slot(self) -> Slot | None:
        """The slot of the plan the context belongs to, or None."""
        found = self._desk.record.find("slot", self._context.slot_id)
        return found if isinstance(found, Slot) else None

    def show_context(self, context: Context) -> None:
        """Show another context, or the same one again after the record changed."""
        self._context = context
        record = self._desk.record
        whose = self._plan.whose(self.slot) if self.slot else ""
        self._slot.show_slot(record, self.slot, context.activity, whose)
        self.strip.show_slot(record, self.slot, context.activity, whose)
        self._earlier.show_activity(context.activity)
        self._look_for.show_activity(record, context.activity, context.prompt)
        self.refresh_time()

    def refresh_counts(self) -> None:
        """Count the notes of each prompt again."""
        self._look_for.show_counts(self._desk.record)

    def refresh_time(self) -> None:
        """Say how long is left, and what comes next."""
        moment = moment_of(self._desk)
        self._slot.show_time(self.slot, moment)
        self._next.show_slot(self._desk.record, self.step(1))
        self.strip.show_time(self._desk.record, self.slot, self.step(1), moment)

    def step(self, by: int) -> Slot | None:
        """Return the slot so many steps on in the plan, or None."""
        return step_from(self._desk.record, self._context.slot_id, by, moment_of(self._desk), self._plan.mine())

    def _start_next(self) -> None:
        following = self.step(1)
        if following is not None:
            self.start_wanted.emit(following)

    def _open_others(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        record = self._desk.record
        for slot in record.slots:
            if not slot.is_break:
                action = menu.addAction(slot_name(record, slot).replace("&", "&&"))
                action.triggered.connect(partial(self._start, slot.id))
        menu.addSeparator()
        for activity in record.framework.activities:
            action = menu.addAction(activity.title.replace("&", "&&"))
            action.triggered.connect(partial(self._choose, activity.code))
        menu.popup(place)

    def _start(self, slot_id: str) -> None:
        slot = self._desk.record.find("slot", slot_id)
        if slot is not None:
            self.start_wanted.emit(slot)

    def _choose(self, code: str) -> None:
        self.activity_wanted.emit(code)
