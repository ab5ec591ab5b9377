"""Pieces of an invented visit as they stand in a file, each read and checked."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError


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


def _expected(what: str) -> PydanticCustomError:
    return PydanticCustomError("expected", "{what}", {"what": what})


Minute = Annotated[int, BeforeValidator(_minute)]
Day = Annotated[str, BeforeValidator(_day)]


class SamplePart(BaseModel):
    """A table of a file; a key it does not know is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class SampleReviewer(SamplePart):
    """Who makes the visits."""

    name: str
    role: str
    organisation: str = ""


class SampleSchool(SamplePart):
    """An invented school."""

    name: str
    urn: str = ""
    phase: str = ""
    town: str = ""
    local_authority: str = ""
    trust: str = ""


class SampleAnswer(SamplePart):
    """What was said to one thing the framework asks, by its key; a tuple holds several codes."""

    value: bool | int | float | str | tuple[str, ...] | None = None
    note: str = ""


class SampleFigure(SamplePart):
    """Figures of one measure and group, typed before the visit: for each year the value and the pupils it is of; a
    word in the place of the value says why there is none."""

    measure: str
    years: Mapping[str, tuple[int | float | str, int]]
    group: str = "all"
    about: str = "school"
    predicted: bool = False
    source: str = ""


class SampleInspection(SamplePart):
    """An inspection as somebody typed it; `framework` is the code of its scale."""

    on: str = ""
    kind: str = ""
    framework: str = ""
    outcome: str = ""
    judgements: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    source: str = ""


class SampleHunch(SamplePart):
    """A hunch to test, in order."""

    text: str
    source: str = ""
    activity: str = ""
    looked_for: bool = False


class SamplePaper(SamplePart):
    """A paper kept with the visit: PDF or, by the ending of its name, Word. Each of `pages` is its words, in ASCII;
    `item` is the code of the reading list's line it belongs to."""

    name: str
    pages: tuple[str, ...]
    item: str = ""

    @property
    def is_pdf(self) -> bool:
        """Return whether it is a PDF, not a Word document."""
        return self.name.endswith(".pdf")


class SampleSlot(SamplePart):
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


class SampleNote(SamplePart):
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


class SampleFinding(SamplePart):
    """A finding with the numbers of the notes that speak for it and against it."""

    kind: str
    text: str
    group: str = ""
    strand: str = ""
    notes: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    in_self_evaluation: str = ""
    in_improvement_plan: str = ""
    level: str = ""
    agreed: bool = False


class SampleProgress(SamplePart):
    """What was said or seen of an action on a day, by a role."""

    on: Day
    text: str
    by: str = ""
    seen: bool = False


class SampleAction(SamplePart):
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


class SampleVerdict(SamplePart):
    """What became of an action of the visit before, by its place; `carried` keeps it open."""

    verdict: str
    verdict_note: str = ""
    carried: bool = False


class SampleSupport(SamplePart):
    """Support planned or given."""

    days: float
    purpose: str
    on: str = ""
    by: str = ""
    impact: str = ""
    given: bool = False


class SampleReading(SamplePart):
    """A value of an indicator with the rating given to it; `evidence` and `against` are numbers of notes."""

    indicator: str
    on: Day
    value: str = ""
    target: str = ""
    rating: str = ""
    reason: str = ""
    evidence: tuple[int, ...] = ()
    against: tuple[int, ...] = ()


class SampleBearing(SamplePart):
    """What speaks for and against the answer to `key`: numbers of notes, and places of findings counted from one."""

    key: str
    notes: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    findings: tuple[int, ...] = ()


class SampleMember(SamplePart):
    """One of the team besides its lead, by role."""

    role: str
    name: str = ""


class SampleView(SamplePart):
    """What one of the team would answer to `key`; `member` is a place among the members, 0 for the lead."""

    key: str
    value: str
    member: int = 0
    reason: str = ""


class SamplePoint(SamplePart):
    """Something the team had to settle, and how it did."""

    text: str
    outcome: str = ""
    settled: bool = False
