"""Before a report is final: the framework's checks, each met when nothing it asks for stands in the list of matters.

Nothing here ever blocks.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from visitapp.domain.framework import Check
from visitapp.domain.matters import Matter, matters
from visitapp.domain.matters.asked import asks
from visitapp.domain.matters.of_report import section_words
from visitapp.domain.record import VisitRecord
from visitapp.domain.style.flag import KINDS, Flag

__all__ = ["CheckResult", "check_results", "in_order", "is_ready", "section_words"]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Whether a check is met, why not in words, and where to go: a place such as `report:context`. `matters` are
    what leaves it unmet, `flags` what was found when the report was read."""

    check: Check
    met: bool
    note: str = ""
    place: str = ""
    matters: tuple[Matter, ...] = ()
    flags: tuple[Flag, ...] = ()


def check_results(record: VisitRecord) -> tuple[CheckResult, ...]:
    """Return the result of every check the record answers: unmet required ones first, then unmet, then met.

    Checks answered by reading the report are added by `visitapp.domain.style_checks`.
    """
    return record.once(_results)


def is_ready(record: VisitRecord) -> bool:
    """Return whether every required check is met."""
    return all(result.met or not result.check.required for result in check_results(record))


def _results(record: VisitRecord) -> tuple[CheckResult, ...]:
    found = [_result(record, check) for check in record.framework.checks if check.kind not in KINDS]
    return in_order(found)


def in_order(results: Iterable[CheckResult]) -> tuple[CheckResult, ...]:
    """Return results with unmet required ones first, then unmet, then met, each in the order they came."""
    return tuple(sorted(results, key=lambda result: (result.met, not result.check.required)))


def _result(record: VisitRecord, check: Check) -> CheckResult:
    left = tuple(one for one in matters(record) if asks(record.framework, check, one))
    if not left:
        return CheckResult(check, met=True, place=f"report:{check.section}" if check.section else _PLACES[check.kind])
    words = _WORDS.get(check.kind, _first)
    return CheckResult(check, met=False, note=words(record, left), place=left[0].place, matters=left)


_Words = Callable[[VisitRecord, Sequence[Matter]], str]


def _first(record: VisitRecord, left: Sequence[Matter]) -> str:
    return left[0].words


def _not_started(record: VisitRecord, left: Sequence[Matter]) -> str:
    return "Not started"


def _not_said(record: VisitRecord, left: Sequence[Matter]) -> str:
    return "Not said yet"


def _no_figure(record: VisitRecord, left: Sequence[Matter]) -> str:
    return "No expected figure yet"


def _no_estimate(record: VisitRecord, left: Sequence[Matter]) -> str:
    return "Choose an estimate, or that there is none"


def _actions(record: VisitRecord, left: Sequence[Matter]) -> str:
    lacking = {one.about for one in left}
    numbers = [str(number) for number, action in enumerate(record.actions, 1) if action.id in lacking]
    return f"Action {', '.join(numbers)}" if numbers else left[0].words


def _letters(record: VisitRecord, left: Sequence[Matter]) -> str:
    open_ones = {one.about for one in left}
    asked = record.framework.judgement.criteria
    return f"Not yet considered: {', '.join(one.letter for one in asked if f'criterion.{one.code}' in open_ones)}"


def _none_yet(record: VisitRecord, left: Sequence[Matter]) -> str:
    joined = "; " if any(one.kind == "group-without-finding" for one in left) else ", "
    return f"{_NONE_YET}{joined.join(one.words.removeprefix(_NONE_YET) for one in left)}"


def _unsupported(record: VisitRecord, left: Sequence[Matter]) -> str:
    return f"{len(left)} {'finding has' if len(left) == 1 else 'findings have'} no evidence"


def _unrated(record: VisitRecord, left: Sequence[Matter]) -> str:
    return f"{len(left)} of {len(record.framework.measures.indicators)} indicators not rated yet"


def _unexplained(record: VisitRecord, left: Sequence[Matter]) -> str:
    return f"{len(left)} of {len(record.framework.measures.indicators)} indicators rated without a reason"


_NONE_YET = "None yet: "
_FINDINGS, _JUDGEMENT, _ACTIONS, _MEASURES = (
    "summary:findings",
    "summary:judgement",
    "summary:actions",
    "summary:measures",
)
_PLACES = {
    "decision-made": _JUDGEMENT,
    "reasons-given": _JUDGEMENT,
    "criteria-considered": _JUDGEMENT,
    "estimate-set": _JUDGEMENT,
    "actions-have-first-step": _ACTIONS,
    "actions-have-urgency": _ACTIONS,
    "finding-of-each-kind": _FINDINGS,
    "group-has-each-kind": _FINDINGS,
    "findings-supported": _FINDINGS,
    "due-indicators-rated": _MEASURES,
    "ratings-explained": _MEASURES,
}
"""By kind of check that is about no section: where it is met."""
_WORDS: dict[str, _Words] = {
    "section-written": _not_started,
    "mentions": _not_said,
    "expected-figure": _no_figure,
    "risk-to-grade-said": _not_said,
    "estimate-set": _no_estimate,
    "actions-have-first-step": _actions,
    "actions-have-urgency": _actions,
    "criteria-considered": _letters,
    "finding-of-each-kind": _none_yet,
    "group-has-each-kind": _none_yet,
    "findings-supported": _unsupported,
    "due-indicators-rated": _unrated,
    "ratings-explained": _unexplained,
}
"""By kind of check: several matters in few words; any other says its first one."""
