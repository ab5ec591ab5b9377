"""Classroom visits that change places: the order follows the clock, and nothing is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.plan_order import lessons_in, placed, put_at
from visitapp.domain.visit import Slot

WALK = Slot("w", "v", 1, 600, 720, "walk")
OTHER = Slot("o", "v", 2, 540, 600, "rooms")


def lesson(code, starts, ends, home="w"):
    return Slot(code, "v", 1, starts, ends, "walk", part_of=home)


A, B, C = lesson("a", 605, 620), lesson("b", 625, 635), lesson("c", 635, 660)
DAY = (WALK, A, B, C)


def after(slots, changed):
    kept = {one.id: one for one in slots} | {one.id: one for one in changed}
    return tuple(kept.values())


def times(slots, home=WALK):
    return [(one.id, one.starts, one.ends) for one in lessons_in(slots, home)]


@pytest.mark.parametrize(
    ("code", "place", "wanted"),
    [
        ("a", 2, [("b", 605, 615), ("c", 620, 645), ("a", 645, 660)]),
        ("a", 1, [("b", 605, 615), ("a", 620, 635), ("c", 635, 660)]),
        ("c", 0, [("c", 605, 630), ("a", 635, 650), ("b", 650, 660)]),
        ("b", 9, [("a", 605, 620), ("c", 625, 650), ("b", 650, 660)]),
    ],
)
def test_a_visit_takes_another_place_and_the_gaps_stay(code, place, wanted):
    moved = next(one for one in DAY if one.id == code)
    assert times(after(DAY, placed(DAY, moved, WALK, place))) == wanted


def test_a_visit_let_go_in_its_place_changes_nothing():
    assert placed(DAY, B, WALK, 1) == ()


def test_a_visit_goes_to_another_walk_on_another_day_and_others_make_room():
    there = replace(lesson("d", 540, 560, "o"), day=2, activity="rooms")
    day = (*DAY, OTHER, there)
    (moved, pushed) = placed(day, A, OTHER, 0)
    assert (moved.id, moved.part_of, moved.day, moved.activity) == ("a", "o", 2, "rooms")
    assert (moved.starts, moved.ends) == (540, 555)
    assert (pushed.id, pushed.starts, pushed.ends) == ("d", 555, 575)


def test_a_visit_at_the_end_of_a_full_walk_makes_the_walk_longer():
    full = replace(lesson("d", 545, 600, "o"), day=2)
    day = (*DAY, OTHER, full)
    assert [(one.id, one.starts, one.ends) for one in placed(day, C, OTHER, 1)] == [("c", 600, 625), ("o", 540, 625)]


def test_visits_that_overlapped_stand_one_after_the_other_once_they_change_places():
    day = (WALK, A, replace(B, starts=605, ends=615))
    assert times(after(day, placed(day, A, WALK, 1))) == [("b", 605, 615), ("a", 615, 630)]


@pytest.mark.parametrize(("minute", "starts"), [(630, 630), (500, 600), (900, 705)])
def test_a_visit_put_at_a_minute_stays_inside_its_walk(minute, starts):
    (moved,) = put_at(DAY, A, WALK, minute)
    assert (moved.starts, moved.ends) == (starts, starts + 15)


@given(
    lengths=st.lists(st.tuples(st.integers(0, 20), st.integers(5, 40)), min_size=1, max_size=8),
    which=st.integers(0, 7),
    place=st.integers(-1, 9),
)
def test_the_order_is_what_was_asked_and_no_length_changes(lengths, which, place):
    at, day = WALK.starts, [replace(WALK, ends=WALK.starts + 480)]
    for number, (gap, minutes) in enumerate(lengths):
        day.append(lesson(f"l{number}", at + gap, at + gap + minutes))
        at += gap + minutes
    moved, home = day[1 + which % len(lengths)], day[0]
    others = [one.id for one in day[1:] if one is not moved]
    at = max(0, min(place, len(others)))
    new = after(day, placed(day, moved, home, place))
    assert [one.id for one in lessons_in(new, WALK)] == [*others[:at], moved.id, *others[at:]]
    assert {one.id: one.minutes for one in new if one.part_of} == {one.id: one.minutes for one in day[1:]}
    assert all(one.ends <= home.ends for one in new if one.part_of)
