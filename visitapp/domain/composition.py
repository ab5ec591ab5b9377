"""A visit becomes a report: pure, in the order of the framework's outline, nothing left out and nothing invented."""

from collections.abc import Iterator
from datetime import datetime

from visitapp.domain.changed_report import change_sections
from visitapp.domain.deciding import chosen_decision
from visitapp.domain.deciding_words import grade_risk_blocks, support_blocks
from visitapp.domain.finding import Action, Finding
from visitapp.domain.forms import (
    COMMISSIONED,
    KIND,
    anchor,
    commissioned,
    field_text,
    front_key,
    kind_of_visit,
    section_key,
    short_date,
    visit_dates,
)
from visitapp.domain.framework import Section
from visitapp.domain.measured_report import measure_blocks, measure_sections
from visitapp.domain.plan_days import day_title
from visitapp.domain.planning import clock
from visitapp.domain.prose_report import prose_blocks
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, Report, ReportSection, Table
from visitapp.domain.team_words import minority_lines
from visitapp.domain.text import paragraphs
from visitapp.domain.visit import Slot

NOT_GIVEN = "Not recorded"


def compose_report(
    record: VisitRecord, revision: int, status: str, created: datetime, *, sample: bool = False
) -> Report:
    """Return the report of a visit as it now stands. `status` is DRAFT or FINAL; `created` is aware UTC."""
    framework = record.framework
    return Report(
        id=record.visit_id,
        revision=revision,
        title=framework.report_title,
        school=record.school.name,
        subtitle=f"{framework.noun}, {visit_dates(record)}",
        status=status,
        author=", ".join(part for part in (record.reviewer.name, record.reviewer.role) if part),
        created=created,
        front=tuple(_front(record)),
        sections=tuple(_sections(record)),
        distribution=tuple(one.label for one in framework.distribution),
        confidentiality=framework.confidentiality,
        sample=sample,
        look=framework.report_look.usable(),
    )


def _front(record: VisitRecord) -> Iterator[tuple[str, str]]:
    for field in record.framework.front:
        key = front_key(field)
        yield (field.label, field_text(record, field, key) or NOT_GIVEN)
        yield from minority_lines(record, key)
    standing = ((KIND, kind_of_visit(record)), (COMMISSIONED, commissioned(record)))
    yield from ((label, words) for label, words in standing if words)


def _sections(record: VisitRecord) -> Iterator[ReportSection]:
    part = ""
    for section in record.framework.outline:
        if section.part and section.part != part:
            yield ReportSection(f"part.{section.part}", section.part, 1, ())
        part = section.part
        level = 2 if section.part else 1
        yield ReportSection(
            f"section.{section.code}", section.heading, level, tuple(_blocks(record, section)), section.number
        )
        yield from _headed_findings(record, section, level + 1)
        yield from measure_sections(record, section, level + 1)
        yield from change_sections(record, section, level + 1)


def _blocks(record: VisitRecord, section: Section) -> Iterator[Block]:
    found = [
        *_activities(record, section),
        *_fields(record, section),
        *grade_risk_blocks(record, section),
        *prose_blocks(record, section),
        *_listed_findings(record, section),
        *_decision(record, section),
        *_actions(record, section),
        *measure_blocks(record, section),
    ]
    if not found and not (section.headed and any(record.findings(kind, section.group) for kind in section.findings)):
        found = [Paragraph(f"empty.{section.code}", NOT_GIVEN, "guidance")]
    yield from found


def _activities(record: VisitRecord, section: Section) -> Iterator[Block]:
    if section.activities:
        slots = [slot for slot in record.slots if slot.activity and not slot.part_of]
        if slots:
            yield Bullets(tuple(Bullet(slot.id, _slot_text(record, slot)) for slot in slots))


def _slot_text(record: VisitRecord, slot: Slot) -> str:
    activity = record.framework.activity(slot.activity)
    title = slot.title or (activity.title if activity else slot.activity)
    day = f"{day_title(record, slot.day)}, " if record.framework.days > 1 else ""
    lessons = [other for other in record.slots if other.part_of == slot.id]
    rooms = f", {len(lessons)} {'classroom' if len(lessons) == 1 else 'classrooms'} visited" if lessons else ""
    people = f" ({slot.people})" if slot.people else ""
    return f"{title}{people}: {day}{clock(slot.starts)} to {clock(slot.ends)}{rooms}"


def _fields(record: VisitRecord, section: Section) -> Iterator[Block]:
    for field in section.fields:
        key = section_key(section, field)
        for number, text in enumerate(paragraphs(field_text(record, field, key))):
            yield Paragraph(anchor(record, key) + (f".{number}" if number else ""), text)


def _listed_findings(record: VisitRecord, section: Section) -> Iterator[Block]:
    if not section.headed:
        for kind in section.findings:
            yield from _finding_list(record.findings(kind, section.group))


def _headed_findings(record: VisitRecord, section: Section, level: int) -> Iterator[ReportSection]:
    for code in section.findings if section.headed else ():
        kind = record.framework.finding_kind(code)
        blocks = tuple(_finding_list(record.findings(code, section.group)))
        if kind and blocks:
            yield ReportSection(f"section.{section.code}.{code}", kind.plural, level, blocks)


def _finding_list(findings: tuple[Finding, ...]) -> Iterator[Block]:
    written = [(one.id, "\n\n".join(paragraphs(one.text))) for one in findings]
    items = tuple(Bullet(finding_id, text) for finding_id, text in written if text)
    if items:
        yield Bullets(items)


def _decision(record: VisitRecord, section: Section) -> Iterator[Block]:
    if not section.decision or record.framework.judgement.decision is None:
        return
    option = chosen_decision(record)
    if option and option.statement:
        yield Paragraph(anchor(record, "decision"), option.statement, "statement")
    for number, text in enumerate(paragraphs(record.answer("decision").note), 1):
        yield Paragraph(f"{anchor(record, 'decision')}.reason.{number}", text)
    yield from support_blocks(record)


def _actions(record: VisitRecord, section: Section) -> Iterator[Block]:
    actions = [one for one in record.actions if one.text.strip()]
    if not section.actions or not actions:
        return
    yield Table(
        id=f"table.{section.code}",
        caption="Agreed actions, the most important first",
        header=("Action", "Urgency", "Who", "First step", "By"),
        rows=tuple(_action_row(record, number, action) for number, action in enumerate(actions, 1)),
        row_ids=tuple(action.id for action in actions),
        widths_cm=(4.6, 2.5, 3.4, 4.0, 2.1),
    )


def _action_row(record: VisitRecord, number: int, action: Action) -> tuple[str, ...]:
    urgency = next((one.label for one in record.framework.urgencies if one.code == action.urgency), "Not set")
    return (
        f"{number}. {action.text.strip()}",
        urgency,
        action.owner.strip() or "Not set",
        action.first_step.strip() or "Not set",
        short_date(action.due) or "Not set",
    )
