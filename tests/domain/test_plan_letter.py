"""The message with the plan begins with a greeting; the page says nothing it need not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sample_records import holding, told

from exports.file_name import file_name
from visitapp.domain.composition import compose_report
from visitapp.domain.papers.plan import plan_page
from visitapp.domain.papers.plan_letter import plan_letter
from visitapp.domain.visit import Answer, Slot, answer_id


def page(record):
    return plan_page(record, compose_report(record, 1, "DRAFT", datetime(2025, 11, 2, tzinfo=UTC), sample=True))


def without_head(record):
    return holding(
        record, Answer(answer_id(record.visit_id, "front.headteacher"), record.visit_id, "front.headteacher")
    )


def test_a_head_nobody_named_is_greeted_by_role():
    assert plan_letter(without_head(told("sallowfield")), "Headteacher").startswith("Dear headteacher,\n\n")


def test_a_head_whose_name_is_known_is_greeted_by_it():
    record = told("sallowfield")
    key = answer_id(record.visit_id, "front.headteacher")
    named = holding(record, Answer(key, record.visit_id, "front.headteacher", "Mrs Lark"))
    assert plan_letter(named, "Headteacher").startswith("Dear Mrs Lark,\n\n")


def test_anybody_else_is_greeted_as_they_were_typed():
    assert plan_letter(told("sallowfield"), "Chair of governors").startswith("Dear Chair of governors,\n\n")


def test_a_message_says_whose_plan_it_is_and_who_sends_it():
    record = told("sallowfield")
    said = plan_letter(record, "")
    assert "the plan of the LLPR visit of 20 November 2025" in said
    assert said.endswith(f"{record.reviewer.name}\n{record.reviewer.role}")


def test_a_file_is_named_by_the_day_of_the_visit():
    assert file_name(page(told("sallowfield"))) == (
        "Sallowfield Primary School - LLPR visit - Plan of the day - 2025-11-20 - DRAFT v1.docx"
    )


@pytest.mark.parametrize("agreed_on", ["", "2025-11-11"])
def test_a_table_of_the_day_is_followed_by_what_is_asked_or_agreed(agreed_on):
    record = told("sallowfield")
    record = holding(record, replace(record.visit, agreed_on=agreed_on))
    (*_, last) = page(record).sections[0].blocks
    assert last.text.startswith("Agreed with the school on" if agreed_on else "Please say")


def test_a_break_is_with_nobody_and_nowhere():
    record = told("sallowfield")
    record = holding(record, Slot("b", record.visit_id, 1, 930, 945, title="Tea"))
    (table,) = [one for one in page(record).sections[0].blocks if hasattr(one, "rows")]
    assert table.rows[-1] == ("15:30\u201315:45", "Tea", "\u2013", "\u2013")
