"""Invented visits as they stand in files: read, checked, and never half taken."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import PydanticCustomError

from visitapp.errors import FrameworkError, VisitappError
from visitapp.frameworks.faults import Fault, first_fault, found
from visitapp.frameworks.toml_files import read_toml


class SampleError(VisitappError):
    """A file of invented visits is not as it must be; the message names file, key and expectation."""


def _minute(value: object) -> int:
    parts = value.split(":") if isinstance(value, str) else []
    if len(parts) == 2 and all(len(part) == 2 and part.isdecimal() for part in parts):
        hours, minutes = int(parts[0]), int(parts[1])
        if hours < 24 and minutes < 60:
            return hours * 60 + minutes
    raise _expected("a time such as 08:45")


def _day(value: object) -> str:
    try:
        return date.fromisoformat(value if isinstance(value, str) else "").isoformat()
    except ValueError:
        raise _expected("a day such as 2025-11-20, in quotes") from None


def _answer(value: object) -> object:
    return value if isinstance(value, dict) else {"value": value}


def _expected(what: str) -> PydanticCustomError:
    return PydanticCustomError("expected", "{what}", {"what": what})


Minute = Annotated[int, BeforeValidator(_minute)]
Day = Annotated[str, BeforeValidator(_day)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class SampleReviewer(_Part):
    """Who makes the visits."""

    name: str
    role: str
    organisation: str = ""


class SampleSchool(_Part):
    """An invented school."""

    name: str
    urn: str = ""
    phase: str = ""
    town: str = ""
    local_authority: str = ""
    trust: str = ""


class SampleAnswer(_Part):
    """What was said to one thing the framework asks, by its key."""

    value: bool | int | float | str | None = None
    note: str = ""


class SampleSlot(_Part):
    """A piece of the day under a name of its own; times are minutes from midnight, local."""

    code: str
    starts: Minute
    ends: Minute
    day: int = 1
    activity: str = ""
    title: str = ""
    place: str = ""
    people: str = ""
    years: tuple[str, ...] = ()
    subject: str = ""
    groups: tuple[str, ...] = ()
    part_of: str = ""


class SampleNote(_Part):
    """A note; `number` is its place in the file. Source, years, subject and strand left empty are the slot's."""

    number: int = 0
    at: Minute
    text: str
    slot: str = ""
    marker: str = ""
    source: str = ""
    years: tuple[str, ...] = ()
    subject: str = ""
    strand: str = ""
    groups: tuple[str, ...] = ()
    prompt: str = ""
    pinned: bool = False
    private: bool = False


class SampleFinding(_Part):
    """A finding with the numbers of the notes that speak for it and against it."""

    kind: str
    text: str
    group: str = ""
    strand: str = ""
    notes: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    in_self_evaluation: str = ""
    agreed: bool = False


class SampleProgress(_Part):
    """What was said or seen of an action on a day, by a role."""

    on: Day
    text: str
    by: str = ""
    seen: bool = False


class SampleAction(_Part):
    """An agreed action; `finding` is the place of the finding it answers, counted from one, or 0."""

    text: str
    finding: int = 0
    urgency: str = ""
    owner: str = ""
    first_step: str = ""
    due: str = ""
    measure: str = ""
    status: str = ""
    reply: str = ""
    first_step_due: str = ""
    first_step_done: bool = False
    replied_on: str = ""
    replied_by: str = ""
    carried: bool = False
    progress: tuple[SampleProgress, ...] = ()


class SampleVerdict(_Part):
    """What became of an action of the visit before, by its place; `carried` keeps it open."""

    verdict: str
    verdict_note: str = ""
    carried: bool = False


class SampleSupport(_Part):
    """Support planned or given."""

    days: float
    purpose: str
    on: str = ""
    by: str = ""
    impact: str = ""
    given: bool = False


class SampleReading(_Part):
    """A value of an indicator with the rating given to it; `evidence` and `against` are numbers of notes."""

    indicator: str
    on: Day
    value: str = ""
    target: str = ""
    rating: str = ""
    reason: str = ""
    evidence: tuple[int, ...] = ()
    against: tuple[int, ...] = ()


class SampleVisit(_Part):
    """One invented visit, whole. `framework` is a framework's key, `follows` the code of an earlier visit and
    `earlier` the verdicts on its actions, in their order."""

    code: str
    framework: str
    starts_on: Day
    school: SampleSchool
    ends_on: str = ""
    agreed_on: str = ""
    context: str = ""
    enquiry: str = ""
    closed: bool = False
    reviewer: SampleReviewer | None = None
    follows: str = ""
    earlier: tuple[SampleVerdict, ...] = ()
    zone: str = "Europe/London"
    utc_offset_minutes: int = 0
    answers: Mapping[str, Annotated[SampleAnswer, BeforeValidator(_answer)]] = {}
    slots: tuple[SampleSlot, ...] = ()
    notes: tuple[SampleNote, ...] = ()
    findings: tuple[SampleFinding, ...] = ()
    actions: tuple[SampleAction, ...] = ()
    readings: tuple[SampleReading, ...] = ()
    support: tuple[SampleSupport, ...] = ()
    prose: Mapping[str, tuple[str, ...]] = {}

    def slot(self, code: str) -> SampleSlot | None:
        """Return the slot with this name, or None."""
        return next((one for one in self.slots if one.code == code), None)

    def moment(self, day: int, minute: int) -> datetime:
        """Return a local minute of a day of the visit as an aware moment in UTC."""
        start = datetime.combine(date.fromisoformat(self.starts_on), datetime.min.time(), UTC)
        return start + timedelta(days=day - 1, minutes=minute - self.utc_offset_minutes)

    def taken_at(self, note: SampleNote) -> datetime:
        """Return when a note was taken, in UTC."""
        slot = self.slot(note.slot)
        return self.moment(slot.day if slot else 1, note.at)

    def section_text(self, section: str) -> str:
        """Return the prose of a report section as it would be typed, a blank line between paragraphs."""
        return "\n\n".join(self.prose.get(section, ()))


_P = TypeVar("_P", bound=_Part)


def read_samples(path: Path) -> tuple[SampleVisit, ...]:
    """Return the visit of a file, named after it, or each of its `visits`.

    Raises SampleError naming the file, the key as a dotted path counted from one, and what was expected.
    """
    try:
        tables = read_toml(path)
    except FrameworkError as error:
        raise SampleError(str(error)) from error
    several = tables.get("visits")
    rows = several if isinstance(several, list) else [{"code": path.stem, **tables}]
    places = [f"visits.{number}." for number in range(1, len(rows) + 1)] if isinstance(several, list) else [""]
    return tuple(_visit(row, place, path.name) for row, place in zip(rows, places, strict=True))


def _visit(row: dict[str, Any], place: str, file: str) -> SampleVisit:
    try:
        visit = SampleVisit.model_validate(row)
    except ValidationError as error:
        fault = first_fault(error)
        raise SampleError(Fault(place + fault.key, fault.expected, fault.found).in_file(file)) from error
    for fault in _loose_ends(visit):
        raise SampleError(Fault(place + fault.key, fault.expected, fault.found).in_file(file))
    notes = tuple(_changed(note, number=number) for number, note in enumerate(visit.notes, 1))
    return _changed(visit, notes=notes)


def _changed(part: _P, **values: object) -> _P:
    return part.model_copy(update=values)


def _loose_ends(visit: SampleVisit) -> Iterator[Fault]:
    slots = [one.code for one in visit.slots]
    for number, slot in enumerate(visit.slots, 1):
        if slot.part_of:
            yield from _outside(f"slots.{number}.part_of", slot.part_of, slots)
        if slot.ends <= slot.starts:
            yield Fault(f"slots.{number}.ends", "a time after the start", found(slot.code))
    for number, note in enumerate(visit.notes, 1):
        if note.slot:
            yield from _outside(f"notes.{number}.slot", note.slot, slots)
    yield from _loose_evidence(visit)
    for number, action in enumerate(visit.actions, 1):
        yield from _outside(f"actions.{number}.finding", action.finding, range(len(visit.findings) + 1))


def _loose_evidence(visit: SampleVisit) -> Iterator[Fault]:
    numbers = range(1, len(visit.notes) + 1)
    for number, finding in enumerate(visit.findings, 1):
        for note_number in (*finding.notes, *finding.against):
            yield from _outside(f"findings.{number}.notes", note_number, numbers)
    for number, reading in enumerate(visit.readings, 1):
        for note_number in (*reading.evidence, *reading.against):
            yield from _outside(f"readings.{number}.evidence", note_number, numbers)


def _outside(key: str, value: object, allowed: Iterable[object]) -> Iterator[Fault]:
    if value not in allowed:
        yield Fault(key, "the name or number of something in this file", found(value))
