"""What was found and agreed, and what of it is not yet as it should be."""

import pytest
from sample_records import changed, holding, saying, told, without

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Support, support_id
from visitapp.domain.rules import (
    actions_without_first_step,
    actions_without_urgency,
    one_source_findings,
    sources_of,
    undecided_criteria,
    unsupported_findings,
    unused_evidence,
)


@pytest.fixture
def record():
    return told("sallowfield")


def note(record, number):
    return next(one for one in record.notes if one.number == number)


def capacity_risk(record):
    return record.findings("risk")[1]


def test_a_finding_with_evidence_is_supported(record):
    assert unsupported_findings(record) == ()


def test_a_finding_is_unsupported_once_its_last_note_is_gone(record):
    finding = capacity_risk(record)
    first, second = record.notes_of(finding.id)
    one_left = without(record, "note", first.id)
    assert unsupported_findings(one_left) == ()
    assert unsupported_findings(without(one_left, "note", second.id)) == (finding,)


def test_a_link_taken_away_supports_nothing(record):
    finding = capacity_risk(record)
    links = [one.id for one in record.supports(finding.id)]
    assert unsupported_findings(without(record, "support", *links)) == (finding,)


def test_a_blank_note_is_no_support_but_words_beside_it_are(record):
    finding = capacity_risk(record)
    first, second = record.notes_of(finding.id)
    blank = changed(record, "note", first.id, text=" ")
    assert unsupported_findings(blank) == ()
    assert unsupported_findings(changed(blank, "note", second.id, text="\n")) == (finding,)


def test_sources_are_counted_and_notes_without_one_left_out(record):
    finding = record.findings("strength")[0]
    assert sources_of(record, finding) == {"leaders": 1, "lesson": 5, "pupil-voice": 3}
    record = changed(record, "note", note(record, 2).id, source="")
    assert sources_of(record, finding) == {"lesson": 5, "pupil-voice": 3}


def test_a_finding_on_one_kind_of_source_is_named(record):
    assert one_source_findings(record) == ()
    finding = capacity_risk(record)
    leaders_only = changed(record, "note", note(record, 39).id, source="leaders")
    assert one_source_findings(leaders_only) == (finding,)


def test_unused_evidence_is_what_supports_no_finding(record):
    assert [one.label for one in unused_evidence(record)] == ["E1", "E3", "E27", "E31", "E35", "E37", "E40", "E41"]


def test_evidence_of_a_deleted_finding_is_free_again(record):
    freed = {one.label for one in unused_evidence(without(record, "finding", capacity_risk(record).id))}
    assert {"E33", "E39"} <= freed


def test_a_note_in_two_findings_stays_used_when_one_goes(record):
    first, _, third = record.findings("strength")
    shared = note(record, 20)
    assert shared in record.notes_of(first.id)
    assert shared in record.notes_of(third.id)
    assert shared not in unused_evidence(without(record, "finding", first.id))


def test_a_note_that_speaks_against_a_finding_is_used_too(record):
    record = holding(record, Note("late", record.visit_id, 42, "No vacancy after all", taken_at="2025-11-20T15:00"))
    finding = capacity_risk(record)
    link = Support(support_id(finding.id, "late"), record.visit_id, finding.id, "late", against=True)
    assert "late" in {one.id for one in unused_evidence(record)}
    assert "late" not in {one.id for one in unused_evidence(holding(record, link))}


@pytest.mark.parametrize(
    ("field", "rule"), [("first_step", actions_without_first_step), ("urgency", actions_without_urgency)]
)
def test_an_action_that_lacks_something_is_found(record, field, rule):
    second = record.actions[1]
    assert rule(record) == ()
    assert [one.id for one in rule(changed(record, "action", second.id, **{field: ""}))] == [second.id]


def test_spaces_are_no_first_step(record):
    second = record.actions[1]
    found = actions_without_first_step(changed(record, "action", second.id, first_step="  "))
    assert [one.id for one in found] == [second.id]


def test_a_criterion_is_undecided_until_it_has_a_value(record):
    assert undecided_criteria(record) == ()
    assert [one.letter for one in undecided_criteria(saying(record, criterion__k=None))] == ["k"]


def test_not_applicable_is_a_decision(record):
    assert record.answer("criterion.g").value == "not-applicable"
