"""An accepted remark changes the record where its text stands; where it cannot, it says why."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_records import changed, holding, reading, told

from visitapp.domain.answering import ACCEPTED, ASIDE, COMMENT, EDIT, GONE, MOVED, NEW, REJECTED, REWORDED, Remark
from visitapp.domain.composition import compose_report
from visitapp.domain.finding import Action
from visitapp.domain.forms import anchor
from visitapp.domain.prose import plain, printed
from visitapp.domain.returned.accepting import A_COMMENT, A_HEADING, COMPOSED, NO_PLACE, NO_RECORD, placed
from visitapp.domain.returned.carrying import carried
from visitapp.domain.returned.cells import ACTION_COLUMNS, EARLIER_COLUMNS
from visitapp.domain.returned.log import TextPlace, log_rows, text_places
from visitapp.domain.returned.rows import near_cell
from visitapp.domain.writing import section_text

RECORD = told("sallowfield")
SECTION = next(one.code for one in RECORD.framework.outline if one.prose and len(RECORD.blocks(one.code)) > 1)


def texts(record):
    return compose_report(record, 1, "DRAFT", datetime(2025, 11, 20, tzinfo=UTC)).texts()


def remark(record_id="", given="", verdict=ACCEPTED, **more):
    return Remark("r", RECORD.visit_id, record_id=record_id, given=given, verdict=verdict, **more)


def after(record, one):
    placing = placed(record, one)
    assert placing.hindrance == ""
    return record.with_changes(placing.changes)


def block():
    return RECORD.blocks(SECTION)[0]


@pytest.mark.parametrize("verdict", ["", REJECTED, ASIDE])
def test_what_is_not_accepted_changes_nothing(verdict):
    assert placed(RECORD, remark(block().id, "Other words.", verdict)).changes == ()


def test_an_accepted_edit_is_what_the_report_then_says():
    record = after(RECORD, remark(block().id, "The school put it so."))
    assert texts(record)[block().id] == "The school put it so."


def test_a_reworded_one_says_the_wording():
    record = after(RECORD, remark(block().id, "Theirs.", REWORDED, wording="Ours."))
    assert texts(record)[block().id] == "Ours."


def test_an_edit_in_two_paragraphs_becomes_two_in_their_place():
    record = after(RECORD, remark(block().id, "One.\n\nTwo."))
    said = [plain(one.text) for one in record.blocks(SECTION)]
    assert said[:3] == ["One.", "Two.", plain(RECORD.blocks(SECTION)[1].text)]


def test_an_item_of_a_list_stays_one():
    record = reading(RECORD, SECTION, "Lead.\n\n- First item\n\n- Second item")
    item = record.blocks(SECTION)[1]
    assert section_text(after(record, remark(item.id, "Another item")).blocks(SECTION)) == (
        "Lead.\n\n- Another item\n- Second item"
    )


def test_evidence_named_in_a_text_stays_named():
    record = reading(RECORD, SECTION, "In 2025, **61%** did well. [E1] Books are full. [E2]")
    one = record.blocks(SECTION)[0]
    given = "In 2025, 62% did very well. Books are full."
    record = after(record, remark(one.id, given))
    assert record.blocks(SECTION)[0].text == "In 2025, **62%** did very well. [E1] Books are full. [E2]"


def test_evidence_the_new_words_name_themselves_is_named_once():
    assert carried("Read widely. [E1]", "Pupils read [E1] widely.", {"E1"}) == "Pupils read [E1] widely."


def test_a_finding_is_changed_and_keeps_its_paragraphs():
    finding = RECORD.findings()[0]
    record = after(RECORD, remark(finding.id, "One.\n\nTwo."))
    assert texts(record)[finding.id] == "One.\n\nTwo."


@pytest.mark.parametrize("kind", ["block", "finding", "action"])
def test_a_text_that_is_gone_is_deleted(kind):
    one = block() if kind == "block" else RECORD.findings()[0] if kind == "finding" else RECORD.actions[0]
    record = after(RECORD, remark(one.id, kind=GONE))
    assert record.find(kind, one.id) is None


def test_the_columns_of_the_table_are_the_fields_of_an_action():
    action = Action("new", RECORD.visit_id, "Text", "", "", "Owner", "Step", "2026-01-05", position=99.0)
    record = holding(RECORD, action)
    row = texts(record)["new"].split("\n")
    assert len(row) == len(ACTION_COLUMNS)
    assert [row[ACTION_COLUMNS.index(name)] for name in ("owner", "first_step", "due")] == [
        "Owner",
        "Step",
        "5 Jan 2026",
    ]
    assert row[0].endswith(". Text")


@pytest.mark.parametrize(
    ("column", "given", "field", "value"),
    [
        (0, "3. Read more books.", "text", "Read more books."),
        (2, "Assistant head", "owner", "Assistant head"),
        (2, "Not set", "owner", ""),
        (3, "Ask the pupils.", "first_step", "Ask the pupils."),
        (4, "12 January 2026", "due", "2026-01-12"),
        (4, "12/01/2026", "due", "2026-01-12"),
        (4, "", "due", ""),
    ],
)
def test_a_cell_changes_its_field(column, given, field, value):
    action = RECORD.actions[0]
    record = after(RECORD, remark(action.id, given, near=near_cell(column)))
    assert getattr(record.find("action", action.id), field) == value


def test_an_urgency_is_found_by_its_label_and_no_other_is_made_up():
    action, option = RECORD.actions[0], RECORD.framework.urgencies[-1]
    record = after(
        changed(RECORD, "action", action.id, urgency=""), remark(action.id, option.label, near=near_cell(1))
    )
    assert record.find("action", action.id).urgency == option.code
    placing = placed(RECORD, remark(action.id, "Whenever", near=near_cell(1)))
    assert placing.changes == ()
    assert "\u201cWhenever\u201d" in placing.hindrance


def test_what_was_agreed_on_the_last_visit_stays():
    action = replace(RECORD.actions[0], id="old", earlier_id="before")
    record = holding(RECORD, action)
    assert placed(record, remark("old", "Other", near=near_cell(0))).hindrance
    kept = after(record, remark("old", "Seen in books.", near=near_cell(EARLIER_COLUMNS.index("verdict_note"))))
    assert kept.find("action", "old").verdict_note == "Seen in books."


def test_new_text_behind_a_paragraph_is_a_paragraph_there():
    record = after(RECORD, remark(given="New one.\n\nNew two.", kind=NEW, near=block().id))
    assert [one.text for one in record.blocks(SECTION)][1:3] == ["New one.", "New two."]


def test_new_text_under_a_heading_is_the_first_paragraph_there():
    record = after(RECORD, remark(given="New.", kind=NEW, near=f"section.{SECTION}"))
    assert record.blocks(SECTION)[0].text == "New."


def test_new_text_behind_a_finding_is_a_finding_of_its_kind():
    one = RECORD.findings()[0]
    record = after(RECORD, remark(given="New.", kind=NEW, near=one.id))
    found = record.findings(one.kind, one.group)
    assert found[[each.id for each in found].index(one.id) + 1].text == "New."


@pytest.mark.parametrize("near", ["", "elsewhere", "part.a"])
def test_new_text_without_a_place_is_for_the_person_to_write(near):
    assert placed(RECORD, remark(given="New.", kind=NEW, near=near)).hindrance == NO_PLACE


def test_a_moved_paragraph_stands_behind_the_other():
    first, second = RECORD.blocks(SECTION)[:2]
    record = after(RECORD, remark(first.id, first.text, kind=MOVED, near=second.id))
    assert [one.id for one in record.blocks(SECTION)][:2] == [second.id, first.id]
    assert record.blocks(SECTION)[1].text == first.text


@pytest.mark.parametrize("kind", [EDIT, GONE])
def test_a_heading_and_a_composed_text_are_not_put_in_place(kind):
    assert placed(RECORD, remark(f"section.{SECTION}", "Other", kind=kind)).hindrance == A_HEADING
    assert placed(RECORD, remark(anchor(RECORD, "decision"), "Other", kind=kind)).hindrance == COMPOSED
    assert placed(RECORD, remark("", "Other", kind=kind)).hindrance == NO_RECORD


def test_a_reason_of_the_decision_is_a_line_of_its_note():
    record = RECORD.with_changes(placed_note(RECORD, "decision", "First.\nSecond."))
    record = after(record, remark(anchor(record, "decision.reason.2"), "Other."))
    assert record.answer("decision").note == "First.\nOther."


def placed_note(record, key, note):
    from visitapp.domain.places import answered

    return answered(record, key, note=note)


def test_a_comment_changes_nothing_until_it_is_reworded():
    assert placed(RECORD, remark(block().id, kind=COMMENT)).hindrance == A_COMMENT
    record = after(RECORD, remark(block().id, kind=COMMENT, verdict=REWORDED, wording="As they said."))
    assert texts(record)[block().id] == "As they said."


def test_a_text_that_was_changed_here_since_it_left_is_said_to_be():
    one = remark(block().id, "Theirs.", sent=texts(RECORD)[block().id])
    assert not placed(RECORD, one, texts(RECORD)).overtaken
    newer = reading(RECORD, SECTION, section_text(RECORD.blocks(SECTION)) + " More.")
    last = remark(RECORD.blocks(SECTION)[-1].id, "Theirs.", sent=texts(RECORD)[RECORD.blocks(SECTION)[-1].id])
    assert placed(newer, last, texts(newer)).overtaken


def test_everything_in_a_report_is_put_in_place_or_says_why():
    for code in ("sallowfield", "quillmoor"):
        record = told(code)
        for record_id, sent in texts(record).items():
            for kind in (EDIT, GONE, COMMENT, MOVED):
                for verdict in (ACCEPTED, REWORDED):
                    one = remark(record_id, "Other.", verdict, kind=kind, sent=sent, wording="Ours.")
                    placing = placed(record, one)
                    assert placing.changes or placing.hindrance, (record_id, kind)
                    record.with_changes(placing.changes)


@given(st.text("ab *[]E1. \n", max_size=40), st.text("ab .", max_size=30))
def test_what_is_carried_prints_as_the_new_words(raw, words):
    known = {"E1"}
    assert (
        printed(carried(raw, printed(raw, known).text, known), known).text.strip() == printed(raw, known).text.strip()
    )
    assert "[E1]" in carried(raw, words, known) or "[E1]" not in raw


def test_every_remark_is_in_the_log_with_what_became_of_it():
    sent = texts(RECORD)
    first = remark(block().id, "Theirs.", REJECTED, sent=sent[block().id], reason="Seen otherwise.", position=2.0)
    other = replace(remark(given="New.", verdict="", kind=NEW, near=block().id, position=1.0), id="s")
    rows = log_rows([first, other, replace(first, id="t", deleted=True)], sent)
    assert [(row.number, row.kind, row.verdict, row.answer) for row in rows] == [
        (1, NEW, "", ""),
        (2, EDIT, REJECTED, "Seen otherwise."),
    ]
    heading = RECORD.framework.section(SECTION)
    assert rows[1].place == text_places(sent)[block().id]
    assert heading.heading in rows[1].place.heading
    assert rows[1].place.number > 0
    assert text_places(sent)[f"section.{SECTION}"] == TextPlace(rows[1].place.heading, 0)
