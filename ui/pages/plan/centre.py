"""The middle of the day plan: which day, its hours, what overlaps, and the timeline."""

from functools import partial

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from ui.parts.plan_dragging import PlanDragging, dragged_activity
from ui.parts.plan_timeline import Timeline
from ui.parts.slot_words import overlap_sentence, visit_days
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.plan_calendar import day_of_visit
from visitapp.domain.planning import clock, overlapping


class PlanCentre(Panel):
    """One day of the plan under its date; signals ask for another day or for the usual plan."""

    day_wanted = Signal(int)
    usual_day_wanted = Signal()
    copy_wanted = Signal()
    send_wanted = Signal()
    dropped = Signal(str, object)
    """An activity, or with an empty code a break, was let fall at a minute; None is the end of the day."""

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
        self._dragging = PlanDragging(self.timeline)
        self.setAcceptDrops(True)
        words = column(self._title, self._facts, spacing=1)
        ways = self._ways()
        self.timeline.tab_after = ways[-1]
        head = row((words, 1), self._switch, *ways, spacing=6, margins=(20, 14, 22, 8))
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take activities only."""
        if dragged_activity(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would begin."""
        self.timeline.set_drop(self._minute_at(event.position()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self.timeline.set_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the activity into the day."""
        self.timeline.set_drop(None)
        code = dragged_activity(event.mimeData())
        if code is not None:
            event.acceptProposedAction()
            self.dropped.emit(code, self._minute_at(event.position()))

    def say(self, words: str) -> None:
        """Say what came of something, under the date, until the plan is shown again."""
        self._facts.set_text(words)
        announce(self, words)

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
            begin = editor.first_focus()  # where the editor is taller than the room, where one begins to write
            QTimer.singleShot(0, begin, partial(self._scroll.ensureWidgetVisible, begin, 0, 40))

    def _minute_at(self, place: QPointF) -> int | None:
        if not self._scroll.isVisible():
            return None
        return self._dragging.minute_at(self.timeline.mapFrom(self, place.toPoint()).y())

    def _ways(self) -> tuple[Button, ...]:
        """Return the ways in from last year and out to the school."""
        record = self._desk.record
        copy = Button(self.tr("Copy last year"), "quiet", icon="history", small=True)
        copy.setToolTip(self.tr("Plan what the earlier visit had and this one has not"))
        copy.clicked.connect(self.copy_wanted)
        first = next((one.label for one in record.framework.distribution), self.tr("the school"))
        send = Button(self.tr("Send to {name}").format(name=first.lower()), icon="file-output", small=True)
        send.clicked.connect(self.send_wanted)
        return (copy, send) if record.visit.follows_id else (send,)

    def _make_empty(self) -> EmptyState:
        sentence = self.tr("Add activities from the left, or begin with all that the programme asks for.")
        actions = [("usual", self.tr("Plan the usual day"), "list-checks")]
        if self._desk.record.visit.follows_id:
            actions.append(("copy", self.tr("Copy last year"), "history"))
        empty = EmptyState("calendar-days", self.tr("Nothing is planned for this day yet"), sentence, actions)
        empty.acted.connect(self._on_acted)
        return empty

    def _on_acted(self, code: str) -> None:
        (self.copy_wanted if code == "copy" else self.usual_day_wanted).emit()
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
        found = day_of_visit(record, self._day)
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
