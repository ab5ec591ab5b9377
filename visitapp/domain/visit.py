"""The visit, its school, its day plan and the answers a framework asks for, as frozen values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

Scalar = str | int | float | bool | None
Value = Scalar | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reviewer:
    """The person whose vault this is, as reports should show them; `shorthand` is their own list as it is kept,
    `words` those they write that no word list has (one a line), `authorities` the codes of where they work."""

    id: str
    name: str = ""
    role: str = ""
    organisation: str = ""
    shorthand: str = ""
    words: str = ""
    authorities: tuple[str, ...] = ()
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class School:
    """A school that is or was visited. `urn` is the six-digit register number, empty when not known; `details` what
    the register said of it (JSON), as of the ISO day `details_on`."""

    id: str
    name: str = ""
    urn: str = ""
    phase: str = ""
    local_authority: str = ""
    town: str = ""
    trust: str = ""
    details: str = ""
    details_on: str = ""
    deleted: bool = False

    @property
    def register_details(self) -> Mapping[str, object]:
        """Return what the register said, by its field; nothing of a school that was never matched to it."""
        try:
            said = json.loads(self.details or "{}")
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}


@dataclass(frozen=True, slots=True)
class FrozenFramework:
    """The copy of a framework a visit keeps; `id` is the SHA-256 of `content`."""

    id: str
    code: str = ""
    version: str = ""
    content: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit to one school under one frozen framework. Dates are ISO days; `agreed_on` is when head and
    reviewer agreed the plan, empty until then."""

    id: str
    school_id: str = ""
    framework_id: str = ""
    programme: str = ""
    starts_on: str = ""
    ends_on: str = ""
    context: str = ""
    enquiry: str = ""
    agreed_on: str = ""
    reviewer_id: str = ""
    follows_id: str = ""
    """The earlier visit whose actions this one takes up."""
    closed: bool = False
    commissioned: str = ""
    """How the visit came about, such as paid for by the authority or bought: a code of the framework."""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of the day: minutes from midnight, on day 1 or later. A lesson has `part_of` set to the slot
    of its activity; a break has no activity."""

    id: str
    visit_id: str = ""
    day: int = 1
    starts: int = 0
    ends: int = 0
    activity: str = ""
    title: str = ""
    place: str = ""
    people: str = ""
    years: tuple[str, ...] = ()
    subject: str = ""
    groups: tuple[str, ...] = ()
    part_of: str = ""
    team: tuple[str, ...] = ()
    """The ids of the team's members who do this, empty for all."""
    deleted: bool = False

    @property
    def minutes(self) -> int:
        """Return the length in minutes, never below zero."""
        return max(0, self.ends - self.starts)

    @property
    def is_break(self) -> bool:
        """Return whether this slot does not count as time on the visit's activities."""
        return not self.activity and not self.part_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one thing the framework asks. `key` is made of framework codes, such as `criterion.a`;
    `value` is a code, number, text or yes/no, and `note` the reason in words."""

    id: str
    visit_id: str = ""
    key: str = ""
    value: Value = None
    note: str = ""
    deleted: bool = False


def answer_id(visit_id: str, key: str) -> str:
    """Return the id of the answer to `key`, the same on every device so that answers meet when merged."""
    return f"{visit_id}:{key}"
