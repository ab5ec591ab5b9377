"""Everything about one slot of the plan, to be written where it stands."""

from dataclasses import replace
from datetime import time
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.parts.autosave import Autosave
from ui.parts.slot_foot import SlotFoot
from ui.parts.slot_words import home_words, short_term, slot_title
from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.chips import Chip, PickerChip
from ui.widgets.fields import TimeField
from ui.widgets.flow import Flow
from ui.widgets.layout import column, row, wrap
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Text
from ui.workspace.day_plan import DayPlan
from ui.workspace.desk import Desk, News
from visitapp.domain.places import Place
from visitapp.domain.usual import usual_years
from visitapp.domain.visit import Slot
from visitapp.domain.weighed import members
from visitapp.domain.weighing import Member

_STEP = 5


class SlotEditor(QFrame):
    """Times, words and, for a classroom visit, years, subject and pupil groups of one slot.

    A new start moves the whole slot; a new end makes it longer or shorter.
    """

    closed = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)
    """Minutes later."""
    stretch_wanted = Signal(int)
    """Minutes longer."""
    place_wanted = Signal(int)
    """Places later among the classroom visits of its activity."""
    home_wanted = Signal(str)
    """The activity a classroom visit is to be part of."""

    def __init__(self, desk: Desk, slot: Slot) -> None:
        super().__init__()
        self._desk = desk
        self._plan = DayPlan(desk)
        self.slot_id = slot.id
        self._is_lesson = bool(slot.part_of)
        self._chips: dict[tuple[str, str], Chip] = {}
        self._subject: PickerChip | None = None
        self.setAccessibleName(self.tr("Edit {title}").format(title=slot_title(desk.record, slot)))
        self._start = TimeField(self.tr("Start"))
        self._end = TimeField(self.tr("End"))
        self._start.picked.connect(self._take_start)
        self._end.picked.connect(self._take_end)
        self._problem = Text("", "caption", "risk", wrap=True)
        layout = column(self._first_row(), self._second_row(), spacing=8, margins=(12, 10, 12, 10))
        if self._is_lesson:
            self._add_lesson_rows(layout)
        team = members(desk.record)
        if len(team) > 1:
            layout.addWidget(_labelled(self.tr("Of the team; nobody chosen is everybody"), self._team_chips(team)))
        layout.addWidget(self._problem)
        foot = SlotFoot(is_lesson=self._is_lesson)
        foot.closed.connect(self.closed)
        foot.remove_wanted.connect(self.remove_wanted)
        foot.move_wanted.connect(self.move_wanted)
        foot.stretch_wanted.connect(self.stretch_wanted)
        foot.place_wanted.connect(self.place_wanted)
        layout.addWidget(foot)
        self.setLayout(layout)
        self._show()
        desk.changed.connect(self._hear)

    def first_focus(self) -> QWidget:
        """Return the field to begin in: a lesson is first of all a year group, an activity a time."""
        return next(iter(self._chips.values()), self._start) if self._is_lesson else self._start

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), theme().metrics.radius, "bg", "line")

    def _first_row(self) -> QHBoxLayout:
        times = row(
            _labelled(self.tr("Start"), self._start),
            _labelled(self.tr("End"), self._end),
            spacing=8,
            margins=(0,) * 4,
        )
        title = self.tr("Lesson") if self._is_lesson else self.tr("Title")
        return row(times, (_labelled(title, self._line(title, "title")), 1), spacing=8)

    def _second_row(self) -> QHBoxLayout:
        place, people = self.tr("Place"), self.tr("With")
        return row(
            (_labelled(people, self._line(people, "people")), 3),
            (_labelled(place, self._line(place, "place")), 2),
            spacing=8,
        )

    def _line(self, name: str, field: str) -> LineEdit:
        slot = self._slot()
        line = LineEdit(name, self._hint(slot, field) if slot else "")
        Autosave(line, self._desk, Place("slot", self.slot_id, field), self.tr("Plan changed"))
        return line

    def _hint(self, slot: Slot, field: str) -> str:
        """Return what the framework suggests for a field that is still empty."""
        if field == "title":
            return slot_title(self._desk.record, replace(slot, title=""))
        activity = self._desk.record.framework.activity(slot.activity)
        return activity.people if activity and field == "people" and not slot.part_of else ""

    def _add_lesson_rows(self, layout: QVBoxLayout) -> None:
        framework = self._desk.record.framework
        taught = usual_years(self._desk.record)
        years = tuple(one for one in framework.coverage_years or self._codes("years") if one in taught)
        layout.addWidget(_labelled(self.tr("Years"), self._chip_set("years", years)))
        subjects = framework.vocabularies.get("subjects")
        if subjects:
            self._subject = PickerChip(self.tr("Subject"), placeholder=self.tr("Subject"), sticky=False, small=True)
            self._subject.set_options([("", self.tr("Not chosen")), *((t.code, t.label) for t in subjects.terms)])
            self._subject.picked.connect(partial(self._take, "subject"))
        pickers = ((self.tr("Subject"), self._subject), (self.tr("Part of"), self._home_picker()))
        layout.addWidget(wrap(row(*(_labelled(label, one) for label, one in pickers if one), None)))
        if self._codes("groups"):
            layout.addWidget(_labelled(self.tr("Pupil groups"), self._chip_set("groups", self._codes("groups"))))

    def _home_picker(self) -> PickerChip | None:
        """Return the choice of the activity a classroom visit is part of, where there are several."""
        slot, homes = self._slot(), self._plan.homes()
        if slot is None or len(homes) < 2:
            return None
        picker = PickerChip(self.tr("Part of"), placeholder=self.tr("Part of"), sticky=False, small=True)
        picker.set_options([(one.id, home_words(self._desk.record, one)) for one in homes])
        picker.set_current(slot.part_of)
        picker.picked.connect(self.home_wanted)
        return picker

    def _chip_set(self, role: str, codes: tuple[str, ...]) -> QWidget:
        flow = Flow(spacing=5, line_spacing=5)
        for code in codes:
            label = self._desk.record.framework.label(role, code)
            chip = Chip(short_term(self._desk.record, role, code), name=label, small=True)
            chip.setMinimumWidth(theme().metrics.least)
            chip.toggled.connect(partial(self._toggle, role, code))
            self._chips[role, code] = chip
            flow.addWidget(chip)
        return wrap(flow)

    def _team_chips(self, team: tuple[Member, ...]) -> QWidget:
        flow = Flow(spacing=5, line_spacing=5)
        for member in team:
            words = member.name.strip() or member.role.strip() or self.tr("No name yet")
            name = ", ".join(part for part in (words, member.role.strip()) if part)
            chip = Chip(words, name=name if member.name.strip() else words, small=True)
            chip.toggled.connect(partial(self._toggle, "team", member.id))
            self._chips["team", member.id] = chip
            flow.addWidget(chip)
        return wrap(flow)

    def _codes(self, role: str) -> tuple[str, ...]:
        vocabulary = self._desk.record.framework.vocabularies.get(role)
        return tuple(term.code for term in vocabulary.terms) if vocabulary else ()

    def _slot(self) -> Slot | None:
        found = self._desk.record.find("slot", self.slot_id)
        return found if isinstance(found, Slot) else None

    def _take_start(self, value: time | None) -> None:
        slot = self._slot()
        if slot and value:
            starts = value.hour * 60 + value.minute
            self._plan.change(slot, starts=starts, ends=starts + max(_STEP, slot.minutes))

    def _take_end(self, value: time | None) -> None:
        slot = self._slot()
        if slot and value:
            self._plan.change(slot, ends=value.hour * 60 + value.minute)

    def _take(self, field: str, value: object) -> None:
        slot = self._slot()
        if slot:
            self._plan.change(slot, **{field: value})

    def _toggle(self, role: str, code: str, on: bool) -> None:
        slot = self._slot()
        if slot and (code in getattr(slot, role)) is not on:
            chosen = {*getattr(slot, role), code} if on else {*getattr(slot, role)} - {code}
            order = [one for kind, one in self._chips if kind == role]
            self._take(role, tuple(one for one in order if one in chosen))

    def _hear(self, news: News) -> None:
        if "slot" in news.kinds:
            self._show()

    def _show(self) -> None:
        slot = self._slot()
        if slot is None:
            return
        self._start.set_value(_time(slot.starts))
        self._end.set_value(_time(slot.ends))
        wrong = slot.ends <= slot.starts
        self._end.set_wrong(wrong=wrong)
        self._problem.set_text(self.tr("It ends before it starts.") if wrong else "")
        self._problem.setVisible(wrong)
        for (role, code), chip in self._chips.items():
            chip.setChecked(code in getattr(slot, role))
        if self._subject:
            self._subject.set_current(slot.subject)


def _labelled(label: str, control: QWidget) -> QWidget:
    return wrap(column(Text(label, "caption", "text2"), control, spacing=3))


def _time(minutes: int) -> time:
    return time(min(23, minutes // 60), minutes % 60)
