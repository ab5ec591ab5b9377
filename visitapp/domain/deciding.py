"""What was decided and what follows from it: the risk to the grade, who was told, the support asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from visitapp.domain.framework import DecisionOption, Framework, Option
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Value

DECISION = "decision"
TOLD, TOLD_ON, TOLD_AT, TOLD_TO = "decision.told", "decision.told.on", "decision.told.at", "decision.told.to"
"""Who was told, in words; the ISO day; the local time as HH:MM; the codes of those the framework names."""
GRADE_RISK = "grade-risk"
RESPONSES, LEVEL, URGENCY = "support.responses", "support.level", "support.urgency"
_GRADE_RISK_CHECK = "risk-to-grade-said"


@dataclass(frozen=True, slots=True)
class Told:
    """Who was told of the decision and when. `to` are labels, `words` what was written besides."""

    on: str = ""
    at: str = ""
    to: tuple[str, ...] = ()
    words: str = ""

    @property
    def is_blank(self) -> bool:
        """Return whether nothing is known of it."""
        return not (self.on or self.at or self.to or self.words)


def chosen_decision(record: VisitRecord) -> DecisionOption | None:
    """Return how it was decided, or None while it is not."""
    decision, value = record.framework.judgement.decision, record.answer(DECISION).value
    return next((one for one in decision.options if one.code == value), None) if decision else None


def told(record: VisitRecord) -> Told:
    """Return who was told of the decision and when."""
    to = _codes(record.answer(TOLD_TO).value)
    return Told(
        _text(record.answer(TOLD_ON).value),
        _text(record.answer(TOLD_AT).value),
        tuple(one.label for one in record.framework.distribution if one.code in to),
        _text(record.answer(TOLD).value).strip(),
    )


def asks_for_support(record: VisitRecord) -> bool:
    """Return whether the decision is one after which support is asked for: one that needs reasons."""
    chosen = chosen_decision(record)
    return record.framework.judgement.support is not None and chosen is not None and chosen.reasons_required


def support_responses(record: VisitRecord) -> tuple[Option, ...]:
    """Return the responses asked for, in the framework's order, whatever was decided since."""
    support, codes = record.framework.judgement.support, _codes(record.answer(RESPONSES).value)
    return tuple(one for one in support.responses if one.code in codes) if support else ()


def chosen_option(options: Iterable[Option], value: Value) -> Option | None:
    """Return the option with a code, or None when there is none."""
    return next((one for one in options if one.code == value), None)


def grade_risk_section(framework: Framework) -> str:
    """Return the code of the report section that says whether a good outcome is at risk, or an empty text.

    It is the section the framework checks for it, else the one with the decision.
    """
    if framework.judgement.grade_risk is None:
        return ""
    checked = [one.section for one in framework.checks if one.kind == _GRADE_RISK_CHECK]
    decided = [one.code for one in framework.outline if one.decision]
    return next((one for one in (*checked, *decided) if framework.section(one)), "")


def _codes(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""
