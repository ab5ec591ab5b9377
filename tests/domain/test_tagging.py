"""What is typed as a tag and what is chosen by hand come together in one note."""

from dataclasses import replace

import pytest
from capture_desk import capture_framework

from visitapp.domain.evidence import Context, Draft
from visitapp.domain.grammar import Parsed
from visitapp.domain.tagging import as_saved, carried_on, chosen_by_hand, cleared, context_after, voices_of

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


@pytest.mark.parametrize("years", [("y5",), ("y4", "y5")])
def test_other_years_typed_let_the_subject_go_that_was_carried_on(years):
    assert context_after(LESSON, Parsed("", years=years)) == replace(LESSON, years=years, subject="")


def test_a_subject_typed_with_other_years_is_theirs():
    assert context_after(LESSON, Parsed("", years=("y5",), subject="art")).subject == "art"


def test_the_same_years_typed_again_are_the_same_lesson():
    mixed = replace(LESSON, years=("y4", "y5"))
    assert context_after(mixed, Parsed("", years=("y5", "y4"))).subject == "maths"


def test_a_subject_chosen_for_this_note_outlives_other_years():
    assert context_after(LESSON, Parsed("", years=("y5",)), chosen={"subject"}).subject == "maths"


def test_what_somebody_said_is_no_source_of_another_lesson():
    said = replace(LESSON, source="pupils")
    gone = context_after(said, Parsed("", years=("y5",)), voices={"pupils"})
    assert (gone.source, gone.strand) == ("", "teaching")
    assert context_after(said, Parsed("", source="pupils", years=("y5",)), voices={"pupils"}).source == "pupils"
    assert context_after(said, Parsed("", years=("y5",)), voices={"pupils"}, chosen={"source"}).source == "pupils"
    assert context_after(said, Parsed("", subject="art"), voices={"pupils"}).source == "pupils"
    assert context_after(LESSON, Parsed("", years=("y5",)), voices={"pupils"}).source == "lesson"


def test_in_an_activity_that_listens_what_is_said_there_stays_the_source():
    framework = capture_framework()
    assert voices_of(framework, "walk") == {"pupils", "staff"}
    assert voices_of(framework, "voice") == {"staff"}


def test_a_private_note_carries_nothing_on():
    saved = as_saved(DRAFT, Parsed("", source="staff", years=("y6",), private=True))
    assert saved.context.source == "staff"
    assert carried_on(LESSON, saved) == LESSON
    assert carried_on(LESSON, replace(saved, private=False)) == saved.context
