"""How a remark stands after its verdict, how it is taken back, and how the remarks of a file are arranged."""

from datetime import UTC, datetime

import pytest
from sample_records import told

from visitapp.domain.answering import (
    ACCEPTED,
    ASIDE,
    COMMENT,
    EDIT,
    GONE,
    MOVED,
    NEW,
    REJECTED,
    REWORDED,
    Remark,
)
from visitapp.domain.composition import compose_report
from visitapp.domain.returned.accepting import A_HEADING, NO_PLACE, placed
from visitapp.domain.returned.arranging import arranged
from visitapp.domain.returned.standing import standing, taken_back

RECORD = told("sallowfield")
SECTION = next(one.code for one in RECORD.framework.outline if one.prose and len(RECORD.blocks(one.code)) > 2)
FIRST, SECOND, THIRD = RECORD.blocks(SECTION)[:3]


def texts(record):
    return compose_report(record, 1, "DRAFT", datetime(2025, 11, 20, tzinfo=UTC)).texts()


SENT = texts(RECORD)


def remark(kind=EDIT, verdict="", block=FIRST, **more):
    return Remark("r", record_id=block.id, kind=kind, sent=SENT[block.id], verdict=verdict, **more)


def after(one, record=RECORD):
    return record.with_changes(placed(record, one).changes)


def test_an_undecided_edit_stands_freely_until_the_text_is_changed_here():
    one = remark(given="Theirs.")
    assert standing(RECORD, one, SENT) == standing(RECORD, one)
    assert standing(RECORD, one, {**SENT, FIRST.id: "Mine."}).overtaken


def test_an_accepted_edit_is_taken_back_to_what_was_sent():
    one = remark(verdict=ACCEPTED, given="Theirs.")
    record = after(one)
    assert not standing(record, one).final
    back = record.with_changes(taken_back(record, one))
    assert texts(back)[FIRST.id] == SENT[FIRST.id]


def test_so_is_a_reworded_one():
    one = remark(verdict=REWORDED, given="Theirs.", wording="Ours.")
    record = after(one)
    assert texts(record.with_changes(taken_back(record, one)))[FIRST.id] == SENT[FIRST.id]


@pytest.mark.parametrize("verdict", ["", REJECTED, ASIDE])
def test_what_was_never_put_in_place_is_not_taken_back(verdict):
    assert taken_back(RECORD, remark(verdict=verdict, given="Theirs.")) == ()


def test_words_written_by_hand_since_are_not_taken_back():
    assert taken_back(RECORD, remark(verdict=ACCEPTED, given="Theirs.")) == ()


def test_a_wording_that_was_typed_and_not_yet_used_waits():
    one = remark(verdict=REWORDED, given="Theirs.", wording="Ours.")
    assert standing(RECORD, one).waits
    assert not standing(after(one), one).waits


@pytest.mark.parametrize(
    "one",
    [
        remark(GONE, ACCEPTED),
        remark(MOVED, ACCEPTED, given=SENT[FIRST.id], near=THIRD.id),
        Remark("r", kind=NEW, verdict=ACCEPTED, given="New.", near=FIRST.id),
        remark(EDIT, ACCEPTED, given="One.\n\nTwo."),
    ],
)
def test_texts_that_came_went_or_moved_are_only_taken_back_by_undo(one):
    record = after(one)
    stands = standing(record, one, texts(record))
    assert (stands.final, stands.hindrance) == (True, "")
    assert taken_back(record, one) == ()


def test_what_could_not_be_put_in_place_says_why_and_can_be_decided_again():
    new = Remark("r", kind=NEW, verdict=ACCEPTED, given="New.")
    heading = Remark("r", record_id=f"section.{SECTION}", given="Other", verdict=ACCEPTED)
    assert (standing(RECORD, new).hindrance, standing(RECORD, new).final) == (NO_PLACE, False)
    assert (standing(RECORD, heading).hindrance, standing(RECORD, heading).final) == (A_HEADING, False)


def test_comments_go_with_the_change_of_their_text_and_else_stand_alone():
    edit = remark(given="Theirs.", position=2.0)
    on_it = Remark("c", record_id=FIRST.id, kind=COMMENT, said="Why?", position=1.0)
    alone = Remark("d", record_id=SECOND.id, kind=COMMENT, said="And?", position=3.0)
    also = Remark("e", record_id=SECOND.id, kind=COMMENT, said="So?", position=4.0)
    found = arranged([edit, on_it, alone, also], SENT)
    assert [(one.remark.id, [said.id for said in one.comments]) for one in found.cases] == [
        ("r", ["c"]),
        ("d", ["e"]),
    ]
    assert found.to_decide == 2


def test_new_texts_and_comments_on_headings_match_nothing_and_missing_ones_stand_apart():
    new = Remark("n", kind=NEW, given="New.")
    thanks = Remark("t", kind=COMMENT, record_id=f"section.{SECTION}", said="Thank you.")
    found = arranged([new, thanks, remark(GONE)], SENT)
    assert [one.id for one in found.unmatched] == ["n", "t"]
    assert [one.remark.kind for one in found.missing] == [GONE]
    assert (found.cases, found.to_place) == ((), 3)


def test_headings_are_no_pieces_and_every_other_text_came_back_or_was_touched():
    found = arranged([remark(given="Theirs.")], SENT)
    assert not any(one.startswith(("section.", "part.")) for one in found.as_sent)
    assert len(found.as_sent) == found.sent - 1
    assert FIRST.id not in found.as_sent
