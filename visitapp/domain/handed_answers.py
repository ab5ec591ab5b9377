"""Everything a programme asked and was told, in words: preparing, judging, the form; no answer is left out."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from visitapp.domain.cited_words import CITED
from visitapp.domain.deciding import GRADE_RISK, LEVEL, RESPONSES, TOLD, TOLD_AT, TOLD_ON, TOLD_TO, URGENCY
from visitapp.domain.followed import done_key, done_on
from visitapp.domain.forms import (
    COMMISSIONED,
    commissioned,
    field_text,
    front_key,
    long_date,
    section_key,
    visit_dates,
)
from visitapp.domain.framework import Field, Framework, Option
from visitapp.domain.handed_lists import HandedList, Row
from visitapp.domain.handed_preparing import gathered_rows, hunch_words
from visitapp.domain.hunches import HUNCHES
from visitapp.domain.record import VisitRecord
from visitapp.domain.reminders import AGENDA_DISCUSSED, AGENDA_PLANNED, SECOND_VISIT, WATCH
from visitapp.domain.text import clean
from visitapp.domain.visit import Value

NOT_ANSWERED = "Not answered"
NO_LONGER = "{part} (not asked of this visit)"
"""The part under which an answer stands that the programme asks of other visits."""
_HEADER = ("Part", "Question", "Answer", "Note")
_JUDGEMENT = "judgement"
_ABOUT, _CAPACITY = "About the visit", "Capacity"
_JUDGED = ("criterion.", "capacity.", "estimate.", "grid.", "grade-risk", "decision", "support.")
_PREPARED = ("check.", "fact.", "enquiry.", "hunches")
_STANDING = {
    "stage": "Stage marked as done",
    "sent": "Sent to",
    "indicator": "Day to look again at an indicator",
    "measures": "Criteria of success looked at",
    "minority": "Different views in the report",
    "plan": "Plan of the day",
    "figures": "What pasted tables call measures",
    "imported": "Earlier report it was read from",
}

Said = Callable[[Value], str]


class _Asked(NamedTuple):
    part: str
    question: str
    key: str
    said: Said


def answer_lists(record: VisitRecord) -> tuple[HandedList, HandedList, HandedList]:
    """Return the answers of preparing, of judging and of the form; an answer the programme does not ask for stands
    under its own key, and the day an action was done beside the action. What evidence said when the report came to
    name it is a mark and no answer."""
    asked = _asked_by(record, record.framework)
    answers = record.shelves.get("answer", {}).values()
    elsewhere = {done_key(one.id) for one in (*record.actions, *record.earlier_actions) if done_on(record, one)}
    said = {one.key for one in answers if not one.deleted and not one.key.startswith(CITED)}
    before = _asked_by(record, record.asked_of_any).items() if record.asked_of_any is not record.framework else ()
    asked |= {
        key: one._replace(part=NO_LONGER.format(part=one.part)) for key, one in before if key in said - asked.keys()
    }
    stray = sorted(said - asked.keys() - elsewhere)
    asked |= {key: _Asked("Other answers", _stray_question(key), key, _plainly) for key in stray}
    prepared = [one for key, one in asked.items() if key.startswith(_PREPARED)]
    judged = [one for key, one in asked.items() if key.startswith(_JUDGED)]
    rest = [one for one in asked.values() if one not in prepared and one not in judged]
    return (
        _list(record, "prepare", "Preparation", prepared, (*_about(record), *gathered_rows(record))),
        _list(record, _JUDGEMENT, record.framework.judgement.title or "Judgement", judged),
        _list(record, "form", "Form and follow-up", rest),
    )


def _asked_by(record: VisitRecord, framework: Framework) -> dict[str, _Asked]:
    asked: dict[str, _Asked] = {}
    for one in chain(_preparing(record, framework), _judging(record, framework), _form(record, framework)):
        asked.setdefault(one.key, one)
    return asked


def _list(record: VisitRecord, code: str, title: str, asked: list[_Asked], first: tuple[Row, ...] = ()) -> HandedList:
    lead = (1,) if code == _JUDGEMENT else (1, 2)
    return HandedList(code, title, _HEADER, (*first, *(_row(record, one) for one in asked)), lead, 0)


def _row(record: VisitRecord, asked: _Asked) -> Row:
    answer = record.answer(asked.key)
    return (asked.part, asked.question, clean(asked.said(answer.value)) or NOT_ANSWERED, clean(answer.note))


def _about(record: VisitRecord) -> Iterator[Row]:
    visit, framework = record.visit, record.framework
    context = next((one.label for one in framework.contexts if one.code == visit.context), visit.context)
    told = {
        "Dates": visit_dates(record),
        "Context": context,
        **_commissioned(record),
        framework.enquiry.title or "Focus of enquiry": clean(visit.enquiry),
        "Plan agreed on": long_date(visit.agreed_on),
    }
    return ((_ABOUT, question, answer or NOT_ANSWERED, "") for question, answer in told.items())


def _commissioned(record: VisitRecord) -> dict[str, str]:
    options = record.framework.commissioning
    return {COMMISSIONED: commissioned(record)} if options or record.visit.commissioned else {}


def _preparing(record: VisitRecord, framework: Framework) -> Iterator[_Asked]:
    yield _Asked(_ABOUT, "Focus agreed with the school", "enquiry.school", _plainly)
    yield _Asked(_ABOUT, "Hunches to test", HUNCHES, lambda _value: hunch_words(record))
    for group in framework.preparation:
        for item in group.items:
            yield _Asked(group.title, item.title, f"check.{item.code}", _done)
    for field in framework.school_facts:
        yield _field("Facts of the school", record, field, f"fact.{field.code}")


def _judging(record: VisitRecord, framework: Framework) -> Iterator[_Asked]:
    judgement = framework.judgement
    chosen = _one_of(judgement.criterion_values)
    for criterion in judgement.criteria:
        words = f"{criterion.letter}. {criterion.text or criterion.short}"
        yield _Asked(judgement.criteria_title or "Criteria", words, f"criterion.{criterion.code}", chosen)
    capacity = judgement.capacity_title or _CAPACITY
    for statement in judgement.capacity:
        yield _Asked(capacity, statement.text, f"capacity.{statement.code}", _level_of(judgement.capacity_levels))
    if judgement.capacity:
        yield _Asked(capacity, "Point placed by hand, capacity from 0 to 1", "grid.capacity", _plainly)
        yield _Asked(capacity, "Point placed by hand, risk from 0 to 1", "grid.risk", _plainly)
    for estimate in judgement.estimates:
        yield _Asked(
            estimate.group or "Estimates", estimate.title, f"estimate.{estimate.code}", _one_of(estimate.options)
        )
    if judgement.grade_risk:
        yield _Asked("Decision", judgement.grade_risk.title, GRADE_RISK, _one_of(judgement.grade_risk.options))
    if judgement.decision:
        options = tuple(Option(one.code, one.label) for one in judgement.decision.options)
        yield _Asked("Decision", judgement.decision.title, "decision", _one_of(options))
        yield _Asked("Decision", "Told to the school", TOLD, _plainly)
        yield _Asked("Decision", "Told on", TOLD_ON, _when)
        yield _Asked("Decision", "Told at", TOLD_AT, _plainly)
        recipients = tuple(Option(one.code, one.label) for one in framework.distribution)
        yield _Asked("Decision", "Told to", TOLD_TO, _some_of(recipients))
    if judgement.support:
        part = judgement.support.title
        yield _Asked(part, "Responses", RESPONSES, _some_of(judgement.support.responses))
        yield _Asked(part, "Level", LEVEL, _one_of(judgement.support.levels))
        yield _Asked(part, "Urgency", URGENCY, _one_of(framework.urgencies))


def _form(record: VisitRecord, framework: Framework) -> Iterator[_Asked]:
    for field in framework.front:
        yield _field("Front page", record, field, front_key(field))
    for section in framework.outline:
        for field in section.fields:
            yield _field(section.heading, record, field, section_key(section, field))
    for recipient in framework.distribution:
        yield _Asked("Sent to", recipient.label, f"sent.{recipient.code}", _day)
    yield from _afterwards(record, framework)


def _afterwards(record: VisitRecord, framework: Framework) -> Iterator[_Asked]:
    asked = framework.follow_up
    if asked.agenda_title:
        yield _Asked(asked.agenda_title, "Planned on", AGENDA_PLANNED, _when)
        yield _Asked(asked.agenda_title, "Discussed on", AGENDA_DISCUSSED, _when)
    yield _Asked("After the visit", "Second visit on", SECOND_VISIT, _when)
    for one in framework.judgement.criteria:
        if record.answer(f"{WATCH}{one.code}").value is not None:
            title = asked.watch_title or "Looked at again"
            yield _Asked(title, f"{one.letter}. {one.text or one.short}", f"{WATCH}{one.code}", _when)


def _field(part: str, record: VisitRecord, field: Field, key: str) -> _Asked:
    return _Asked(part, field.label, key, lambda _value: field_text(record, field, key))


def _stray_question(key: str) -> str:
    root, _, rest = key.partition(".")
    return f"{_STANDING[root]}: {rest}" if root in _STANDING else key


def _plainly(value: Value) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def _done(value: Value) -> str:
    return "Done" if value is True else "Not done"


def _day(value: Value) -> str:
    return long_date(value) if isinstance(value, str) and value else "Not sent"


def _when(value: Value) -> str:
    return long_date(value) if isinstance(value, str) else _plainly(value)


def _one_of(options: tuple[Option, ...]) -> Said:
    labels = {option.code: option.label for option in options}
    return lambda value: labels.get(str(value), _plainly(value))


def _some_of(options: tuple[Option, ...]) -> Said:
    labels = {option.code: option.label for option in options}
    return lambda value: (
        "; ".join(labels.get(one, one) for one in value) if isinstance(value, tuple) else _plainly(value)
    )


def _level_of(levels: tuple[Option, ...]) -> Said:
    def said(value: Value) -> str:
        known = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= len(levels)
        return f"{levels[value - 1].label} ({value} of {len(levels)})" if known else _plainly(value)  # type: ignore[operator,index]

    return said
