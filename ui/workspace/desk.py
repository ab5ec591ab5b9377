"""The desk: one open visit, kept in memory as a frozen record and written behind by the writer thread."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimeZone, Signal
from sqlmodel import Session

from ui.workspace.events import WriterEvents
from visitapp.domain.change import Act, Change, Entity, removed
from visitapp.domain.evidence import Draft
from visitapp.domain.places import Place, answered, changes_for, place_of_box, put, text_at
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Reviewer, Value
from visitapp.store import drafts, operations, undo
from visitapp.store.undo import Steps, Turned
from visitapp.store.writer import Writer

if TYPE_CHECKING:
    from ui.workspace.opened_copies import OpenedCopies
    from ui.workspace.published import Published
    from ui.workspace.report_templates import ReportTemplates
    from ui.workspace.writing_aids import WritingAids
    from visitapp.domain.preparing import KnownInspection
    from visitapp.domain.visit import Visit
    from visitapp.vault.photos import PhotoFiles


@dataclass(frozen=True, slots=True)
class News:
    """What kinds of record changed, which ids, and which widget asked for it (None for undo and the like)."""

    kinds: frozenset[str]
    ids: frozenset[str]
    initiator: object | None = None


class Desk(QObject):
    """An open visit. `record` is what it is now; `act` is the one way to change it; `changed` tells everyone."""

    is_sample = False
    """Whether the visit is an invented one of the sample vault; what leaves the app then says so."""
    aids: "WritingAids | None" = None
    """Quiet help for whoever writes, where there is any."""
    templates: "ReportTemplates | None" = None
    """The organisations' own Word templates, where there are any."""
    published: "Callable[[], Published] | None" = None
    """Gives what is published of schools, where there is a vault to keep it in."""
    person: "Callable[[], Reviewer | None] | None" = None
    """Gives who works at this device, as the settings say, where there is a vault."""
    copies: "Callable[[], OpenedCopies] | None" = None
    """Gives the copies of papers that other programs have open, where there is a vault."""
    typed_elsewhere: "Callable[[VisitRecord], tuple[KnownInspection, ...]] | None" = None
    """Gives the inspections typed for other visits to the school, where there is a vault."""
    earlier_plan: "Callable[[Visit], VisitRecord | None] | None" = None
    """Gives the earlier visit to the school whose plan can be copied, where there is a vault."""
    changed = Signal(object)
    """A `News`, after the record in memory has changed."""
    steps_changed = Signal()
    turned = Signal(str, str)
    """Mode (undo or redo) and the words for the act that was turned round; `turned_round` is what it changed."""
    touched = Signal()
    """Something was typed or done that is not yet on the disk."""
    settled = Signal()
    """All that was typed and done is on the disk."""
    leaving = Signal()
    """Boxes must hand over what stands in them: the visit is about to be left."""

    def __init__(
        self,
        record: VisitRecord,
        writer: Writer,
        events: WriterEvents,
        now: Callable[[], datetime],
        kept_drafts: tuple[Draft, ...] = (),
        parent: QObject | None = None,
        photo_files: "Callable[[], PhotoFiles] | None" = None,
    ) -> None:
        super().__init__(parent)
        self.record = record
        self.now = now
        self.photo_files = photo_files
        self.steps = Steps()
        self.turned_round: tuple[Change, ...] = ()
        self.recovered: tuple[str, ...] = ()
        self._writer = writer
        self._events = events
        self._drafts = {draft.box: draft for draft in kept_drafts}
        events.was_saved.connect(self.settled)
        self._seal_kept_drafts()
        self._submit(self._read_steps, self._take_steps)

    @property
    def visit_id(self) -> str:
        """Return the id of the open visit."""
        return self.record.visit_id

    @property
    def zone(self) -> str:
        """Return the name of this device's time zone."""
        return zone_here()

    def act(self, label: str, changes: Iterable[Change], initiator: object | None = None, box: str = "") -> None:
        """Make changes as one act, in memory at once and on disk behind; `box` names a draft they replace."""
        act = Act(label, tuple(changes), self.visit_id)
        if box:
            self._drafts.pop(box, None)
            self._writer.forget_draft(self.visit_id, box)
        if act.changes or box:
            self._submit(partial(self._commit, act, box, self.now()), self._take_steps)
            self.touched.emit()
        if act.changes:
            self._apply(act.changes, initiator)

    def put(self, label: str, *entities: Entity, initiator: object | None = None) -> None:
        """Make the record hold these records exactly as given, as one act."""
        self.act(label, [change for one in entities for change in put(self.record, one)], initiator)

    def remove(self, label: str, *entities: Entity) -> None:
        """Delete records as one act; each can be brought back by undo."""
        self.act(label, removed(entities))

    def answer(self, label: str, key: str, value: Value, initiator: object | None = None) -> None:
        """Answer one thing the framework asks."""
        self.act(label, answered(self.record, key, value=value), initiator)

    def undo(self) -> None:
        """Turn the latest act round, what stands in a box being one; `turned` follows when it is done."""
        self.leave()
        self._submit(partial(self._turn_and_read, undo.undo), partial(self._take_turn, "undo"))

    def redo(self) -> None:
        """Do again what was undone last; `turned` follows when it is done. Whatever was typed since forbids it."""
        self.leave()
        self._submit(partial(self._turn_and_read, undo.redo), partial(self._take_turn, "redo"))

    def keep_draft(self, draft: Draft) -> None:
        """Keep what now stands in a box, at once and without waiting."""
        self._drafts[draft.box] = draft
        self._writer.keep_draft(draft)
        if self.aids is not None:
            self.aids.make_way()
        self.touched.emit()

    def draft(self, box: str) -> Draft | None:
        """Return what is kept for a box that has not been sealed, or None."""
        return self._drafts.get(box)

    def unsealed_texts(self) -> tuple[str, ...]:
        """Return what stands in boxes and is not yet part of the record."""
        return tuple(draft.text for draft in self._drafts.values() if draft.text.strip())

    def seal_text(self, label: str, place: Place, text: str, initiator: object | None = None) -> None:
        """Turn the text of a box into an act, and forget its draft."""
        self.act(label, changes_for(self.record, place, text), initiator, box=place.box)

    def text_at(self, place: Place) -> str:
        """Return what should stand in a box: the record's text."""
        return text_at(self.record, place)

    def leave(self) -> None:
        """Have every box hand over its text; what was typed is then with the writer."""
        self.leaving.emit()

    def ask(self, read: Callable[[Session], Any], done: Callable[[Any], None]) -> None:
        """Read from the disk once all that was done before is on it; `done` gets what was read."""
        self._submit(read, done)

    def _seal_kept_drafts(self) -> None:
        """Make acts of drafts a crash left behind in text fields; the capture box keeps its own."""
        found: list[str] = []
        for draft in list(self._drafts.values()):
            place = place_of_box(draft.box)
            if place is not None:
                changes = changes_for(self.record, place, draft.text)
                found += [draft.text] if changes else []
                self.act(self.tr("Recovered text"), changes, box=draft.box)
        self.recovered = tuple(found)

    def _submit(self, work: Callable[[Session], Any], done: Callable[[Any], None]) -> None:
        self._writer.submit(work, partial(self._events.result.emit, done))

    def _commit(self, act: Act, box: str, now: datetime, session: Session) -> Steps:
        if act.changes:
            operations.record(session, act, now)
        if box:
            drafts.drop_draft(session, self.visit_id, box)
        return undo.steps(session, self.visit_id)

    def _read_steps(self, session: Session) -> Steps:
        return undo.steps(session, self.visit_id)

    def _turn_and_read(
        self, turn: Callable[[Session, str, datetime], Turned | None], session: Session
    ) -> tuple[Turned | None, Steps]:
        turned = turn(session, self.visit_id, self.now())
        return turned, undo.steps(session, self.visit_id)

    def _take_steps(self, steps: Steps) -> None:
        if steps != self.steps:
            self.steps = steps
            self.steps_changed.emit()

    def _take_turn(self, mode: str, result: tuple[Turned | None, Steps]) -> None:
        turned, steps = result
        if turned is not None:
            self.turned_round = turned.changes
            self._apply(turned.changes, None)
            self.turned.emit(mode, turned.label)
        self._take_steps(steps)

    def _apply(self, changes: tuple[Change, ...], initiator: object | None) -> None:
        self.record = self.record.with_changes(changes)
        kinds = frozenset(change.kind for change in changes)
        self.changed.emit(News(kinds, frozenset(change.id for change in changes), initiator))


def zone_here() -> str:
    """Return the name of this device's time zone, such as Europe/London."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()
