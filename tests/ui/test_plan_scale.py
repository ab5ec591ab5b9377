"""Where minutes lie on the timeline and which slots share its width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.parts.plan_scale import LEAST_MINUTES, end_of, fitted, lanes
from visitapp.domain.visit import Slot


def slot(name, starts, ends):
    return Slot(name, "v", 1, starts, ends, "a")


def test_without_short_slots_the_scale_is_even():
    scale = fitted([(540, 600, 10.0)], 540, 720, 2.0)
    assert [scale.top(minute) for minute in (540, 570, 600, 720)] == [0, 60, 120, 360]


def test_a_short_slot_gets_the_room_it_needs_and_pushes_down_what_follows():
    scale = fitted([(540, 550, 40.0), (550, 610, 40.0)], 540, 610, 1.0)
    assert scale.top(550) - scale.top(540) == pytest.approx(40)
    assert scale.top(610) - scale.top(550) == pytest.approx(60)


def test_minutes_outside_the_day_go_on_evenly():
    scale = fitted([(540, 600, 10.0)], 540, 600, 1.5)
    assert scale.top(530) == -15
    assert scale.top(620) == 120


def test_a_slot_that_ends_before_it_starts_is_still_drawn():
    assert end_of(slot("a", 600, 540)) == 600 + LEAST_MINUTES


SPANS = st.lists(st.tuples(st.integers(480, 900), st.integers(5, 120), st.floats(10, 200)), min_size=1, max_size=8)


@given(SPANS)
def test_every_slot_has_its_room_and_later_is_never_higher(spans):
    needs = [(start, start + length, need) for start, length, need in spans]
    scale = fitted(needs, min(n[0] for n in needs), max(n[1] for n in needs), 1.6)
    for start, end, need in needs:
        assert scale.top(end) - scale.top(start) >= need - 0.01
    tops = [scale.top(minute) for minute in range(470, 1030, 7)]
    assert tops == sorted(tops)


def test_slots_one_after_another_have_the_whole_width():
    assert lanes([slot("a", 540, 600), slot("b", 600, 660)]) == {"a": (0, 1), "b": (0, 1)}


def test_slots_that_overlap_stand_side_by_side_and_a_later_one_does_not():
    found = lanes([slot("a", 540, 600), slot("b", 570, 630), slot("c", 630, 660)])
    assert found == {"a": (0, 2), "b": (1, 2), "c": (0, 1)}


def test_a_lane_is_used_again_once_it_is_free():
    found = lanes([slot("a", 540, 700), slot("b", 550, 600), slot("c", 610, 650)])
    assert found == {"a": (0, 2), "b": (1, 2), "c": (1, 2)}


@given(st.lists(st.tuples(st.integers(480, 600), st.integers(0, 90)), max_size=8))
def test_no_two_slots_of_one_lane_overlap(spans):
    slots = [slot(str(number), start, start + length) for number, (start, length) in enumerate(spans)]
    found = lanes(slots)
    for one in slots:
        for other in slots:
            if one is not other and found[one.id][0] == found[other.id][0]:
                assert end_of(one) <= other.starts or end_of(other) <= one.starts
