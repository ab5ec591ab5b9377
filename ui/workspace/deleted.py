"""What was deleted in the open visit, and the way to bring it back."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from sqlmodel import Session

from ui.workspace.desk import Desk
from visitapp.domain.deleted import Deleted, Deletion, recently_deleted, restored
from visitapp.store import deleted
from visitapp.store.deleted import DeletedVisit

__all__ = ["DeletedVisit", "RecentlyDeleted"]


class RecentlyDeleted(QObject):
    """Reads what can be restored, past everything still on its way to the disk; `listed` brings it."""

    listed = Signal(object)
    """A tuple of `Deleted`, the latest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def read(self) -> None:
        """Ask for the list; `listed` follows."""
        self._desk.ask(partial(_deletions, self._desk.visit_id), self._take)

    def restore(self, one: Deleted, words: str) -> None:
        """Bring something back, as an act that can be undone; `words` say what it is."""
        label = self.tr("Restored: {words}").format(words=words)
        self._desk.act(label, restored(self._desk.record, one))

    def _take(self, found: tuple[Deletion, ...]) -> None:
        self.listed.emit(recently_deleted(self._desk.record, found))


def _deletions(visit_id: str, session: Session) -> tuple[Deletion, ...]:
    return deleted.deletions(session, visit_id)
