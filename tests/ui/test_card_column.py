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
    column.measure(row, height)
    assert places(column) == laid([*heights[:row], height, *heights[row + 1 :]])


@pytest.mark.parametrize(("place", "row"), [(-5, 0), (0, 0), (9, 0), (10, 1), (29, 1), (30, 2), (59, 2), (60, 3)])
def test_a_place_is_in_the_card_that_covers_it(place, row):
    assert filled(10, 20, 30).row_at(place) == row


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("put in"), st.integers(0, 20), HEIGHTS, st.booleans()),
        st.tuples(st.just("take out"), st.integers(0, 20), st.integers(0, 3), st.none()),
        st.tuples(st.just("measure"), st.integers(0, 20), st.integers(1, 300), st.none()),
        st.tuples(st.just("guess"), st.integers(0, 20), st.integers(1, 300), st.none()),
    ),
    max_size=12,
)


def edited(column, rows, edit):
    """Do one thing to a column and to plain pairs of height and whether it is measured."""
    what, row, value, measured = edit
    if what == "put in":
        row = min(row, len(rows))
        column.put_in(row, value, measured=measured)
        rows[row:row] = [(height, measured) for height in value]
    elif row < len(rows) and what == "take out":
        last = min(row + value, len(rows) - 1)
        column.take_out(row, last)
        del rows[row : last + 1]
    elif row < len(rows):
        (column.measure if what == "measure" else column.guess)(row, value)
        rows[row] = (value, what == "measure")


@given(EDITS)
def test_whatever_is_done_every_card_lies_below_the_one_before_it(edits):
    column, rows = CardColumn(), []
    for edit in edits:
        edited(column, rows, edit)
        assert places(column) == laid([height for height, _ in rows])
        assert column.guessed(0, len(rows) - 1) == [row for row, (_, measured) in enumerate(rows) if not measured]


@pytest.mark.parametrize(
    ("seen", "nearest"), [((0, 0), 2), ((3, 3), 2), ((3, 4), 2), ((3, 6), 2), ((5, 7), 8), ((9, 9), 8), ((2, 8), -1)]
)
def test_the_next_to_be_measured_is_the_nearest_to_what_is_seen(seen, nearest):
    column = filled(*[10] * 10)
    for row in set(range(10)) - {2, 8}:
        column.measure(row, 12)
    assert column.nearest_guessed(*seen) == nearest
