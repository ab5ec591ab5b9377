"""Forms that differ: prose numbered without headings, headings run in, a form in one table, lists side by side."""

import pytest
from docx import Document
from sample_records import library

from visitapp.domain.imported.choosing import read_report
from visitapp.domain.imported.days import days_in, only_day
from visitapp.imports.reports.read import read_pieces

FACTS = "School: Brindle Lane Primary School\nHeadteacher: The headteacher\nDate of visit: 14 October 2025\n"
NUMBERED = (
    FACTS
    + """
**Context:** The day took in five lessons and a talk with pupils.

Commentary

i. There is a risk to the grade in writing.
ii. Reading is a strength in every year.
It has been so for three years.
iii. Teaching is even.
iv. In 2025, 68% are expected to reach the standard.
v. Everyone belongs here.
vi. Governors ask good questions.

Summary of main findings

Reading is strong. Brindle Lane Primary School is not a priority for local authority support. Leaders know what to do.

Strengths
- Reading
- Belonging

Areas for development
- Writing

Actions

1. Agree what good writing looks like in each year. (This term)
First step: Look at ten books together.
2. Tell governors each half term.
"""
)


def read(path):
    return read_report(read_pieces(path), library().frameworks)


@pytest.fixture
def typed(tmp_path):
    def write(text):
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        return read(path)

    return write


def paragraphs(reading):
    return {code: [text for section, text in reading.paragraphs if section == code] for code, _ in reading.paragraphs}


def test_prose_numbered_as_on_the_form_finds_its_sections(typed):
    reading = typed(NUMBERED)
    assert reading.framework.code == "llpr-primary"
    assert reading.missing == ()
    assert paragraphs(reading)["strengths"] == [
        "Reading is a strength in every year.",
        "It has been so for three years.",
    ]
    assert paragraphs(reading)["leadership"] == ["Governors ask good questions."]
    assert reading.unread == []


def test_a_heading_run_into_its_paragraph_is_one(typed):
    assert paragraphs(typed(NUMBERED))["context"] == ["The day took in five lessons and a talk with pupils."]


def test_a_statement_inside_a_paragraph_decides_and_leaves_the_rest(typed):
    reading = typed(NUMBERED)
    assert reading.answers["decision"] == ("not-priority", "Leaders know what to do.")
    assert paragraphs(reading)["main-findings"] == ["Reading is strong."]


def test_other_words_than_the_statement_decide_nothing(typed):
    reading = typed(NUMBERED.replace("is not a priority for", "may not be a priority for"))
    assert "decision" not in reading.answers
    assert any("may not be a priority" in text for text in paragraphs(reading)["main-findings"])


def test_lists_under_the_summary_become_findings(typed):
    reading = typed(NUMBERED)
    assert [(one.kind, one.text) for one in reading.findings] == [
        ("strength", "Reading"),
        ("strength", "Belonging"),
        ("develop", "Writing"),
    ]


def test_a_list_of_actions_with_urgency_and_first_step(typed):
    first, second = typed(NUMBERED).actions
    assert (first.text, first.urgency) == ("Agree what good writing looks like in each year.", "this-term")
    assert first.first_step == "Look at ten books together."
    assert (second.text, second.urgency, second.first_step) == ("Tell governors each half term.", "", "")


def test_a_form_in_one_table_with_lists_side_by_side(tmp_path):
    document = Document()
    rows = [
        ("School", "Brindle Lane Primary School"),
        ("Date of visit", "14/10/2025"),
        ("Context", "Five lessons."),
        ("Standards", "Even across groups."),
        ("Summary of main findings", "In short: good."),
        ("Strengths", "Areas for development"),
        ("Reading", "Writing\nSpelling"),
    ]
    table = document.add_table(rows=0, cols=2)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text.split("\n")[0]
            for more in text.split("\n")[1:]:
                cell.add_paragraph(more)
    path = tmp_path / "form.docx"
    document.save(path)
    reading = read(path)
    assert reading.school["name"] == "Brindle Lane Primary School"
    assert reading.starts_on == "2025-10-14"
    assert paragraphs(reading)["standards"] == ["Even across groups."]
    assert {(one.kind, one.text) for one in reading.findings} == {
        ("strength", "Reading"),
        ("develop", "Writing"),
        ("develop", "Spelling"),
    }
    assert reading.unread == []


def test_a_table_of_actions_under_other_names_of_its_columns(tmp_path):
    path = tmp_path / "actions.txt"
    document = Document()
    for line in NUMBERED.split("1. Agree")[0].split("\n"):
        document.add_paragraph(line.replace("**", ""))
    rows = [
        ("Action", "By whom", "Next steps", "By when", "Cost"),
        ("Agree what good writing is", "English leader", "Look at books", "12/12/2025", "None"),
        ("Tell governors", "Head", "Draft a page", "each half term", ""),
    ]
    table = document.add_table(rows=0, cols=5)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "actions.docx"
    document.save(path)
    reading = read(path)
    first, second = reading.actions
    assert (first.owner, first.first_step, first.due) == ("English leader", "Look at books", "2025-12-12")
    assert (second.text, second.due) == ("Tell governors", "")
    assert {one.text for one in reading.unread} == {"None", "Tell governors: each half term"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("27/04/2026", ("2026-04-27",)),
        ("27 April 2026", ("2026-04-27",)),
        ("Monday 27th April 2026", ("2026-04-27",)),
        ("27 and 28 April 2026", ("2026-04-27", "2026-04-28")),
        ("27, 28 and 29 April 2026", ("2026-04-27", "2026-04-29")),
        ("30 November to 2 December 2025", ("2025-11-30", "2025-12-02")),
        ("1\u20133 Dec 2025", ("2025-12-01", "2025-12-03")),
        ("31/02/2026", ()),
        ("Not applicable", ()),
    ],
)
def test_days_as_people_write_them(text, days):
    assert days_in(text) == days


@pytest.mark.parametrize(("text", "day"), [("3.5.2026", "2026-05-03"), ("by 3.5.2026", ""), ("", "")])
def test_a_field_of_one_day_takes_nothing_else(text, day):
    assert only_day(text) == day
