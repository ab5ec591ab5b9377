"""The tables of a framework file that say what is measured, and what follows a visit."""

from visitapp.domain import framework as domain
from visitapp.frameworks.constraints import Code, Count, Line, Tone, Years
from visitapp.frameworks.shapes import OptionShape
from visitapp.frameworks.table_shape import Shape, WhenShape


class SuccessCriterionShape(Shape):
    """What success looks like by the end of a stretch of years."""

    makes = domain.SuccessCriterion
    code: Code
    text: Line
    years: Years


class AimShape(Shape):
    """One aim of a strategy."""

    makes = domain.Aim
    code: Code
    number: Line
    title: Line
    why: Line = ""
    criteria: tuple[SuccessCriterionShape, ...] = ()
    when: WhenShape | None = None


class RhythmShape(Shape):
    """How often an indicator is looked at."""

    makes = domain.Rhythm
    code: Code
    label: Line
    months: Count


class IndicatorShape(Shape):
    """One thing measured."""

    makes = domain.Indicator
    code: Code
    aim: Code
    title: Line
    method: Line
    rhythm: Code
    target: Line
    detail: Line = ""
    when: WhenShape | None = None


class RatingShape(Shape):
    """One way to rate an indicator."""

    makes = domain.Rating
    code: Code
    label: Line
    detail: Line
    tone: Tone
    icon: Code


class MeasuresShape(Shape):
    """All that is measured."""

    makes = domain.Measures
    title: Line
    note: Line = ""
    aims: tuple[AimShape, ...] = ()
    rhythms: tuple[RhythmShape, ...] = ()
    indicators: tuple[IndicatorShape, ...] = ()
    ratings: tuple[RatingShape, ...] = ()


class FollowUpShape(Shape):
    """What is asked for once the report is sent."""

    makes = domain.FollowUp
    agenda_title: Line = ""
    agenda_note: Line = ""
    agenda_months: Count = 0
    second_visit: tuple[Code, ...] = ()
    second_visit_note: Line = ""
    support_title: Line = ""
    watch_title: Line = ""
    verdicts: tuple[OptionShape, ...] = ()
