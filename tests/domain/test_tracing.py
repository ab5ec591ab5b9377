"""What each sentence of the report rests on, and that none of it is printed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sample_records import told

from visitapp.domain.change import created
from visitapp.domain.composition import compose_report
from visitapp.domain.places import answered, changes_for, section_place
from visitapp.domain.report import Bullets, Paragraph, Report, ReportSection
from visitapp.domain.report_words import spelt_out
from visitapp.domain.tracing import (
    cited_notes,
    evidenced,
    facts,
    facts_wanted,
    known_labels,
    left_out,
    other_figures,
    unknown_names,
    without_evidence,
)

NOW = datetime(2025, 12, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def record():
    return told("sallowfield")


def written(record, section, text):
    return record.with_changes(changes_for(record, section_place(section), text))


def printed(record, section):
    report = compose_report(record, 1, "DRAFT", NOW)
    return next(one for one in report.sections if one.id == f"section.{section}").blocks


def test_sentences_with_evidence_are_counted_and_those_without_are_found():
    text = "One rests on a note. [E1] Two does not. Three rests on a fact. [D2]"
    assert evidenced(text) == (2, 3)
    assert [text[start:end] for start, end in without_evidence(text)] == ["Two does not."]
    assert evidenced("") == (0, 0)


def test_evidence_in_the_text_is_not_printed_and_bold_is(record):
    text = "Teaching is **strong**. [E1]\n- Books show it. [E2]\n[E3]"
    first, items = printed(written(record, "teaching", text), "teaching")
    assert (first.text, first.bold) == ("Teaching is strong.", ((12, 18),))
    assert [one.text for one in items.items] == ["Books show it."]


def test_a_name_that_is_no_evidence_of_this_visit_is_printed_and_told(record):
    text = "Room [E9999] is new. [E1]"
    assert unknown_names(record, text) == ("E9999",)
    assert printed(written(record, "teaching", text), "teaching")[0].text == "Room [E9999] is new."


def test_a_note_named_in_the_report_is_left_out_no_longer(record):
    assert not any(note.private for note in left_out(record))
    note = left_out(record)[0]
    named = written(record, "teaching", f"It is so. [{note.label}]")
    assert note.id in cited_notes(named)
    assert note not in left_out(named)


def test_a_deleted_note_is_no_evidence_any_more(record):
    note = record.notes[0]
    gone = record.with_changes(created(replace(note, deleted=True)))
    assert note.label not in known_labels(gone)


def test_facts_are_numbered_as_the_programme_lists_them_whatever_else_is_known(record):
    numbers = {one.code: one.number for one in facts(record)}
    first = record.framework.school_facts[0].code
    without = record.with_changes(answered(record, f"fact.{first}", value=""))
    assert {one.code: one.number for one in facts(without)} == {
        code: number for code, number in numbers.items() if code != first
    }


def test_a_figure_that_is_no_longer_that_of_the_fact_is_told(record):
    fact = next(one for one in facts(record) if one.text.rstrip("%").isdigit())
    right = f"It was {fact.text} in all. [{fact.label}]"
    assert other_figures(record, right) == ()
    later = record.with_changes(answered(record, f"fact.{fact.code}", value="999%"))
    (found,) = other_figures(later, right)
    assert (found.fact.code, found.fact.text) == (fact.code, "999%")
    assert right[found.start : found.end] == right


def test_a_sentence_without_a_figure_is_right_about_every_fact_and_years_are_no_figures(record):
    fact = next(one for one in facts(record) if one.code == "attendance")
    assert other_figures(record, f"Attendance is rising. [{fact.label}]") == ()
    assert other_figures(record, f"In 2025 attendance was rising in Year 4. [{fact.label}]") == ()
    assert len(other_figures(record, f"In 2025 attendance was 12%. [{fact.label}]")) == 1


def test_a_section_is_offered_the_facts_its_programme_names_until_its_text_does(record):
    section = record.framework.section("standards")
    wanted = facts_wanted(record, section, "")
    assert [one.code for one in wanted] == list(section.facts)
    assert wanted[0].says.startswith(f"{wanted[0].text}% of pupils")
    assert facts_wanted(record, section, f"It is so. [{wanted[0].label}]") == wanted[1:]
    unknown = record.with_changes(answered(record, f"fact.{wanted[0].code}", value=""))
    assert facts_wanted(unknown, section, "") == wanted[1:]
    assert all(other_figures(record, f"{one.says} [{one.label}]") == () for one in facts(record))


def test_bold_stays_on_its_words_when_abbreviations_before_it_are_spelt_out():
    body = Paragraph("p", "The tchr is very good.", bold=((9, 11), (17, 21)))
    report = Report("r", 1, "T", "S", "", "DRAFT", "", NOW, (), (ReportSection("s", "H", 1, (body, Bullets(()))),))
    (section,) = spelt_out(report, {"tchr": "teacher"}).sections
    found = section.blocks[0]
    assert found.text == "The teacher is very good."
    assert [found.text[start:end] for start, end in found.bold] == ["is", "good"]
