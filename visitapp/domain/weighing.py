"""What is weighed before a judgement: evidence for and against an answer, each member's view, points to settle."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bearing:
    """That one note, or one finding, speaks for or against the answer to `key`, such as `criterion.a`."""

    id: str
    visit_id: str = ""
    key: str = ""
    note_id: str = ""
    finding_id: str = ""
    against: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """One of the team, besides or including the lead. `name` is an adult colleague's; `role` may stand alone."""

    id: str
    visit_id: str = ""
    name: str = ""
    role: str = ""
    position: float = 0.0
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """What one member would answer to `key`, such as `estimate.overall`, and why; it stays when the team decides."""

    id: str
    visit_id: str = ""
    key: str = ""
    member_id: str = ""
    value: str = ""
    reason: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """Something the team has still to settle, and how it was settled."""

    id: str
    visit_id: str = ""
    text: str = ""
    outcome: str = ""
    settled: bool = False
    position: float = 0.0
    deleted: bool = False


def bearing_id(visit_id: str, key: str, other_id: str) -> str:
    """Return the id of the link between an answer and a note or finding, the same on every device."""
    return f"{visit_id}:{key}:{other_id}"


def view_id(visit_id: str, key: str, member_id: str) -> str:
    """Return the id of a member's view on an answer, the same on every device."""
    return f"{visit_id}:{key}:{member_id}"


def lead_id(visit_id: str) -> str:
    """Return the id of the lead as a member: whoever the visit's reviewer is, there is one on every device."""
    return f"{visit_id}:lead"


def taken_up_id(visit_id: str, about: str) -> str:
    """Return the id of the point that keeps how a difference the app found was settled."""
    return f"{visit_id}:settle:{about}"
