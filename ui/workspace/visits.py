"""The visits and schools of the vault: list them, find them, begin a new one."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from visitapp.domain.change import Act, Change, Entity, altered, created
from visitapp.domain.finding import Action
from visitapp.domain.fitting import fitted, results_year
from visitapp.domain.framework import Framework, Standing
from visitapp.domain.ids import new_id
from visitapp.domain.preparing import KnownInspection
from visitapp.domain.record import VisitRecord
from visitapp.domain.shorthand import written
from visitapp.domain.taking_over import taken_over
from visitapp.domain.text import one_line
from visitapp.domain.visit import FrozenFramework, Reviewer, School, Visit
from visitapp.frameworks.freezing import digest, freeze, thaw
from visitapp.store import operations, visits
from visitapp.store.database import Database
from visitapp.store.deleted import DeletedVisit, deleted_visits
from visitapp.store.summaries import VisitSummary
from visitapp.store.writer import Writer

if TYPE_CHECKING:
    from visitapp.domain.published.batches import Scope


@dataclass(frozen=True, slots=True)
class NewVisit:
    """What is needed to begin a visit. `school` is a known one, or a new one with an id of its own; `follows_id`
    names the earlier visit whose actions come back to be judged."""

    framework: Framework
    school: School
    starts_on: str
    ends_on: str = ""
    context: str = ""
    follows_id: str = ""
    commissioned: str = ""


class Visits(QObject):
    """All visits in the vault. Reading goes past the writer; what was just created is known at once."""

    listed = Signal()

    def __init__(
        self, database: Database, writer: Writer, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._writer = writer
        self._now = now

    def all(self) -> tuple[VisitSummary, ...]:
        """Return a summary of every visit on disk, the earliest first."""
        with self._database.reading() as session:
            return visits.list_visits(session)

    def deleted(self) -> tuple[DeletedVisit, ...]:
        """Return the deleted visits on disk, the latest deletion first."""
        with self._database.reading() as session:
            return deleted_visits(session)

    def schools(self, words: str = "") -> tuple[School, ...]:
        """Return schools already in the vault that match the words."""
        with self._database.reading() as session:
            return visits.find_schools(session, words)

    def numbered(self, urns: Collection[str]) -> tuple[School, ...]:
        """Return the schools already in the vault that bear these URNs."""
        with self._database.reading() as session:
            return visits.schools_numbered(session, urns)

    def earlier(self, school_id: str, before: str) -> tuple[Visit, ...]:
        """Return the visits to a school before an ISO day, the latest first."""
        with self._database.reading() as session:
            return visits.earlier_visits(session, school_id, before)

    def plan_to_copy(self, visit: Visit) -> VisitRecord | None:
        """Return the latest earlier visit of the same programme to the school that has a plan, one of an earlier
        school year before any of the same; None without one."""
        year = results_year(visit.starts_on)
        found = [one for one in self.earlier(visit.school_id, visit.starts_on) if one.programme == visit.programme]
        found.sort(key=lambda one: results_year(one.starts_on) == year)
        return next((record for one in found if (record := self.load(one.id)).slots), None)

    def inspections_typed(self, record: VisitRecord) -> tuple[KnownInspection, ...]:
        """Return the inspections typed for other visits to the school of a visit."""
        with self._database.reading() as session:
            return visits.inspections_typed(session, record.school, record.visit_id)

    def load(self, visit_id: str) -> VisitRecord:
        """Return the whole record of a visit from disk."""
        with self._database.reading() as session:
            return visits.load_visit(session, visit_id, thaw)

    def reviewer(self) -> Reviewer | None:
        """Return the person whose vault this is, once they have said who they are."""
        with self._database.reading() as session:
            found: Reviewer | None = visits.first_of(session, "reviewer")
            return found

    def set_reviewer(self, name: str, role: str, organisation: str = "") -> Reviewer:
        """Say who the reviewer is, as reports should show them."""
        found = self.reviewer()
        wanted = Reviewer(found.id if found else new_id(), one_line(name), one_line(role), one_line(organisation))
        self._record(self._tr_("Reviewer set"), created(wanted))
        self._writer.flush()
        return wanted

    def set_shorthand(self, own: Mapping[str, str]) -> None:
        """Keep the reviewer's own abbreviations, beside the list the program brings."""
        found = self.reviewer()
        before = found or Reviewer(new_id())
        after = replace(before, shorthand=written(own))
        changes = altered(before, after) if found else created(after)
        self._record(self._tr_("Abbreviations changed"), changes)
        self._writer.flush()

    def set_words(self, words: str) -> None:
        """Keep the words the reviewer counts as right, one a line."""
        found = self.reviewer()
        before = found or Reviewer(new_id())
        after = replace(before, words=words)
        self._record(self._tr_("My words changed"), altered(before, after) if found else created(after))
        self._writer.flush()

    def set_authorities(self, codes: Sequence[str]) -> None:
        """Keep in which authorities (three-digit codes) the reviewer works: of other places nothing is read in."""
        found = self.reviewer()
        before = found or Reviewer(new_id())
        after = replace(before, authorities=tuple(dict.fromkeys(codes)))
        self._record(self._tr_("Authorities changed"), altered(before, after) if found else created(after))
        self._writer.flush()

    def scope(self) -> "Scope":
        """Return what to keep of published files: the reviewer's authorities, and every school visited."""
        from visitapp.domain.published.batches import Scope

        with self._database.reading() as session:
            reviewer: Reviewer | None = visits.first_of(session, "reviewer")
            return Scope(frozenset(reviewer.authorities if reviewer else ()), visits.schools_used(session))

    def begin(self, new: NewVisit) -> VisitRecord:
        """Begin a visit under a frozen copy of its framework; return its record, with the actions it takes over."""
        content = freeze(new.framework)
        kept = FrozenFramework(digest(content), new.framework.code, new.framework.version, content)
        visit = self._visit(new, kept)
        school = replace(new.school, name=one_line(new.school.name), town=one_line(new.school.town))
        reviewer = self.reviewer()
        actions = self._taken_over(visit)
        shelves: dict[str, dict[str, Any]] = {
            "visit": {visit.id: visit},
            "school": {school.id: school},
            "reviewer": {reviewer.id: reviewer} if reviewer else {},
            "action": {one.id: one for one in actions},
        }
        begun: tuple[Entity, ...] = (visit, *actions)
        changes = [change for one in begun for change in created(one)]
        with self._database.reading() as session:
            if visits.kept_framework(session, kept.id) is None:
                changes = [*created(kept), *changes]
            if not any(one.id == school.id for one in visits.find_schools(session, school.name)):
                changes = [*created(school), *changes]
        self._record(self._tr_("Visit begun"), tuple(changes))
        return VisitRecord(new.framework, visit.id, shelves)

    def delete(self, visit_id: str) -> None:
        """Delete a visit; its record stays in the vault and can be restored."""
        self._record(self._tr_("Visit deleted"), (Change("visit", visit_id, "deleted", True),))

    def restore(self, visit_id: str) -> None:
        """Bring a deleted visit back."""
        self._record(self._tr_("Visit restored"), (Change("visit", visit_id, "deleted", False),))

    def _taken_over(self, visit: Visit) -> tuple[Action, ...]:
        """Return the actions of the visit before, as they are once all that was typed there is on the disk."""
        if not visit.follows_id:
            return ()
        self._writer.flush()
        return taken_over(self.load(visit.follows_id), visit.id)

    def _visit(self, new: NewVisit, kept: FrozenFramework) -> Visit:
        reviewer = self.reviewer()
        return Visit(
            id=new_id(),
            school_id=new.school.id,
            framework_id=kept.id,
            programme=new.framework.noun,
            starts_on=new.starts_on,
            ends_on=new.ends_on or new.starts_on,
            context=new.context,
            commissioned=new.commissioned,
            enquiry=fitted(new.framework, Standing(new.context, new.commissioned)).enquiry.authority,
            reviewer_id=reviewer.id if reviewer else "",
            follows_id=new.follows_id,
        )

    def _record(self, label: str, changes: tuple[Change, ...]) -> None:
        now = self._now()
        self._writer.submit(lambda session: operations.record(session, Act(label, changes), now))

    def _tr_(self, text: str) -> str:
        return QCoreApplication.translate("Visits", text)
