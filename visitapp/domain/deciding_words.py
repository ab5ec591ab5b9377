"""How the report says what was decided beside the decision: the framework's labels and the person's words only."""

from collections.abc import Iterator

from visitapp.domain.deciding import (
    GRADE_RISK,
    LEVEL,
    RESPONSES,
    URGENCY,
    asks_for_support,
    chosen_option,
    grade_risk_section,
    support_responses,
)
from visitapp.domain.forms import anchor
from visitapp.domain.framework import Section, Support
from visitapp.domain.record import VisitRecord
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph
from visitapp.domain.text import paragraphs


def grade_risk_blocks(record: VisitRecord, section: Section) -> Iterator[Block]:
    """Yield what a section says of the risk to the next inspection: the label chosen, then the person's words."""
    asked, answer = record.framework.judgement.grade_risk, record.answer(GRADE_RISK)
    if asked is None or section.code != grade_risk_section(record.framework):
        return
    here, chosen = anchor(record, GRADE_RISK), chosen_option(asked.options, answer.value)
    if chosen is not None:
        yield Paragraph(here, f"{asked.title}: {chosen.label}", "statement")
    for number, text in enumerate(paragraphs(answer.note), 1):
        yield Paragraph(f"{here}.words.{number}", text)


def support_blocks(record: VisitRecord) -> Iterator[Block]:
    """Yield the support asked for, if the decision is one that asks for it: responses, level, urgency, words."""
    support = record.framework.judgement.support
    if support is None or not asks_for_support(record):
        return
    said = tuple(_support_said(record, support))
    if said:
        yield Paragraph(f"{anchor(record, RESPONSES)}.title", support.title, "statement")
    yield from said


def _support_said(record: VisitRecord, support: Support) -> Iterator[Block]:
    here, responses = anchor(record, RESPONSES), support_responses(record)
    if responses:
        yield Bullets(tuple(Bullet(f"{here}.{one.code}", one.label) for one in responses))
    asked = ((LEVEL, "Level", support.levels), (URGENCY, "Urgency", record.framework.urgencies))
    for key, name, options in asked:
        chosen = chosen_option(options, record.answer(key).value)
        if chosen is not None:
            yield Paragraph(anchor(record, key), f"{name}: {chosen.label}")
    for number, text in enumerate(paragraphs(record.answer(RESPONSES).note), 1):
        yield Paragraph(f"{here}.words.{number}", text)
