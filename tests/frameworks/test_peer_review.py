from datetime import UTC, datetime

from visitapp.domain.composition import compose_report
from visitapp.domain.report import heading_text


def codes(entries):
    return tuple(one.code for one in entries)


def test_its_activities_spread_over_three_days(qa):
    assert qa.days == 3
    assert {day for one in qa.activities for day in one.days} == {1, 2, 3}


def test_its_markers_are_renamed_and_risk_is_absent(qa):
    marks = [(one.short, one.tone, one.prefix, one.key) for one in qa.markers]
    assert marks == [("WWW", "strength", "+", "S"), ("EBI", "develop", "-", "D"), ("Ask", "query", "?", "A")]
    assert codes(qa.finding_kinds) == ("www", "ebi")


def test_an_even_better_if_begins_with_three_dots(qa):
    assert qa.finding_kind("ebi").stem == "... "


def test_its_headings_are_those_of_the_form(blank_visit, qa):
    report = compose_report(blank_visit(qa), 1, "DRAFT", datetime(2025, 11, 20, tzinfo=UTC))
    lead, quality = "Leadership at all levels", "Quality of provision and outcomes"
    more = f"{quality} for disadvantaged pupils and/or pupils with additional needs"
    assert [heading_text(section) for section in report.sections] == [
        "1. Context and character of the school",
        f"2.1 {lead} - What went well",
        f"2.2 {lead} - Even better if...",
        f"3.1 {quality} - What went well",
        f"3.2 {quality} - Even better if...",
        f"4.1 {more} - What went well",
        f"4.2 {more} - Even better if...",
        "5. Area of Excellence",
        "5.1 Why has this area been identified as a strength? What actions has the school taken to establish "
        "expertise in this area?",
        "5.2 What evidence is there of the impact on pupils' outcomes?",
        "5.3 What is the name, job title and email address of the staff lead in this area?",
        "Following the QA Review",
    ]


def test_each_list_section_belongs_to_one_group_and_one_kind(qa):
    lists = [(one.group, one.findings) for one in qa.outline if one.findings]
    assert lists == [(group, (kind,)) for group in "234" for kind in ("www", "ebi")]
    assert codes(qa.finding_groups) == ("2", "3", "4")


def test_its_front_page_keeps_the_order_of_the_form(blank_visit, qa):
    report = compose_report(blank_visit(qa), 1, "DRAFT", datetime(2025, 11, 20, tzinfo=UTC))
    assert [label for label, _ in report.front] == [
        "Name of School",
        "Headteacher",
        "Hub",
        "School phase",
        "MAT",
        "Overall Peer Evaluation Estimate at this QA Review",
        "Date of this Review",
        "Overall Estimate at last QA Review",
        "Date of last QA Review",
        "Grade at last Ofsted inspection",
        "Date of last Ofsted inspection",
    ]
    assert dict(report.front)["School phase"] == "Primary"
    assert dict(report.front)["MAT"] == "Alder Trust"


def test_four_estimates_and_none_by_choice(qa):
    overall = qa.judgement.estimates[0]
    labels = [one.label for one in overall.options]
    assert labels == ["Leading", "Effective", "Working Towards Effective", "Ineffective", "No estimate"]
    assert overall.options[-1].detail == "The school chose a report without an estimate."


def test_only_the_overall_estimate_is_required(qa):
    assert [(one.group, one.required) for one in qa.judgement.estimates] == [
        ("", True),
        ("2", False),
        ("3", False),
        ("4", False),
    ]


def test_it_ends_with_standing_words(blank_visit, qa):
    report = compose_report(blank_visit(qa), 1, "DRAFT", datetime(2025, 11, 20, tzinfo=UTC))
    assert tuple(block.text for block in report.sections[-1].blocks) == qa.closing


def test_the_area_of_excellence_has_a_title_a_mark_and_a_lead(qa):
    assert codes(qa.section("excellence").fields) == ("title", "accredited")
    assert codes(qa.section("excellence-lead").fields) == ("name", "job-title", "email")
    assert not qa.section("excellence").required
