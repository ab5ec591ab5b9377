"""The workspace: everything the window may ask of one open vault."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.workspace.desk import Desk
from ui.workspace.events import WriterEvents
from ui.workspace.visits import Visits
from visitapp.domain.evidence import Draft
from visitapp.domain.record import VisitRecord
from visitapp.frameworks.library import Library
from visitapp.store.database import Database
from visitapp.store.drafts import drafts_of
from visitapp.store.writer import Writer

if TYPE_CHECKING:
    from sqlmodel import Session

    from ui.workspace.earlier_reports import EarlierReports
    from ui.workspace.offering import SchoolOffers
    from ui.workspace.opened_copies import OpenedCopies
    from ui.workspace.published import Published
    from ui.workspace.report_templates import ReportTemplates
    from ui.workspace.search import NoteSearch
    from ui.workspace.story import StoryTables
    from ui.workspace.writing_aids import WritingAids
    from visitapp.vault.photos import PhotoFiles

_HUSH_MS = 1000


def utc_now() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


class Workspace(QObject):
    """One open vault: its visits, the framework library, and at most one visit on the desk."""

    saved = Signal(object)
    """The moment (UTC) at which everything typed so far was committed; said at most once a second within a minute."""
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
        self._photo_files: PhotoFiles | None = None
        self._events = WriterEvents(self)
        self._writer = Writer(database, self._events)
        self._said = self._committed = datetime.min.replace(tzinfo=UTC)
        self._is_unsaid = False
        self._hush = QTimer(self, singleShot=True, interval=_HUSH_MS)
        self._hush.timeout.connect(self._say_committed)
        self._events.was_saved.connect(self._on_committed)
        self._events.was_refused.connect(self._on_refused)
        self.visits = Visits(database, self._writer, now, self)

    @cached_property
    def search(self) -> "NoteSearch":
        """The search for notes, made when it is first wanted."""
        from ui.workspace.search import NoteSearch

        return NoteSearch(self._database, self._writer, self)

    @cached_property
    def aids(self) -> "WritingAids":
        """Quiet help for whoever writes, made when it is first wanted."""
        from ui.workspace.writing_aids import WritingAids
        from visitapp.domain.shorthand import read

        reviewer = self.visits.reviewer()
        return WritingAids(self._ask, read(reviewer.shorthand) if reviewer else {}, self)

    @cached_property
    def published(self) -> "Published":
        """What others publish of schools, opened when it is first wanted."""
        from ui.workspace.published import Published

        return Published(self._database.path, self._database.key, self.now, self)

    @cached_property
    def copies(self) -> "OpenedCopies":
        """The copies of papers that other programs have open, gone when the vault closes."""
        from ui.workspace.opened_copies import OpenedCopies

        return OpenedCopies(self._database.path)

    @cached_property
    def templates(self) -> "ReportTemplates":
        """The Word templates of this device, made when they are first wanted."""
        from ui.workspace.report_templates import ReportTemplates

        return ReportTemplates()

    def story_tables(self) -> "StoryTables":
        """Return what makes the tables of outcomes of a place; its owner lets it go."""
        from ui.workspace.story import StoryTables

        reviewer = self.visits.reviewer()
        author = reviewer.name or reviewer.role if reviewer else ""
        return StoryTables(self.published, self._ask, author, self.now, sample=self.is_sample)

    def school_offers(self) -> "SchoolOffers":
        """Return what finds schools in the register, nearest first; its owner lets it go."""
        from ui.workspace.offering import SchoolOffers

        reviewer = self.visits.reviewer()
        return SchoolOffers(self.published, reviewer.authorities if reviewer else (), self.visits.numbered)

    def earlier_reports(self) -> "EarlierReports":
        """Return what reads earlier reports into this vault; its owner lets it go."""
        from ui.workspace.earlier_reports import EarlierReports

        return EarlierReports(self.library, self._ask, self.now, self)

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
        if "search" in self.__dict__:
            self.search.stop()
        if "aids" in self.__dict__:
            self.aids.stop()
        if "published" in self.__dict__:
            self.published.stop()
        if "copies" in self.__dict__:
            self.copies.remove()
        whole = self._writer.stop()
        self._database.close()
        return whole

    def _ask(self, read: "Callable[[Session], Any]", done: Callable[[Any], None]) -> None:
        self._writer.submit(read, partial(self._events.result.emit, done))

    def _on_committed(self) -> None:
        self._committed, self._is_unsaid = self.now(), True
        if not self._hush.isActive() or f"{self._committed:%d%H%M}" != f"{self._said:%d%H%M}":
            self._say_committed()

    def _on_refused(self, sentence: str) -> None:
        self._hush.stop()
        self.save_failed.emit(sentence)

    def _say_committed(self) -> None:
        if self._is_unsaid:
            self._said, self._is_unsaid = self._committed, False
            self.saved.emit(self._said)
            self._hush.start()

    def _drafts(self, visit_id: str) -> tuple[Draft, ...]:
        with self._database.reading() as session:
            return drafts_of(session, visit_id)

    def _open_photo_files(self) -> "PhotoFiles":
        from visitapp.vault.keys import VaultKey
        from visitapp.vault.photos import PhotoFiles

        if self._photo_files is None:
            self._photo_files = PhotoFiles(self._database.path.parent / "photos", VaultKey(self._database.key))
        return self._photo_files

    def _published(self) -> "Published":
        return self.published

    def _copies(self) -> "OpenedCopies":
        return self.copies

    def _lay(self, record: VisitRecord, kept: tuple[Draft, ...]) -> Desk:
        self.desk = Desk(record, self._writer, self._events, self.now, kept, self, self._open_photo_files)
        self.desk.is_sample = self.is_sample
        self.desk.aids = self.aids
        self.desk.templates = self.templates
        self.desk.published = self._published
        self.desk.person = self.visits.reviewer
        self.desk.copies = self._copies
        self.desk.typed_elsewhere = self.visits.inspections_typed
        self.desk.earlier_plan = self.visits.plan_to_copy
        self.desk_changed.emit()
        return self.desk
