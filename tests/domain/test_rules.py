"""What was found and agreed, and what of it is not yet as it should be."""

import pytest
from sample_records import changed, holding, saying, told, without

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Support, support_id
from visitapp.domain.matters import matters
from visitapp.domain.rules import sources_of, unused_evidence, used_note_ids
from visitapp.domain.weighing import Bearing, bearing_id


@pytest.fixture
def record():
    return told("sallowfield")


def left(record, kind):
    """Return what matters of one kind are about."""
    return [one.about for one in matters(record) if one.kind == kind]


def note(record, number):
    return next(one for one in record.notes if one.number == number)


def capacity_risk(record):
    return record.findings("risk")[1]


def test_a_finding_with_evidence_is_supported(record):
    assert left(record, "finding-unsupported") == []


def test_a_finding_is_unsupported_once_its_last_note_is_gone(record):
    finding = capacity_risk(record)
    first, second = record.notes_of(finding.id)
    one_left = without(record, "note", first.id)
    assert left(one_left, "finding-unsupported") == []
    assert left(without(one_left, "note", second.id), "finding-unsupported") == [finding.id]


def test_a_link_taken_away_supports_nothing(record):
    finding = capacity_risk(record)
    links = [one.id for one in record.supports(finding.id)]
    assert left(without(record, "support", *links), "finding-unsupported") == [finding.id]


def test_a_blank_note_is_no_support_but_words_beside_it_are(record):
    finding = capacity_risk(record)
    first, second = record.notes_of(finding.id)
    blank = changed(record, "note", first.id, text=" ")
    assert left(blank, "finding-unsupported") == []
    assert left(changed(blank, "note", second.id, text="\n"), "finding-unsupported") == [finding.id]


def test_sources_are_counted_and_notes_without_one_left_out(record):
    finding = record.findings("strength")[0]
    assert sources_of(record, finding) == {"leaders": 1, "lesson": 5, "pupil-voice": 3}
    record = changed(record, "note", note(record, 2).id, source="")
    assert sources_of(record, finding) == {"lesson": 5, "pupil-voice": 3}


def test_a_finding_on_one_kind_of_source_is_named(record):
    assert left(record, "finding-one-source") == []
    finding = capacity_risk(record)
    leaders_only = changed(record, "note", note(record, 39).id, source="leaders")
    assert left(leaders_only, "finding-one-source") == [finding.id]


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


def test_a_note_that_shows_excellence_is_used_and_one_that_speaks_to_a_criterion_is_not(record):
    free = note(record, 27)
    for key, used in (("criterion.a", False), ("excellence", True)):
        link = Bearing(bearing_id(record.visit_id, key, free.id), record.visit_id, key, note_id=free.id)
        assert (free.id in used_note_ids(holding(record, link))) is used
        assert (free in unused_evidence(holding(record, link))) is not used


@pytest.mark.parametrize("field", ["first_step", "urgency"])
def test_an_action_that_lacks_something_is_found(record, field):
    second, kind = record.actions[1], f"action-without-{field.replace('_', '-')}"
    assert left(record, kind) == []
    assert left(changed(record, "action", second.id, **{field: ""}), kind) == [second.id]


def test_spaces_are_no_first_step(record):
    second = record.actions[1]
    blank = changed(record, "action", second.id, first_step="  ")
    assert left(blank, "action-without-first-step") == [second.id]


def test_a_criterion_is_undecided_until_it_has_a_value(record):
    assert left(record, "criterion-undecided") == []
    assert left(saying(record, criterion__k=None), "criterion-undecided") == ["criterion.k"]


def test_not_applicable_is_a_decision(record):
    assert record.answer("criterion.g").value == "not-applicable"
