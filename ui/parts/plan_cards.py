"""The buttons of one day of the plan, kept in step with the record so that focus survives."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.slot_buttons import DragButton
from ui.parts.slot_cards import AddLesson, LessonCard, PlanButton, SlotCard
from ui.parts.slot_words import lesson_label, lesson_title, slot_line, slot_name, slot_title
from visitapp.domain.plan_inside import outside
from visitapp.domain.planning import clock, overlapping
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot


class DayCards(QObject):
    """One button a slot, and one more lesson wherever lessons are planned. Signals carry slot ids."""

    pressed = Signal(str)
    lesson_wanted = Signal(str)
    moved = Signal(str, int)
    stretched = Signal(str, int)
    placed = Signal(str, int)
    dragged = Signal(str, QPoint, bool)
    dropped = Signal(str, QPoint, bool)
    let_go = Signal()
    removed = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._cards: dict[str, PlanButton] = {}
        self._adders: dict[str, AddLesson] = {}
        self._order: list[str] = []
        self._current = ""

    def keep(self, record: VisitRecord, slots: Sequence[Slot]) -> None:
        """Hold exactly these slots, in their order, as the record now words them."""
        clashing = {one.id for pair in overlapping(tuple(slots)) for one in pair}
        clashing |= {lesson.id for lesson, _ in outside(record.slots)}
        for gone in set(self._cards) - {slot.id for slot in slots}:
            _let_go(self._cards.pop(gone))
        for slot in slots:
            card = self._cards.get(slot.id) or self._make(slot)
            card.setAccessibleName(slot_name(record, slot))
            _show(card, record, slot, clashes=slot.id in clashing)
        self._order = [slot.id for slot in _reading_order(slots)]
        self._keep_adders(record, slots)
        self.hold(self._current if self._current in self._cards else "")

    def card(self, slot_id: str) -> PlanButton | None:
        """Return the button of a slot, or None."""
        return self._cards.get(slot_id)

    def adder(self, home_id: str) -> AddLesson | None:
        """Return the button that plans one more lesson in an activity, or None."""
        return self._adders.get(home_id)

    def in_order(self) -> list[PlanButton]:
        """Return every button in reading order: an activity, its lessons, one more lesson."""
        found: list[PlanButton] = []
        for place, slot_id in enumerate(self._order):
            card = self._cards[slot_id]
            if found and isinstance(card, SlotCard):
                self._add_adder(found, self._order[:place])
            found.append(card)
        self._add_adder(found, self._order)
        return found

    def hold(self, slot_id: str) -> None:
        """Make one slot the one that Tab comes to; the others are walked to with the arrows."""
        self._current = slot_id
        first = slot_id or next(iter(self._order), "")
        for one, card in self._cards.items():
            policy = Qt.FocusPolicy.StrongFocus if one == first else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(policy)

    def pick(self, slot_id: str) -> None:
        """Show which slot is being edited; an empty id is none."""
        for one, card in self._cards.items():
            card.set_picked(picked=one == slot_id)
        if slot_id:
            self.hold(slot_id)

    def focus(self, slot_id: str = "") -> None:
        """Put the focus on a slot, or on the one Tab comes to."""
        wanted = slot_id or self._current or next(iter(self._order), "")
        if wanted in self._cards:
            self.hold(wanted)
            self._cards[wanted].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def after(self, gone: Collection[str]) -> str:
        """Return the slot to go to when some are taken out: the next that stays, else the last before them."""
        places = [place for place, one in enumerate(self._order) if one in gone]
        later = [one for one in self._order[max(places, default=0) :] if one not in gone]
        earlier = [one for one in self._order[: min(places, default=0)] if one not in gone]
        return next(iter(later), "") or next(reversed(earlier), "")

    def _make(self, slot: Slot) -> PlanButton:
        card: DragButton = LessonCard(slot.id) if slot.part_of else SlotCard(slot.id)
        card.setParent(self._host)
        card.clicked.connect(partial(self.pressed.emit, slot.id))
        card.stepped.connect(partial(self._step, slot.id))
        card.moved.connect(partial(self.moved.emit, slot.id))
        card.stretched.connect(partial(self.stretched.emit, slot.id))
        card.removed.connect(partial(self.removed.emit, slot.id))
        card.placed.connect(partial(self.placed.emit, slot.id))
        card.dragged.connect(partial(self.dragged.emit, slot.id))
        card.dropped.connect(partial(self.dropped.emit, slot.id))
        card.let_go.connect(self.let_go)
        card.show()
        self._cards[slot.id] = card
        return card

    def _keep_adders(self, record: VisitRecord, slots: Sequence[Slot]) -> None:
        homes = {slot.id: slot for slot in slots if not slot.part_of and _takes_lessons(record, slot)}
        for gone in set(self._adders) - set(homes):
            _let_go(self._adders.pop(gone))
        for slot_id, slot in homes.items():
            if slot_id not in self._adders:
                name = self.tr("Add a classroom visit to {title}").format(title=slot_title(record, slot))
                adder = AddLesson(slot_id, self.tr("Add visit"), name)
                adder.setParent(self._host)
                adder.clicked.connect(partial(self.lesson_wanted.emit, slot_id))
                adder.show()
                self._adders[slot_id] = adder

    def _add_adder(self, found: list[PlanButton], before: Sequence[str]) -> None:
        home = next((one for one in reversed(before) if isinstance(self._cards[one], SlotCard)), "")
        if home in self._adders:
            found.append(self._adders[home])

    def _step(self, slot_id: str, steps: int) -> None:
        place = self._order.index(slot_id) + steps
        self.focus(self._order[max(0, min(len(self._order) - 1, place))])


def _show(card: PlanButton, record: VisitRecord, slot: Slot, *, clashes: bool) -> None:
    if isinstance(card, LessonCard):
        above = "  \u00b7  ".join(part for part in (clock(slot.starts), slot.place) if part)
        label = lesson_label(record, slot)
        short = lesson_title(record, slot) if slot.years and slot.subject else label
        card.show_lesson(label, above, short, slot.people, clashes=clashes)
        card.setToolTip(slot_name(record, slot))
    elif isinstance(card, SlotCard):
        activity = record.framework.activity(slot.activity)
        hours = f"{clock(slot.starts)} \u2013 {clock(slot.ends)}"
        icon = activity.icon if activity and activity.icon else "clock"
        card.show_slot(
            slot_title(record, slot), slot_line(record, slot), hours, icon, is_break=slot.is_break, clashes=clashes
        )


def _reading_order(slots: Sequence[Slot]) -> list[Slot]:
    found: list[Slot] = []
    for home in (slot for slot in slots if not slot.part_of):
        found += [home, *(slot for slot in slots if slot.part_of == home.id)]
    return found


def _takes_lessons(record: VisitRecord, slot: Slot) -> bool:
    activity = record.framework.activity(slot.activity)
    return bool(activity and activity.lessons)


def _let_go(card: QWidget) -> None:
    card.hide()
    card.deleteLater()
