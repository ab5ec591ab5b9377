"""The actions of the visit before, each judged in the programme's words, with a note of why."""

from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.parts.fact_beside import Beside
from ui.parts.fact_date import short_day
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.fields import TextArea
from ui.widgets.layout import Line, clear, column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.following import Following
from visitapp.domain.finding import Action
from visitapp.domain.places import Place
from visitapp.domain.record import VisitRecord
from visitapp.domain.taking_over import not_taken_over

_LEAST_WORDS = 220


class EarlierAction(QWidget):
    """One action that came back: what it was, what became of it, and why one says so."""

    def __init__(self, desk: Desk, action: Action, number: int) -> None:
        super().__init__()
        self._following, self._id = Following(desk), action.id
        self._text = Text("", "small", wrap=True)
        self._said = Text("", "caption", "text2", wrap=True)
        self._verdict = self._make_verdict(desk, number)
        name = self.tr("Why this verdict on action {number}").format(number=number)
        self._why = TextArea(name, placeholder=self.tr("What was seen, and where"), least=1, most=8)
        Autosave(self._why.edit, desk, Place("action", action.id, "verdict_note"), self.tr("Verdict explained"))
        self._carry = Chip(self.tr("Carry on"), icon="repeat", small=True)
        self._carry.setAccessibleName(self.tr("Carry on action {number}").format(number=number))
        self._carry.setToolTip(self.tr("Stays open in Follow-up, and comes back on the next visit"))
        self._carry.clicked.connect(self._on_carry)
        beside = Beside(wrap(column(self._text, self._said, spacing=0)), self._verdict, _LEAST_WORDS)
        why = row((self._why, 1), column(self._carry, None), spacing=8)
        mark = column(Text(str(number), "captionm", "text3", tnum=True), None)
        self.setLayout(row(mark, (column(beside, why, spacing=6), 1), spacing=9))
        self.refresh()

    def refresh(self) -> None:
        """Show the action as the record now has it; the note keeps itself."""
        action = self._following.action(self._id)
        if action is None:
            return
        self._text.set_text(action.text)
        self._said.set_text(self._sentence(action))
        self._said.setVisible(bool(self._said.text()))
        self._verdict.set_current(action.verdict)
        self._carry.setChecked(action.carried)

    def take_focus(self) -> None:
        """Put the focus on the verdict."""
        first = self._verdict.current() or next(iter(self._codes), "")
        if first:
            self._verdict.button(first).setFocus()

    def _make_verdict(self, desk: Desk, number: int) -> Segmented:
        options = desk.record.framework.follow_up.verdicts
        self._codes = [one.code for one in options]
        name = self.tr("Verdict on action {number}").format(number=number)
        verdict = Segmented([Segment(one.code, one.label) for one in options], name, height=26, pad=9, clearable=True)
        for one in options:
            verdict.button(one.code).setToolTip(one.detail)
            verdict.button(one.code).setAccessibleDescription(one.detail)
        verdict.picked.connect(self._take)
        return verdict

    def _sentence(self, action: Action) -> str:
        if action.reply.strip():
            return self.tr("School: {reply}").format(reply=action.reply.strip())
        step = self.tr("First step: {step}").format(step=action.first_step) if action.first_step.strip() else ""
        because = self.tr("Because: {finding}").format(finding=action.because) if action.because else ""
        return step or because

    def _take(self, verdict: str) -> None:
        action = self._following.action(self._id)
        if action is not None:
            self._following.judge(action, verdict)

    def _on_carry(self) -> None:
        action = self._following.action(self._id)
        if action is not None:
            self._following.carry(action, on=self._carry.isChecked())


class EarlierActions(Card):
    """The actions taken over from the visit before; without any the card says why, and how they come."""

    def __init__(self, desk: Desk, earlier: VisitRecord | None) -> None:
        self._desk, self._earlier = desk, earlier
        self._rows: dict[str, EarlierAction] = {}
        super().__init__(None)
        when = short_day(earlier.visit.starts_on) if earlier else ""
        said = self.tr("Visit of {day}").format(day=when) if when else ""
        title = self.tr("Actions from last year")
        self._count = Text("", "caption", "text3", tnum=True)
        self._list = column(spacing=8)
        self._empty = Text("", "small", "text2", wrap=True)
        self._take = Button("", "soft", icon="repeat")
        self._take.clicked.connect(self._take_over)
        head = row(Text(title, "heading"), self._count, None, Text(said, "caption", "text2"), spacing=8)
        take = row(self._take, None)
        self.setLayout(column(head, 3, self._list, self._empty, take, spacing=6, margins=(18, 11, 18, 12)))
        self.setAccessibleName(title)
        self.refresh()

    def refresh(self) -> None:
        """Show the actions and verdicts as the record now has them."""
        actions = self._desk.record.earlier_actions
        if [one.id for one in actions] != list(self._rows):
            self._lay(actions)
        for line in self._rows.values():
            line.refresh()
        self._count.set_text(str(len(actions)) if actions else "")
        missing = len(self._missing())
        self._take.setVisible(bool(missing))
        words = self.tr("Take over 1 action") if missing == 1 else self.tr("Take over {count} actions")
        self._take.set_label(words.format(count=missing))
        self._empty.set_text(self._sentence())
        self._empty.setVisible(not actions)

    def take_focus(self) -> None:
        """Put the focus on the first verdict, or on the way to take actions over."""
        first = next(iter(self._rows.values()), None)
        if first is not None:
            first.take_focus()
        else:
            self._take.setFocus()

    def _lay(self, actions: tuple[Action, ...]) -> None:
        clear(self._list)
        self._rows = {}
        for number, action in enumerate(actions, 1):
            if number > 1:
                self._list.addWidget(Line())
            self._rows[action.id] = EarlierAction(self._desk, action, number)
            self._list.addWidget(self._rows[action.id])

    def _missing(self) -> tuple[Action, ...]:
        return not_taken_over(self._desk.record, self._earlier) if self._earlier else ()

    def _take_over(self) -> None:
        Following(self._desk).take_over(self._missing())
        self.take_focus()

    def _sentence(self) -> str:
        if self._earlier is None:
            return self.tr("This visit follows no earlier one. When it does, the actions agreed then stand here.")
        if self._missing():
            return self.tr("The actions agreed on the earlier visit can come back here, to be judged on this one.")
        return self.tr("No action was agreed on the earlier visit.")
