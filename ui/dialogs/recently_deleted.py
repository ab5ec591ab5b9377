"""Recently deleted: what went from a visit, and which visits went, each with the way back."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.deleted_sheet import DeletedLine, DeletedSheet
from ui.parts.note_words import local_time
from ui.parts.slot_words import slot_title
from ui.parts.visit_days import day_words
from ui.workspace.deleted import DeletedVisit, RecentlyDeleted
from ui.workspace.desk import Desk, News
from visitapp.domain.deleted import KINDS, Deleted
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding
from visitapp.domain.planning import clock
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import first_words
from visitapp.domain.visit import Slot

_LONGEST = 90
_ICONS = {Note: "square-pen", Finding: "file-text", Action: "milestone", Slot: "calendar"}


class VisitDeletedSheet(DeletedSheet):
    """What was deleted in the open visit. Restoring is an act like any other, so undo takes it back."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host, host.tr("Nothing in this visit is deleted. What you delete waits here."))
        self._desk = desk
        self._deleted = RecentlyDeleted(desk)
        self._listed: dict[str, Deleted] = {}
        self.restore_wanted.connect(self._on_restore)
        self._deleted.listed.connect(self._take)
        desk.changed.connect(self._hear)
        self._deleted.read()

    def _take(self, found: Sequence[Deleted]) -> None:
        record, today = self._desk.record, self._desk.now().astimezone().date()
        self._listed = {one.entity.id: one for one in found}
        self.show_lines([_line(record, one, today) for one in found])

    def _on_restore(self, record_id: str) -> None:
        one = self._listed.get(record_id)
        if one is not None:
            words = first_words(what(self._desk.record, one), 40)
            self._deleted.restore(one, words)
            self.say(self.tr("Restored: {words}").format(words=words))

    def _hear(self, news: News) -> None:
        if news.kinds & set(KINDS):
            self._deleted.read()


class DeletedVisitsSheet(DeletedSheet):
    """The deleted visits of the vault. `read` returns them as they are now; whoever restores one calls `refresh`."""

    def __init__(
        self, read: Callable[[], Sequence[DeletedVisit]], now: Callable[[], datetime], host: QWidget
    ) -> None:
        super().__init__(host, host.tr("No visit is deleted. A deleted visit waits here."))
        self._read, self._now = read, now
        self._listed: dict[str, DeletedVisit] = {}
        self.restore_wanted.connect(self._on_restore)
        self.refresh()

    def refresh(self) -> None:
        """Show the deleted visits as they are now."""
        today = self._now().astimezone().date()
        self._listed = {one.visit.id: one for one in self._read()}
        self.show_lines([_visit_line(one, today) for one in self._listed.values()])

    def _on_restore(self, visit_id: str) -> None:
        one = self._listed.get(visit_id)
        if one is not None:
            self.say(self.tr("Restored: the visit to {school}").format(school=one.visit.school))


def what(record: VisitRecord, deleted: Deleted) -> str:
    """Return what a deleted record is, in words."""
    entity = deleted.entity
    if isinstance(entity, Note | Finding | Action):
        return first_words(entity.text, _LONGEST)
    if isinstance(entity, Slot):
        words = _tr("{title}, {start} to {end}")
        return words.format(title=slot_title(record, entity), start=clock(entity.starts), end=clock(entity.ends))
    return first_words(getattr(entity, "caption", ""), _LONGEST) or _tr("Picture without a caption")


def _line(record: VisitRecord, one: Deleted, today: date) -> DeletedLine:
    entity = one.entity
    words = _tr("undone {when}") if one.deletion.undone else _tr("deleted {when}")
    parts = [_sort(entity), words.format(when=_when(one.deletion.at, today))]
    if one.inside:
        count = len(one.inside)
        lessons = _tr("with 1 classroom visit") if count == 1 else _tr("with {count} classroom visits")
        parts.append(lessons.format(count=count))
    return DeletedLine(entity.id, _ICONS.get(type(entity), "image"), what(record, one), "  \u00b7  ".join(parts))


def _visit_line(one: DeletedVisit, today: date) -> DeletedLine:
    visit = one.visit
    day = day_words(date.fromisoformat(visit.starts_on), "d MMM yyyy") if visit.starts_on else _tr("no date")
    notes = _tr("1 note") if visit.notes == 1 else _tr("{count} notes").format(count=visit.notes)
    when = _tr("deleted {when}").format(when=_when(one.at, today))
    return DeletedLine(
        visit.id, "school", f"{visit.school}, {day}", "  \u00b7  ".join((visit.programme, notes, when))
    )


def _sort(entity: object) -> str:
    if isinstance(entity, Note):
        return _tr("Note {label}").format(label=entity.label)
    names = {Finding: _tr("Finding"), Action: _tr("Action"), Slot: _tr("Day plan")}
    return names.get(type(entity), _tr("Picture"))


def _when(at: str, today: date) -> str:
    local = local_time(at)
    if local is None:
        return ""
    day = _tr("today") if local.date() == today else day_words(local.date(), "ddd d MMM")
    return f"{day}, {local:%H:%M}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecentlyDeleted", text)
