"""The actions of the visit before, each judged in the programme's words, with a note of why."""

from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.parts.check_typed import EarlierWays
from ui.parts.fact_beside import Beside
from ui.parts.fact_date import short_day
from ui.parts.linked_evidence import LinkedEvidence
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip
from ui.widgets.fields import TextArea
from ui.widgets.layout import Line, clear, column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card
from ui.widgets.tab_order import follow_on
from ui.widgets.text import Text
from ui.workspace.desk import Desk, News
from ui.workspace.earlier_typed import EarlierTyped, is_typed, sort_words
from ui.workspace.following import Following
from visitapp.domain.finding import Action
from visitapp.domain.places import Place
from visitapp.domain.record import VisitRecord
from visitapp.domain.taking_over import earlier_key, not_taken_over

_LEAST_WORDS = 220


class EarlierAction(QWidget):
    """One action that came back: what it was, what became of it, and why one says so."""

    def __init__(self, desk: Desk, action: Action, number: int) -> None:
        super().__init__()
        self._desk, self._following, self._id = desk, Following(desk), action.id
        self._text = Text("", "small", wrap=True)
        self._words: QWidget = self._written(number) if is_typed(action) else self._text
        self._said = Text("", "caption", "text2", wrap=True)
        self._verdict = self._make_verdict(desk, number)
        name = self.tr("What was seen, and where: action {number}").format(number=number)
        self._why = TextArea(name, placeholder=self.tr("What was seen, and where"), least=1, most=8)
        Autosave(self._why.edit, desk, Place("action", action.id, "verdict_note"), self.tr("Verdict explained"))
        self._carry = Chip(self.tr("Carry on"), icon="repeat", small=True)
        self._carry.setAccessibleName(self.tr("Carry on action {number}").format(number=number))
        self._carry.setToolTip(self.tr("Stays open in Follow-up, and comes back on the next visit"))
        self._carry.clicked.connect(self._on_carry)
        beside = Beside(wrap(column(self._words, self._said, spacing=0)), self._verdict, _LEAST_WORDS)
        evidence = Button(self.tr("Evidence"), "quiet", icon="link-2", small=True)
        evidence.set_label(self.tr("Evidence"), self.tr("Link evidence with action {number}").format(number=number))
        self._linked = LinkedEvidence(desk, earlier_key(action.id), evidence, self.tr("From last time"), action.text)
        ends = [column(evidence, None), column(self._carry, None)]
        if is_typed(action):
            ends.append(column(self._gone(number), None))
        why = row((self._why, 1), *ends, spacing=8)
        mark = column(Text(str(number), "captionm", "text3", tnum=True), None)
        self.setLayout(row(mark, (column(beside, why, self._linked, spacing=6), 1), spacing=9))
        self.refresh()

    def refresh(self) -> None:
        """Show the action as the record now has it; the note keeps itself."""
        action = self._following.action(self._id)
        if action is None:
            return
        self._text.set_text(action.text)
        self._linked.about(action.text)
        self._linked.refresh()
        self._said.set_text(self._sentence(action))
        self._said.setVisible(bool(self._said.text()))
        self._verdict.set_current(action.verdict)
        self._carry.setChecked(action.carried)

    def take_focus(self) -> None:
        """Put the focus on the verdict."""
        first = self._verdict.current() or next(iter(self._codes), "")
        if first:
            self._verdict.button(first).setFocus()

    def write(self) -> None:
        """Begin to write what it was, where that is written here."""
        self._words.setFocus()

    def _written(self, number: int) -> TextArea:
        name = self.tr("What last time left, {number}").format(number=number)
        area = TextArea(name, placeholder=self.tr("What was agreed, found or asked for"), least=1, most=6)
        Autosave(area.edit, self._desk, Place("action", self._id, "text"), self.tr("From last time"))
        area.setFocusProxy(area.edit)
        return area

    def _gone(self, number: int) -> IconButton:
        gone = IconButton("trash-2", self.tr("Take away {number}").format(number=number))
        gone.clicked.connect(self._on_gone)
        return gone

    def _on_gone(self) -> None:
        action = self._following.action(self._id)
        if action is not None:
            EarlierTyped(self._desk, self).remove(action)

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
        urgency = next(
            (one.label for one in self._desk.record.asked_of_any.urgencies if one.code == action.urgency), ""
        )
        due = self.tr("by {day}").format(day=short_day(action.due)) if action.due else ""
        agreed = "  \u00b7  ".join(filter(None, (action.owner, due, urgency)))
        return "\n".join(filter(None, (agreed, self._told(action))))

    def _told(self, action: Action) -> str:
        if action.earlier_sort:
            return sort_words(action)
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
        self._ways = EarlierWays(desk)
        self._ways.added.connect(self._write)
        parts = (head, 3, self._list, self._empty, take, self._ways)
        self.setLayout(column(*parts, spacing=6, margins=(18, 11, 18, 12)))
        self.setAccessibleName(title)
        desk.changed.connect(self._hear)
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

    def _hear(self, news: News) -> None:
        if news.kinds & {"bearing", "note", "finding"}:
            for line in self._rows.values():
                line.refresh()

    def _write(self, action_id: str) -> None:
        self.refresh()
        if action_id in self._rows:
            self._rows[action_id].show()  # else it is shown a moment later, and takes no focus before
            self._rows[action_id].write()

    def _lay(self, actions: tuple[Action, ...]) -> None:
        clear(self._list)
        self._rows = {}
        for number, action in enumerate(actions, 1):
            if number > 1:
                self._list.addWidget(Line())
            self._rows[action.id] = EarlierAction(self._desk, action, number)
            self._list.addWidget(self._rows[action.id])
        self._order()

    def _order(self) -> None:
        """Let Tab go through the rows, then to what adds more of them."""
        before: QWidget | None = self._take.previousInFocusChain()
        for part in (*self._rows.values(), self._take, self._ways):
            before = follow_on(before, part)

    def _missing(self) -> tuple[Action, ...]:
        return not_taken_over(self._desk.record, self._earlier) if self._earlier else ()

    def _take_over(self) -> None:
        Following(self._desk).take_over(self._missing())
        self.take_focus()

    def _sentence(self) -> str:
        if self._earlier is None:
            words = self.tr("This visit follows no earlier one. When it does, the actions agreed then stand here.")
            return f"{words} {self.tr('You can also type them, or read them from last year’s report.')}"
        if self._missing():
            return self.tr("The actions agreed on the earlier visit can come back here, to be judged on this one.")
        return self.tr("No action was agreed on the earlier visit.")
