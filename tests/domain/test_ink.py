"""Ink as text, and what an eraser leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.ink import TALL, WIDE, Stroke, read_ink, without_touched, write_ink

POINT = st.tuples(st.integers(0, WIDE), st.integers(0, TALL), st.integers(0, 100))
STROKE = st.builds(Stroke, st.integers(1, 200), st.lists(POINT, min_size=1, max_size=20).map(tuple))


@given(st.lists(STROKE, max_size=10).map(tuple))
def test_ink_comes_back_from_its_text_exactly(strokes):
    assert read_ink(write_ink(strokes)) == strokes


@given(st.text(max_size=200))
def test_any_other_text_is_refused_and_nothing_else(text):
    try:
        read_ink(text)
    except ValueError:
        return


@pytest.mark.parametrize(
    "text",
    [
        "2|4:1,1,1",
        "1|4:",
        "1|0:1,1,1",
        "1|4:1,1",
        "1|4:1,1,1,1",
        "1|4:-1,1,1",
        "1|4:1601,1,1",
        "1|4:1,1,101",
        "1|x:1,1,1",
        "1|4:1,1,\u0661",
        "1|4:99999999999999999999,1,1",
        "1" + "|4:1,1,1" * 4001,
    ],
)
def test_ink_that_does_not_lie_on_a_sheet_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        read_ink(text)


def test_no_text_is_no_ink():
    assert read_ink("") == ()


def test_an_eraser_takes_the_strokes_it_comes_near_whole():
    across, far = Stroke(4, ((0, 100, 50), (1000, 100, 50))), Stroke(4, ((0, 500, 50), (1000, 500, 50)))
    assert without_touched((across, far), 500, 110, 10) == (far,)


def test_an_eraser_beside_a_stroke_takes_nothing():
    across = Stroke(4, ((0, 100, 50), (1000, 100, 50)))
    assert without_touched((across,), 500, 140, 10) == (across,)
    assert without_touched((across,), 1100, 100, 10) == (across,)


def test_an_eraser_takes_a_dot():
    assert without_touched((Stroke(4, ((5, 5, 50),)),), 6, 6, 3) == ()
