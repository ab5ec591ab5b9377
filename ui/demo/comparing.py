"""Nothing lost on the way: what was played is compared with what the sample says."""

from collections.abc import Callable, Iterator, Mapping

from ui.workspace.sample import SampleVisit, changes_of
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding
from visitapp.domain.followed import progress_of, support_days
from visitapp.domain.framework import Framework
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot, Value
from visitapp.domain.weighed import colleagues, members, points

_NEAR = 0.03
_NOT_TYPED = ("stage.",)
"""Answers that no reviewer types: marks of stages."""

Facts = Mapping[str, object]


def lost_on_the_way(played: VisitRecord, sample: SampleVisit, framework: Framework) -> list[str]:
    """Return what differs from the sample, in words, nothing when the visit was played whole."""
    expected, _ = changes_of(sample, framework)
    found: list[str] = []
    for told in _TOLD:
        found += _differences(told, expected, played)
    found += _of_earlier(sample, played)
    return found + list(_of_answers(sample, played))


def _differences(told: Callable[[VisitRecord], Facts], expected: VisitRecord, played: VisitRecord) -> Iterator[str]:
    wanted, given = told(expected), told(played)
    for name in dict.fromkeys((*wanted, *given)):
        if wanted.get(name) != given.get(name):
            yield f"{name}: expected {wanted.get(name)!r}, found {given.get(name)!r}"


def _of_visit(record: VisitRecord) -> Facts:
    visit, school = record.visit, record.school
    return {
        "programme": visit.programme,
        "days": (visit.starts_on, visit.ends_on),
        "agreed on": visit.agreed_on,
        "context": visit.context,
        "enquiry": visit.enquiry,
        "school": (school.name, school.town, school.local_authority, school.phase),
    }


def _of_slots(record: VisitRecord) -> Facts:
    return {f"slot {_slot_name(slot)}": _slot(record, slot) for slot in record.slots}


def _slot(record: VisitRecord, slot: Slot) -> tuple[object, ...]:
    home = record.find("slot", slot.part_of)
    inside = _slot_name(home) if isinstance(home, Slot) else ""
    what = (slot.ends, slot.activity, slot.title, slot.place, slot.people)
    return (*what, slot.years, slot.subject, set(slot.groups), inside)


def _slot_name(slot: Slot) -> str:
    return f"{slot.day} {slot.starts}{' lesson' if slot.part_of else ''}"


def _of_notes(record: VisitRecord) -> Facts:
    return {note.label: _note(record, note) for note in record.notes}


def _note(record: VisitRecord, note: Note) -> tuple[object, ...]:
    slot = record.find("slot", note.slot_id)
    where = _slot_name(slot) if isinstance(slot, Slot) else ""
    tags = (note.marker, note.source, note.years, note.subject, note.strand, set(note.groups))
    return (note.text, *tags, note.activity, where, note.prompt, note.pinned, note.private, note.taken_at)


def _of_findings(record: VisitRecord) -> Facts:
    told: dict[str, object] = {}
    counts: dict[tuple[str, str], int] = {}
    for finding in record.findings():
        place = (finding.kind, finding.group)
        counts[place] = counts.get(place, 0) + 1
        told[f"finding {finding.kind} {finding.group} {counts[place]}"] = _finding(record, finding)
    return told


def _finding(record: VisitRecord, finding: Finding) -> tuple[object, ...]:
    links = record.supports(finding.id)
    labels = {note.id: note.label for note in record.notes}
    supports = {(labels[link.note_id], link.against) for link in links}
    fit = (finding.in_self_evaluation, finding.in_improvement_plan, finding.level)
    return (finding.text, finding.strand, *fit, finding.agreed, supports)


def _of_bearings(record: VisitRecord) -> Facts:
    labels = {note.id: note.label for note in record.notes} | {one.id: one.text for one in record.findings()}
    return {
        f"evidence on {one.key}, {labels.get(one.note_id or one.finding_id)}": one.against
        for one in record.living("bearing")
    }


def _of_team(record: VisitRecord) -> Facts:
    team = [one.id for one in members(record)]
    others = enumerate(colleagues(record), 1)
    facts: dict[str, object] = {f"member {place}": (one.name, one.role) for place, one in others}
    for one in record.living("view"):
        facts[f"view on {one.key} of member {team.index(one.member_id)}"] = (one.value, one.reason)
    return facts


def _of_points(record: VisitRecord) -> Facts:
    return {one.text: (one.outcome, one.settled) for one in points(record)}


def _of_actions(record: VisitRecord) -> Facts:
    return {f"action {place}": _action(record, one) for place, one in enumerate(record.actions, 1)}


def _action(record: VisitRecord, action: Action) -> tuple[object, ...]:
    finding = record.find("finding", action.finding_id)
    why = finding.text if isinstance(finding, Finding) else ""
    agreed = (action.text, why, action.urgency, action.owner, action.first_step, action.due, action.measure)
    step = (action.first_step_due, action.first_step_done)
    reply = (action.reply, action.replied_on, action.replied_by)
    said = [(one.on, one.by, one.text, one.seen) for one in progress_of(record, action.id)]
    return (*agreed, *step, *reply, action.status, action.carried, said)


def _of_support(record: VisitRecord) -> Facts:
    return {
        f"support {place}": (one.on, one.days, one.by, one.purpose, one.impact, one.given)
        for place, one in enumerate(support_days(record), 1)
    }


def _of_earlier(sample: SampleVisit, played: VisitRecord) -> Iterator[str]:
    wanted = [(one.verdict, one.verdict_note, one.carried) for one in sample.earlier]
    given = [(one.verdict, one.verdict_note, one.carried) for one in played.earlier_actions]
    if wanted != given:
        yield f"actions of the visit before: expected {wanted!r}, found {given!r}"


def _of_sections(record: VisitRecord) -> Facts:
    sections = record.framework.outline
    return {f"section {one.code}": tuple(block.text for block in record.blocks(one.code)) for one in sections}


def _of_answers(sample: SampleVisit, played: VisitRecord) -> Iterator[str]:
    for key, wanted in sample.answers.items():
        if key.startswith(_NOT_TYPED):
            continue
        given = played.answer(key)
        if not _same(wanted.value, given.value) or wanted.note != given.note:
            yield f"{key}: expected {wanted.value!r} {wanted.note!r}, found {given.value!r} {given.note!r}"


_TOLD = (
    _of_visit, _of_slots, _of_notes, _of_findings, _of_bearings, _of_team, _of_points, _of_actions, _of_support,
    _of_sections,
)  # fmt: skip


def _same(wanted: Value, given: Value) -> bool:
    """Compare two answers; the point on the grid is walked in steps and may be a little off."""
    if isinstance(wanted, float) and isinstance(given, int | float):
        return abs(wanted - given) <= _NEAR
    return wanted == given
