"""A visit takes place on school days; a weekend is kept where it was chosen, and said."""

from dataclasses import replace

import pytest
from sample_records import library, told

from visitapp.domain.plan_copied import copied_plan
from visitapp.domain.plan_days import day_for, day_of_visit, day_title, number_of, plan_days, school_days
from visitapp.domain.plan_usual import gap_for_break, usual_slots
from visitapp.domain.planning import minutes_on_site, plan_results
from visitapp.domain.visit import Slot

HOME = "learning-walk"


def dated(code, first, last="", slots=()):
    """Return a sample visit on other dates with these slots only."""
    record = told(code)
    visit = replace(record.visit, starts_on=first, ends_on=last or first)
    shelves = {
        **record.shelves,
        "visit": {visit.id: visit},
        "slot": {one.id: replace(one, visit_id=visit.id) for one in slots},
    }
    return replace(record, shelves=shelves)


def unmet(record):
    return {one.rule.code: one.note for one in plan_results(record) if not one.met}


def test_three_days_from_a_thursday_are_thursday_friday_and_monday():
    record = dated("quillmoor", "2026-12-03", "2026-12-07")
    assert school_days(record) == plan_days(record) == (1, 2, 5)
    assert [f"{day_of_visit(record, day):%a}" for day in plan_days(record)] == ["Thu", "Fri", "Mon"]
    assert [day_title(record, day) for day in plan_days(record)] == ["Day 1", "Day 2", "Day 3"]


def test_a_last_day_too_early_still_leaves_as_many_days_as_the_programme_wants():
    assert school_days(dated("quillmoor", "2026-12-03")) == (1, 2, 5)


def test_a_visit_without_a_date_has_the_days_of_its_programme():
    assert school_days(dated("quillmoor", "")) == (1, 2, 3)


def test_what_stands_on_a_saturday_stays_there_and_is_said():
    kept = Slot("s", day=3, starts=540, ends=600, activity="feedback")
    record = dated("quillmoor", "2026-12-03", "2026-12-07", [kept])
    assert plan_days(record) == (1, 2, 3, 5)
    assert (number_of(record, 3), day_title(record, 3)) == (0, "Sat 5 Dec")
    assert unmet(record)["on-school-days"] == "Saturday 5 December is no school day"


def test_a_visit_that_begins_at_a_weekend_keeps_its_day_and_is_said():
    record = dated("sallowfield", "2026-12-05")
    assert school_days(record) == (1,)
    assert "on-school-days" in unmet(record)


def test_a_visit_on_school_days_is_told_nothing_of_weekends():
    assert "on-school-days" not in unmet(dated("quillmoor", "2026-12-03", "2026-12-07"))


@pytest.mark.parametrize("first", ["2026-12-03", "2026-12-04", "2026-11-30"])
def test_the_usual_days_are_never_planned_at_a_weekend(first):
    record = dated("quillmoor", first)
    assert {day_of_visit(record, slot.day).weekday() for slot in usual_slots(record)} <= {0, 1, 2, 3, 4}
    assert {slot.day for slot in usual_slots(record)} == set(school_days(record))


def test_the_usual_day_has_five_hours_and_lunch_in_it():
    record = dated("sallowfield", "2026-11-24")
    slots = usual_slots(record)
    assert minutes_on_site(slots) >= 300
    (lunch,) = [one for one in slots if one.is_break]
    assert 690 <= lunch.starts < lunch.ends <= 840
    assert max(slots, key=lambda one: one.ends).activity == "summary"
    assert "five-hours" not in unmet(dated("sallowfield", "2026-11-24", slots=slots))


@pytest.mark.parametrize("framework", library().frameworks, ids=lambda one: one.code)
def test_every_programme_tells_a_usual_day_in_which_nothing_overlaps_and_all_required_is(framework):
    assert {one.code for one in framework.activities if one.required} <= {one.activity for one in framework.usual}
    for day in range(1, framework.days + 1):
        slots = sorted((one.starts, one.ends) for one in framework.usual if one.day == day)
        assert all(before[1] <= after[0] for before, after in zip(slots, slots[1:], strict=False))


def test_the_usual_day_leaves_alone_what_is_planned_and_takes_the_end_where_its_hour_is_taken():
    planned = Slot("s", day=1, starts=525, ends=600, activity="summary")
    found = {one.activity: one for one in usual_slots(dated("sallowfield", "2026-11-24", slots=[planned]))}
    assert "summary" not in found
    assert found["leaders"].starts >= 600


def test_a_break_goes_into_the_gap_nearest_to_noon():
    slots = [Slot(str(n), day=1, starts=a, ends=b, activity="x") for n, (a, b) in enumerate([(540, 720), (765, 900)])]
    assert gap_for_break(slots, 1, 30) == 720
    assert gap_for_break(slots[:1], 1, 30) is None


def test_a_copied_plan_keeps_its_school_day_over_another_weekend():
    then = dated(
        "quillmoor", "2025-12-04", "2025-12-08", [Slot("a", day=5, starts=540, ends=600, activity="feedback")]
    )
    now = dated("quillmoor", "2026-11-30", "2026-12-02")
    assert [one.day for one in copied_plan(then, now, lambda text: False)] == [3]
    assert day_for(now, 3) == 3


def test_a_copied_plan_leaves_out_the_school_days_a_shorter_visit_does_not_have():
    slots = [Slot(str(day), day=day, starts=540, ends=600, activity="feedback") for day in (1, 2, 3, 4)]
    then, now = dated("quillmoor", "2025-12-01", "2025-12-04", slots), dated("quillmoor", "2026-11-30", "2026-12-02")
    assert [one.day for one in copied_plan(then, now, lambda text: False)] == [1, 2, 3]
