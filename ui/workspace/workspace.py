"""The workspace: everything the window may ask of one open vault."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from ui.workspace.desk import Desk
from ui.workspace.events import WriterEvents
from ui.workspace.visits import Visits
from visitapp.domain.evidence import Draft
from visitapp.domain.record import VisitRecord
from visitapp.frameworks.library import Library
from visitapp.store.database import Database
from visitapp.store.drafts import drafts_of
from visitapp.store.writer import Writer


def utc_now() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


class Workspace(QObject):
    """One open vault: its visits, the framework library, and at most one visit on the desk."""

    saved = Signal(object)
    """The moment (UTC) at which everything typed so far was committed."""
    save_failed = Signal(str)
    desk_changed = Signal()

    def __init__(
        self,
        database: Database,
        library: Library,
        *,
        is_sample: bool = False,
        now: Callable[[], datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.is_sample = is_sample
        self.now = now
        self.desk: Desk | None = None
        self._database = database
        self._events = WriterEvents(self)
        self._writer = Writer(database, self._events)
        self._events.was_saved.connect(self._say_saved)
        self._events.was_refused.connect(self.save_failed)
        self.visits = Visits(database, self._writer, now, self)

    def open_visit(self, visit_id: str) -> Desk:
        """Put a visit on the desk; the one that lay there hands over its text first."""
        self.clear_desk()
        self._writer.flush()
        return self._lay(self.visits.load(visit_id), self._drafts(visit_id))

    def begin_visit(self, record: VisitRecord) -> Desk:
        """Put a visit that was only just begun on the desk, without waiting for the disk."""
        self.clear_desk()
        return self._lay(record, ())

    def clear_desk(self) -> None:
        """Take the open visit away; every box hands over its text first."""
        if self.desk is not None:
            self.desk.leave()
            self.desk.deleteLater()
            self.desk = None
            self.desk_changed.emit()

    def flush(self) -> bool:
        """Have every box hand over its text and wait until all is committed; return whether it is."""
        if self.desk is not None:
            self.desk.leave()
        return self._writer.flush()

    def close(self) -> bool:
        """Commit everything and let the vault go; return whether everything was committed."""
        if self.desk is not None:
            self.desk.leave()
        whole = self._writer.stop()
        self._database.close()
        return whole

    def _say_saved(self) -> None:
        self.saved.emit(self.now())

    def _drafts(self, visit_id: str) -> tuple[Draft, ...]:
        with self._database.reading() as session:
            return drafts_of(session, visit_id)

    def _lay(self, record: VisitRecord, kept: tuple[Draft, ...]) -> Desk:
        self.desk = Desk(record, self._writer, self._events, self.now, kept, self)
        self.desk_changed.emit()
        return self.desk
