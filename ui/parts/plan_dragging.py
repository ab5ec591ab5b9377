"""Slots moved and stretched by a mouse, and activities let fall into the day."""

from PySide6.QtCore import QMimeData, QObject, QPoint

from ui.parts.plan_timeline import Timeline
from ui.parts.slot_cards import SlotCard
from ui.widgets.announce import announce
from visitapp.domain.planning import clock
from visitapp.domain.visit import Slot

ACTIVITY = "application/x-visitapp-activity"
"""What a dragged activity is known by; its code is the content."""
_STEP = 5
_LAST = 24 * 60 - _STEP


def as_mime(code: str) -> QMimeData:
    """Return what is dragged for an activity, or with an empty code for a break."""
    mime = QMimeData()
    mime.setData(ACTIVITY, code.encode())
    return mime


def dragged_activity(mime: QMimeData) -> str | None:
    """Return the code of the activity dragged, None when it is something else."""
    return bytes(mime.data(ACTIVITY).data()).decode() if mime.hasFormat(ACTIVITY) else None


class PlanDragging(QObject):
    """Follows what is dragged on a timeline, and changes the plan where it is let go: every five minutes."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        timeline.cards.dragged.connect(self._follow)
        timeline.cards.dropped.connect(self._take)
        timeline.cards.let_go.connect(self._let_go)

    def minute_at(self, y: float) -> int:
        """Return the minute at a height of the timeline, to five minutes."""
        return stepped(self._timeline.minute_at(y))

    def _follow(self, slot_id: str, by: QPoint, by_edge: bool) -> None:
        slot, card = self._timeline.slot(slot_id), self._timeline.cards.card(slot_id)
        if slot is None or not isinstance(card, SlotCard):
            return
        starts, ends = self._at(slot, by.y(), by_edge)
        top, bottom = self._timeline.top_of(starts), self._timeline.top_of(ends)
        card.setGeometry(card.x(), top + 2, card.width(), max(SlotCard.least_height(), bottom - top - 4))
        card.show_hours(f"{clock(starts)} \u2013 {clock(ends)}")

    def _take(self, slot_id: str, by: QPoint, by_edge: bool) -> None:
        slot = self._timeline.slot(slot_id)
        if slot is None or slot.part_of:
            return
        starts, ends = self._at(slot, by.y(), by_edge)
        if by_edge:
            self._timeline.stretch_slot(slot_id, ends - slot.ends)
        elif starts != slot.starts:
            self._timeline.move_slot(slot_id, starts - slot.starts)
        self._timeline.refresh()

    def _let_go(self) -> None:
        self._timeline.refresh()
        announce(self._timeline, self.tr("Left where it was"))

    def _at(self, slot: Slot, by: int, by_edge: bool) -> tuple[int, int]:
        edge = slot.ends if by_edge else slot.starts
        found = self.minute_at(self._timeline.top_of(edge) + by)
        if by_edge:
            return slot.starts, max(slot.starts + _STEP, found)
        return found, found + slot.minutes


def stepped(minute: float) -> int:
    """Return a minute of the day to the nearest five."""
    return max(0, min(_LAST, round(minute / _STEP) * _STEP))
