"""Where two states of a sequence differ."""

from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.sequence import changed_part

VALUES = tuple(f"value {number}" for number in range(4))
sequences = st.lists(st.sampled_from(VALUES), max_size=8)


def test_one_more_at_the_end_is_the_only_change():
    assert changed_part(VALUES[:3], VALUES) == (3, 3, 4)


def test_one_taken_out_of_the_middle_is_the_only_change():
    assert changed_part(VALUES, (VALUES[0], *VALUES[2:])) == (1, 2, 1)


def test_the_same_again_has_no_change():
    assert changed_part(VALUES, VALUES) == (4, 4, 4)


@given(sequences, sequences)
def test_the_part_that_changed_turns_the_one_into_the_other(before, after):
    part = changed_part(before, after)
    assert before[: part.start] + after[part.start : part.end_after] + before[part.end_before :] == after


@given(sequences, sequences)
def test_the_part_cannot_be_made_shorter(before, after):
    start, end_before, end_after = changed_part(before, after)
    old, new = before[start:end_before], after[start:end_after]
    assert not (old and new and (old[0] is new[0] or old[-1] is new[-1]))
