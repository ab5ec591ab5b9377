"""What was found, decided and agreed, as the report would carry it, in order."""

from collections.abc import Iterator
from datetime import datetime

from visitapp.domain.composition import compose_report
from visitapp.domain.framework import Section
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Bullet, Bullets, Paragraph, ReportSection

_DRAFT = "DRAFT"


def read_back(record: VisitRecord, created: datetime) -> tuple[ReportSection, ...]:
    """Return the sections of the report that hold findings, the decision or actions, and any finding or action
    that no section holds. Notes, private ones included, are in none of them."""
    report = compose_report(record, 1, _DRAFT, created)
    wanted = {f"section.{one.code}" for one in record.framework.outline if _is_read(one)}
    found = [one for one in report.sections if _root(one.id) in wanted]
    return (*found, *_left_out(record))


def _is_read(section: Section) -> bool:
    return bool(section.findings or section.decision or section.actions)


def _root(section_id: str) -> str:
    return ".".join(section_id.split(".")[:2])


def _left_out(record: VisitRecord) -> Iterator[ReportSection]:
    for kind in record.framework.finding_kinds:
        if not any(kind.code in section.findings for section in record.framework.outline):
            items = tuple(Bullet(one.id, one.text) for one in record.findings(kind.code) if one.text.strip())
            if items:
                yield ReportSection(f"found.{kind.code}", kind.plural, 1, (Bullets(items),))
    if not any(section.decision for section in record.framework.outline):
        yield from _decision(record)


def _decision(record: VisitRecord) -> Iterator[ReportSection]:
    decision, answer = record.framework.judgement.decision, record.answer("decision")
    chosen = next((one for one in decision.options if one.code == answer.value), None) if decision else None
    if decision and chosen:
        reasons = (Paragraph("decided.reasons", answer.note.strip()),) if answer.note.strip() else ()
        statement = Paragraph("decided", chosen.statement or chosen.label, "statement")
        yield ReportSection("decided.section", decision.title, 1, (statement, *reasons))


def estimates_said(record: VisitRecord) -> tuple[tuple[str, str, str], ...]:
    """Return title, value and reasoning of every estimate that was made."""
    said = []
    for estimate in record.framework.judgement.estimates:
        answer = record.answer(f"estimate.{estimate.code}")
        label = next((one.label for one in estimate.options if one.code == answer.value), "")
        if label:
            said.append((estimate.title, label, answer.note.strip()))
    return tuple(said)
