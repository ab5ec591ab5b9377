"""The actions after a visit, in an order of one's choice, and room for one agreed since."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.followup.action_card import FollowedAction
from ui.pages.followup.arranging import BY_DATE, BY_OWNER, BY_URGENCY, Placed, arranged, late_count
from ui.pages.followup.writing import ActionWriting
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, row, shown_if, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card, Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.following import Following
from ui.workspace.summing_up import SummingUp
from visitapp.domain.finding import Action
from visitapp.domain.taking_over import asks_for_actions


class ActionList(Panel):
    """All actions of the visit. `place_wanted` leads to where actions are agreed."""

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Actions"))
        self._desk, self._following = desk, Following(desk)
        self._cards: dict[str, FollowedAction] = {}
        self._headings: list[QWidget] = []
        self._laid: tuple[tuple[str, str], ...] = ()
        self._writing: ActionWriting | None = None
        self._count = Text("", "caption", "text3", tnum=True)
        self._order = self._make_order()
        self._list = column(spacing=9)
        self._empty = self._make_empty()
        self._empty.acted.connect(self._to_summary)
        self._add = Button(self.tr("Add an action agreed since the visit"), "quiet", icon="plus")
        self._add.clicked.connect(self._on_add)
        head = row(Text(self.tr("Actions"), "heading"), self._count, None, self._order, spacing=8)
        foot = Card(row(self._add, None), fill=None, line="line_strong", dashed=True, margins=(6, 3, 6, 3))
        body = column(head, 2, self._empty, self._list, foot, None, spacing=6, margins=(20, 12, 18, 12))
        self.setLayout(column((Scroll(wrap(body), self.tr("Actions")), 1), spacing=0))
        self.refresh()

    def refresh(self) -> None:
        """Hold exactly the actions the record has; what is being typed is left alone."""
        placed = arranged(self._desk.record, self._order.current())
        self._drop_gone({one.action.id for one in placed})
        for one in placed:
            self._card(one).show_action(one.action)
        laid = tuple((one.heading, one.action.id) for one in placed)
        if laid != self._laid:
            self._laid = laid
            self._lay(placed)
        late = late_count(self._desk.record, self._following.today.isoformat())
        words = self.tr("{count}, {late} late") if late else "{count}"
        self._count.set_text(words.format(count=len(placed), late=late) if placed else "")
        self._order.setVisible(len(placed) > 1)
        self._empty.setVisible(not placed)

    def take_focus(self) -> bool:
        """Put the focus on the first action and tell whether there is one."""
        first = next((self._cards[action_id] for _, action_id in self._laid), None)
        if first is not None and first.isVisible():
            first.take_focus()
        return first is not None

    def show_action(self, action_id: str) -> None:
        """Put the focus on one action, and bring it into view."""
        card = self._cards.get(action_id)
        if card is not None and card.isVisible():
            card.take_focus()

    def _make_empty(self) -> EmptyState:
        title = self.tr("No action is agreed yet")
        if asks_for_actions(self._desk.record.framework):
            sentence = self.tr("Actions agreed in the summary stand here, by date, with what became of them.")
            return EmptyState("list-todo", title, sentence, [("summary", self.tr("Go to the actions"))])
        sentence = self.tr("The programme asks for none. One agreed since the visit can be kept here all the same.")
        return EmptyState("list-todo", title, sentence)

    def _make_order(self) -> Segmented:
        segments = [
            Segment(BY_DATE, self.tr("By date")),
            Segment(BY_OWNER, self.tr("By owner")),
            Segment(BY_URGENCY, self.tr("By urgency")),
        ]
        order = Segmented(segments, self.tr("Order of the actions"), height=26, pad=10)
        order.set_current(BY_DATE)
        order.picked.connect(self.refresh)
        return order

    def _drop_gone(self, wanted: set[str]) -> None:
        if self._writing is not None and self._writing.action_id not in wanted:
            self._end_writing()
        for gone in set(self._cards) - wanted:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()

    def _card(self, placed: Placed) -> FollowedAction:
        action = placed.action
        card = self._cards.get(action.id)
        if card is None or card.name != placed.name:
            if card is not None:
                card.hide()
                card.deleteLater()
                self._laid = ()
            card = self._cards[action.id] = FollowedAction(self._desk, action, placed.name)
            card.change_wanted.connect(partial(self._write, action))
            shown_if(card, self._writing is None or self._writing.action_id != action.id)
        return card

    def _lay(self, placed: tuple[Placed, ...]) -> None:
        while self._list.takeAt(0) is not None:
            pass
        for heading in self._headings:
            heading.hide()
            heading.deleteLater()
        self._headings = []
        last = ""
        for one in placed:
            if one.heading != last:
                last = one.heading
                self._headings.append(Text(one.heading, "captionm", "text2"))
                self._list.addWidget(self._headings[-1])
            self._list.addWidget(self._cards[one.action.id])
            if self._writing is not None and self._writing.action_id == one.action.id:
                self._list.addWidget(self._writing)

    def _on_add(self) -> None:
        self._write(SummingUp(self._desk).add_action())

    def _write(self, action: Action) -> None:
        self._end_writing()
        self._writing = ActionWriting(self._desk, action.id)
        self._writing.ended.connect(self._end_writing)
        card = self._cards[action.id]
        card.hide()
        self._list.insertWidget(self._list.indexOf(card) + 1, self._writing)
        self._writing.start()

    def _end_writing(self) -> None:
        if self._writing is None:
            return
        writing, self._writing = self._writing, None
        writing.finish()
        writing.hide()
        writing.deleteLater()
        card = self._cards.get(writing.action_id)
        if card is not None:
            card.show()
            card.take_focus()

    def _to_summary(self, code: str) -> None:
        self.place_wanted.emit("summary:actions")
