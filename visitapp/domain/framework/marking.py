"""How evidence is marked, and the lists that findings stand in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marker:
    """What a note is evidence of: `prefix` is typed first, `key` goes with Alt. `tone` chooses colour and icon."""

    code: str
    label: str
    short: str
    tone: str
    icon: str
    prefix: str
    key: str
    finding: str = ""
    """The kind of finding that notes with this marker usually support."""


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A list that findings stand in, such as strengths."""

    code: str
    label: str
    plural: str
    tone: str
    icon: str
    key: str
    stem: str = ""
    """Words a new finding of this kind starts with."""
    also: tuple[str, ...] = ()
    """What else reports made elsewhere call the list."""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """A section of the programme that has its own lists of findings; most programmes have one, unnamed."""

    code: str
    number: str
    title: str
