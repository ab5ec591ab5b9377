"""What stands around the criteria: data that judges nothing, evidence in order, and what the report will say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library, saying, told

from visitapp.domain.criteria import (
    applicable_criteria,
    concerns,
    considered_criteria,
    facts_known,
    facts_unknown,
    reported_as,
)
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding, Support, support_id
from visitapp.domain.matters import matters
from visitapp.domain.weighable import Nearness, offered_findings, offered_notes
from visitapp.domain.weighing import Bearing, bearing_id

VISIT = "visit"
KEY = "criterion.c"


@pytest.fixture
def record():
    return begun(next(one for one in library().frameworks if one.code == "llpr-primary"))


def criterion(record, code):
    return next(one for one in record.framework.judgement.criteria if one.code == code)


def note(number, text, **fields):
    return Note(f"n{number}", VISIT, number, text, taken_at=f"2025-11-20T10:{number:02}:00+00:00", **fields)


def finding(finding_id="f1", kind="risk", text="Attendance may fall.", **fields):
    return Finding(finding_id, VISIT, kind, text=text, **fields)


def linked(record, key, **ids):
    other = next(iter(ids.values()))
    return holding(record, Bearing(bearing_id(VISIT, key, other), VISIT, key, **ids))


def test_a_fact_that_is_filled_in_is_told_with_its_unit(record):
    record = saying(record, fact__attendance="94.6", fact__suspensions="5")
    assert facts_known(record, criterion(record, "c")) == ("Attendance 94.6%", "Suspensions 5")
    assert facts_unknown(record, criterion(record, "c")) == ()


def test_a_per_cent_sign_is_not_said_twice_and_a_date_is_said_in_words(record):
    record = saying(record, **{"fact__attendance": "94.6 %", "fact__last-inspection-date": "2025-01-21"})
    assert facts_known(record, criterion(record, "c")) == ("Attendance 94.6%",)
    assert facts_known(record, criterion(record, "d")) == ("Last inspection date 21 January 2025",)


def test_what_is_not_known_is_named_without_a_figure(record):
    assert facts_known(record, criterion(record, "c")) == ()
    assert facts_unknown(record, criterion(record, "c")) == ("Attendance", "Suspensions")


def test_a_criterion_without_facts_has_nothing_beside_it(record):
    assert facts_known(record, criterion(record, "f")) == facts_unknown(record, criterion(record, "f")) == ()


def test_a_criterion_set_aside_is_neither_asked_nor_considered(record):
    record = saying(record, criterion__a="no", criterion__g="not-applicable")
    assert len(applicable_criteria(record)) == 10
    assert [one.code for one in considered_criteria(record)] == ["a"]


def test_a_concern_is_one_a_person_chose(record):
    record = saying(
        record, criterion__a="watch", criterion__b="no", criterion__c="yes", criterion__g="not-applicable"
    )
    found = concerns(record)
    assert [(one.criterion.letter, one.value.label, one.reported_as) for one in found] == [
        ("a", "Watch", ()),
        ("c", "Yes", ()),
    ]


def test_a_concern_is_reported_under_the_kinds_of_its_findings_in_the_frameworks_order(record):
    record = holding(saying(record, criterion__c="watch"), finding(), finding("f2", "develop", "Act on absence."))
    record = linked(linked(record, KEY, finding_id="f1"), KEY, finding_id="f2")
    assert concerns(record)[0].reported_as == ("Areas for development", "Risks")


@pytest.mark.parametrize("text", ["", "  "])
def test_a_finding_without_words_does_not_stand_in_the_report(record, text):
    record = linked(holding(saying(record, criterion__c="watch"), finding(text=text)), KEY, finding_id="f1")
    assert concerns(record)[0].findings
    assert concerns(record)[0].reported_as == ()
    assert reported_as(record, finding(kind="no-such-kind")) == ""


def test_notes_are_offered_the_linked_first_then_those_of_linked_findings_then_those_that_use_its_words(record):
    notes = (note(1, "Breakfast club"), note(2, "Suspended twice"), note(3, "Seen in books"), note(4, "Linked"))
    record = holding(record, *notes, note(5, " "), finding(), Support(support_id("f1", "n3"), VISIT, "f1", "n3"))
    record = linked(linked(record, KEY, note_id="n4"), KEY, finding_id="f1")
    offered = offered_notes(record, KEY, "Inclusion, attendance, suspension")
    assert [(one.one.id, one.nearness) for one in offered] == [
        ("n4", Nearness.LINKED),
        ("n3", Nearness.IN_FINDING),
        ("n2", Nearness.MENTIONS),
        ("n1", Nearness.OTHER),
    ]


def test_findings_are_offered_the_linked_first_then_by_kind(record):
    strong = finding("f2", "strength", "Reading is taught well.")
    record = linked(holding(record, finding(), strong, finding("f3", text="Roof leaks.")), KEY, finding_id="f3")
    assert [one.one.id for one in offered_findings(record, KEY, "Attendance")] == ["f3", "f1", "f2"]


def test_words_too_short_to_say_anything_bring_nothing_forward(record):
    record = holding(record, note(1, "In and of the key"))
    assert offered_notes(record, KEY, "in of key (2)")[0].nearness is Nearness.OTHER


def test_signs_in_the_words_are_only_signs(record):
    record = holding(record, note(1, "Teaching (all of it)"))
    assert offered_notes(record, KEY, "teaching( [a-z]* \\b")[0].nearness is Nearness.MENTIONS


VALUES = st.sampled_from([None, "no", "watch", "yes", "not-applicable"])


@settings(max_examples=60, deadline=None)
@given(values=st.lists(VALUES, min_size=11, max_size=11), links=st.sets(st.sampled_from("abcdefghijk")))
def test_what_is_said_missing_at_the_foot_is_what_the_list_of_matters_says(values, links):
    record = begun(next(one for one in library().frameworks if one.code == "llpr-primary"))
    record = holding(record, finding())
    for one, value in zip(record.framework.judgement.criteria, values, strict=True):
        record = saying(record, **{f"criterion__{one.code}": value})
    for code in links:
        record = linked(record, f"criterion.{code}", finding_id="f1")
    missing = {f"criterion.{one.criterion.code}" for one in concerns(record) if not one.findings}
    assert missing == {one.about for one in matters(record) if one.kind == "criterion-without-finding"}


def test_every_note_with_words_is_offered_once():
    record = told("sallowfield")
    offered = [one.one.id for one in offered_notes(record, "criterion.e", "Culture, safety or well-being")]
    assert sorted(offered) == sorted(one.id for one in record.notes if one.text.strip())


def test_a_deleted_note_is_not_offered(record):
    record = holding(record, note(1, "Seen"))
    assert offered_notes(changed(record, "note", "n1", deleted=True), KEY, "") == ()
