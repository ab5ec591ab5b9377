"""The plan of a day, and what a programme wants of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_records import begun, changed, holding, library, told, without

from visitapp.domain.framework import PlanRule
from visitapp.domain.planning import (
    clock,
    current_slot,
    length,
    lessons_of,
    minutes_on_site,
    next_slot,
    overlapping,
    plan_results,
)
from visitapp.domain.visit import Slot


def slot(code, starts, ends, activity="walk", **more):
    return Slot(code, "visit", more.pop("day", 1), starts, ends, activity, **more)


def results(record):
    return {one.rule.code: (one.met, one.note) for one in plan_results(record)}


@pytest.fixture
def sallowfield():
    return told("sallowfield")


def by_title(record, title):
    return next(one for one in record.slots if one.title == title)


def planned(record, activity):
    return next(one for one in record.slots if one.activity == activity and not one.part_of)


@pytest.mark.parametrize(("code", "unmet"), [("sallowfield", ["year-groups-visited"]), ("quillmoor", [])])
def test_a_whole_plan_meets_every_rule_but_the_year_nobody_visits(code, unmet):
    assert [rule for rule, (met, _) in results(told(code)).items() if not met] == unmet


@pytest.mark.parametrize("framework", library().frameworks, ids=lambda one: one.code)
def test_an_empty_plan_meets_none_and_says_why(framework):
    found = results(begun(framework))
    assert not any(met for met, _ in found.values())
    assert all(note for _, note in found.values())


def test_time_on_site_leaves_breaks_out(sallowfield):
    lunch = by_title(sallowfield, "Lunch with pupils")
    assert results(sallowfield)["five-hours"] == (True, "6 h 15 min, breaks not counted")
    record = changed(sallowfield, "slot", lunch.id, activity="")
    assert results(record)["five-hours"] == (True, "5 h 45 min, breaks not counted")


def test_too_short_a_day_is_said(sallowfield):
    record = without(sallowfield, "slot", planned(sallowfield, "learning-walk").id)
    assert results(record)["five-hours"] == (False, "4 h, breaks not counted")


def test_over_several_days_the_shortest_counts():
    record = told("quillmoor")
    rule = PlanRule("long", "time-on-site", "Four hours a day", minutes=240)
    framework = replace(record.framework, plan_rules=(rule,))
    assert results(replace(record, framework=framework))["long"] == (
        False,
        "3 h 5 min, breaks not counted on the shortest day",
    )


@pytest.mark.parametrize(
    ("agreed_on", "met", "note"),
    [
        ("", False, "Not agreed yet"),
        ("2025-11-13", True, "Agreed 7 days before"),
        ("2025-11-14", False, "Agreed 6 days before"),
        ("2025-11-19", False, "Agreed 1 day before"),
    ],
)
def test_a_plan_must_be_agreed_in_good_time(sallowfield, agreed_on, met, note):
    record = changed(sallowfield, "visit", sallowfield.visit_id, agreed_on=agreed_on)
    assert results(record)["agreed-a-week-before"] == (met, note)


def test_a_visit_without_a_date_cannot_be_agreed_in_time(sallowfield):
    record = changed(sallowfield, "visit", sallowfield.visit_id, starts_on="")
    assert results(record)["agreed-a-week-before"] == (False, "No date set")


def test_an_activity_taken_out_is_missed(sallowfield):
    assert results(sallowfield)["governance-planned"] == (True, "12:30 to 13:15")
    record = without(sallowfield, "slot", planned(sallowfield, "governance").id)
    assert results(record)["governance-planned"] == (False, "Not in the plan")


def test_a_lesson_is_not_taken_for_its_activity():
    framework = library().find("llpr-primary@2024-25")
    orphan = slot("lesson", 600, 620, "leaders", part_of="gone")
    assert not results(holding(begun(framework), orphan))["leaders-planned"][0]


def test_classrooms_and_groups_are_counted(sallowfield):
    assert results(sallowfield)["classrooms-visited"] == (True, "7 visits planned")
    assert results(sallowfield)["vulnerable-groups-in-walk"] == (True, "In 6 of 7 visits")
    lessons = lessons_of(sallowfield, "learning-walk")
    one = without(sallowfield, "slot", *(lesson.id for lesson in lessons[1:]))
    assert results(one)["classrooms-visited"] == (True, "1 visit planned")
    none = without(one, "slot", lessons[0].id)
    assert results(none)["classrooms-visited"] == (False, "None planned")
    assert results(none)["vulnerable-groups-in-walk"] == (False, "No visits planned")


def test_lessons_go_with_the_activity_they_are_part_of(sallowfield):
    record = without(sallowfield, "slot", planned(sallowfield, "learning-walk").id)
    assert lessons_of(record, "learning-walk") == ()


def test_who_must_be_there_is_found_in_any_case(sallowfield):
    summary = planned(sallowfield, "summary")
    record = changed(sallowfield, "slot", summary.id, people="Headteacher, CHAIR")
    assert results(record)["governor-at-summary"] == (True, "Headteacher, CHAIR")
    record = changed(sallowfield, "slot", summary.id, people="Headteacher")
    assert results(record)["governor-at-summary"] == (False, "Nobody named yet")


def test_a_lesson_is_current_before_the_activity_around_it(sallowfield):
    assert current_slot(sallowfield.slots, 1, 10 * 60 + 42).title == "Year 4 mathematics"
    assert current_slot(sallowfield.slots, 1, 11 * 60 + 10).activity == "learning-walk"
    assert current_slot(sallowfield.slots, 1, 15 * 60 - 1).activity == "summary"
    assert current_slot(sallowfield.slots, 1, 15 * 60) is None
    assert current_slot(sallowfield.slots, 2, 10 * 60) is None


def test_a_slot_ends_where_the_next_begins(sallowfield):
    assert current_slot(sallowfield.slots, 1, 10 * 60 + 45).title == "Year 2 phonics"


def test_after_a_lesson_comes_the_next_lesson_and_after_the_last_the_next_activity(sallowfield):
    fourth = by_title(sallowfield, "Year 4 mathematics")
    last = by_title(sallowfield, "Year 5 art")
    assert next_slot(sallowfield.slots, fourth).title == "Year 2 phonics"
    assert next_slot(sallowfield.slots, last).title == "Lunch with pupils"
    assert next_slot(sallowfield.slots, planned(sallowfield, "summary")) is None


def test_a_break_is_not_what_comes_next():
    morning, lunch, talk = slot("a", 540, 600), slot("b", 600, 630, ""), slot("c", 630, 690)
    assert next_slot((morning, lunch, talk), morning) == talk


def test_what_comes_next_may_be_on_the_next_day():
    record = told("quillmoor")
    last = [one for one in record.slots if one.day == 1][-1]
    assert next_slot(record.slots, last).day == 2


def test_overlaps_are_pairs_of_neighbours_on_one_level():
    walk, talk = slot("walk", 540, 660), slot("talk", 650, 700, "talk")
    first, second = slot("one", 540, 570, part_of="walk"), slot("two", 560, 590, part_of="walk")
    assert overlapping((walk, first, second, talk)) == ((walk, talk), (first, second))
    assert overlapping((walk, replace(talk, day=2))) == ()
    assert overlapping((walk, replace(talk, starts=660))) == ()


def test_neither_sample_plans_two_things_at_once():
    assert overlapping(told("sallowfield").slots) == ()
    assert overlapping(told("quillmoor").slots) == ()


@pytest.mark.parametrize(("minute", "text"), [(0, "00:00"), (525, "08:45"), (1439, "23:59")])
def test_minutes_read_as_a_clock(minute, text):
    assert clock(minute) == text


@pytest.mark.parametrize(("minutes", "text"), [(0, "0 min"), (45, "45 min"), (60, "1 h"), (345, "5 h 45 min")])
def test_a_length_reads_in_hours_and_minutes(minutes, text):
    assert length(minutes) == text


def test_a_slot_that_ends_before_it_starts_has_no_length():
    assert slot("a", 600, 500).minutes == 0


PIECES = st.builds(
    lambda day, starts, minutes, activity: (day, starts, starts + minutes, activity),
    st.integers(1, 3),
    st.integers(480, 960),
    st.integers(-10, 120),
    st.sampled_from(["walk", "talk", ""]),
)


@given(st.lists(PIECES, max_size=8))
def test_time_on_site_is_every_minute_with_an_activity_counted_once(pieces):
    slots = [slot(f"s{n}", starts, ends, activity, day=day) for n, (day, starts, ends, activity) in enumerate(pieces)]
    record = holding(begun(library().find("llpr-primary@2024-25")), *slots)
    covered = {(one.day, minute) for one in slots if one.activity for minute in range(one.starts, one.ends)}
    assert minutes_on_site(record.slots) == len(covered)
    assert sum(minutes_on_site(record.slots, day) for day in (1, 2, 3)) == len(covered)
