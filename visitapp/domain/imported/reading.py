"""What was read of a report made elsewhere, before it becomes a record."""

from dataclasses import dataclass, field

from visitapp.domain.framework import Framework
from visitapp.domain.imported.outline import Unread
from visitapp.domain.visit import Value


@dataclass(frozen=True, slots=True)
class ReadFinding:
    """A finding as it stood: its kind and group in the framework's codes."""

    kind: str
    group: str
    text: str


@dataclass(slots=True)
class ReadAction:
    """An action as it stood. `earlier` tells that it was agreed on the visit before; then `verdict` is a code."""

    text: str
    urgency: str = ""
    owner: str = ""
    first_step: str = ""
    due: str = ""
    measure: str = ""
    earlier: bool = False
    verdict: str = ""
    verdict_note: str = ""


@dataclass(slots=True)
class Reading:
    """What a report says: facts, answers by key with their notes, paragraphs by section, findings, actions, and all
    that was not understood. `furniture` says nothing new; `doubts` are sentences on what to look at; `text` is every
    word."""

    framework: Framework
    school: dict[str, str] = field(default_factory=dict)
    starts_on: str = ""
    ends_on: str = ""
    enquiry: str = ""
    answers: dict[str, tuple[Value, str]] = field(default_factory=dict)
    paragraphs: list[tuple[str, str]] = field(default_factory=list)
    findings: list[ReadFinding] = field(default_factory=list)
    actions: list[ReadAction] = field(default_factory=list)
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unread: list[Unread] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    text: str = ""
