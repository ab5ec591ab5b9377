"""Versions of a report that left the app: what differs between two, text by text."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from sample_records import told

from visitapp.domain.change import created
from visitapp.domain.composition import compose_report
from visitapp.domain.versions import Altered, after_final, altered_texts, full_versions, revision_for
from visitapp.domain.writing import Export

NOW = datetime(2025, 12, 4, tzinfo=UTC)
BEFORE = {"section.a": "Context", "b1": "Small.", "b2": "Rural.", "section.b": "Risks", "b3": "None."}
texts = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(["one", "two", ""]), max_size=8)


def exported(record, status="FINAL", revision=1, variant=""):
    report = compose_report(record, revision, status, NOW)
    kept = tuple(part for pair in report.texts().items() for part in pair)
    one = Export(f"x{revision}{variant}", record.visit_id, revision, status, "r.docx", variant=variant, texts=kept)
    return record.with_changes(created(one))


def test_the_same_texts_differ_in_nothing():
    assert altered_texts(BEFORE, dict(BEFORE)) == ()


def test_a_text_reworded_stands_under_its_heading():
    assert altered_texts(BEFORE, BEFORE | {"b3": "Attendance."}) == (Altered("b3", "Risks", "None.", "Attendance."),)


def test_a_text_that_is_gone_stands_where_it_stood():
    after = {key: text for key, text in BEFORE.items() if key != "b2"} | {"b3": "Some."}
    assert [one.record_id for one in altered_texts(BEFORE, after)] == ["b2", "b3"]
    assert altered_texts(BEFORE, after)[0] == Altered("b2", "Context", "Rural.", "")


def test_a_new_text_has_nothing_before():
    after = {"section.a": "Context", "b1": "Small.", "b9": "New head.", "b2": "Rural.", "section.b": "Risks"}
    assert altered_texts(BEFORE, after)[0] == Altered("b9", "Context", "", "New head.")


@given(texts, texts)
def test_what_differs_leads_from_one_version_to_the_other(before, after):
    found = altered_texts(before, after)
    made = dict(before)
    for one in found:
        assert made.get(one.record_id, "") == one.before
        made[one.record_id] = one.after
    assert {key: text for key, text in made.items() if text} == {key: text for key, text in after.items() if text}
    assert len({one.record_id for one in found}) == len(found)


def test_papers_beside_the_report_are_no_versions_of_it():
    record = exported(exported(told("sallowfield")), revision=2, variant="governors")
    assert [one.revision for one in full_versions(record)] == [1]


def test_edits_after_a_final_report_are_seen_and_after_a_draft_they_are_not():
    for status, seen in (("FINAL", 1), ("DRAFT", 0)):
        record = exported(told("sallowfield"), status)
        assert after_final(record, compose_report(record, 2, "DRAFT", NOW)) == ()
        code = next(one.code for one in record.framework.outline if record.blocks(one.code))
        block = record.blocks(code)[0]
        changed = record.with_changes(created(replace(block, text="Something else entirely.")))
        assert len(after_final(changed, compose_report(changed, 2, "DRAFT", NOW))) == seen


def test_a_front_that_changed_is_a_new_version_also_when_a_pdf_left_last():
    record = exported(told("sallowfield"), "DRAFT")
    report = compose_report(record, 1, "DRAFT", NOW)
    frame = (report.school, *(f"{name}\n{value}" for name, value in report.front))
    word = replace(record.exports[0], frame=frame)
    record = record.with_changes(created(word)).with_changes(created(replace(word, id="x1p", frame=())))
    assert revision_for(record, report) == 1
    assert revision_for(record, replace(report, school="Sallowfield Junior School")) == 2
