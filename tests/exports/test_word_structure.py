"""A Word report holds what the report holds, in its order, with the properties a reader and a machine need."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from docx import Document

from exports.word.wording import SAMPLE
from tests.exports.sample_reports import paired_report, partner_report, report_of
from tests.exports.word_files import lines, part, read, written
from visitapp.domain.marks import NOTHING_WRITTEN
from visitapp.domain.report import Bullet, Bullets, Paragraph, ReportSection, Table, heading_text


def _sections(count, level=1):
    return tuple(ReportSection(f"s{number}", f"Section {number}", level, ()) for number in range(count))


@pytest.mark.parametrize("report", [partner_report(), paired_report()], ids=["partner", "paired"])
def test_headings_stand_in_the_order_and_level_of_the_report(report, tmp_path):
    headings = read(report, tmp_path).headings
    expected = [(section.level, heading_text(section)) for section in report.sections]
    assert list(headings[: len(expected)]) == expected


def test_a_number_stands_before_its_heading(tmp_path):
    assert (1, "2.1 Leadership at all levels - What went well") in read(paired_report(), tmp_path).headings


def test_distribution_and_confidentiality_end_the_report(tmp_path):
    assert read(partner_report(), tmp_path).headings[-2:] == ((1, "Distribution"), (1, "Confidentiality"))


def test_a_report_for_nobody_in_particular_has_no_distribution_list(tmp_path):
    assert read(report_of(Paragraph("p", "Text")), tmp_path).headings == ((1, "Findings"),)


def test_the_title_block_says_title_school_and_visit(tmp_path):
    path = written(partner_report(), tmp_path)
    texts = [found.text for found in Document(str(path)).paragraphs[:4]]
    assert texts == [
        "Annual partner review",
        "Sallowfield Primary School",
        "Visit on Thursday 20 November 2025",
        "DRAFT version 1 \u00b7 20 November 2025 \u00b7 A. Reviewer",
    ]


def test_the_date_is_written_as_in_britain_and_in_the_zone_it_was_given(tmp_path):
    summer = timezone(timedelta(hours=1))
    report = report_of(created=datetime(2026, 6, 9, 0, 30, tzinfo=summer))
    assert "9 June 2026" in lines(report, tmp_path, "Report Status")[0]
    assert "2026-06-08T23:30:00Z" in part(tmp_path / "report.docx", "docProps/core.xml")


def test_a_missing_author_leaves_no_gap(tmp_path):
    assert lines(report_of(author=""), tmp_path, "Report Status") == ["FINAL version 1 \u00b7 20 November 2025"]


def test_a_sample_says_so_on_the_page_and_above_it(tmp_path):
    path = written(paired_report(), tmp_path)
    assert SAMPLE in [found.text for found in Document(str(path)).paragraphs]
    assert "SAMPLE" in part(path, "word/header1.xml")


def test_a_real_report_is_not_called_a_sample(tmp_path):
    path = written(partner_report(), tmp_path)
    assert "sample" not in (part(path) + part(path, "word/header1.xml")).lower()


def test_front_facts_are_a_table_with_a_header_row(tmp_path):
    facts = Document(str(written(partner_report(), tmp_path))).tables[0]
    assert [cell.text for cell in facts.rows[0].cells] == ["About this report", "Detail"]
    assert [cell.text for cell in facts.rows[4].cells] == ["Pupils on roll", "212"]


def test_without_front_facts_there_is_no_table(tmp_path):
    assert Document(str(written(report_of(), tmp_path))).tables == []


def test_a_short_report_has_no_contents(tmp_path):
    path = written(report_of(sections=_sections(6)), tmp_path)
    assert "Contents" not in [found.text for found in Document(str(path)).paragraphs]


def test_a_long_report_has_contents_that_link_to_every_heading(tmp_path):
    path = written(report_of(sections=_sections(7)), tmp_path)
    links = [link for found in Document(str(path)).paragraphs for link in found.hyperlinks]
    assert [(link.text, link.fragment) for link in links] == [(f"Section {n}", f"rv_s{n}") for n in range(7)]


def test_contents_have_no_page_numbers_and_ask_for_no_update(tmp_path):
    path = written(paired_report(), tmp_path)
    assert 'TOC \\o "1-2" \\h \\z \\u \\n' in part(path)
    assert "updateFields" not in part(path, "word/settings.xml")


def test_contents_leave_out_the_third_level(tmp_path):
    sections = (*_sections(6), ReportSection("two", "Two", 2, ()), ReportSection("three", "Three", 3, ()))
    report = report_of(sections=sections)
    links = [link.text for found in Document(str(written(report, tmp_path))).paragraphs for link in found.hyperlinks]
    assert links == [f"Section {number}" for number in range(6)] + ["Two"]


def test_bullets_are_a_real_list(tmp_path):
    report = report_of(Bullets((Bullet("a", "First"), Bullet("b", "Second"))))
    assert lines(report, tmp_path, "List Bullet") == ["First", "Second"]
    assert '<w:numPr><w:numId w:val="1"/></w:numPr>' in part(tmp_path / "report.docx", "word/styles.xml")


def test_a_blank_line_in_a_bullet_makes_a_further_paragraph_of_the_same_item(tmp_path):
    report = report_of(Bullets((Bullet("a", "First\n\nMore of the first"), Bullet("b", "Second"))))
    found = read(report, tmp_path)
    assert found.bullets == 2
    assert found.bookmarks["rv_a"] == "First\n\nMore of the first"
    assert lines(report, tmp_path, "List Continue") == ["More of the first"]


def test_a_blank_line_in_a_paragraph_makes_two(tmp_path):
    report = report_of(Paragraph("p", "One.\n\nTwo."))
    assert lines(report, tmp_path, "Normal") == ["One.", "Two."]


def test_a_line_break_stays_in_its_paragraph(tmp_path):
    assert lines(report_of(Paragraph("p", "One\nTwo")), tmp_path, "Normal") == ["One\nTwo"]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("The school is not a priority. Capacity is good.", "The school is not a priority."),
        ("Accredited", "Accredited"),
        ("St. Mary's is no priority. More.", "St. Mary's is no priority."),
        ("Is it \u201csecure?\u201d Yes.", "Is it \u201csecure?\u201d"),
        ("It stands at 61%. More follows. End.", "It stands at 61%. More follows."),
    ],
)
def test_a_statement_begins_in_bold(text, lead, tmp_path):
    document = Document(str(written(report_of(Paragraph("p", text, "statement")), tmp_path)))
    statement = next(found for found in document.paragraphs if found.style.name == "Statement")
    assert statement.runs[0].text == lead
    assert statement.runs[0].style.name == "Strong"
    assert statement.text == text


def test_guidance_has_a_style_of_its_own(tmp_path):
    assert lines(report_of(Paragraph("p", "Read this first.", "guidance")), tmp_path, "Guidance")


def test_an_unknown_kind_of_paragraph_is_body_text(tmp_path):
    assert lines(report_of(Paragraph("p", "Text", "verse")), tmp_path, "Normal") == ["Text"]


def test_an_empty_section_says_so(tmp_path):
    assert NOTHING_WRITTEN in lines(report_of(), tmp_path, "Normal")


def test_a_heading_over_further_headings_needs_no_text(tmp_path):
    sections = (ReportSection("a", "Commentary", 1, ()), ReportSection("b", "Risks", 2, (Paragraph("p", "None."),)))
    assert lines(report_of(sections=sections), tmp_path, "Normal") == ["None."]


def test_a_report_without_sections_can_be_written(tmp_path):
    assert read(report_of(sections=()), tmp_path).headings == ()


def test_a_report_that_ends_in_a_table_says_that_it_ends(tmp_path):
    report = report_of(Table("t", "Actions", ("A",), (("x",),)))
    assert Document(str(written(report, tmp_path))).paragraphs[-1].text == "End of report"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Annual partner review: Sallowfield Primary School"),
        ("author", "A. Reviewer"),
        ("last_modified_by", "A. Reviewer"),
        ("subject", "Visit on Thursday 20 November 2025"),
        ("language", "en-GB"),
        ("content_status", "DRAFT"),
        ("created", datetime(2025, 11, 20, 15, 42, 7, tzinfo=UTC)),
        ("modified", datetime(2025, 11, 20, 15, 42, 7, tzinfo=UTC)),
        ("comments", ""),
        ("keywords", ""),
    ],
)
def test_the_properties_are_those_of_the_report(name, value, tmp_path):
    properties = Document(str(written(partner_report(), tmp_path))).core_properties
    assert getattr(properties, name) == value


def test_a_report_in_welsh_is_marked_as_welsh(tmp_path):
    path = written(report_of(Paragraph("p", "Testun"), language="cy-GB"), tmp_path)
    assert Document(str(path)).core_properties.language == "cy-GB"
    assert '<w:lang w:val="cy-GB"' in part(path, "word/styles.xml")
    assert '<w:themeFontLang w:val="cy-GB"/>' in part(path, "word/settings.xml")


def test_report_and_revision_are_in_a_property_and_in_a_bookmark(tmp_path):
    report = partner_report(revision=4)
    found = read(report, tmp_path)
    assert found.properties == {"Visitapp report": report.id, "Visitapp revision": "4"}
    assert found.bookmarks[f"rvR_{report.id.replace('-', '')}_r4"] == report.title


def test_a_draft_tracks_changes_and_says_so_on_every_page(tmp_path):
    path = written(partner_report(), tmp_path)
    settings = part(path, "word/settings.xml")
    assert '<w:trackRevisions/><w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>' in settings
    assert "DRAFT" in part(path, "word/header1.xml")
    assert 'headerReference w:type="first"' in part(path)


def test_a_final_report_is_free_to_edit_and_says_nothing_of_a_draft(tmp_path):
    path = written(partner_report("FINAL", 2), tmp_path)
    with zipfile.ZipFile(path) as package:
        everything = b"".join(map(package.read, package.namelist()))
    assert b"DRAFT" not in everything
    assert b"trackRevisions" not in everything
    assert b"documentProtection" not in everything


def test_the_footer_says_school_status_and_page(tmp_path):
    footer = part(written(partner_report(), tmp_path), "word/footer1.xml")
    assert "Sallowfield Primary School \u00b7 DRAFT version 1" in footer
    assert "> PAGE <" in footer
    assert "> NUMPAGES <" in footer


def test_the_same_report_gives_the_same_bytes(tmp_path):
    first = written(paired_report(), tmp_path).read_bytes()
    second = written(paired_report(), tmp_path / "again").read_bytes()
    assert first == second


def test_a_changed_word_gives_other_bytes(tmp_path):
    first = written(paired_report(), tmp_path).read_bytes()
    second = written(replace(paired_report(), subtitle="Another day"), tmp_path / "again").read_bytes()
    assert first != second


def test_no_content_control_is_used(tmp_path):
    assert "w:sdt" not in part(written(paired_report(), tmp_path))
