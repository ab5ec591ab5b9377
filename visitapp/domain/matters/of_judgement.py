"""What the criteria, the decision and what follows from it still lack."""

from collections.abc import Iterator

from visitapp.domain.criteria import CONCERNS, NOT_APPLICABLE, concerns, criterion_key
from visitapp.domain.deciding import RESPONSES, asks_for_support, chosen_decision
from visitapp.domain.matters.matter import Matter
from visitapp.domain.record import VisitRecord
from visitapp.domain.weighed import findings_bearing, notes_bearing

_PLACE = "summary:judgement"


def undecided_criteria(record: VisitRecord) -> Iterator[Matter]:
    """Yield the criteria nobody has considered."""
    for code, letter, value, _ in _answered(record):
        if value in (None, ""):
            yield Matter("criterion-undecided", f"criterion.{code}", f"{letter}: not yet considered", _PLACE)


def unexplained_criteria(record: VisitRecord) -> Iterator[Matter]:
    """Yield the criteria set aside as not applicable without a reason."""
    for code, letter, value, note in _answered(record):
        if value == NOT_APPLICABLE and not note:
            words = f"{letter}: say why it does not apply"
            yield Matter("criterion-without-reason", f"criterion.{code}", words, _PLACE)


def concerns_without_evidence(record: VisitRecord) -> Iterator[Matter]:
    """Yield the criteria that are a concern and have neither a note nor a reason in words."""
    for code, letter, value, note in _answered(record):
        if value in CONCERNS and not note and not notes_bearing(record, f"criterion.{code}", against=False):
            words = f"{letter}: a concern without evidence or reason"
            yield Matter("criterion-without-evidence", f"criterion.{code}", words, _PLACE)


def concerns_without_finding(record: VisitRecord) -> Iterator[Matter]:
    """Yield the criteria that are a concern and stand in no finding, so that the report would be silent on them."""
    for code, letter, value, _ in _answered(record):
        if value in CONCERNS and not findings_bearing(record, f"criterion.{code}"):
            words = f"{letter}: a concern, linked with no finding"
            yield Matter("criterion-without-finding", f"criterion.{code}", words, _PLACE)


def concerns_unreported(record: VisitRecord) -> Iterator[Matter]:
    """Yield the criteria that are a concern and whose findings all stand outside the report."""
    for one in concerns(record):
        if one.findings and not one.reported_as:
            words = f"{one.criterion.letter}: what it is linked with does not stand in the report"
            yield Matter("criterion-unreported", criterion_key(one.criterion), words, _PLACE)


def decision_open(record: VisitRecord) -> Iterator[Matter]:
    """Yield that nothing is decided, or not yet for good."""
    decision = record.framework.judgement.decision
    chosen = chosen_decision(record)
    if decision is not None and (chosen is None or not chosen.settled):
        yield Matter("decision-open", "decision", "Not decided yet", _PLACE)


def decision_without_reasons(record: VisitRecord) -> Iterator[Matter]:
    """Yield that a decision which needs reasons has none."""
    chosen = chosen_decision(record)
    if chosen is not None and chosen.reasons_required and not record.answer("decision").note.strip():
        yield Matter("decision-without-reasons", "decision", "Give the reasons for the decision", _PLACE)


def support_unsaid(record: VisitRecord) -> Iterator[Matter]:
    """Yield that support is needed and nothing is asked for."""
    if asks_for_support(record) and not record.answer(RESPONSES).value:
        yield Matter("support-unsaid", RESPONSES, "Say which support is asked for", _PLACE)


def grade_risk_unsaid(record: VisitRecord) -> Iterator[Matter]:
    """Yield that nobody has said plainly whether a good inspection outcome is at risk."""
    asked = record.framework.judgement.grade_risk
    if asked is not None and record.answer("grade-risk").value in (None, ""):
        yield Matter("grade-risk-unsaid", "grade-risk", f"{asked.title}: not said yet", _PLACE)


def _answered(record: VisitRecord) -> Iterator[tuple[str, str, object, str]]:
    for one in record.framework.judgement.criteria:
        answer = record.answer(f"criterion.{one.code}")
        yield one.code, one.letter, answer.value, answer.note.strip()
