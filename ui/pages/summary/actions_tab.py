"""The actions agreed with the school, in the order of their importance."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.action_card import ActionCard
from ui.parts.finding_stops import chain
from ui.theme.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row, stand_in_order, wrap
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.summing_up import SummingUp


class ActionsTab(QWidget):
    """A card for each action. `deleted` brings one that was taken away, so that it can be offered back."""

    deleted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._summing_up = desk, SummingUp(desk)
        self._cards: dict[str, ActionCard] = {}
        self._count = Text("", "small", "text3", tnum=True)
        self._empty = Text(self._empty_words(), "body", "text2", wrap=True)
        self._stack = column(spacing=12)
        self.add_button = Button(
            self.tr("Add an action"), icon="plus", description=self.tr("Ctrl Enter in an action")
        )
        self.add_button.clicked.connect(self.add)
        head = row(Text(self.tr("Agreed actions"), "heading"), self._count, None, spacing=7)
        self._inner = column(head, self._empty, self._stack, row(self.add_button, None), None, spacing=12)
        self._inner.setContentsMargins(20, 14, 20, 14)
        self.area = Scroll(wrap(self._inner), self.tr("Actions"))
        self.setLayout(column(self.area, spacing=0))

    @property
    def cards(self) -> tuple[ActionCard, ...]:
        """Return the cards in order."""
        return tuple(self._cards.values())

    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes in reading order."""
        return (self.area,)

    def refresh(self) -> None:
        """Make the cards those of the record; a card that lives on stays the same widget."""
        wanted = [action.id for action in self._desk.record.actions]
        gone = [self._cards.pop(one) for one in list(self._cards) if one not in wanted]
        for action_id in wanted:
            if action_id not in self._cards:
                self._cards[action_id] = self._new_card(action_id)
        self._cards = {one: self._cards[one] for one in wanted}
        self._put_in_order()
        for card in gone:
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, card in enumerate(self.cards, 1):
            card.refresh(number)
        self._count.set_text(str(len(wanted)))
        self._empty.setVisible(not wanted)

    def add(self) -> None:
        """Add an action and write in it."""
        action = self._summing_up.add_action()
        self.refresh()
        self.show_action(action.id)

    def show_action(self, action_id: str) -> None:
        """Bring an action into view and write in it."""
        card = self._cards.get(action_id)
        if card is not None:
            card.start_writing()
            # The card has its height only once the layout ran.
            self._inner.activate()
            self.area.ensureWidgetVisible(card, 0, theme().metrics.row)

    def take_focus(self) -> None:
        """Stand in the first action, or on the button that adds one."""
        if self._cards:
            self.cards[0].start_writing()
        else:
            self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _new_card(self, action_id: str) -> ActionCard:
        card = ActionCard(self._desk, action_id)
        card.move_wanted.connect(self._move)
        card.delete_wanted.connect(self._delete)
        card.next_wanted.connect(self.add)
        return card

    def _put_in_order(self) -> None:
        if stand_in_order(self._stack, self._cards.values()):
            chain((*(stop for card in self.cards for stop in card.stops()), self.add_button))

    def _move(self, steps: int) -> None:
        card = self.sender()
        if isinstance(card, ActionCard):
            card.seal()
            action = card.action()
            if action is not None:
                self._summing_up.move_action(action, steps)

    def _delete(self) -> None:
        card = self.sender()
        if not isinstance(card, ActionCard):
            return
        card.seal()
        action, place = card.action(), self.cards.index(card)
        if action is None:
            return
        self._summing_up.delete_action(action)
        self.refresh()
        near = self.cards[min(place, len(self.cards) - 1)].what.edit if self.cards else self.add_button
        near.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.deleted.emit(action)

    def _empty_words(self) -> str:
        return self.tr("Nothing agreed yet. Add what the school will do, who does it first, and by when.")
