"""Closed questions and single facts, the smallest things a programme asks for."""

from dataclasses import dataclass

from visitapp.domain.framework.when import When


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a closed question: a stable code, a label, and what is shown beside it."""

    code: str
    label: str
    detail: str = ""
    says: str = ""
    """What a report prints for it, its label when this is empty."""
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class Field:
    """One fact a form asks for. `kind` is text, long, date, choice, person or email."""

    code: str
    label: str
    kind: str = "text"
    options: tuple[Option, ...] = ()
    required: bool = False
    default: str = ""
    """Where a first value comes from: `school.name`, `visit.starts_on`, `reviewer.name`, or `=` and a word."""
    also: tuple[str, ...] = ()
    """What else forms call it; reports made elsewhere are read by these names too."""
    says: str = ""
    """The sentence in which a report gives it, with {value} in the place of what is known."""
    measure: str = ""
    """The code of the measure it is a figure of, where there is one."""
    known: str = ""
    """What it may be known from: the newest figure of its measure when empty, else last-year, this-year,
    inspection-day or inspection-outcome."""
    when: When | None = None
    """For which visits it is meant; None for all."""
