"""What is typed as a tag and what is chosen by hand come together in one note."""

from dataclasses import replace

import pytest

from visitapp.domain.evidence import Context, Draft
from visitapp.domain.grammar import Parsed
from visitapp.domain.tagging import WHOLE_CONTEXT, as_saved, chosen_by_hand, cleared

LESSON = Context("lesson", ("y4",), "maths", "teaching", "walk", "slot", "recall")
NOTHING = Parsed("")
DRAFT = Draft("visit", "composer", "Words", 5, groups=("eal",), context=LESSON)


def chosen(draft, parsed=NOTHING, **fields):
    """Return what comes of choosing some fields by hand while something is typed."""
    shown = as_saved(draft, parsed)
    in_context = {name: fields.pop(name) for name in ("source", "years", "subject", "strand") if name in fields}
    return chosen_by_hand(draft, shown, replace(shown, context=replace(shown.context, **in_context), **fields))


def test_nothing_typed_changes_nothing():
    assert as_saved(DRAFT, NOTHING) == DRAFT


def test_what_is_typed_wins_and_groups_and_flags_add_up():
    saved = as_saved(
        DRAFT, Parsed("", "risk", "work", ("y1", "y2"), "art", "", ("pp", "eal"), pinned=True, private=True)
    )
    assert saved.context == replace(LESSON, source="work", years=("y1", "y2"), subject="art")
    assert (saved.marker, saved.groups, saved.pinned, saved.private) == ("risk", ("eal", "pp"), True, True)


def test_choosing_one_thing_does_not_make_what_is_typed_stay():
    draft, gone = chosen(DRAFT, Parsed("", years=("y1",)), subject="art")
    assert draft.context == replace(LESSON, subject="art")
    assert gone == {("subject", "")}


def test_a_value_chosen_takes_the_place_of_the_one_typed():
    draft, gone = chosen(DRAFT, Parsed("", years=("y1",)), years=("y6",))
    assert (draft.context.years, gone) == (("y6",), {("years", "")})


def test_a_typed_group_switched_off_goes_out_of_the_text_and_the_others_stay():
    draft, gone = chosen(DRAFT, Parsed("", groups=("pp", "send")), groups=("eal", "send"))
    assert (draft.groups, gone) == (("eal",), {("groups", "pp")})


def test_a_group_switched_on_joins_what_was_chosen():
    draft, gone = chosen(DRAFT, Parsed("", groups=("pp",)), groups=("eal", "pp", "send"))
    assert (draft.groups, gone) == (("eal", "send"), frozenset())


@pytest.mark.parametrize("flag", ["pinned", "private"])
def test_a_flag_switched_off_takes_its_tag_with_it(flag):
    draft, gone = chosen(DRAFT, Parsed("", **{flag: True}), **{flag: False})
    assert (getattr(draft, flag), gone) == (False, {(flag, "")})
    draft, gone = chosen(DRAFT, **{flag: True})
    assert (getattr(draft, flag), gone) == (True, frozenset())


def test_a_new_source_lets_a_strand_go_that_was_only_carried_on():
    assert chosen(DRAFT, source="leaders")[0].context.strand == ""
    assert chosen(DRAFT, subject="art")[0].context.strand == "teaching"


def test_a_strand_chosen_with_the_source_or_for_this_note_stays():
    assert chosen(DRAFT, source="leaders", strand="governance")[0].context.strand == "governance"
    other = replace(DRAFT, context=replace(LESSON, source="work"))
    assert chosen_by_hand(DRAFT, DRAFT, other, keep_strand=True)[0].context.strand == "teaching"


def test_clearing_lets_four_things_go_and_keeps_the_place_in_the_day():
    assert cleared(LESSON) == Context(activity="walk", slot_id="slot", prompt="recall")
    assert {name for name, _ in WHOLE_CONTEXT} == {"source", "years", "subject", "strand"}
