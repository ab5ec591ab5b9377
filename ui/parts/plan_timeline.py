"""The day as it is planned, drawn to time: slots are buttons, lessons stand inside their activity."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.plan_cards import DayCards
from ui.parts.plan_hours import paint_hours
from ui.parts.plan_room import GAP, Room
from ui.parts.plan_scale import DayScale, end_of, fitted, lanes
from ui.parts.slot_cards import LessonCard, SlotCard
from ui.parts.slot_editor import SlotEditor
from ui.parts.slot_words import no_room_words, removed_words
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.workspace.day_plan import DayPlan
from ui.workspace.desk import Desk
from visitapp.domain.planning import clock
from visitapp.domain.visit import Slot

_PER_MINUTE = 98 / 60
_MARGIN = 12


class Timeline(QWidget):
    """One day of the plan of the desk's visit. `opened` brings the slot being edited, or an empty text."""

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = DayPlan(desk)
        self._day = 1
        self._editor: SlotEditor | None = None
        self._now: int | None = None
        self._drop: int | None = None
        self._scale = DayScale((540, 541), (0.0, 1.0), _PER_MINUTE)
        self.tab_after: QWidget = self
        self.cards = DayCards(self)
        self.cards.pressed.connect(self._on_pressed)
        self.cards.lesson_wanted.connect(self.add_lesson)
        self.cards.moved.connect(self.move_slot)
        self.cards.stretched.connect(self.stretch_slot)
        self.cards.removed.connect(self.remove_slot)
        self.setAccessibleName(self.tr("Timeline"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.lay_out)

    @property
    def editor(self) -> SlotEditor | None:
        """The open editor, or None."""
        return self._editor

    def show_day(self, day: int) -> None:
        """Show another day, or the same one again as the record now has it."""
        self._day = day
        slots = self._slots()
        if self._editor is not None and self.slot(self._open_id()) is None:
            self.open_slot("")
        self.cards.keep(self._desk.record, slots)
        self.lay_out()

    def refresh(self) -> None:
        """Show the day as the record has it."""
        self.show_day(self._day)

    def slot(self, slot_id: str) -> Slot | None:
        """Return a slot of the day shown, or None."""
        return next((one for one in self._slots() if one.id == slot_id), None)

    def top_of(self, minute: int) -> int:
        """Return the px at which a minute of the day lies."""
        return round(self._scale.top(minute)) + _MARGIN

    def minute_at(self, y: float) -> float:
        """Return the minute of the day that lies at a px."""
        return self._scale.minute(y - _MARGIN)

    def set_drop(self, minute: int | None) -> None:
        """Draw the line at which something held would begin, or none."""
        self._drop = minute
        self.update()

    def set_now(self, minute: int | None) -> None:
        """Draw the line of this moment, in minutes from midnight, or none."""
        self._now = minute
        self.update()

    def open_slot(self, slot_id: str, *, focus: bool = False) -> None:
        """Open the editor on a slot of this day, or close it with an empty id."""
        slot = self.slot(slot_id)
        self._close_editor()
        self.cards.pick(slot.id if slot else "")
        if slot is not None:
            self._editor = self._make_editor(slot)
        self.lay_out()
        if self._editor is not None and focus:
            self._editor.first_focus().setFocus()
        self.opened.emit(slot.id if slot else "")

    def add_lesson(self, home_id: str) -> None:
        """Plan one more classroom visit in an activity and open it."""
        home = self.slot(home_id)
        if home is not None:
            slot = self._plan.add_lesson(home)
            self.open_slot(slot.id, focus=True)
            if slot.ends > home.ends:
                announce(self, no_room_words(self._desk.record, home))

    def move_slot(self, slot_id: str, minutes: int) -> None:
        """Move a slot, and the lessons inside it, earlier or later."""
        slot = self.slot(slot_id)
        if slot is not None and (starts := slot.starts + minutes) >= 0:
            self._plan.change(slot, starts=starts, ends=slot.ends + minutes)
            announce(self, self.tr("Starts at {time}").format(time=clock(starts)))

    def stretch_slot(self, slot_id: str, minutes: int) -> None:
        """Make a slot longer, or with fewer than no minutes shorter."""
        slot = self.slot(slot_id)
        if slot is not None:
            self._plan.stretch(slot, slot.ends + minutes)
            announce(self, self.tr("Ends at {time}").format(time=clock((self.slot(slot_id) or slot).ends)))

    def remove_slot(self, slot_id: str) -> None:
        """Take a slot out of the plan; undo brings it back."""
        slot = self.slot(slot_id)
        if slot is not None:
            following = self.cards.after({one.id for one in self._slots() if slot_id in (one.id, one.part_of)})
            announce(self, removed_words(self._desk.record, slot))
            self.open_slot("")
            self._plan.remove(slot)
            self.cards.focus(following)

    def lay_out(self) -> None:
        """Give every card its place."""
        homes = [one for one in self._slots() if not one.part_of]
        if not homes:
            return
        side = lanes(homes)
        rooms = {one.id: Room(self.width(), side[one.id][1]) for one in homes}
        needs = [(one.starts, end_of(one), self._need(one, rooms[one.id])) for one in homes]
        first = min(one.starts for one in homes)
        last = max(end_of(one) for one in homes)
        self._scale = fitted(needs, first - first % 15, last + -last % 15, _PER_MINUTE * theme().text_scale)
        for home in homes:
            self._place_home(home, side[home.id][0], rooms[home.id])
        self.setFixedHeight(self.top_of(self._scale.marks[-1]) + _MARGIN)
        _order_tabs([self.tab_after, *self.cards.in_order()], self._editor)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again when the width is new."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hours and, today, the line of now."""
        with QPainter(self) as painter:
            painter.translate(0, _MARGIN)
            paint_hours(painter, self._scale, self.width(), self._now if self._drop is None else self._drop)

    def _need(self, home: Slot, room: Room) -> float:
        lessons = sum(one.part_of == home.id for one in self._slots())
        inside, editing = lessons + (self.cards.adder(home.id) is not None), self._edits(home)
        if not inside and not editing:
            return SlotCard.least_height() + 4
        height = SlotCard.head_height() + -(-inside // room.across) * (LessonCard.height_wanted() + GAP)
        return height + (_height(self._editor, room) + GAP if editing else 0) + 10

    def _place_home(self, home: Slot, lane: int, room: Room) -> None:
        card = self.cards.card(home.id)
        if card is None:
            return
        left, top = room.left(lane), self.top_of(home.starts) + 2
        card.setGeometry(QRect(left, top, room.card, self.top_of(end_of(home)) - 2 - top))
        below = self._place_lessons(home, left + room.indent, top + SlotCard.head_height(), room)
        if self._editor is not None and self._edits(home):
            self._editor.setGeometry(QRect(left + room.indent, below, room.inner, _height(self._editor, room)))
            self._editor.raise_()

    def _place_lessons(self, home: Slot, left: int, top: int, room: Room) -> int:
        high = LessonCard.height_wanted()
        lessons = [self.cards.card(one.id) for one in self._slots() if one.part_of == home.id]
        buttons = [one for one in (*lessons, self.cards.adder(home.id)) if one is not None]
        for button, place in zip(buttons, room.cells(len(buttons), high), strict=True):
            button.setGeometry(place.translated(left, top))
            button.raise_()
        return top + -(-len(buttons) // room.across) * (high + GAP)

    def _edits(self, home: Slot) -> bool:
        slot = self.slot(self._open_id())
        return slot is not None and home.id in (slot.id, slot.part_of)

    def _make_editor(self, slot: Slot) -> SlotEditor:
        editor = SlotEditor(self._desk, slot)
        editor.setParent(self)
        editor.closed.connect(self._on_closed)
        editor.remove_wanted.connect(partial(self.remove_slot, slot.id))
        editor.move_wanted.connect(partial(self.move_slot, slot.id))
        editor.stretch_wanted.connect(partial(self.stretch_slot, slot.id))
        editor.show()
        return editor

    def _close_editor(self) -> None:
        if self._editor is not None:
            editor, self._editor = self._editor, None
            editor.hide()
            editor.deleteLater()

    def _on_pressed(self, slot_id: str) -> None:
        self.open_slot("" if self._open_id() == slot_id else slot_id, focus=True)

    def _on_closed(self) -> None:
        slot_id = self._open_id()
        self.open_slot("")
        self.cards.focus(slot_id)

    def _open_id(self) -> str:
        return self._editor.slot_id if self._editor else ""

    def _slots(self) -> list[Slot]:
        return [one for one in self._desk.record.slots if one.day == self._day]


def _order_tabs(first: list[QWidget], editor: SlotEditor | None) -> None:
    fields = editor.findChildren(QWidget) if editor else []
    tabbed = [one for one in fields if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise([*first, *tabbed]):
        QWidget.setTabOrder(before, after)


def _height(editor: SlotEditor | None, room: Room) -> int:
    layout = editor.layout() if editor else None
    return max(layout.totalHeightForWidth(room.inner), layout.totalMinimumSize().height()) if layout else 0
