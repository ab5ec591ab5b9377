"""An invented visit told as the acts a reviewer would have made, one after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from ui.workspace.sample_file import SampleVisit
from ui.workspace.sample_notes import activity_of, context_of_note
from ui.workspace.sample_parts import SampleFinding, SampleNote, SampleReading
from ui.workspace.sample_preparing import gathered
from ui.workspace.sample_weighing import bearings_of, points_of, reading_links, team_of
from visitapp.domain.change import Act, Change, Entity
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding, Support, support_id
from visitapp.domain.following import Progress, Reading, SupportDay
from visitapp.domain.framework import Framework
from visitapp.domain.ids import new_id
from visitapp.domain.places import answered, changes_for, put, section_place
from visitapp.domain.record import VisitRecord
from visitapp.domain.taking_over import taken_over
from visitapp.domain.text import first_words
from visitapp.domain.visit import FrozenFramework, Reviewer, School, Slot, Visit
from visitapp.frameworks.freezing import digest, freeze

_PREPARING = ("fact.", "check.", "enquiry.")
_WEIGHING = ("measures.", "indicator.", "criterion.", "capacity.", "grid.", "grade-risk", "estimate.")
_DECIDING = ("decision", "support.", "minority.", "summary.")
_WRITING = ("front.", "field.")
_BEGUN_DAYS_BEFORE, _PREPARED_DAYS_BEFORE, _PLANNED_DAYS_BEFORE = 21, 14, 10
_NINE, _AFTER_SCHOOL, _EVENING = 9 * 60, 15 * 60 + 30, 18 * 60


@dataclass(frozen=True, slots=True)
class Told:
    """A visit as acts: each with the moment (UTC) it was made, and the record they add up to."""

    record: VisitRecord
    acts: tuple[tuple[Act, datetime], ...]


def tell(
    sample: SampleVisit,
    framework: Framework,
    reviewer: Reviewer,
    school: School,
    follows: VisitRecord | None = None,
) -> Told:
    """Return a visit as the acts that make it. `follows` is the earlier visit whose actions it takes up."""
    return _Teller(sample, framework, follows).told(reviewer, school)


class _Teller:
    """Tells one visit, act by act; the record grows with each."""

    def __init__(self, sample: SampleVisit, framework: Framework, follows: VisitRecord | None) -> None:
        self._sample = sample
        self._framework = framework
        self._follows = follows
        self._record = VisitRecord(framework, new_id(), {})
        self._acts: list[tuple[Act, datetime]] = []
        self._slot_ids: dict[str, str] = {}
        self._notes: dict[int, Note] = {}
        self._findings: list[Finding] = []

    def told(self, reviewer: Reviewer, school: School) -> Told:
        """Return the whole visit."""
        self._begin(reviewer, school)
        prepared = self._days_before(_PREPARED_DAYS_BEFORE)
        self._answer("Preparation noted", _PREPARING, prepared)
        for label, found in gathered(self._sample, self._record.visit_id, prepared):
            self._put(label, prepared, *found)
        self._judge_earlier(prepared)
        self._plan()
        for note in self._sample.notes:
            self._take(note)
        summed_up = self._last_day(_AFTER_SCHOOL)
        for finding in self._sample.findings:
            self._find(finding, summed_up)
        for reading in self._sample.readings:
            self._measure(reading, summed_up)
        self._weigh(summed_up)
        self._answer("Judgement made", (*_WEIGHING, *_DECIDING), summed_up)
        self._agree_actions(summed_up)
        self._write(self._last_day(_EVENING))
        self._follow(self._last_day(_EVENING))
        self._answer("Stages marked", ("",), self._last_day(_EVENING))
        return Told(self._record, tuple(self._acts))

    def _begin(self, reviewer: Reviewer, school: School) -> None:
        sample, content = self._sample, freeze(self._framework)
        kept = FrozenFramework(digest(content), self._framework.code, self._framework.version, content)
        visit = Visit(
            self._record.visit_id,
            school.id,
            kept.id,
            self._framework.noun,
            sample.starts_on,
            sample.ends_on or sample.starts_on,
            sample.context,
            sample.enquiry or self._framework.enquiry.authority,
            reviewer_id=reviewer.id,
            follows_id=self._follows.visit_id if self._follows else "",
            commissioned=sample.commissioned,
        )
        earlier = taken_over(self._follows, visit.id) if self._follows else ()
        begun = (reviewer, school, kept, visit, *earlier)
        self._put("Visit begun", self._days_before(_BEGUN_DAYS_BEFORE), *begun, whole=False)

    def _plan(self) -> None:
        sample, ids = self._sample, {slot.code: str(new_id()) for slot in self._sample.slots}
        slots = [
            Slot(
                id=ids[one.code],
                visit_id=self._record.visit_id,
                activity=activity_of(sample, one),
                part_of=ids.get(one.part_of, ""),
                **one.model_dump(exclude={"code", "activity", "part_of"}),
            )
            for one in sample.slots
        ]
        self._slot_ids = ids
        if slots:
            self._put("Day planned", self._days_before(_PLANNED_DAYS_BEFORE), *slots)
        if sample.agreed_on:
            agreed = self._days_before(_days_between(sample.agreed_on, sample.starts_on))
            self._put("Plan agreed", agreed, replace(self._record.visit, agreed_on=sample.agreed_on))

    def _take(self, note: SampleNote) -> None:
        context = context_of_note(self._sample, note, self._framework)
        at = self._sample.taken_at(note)
        self._notes[note.number] = Note(
            id=new_id(),
            visit_id=self._record.visit_id,
            number=note.number,
            text=note.text,
            marker=note.marker,
            source=context.source,
            years=context.years,
            subject=context.subject,
            strand=context.strand,
            groups=note.groups,
            activity=context.activity,
            slot_id=self._slot_ids.get(note.slot, ""),
            prompt=note.prompt,
            pinned=note.pinned,
            private=note.private,
            taken_at=at.isoformat(timespec="seconds"),
            zone=self._sample.zone,
            author_id=self._record.visit.reviewer_id,
        )
        self._put(f"Note saved: {first_words(note.text, 40)}", at, self._notes[note.number])

    def _find(self, sample: SampleFinding, at: datetime) -> None:
        finding = Finding(
            new_id(),
            self._record.visit_id,
            sample.kind,
            sample.group,
            sample.text,
            sample.strand,
            1.0 + len(self._record.findings(sample.kind, sample.group)),
            sample.in_self_evaluation,
            sample.agreed,
            sample.in_improvement_plan,
            sample.level,
        )
        self._findings.append(finding)
        self._put("Finding added", at, finding, *_supports(finding, sample, self._notes))

    def _measure(self, sample: SampleReading, at: datetime) -> None:
        visit_id = self._record.visit_id
        found = reading_links(sample, visit_id, self._notes)
        kept = sample.model_dump(exclude={"evidence", "against"})
        self._put("Value added", at, Reading(id=new_id(), visit_id=visit_id, **kept), *found)

    def _weigh(self, at: datetime) -> None:
        visit_id = self._record.visit_id
        for link in bearings_of(self._sample, visit_id, self._notes, self._findings):
            self._put("Evidence linked", at, link)
        members, views = team_of(self._sample, visit_id)
        for member in members:
            self._put("Member added", at, member)
        for view in views:
            self._put("View recorded", at, view)
        for point in points_of(self._sample, visit_id):
            self._put("Point added", at, point)

    def _agree_actions(self, at: datetime) -> None:
        for position, one in enumerate(self._sample.actions, 1):
            action = Action(
                id=new_id(),
                visit_id=self._record.visit_id,
                finding_id=self._findings[one.finding - 1].id if one.finding else "",
                position=float(position),
                **one.model_dump(exclude={"finding", "progress"}),
            )
            self._put("Action agreed", at, action)

    def _write(self, at: datetime) -> None:
        for section in self._sample.prose:
            heading = next((one.heading for one in self._framework.outline if one.code == section), section)
            changes = changes_for(self._record, section_place(section), self._sample.section_text(section))
            self._act(f"Section written: {first_words(heading, 40)}", at, changes)
        self._answer("Form filled in", _WRITING, at)
        if self._sample.closed:
            self._put("Visit closed", at, replace(self._record.visit, closed=True))

    def _answer(self, label: str, prefixes: tuple[str, ...], at: datetime) -> None:
        changes = [
            change
            for key, answer in self._sample.answers.items()
            if key.startswith(prefixes)
            for change in answered(self._record, key, value=answer.value, note=answer.note)
        ]
        self._act(label, at, changes)

    def _judge_earlier(self, at: datetime) -> None:
        verdicts = zip(self._record.earlier_actions, self._sample.earlier, strict=False)
        judged = [replace(action, **verdict.model_dump()) for action, verdict in verdicts]
        if judged:
            self._put("Earlier actions judged", at, *judged)

    def _follow(self, at: datetime) -> None:
        visit_id = self._record.visit_id
        progress = [
            Progress(new_id(), visit_id, action.id, **one.model_dump())
            for action, sample in zip(self._record.actions, self._sample.actions, strict=True)
            for one in sample.progress
        ]
        support = [SupportDay(id=new_id(), visit_id=visit_id, **one.model_dump()) for one in self._sample.support]
        for noted in progress:
            self._put("Progress noted", at, noted)
        for planned in support:
            self._put("Support planned", at, planned)

    def _put(self, label: str, at: datetime, *entities: Entity, whole: bool = True) -> None:
        self._act(label, at, [change for one in entities for change in put(self._record, one)], whole=whole)

    def _act(self, label: str, at: datetime, changes: Iterable[Change], *, whole: bool = True) -> None:
        kept = tuple(changes)
        if kept:
            self._record = self._record.with_changes(kept)
            self._acts.append((Act(label, kept, self._record.visit_id if whole else ""), at))

    def _days_before(self, days: int) -> datetime:
        return self._sample.moment(1 - days, _NINE)

    def _last_day(self, minute: int) -> datetime:
        days = _days_between(self._sample.starts_on, self._sample.ends_on or self._sample.starts_on)
        return self._sample.moment(1 + days, minute)


def _supports(finding: Finding, sample: SampleFinding, notes: Mapping[int, Note]) -> list[Support]:
    numbers = [(number, False) for number in sample.notes] + [(number, True) for number in sample.against]
    return [
        Support(support_id(finding.id, notes[number].id), finding.visit_id, finding.id, notes[number].id, against)
        for number, against in numbers
    ]


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
