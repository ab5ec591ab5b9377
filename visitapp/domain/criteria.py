"""What the record says around the criteria: data beside each, and which of them the report will speak of."""

from dataclasses import dataclass

from visitapp.domain.finding import Finding
from visitapp.domain.forms import field_text
from visitapp.domain.framework import Criterion, Option
from visitapp.domain.record import VisitRecord
from visitapp.domain.weighed import findings_bearing

NOT_APPLICABLE = "not-applicable"
"""The value that sets a criterion aside; it wants a reason."""
CONCERNS = ("watch", "yes")
"""The values that the report should speak of."""
_PERCENT = ", %"


@dataclass(frozen=True, slots=True)
class Concern:
    """A criterion a person sees as a concern: the value given, the findings linked with it, and those of them that
    stand in the report, each as the plural of its kind, in the framework's order."""

    criterion: Criterion
    value: Option
    findings: tuple[Finding, ...]
    reported_as: tuple[str, ...]


def criterion_key(criterion: Criterion) -> str:
    """Return the key under which a criterion is answered."""
    return f"criterion.{criterion.code}"


def applicable_criteria(record: VisitRecord) -> tuple[Criterion, ...]:
    """Return the criteria that nobody has set aside."""
    asked = record.framework.judgement.criteria
    return tuple(one for one in asked if record.answer(criterion_key(one)).value != NOT_APPLICABLE)


def considered_criteria(record: VisitRecord) -> tuple[Criterion, ...]:
    """Return the applicable criteria that were given a value."""
    return tuple(
        one for one in applicable_criteria(record) if record.answer(criterion_key(one)).value not in (None, "")
    )


def concerns(record: VisitRecord) -> tuple[Concern, ...]:
    """Return the criteria that are a concern, in the framework's order."""
    values = {one.code: one for one in record.framework.judgement.criterion_values if one.code in CONCERNS}
    found = []
    for one in record.framework.judgement.criteria:
        value = values.get(str(record.answer(criterion_key(one)).value))
        if value is not None:
            findings = findings_bearing(record, criterion_key(one))
            found.append(Concern(one, value, findings, _kinds_reported(record, findings)))
    return tuple(found)


def reported_as(record: VisitRecord, finding: Finding) -> str:
    """Return the plural of a finding's kind if the report lists the finding, else an empty text."""
    kind = record.framework.finding_kind(finding.kind)
    listed = any(
        finding.kind in one.findings and finding.group == one.group
        for one in record.framework.outline
        if one.findings
    )
    return kind.plural if kind and listed and finding.text.strip() else ""


def facts_known(record: VisitRecord, criterion: Criterion) -> tuple[str, ...]:
    """Return the school's facts that speak to a criterion and are filled in, such as "Attendance 94.6%"."""
    said = ((label, value) for label, value in _facts(record, criterion) if value)
    return tuple(fact_words(label, value) for label, value in said)


def facts_unknown(record: VisitRecord, criterion: Criterion) -> tuple[str, ...]:
    """Return the labels of the school's facts that speak to a criterion and are not filled in."""
    return tuple(label.removesuffix(_PERCENT) for label, value in _facts(record, criterion) if not value)


def _facts(record: VisitRecord, criterion: Criterion) -> list[tuple[str, str]]:
    fields = {one.code: one for one in record.framework.school_facts}
    wanted = [fields[code] for code in criterion.facts if code in fields]
    return [(one.label, field_text(record, one, f"fact.{one.code}").strip()) for one in wanted]


def fact_words(label: str, value: str) -> str:
    """Return a fact in words, such as "Attendance 94.6%"; its label may end in ", %"."""
    if not label.endswith(_PERCENT):
        return f"{label} {value}"
    return f"{label.removesuffix(_PERCENT)} {value.rstrip(' %')}%"


def _kinds_reported(record: VisitRecord, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    found = {reported_as(record, one) for one in findings}
    return tuple(kind.plural for kind in record.framework.finding_kinds if kind.plural in found)
