"""A short word that something was taken away, with a button that brings it back."""

from PySide6.QtWidgets import QWidget

from ui.widgets.toast import Toast
from ui.workspace.desk import Desk
from ui.workspace.summing_up import SummingUp
from visitapp.domain.finding import Action, Finding
from visitapp.domain.weighing import Member, Point

Deleted = Finding | Action | Member | Point


class OfferBack(Toast):
    """Offers the last thing that was deleted, as it was."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._summing_up = SummingUp(desk)
        self._deleted: Deleted | None = None
        self.acted.connect(self._bring_back)

    def offer(self, deleted: Deleted) -> None:
        """Say what was taken away, and offer it back."""
        self._deleted = deleted
        words = {
            Finding: self.tr("Finding deleted"),
            Action: self.tr("Action deleted"),
            Member: self.tr("Member removed"),
            Point: self.tr("Point removed"),
        }
        self.say(words[type(deleted)], self.tr("Undo"))

    def _bring_back(self) -> None:
        if self._deleted is not None:
            self._summing_up.bring_back(self._deleted)
            self._deleted = None
