"""The middle of the day plan: which day, its hours, what overlaps, and the timeline."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from ui.parts.lesson_moves import LessonMoves
from ui.parts.plan_dragging import PlanDragging, dragged_activity
from ui.parts.plan_timeline import Timeline
from ui.parts.plan_warning import PlanWarning
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.plan_days import day_of_visit, day_title, plan_days
from visitapp.domain.planning import clock


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
        self._segments: list[Segment] = []
        self._switch = row(spacing=0)
        self._warning = PlanWarning(desk)
        self._warning.mended.connect(self._after_mending)
        self.timeline = Timeline(desk)
        self.timeline.opened.connect(self._show_editor)
        self._scroll = Scroll(wrap(column(self.timeline, None, margins=(12, 0, 18, 10))), self.tr("Day"))
        self._empty = self._make_empty()
        self._dragging = PlanDragging(self.timeline)
        LessonMoves(desk, self.timeline)
        self.setAcceptDrops(True)
        words = column(self._title, self._facts, spacing=1)
        ways = self._ways()
        self._why_not = Text("", "caption", "text2", wrap=True)
        self._said = Text("", "caption", "text2", wrap=True)
        for one in (self._why_not, self._said):
            one.hide()
        top = column(
            row((words, 1), *ways, spacing=6),
            row(self._switch, None),
            self._why_not,
            self._said,
            spacing=2,
            margins=(20, 14, 22, 8),
        )
        self.timeline.tab_after = self._warning.buttons()[-1]
        self.setLayout(column(top, self._warning, (self._scroll, 1), (self._empty, 1), spacing=0))
        for before, after in pairwise([*ways, *self._warning.buttons()]):
            self.setTabOrder(before, after)

    def show_day(self, day: int) -> None:
        """Show a day as the record now has it."""
        self._day = day
        self._show_switch()
        planned = any(slot.day == day for slot in self._desk.record.slots)
        self.timeline.show_day(day)
        self._show_words()
        self._said.hide()
        self._warning.show_day(day)
        self._scroll.setVisible(planned)
        self._empty.setVisible(not planned)

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

    def set_copying(self, words: str, tip: str, why_not: str) -> None:
        """Let an earlier plan be copied by a button of these words, out of sight without any, or say why not."""
        if self._copy.hasFocus() and (why_not or not words):
            self.timeline.cards.focus()
        self._copy.setVisible(bool(words))
        if words:
            self._copy.set_label(words)
        self._copy.setToolTip(tip)
        self._copy.setEnabled(not why_not)
        self._copy.setAccessibleDescription(why_not or tip)
        self._why_not.set_text(why_not)
        self._why_not.setVisible(bool(why_not))

    def say(self, words: str) -> None:
        """Say what came of something, under the date, until the plan is shown again."""
        self._why_not.hide()
        self._said.set_text(words)
        self._said.show()
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

    def _after_mending(self, home_id: str) -> None:
        self.timeline.cards.focus(home_id)
        self.bring_into_view(home_id)

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
        copy = self._copy = Button(self.tr("Copy last year"), "quiet", icon="history", small=True)
        copy.hide()
        copy.clicked.connect(self.copy_wanted)
        first = next((one.label for one in record.framework.distribution), self.tr("the school"))
        send = Button(self.tr("Send to {name}").format(name=first.lower()), icon="file-output", small=True)
        send.clicked.connect(self.send_wanted)
        return copy, send

    def _make_empty(self) -> EmptyState:
        sentence = self.tr("Add activities from the left, or begin with all that the programme asks for.")
        actions = [("usual", self.tr("Plan the usual day"), "list-checks")]
        empty = EmptyState("calendar-days", self.tr("Nothing is planned for this day yet"), sentence, actions)
        empty.acted.connect(self._on_acted)
        return empty

    def _on_acted(self, _code: str) -> None:
        self.usual_day_wanted.emit()
        self.timeline.cards.focus()

    def _show_switch(self) -> None:
        record = self._desk.record
        names = [Segment(str(day), day_title(record, day)) for day in sorted({*plan_days(record), self._day})]
        if len(names) > 1 and names != self._segments:
            if self._days is not None:
                self._days.deleteLater()
            self._segments = names
            self._days = Segmented(names, self.tr("Day of the visit"))
            self._days.picked.connect(self._on_day)
            self._switch.addWidget(self._days)
        if self._days is not None:
            self._days.setVisible(len(names) > 1)
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
