"""Before a report is final: each sort of check, met and not met, and where it leads."""

import pytest
from sample_records import begun, changed, library, made_up_programme, reading, saying, told, without

from visitapp.domain.checks import check_results, is_ready, section_words
from visitapp.domain.places import answered


def result(record, code):
    return next(one for one in check_results(record) if one.check.code == code)


def unmet(record, code):
    found = result(record, code)
    assert not found.met
    return found.note, found.place


@pytest.fixture
def sallowfield():
    return told("sallowfield")


@pytest.fixture
def quillmoor():
    return told("quillmoor")


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_a_whole_visit_meets_every_check(code):
    assert [one.check.title for one in check_results(told(code)) if not one.met] == []
    assert is_ready(told(code))


@pytest.mark.parametrize("framework", [*library().frameworks, made_up_programme()], ids=lambda one: one.code)
def test_an_empty_visit_is_not_ready_and_every_required_check_says_where_to_go(framework):
    record = begun(framework)
    assert not is_ready(record)
    for one in check_results(record):
        assert one.met or (one.note and one.place.startswith(("report:", "summary:")))


def test_a_section_without_words_is_not_started(sallowfield):
    assert unmet(reading(sallowfield, "context", " \n "), "context-written") == ("Not started", "report:context")


def test_a_section_made_of_findings_counts_as_written(quillmoor):
    assert "coaching has changed their teaching" in section_words(quillmoor, "leadership-www")
    assert section_words(quillmoor, "no-such-section") == ""


@pytest.mark.parametrize(
    "said", ["All is as it should be.", "Phonics and combined: 61% in 2025.", "63% is expected."]
)
@pytest.mark.parametrize("code", ["expected-rwm", "expected-phonics"])
def test_what_is_expected_must_be_said_with_a_figure(sallowfield, code, said):
    record = reading(sallowfield, "standards", said)
    assert unmet(record, code) == ("No expected figure yet", "report:standards")


def test_a_section_that_does_not_use_the_words_does_not_mention_the_thing(sallowfield):
    record = reading(sallowfield, "leadership", "All is as it should be.")
    assert unmet(record, "governance-said") == ("Not said yet", "report:leadership")


def test_capitals_do_not_matter_to_a_mention(sallowfield):
    assert result(reading(sallowfield, "leadership", "GOVERNORS ask."), "governance-said").met
    assert result(reading(sallowfield, "standards", "PHONICS: 88% EXPECTED."), "expected-phonics").met


def test_the_risk_to_the_grade_must_be_said(sallowfield):
    record = reading(sallowfield, "risks", "Results may fall.")
    record = record.with_changes(answered(record, "grade-risk", value=None))
    assert unmet(record, "risks-to-grade") == ("Not said yet", "report:risks")


@pytest.mark.parametrize("value", [None, "later", "no-such-option"])
def test_a_decision_put_off_or_unknown_is_not_made(sallowfield, value):
    record = saying(sallowfield, decision=value)
    assert unmet(record, "priority-stated") == ("Not decided yet", "summary:judgement")


def test_reasons_are_asked_for_only_where_the_decision_needs_them(sallowfield):
    silent = changed(sallowfield, "answer", sallowfield.answer("decision").id, note=" ")
    assert result(silent, "priority-reasons").met
    assert unmet(saying(silent, decision="priority"), "priority-reasons")[1] == "summary:judgement"
    assert result(saying(sallowfield, decision="priority"), "priority-reasons").met


@pytest.mark.parametrize(("code", "field"), [("first-steps", "first_step"), ("urgencies", "urgency")])
def test_actions_that_lack_something_are_named_by_number(sallowfield, code, field):
    second, third = sallowfield.actions[1:]
    record = changed(changed(sallowfield, "action", second.id, **{field: ""}), "action", third.id, **{field: ""})
    assert unmet(record, code) == ("Action 2, 3", "summary:actions")


def test_without_any_action_none_is_agreed_yet(sallowfield):
    record = without(sallowfield, "action", *(one.id for one in sallowfield.actions))
    assert unmet(record, "first-steps")[0] == "No action agreed yet"


def test_criteria_not_considered_are_named_by_letter(sallowfield):
    record = saying(saying(sallowfield, criterion__b=None), criterion__k=None)
    assert unmet(record, "criteria-considered") == ("Not yet considered: b, k", "summary:judgement")


def test_a_kind_without_a_finding_is_named(sallowfield):
    record = without(sallowfield, "finding", *(one.id for one in sallowfield.findings("develop")))
    assert unmet(record, "findings-listed") == ("None yet: areas for development", "summary:findings")


def test_a_group_that_lacks_a_kind_is_named_by_its_number(quillmoor):
    record = without(quillmoor, "finding", *(one.id for one in quillmoor.findings("ebi", "4")))
    note, place = unmet(record, "groups-complete")
    assert note == "None yet: 4 Even better if"
    assert place == "summary:findings"


def test_a_finding_whose_notes_are_gone_has_no_evidence(sallowfield):
    finding = sallowfield.findings("risk")[1]
    record = without(sallowfield, "note", *(one.id for one in sallowfield.notes_of(finding.id)))
    assert unmet(record, "findings-supported")[0] == "1 finding has no evidence"


def test_a_blank_note_supports_nothing(sallowfield):
    record = sallowfield
    for note in sallowfield.notes_of(sallowfield.findings("risk")[1].id):
        record = changed(record, "note", note.id, text="  \n")
    assert not result(record, "findings-supported").met


def test_a_field_of_the_front_page_must_be_filled(sallowfield):
    record = saying(sallowfield, front__headteacher="  ")
    assert unmet(record, "headteacher-named") == ("Headteacher: not filled in", "report:front")


def test_a_field_of_a_section_must_be_filled(quillmoor):
    record = saying(quillmoor, field__excellence__title="")
    assert unmet(record, "excellence-title") == ("Title: not filled in", "report:excellence")


def test_no_estimate_by_choice_is_an_estimate(quillmoor):
    assert unmet(saying(quillmoor, estimate__overall=None), "overall-estimate")[1] == "summary:judgement"
    assert result(saying(quillmoor, estimate__overall="none"), "overall-estimate").met


def test_unmet_required_checks_come_first_and_met_ones_last(quillmoor):
    record = saying(reading(quillmoor, "context", ""), front__phase="")
    asked = [one.code for one in record.framework.checks]
    assert asked.index("phase-given") < asked.index("context-written")
    found = check_results(record)
    assert [one.check.code for one in found[:2]] == ["context-written", "phase-given"]
    assert all(one.met for one in found[2:])


def test_an_optional_check_never_keeps_a_report_back(sallowfield):
    assert is_ready(saying(sallowfield, criterion__a=None))
