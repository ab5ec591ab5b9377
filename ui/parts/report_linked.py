"""What stands in a section but is decided elsewhere, such as activities, decision, actions; with the way there."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.fact_date import short_day
from ui.parts.measure_words import counted_words
from ui.parts.slot_words import slot_title
from ui.widgets.buttons import Button
from ui.widgets.layout import clear, column, row
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.changed_report import change_rows
from visitapp.domain.deciding import DECISION, chosen_decision, grade_risk_section
from visitapp.domain.deciding_words import grade_risk_blocks, support_blocks
from visitapp.domain.finding import Action
from visitapp.domain.framework import Section
from visitapp.domain.measured import rating_counts
from visitapp.domain.planning import clock
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Block, Bullets, Paragraph


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
        self._desk, self._section = desk, section
        decision = desk.record.framework.judgement.decision
        self._activities: LinkedLines | None = None
        self._grade_risk: LinkedLines | None = None
        self._decision: LinkedLines | None = None
        self._actions: LinkedLines | None = None
        self._measures: LinkedLines | None = None
        self._changes: LinkedLines | None = None
        layout = column(spacing=10)
        if section.activities:
            self._activities = LinkedLines(self.tr("Activities"), self.tr("Day plan"), "plan")
        asked = desk.record.framework.judgement.grade_risk
        if asked and section.code == grade_risk_section(desk.record.framework):
            self._grade_risk = LinkedLines(asked.title, self.tr("Say in Summary"), "summary:judgement")
        if section.decision and decision:
            self._decision = LinkedLines(decision.title, self.tr("Decide in Summary"), "summary:judgement")
        if section.actions:
            self._actions = LinkedLines(self.tr("Agreed actions"), self.tr("Change in Summary"), "summary:actions")
        if section.measures:
            title = desk.record.framework.measures.title
            self._measures = LinkedLines(title, self.tr("Change in Summary"), "summary:measures")
        if _follows(desk, section):
            self._changes = LinkedLines(section.changes, self.tr("Judge in Prepare"), "prepare")
        parts = (self._activities, self._grade_risk, self._decision, self._actions, self._measures, self._changes)
        for part in parts:
            if part is not None:
                part.wanted.connect(self.wanted)
                layout.addWidget(part)
        self.setLayout(layout)
        self.refresh()

    @staticmethod
    def has_any(desk: Desk, section: Section) -> bool:
        """Return whether a section asks for any linked part."""
        framework = desk.record.framework
        decided = bool(section.decision and framework.judgement.decision)
        risk = section.code == grade_risk_section(framework)
        linked = section.activities or section.actions or section.measures
        return linked or decided or risk or _follows(desk, section)

    def refresh(self) -> None:
        """Show everything as the record now stands."""
        record = self._desk.record
        if self._activities:
            planned = [slot for slot in record.slots if slot.activity and not slot.part_of]
            lines = [f"{slot_title(record, one)}, {clock(one.starts)} \u2013 {clock(one.ends)}" for one in planned]
            self._activities.show_lines(_or_none(lines, self.tr("Nothing is planned yet.")))
        if self._grade_risk:
            lines = _lines_of(grade_risk_blocks(record, self._section))
            self._grade_risk.show_lines(_or_none(lines, self.tr("Not said yet.")))
        if self._decision:
            self._decision.show_lines(self._decided(record))
        if self._actions:
            lines = [self._action_line(record, number, one) for number, one in enumerate(record.actions, 1)]
            self._actions.show_lines(_or_none(lines, self.tr("No action is agreed yet.")))
        if self._measures:
            self._measures.show_lines([(one, "text") for one in _rated(record)])
        if self._changes:
            self._changes.show_lines(_or_none(_changed(record), self.tr("No action of the last visit came back.")))

    def _decided(self, record: VisitRecord) -> list[tuple[str, str]]:
        chosen = chosen_decision(record)
        if chosen is None:
            return [(self.tr("Not decided yet."), "text2")]
        reasons = [line for line in record.answer(DECISION).note.splitlines() if line]
        lines = [chosen.statement or chosen.label, *reasons, *_lines_of(support_blocks(record))]
        return [(line, "text") for line in lines]

    def _action_line(self, record: VisitRecord, number: int, action: Action) -> str:
        urgency = next((one.label for one in record.framework.urgencies if one.code == action.urgency), "")
        by = self.tr("by {day}").format(day=short_day(action.due)) if action.due else ""
        facts = "  \u00b7  ".join(part for part in (urgency, action.owner, by) if part)
        text = action.text.strip() or self.tr("(no words yet)")
        return f"{number}.  {text}" + (f"\u2002({facts})" if facts else "")


def _follows(desk: Desk, section: Section) -> bool:
    return bool(section.changes and desk.record.visit.follows_id)


def _changed(record: VisitRecord) -> list[str]:
    return [f"{action}\u2002{verdict}: {seen}" for action, verdict, seen in change_rows(record)]


def _rated(record: VisitRecord) -> list[str]:
    return [counted_words(record, one) for one in rating_counts(record) if one.count]


def _lines_of(blocks: Iterable[Block]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Bullets):
            lines += [f"\u2022 {item.text}" for item in block.items]
        elif isinstance(block, Paragraph):
            lines.append(block.text)
    return lines


def _or_none(lines: Sequence[str], none: str) -> list[tuple[str, str]]:
    return [(line, "text") for line in lines] or [(none, "text2")]
