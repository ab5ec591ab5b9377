"""What is weighed and decided: criteria, capacity, the decision and graded estimates."""

from dataclasses import dataclass

from visitapp.domain.framework.field import Option
from visitapp.domain.framework.when import When


@dataclass(frozen=True, slots=True)
class Criterion:
    """A risk criterion, weighed by a person; `short` is for a row, `text` the whole of it."""

    code: str
    letter: str
    short: str
    text: str
    facts: tuple[str, ...] = ()
    """The school facts that speak to it; they are shown as data, never as a judgement."""
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class CapacityStatement:
    """A statement about capacity for improvement, placed on the framework's capacity levels."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class DecisionOption:
    """One way to decide. `statement` is the sentence the report carries; empty keeps the report a draft."""

    code: str
    label: str
    detail: str
    statement: str = ""
    reasons_required: bool = False
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """The judgement a visit must end with, and how its reasons are asked for."""

    title: str
    note: str
    reasons_hint: str
    options: tuple[DecisionOption, ...]
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class Support:
    """The support that may be asked for: which responses, at which level."""

    title: str
    note: str
    responses: tuple[Option, ...]
    levels: tuple[Option, ...] = ()
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class GradeRisk:
    """The question whether a good inspection outcome is at risk, to be answered plainly."""

    title: str
    note: str
    options: tuple[Option, ...]
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A graded judgement on a scale of its own; "no estimate" is an ordinary option, not a blank."""

    code: str
    title: str
    group: str
    options: tuple[Option, ...]
    required: bool = False
    when: When | None = None
    """For which visits it is meant; None for all."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is weighed and decided: any part may be absent from a programme."""

    title: str
    criteria_title: str = ""
    criteria_note: str = ""
    criteria: tuple[Criterion, ...] = ()
    criterion_values: tuple[Option, ...] = ()
    capacity_title: str = ""
    capacity: tuple[CapacityStatement, ...] = ()
    capacity_levels: tuple[Option, ...] = ()
    decision: Decision | None = None
    estimates: tuple[Estimate, ...] = ()
    risk_levels: tuple[Option, ...] = ()
    """How heavily a finding of risk weighs, as a person places it."""
    support: Support | None = None
    grade_risk: GradeRisk | None = None
