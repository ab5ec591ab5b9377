"""Versions of a report that left the app: what differs between two, text by text."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_records import told

from exports.word.write import word_bytes
from visitapp.domain.change import created
from visitapp.domain.composition import compose_report
from visitapp.domain.marks import FACT_HEADER, NOT_RECORDED
from visitapp.domain.returned.found import frame_of
from visitapp.domain.versions import Altered, after_final, altered_texts, full_versions, revision_for
from visitapp.domain.writing import Export
from visitapp.imports.word.reader import read_content

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


def printed(report):
    """Return the texts round the records as they stand in a Word file: one row of a table is one text."""
    rows = ("\n".join(text.strip() or NOT_RECORDED for text in row) for row in report.front)
    front = ("\n".join(FACT_HEADER), *rows) if report.front else ()
    return (
        report.title,
        report.school,
        *front,
        "Table 1: Actions",
        "Action\nBy",
        "Distribution",
        "Head",
        "Page 1 of 2",
    )


def left_as(*front, school="Sallowfield Primary School"):
    """Return a record whose report left for Word with a front of names and values, and that report."""
    record = exported(told("sallowfield"), "DRAFT")
    report = replace(compose_report(record, 1, "DRAFT", NOW), school=school, front=front)
    return record.with_changes(created(replace(record.exports[0], frame=printed(report)))), report


def test_a_front_that_changed_is_a_new_version_also_when_a_pdf_left_last():
    record, report = left_as(("School", "Sallowfield Primary School"))
    record = record.with_changes(created(replace(record.exports[0], id="x1p", frame=())))
    assert revision_for(record, report) == 1
    assert revision_for(record, replace(report, school="Sallowfield Junior School")) == 2


def test_a_front_line_taken_off_or_put_on_is_a_new_version():
    record, report = left_as(("Head", "H. Sample"), ("Last inspection", "Good"))
    for front in ((), report.front[:1], report.front[1:], (*report.front, ("Hub", "North")), report.front[::-1]):
        assert revision_for(record, replace(report, front=front)) == 2
    assert revision_for(record, report) == 1


def test_a_front_line_that_is_part_of_what_left_is_a_new_version():
    record, report = left_as(("Last inspection", "Good in three areas"), ("Head", "H. Sample"))
    for value in ("Good", "three areas", "H. Sample", ""):
        front = (("Last inspection", value), report.front[1])
        assert revision_for(record, replace(report, front=front)) == 2


def test_a_school_whose_name_is_part_of_the_name_that_left_is_a_new_version():
    record, report = left_as(school="Sallowfield Primary School and Nursery")
    assert revision_for(record, replace(report, school="Sallowfield Primary School")) == 2
    assert revision_for(record, report) == 1


def test_an_export_that_kept_no_frame_is_known_by_its_texts_alone():
    record, report = exported(told("sallowfield"), "DRAFT"), left_as()[1]
    assert revision_for(record, report) == 1


def test_a_school_that_a_template_says_in_a_sentence_is_known_by_the_front():
    record, report = left_as(("School", "Oak"), school="Oak")
    kept = replace(record.exports[0], frame=("Prepared for Oak", *printed(report)[2:]))
    assert revision_for(record.with_changes(created(kept)), report) == 1


rows = st.tuples(st.sampled_from(["Hub", "Head"]), st.sampled_from(["", "Elm", "Elm Hill", "Hill\nElm", " Elm "]))
fronts = st.lists(rows, max_size=3).map(tuple)
schools = st.sampled_from(["Oak", "Oak Hill", "Hill Oak"])


@given(fronts, schools, fronts, schools)
def test_a_report_keeps_its_number_with_the_very_lines_that_left_and_with_no_others(left, named, front, school):
    record, report = left_as(*left, school=named)
    now = replace(report, front=front, school=school)
    assert (revision_for(record, now) == 1) is (printed(now) == printed(report))


def told_by(cover, school, *front):
    """Return a record whose report left under a cover of its template's own making, and that report."""
    record, report = left_as(*front, school=school)
    kept = replace(record.exports[0], frame=(*cover, *printed(report)[2:]))
    return record.with_changes(created(kept)), report


OVERTYPED = ("School", "Oak Infants and Nursery")


@pytest.mark.parametrize(
    "line",
    [
        "School\nOak Infants",
        "Prepared for Oak Infants",
        "Prepared for Oak Infants.",
        "A visit to Oak Infants on 20 November 2025",
        "What was seen at Oak Infants, told to its governors",
        "Review: Oak Infants",
        "Oak Infants | Review",
        "Visited\nthe staff of Oak Infants\nin November",
    ],
)
def test_a_school_is_known_where_a_template_says_it_whatever_the_front_says(line):
    record, report = told_by(("A review", line), "Oak Infants", OVERTYPED)
    assert revision_for(record, report) == 1
    assert revision_for(record, replace(report, school="Elm Infants")) == 2
    assert revision_for(record, replace(report, school="Oak")) == 2


@pytest.mark.parametrize(
    "left",
    [
        "Oak Infants and Nursery",
        "Oak Infants of the Hill",
        "Oak Infants 2",
        "Oak Infants, Upper Site",
        "Oak Infants (North)",
        "Oak Infants-by-Sea",
        "Holy Oak Infants",
        "Elm and Oak Infants",
        "St Mary's Oak Infants",
        "Oak Infantsville",
        "Oak Infants school",
    ],
)
def test_a_longer_name_is_another_school_alone_or_in_a_sentence(left):
    for cover in (left, *([] if left.endswith("school") else [f"Prepared for {left}"])):
        record, report = told_by((cover,), left, ("School", "Overtyped"))
        assert revision_for(record, report) == 1
        assert revision_for(record, replace(report, school="Oak Infants")) == 2


def test_a_school_named_only_behind_the_facts_is_not_the_one_on_the_cover():
    record, report = told_by(("Prepared for Elm Infants",), "Elm Infants", ("School", "Overtyped"))
    kept = replace(record.exports[0], frame=(*record.exports[0].frame, "A copy is kept for Oak Infants"))
    record = record.with_changes(created(kept))
    assert revision_for(record, report) == 1
    assert revision_for(record, replace(report, school="Oak Infants")) == 2


@pytest.mark.parametrize(
    "value", ["1.\tHow well are pupils taught?", "[4]\tReading", "12\tpupils", "(3)\tOne\n4\tTwo"]
)
def test_a_front_that_begins_with_a_number_and_a_tab_keeps_its_version(value):
    record = exported(told("sallowfield"), "DRAFT")
    front = (("School", "Sallowfield Primary School"), ("Focused enquiry", value), (value, "Head"))
    report = replace(compose_report(record, 1, "DRAFT", NOW), front=front)
    frame = frame_of(report.texts(), read_content(word_bytes(report)))
    record = record.with_changes(created(replace(record.exports[0], frame=frame)))
    assert revision_for(record, report) == 1
    assert revision_for(record, replace(report, front=(front[0], ("Focused enquiry", value[3:]), front[2]))) == 2
