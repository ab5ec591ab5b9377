"""Actions by date, each with how far it has come and what the school says."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.parts.autosave import Autosave
from ui.widgets.empty import EmptyState
from ui.widgets.fields import TextArea
from ui.widgets.icons import Icon
from ui.widgets.layout import Line, column, fixed, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card, Panel, Scroll
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.summing_up import SummingUp
from visitapp.domain.finding import Action
from visitapp.domain.places import Place

NOT_STARTED = "not-started"
_FINISHED = ("done", "stopped")
_TONES = ("risk", "develop")


class ActionCard(Card):
    """One action: when, who, first step, status and the school's reply."""

    def __init__(self, desk: Desk, action: Action, number: int) -> None:
        self._desk, self._id = desk, action.id
        super().__init__(None, name=action.text)
        self._day = Text("", "title", tnum=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._month = Text("", "caption", "text2", align=Qt.AlignmentFlag.AlignHCenter)
        self._name = Text("", "captionm", "text2", tnum=True)
        self._urgency = Tag("")
        self._owner = Text("", "caption", "text2", elide=True)
        self._when = Text("", "captionm", "text2", tnum=True)
        self._text = Text("", "bodym", wrap=True)
        self._first = Text("", "caption", wrap=True)
        self._first_row = wrap(row(Icon("milestone", "text2", 15, 2), (self._first, 1), spacing=7))
        reply = self.tr("Reply to action {number}").format(number=number)
        self._reply = TextArea(reply, placeholder=self.tr("What the school says"), least=1, most=20)
        Autosave(self._reply.edit, desk, Place("action", action.id, "reply"), self.tr("Reply written"))
        self._status = self._make_status(number)
        day = column(self._day, self._month, None, spacing=0)
        body = row(fixed(wrap(day), 46), Line(vertical=True), (self._body(), 1), spacing=14, margins=(14, 12, 16, 12))
        self.setLayout(body)
        self.show_action(action, number)

    def show_action(self, action: Action, number: int) -> None:
        """Show the action as the record now has it; the reply keeps itself."""
        due, today = _day(action.due), self._desk.now().astimezone().date()
        late = (today - due).days if due and action.status not in _FINISHED else 0
        self._day.set_text(str(due.day) if due else "\u2013")
        self._day.set_colour("risk" if late > 0 else "text")
        self._month.set_text(f"{due:%b}" if due else self.tr("no date"))
        self._name.set_text(self.tr("Action {number}").format(number=number))
        self._show_urgency(action.urgency)
        self._owner.set_text(action.owner)
        self._when.set_text(self._timing(action, due, today))
        self._when.set_colour("risk" if late > 0 else "text2")
        self._text.set_text(action.text.strip() or self.tr("(no words yet)"))
        self._first.set_text(self.tr("First step: {step}").format(step=action.first_step.strip()))
        self._first_row.setVisible(bool(action.first_step.strip()))
        self._status.set_current(action.status or NOT_STARTED)
        self.setAccessibleName(f"{self._name.text()}: {action.text}")

    def take_focus(self) -> None:
        """Put the focus on the status."""
        self._status.button(self._status.current()).setFocus()

    def _body(self) -> QVBoxLayout:
        head = row(self._name, self._urgency, (self._owner, 1), self._when, spacing=7)
        return column(head, self._text, self._first_row, 3, self._reply, 3, row(self._status, None), spacing=3)

    def _make_status(self, number: int) -> Segmented:
        words = [
            Segment(NOT_STARTED, self.tr("Not started")),
            Segment("started", self.tr("Started")),
            Segment("done", self.tr("Done")),
            Segment("stopped", self.tr("Stopped")),
        ]
        name = self.tr("Progress of action {number}").format(number=number)
        status = Segmented(words, name, height=26, pad=9)
        status.picked.connect(self._take)
        return status

    def _take(self, status: str) -> None:
        found = self._desk.record.find("action", self._id)
        if isinstance(found, Action):
            SummingUp(self._desk).change_action(found, status=status)

    def _show_urgency(self, code: str) -> None:
        urgencies = self._desk.record.framework.urgencies
        place = next((number for number, one in enumerate(urgencies) if one.code == code), None)
        self._urgency.setVisible(place is not None)
        if place is not None:
            tone = _TONES[place] if place < len(_TONES) else "neutral"
            self._urgency.set_tag(urgencies[place].label, tone, outlined=place >= len(_TONES))

    def _timing(self, action: Action, due: date | None, today: date) -> str:
        if action.status in _FINISHED:
            return self.tr("done") if action.status == "done" else self.tr("stopped")
        if due is None:
            return ""
        days = (due - today).days
        if days == 0:
            return self.tr("today")
        count = _length(abs(days), self.tr("1 day"), self.tr("{count} days"), self.tr("{count} weeks"))
        return self.tr("{count} late").format(count=count) if days < 0 else self.tr("in {count}").format(count=count)


class ActionList(Panel):
    """All actions of the visit, the earliest due first. `place_wanted` leads to where actions are agreed."""

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Actions"))
        self._desk = desk
        self._cards: dict[str, ActionCard] = {}
        self._count = Text("", "caption", "text3", tnum=True)
        self._list = column(spacing=9)
        sentence = self.tr("Actions agreed in the summary stand here, by date, with what became of them.")
        actions = [("summary", self.tr("Go to the actions"))]
        self._empty = EmptyState("list-todo", self.tr("No action is agreed yet"), sentence, actions)
        self._empty.acted.connect(self._to_summary)
        head = row(Text(self.tr("Actions"), "heading"), self._count, None, spacing=8)
        body = column(head, 2, self._empty, self._list, None, spacing=6, margins=(20, 14, 18, 12))
        self.setLayout(column((Scroll(wrap(body), self.tr("Actions")), 1), spacing=0))
        self.refresh()

    def refresh(self) -> None:
        """Hold exactly the actions the record has; a reply being typed is left alone."""
        numbered = list(enumerate(self._desk.record.actions, 1))
        for gone in set(self._cards) - {action.id for _, action in numbered}:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, (number, action) in enumerate(sorted(numbered, key=_by_date)):
            card = self._cards.get(action.id) or ActionCard(self._desk, action, number)
            self._cards[action.id] = card
            card.show_action(action, number)
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
        self._count.set_text(str(len(numbered)) if numbered else "")
        self._empty.setVisible(not numbered)

    def _to_summary(self, code: str) -> None:
        self.place_wanted.emit("summary:actions")

    def take_focus(self) -> bool:
        """Put the focus on the first action and tell whether there is one."""
        item = self._list.itemAt(0)
        card = item.widget() if item else None
        if isinstance(card, ActionCard):
            card.take_focus()
        return card is not None


def _by_date(numbered: tuple[int, Action]) -> tuple[str, int]:
    return (numbered[1].due or "9999", numbered[0])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _length(days: int, one: str, some: str, weeks: str) -> str:
    if days == 1:
        return one
    return weeks.format(count=days // 7) if days >= 14 else some.format(count=days)
