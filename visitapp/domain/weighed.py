"""What the record of a visit says of the weighing: evidence on each answer, the team, its views, its open points."""

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Estimate, Option
from visitapp.domain.record import VisitRecord, when
from visitapp.domain.visit import Value
from visitapp.domain.weighing import Bearing, Member, Point, View, lead_id, taken_up_id, view_id


def bearings(record: VisitRecord, key: str) -> tuple[Bearing, ...]:
    """Return the live links of an answer to notes and findings that still exist, notes first, as they were taken."""
    live = [one for one in record.once(_by_key).get(key, ()) if _other(record, one) is not None]
    return tuple(sorted(live, key=lambda one: _order(record, one)))


def notes_bearing(record: VisitRecord, key: str, *, against: bool | None = None) -> tuple[Note, ...]:
    """Return the notes that speak to an answer: for it, against it, or with `against` None both."""
    wanted = [one for one in bearings(record, key) if one.note_id and against in (None, one.against)]
    return tuple(note for one in wanted if isinstance(note := record.find("note", one.note_id), Note))


def findings_bearing(record: VisitRecord, key: str) -> tuple[Finding, ...]:
    """Return the findings an answer is linked with."""
    found = [record.find("finding", one.finding_id) for one in bearings(record, key) if one.finding_id]
    return tuple(one for one in found if isinstance(one, Finding))


def lead(record: VisitRecord) -> Member:
    """Return the lead of the team: the reviewer whose visit it is, by name and role as far as they are known."""
    reviewer = record.reviewer
    role = reviewer.role or record.framework.reviewer_role
    return Member(lead_id(record.visit_id), record.visit_id, reviewer.name, role)


def colleagues(record: VisitRecord) -> tuple[Member, ...]:
    """Return the team without its lead, in its order."""
    return tuple(sorted(record.living("member"), key=lambda one: (one.position, one.id)))


def members(record: VisitRecord) -> tuple[Member, ...]:
    """Return the team in its order, the lead first; a reviewer alone is a team of one."""
    return (lead(record), *colleagues(record))


def view_of(record: VisitRecord, key: str, member_id: str) -> View:
    """Return what one member would answer to `key`; one never given has neither value nor reason."""
    found = record.find("view", view_id(record.visit_id, key, member_id))
    empty = View(view_id(record.visit_id, key, member_id), record.visit_id, key, member_id)
    return found if isinstance(found, View) else empty


def views(record: VisitRecord, key: str) -> tuple[View, ...]:
    """Return what each member who is still of the team would answer, in the team's order, without the empty ones."""
    order = {one.id: place for place, one in enumerate(members(record))}
    given = [one for one in record.living("view") if one.key == key and one.value and one.member_id in order]
    return tuple(sorted(given, key=lambda one: order[one.member_id]))


def minority(record: VisitRecord, key: str) -> tuple[View, ...]:
    """Return the views that differ from what the team agreed; none while nothing is agreed."""
    agreed: Value = record.answer(key).value
    return tuple(one for one in views(record, key) if agreed and one.value != agreed)


def views_differ(record: VisitRecord, key: str) -> bool:
    """Return whether members see an answer differently."""
    return len({one.value for one in views(record, key)}) > 1


def views_held(record: VisitRecord, estimate: Estimate) -> tuple[tuple[Option, int], ...]:
    """Return the values of an estimate that members hold, in the order of its scale, and how many hold each."""
    given = [one.value for one in views(record, f"estimate.{estimate.code}")]
    return tuple((one, given.count(one.code)) for one in estimate.options if one.code in given)


def points(record: VisitRecord) -> tuple[Point, ...]:
    """Return the points to settle that somebody added, in order, the settled ones last."""
    added = [one for one in record.living("point") if not _is_taken_up(one)]
    return tuple(sorted(added, key=lambda one: (one.settled, one.position, one.id)))


def points_taken_up(record: VisitRecord) -> tuple[Point, ...]:
    """Return the points that keep how differences the app found were settled, in no order."""
    return tuple(one for one in record.living("point") if _is_taken_up(one))


def _by_key(record: VisitRecord) -> dict[str, list[Bearing]]:
    found: dict[str, list[Bearing]] = {}
    for one in record.living("bearing"):
        found.setdefault(one.key, []).append(one)
    return found


def _is_taken_up(point: Point) -> bool:
    return point.id.startswith(taken_up_id(point.visit_id, ""))


def _other(record: VisitRecord, bearing: Bearing) -> object | None:
    if bearing.note_id:
        return record.find("note", bearing.note_id)
    return record.find("finding", bearing.finding_id)


def _order(record: VisitRecord, bearing: Bearing) -> tuple[bool, tuple[str, int, str], str]:
    other = _other(record, bearing)
    return (not isinstance(other, Note), when(other) if isinstance(other, Note) else ("", 0, ""), bearing.id)
