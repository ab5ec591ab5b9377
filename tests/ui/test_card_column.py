"""Where cards lie, one below the other."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.parts.card_column import CardColumn

HEIGHTS = st.lists(st.integers(1, 300), max_size=12)


def filled(*heights):
    column = CardColumn()
    column.fill(heights)
    return column


def places(column):
    return [(column.top(row), column.foot(row)) for row in range(len(column))]


def laid(heights):
    feet = list(accumulate(heights))
    return list(zip([0, *feet], feet, strict=False))


def test_nothing_is_as_tall_as_nothing():
    assert (len(CardColumn()), CardColumn().height) == (0, 0)


@given(HEIGHTS, st.integers(0, 12), HEIGHTS)
def test_cards_put_in_push_down_what_is_below(heights, row, more):
    column, row = filled(*heights), min(row, len(heights))
    column.put_in(row, more)
    assert places(column) == laid(heights[:row] + more + heights[row:])


@given(HEIGHTS.filter(bool), st.integers(0, 11), st.integers(0, 11))
def test_cards_taken_out_leave_no_gap(heights, one, other):
    first, last = sorted(min(row, len(heights) - 1) for row in (one, other))
    column = filled(*heights)
    column.take_out(first, last)
    assert places(column) == laid(heights[:first] + heights[last + 1 :])


@given(HEIGHTS.filter(bool), st.integers(0, 11), st.integers(1, 300))
def test_a_card_that_grows_moves_only_what_is_below(heights, row, height):
    column, row = filled(*heights), min(row, len(heights) - 1)
    column.resize(row, height)
    assert places(column) == laid([*heights[:row], height, *heights[row + 1 :]])


@pytest.mark.parametrize(("place", "row"), [(-5, 0), (0, 0), (9, 0), (10, 1), (29, 1), (30, 2), (59, 2), (60, 3)])
def test_a_place_is_in_the_card_that_covers_it(place, row):
    assert filled(10, 20, 30).row_at(place) == row
