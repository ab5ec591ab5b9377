"""Classroom visits stand within the time of their activity, or it is said and put right."""

from dataclasses import replace

from sample_records import told

from visitapp.domain.papers.plan import plan_text
from visitapp.domain.plan_calendar import plan_calendar
from visitapp.domain.plan_inside import lengthened, moved_in, outside, room_in
from visitapp.domain.plan_words import lesson_name, lesson_words
from visitapp.domain.planning import first_wrong, plan_results
from visitapp.domain.visit import Slot
from visitapp.domain.weighing import Member

WALK = Slot("w", day=1, starts=600, ends=690, activity="learning-walk")


def lesson(name, starts, minutes=20, **more):
    return Slot(name, day=1, starts=starts, ends=starts + minutes, activity="learning-walk", part_of="w", **more)


def holding(*slots, **shelves):
    record = told("quillmoor")
    kept = {one.id: replace(one, visit_id=record.visit_id) for one in slots}
    return replace(record, shelves={**record.shelves, "slot": kept, **shelves})


def test_a_visit_before_or_after_its_walk_is_outside_and_one_at_its_edge_is_not():
    slots = [WALK, lesson("before", 590), lesson("first", 600), lesson("last", 670), lesson("after", 680)]
    assert [one.id for one, _ in outside(slots)] == ["before", "after"]


def test_a_visit_outside_fails_a_check_that_leads_to_it():
    record = holding(WALK, lesson("in", 600), lesson("out", 700))
    (found,) = [one for one in plan_results(record) if one.rule.code == "visits-in-time"]
    assert (found.met, found.note) == (False, "1 visit is outside")
    assert first_wrong(record, found.rule).id == "out"


def test_a_plan_in_which_all_is_inside_has_no_such_check():
    assert "visits-in-time" not in [one.rule.code for one in plan_results(holding(WALK, lesson("in", 600)))]


def test_the_next_visit_stands_after_the_last_then_in_a_gap_and_then_nowhere():
    assert room_in([WALK], WALK, 20) == 600
    assert room_in([WALK, lesson("a", 600)], WALK, 20) == 620
    assert room_in([WALK, lesson("a", 670)], WALK, 20) == 600
    assert room_in([WALK, *(lesson(str(at), at) for at in (600, 620, 640, 660))], WALK, 20) is None


def test_a_walk_made_longer_takes_all_its_visits_in():
    slots = [WALK, lesson("early", 590), lesson("late", 700)]
    (longer,) = lengthened(slots, WALK)
    assert (longer.starts, longer.ends) == (590, 720)
    assert lengthened([WALK, lesson("in", 600)], WALK) == ()


def test_a_visit_of_another_day_neither_takes_room_in_a_walk_nor_makes_it_longer():
    elsewhere = replace(lesson("late", 700), day=2)
    assert room_in([WALK, elsewhere], WALK, 20) == 600
    assert lengthened([WALK, elsewhere], WALK) == ()


def test_visits_outside_are_moved_into_gaps_or_not_at_all():
    slots = [WALK, lesson("a", 600), lesson("out", 700)]
    assert [(one.id, one.starts, one.ends) for one in moved_in(slots, WALK)] == [("out", 620, 640)]
    full = [WALK, *(lesson(str(at), at) for at in (600, 620, 640, 660)), lesson("out", 700)]
    assert moved_in(full, WALK) == ()


def test_a_visit_says_class_subject_place_adult_and_pair():
    people = Member("m9", name="B. Rowan", role="Peer reviewer")
    one = lesson("l", 600, title="Mathematics", years=("y4",), place="Oak", people="Deputy headteacher", team=("m9",))
    record = holding(WALK, one, member={people.id: replace(people, visit_id=told("quillmoor").visit_id)})
    said = "10:00 Oak, Year 4 Mathematics, with Deputy headteacher, team: B. Rowan"
    assert lesson_words(record, one) == said
    assert said in plan_text(record)
    (appointment,) = plan_calendar(record, 0, None).appointments
    assert said in appointment.says
    assert "Year 4" not in appointment.title


def test_what_a_title_says_itself_is_not_said_twice():
    record = holding(WALK)
    assert lesson_name(record, lesson("l", 600, title="Year 4 mathematics", years=("y4",), subject="maths")) == (
        "Year 4 mathematics"
    )
    assert lesson_name(record, lesson("l", 600, title="Group of six", years=("r",), subject="phonics")) == (
        "Reception Group of six, phonics"
    )


def test_adult_and_pair_are_said_once_where_the_walk_has_the_same():
    record = holding(replace(WALK, people="Deputy headteacher"), lesson("l", 600, people="Deputy headteacher"))
    assert "with" not in lesson_words(record, record.find("slot", "l"))
