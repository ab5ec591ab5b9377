"""Classroom visits carried by a mouse, or moved by keys, to another time or another activity."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.parts.plan_dragging import stepped
from ui.parts.plan_room import GAP
from ui.parts.plan_timeline import Timeline
from ui.parts.slot_cards import LessonCard
from ui.parts.slot_words import day_name, slot_title
from ui.theme.painting import rounded
from ui.widgets.announce import announce
from ui.workspace.day_plan import DayPlan
from ui.workspace.desk import Desk
from visitapp.domain.plan_days import plan_days
from visitapp.domain.plan_order import lessons_in, placed, put_at
from visitapp.domain.planning import clock
from visitapp.domain.visit import Slot

_BAR = 4


class LessonMoves(QObject):
    """Let go among the visits of an activity, a visit takes that place; beside them, that minute; outside, none."""

    def __init__(self, desk: Desk, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._desk, self._timeline, self._plan = desk, timeline, DayPlan(desk)
        self._hole: QRect | None = None
        self._carried = ""
        self._bar = _Bar(timeline)
        timeline.cards.dragged.connect(self._follow)
        timeline.cards.dropped.connect(self._take)
        timeline.cards.let_go.connect(self._rest)
        timeline.cards.placed.connect(self._step)
        timeline.opened.connect(self._watch)

    def _follow(self, slot_id: str, by: QPoint, _by_edge: bool) -> None:
        lesson, card = self._timeline.slot(slot_id), self._timeline.cards.card(slot_id)
        if lesson is None or not isinstance(card, LessonCard):
            return
        if self._hole is None or slot_id != self._carried:
            self._hole, self._carried = card.geometry(), slot_id
        card.move(self._hole.topLeft() + by)
        home, place, minute = self._target(lesson, card.geometry().center())
        self._timeline.set_drop(minute)
        self._show_bar(lesson, home, place)
        changed = self._changed(lesson, home, place, minute)
        then = next((one for one in changed if one.id == lesson.id), lesson)
        card.show_above("  \u00b7  ".join(part for part in (clock(then.starts), lesson.place) if part))

    def _take(self, slot_id: str, by: QPoint, _by_edge: bool) -> None:
        lesson, card = self._timeline.slot(slot_id), self._timeline.cards.card(slot_id)
        if lesson is None or self._hole is None or card is None:
            return
        card.move(self._hole.topLeft() + by)
        home, place, minute = self._target(lesson, card.geometry().center())
        self._rest()
        if home is not None and place is not None:
            self._plan.place(lesson, home, place)
        elif home is not None and minute is not None:
            self._plan.put_at(lesson, home, minute)
        self._timeline.refresh()
        self._say(lesson)

    def _rest(self) -> None:
        self._hole = None
        self._bar.hide()
        self._timeline.set_drop(None)

    def _step(self, slot_id: str, by: int) -> None:
        """Move a visit by a place; past the first or last of its activity it goes to the next that takes visits."""
        lesson = self._timeline.slot(slot_id)
        home = self._timeline.slot(lesson.part_of) if lesson else None
        if lesson is None or home is None:
            return
        inside = lessons_in(self._desk.record.slots, home)
        wanted = [one.id for one in inside].index(lesson.id) + by
        if 0 <= wanted < len(inside):
            self._plan.place(lesson, home, wanted)
        else:
            self._to_neighbour(lesson, home, by)
        self._say(lesson)

    def _watch(self, slot_id: str) -> None:
        editor = self._timeline.editor
        if editor is not None:
            editor.place_wanted.connect(partial(self._step, slot_id))
            editor.home_wanted.connect(partial(self._move_home, slot_id))

    def _to_neighbour(self, lesson: Slot, home: Slot, by: int) -> None:
        homes = [one for one in self._plan.homes() if one.day == home.day]
        number = [one.id for one in homes].index(home.id) + by if home in homes else -1
        if 0 <= number < len(homes):
            there = homes[number]
            self._plan.place(lesson, there, 0 if by > 0 else len(lessons_in(self._desk.record.slots, there)))

    def _move_home(self, slot_id: str, home_id: str) -> None:
        """Put a visit at the end of another activity, of this day or another."""
        lesson = self._timeline.slot(slot_id)
        home = next((one for one in self._plan.homes() if one.id == home_id), None)
        if lesson is not None and home is not None and home.id != lesson.part_of:
            self._plan.place(lesson, home, len(lessons_in(self._desk.record.slots, home)))
            self._say(lesson)

    def _changed(self, lesson: Slot, home: Slot | None, place: int | None, minute: int | None) -> tuple[Slot, ...]:
        slots = self._desk.record.slots
        if home is None:
            return ()
        return placed(slots, lesson, home, place) if place is not None else put_at(slots, lesson, home, minute or 0)

    def _target(self, lesson: Slot, at: QPoint) -> tuple[Slot | None, int | None, int | None]:
        """Return the activity under a point, and the place among its visits or else the minute."""
        for home in self._plan.homes():
            card = self._timeline.cards.card(home.id)
            if home.day == lesson.day and card is not None and card.geometry().contains(at):
                place = self._place_at(lesson, home, at)
                return home, place, stepped(self._timeline.minute_at(at.y())) if place is None else None
        return None, None, None

    def _place_at(self, lesson: Slot, home: Slot, at: QPoint) -> int | None:
        """Return the place at a point of the rows of visits, None above and below them."""
        adder = self._timeline.cards.adder(home.id)
        cells = self._cells(lesson, home)
        rows = [*cells, *([adder.geometry()] if adder else [])]
        rows += [self._hole] if self._hole and lesson.part_of == home.id else []
        if not any(one.top() - GAP <= at.y() <= one.bottom() + GAP for one in rows):
            return None
        return sum(_is_before(one, at) for one in cells)

    def _cells(self, lesson: Slot, home: Slot) -> list[QRect]:
        inside = (one for one in lessons_in(self._desk.record.slots, home) if one.id != lesson.id)
        cards = (self._timeline.cards.card(one.id) for one in inside)
        return [one.geometry() for one in cards if one is not None]

    def _show_bar(self, lesson: Slot, home: Slot | None, place: int | None) -> None:
        self._bar.setVisible(home is not None and place is not None)
        if home is None or place is None:
            return
        cells, adder = self._cells(lesson, home), self._timeline.cards.adder(home.id)
        if place < len(cells):
            beside, left = cells[place], cells[place].left() - GAP
        elif cells:
            beside, left = cells[-1], cells[-1].right() + 1
        else:
            beside = adder.geometry() if adder else QRect()
            left = beside.left() - GAP
        self._bar.setGeometry(left + (GAP - _BAR) // 2, beside.top(), _BAR, beside.height())
        self._bar.raise_()

    def _say(self, lesson: Slot) -> None:
        now = self._desk.record.find("slot", lesson.id)
        if not isinstance(now, Slot) or now == lesson:
            announce(self._timeline, self.tr("Left where it was"))
            return
        home = self._desk.record.find("slot", now.part_of)
        said = [self.tr("Starts at {time}").format(time=clock(now.starts))]
        if isinstance(home, Slot) and now.part_of != lesson.part_of:
            said.append(slot_title(self._desk.record, home))
            said += [day_name(self._desk.record, now.day)] if len(plan_days(self._desk.record)) > 1 else []
        announce(self._timeline, ", ".join(said))


class _Bar(QWidget):
    """Where a visit would stand if it were let go."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), _BAR / 2, "accent")


def _is_before(cell: QRect, at: QPoint) -> bool:
    return cell.bottom() < at.y() or (cell.top() - GAP <= at.y() and cell.center().x() < at.x())
