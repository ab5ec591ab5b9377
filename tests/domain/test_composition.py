"""A visit becomes a report: all of it, in the framework's order, and nothing that was not said."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library, made_up_programme, reading, sample, saying, told, without

from visitapp.domain.composition import NOT_GIVEN, compose_report
from visitapp.domain.finding import Action, Finding
from visitapp.domain.prose import plain
from visitapp.domain.report import Bullets, Paragraph, Table
from visitapp.domain.text import paragraphs
from visitapp.domain.writing import section_text

NOW = datetime(2025, 11, 20, 15, 42, tzinfo=UTC)
WHOLE = ("sallowfield", "quillmoor")


def composed(record, status="DRAFT"):
    return compose_report(record, 1, status, NOW)


def section(report, code):
    return next(one for one in report.sections if one.id == f"section.{code}")


def lines(report, code):
    found = []
    for block in section(report, code).blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += [item.text for item in block.items]
    return found


def kinds(report, code):
    return [type(block) for block in section(report, code).blocks]


def table(report, code):
    return next(block for block in section(report, code).blocks if isinstance(block, Table))


@pytest.mark.parametrize("code", WHOLE)
def test_every_section_stands_in_the_order_of_the_outline(code):
    record = told(code)
    ids = [one.id for one in composed(record).sections]
    wanted = [f"section.{one.code}" for one in record.framework.outline]
    assert [one for one in ids if one in wanted] == wanted


@pytest.mark.parametrize("code", WHOLE)
def test_every_finding_action_and_paragraph_is_there_once_under_its_own_id(code):
    record = told(code)
    texts = composed(record).texts()
    written = [block for one in record.framework.outline for block in record.blocks(one.code)]
    assert {one.id: texts[one.id] for one in record.findings()} == {one.id: one.text for one in record.findings()}
    assert {one.id: texts[one.id] for one in written} == {one.id: plain(one.text) for one in written}
    for number, action in enumerate(record.actions, 1):
        assert texts[action.id].startswith(f"{number}. {action.text}\n")


@pytest.mark.parametrize("code", WHOLE)
def test_no_id_stands_for_two_texts(code):
    ids = []
    for one in composed(told(code)).sections:
        ids.append(one.id)
        for block in one.blocks:
            if isinstance(block, Bullets):
                ids += [item.id for item in block.items]
            else:
                ids += [block.id, *getattr(block, "row_ids", ())]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("code", WHOLE)
def test_a_whole_visit_leaves_no_place_unfilled(code):
    report = composed(told(code))
    assert NOT_GIVEN not in report.texts().values()
    assert NOT_GIVEN not in dict(report.front).values()
    assert all(text.strip() for text in report.texts().values())


@pytest.mark.parametrize("code", WHOLE)
def test_heading_levels_never_skip(code):
    levels = [one.level for one in composed(told(code)).sections]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_sections_of_a_part_stand_one_level_below_it():
    levels = {one.heading: one.level for one in composed(told("sallowfield")).sections}
    assert (levels["Context"], levels["Commentary"], levels["Significant risks"]) == (1, 1, 2)
    assert (levels["Summary of main findings"], levels["Risks"]) == (1, 2)


@pytest.mark.parametrize("code", WHOLE)
def test_evidence_stays_out_of_the_report_private_notes_above_all(code):
    record = told(code)
    whole = "\n".join(composed(record).texts().values())
    assert [note.label for note in record.notes if note.text in whole] == []


@pytest.mark.parametrize("key", [one.key for one in library().frameworks] + ["library-walk@2026"])
def test_an_empty_visit_still_has_every_heading_and_says_what_is_missing(key):
    framework = library().find(key) or made_up_programme()
    report = composed(begun(framework))
    assert {f"section.{one.code}" for one in framework.outline} <= {one.id for one in report.sections}
    for one in framework.outline:
        closing = one is framework.outline[-1] and framework.closing
        assert bool(closing) or one.measures or lines(report, one.code) == [NOT_GIVEN]


def test_the_front_page_draws_on_school_visit_reviewer_and_facts():
    front = dict(composed(told("sallowfield")).front)
    assert front["School"] == "Sallowfield Primary School"
    assert front["Date of visit"] == "20 November 2025"
    assert front["Leadership and Learning Partner"] == "R. Alder"
    assert front["Last inspection"] == "Good in three areas, outstanding in behaviour"


def test_an_estimate_is_given_on_the_front_page_in_words():
    front = dict(composed(told("quillmoor")).front)
    assert front["Overall Peer Evaluation Estimate at this QA Review"] == "Effective"
    assert front["Date of this Review"] == "1 to 3 December 2025"


def test_subtitle_author_status_and_revision_are_carried():
    report = compose_report(told("sallowfield"), 3, "FINAL", NOW, sample=True)
    assert (report.revision, report.status, report.sample) == (3, "FINAL", True)
    assert report.subtitle == "LLPR visit, 20 November 2025"
    assert report.author == "R. Alder, Leadership and Learning Partner"


def test_composing_twice_gives_the_same_report():
    assert composed(told("quillmoor")) == composed(told("quillmoor"))


def test_the_activities_of_the_day_are_listed_with_their_classrooms():
    listed = lines(composed(told("sallowfield")), "context")
    assert "Learning walk (Mathematics lead): 09:45 to 12:00, 7 classrooms visited" in listed
    assert listed[0].endswith("): 08:45 to 09:45")


def test_over_several_days_an_activity_says_its_day():
    record = told("quillmoor")
    outline = tuple(replace(one, activities=one.code == "context") for one in record.framework.outline)
    listed = lines(composed(replace(record, framework=replace(record.framework, outline=outline))), "context")
    assert "): Day 2, 10:45 to 11:45" in listed[6]


def test_findings_of_a_headed_section_stand_under_their_kind():
    report = composed(told("sallowfield"))
    below = [one.heading for one in report.sections if one.id.startswith("section.main-findings.")]
    assert below == ["Strengths", "Areas for development", "Risks"]


def test_a_finding_stays_in_its_own_group():
    record = told("quillmoor")
    for group in record.framework.finding_groups:
        for kind in record.framework.finding_kinds:
            code = next(
                one.code for one in record.framework.outline if one.group == group.code and kind.code in one.findings
            )
            assert lines(composed(record), code) == [one.text for one in record.findings(kind.code, group.code)]


def test_a_finding_without_words_is_left_out_and_its_neighbours_stay():
    record = told("sallowfield")
    blank, *others = record.findings("strength")
    report = composed(changed(record, "finding", blank.id, text="  \n"))
    assert lines(report, "main-findings.strength") == [one.text for one in others]


def test_a_finding_of_two_paragraphs_is_one_item():
    record = told("sallowfield")
    first = record.findings("risk")[0]
    report = composed(changed(record, "finding", first.id, text="One.\n\n\n  Two. "))
    assert lines(report, "main-findings.risk")[0] == "One.\n\nTwo."


def test_a_deleted_finding_or_action_does_not_come_back_in_the_report():
    record = told("sallowfield")
    gone = (record.findings("risk")[0], record.actions[1])
    report = composed(without(without(record, "finding", gone[0].id), "action", gone[1].id))
    assert not {one.id for one in gone} & set(report.texts())
    assert [row[0][:2] for row in table(report, "actions").rows] == ["1.", "2."]


def test_the_decision_is_a_statement_followed_by_its_reasons():
    record = told("sallowfield")
    found = lines(composed(record), "main-findings")
    assert found[-2:] == [
        "The school is not a priority for local authority support.",
        record.answer("decision").note,
    ]


def test_a_decision_put_off_makes_no_statement():
    record = saying(told("sallowfield"), decision="later")
    assert not any("priority for local authority" in text for text in lines(composed(record), "main-findings"))


def test_an_action_half_filled_in_has_no_empty_cell():
    record = holding(begun(library().find("llpr-primary@2024-25")), Action("a", "visit", "Read more"))
    assert table(composed(record), "actions").rows == (("1. Read more", "Not set", "Not set", "Not set", "Not set"),)


def test_an_action_without_words_is_not_printed():
    record = holding(begun(library().find("llpr-primary@2024-25")), Action("a", "visit", "  "))
    assert kinds(composed(record), "actions") == [Paragraph]


def test_a_due_day_is_written_short_and_other_words_are_kept():
    record = told("sallowfield")
    first, second, _ = record.actions
    report = composed(changed(record, "action", second.id, due="by Easter"))
    assert [row[-1] for row in table(report, "actions").rows][:2] == ["5 Dec 2025", "by Easter"]
    assert first.due == "2025-12-05"


def test_standing_words_close_a_report_until_others_are_written():
    record = told("quillmoor")
    assert lines(composed(record), "following") == list(record.framework.closing)
    assert lines(composed(reading(record, "following", "Told by telephone.")), "following") == ["Told by telephone."]


def test_fields_of_a_section_come_as_labels_in_their_order():
    assert lines(composed(told("quillmoor")), "excellence") == ["Coaching that changes teaching", "Not accredited"]


def test_lines_with_a_sign_become_a_list_where_they_stand():
    record = reading(told("sallowfield"), "context", "First.\n- one\n• two\n* three\nLast.")
    report = composed(record)
    assert lines(report, "context")[-5:] == ["First.", "one", "two", "three", "Last."]
    assert kinds(report, "context")[-3:] == [Paragraph, Bullets, Paragraph]


TEXTS = st.text(st.characters(codec="utf-8"), max_size=120)


@given(TEXTS)
def test_whatever_is_written_in_a_section_comes_out_whole_and_in_order(text):
    record = reading(begun(library().find("llpr-primary@2024-25")), "risks", text)
    written = [block.text for block in record.blocks("risks")]
    expected = [one[2:].strip() if one.startswith(("- ", "• ", "* ")) else one for one in written]
    assert lines(composed(record), "risks") == (expected or [NOT_GIVEN])
    assert tuple(written) == paragraphs(text)


@given(st.lists(TEXTS, max_size=5))
def test_no_finding_is_lost_whatever_its_words(texts):
    framework = library().find("llpr-primary@2024-25")
    made = [Finding(f"f{n}", "visit", "risk", text=text, position=float(n)) for n, text in enumerate(texts)]
    found = composed(holding(begun(framework), *made)).texts()
    assert [one.id for one in made if one.id in found] == [one.id for one in made if paragraphs(one.text)]


def test_the_prose_of_the_file_is_the_prose_of_the_report():
    record, file = told("sallowfield"), sample("sallowfield")
    for code in file.prose:
        assert section_text(record.blocks(code)) == file.section_text(code)
