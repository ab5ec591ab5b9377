"""The report a programme asks for: its headings, what must be met first, and who receives it."""

from dataclasses import dataclass

from visitapp.domain.framework.field import Field
from visitapp.domain.framework.when import When


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the report and all that may stand under it, in this order: activities, fields, prose,
    findings, decision, actions, indicators."""

    code: str
    heading: str
    number: str = ""
    part: str = ""
    """Sections that share a part stand under its heading."""
    guidance: str = ""
    words: tuple[int, int] = (0, 0)
    """Lowest and highest advised word count; (0, 0) for no advice."""
    required: bool = True
    prose: bool = True
    activities: bool = False
    fields: tuple[Field, ...] = ()
    findings: tuple[str, ...] = ()
    """Kinds of finding listed here; with `headed`, each kind under a heading of its own."""
    headed: bool = False
    group: str = ""
    decision: bool = False
    actions: bool = False
    changes: str = ""
    """The heading under which last visit's actions stand with what became of them; empty leaves them out."""
    measures: bool = False
    """Whether the indicators stand here, aim by aim."""
    strands: tuple[str, ...] = ()
    """Evidence of these strands is offered beside the section; empty offers all."""
    markers: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """What else reports made elsewhere call the section."""
    facts: tuple[str, ...] = ()
    """The school facts the section is to give; they are offered beside it until its text does."""
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class Check:
    """A thing to be met before a report is final. `kind` names a check in `visitapp.domain.checks`."""

    code: str
    kind: str
    title: str
    section: str = ""
    required: bool = True
    words: tuple[str, ...] = ()
    """For `mentions`: the section must use at least one of these. For checks answered by reading: the sections read,
    empty for all."""
    most: int = 0
    """For `reading-age`: the oldest a reader should have to be, in years."""
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone the report goes to."""

    code: str
    label: str
    file_format: str = "Word"
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Another paper made from the record of a visit. `code` says which, one of those in EVERY_PAPER; `recipients` are
    codes of the distribution it is meant for, empty for all of them."""

    code: str
    title: str
    recipients: tuple[str, ...] = ()
    when: When | None = None
    """For which visits it is meant; None for all."""


EVERY_PAPER = (
    Paper("governors", "Governors\u2019 half page"),
    Paper("actions", "Action sheet"),
    Paper("anonymous", "Without personal details"),
    Paper("accuracy", "Accuracy check"),
    Paper("evidence", "Evidence appendix"),
)
"""What a programme offers that says nothing of it."""
