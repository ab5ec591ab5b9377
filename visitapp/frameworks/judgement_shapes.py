"""The tables of a framework file that say what is weighed and decided."""

from visitapp.domain import framework as domain
from visitapp.frameworks.constraints import Code, Letter, Line, YesNo
from visitapp.frameworks.shapes import OptionShape
from visitapp.frameworks.table_shape import Shape, WhenShape


class CriterionShape(Shape):
    """A risk criterion."""

    makes = domain.Criterion
    code: Code
    letter: Letter
    short: Line
    text: Line
    facts: tuple[Code, ...] = ()
    when: WhenShape | None = None


class CapacityStatementShape(Shape):
    """A statement about capacity for improvement."""

    makes = domain.CapacityStatement
    code: Code
    text: Line


class DecisionOptionShape(Shape):
    """One way to decide."""

    makes = domain.DecisionOption
    code: Code
    label: Line
    detail: Line
    statement: Line = ""
    reasons_required: YesNo = False
    settled: YesNo = True


class DecisionShape(Shape):
    """The judgement a visit must end with."""

    makes = domain.Decision
    title: Line
    note: Line
    reasons_hint: Line
    options: tuple[DecisionOptionShape, ...]
    when: WhenShape | None = None


class SupportShape(Shape):
    """The support that may be asked for."""

    makes = domain.Support
    title: Line
    note: Line
    responses: tuple[OptionShape, ...]
    levels: tuple[OptionShape, ...] = ()
    when: WhenShape | None = None


class GradeRiskShape(Shape):
    """Whether a good inspection outcome is at risk."""

    makes = domain.GradeRisk
    title: Line
    note: Line
    options: tuple[OptionShape, ...]
    when: WhenShape | None = None


class EstimateShape(Shape):
    """A graded judgement on a scale of its own."""

    makes = domain.Estimate
    code: Code
    title: Line
    group: Code = ""
    options: tuple[OptionShape, ...]
    required: YesNo = False
    when: WhenShape | None = None

    def written(self) -> dict[str, object]:
        """Return what the file says; an estimate without a group is one of the whole visit."""
        return {"group": "", **super().written()}


class JudgementShape(Shape):
    """All that is weighed and decided."""

    makes = domain.Judgement
    title: Line
    criteria_title: Line = ""
    criteria_note: Line = ""
    criteria: tuple[CriterionShape, ...] = ()
    criterion_values: tuple[OptionShape, ...] = ()
    capacity_title: Line = ""
    capacity: tuple[CapacityStatementShape, ...] = ()
    capacity_levels: tuple[OptionShape, ...] = ()
    decision: DecisionShape | None = None
    estimates: tuple[EstimateShape, ...] = ()
    risk_levels: tuple[OptionShape, ...] = ()
    support: SupportShape | None = None
    grade_risk: GradeRiskShape | None = None
