"""What the programme's checks want in the report and its findings and that is not there."""

from collections.abc import Iterator

from visitapp.domain.deciding import GRADE_RISK, chosen_option
from visitapp.domain.forms import field_text, section_key
from visitapp.domain.framework import Check, Field
from visitapp.domain.matters.asked import FRONT, checks_of_kind, fields_of, kinds_wanted
from visitapp.domain.matters.matter import NOTED, REQUIRED, Matter
from visitapp.domain.prose import plain
from visitapp.domain.record import VisitRecord
from visitapp.domain.style.expecting import expects_figure

_RISK_SAID = "risk-to-grade-said"
_EXPECTED = "expected-figure"
_FINDINGS = "summary:findings"


def section_words(record: VisitRecord, code: str) -> str:
    """Return all that is written under a report section: prose, fields and the findings listed there."""
    section = record.framework.section(code)
    if section is None:
        return ""
    findings = [one.text for kind in section.findings for one in record.findings(kind, section.group)]
    fields = [field_text(record, field, section_key(section, field)) for field in section.fields]
    return "\n".join([plain(block.text) for block in record.blocks(code)] + findings + fields)


def unwritten(record: VisitRecord) -> Iterator[Matter]:
    """Yield the sections that should be written and are not begun."""
    for check in checks_of_kind(record.framework, "section-written"):
        if not section_words(record, check.section).strip():
            yield Matter("section-unwritten", check.code, f"{check.title}: not started", f"report:{check.section}")


def silent(record: VisitRecord) -> Iterator[Matter]:
    """Yield what a section should speak of and does not; what is answered in a place of its own need not be."""
    for check in checks_of_kind(record.framework, "mentions", _EXPECTED, _RISK_SAID):
        if not _is_said(record, check):
            yield Matter("section-silent", check.code, f"{check.title}: not said yet", f"report:{check.section}")


def fields_empty(record: VisitRecord) -> Iterator[Matter]:
    """Yield the fields that must be filled in, or that a check asks for, and are empty."""
    places = (FRONT, *(one.code for one in record.framework.outline if one.fields))
    for place in places:
        for field, key in fields_of(record.framework, place):
            if (field.required or _is_asked(record, place, field)) and not field_text(record, field, key).strip():
                weight = REQUIRED if field.required else NOTED
                yield Matter("field-empty", key, f"{field.label}: not filled in", f"report:{place}", weight)


def kinds_without_finding(record: VisitRecord) -> Iterator[Matter]:
    """Yield the kinds of finding there should be one of, and is none."""
    asked = checks_of_kind(record.framework, "finding-of-each-kind")
    for code in dict.fromkeys(code for check in asked for code in kinds_wanted(record.framework, check)):
        if not record.findings(code):
            kind = record.framework.finding_kind(code)
            yield Matter(
                "kind-without-finding", code, f"None yet: {(kind.plural if kind else code).lower()}", _FINDINGS
            )


def groups_without_finding(record: VisitRecord) -> Iterator[Matter]:
    """Yield the groups that should have a finding of each kind, and the kind that is not there."""
    for _ in [*checks_of_kind(record.framework, "group-has-each-kind")][:1]:
        for group in record.framework.finding_groups:
            for kind in record.framework.finding_kinds:
                if not record.findings(kind.code, group.code):
                    words = f"None yet: {group.number} {kind.label}".replace("  ", " ")
                    yield Matter("group-without-finding", f"{group.code}.{kind.code}", words, _FINDINGS)


def _is_said(record: VisitRecord, check: Check) -> bool:
    asked = record.framework.judgement.grade_risk if check.kind == _RISK_SAID else None
    if asked is not None and chosen_option(asked.options, record.answer(GRADE_RISK).value) is not None:
        return True
    if check.kind == _EXPECTED:
        return expects_figure(section_words(record, check.section), check.words)
    text = section_words(record, check.section).lower()
    return any(word.lower() in text for word in check.words)


def _is_asked(record: VisitRecord, place: str, field: Field) -> bool:
    asked = checks_of_kind(record.framework, "field-filled")
    return any(check.section == place and field.code in check.words for check in asked)
