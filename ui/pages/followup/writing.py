"""An action written in its place after the visit: the same card as in the summary, with a way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.action_card import ActionCard
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.workspace.desk import Desk, News
from ui.workspace.summing_up import SummingUp


class ActionWriting(QWidget):
    """The card of one action, and Done. An action left without words is taken away again."""

    ended = Signal()

    def __init__(self, desk: Desk, action_id: str) -> None:
        super().__init__()
        self._desk, self.action_id = desk, action_id
        self._card = ActionCard(desk, action_id)
        done = Button(self.tr("Done"), "soft", name=self.tr("Done with this action"))
        done.clicked.connect(self.ended)
        self._card.next_wanted.connect(self.ended)
        self._card.delete_wanted.connect(self._delete)
        self._card.move_wanted.connect(self._move)
        self.setLayout(column(self._card, row(None, done), spacing=6))
        desk.changed.connect(self._hear)
        self._show()

    def start(self) -> None:
        """Begin with what will be done."""
        self._card.start_writing()

    def finish(self) -> None:
        """Make acts of all that was typed."""
        self._card.seal()
        action = self._card.action()
        if action is not None and not any((action.text, action.owner, action.first_step, action.due)):
            SummingUp(self._desk).delete_action(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End writing on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _hear(self, news: News) -> None:
        if news.kinds & {"action", "finding"}:
            self._show()

    def _show(self) -> None:
        ids = [one.id for one in (*self._desk.record.actions, *self._desk.record.earlier_actions)]
        if self.action_id in ids:
            self._card.refresh(ids.index(self.action_id) + 1)

    def _delete(self) -> None:
        action = self._card.action()
        if action is not None:
            SummingUp(self._desk).delete_action(action)

    def _move(self, steps: int) -> None:
        action = self._card.action()
        if action is not None and not action.earlier_id:
            SummingUp(self._desk).move_action(action, steps)
