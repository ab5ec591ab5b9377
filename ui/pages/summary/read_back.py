"""A script to read back by: what the record holds, in the order in which it is talked about."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.pages.summary.read_back_words import action_words, fit_heading, told_words
from visitapp.domain.deciding import (
    DECISION,
    GRADE_RISK,
    RESPONSES,
    asks_for_support,
    chosen_decision,
    chosen_option,
    support_responses,
)
from visitapp.domain.finding import Finding
from visitapp.domain.presenting import has_words
from visitapp.domain.record import VisitRecord
from visitapp.domain.representation import people_planned

_FITS = ("in_self_evaluation", "in_improvement_plan")


class Said(NamedTuple):
    """One line to read, what goes with it in smaller words, and where it is written."""

    text: str
    place: str
    more: str = ""
    strong: bool = False


class Passage(NamedTuple):
    """A heading and the lines under it; `level` is 1 or 2."""

    heading: str
    said: tuple[Said, ...]
    level: int = 1


def opening(record: VisitRecord) -> tuple[Passage, ...]:
    """Return what comes first: why the visit was made, and who is there."""
    enquiry = record.visit.enquiry.strip()
    purpose = (Said(enquiry, "prepare:enquiry"),) if enquiry else ()
    people = people_planned(record) or tuple(one for one in (record.framework.summary_people,) if one)
    here = tuple(Said(one, "plan") for one in people)
    return _kept(Passage(_tr("Purpose"), purpose), Passage(_tr("Who is here"), here))


def script(record: VisitRecord) -> tuple[Passage, ...]:
    """Return what follows: findings, how they fit, actions, the decision, and what happens next.

    Notes are in none of it, nor is anything nobody wrote or chose.
    """
    return _kept(*_earlier(record), *_found(record), *_fit(record), *_agreed(record), *_next(record))


def _kept(*passages: Passage) -> tuple[Passage, ...]:
    return tuple(one for number, one in enumerate(passages) if one.said or _heads(passages[number + 1 :]))


def _heads(following: tuple[Passage, ...]) -> bool:
    """Whether smaller headings with something under them follow at once."""
    for one in following:
        if one.level == 1:
            return False
        if one.said:
            return True
    return False


def _earlier(record: VisitRecord) -> Iterator[Passage]:
    labels = {one.code: one.label for one in record.framework.follow_up.verdicts}
    judged = [one for one in record.earlier_actions if one.verdict and one.text.strip()]
    lines = [
        Said(one.text.strip(), f"summary:actions:{one.id}", _joined(labels.get(one.verdict, ""), one.verdict_note))
        for one in judged
    ]
    yield Passage(_tr("What changed since last visit"), tuple(lines))


def _found(record: VisitRecord) -> Iterator[Passage]:
    framework, told = record.framework, set[str]()
    groups = [(group.code, f"{group.number} {group.title}".strip()) for group in framework.finding_groups]
    for code, title in groups or [(None, "")]:
        if title:
            yield Passage(title, ())
        for kind in framework.finding_kinds:
            found = [one for one in record.findings(kind.code, code) if has_words(record, one)]
            told |= {one.id for one in found}
            risk = _grade_risk(record) if kind.tone == "risk" and not groups else ()
            yield Passage(kind.plural, (*map(_finding, found), *risk), 2 if title else 1)
    left = [one for one in record.findings() if one.id not in told and has_words(record, one)]
    yield Passage(_tr("Other findings"), tuple(map(_finding, left)))


def _finding(one: Finding) -> Said:
    return Said(one.text.strip(), f"summary:findings:{one.id}")


def _grade_risk(record: VisitRecord) -> tuple[Said, ...]:
    asked, answer = record.framework.judgement.grade_risk, record.answer(GRADE_RISK)
    chosen = chosen_option(asked.options, answer.value) if asked else None
    if asked is None or chosen is None:
        return ()
    said = f"{asked.title}: {chosen.label}"
    return (Said(said, f"summary:judgement:{GRADE_RISK}", answer.note.strip(), strong=True),)


def _fit(record: VisitRecord) -> Iterator[Passage]:
    order = [kind.code for kind in record.framework.finding_kinds]
    written = [one for one in record.findings() if has_words(record, one)]
    found = sorted(written, key=lambda one: order.index(one.kind) if one.kind in order else len(order))
    yield Passage(_tr("Fit with the school's self-evaluation and plan"), ())
    for field in _FITS:
        said = [getattr(one, field) for one in found]
        if any(said):
            apart = tuple(_finding(one) for one, value in zip(found, said, strict=True) if value == "no")
            lines = apart or (Said(_tr("None is missing there"), "summary:findings"),)
            yield Passage(fit_heading(field, said), lines, 2)


def _agreed(record: VisitRecord) -> Iterator[Passage]:
    lines = [
        Said(f"{number}. {one.text.strip()}", f"summary:actions:{one.id}", action_words(record, one))
        for number, one in enumerate((one for one in record.actions if one.text.strip()), 1)
    ]
    yield Passage(_tr("Agreed actions"), tuple(lines))
    asked, decision = record.framework.judgement.decision, chosen_decision(record)
    decided: list[Said] = []
    if decision is not None and decision.settled:
        words, reasons = decision.statement or decision.label, record.answer(DECISION).note.strip()
        decided.append(Said(words, "summary:judgement:decision", strong=True))
        decided += [Said(reasons, "summary:judgement:decision")] if reasons else []
    yield Passage(asked.title if asked else _tr("Decision"), (*decided, *_support(record)))
    yield Passage(_tr("Estimates"), tuple(_estimates(record)))


def _support(record: VisitRecord) -> Iterator[Said]:
    asked = record.framework.judgement.support
    if asked is not None and asks_for_support(record):
        for one in support_responses(record):
            yield Said(f"{asked.title}: {one.label}", f"summary:judgement:{RESPONSES}")


def _estimates(record: VisitRecord) -> Iterator[Said]:
    for one in record.framework.judgement.estimates:
        answer = record.answer(f"estimate.{one.code}")
        chosen = chosen_option(one.options, answer.value)
        if chosen is not None:
            place = f"summary:judgement:estimate.{one.code}"
            yield Said(f"{one.title}: {chosen.label}", place, answer.note.strip(), strong=True)


def _next(record: VisitRecord) -> Iterator[Passage]:
    framework, after = record.framework, record.framework.follow_up
    receive = ", ".join(one.label for one in framework.distribution)
    lines = [Said(_tr("The report goes to: {people}").format(people=receive), "followup")] if receive else []
    told = told_words(record)
    lines += [Said(told, "summary:judgement:decision")] if told else []
    if after.agenda_title:
        lines.append(Said(after.agenda_title, "followup", after.agenda_note))
    if after.second_visit_note and record.visit.context in after.second_visit:
        lines.append(Said(after.second_visit_note, "followup"))
    yield Passage(_tr("What happens next"), tuple(lines))


def _joined(*parts: str) -> str:
    said = [part.strip() for part in parts if part.strip()]
    return ". ".join([*(part.rstrip(".") for part in said[:-1]), *said[-1:]])


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReadBack", text)
