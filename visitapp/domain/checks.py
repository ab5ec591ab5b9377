"""Before a report is final: the framework's checks, each answered from the record. Nothing here ever blocks."""

from collections.abc import Callable
from dataclasses import dataclass

from visitapp.domain import rules
from visitapp.domain.deciding import GRADE_RISK, chosen_option
from visitapp.domain.forms import field_text, front_key, section_key
from visitapp.domain.framework import Check, Field, Indicator
from visitapp.domain.measured import awaiting_rating, last_day, unexplained_ratings
from visitapp.domain.record import VisitRecord


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Whether a check is met, why not in words, and where to go: a place such as `report:context`."""

    check: Check
    met: bool
    note: str = ""
    place: str = ""


def check_results(record: VisitRecord) -> tuple[CheckResult, ...]:
    """Return the result of every check of the visit's framework: unmet required ones first, then unmet, then met."""
    found = [_result(record, check) for check in record.framework.checks]
    return tuple(sorted(found, key=lambda result: (result.met, not result.check.required)))


def is_ready(record: VisitRecord) -> bool:
    """Return whether every required check is met."""
    return all(result.met or not result.check.required for result in check_results(record))


def section_words(record: VisitRecord, code: str) -> str:
    """Return all that is written under a report section: prose and the findings listed there."""
    section = record.framework.section(code)
    if section is None:
        return ""
    findings = [one.text for kind in section.findings for one in record.findings(kind, section.group)]
    fields = [field_text(record, field, section_key(section, field)) for field in section.fields]
    return "\n".join([block.text for block in record.blocks(code)] + findings + fields)


def _result(record: VisitRecord, check: Check) -> CheckResult:
    note, place = _CHECKS[check.kind](record, check)
    return CheckResult(check, not note, note, place)


_Answer = tuple[str, str]


def _section_written(record: VisitRecord, check: Check) -> _Answer:
    return ("" if section_words(record, check.section).strip() else "Not started", f"report:{check.section}")


def _mentions(record: VisitRecord, check: Check) -> _Answer:
    text = section_words(record, check.section).lower()
    found = any(word.lower() in text for word in check.words)
    return ("" if found else "Not said yet", f"report:{check.section}")


def _risk_to_grade_said(record: VisitRecord, check: Check) -> _Answer:
    asked = record.framework.judgement.grade_risk
    if asked is not None and chosen_option(asked.options, record.answer(GRADE_RISK).value) is not None:
        return "", f"report:{check.section}"
    return _mentions(record, check)


def _decision_made(record: VisitRecord, check: Check) -> _Answer:
    decision = record.framework.judgement.decision
    chosen = record.answer("decision").value
    settled = decision and any(one.code == chosen and one.settled for one in decision.options)
    return ("" if settled else "Not decided yet", "summary:judgement")


def _reasons_given(record: VisitRecord, check: Check) -> _Answer:
    decision = record.framework.judgement.decision
    answer = record.answer("decision")
    needed = decision and any(one.code == answer.value and one.reasons_required for one in decision.options)
    return ("Give the reasons for the decision" if needed and not answer.note.strip() else "", "summary:judgement")


def _first_steps(record: VisitRecord, check: Check) -> _Answer:
    return (_actions_missing(record, rules.actions_without_first_step(record)), "summary:actions")


def _urgencies(record: VisitRecord, check: Check) -> _Answer:
    return (_actions_missing(record, rules.actions_without_urgency(record)), "summary:actions")


def _actions_missing(record: VisitRecord, missing: tuple[object, ...]) -> str:
    if not record.actions:
        return "No action agreed yet"
    numbers = [str(number) for number, action in enumerate(record.actions, 1) if action in missing]
    return f"Action {', '.join(numbers)}" if numbers else ""


def _criteria_considered(record: VisitRecord, check: Check) -> _Answer:
    letters = ", ".join(one.letter for one in rules.undecided_criteria(record))
    return (f"Not yet considered: {letters}" if letters else "", "summary:judgement")


def _finding_of_each_kind(record: VisitRecord, check: Check) -> _Answer:
    kinds = check.words or tuple(kind.code for kind in record.framework.finding_kinds)
    missing = [_plural(record, kind).lower() for kind in kinds if not record.findings(kind)]
    return (f"None yet: {', '.join(missing)}" if missing else "", "summary:findings")


def _group_has_each_kind(record: VisitRecord, check: Check) -> _Answer:
    missing = [
        f"{group.number} {kind.label}".strip()
        for group in record.framework.finding_groups
        for kind in record.framework.finding_kinds
        if not record.findings(kind.code, group.code)
    ]
    return (f"None yet: {'; '.join(missing)}" if missing else "", "summary:findings")


def _findings_supported(record: VisitRecord, check: Check) -> _Answer:
    count = len(rules.unsupported_findings(record))
    words = f"{count} {'finding has' if count == 1 else 'findings have'} no evidence"
    return (words if count else "", "summary:findings")


def _due_indicators_rated(record: VisitRecord, check: Check) -> _Answer:
    return (_indicators(record, awaiting_rating(record, last_day(record)), "not rated yet"), "summary:measures")


def _ratings_explained(record: VisitRecord, check: Check) -> _Answer:
    return (_indicators(record, unexplained_ratings(record), "rated without a reason"), "summary:measures")


def _indicators(record: VisitRecord, found: tuple[Indicator, ...], words: str) -> str:
    base = len(record.framework.measures.indicators)
    return f"{len(found)} of {base} indicators {words}" if found else ""


def _field_filled(record: VisitRecord, check: Check) -> _Answer:
    for field, key in _fields_of(record, check.section):
        if field.code in check.words and not field_text(record, field, key).strip():
            return (f"{field.label}: not filled in", f"report:{check.section}")
    return ("", f"report:{check.section}")


def _fields_of(record: VisitRecord, place: str) -> list[tuple[Field, str]]:
    if place == "front":
        return [(field, front_key(field)) for field in record.framework.front]
    section = record.framework.section(place)
    return [(field, section_key(section, field)) for field in section.fields] if section else []


def _estimate_set(record: VisitRecord, check: Check) -> _Answer:
    unset = any(record.answer(f"estimate.{code}").value in (None, "") for code in check.words)
    return ("Choose an estimate, or that there is none" if unset else "", "summary:judgement")


def _plural(record: VisitRecord, code: str) -> str:
    kind = record.framework.finding_kind(code)
    return kind.plural if kind else code


_CHECKS: dict[str, Callable[[VisitRecord, Check], _Answer]] = {
    "section-written": _section_written,
    "mentions": _mentions,
    "risk-to-grade-said": _risk_to_grade_said,
    "decision-made": _decision_made,
    "reasons-given": _reasons_given,
    "actions-have-first-step": _first_steps,
    "actions-have-urgency": _urgencies,
    "criteria-considered": _criteria_considered,
    "finding-of-each-kind": _finding_of_each_kind,
    "group-has-each-kind": _group_has_each_kind,
    "findings-supported": _findings_supported,
    "due-indicators-rated": _due_indicators_rated,
    "ratings-explained": _ratings_explained,
    "field-filled": _field_filled,
    "estimate-set": _estimate_set,
}
