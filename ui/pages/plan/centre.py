"""The middle of the day plan: which day, its hours, what overlaps, and the timeline."""

from functools import partial

from PySide6.QtCore import QTimer, Signal

from ui.parts.plan_timeline import Timeline
from ui.parts.slot_words import day_of, overlap_sentence, visit_days
from ui.widgets.empty import EmptyState
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.planning import clock, overlapping


class PlanCentre(Panel):
    """One day of the plan under its date; signals ask for another day or for the usual plan."""

    day_wanted = Signal(int)
    usual_day_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(name="")
        self.setAccessibleName(self.tr("Day"))
        self._desk = desk
        self._day = 1
        self._title = Text("", "title", elide=True)
        self._facts = Text("", "caption", "text2", tnum=True, elide=True)
        self._days: Segmented | None = None
        self._switch = row(spacing=0)
        self._overlaps = Text("", "small", "risk", wrap=True)
        self._warning = wrap(row(Icon("circle-alert", "risk", 16, 2), (self._overlaps, 1), margins=(20, 0, 22, 8)))
        self.timeline = Timeline(desk)
        self.timeline.opened.connect(self._show_editor)
        self._scroll = Scroll(wrap(column(self.timeline, None, margins=(12, 0, 18, 10))), self.tr("Day"))
        self._empty = self._make_empty()
        words = column(self._title, self._facts, spacing=1)
        head = row((words, 1), self._switch, spacing=6, margins=(20, 14, 22, 8))
        self.setLayout(column(head, self._warning, (self._scroll, 1), (self._empty, 1), spacing=0))

    def show_day(self, day: int) -> None:
        """Show a day as the record now has it."""
        self._day = day
        self._show_switch()
        record = self._desk.record
        slots = tuple(slot for slot in record.slots if slot.day == day)
        self.timeline.show_day(day)
        self._show_words()
        sentences = [overlap_sentence(record, *pair) for pair in overlapping(slots)]
        self._overlaps.set_text(" ".join(sentences))
        self._warning.setVisible(bool(sentences))
        self._scroll.setVisible(bool(slots))
        self._empty.setVisible(not slots)

    def set_now(self, minute: int | None) -> None:
        """Draw the line of this moment, or none."""
        self.timeline.set_now(minute)

    def open_slot(self, slot_id: str) -> None:
        """Open the editor of a slot and put the focus there."""
        self.timeline.open_slot(slot_id, focus=True)
        self.bring_into_view(slot_id)

    def bring_into_view(self, slot_id: str) -> None:
        """Scroll to a slot."""
        card = self.timeline.cards.card(slot_id)
        if card is not None:
            QTimer.singleShot(0, card, partial(self._scroll.ensureWidgetVisible, card, 0, 24))

    def _show_editor(self, slot_id: str) -> None:
        if self.timeline.editor is not None:
            editor = self.timeline.editor
            QTimer.singleShot(0, editor, partial(self._scroll.ensureWidgetVisible, editor, 0, 16))

    def _make_empty(self) -> EmptyState:
        sentence = self.tr("Add activities from the left, or begin with all that the programme asks for.")
        actions = [("usual", self.tr("Plan the usual day"), "list-checks")]
        empty = EmptyState("calendar-days", self.tr("Nothing is planned for this day yet"), sentence, actions)
        empty.acted.connect(self._on_acted)
        return empty

    def _on_acted(self, code: str) -> None:
        self.usual_day_wanted.emit()
        self.timeline.cards.focus()

    def _show_switch(self) -> None:
        count = visit_days(self._desk.record)
        if count > 1 and (self._days is None or self._days.property("days") != count):
            if self._days is not None:
                self._days.deleteLater()
            names = [Segment(str(day), self.tr("Day {day}").format(day=day)) for day in range(1, count + 1)]
            self._days = Segmented(names, self.tr("Day of the visit"))
            self._days.setProperty("days", count)
            self._days.picked.connect(self._on_day)
            self._switch.addWidget(self._days)
        if self._days is not None:
            self._days.set_current(str(self._day))

    def _on_day(self, code: str) -> None:
        self.day_wanted.emit(int(code))

    def _show_words(self) -> None:
        record = self._desk.record
        slots = [slot for slot in record.slots if slot.day == self._day]
        found = day_of(record, self._day)
        date_words = f"{found:%A} {found.day} {found:%B}" if found else ""
        self._title.set_text(date_words or self.tr("No date set"))
        hours = self.tr("{start} to {end}").format(
            start=clock(min((slot.starts for slot in slots), default=0)),
            end=clock(max((slot.ends for slot in slots), default=0)),
        )
        count = sum(bool(slot.part_of) for slot in slots)
        rooms = self.tr("1 classroom") if count == 1 else self.tr("{count} classrooms").format(count=count)
        self._facts.set_text(
            "  \u00b7  ".join((hours, rooms) if count else (hours,)) if slots else self.tr("Nothing planned")
        )
