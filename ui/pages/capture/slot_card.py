"""The slot in hand and the slot that follows, each as a small block."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.pages.capture.slot_lines import full_title, hours, place_in_walk, place_line, share_run, time_left
from ui.parts.composer_clock import Moment
from ui.widgets.bars import Progress
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import PickerChip
from ui.widgets.layout import column, row, shown_if, wrap
from ui.widgets.surfaces import Card
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from visitapp.domain.framework import Activity
from visitapp.domain.planning import clock
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

_SOON = 5


class SlotCard(QWidget):
    """What runs now. Outside the plan it is a picker of activities: `activity_wanted` brings the code chosen.

    `others_wanted` asks, at a place on the screen, for the other slots and activities.
    """

    activity_wanted = Signal(str)
    others_wanted = Signal(QPoint)

    def __init__(self, activities: Sequence[Activity]) -> None:
        super().__init__()
        self._tag = Tag("", tone="accent")
        self._picker = PickerChip(self.tr("Activity"), placeholder=self.tr("Choose the activity"))
        self._picker.set_options([(one.code, one.title, one.short or one.title) for one in activities])
        self._count = Text("", "caption", "text3", tnum=True)
        self._others = IconButton("chevron-down", self.tr("Another lesson or activity"), size=24, icon_size=15)
        self._title = Text("", "title", px=18, wrap=True)
        self._place = Text("", "small", "text2", wrap=True)
        self._whose = Text("", "small", "develop", wrap=True)
        self._hours = Text("", "captionm", "text2", tnum=True)
        self._left = Text("", "captionm", "text2", tnum=True)
        self._progress = Progress(0, "accent", 5)
        self._look_at = Text("", "small", "text2", wrap=True)
        self._times = wrap(column(row(self._hours, None, self._left, spacing=4), 2, self._progress, spacing=3))
        head = row(self._tag, self._picker, None, self._count, self._others, spacing=6)
        words = column(self._title, self._place, self._whose, 6, self._times, 4, self._look_at, spacing=3)
        self.setLayout(column(head, 2, words, spacing=3))
        self._picker.picked.connect(self.activity_wanted)
        self._others.clicked.connect(self._on_others)

    def show_slot(self, record: VisitRecord, slot: Slot | None, activity_code: str, whose: str = "") -> None:
        """Show a slot of the plan and whose it is, or an activity outside it."""
        activity = record.framework.activity(slot.activity if slot else activity_code)
        if slot and activity:
            self._tag.set_tag(activity.short or activity.title, "accent", activity.icon)
        self._tag.setVisible(slot is not None)
        self._picker.setVisible(slot is None)
        self._picker.set_current(activity_code)
        self._others.setVisible(bool(record.slots))
        self._show_words(record, slot, activity)
        _show(self._whose, whose)

    def show_time(self, slot: Slot | None, moment: Moment | None) -> None:
        """Say how long a slot has still to run."""
        self._times.setVisible(slot is not None)
        if slot is None:
            return
        self._hours.set_text(hours(slot))
        words = time_left(slot, moment)
        soon = moment is not None and moment.day == slot.day and moment.minutes_left(slot) <= _SOON
        self._left.set_text(words)
        self._left.set_colour("develop" if soon else "text2")
        self._progress.set_share(share_run(slot, moment), words or hours(slot))

    def _show_words(self, record: VisitRecord, slot: Slot | None, activity: Activity | None) -> None:
        title = full_title(record, slot) if slot else (activity.title if activity else self.tr("No activity chosen"))
        number, total = place_in_walk(record, slot) if slot else (0, 0)
        self._title.set_text(title)
        self._count.set_text(self.tr("{number} of {total}").format(number=number, total=total) if total > 1 else "")
        _show(self._place, place_line(slot) if slot else "")
        groups = ", ".join(record.framework.label("groups", code) for code in slot.groups) if slot else ""
        _show(self._look_at, self.tr("Look at: {groups}").format(groups=groups) if groups else "")

    def _on_others(self) -> None:
        self.others_wanted.emit(self._others.mapToGlobal(self._others.rect().bottomLeft()))


class NextCard(Card):
    """What comes next in the plan; `start_wanted` moves on to it."""

    start_wanted = Signal()

    def __init__(self) -> None:
        self._when = Text("", "captionm", "text3", tnum=True, elide=True)
        self._title = Text("", "bodym", elide=True)
        self._start = Button("", "soft", small=True)
        words = column(self._when, self._title, spacing=1)
        super().__init__(row((words, 1), self._start, spacing=8), margins=(12, 10, 10, 10))
        self._start.set_label(self.tr("Start"))
        self._start.clicked.connect(self.start_wanted)

    def show_slot(self, record: VisitRecord, slot: Slot | None) -> None:
        """Show the slot that follows, or go out of sight when there is none."""
        shown_if(self, slot is not None)
        if slot is None:
            return
        title = full_title(record, slot)
        parts = (self.tr("Next"), clock(slot.starts), slot.place)
        self._when.set_text("  ·  ".join(part for part in parts if part))
        self._title.set_text(title)
        self._start.set_label(self.tr("Start"), self.tr("Start {title}").format(title=title))
        self._start.setToolTip(self.tr("Start {title}  Alt+Right").format(title=title))


def _show(text: Text, words: str) -> None:
    text.set_text(words)
    text.setVisible(bool(words))
