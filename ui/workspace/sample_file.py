"""Invented visits as they stand in files: read, checked, and never half taken."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, ValidationError

from ui.workspace.sample_parts import (
    Day,
    SampleAction,
    SampleAnswer,
    SampleBearing,
    SampleFigure,
    SampleFinding,
    SampleHunch,
    SampleInspection,
    SampleMember,
    SampleNote,
    SamplePaper,
    SamplePart,
    SamplePoint,
    SampleReading,
    SampleReviewer,
    SampleSchool,
    SampleSlot,
    SampleSupport,
    SampleVerdict,
    SampleView,
)
from visitapp.errors import FrameworkError, VisitappError
from visitapp.frameworks.faults import Fault, first_fault, found
from visitapp.frameworks.toml_files import read_toml


class SampleError(VisitappError):
    """A file of invented visits is not as it must be; the message names file, key and expectation."""


def _answer(value: object) -> object:
    return value if isinstance(value, dict) else {"value": value}


class SampleVisit(SamplePart):
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
    commissioned: str = ""
    follows: str = ""
    figures: tuple[SampleFigure, ...] = ()
    inspections: tuple[SampleInspection, ...] = ()
    hunches: tuple[SampleHunch, ...] = ()
    papers: tuple[SamplePaper, ...] = ()
    earlier: tuple[SampleVerdict, ...] = ()
    zone: str = "Europe/London"
    utc_offset_minutes: int = 0
    answers: Mapping[str, Annotated[SampleAnswer, BeforeValidator(_answer)]] = {}
    slots: tuple[SampleSlot, ...] = ()
    notes: tuple[SampleNote, ...] = ()
    findings: tuple[SampleFinding, ...] = ()
    bearings: tuple[SampleBearing, ...] = ()
    members: tuple[SampleMember, ...] = ()
    views: tuple[SampleView, ...] = ()
    points: tuple[SamplePoint, ...] = ()
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


_P = TypeVar("_P", bound=SamplePart)


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
    for number, view in enumerate(visit.views, 1):
        yield from _outside(f"views.{number}.member", view.member, range(len(visit.members) + 1))
    for number, action in enumerate(visit.actions, 1):
        yield from _outside(f"actions.{number}.finding", action.finding, range(len(visit.findings) + 1))


def _loose_evidence(visit: SampleVisit) -> Iterator[Fault]:
    numbers, findings = range(1, len(visit.notes) + 1), range(1, len(visit.findings) + 1)
    for number, finding in enumerate(visit.findings, 1):
        for note_number in (*finding.notes, *finding.against):
            yield from _outside(f"findings.{number}.notes", note_number, numbers)
    for number, reading in enumerate(visit.readings, 1):
        for note_number in (*reading.evidence, *reading.against):
            yield from _outside(f"readings.{number}.evidence", note_number, numbers)
    for number, bearing in enumerate(visit.bearings, 1):
        for note_number in (*bearing.notes, *bearing.against):
            yield from _outside(f"bearings.{number}.notes", note_number, numbers)
        for place in bearing.findings:
            yield from _outside(f"bearings.{number}.findings", place, findings)


def _outside(key: str, value: object, allowed: Iterable[object]) -> Iterator[Fault]:
    if value not in allowed:
        yield Fault(key, "the name or number of something in this file", found(value))
