"""What stands in a section but is decided elsewhere: activities, decision, actions. Shown, with the way there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.fact_date import short_day
from ui.parts.slot_words import slot_title
from ui.widgets.buttons import Button
from ui.widgets.layout import clear, column, row
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.finding import Action
from visitapp.domain.framework import Section
from visitapp.domain.planning import clock
from visitapp.domain.record import VisitRecord


class LinkedLines(QWidget):
    """A few lines of text under a heading, and a button to the place they come from (`wanted`)."""

    wanted = Signal(str)

    def __init__(self, heading: str, button: str, place: str) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, str], ...] | None = None
        link = Button(button, "link", icon="arrow-up-right", small=True)
        link.clicked.connect(partial(self.wanted.emit, place))
        self._body = column(spacing=3)
        head = row((Text(heading, "captionm", "text2", elide=True), 1), link, spacing=6)
        self.setLayout(column(head, self._body, spacing=2))

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show (text, colour role) lines; the same ones again cost nothing."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        clear(self._body)
        for text, colour in lines:
            self._body.addWidget(Text(text, "prose" if colour == "text" else "small", colour, wrap=True))


class SectionLinks(QWidget):
    """The linked parts a section asks for."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, section: Section) -> None:
        super().__init__()
        self._desk = desk
        decision = desk.record.framework.judgement.decision
        self._activities: LinkedLines | None = None
        self._decision: LinkedLines | None = None
        self._actions: LinkedLines | None = None
        layout = column(spacing=10)
        if section.activities:
            self._activities = LinkedLines(self.tr("Activities"), self.tr("Day plan"), "plan")
        if section.decision and decision:
            self._decision = LinkedLines(decision.title, self.tr("Decide in Summary"), "summary:judgement")
        if section.actions:
            self._actions = LinkedLines(self.tr("Agreed actions"), self.tr("Change in Summary"), "summary:actions")
        for part in (self._activities, self._decision, self._actions):
            if part is not None:
                part.wanted.connect(self.wanted)
                layout.addWidget(part)
        self.setLayout(layout)
        self.refresh()

    @staticmethod
    def has_any(desk: Desk, section: Section) -> bool:
        """Return whether a section asks for any linked part."""
        decision = desk.record.framework.judgement.decision
        return section.activities or section.actions or bool(section.decision and decision)

    def refresh(self) -> None:
        """Show everything as the record now stands."""
        record = self._desk.record
        if self._activities:
            planned = [slot for slot in record.slots if slot.activity and not slot.part_of]
            lines = [f"{slot_title(record, one)}, {clock(one.starts)} \u2013 {clock(one.ends)}" for one in planned]
            self._activities.show_lines(_or_none(lines, self.tr("Nothing is planned yet.")))
        if self._decision:
            self._decision.show_lines(self._decided(record))
        if self._actions:
            lines = [self._action_line(record, number, one) for number, one in enumerate(record.actions, 1)]
            self._actions.show_lines(_or_none(lines, self.tr("No action is agreed yet.")))

    def _decided(self, record: VisitRecord) -> list[tuple[str, str]]:
        decision, answer = record.framework.judgement.decision, record.answer("decision")
        options = decision.options if decision else ()
        chosen = next((one for one in options if one.code == answer.value), None)
        if chosen is None:
            return [(self.tr("Not decided yet."), "text2")]
        return [
            (chosen.statement or chosen.label, "text"),
            *((line, "text") for line in answer.note.splitlines() if line),
        ]

    def _action_line(self, record: VisitRecord, number: int, action: Action) -> str:
        urgency = next((one.label for one in record.framework.urgencies if one.code == action.urgency), "")
        by = self.tr("by {day}").format(day=short_day(action.due)) if action.due else ""
        facts = "  \u00b7  ".join(part for part in (urgency, action.owner, by) if part)
        text = action.text.strip() or self.tr("(no words yet)")
        return f"{number}.  {text}" + (f"\u2002({facts})" if facts else "")


def _or_none(lines: Sequence[str], none: str) -> list[tuple[str, str]]:
    return [(line, "text") for line in lines] or [(none, "text2")]
