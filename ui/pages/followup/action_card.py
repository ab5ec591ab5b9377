"""One action after the visit: when, who, its first step, what the school says, and how far it has come."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.pages.followup.first_step import FirstStep
from ui.pages.followup.replies import Replies
from ui.parts.action_card import urgency_tone
from ui.parts.day_distance import days_words
from ui.parts.fact_beside import Beside
from ui.parts.place_day import PlaceDay
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Chip
from ui.widgets.layout import Line, column, fixed, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.following import Following
from visitapp.domain.finding import Action
from visitapp.domain.followed import done_key
from visitapp.domain.places import answer_place
from visitapp.domain.taking_over import FINISHED

NOT_STARTED = "not-started"


class FollowedAction(Card):
    """An action as it now stands; `change_wanted` asks for its words to be written."""

    change_wanted = Signal()

    def __init__(self, desk: Desk, action: Action, name: str) -> None:
        self._desk, self._following, self._id, self.name = desk, Following(desk), action.id, name
        super().__init__(None, name=action.text)
        self._day = Text("", "title", tnum=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._month = Text("", "caption", "text2", align=Qt.AlignmentFlag.AlignHCenter)
        self._title = Text(name, "captionm", "text2", tnum=True)
        self._urgency = Tag("")
        self._owner = Text("", "caption", "text2", elide=True)
        self._when = Text("", "captionm", "text2", tnum=True)
        self._text = Text("", "bodym", wrap=True)
        words = self.tr("Change {action}").format(action=name.lower())
        self._pen = IconButton("pencil", words, size=24, icon_size=14, colour="text3")
        self._pen.clicked.connect(self.change_wanted)
        self._first = FirstStep(desk, action, name)
        self._replies = Replies(desk, action, name)
        self._status = self._make_status()
        self._carry = self._make_carry()
        self._done = self._make_done(action)
        day = column(self._day, self._month, None, spacing=0)
        body = row(fixed(wrap(day), 46), Line(vertical=True), (self._body(), 1), spacing=14, margins=(14, 12, 16, 12))
        self.setLayout(body)
        self.show_action(action)

    def show_action(self, action: Action) -> None:
        """Show the action as the record now has it; texts being typed keep themselves."""
        due, today = _day(action.due), self._following.today
        late = bool(due and due < today and action.status not in FINISHED)
        self._day.set_text(str(due.day) if due else "\u2013")
        self._day.set_colour("risk" if late else "text")
        self._month.set_text(f"{due:%b}" if due else self.tr("no date"))
        self._show_urgency(action.urgency)
        self._owner.set_text(action.owner)
        self._when.set_text(self._timing(action, due, today))
        self._when.set_colour("risk" if late else "text2")
        self._text.set_text(action.text.strip() or self.tr("(no words yet)"))
        self._first.show_action(action)
        self._replies.refresh()
        self._status.set_current(action.status or NOT_STARTED)
        self._carry.setChecked(action.carried)
        self._done.setVisible(action.status == "done")
        self.setAccessibleName(f"{self.name}: {action.text}")

    def take_focus(self) -> None:
        """Put the focus on the status."""
        self._status.button(self._status.current()).setFocus()

    def _body(self) -> QVBoxLayout:
        head = row(self._title, self._urgency, (self._owner, 1), self._when, self._pen, spacing=7)
        foot = Beside(wrap(row(self._status, self._done, None, spacing=8)), wrap(row(self._carry, None)), 0, 10)
        return column(head, self._text, self._first, self._replies, foot, spacing=4)

    def _make_status(self) -> Segmented:
        words = [
            Segment(NOT_STARTED, self.tr("Not started")),
            Segment("started", self.tr("Started")),
            Segment("done", self.tr("Done")),
            Segment("stopped", self.tr("Stopped")),
        ]
        status = Segmented(words, self.tr("Progress of {action}").format(action=self.name.lower()), height=26, pad=9)
        status.picked.connect(self._take)
        return status

    def _make_done(self, action: Action) -> PlaceDay:
        name = self.tr("Day on which {action} was done").format(action=self.name.lower())
        label, place = self.tr("Day of an action set"), answer_place(done_key(action.id), "value")
        return PlaceDay(name, self._desk, place, label, placeholder=self.tr("done on"), ahead=False)

    def _make_carry(self) -> Chip:
        name = self.tr("Carry {action} into next visit").format(action=self.name.lower())
        carry = Chip(self.tr("Carry into next visit"), icon="repeat", name=name, small=True)
        carry.setToolTip(self.tr("Every action is judged on the next visit; this one stays open there too"))
        carry.setAccessibleDescription(carry.toolTip())
        carry.clicked.connect(self._on_carry)
        return carry

    def _take(self, status: str) -> None:
        action = self._following.action(self._id)
        if action is not None:
            self._following.set_status(action, status)

    def _on_carry(self) -> None:
        action = self._following.action(self._id)
        if action is not None:
            self._following.carry(action, on=self._carry.isChecked())

    def _show_urgency(self, code: str) -> None:
        urgencies = self._desk.record.framework.urgencies
        label = next((one.label for one in urgencies if one.code == code), "")
        tone = urgency_tone(urgencies, code)
        self._urgency.setVisible(bool(label))
        self._urgency.set_tag(label, tone or "neutral", outlined=not tone)

    def _timing(self, action: Action, due: date | None, today: date) -> str:
        if action.status in FINISHED:
            return self.tr("done") if action.status == "done" else self.tr("stopped")
        days = (due - today).days if due else None
        if days is None:
            return ""
        if days == 0:
            return self.tr("today")
        words = self.tr("{count} late") if days < 0 else self.tr("in {count}")
        return words.format(count=days_words(abs(days)))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
