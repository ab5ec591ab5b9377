"""What follows from a decision, and how the report says it: the labels of the programme and the person's words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import begun, changed, library, saying, told

from visitapp.domain.checks import check_results
from visitapp.domain.composition import compose_report
from visitapp.domain.deciding import (
    Told,
    asks_for_support,
    chosen_decision,
    grade_risk_section,
    support_responses,
)
from visitapp.domain.deciding import told as told_of
from visitapp.domain.handover import compose_handover
from visitapp.domain.report import Bullets, Paragraph
from visitapp.domain.visit import Answer, answer_id

NOW = datetime(2025, 11, 20, 15, 42, tzinfo=UTC)


@pytest.fixture
def record():
    return begun(next(one for one in library().frameworks if one.code == "llpr-primary"))


def noting(record, key, note):
    record = saying(record, **{key.replace(".", "__"): record.answer(key).value})
    if record.find("answer", answer_id(record.visit_id, key)) is None:
        kept = Answer(answer_id(record.visit_id, key), record.visit_id, key)
        record = replace(record, shelves=dict(record.shelves) | {"answer": {kept.id: kept}})
    return changed(record, "answer", answer_id(record.visit_id, key), note=note)


def lines(record, code):
    section = next(one for one in compose_report(record, 1, "DRAFT", NOW).sections if one.id == f"section.{code}")
    found = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += [item.text for item in block.items]
    return found


def asking(record, decision="priority"):
    return saying(
        record,
        decision=decision,
        support__responses=("governors", "visit"),
        support__level="targeted",
        support__urgency=record.framework.urgencies[1].code,
    )


def test_nothing_is_decided_until_a_person_decides(record):
    assert chosen_decision(record) is None
    assert not asks_for_support(record)


@pytest.mark.parametrize(("code", "asks"), [("priority", True), ("not-priority", False), ("later", False)])
def test_support_is_asked_for_after_a_decision_that_needs_reasons(record, code, asks):
    assert asks_for_support(saying(record, decision=code)) is asks


def test_support_stands_after_the_decision_in_the_programmes_order_with_its_labels(record):
    record = noting(noting(asking(record), "decision", "Leaders are new."), "support.responses", "Reading first.")
    options = {one.code: one.label for one in record.framework.judgement.support.responses}
    urgency = record.framework.urgencies[1].label
    said = lines(record, "main-findings")
    assert said == [
        "The school is a priority for local authority support.",
        "Leaders are new.",
        record.framework.judgement.support.title,
        options["visit"],
        options["governors"],
        "Level: Targeted",
        f"Urgency: {urgency}",
        "Reading first.",
    ]


def test_support_is_kept_but_not_reported_when_the_decision_changes_back(record):
    record = asking(asking(record), "not-priority")
    assert lines(record, "main-findings") == ["The school is not a priority for local authority support."]
    assert [one.code for one in support_responses(record)] == ["visit", "governors"]


def test_without_a_response_level_or_word_the_report_has_no_heading_for_support(record):
    assert lines(saying(record, decision="priority"), "main-findings") == [
        "The school is a priority for local authority support."
    ]


def test_the_risk_to_the_next_inspection_opens_the_section_on_risks(record):
    record = noting(saying(record, **{"grade-risk": "some"}), "grade-risk", "Combined may fall.\nPhonics holds.")
    assert grade_risk_section(record.framework) == "risks"
    assert lines(record, "risks") == [
        "Risk to the next inspection: Some risk",
        "Combined may fall.",
        "Phonics holds.",
    ]


def test_the_risk_is_said_nowhere_else_and_not_before_it_is_answered(record):
    assert all("Risk to the next" not in text for text in compose_report(record, 1, "DRAFT", NOW).texts().values())
    record = saying(record, **{"grade-risk": "none"})
    said = [text for text in compose_report(record, 1, "DRAFT", NOW).texts().values() if "Risk to the next" in text]
    assert said == ["Risk to the next inspection: No risk seen"]


def test_a_programme_that_checks_for_no_risk_says_it_with_the_decision(record):
    checks = tuple(one for one in record.framework.checks if one.kind != "risk-to-grade-said")
    assert grade_risk_section(replace(record.framework, checks=checks)) == "main-findings"


def test_a_programme_that_asks_for_none_has_no_place_for_it():
    review = next(one for one in library().frameworks if one.code == "qa-review")
    assert grade_risk_section(review) == ""


def test_an_answer_meets_the_check_that_the_risk_is_said(record):
    def is_met(record):
        return next(one.met for one in check_results(record) if one.check.kind == "risk-to-grade-said")

    assert not is_met(record)
    assert not is_met(saying(record, **{"grade-risk": "no-such-option"}))
    assert is_met(saying(record, **{"grade-risk": "none"}))


def test_who_was_told_and_when_is_read_together(record):
    record = saying(
        record,
        decision__told=" The chair ",
        decision__told__on="2025-11-20",
        decision__told__at="14:31",
        decision__told__to=("governing-body", "headteacher"),
    )
    assert told_of(record) == Told("2025-11-20", "14:31", ("Headteacher", "Governing body"), "The chair")


def test_before_anybody_was_told_there_is_nothing_to_say(record):
    assert told_of(record).is_blank


def test_words_kept_by_an_older_version_are_still_said():
    record = told("sallowfield")
    assert told_of(record).words == record.answer("decision.told").value


def test_everything_handed_over_says_the_new_answers_in_words(record):
    record = saying(asking(record), **{"grade-risk": "high", "decision__told__on": "2025-11-20"})
    handed = next(one for one in compose_handover(record, NOW, "Europe/London").lists if one.code == "judgement")
    answers = {row[1]: row[2] for row in handed.rows}
    assert answers["Risk to the next inspection"] == "High risk"
    assert answers["Told on"] == "20 November 2025"
    assert answers["Level"] == "Targeted"
    assert "A visit to the full governing body" in answers["Responses"]


CODES = st.sampled_from(["visit", "governors", "academy", "no-such-response"])


@settings(max_examples=60, deadline=None)
@given(
    decision=st.sampled_from([None, "priority", "not-priority", "later"]),
    responses=st.one_of(st.none(), st.text(max_size=4), st.lists(CODES, max_size=3, unique=True).map(tuple)),
    level=st.sampled_from([None, "", "light", "no-such-level"]),
    risk=st.sampled_from([None, "none", "high", "x"]),
)
def test_the_report_says_only_labels_of_the_programme(decision, responses, level, risk):
    record = begun(next(one for one in library().frameworks if one.code == "llpr-primary"))
    judgement = record.framework.judgement
    before = set(compose_report(record, 1, "DRAFT", NOW).texts().values())
    record = saying(
        record, decision=decision, support__responses=responses, support__level=level, **{"grade-risk": risk}
    )
    known = {one.statement for one in judgement.decision.options} | {judgement.support.title}
    known |= {one.label for one in judgement.support.responses}
    known |= {f"Level: {one.label}" for one in judgement.support.levels}
    known |= {f"{judgement.grade_risk.title}: {one.label}" for one in judgement.grade_risk.options}
    assert set(compose_report(record, 1, "DRAFT", NOW).texts().values()) - before <= known
