"""What runs now as a strip over the box, where the left pane is out of sight."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.capture.slot_lines import full_title, hours, share_run, time_left
from ui.parts.composer_clock import Moment
from ui.widgets.bars import Progress
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row, wrap
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

_SOON = 5


class NowStrip(QWidget):
    """The slot in hand with its time, and the next one as a button: `next_wanted` moves on to it."""

    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tag = Tag("", tone="accent", height=24)
        self._title = Text("", "title", elide=True)
        self._hours = Text("", "captionm", "text2", tnum=True)
        self._left = Text("", "captionm", "text2", tnum=True)
        self._progress = Progress(0, "accent", 6)
        self._next = Button("", icon_after="arrow-right")
        self._times = wrap(row(self._hours, (self._progress, 1), self._left, spacing=10))
        words = column(row(self._tag, (self._title, 1), spacing=10), self._times, spacing=6)
        self.setLayout(row((words, 1), self._next, spacing=18, margins=(20, 12, 18, 2)))
        self.setAccessibleName(self.tr("Current activity"))
        self._next.clicked.connect(self.next_wanted)

    def show_slot(self, record: VisitRecord, slot: Slot | None, activity_code: str, whose: str = "") -> None:
        """Show a slot of the plan and whose it is, or an activity outside it."""
        activity = record.framework.activity(slot.activity if slot else activity_code)
        self._tag.setVisible(slot is not None and activity is not None)
        if activity is not None:
            self._tag.set_tag(activity.short or activity.title, "accent", activity.icon)
        outside = activity.title if activity else self.tr("No activity chosen")
        parts = (full_title(record, slot), whose, slot.place) if slot else (outside,)
        self._title.set_text("  \u00b7  ".join(part for part in parts if part))

    def show_time(
        self, record: VisitRecord, slot: Slot | None, following: Slot | None, moment: Moment | None
    ) -> None:
        """Say how long a slot has still to run, and offer the one that follows."""
        self._times.setVisible(slot is not None)
        if slot is not None:
            words = time_left(slot, moment)
            soon = moment is not None and moment.day == slot.day and moment.minutes_left(slot) <= _SOON
            self._hours.set_text(hours(slot))
            self._left.set_text(words)
            self._left.set_colour("develop" if soon else "text2")
            self._progress.set_share(share_run(slot, moment), words or hours(slot))
        self._next.setVisible(following is not None)
        if following is not None:
            title = full_title(record, following)
            self._next.set_label(self.tr("Next: {title}").format(title=title))
            self._next.setToolTip(self.tr("Start {title}  Alt+Right").format(title=title))
