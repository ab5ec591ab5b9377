"""What an invented visit weighs, as values of a record: evidence on answers, the team, its views and its points."""

from collections.abc import Iterable, Mapping, Sequence

from ui.workspace.sample_file import SampleVisit
from ui.workspace.sample_parts import SampleReading
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.ids import new_id
from visitapp.domain.measured import evidence_key
from visitapp.domain.weighing import Bearing, Member, Point, View, bearing_id, lead_id, view_id


def bearings_of(
    sample: SampleVisit, visit_id: str, notes: Mapping[int, Note], findings: Sequence[Finding]
) -> list[Bearing]:
    """Return every link of an answer, with `notes` by number and `findings` in the order of the file."""
    made: list[Bearing] = []
    for one in sample.bearings:
        made += _links(visit_id, one.key, [notes[number] for number in one.notes])
        made += _links(visit_id, one.key, [notes[number] for number in one.against], against=True)
        made += _links(visit_id, one.key, [findings[place - 1] for place in one.findings])
    return made


def reading_links(sample: SampleReading, visit_id: str, notes: Mapping[int, Note]) -> list[Bearing]:
    """Return the links of an indicator's value with its evidence, with `notes` by number."""
    key = evidence_key(sample.indicator)
    made = _links(visit_id, key, [notes[number] for number in sample.evidence])
    return made + _links(visit_id, key, [notes[number] for number in sample.against], against=True)


def team_of(sample: SampleVisit, visit_id: str) -> tuple[list[Member], list[View]]:
    """Return the members besides the lead, in their order, and what each of the team would answer."""
    rows = enumerate(sample.members, 1)
    members = [Member(new_id(), visit_id, one.name, one.role, float(place)) for place, one in rows]
    ids = [lead_id(visit_id), *(one.id for one in members)]
    said = [(one, ids[one.member]) for one in sample.views]
    views = [
        View(view_id(visit_id, one.key, member), visit_id, one.key, member, one.value, one.reason)
        for one, member in said
    ]
    return members, views


def points_of(sample: SampleVisit, visit_id: str) -> list[Point]:
    """Return what the team had to settle, in its order."""
    return [
        Point(new_id(), visit_id, one.text, one.outcome, one.settled, float(place))
        for place, one in enumerate(sample.points, 1)
    ]


def _links(visit_id: str, key: str, others: Iterable[Note | Finding], *, against: bool = False) -> list[Bearing]:
    return [_link(visit_id, key, one, against=against) for one in others]


def _link(visit_id: str, key: str, other: Note | Finding, *, against: bool) -> Bearing:
    note_id, finding_id = (other.id, "") if isinstance(other, Note) else ("", other.id)
    return Bearing(bearing_id(visit_id, key, other.id), visit_id, key, note_id, finding_id, against=against)
