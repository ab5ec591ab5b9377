"""Rules on year groups and classes, pairs of a team, and last year's plan."""

from dataclasses import replace

import pytest
from sample_records import begun, changed, holding, library, saying, told

from visitapp.domain.framework import PlanRule
from visitapp.domain.papers.plan import plan_text
from visitapp.domain.plan_copied import copied_plan
from visitapp.domain.plan_pairs import team_words
from visitapp.domain.plan_words import lesson_words
from visitapp.domain.planning import overlapping, plan_results, years_left_out
from visitapp.domain.usual import taught_years
from visitapp.domain.visit import Slot
from visitapp.domain.weighing import Member

LLPR, QA = "llpr-primary@2024-25", "qa-review@2026"
WALK = Slot("walk", "visit", 1, 540, 660, "learning-walk")


def lesson(code, *years, place="", **more):
    return Slot(code, "visit", 1, 540, 560, "learning-walk", years=years, place=place, part_of="walk", **more)


@pytest.fixture
def record():
    return holding(begun(library().find(LLPR)), WALK)


def result(record, code):
    return next((one.met, one.note) for one in plan_results(record) if one.rule.code == code)


def nobody(text):
    return False


def test_year_groups_nobody_visits_are_named(record):
    found = holding(record, *(lesson(year, year) for year in ("y1", "y2", "y3", "y4", "y5")))
    assert result(found, "year-groups-visited") == (
        False,
        "Not Reception and Year 6. Add a visit, or note why not",
    )
    assert years_left_out(found, "learning-walk") == ("r", "y6")


def test_a_mixed_age_class_covers_each_of_its_years(record):
    found = holding(record, lesson("a", "r", "y1", "y2"), lesson("b", "y3", "y4"), lesson("c", "y5", "y6"))
    assert result(found, "year-groups-visited") == (True, "Every year group")
    met, note = result(found, "classes-named")
    assert met
    assert note == "Mixed-age: Reception/Year 1/Year 2, Year 3/Year 4 and Year 5/Year 6"


def test_a_reason_stands_in_for_a_year_group(record):
    found = saying(holding(record, lesson("a", "y1")), plan__year_groups_visited=None)
    answer = found.answer("plan.year-groups-visited")
    found = holding(found, replace(answer, note="A class walk of one year was agreed"))
    assert result(found, "year-groups-visited") == (True, "A class walk of one year was agreed")


@pytest.mark.parametrize(
    ("phase", "years"),
    [("infant", ("r", "y1", "y2")), ("junior", ("y3", "y4", "y5", "y6")), ("special", ())],
)
def test_a_school_is_asked_only_for_the_years_it_teaches(record, phase, years):
    found = changed(record, "school", record.visit.school_id, phase=phase)
    assert taught_years(found) == (years or record.framework.coverage_years)


def test_a_visit_that_names_no_year_group_is_said(record):
    assert result(holding(record, lesson("a")), "classes-named") == (False, "1 visit names no year group")
    both = holding(record, lesson("a"), lesson("b"), lesson("c", "y1"))
    assert result(both, "classes-named") == (False, "2 visits name no year group")


def test_one_room_with_two_years_may_be_a_mixed_age_class(record):
    found = holding(record, lesson("a", "y1", place="Oak"), lesson("b", "y2", place="Oak"))
    met, note = result(found, "classes-named")
    assert not met
    assert note == "Oak is down for Year 1 and Year 2. If it is one class, choose both years"
    assert result(holding(record, lesson("a", "y1", place="Oak")), "classes-named")[0]


def test_a_governor_is_asked_for_at_governance(record):
    talk = Slot("g", "visit", 1, 700, 745, "governance")
    assert result(holding(record, talk), "governor-at-governance") == (False, "Nobody named yet")
    assert result(holding(record, replace(talk, people="Chair")), "governor-at-governance") == (True, "Chair")


@pytest.mark.parametrize(
    ("people", "met", "note"),
    [
        ((), False, "No visits planned"),
        (("", ""), False, "Named for 0 of 2 visits"),
        (("Mathematics lead", "", "Deputy headteacher", "", "Class teacher"), False, "Named for 2 of 5 visits"),
        (("Reading LEAD", "Assistant head"), True, "Named for 2 of 2 visits"),
        (("Phase leader",), True, "Named for 1 of 1 visit"),
    ],
)
def test_a_host_leader_is_asked_for_on_each_visit_and_not_on_one_of_them(people, met, note):
    lessons = [lesson(f"l{number}", "y1", people=one) for number, one in enumerate(people)]
    record = holding(begun(library().find(QA)), WALK, *lessons)
    assert result(record, "host-leader-beside") == (met, note)


def test_a_leader_who_walks_along_is_there_on_every_visit_of_the_walk_and_of_no_other():
    leaders = replace(WALK, people="Deputy headteacher, phase leaders")
    later = replace(WALK, id="later", day=2)
    there = (lesson("a", "y1"), lesson("b", "y2", people="Class teacher"))
    record = holding(begun(library().find(QA)), leaders, *there)
    assert result(record, "host-leader-beside") == (True, "Named for 2 of 2 visits")
    record = holding(record, later, replace(lesson("c", "y3"), day=2, part_of="later"))
    assert result(record, "host-leader-beside") == (False, "Named for 2 of 3 visits")


def test_two_pairs_can_be_in_two_places_at_once():
    one, other = Slot("a", "v", 1, 540, 600, "x", team=("m1",)), Slot("b", "v", 1, 570, 630, "y", team=("m2",))
    assert overlapping((one, other)) == ()
    assert overlapping((one, replace(other, team=("m1", "m2")))) == ((one, replace(other, team=("m1", "m2"))),)
    assert overlapping((one, replace(other, team=()))) == ((one, replace(other, team=())),)


def test_a_long_slot_is_compared_with_all_it_runs_into():
    slots = (Slot("a", "v", 1, 540, 700, "x"), Slot("b", "v", 1, 550, 560, "x"), Slot("c", "v", 1, 600, 610, "x"))
    assert [(one.id, other.id) for one, other in overlapping(slots)] == [("a", "b"), ("a", "c")]


def test_an_older_framework_without_these_rules_is_asked_nothing_of_them(record):
    older = replace(record, framework=replace(record.framework, plan_rules=(PlanRule("h", "time-on-site", "H", 1),)))
    assert [one.rule.code for one in plan_results(older)] == ["h"]


def test_last_years_plan_comes_whole_with_its_lessons():
    earlier, record = told("sallowfield"), begun(library().find(LLPR))
    copied = copied_plan(earlier, record, nobody)
    homes = {slot.id: slot for slot in copied if not slot.part_of}
    assert len(copied) == len(earlier.slots)
    assert {slot.part_of for slot in copied if slot.part_of} <= set(homes)
    assert {slot.id for slot in copied}.isdisjoint(slot.id for slot in earlier.slots)
    assert {slot.visit_id for slot in copied} == {record.visit_id}
    before = [(slot.day, slot.starts, slot.ends, slot.people, slot.years) for slot in earlier.slots]
    assert sorted((slot.day, slot.starts, slot.ends, slot.people, slot.years) for slot in copied) == sorted(before)


def test_what_is_planned_already_is_not_copied_again():
    earlier, record = told("sallowfield"), begun(library().find(LLPR))
    record = holding(record, *copied_plan(earlier, record, nobody))
    assert copied_plan(earlier, record, nobody) == ()


def test_a_person_named_gives_way_to_whom_the_programme_suggests():
    earlier, record = told("sallowfield"), begun(library().find(LLPR))
    copied = copied_plan(earlier, record, lambda text: "Mathematics lead" in text)
    walk = next(slot for slot in copied if slot.activity == "learning-walk" and not slot.part_of)
    assert walk.people == record.framework.activity("learning-walk").people


def test_an_activity_another_programme_does_not_have_is_left_out():
    earlier, record = told("quillmoor"), begun(library().find(LLPR))
    known = {one.code for one in record.framework.activities} | {""}
    assert {slot.activity for slot in copied_plan(earlier, record, nobody)} <= known


def test_a_pair_is_named_where_it_works():
    record = holding(told("quillmoor"), Member("m9", name="B. Rowan", role="Peer reviewer"))
    slot = Slot("s", record.visit_id, 1, 540, 600, "learning-walk", team=("m9",))
    assert team_words(record, slot) == "B. Rowan"
    assert team_words(record, replace(slot, team=())) == ""
    phonics = replace(slot, title="Phonics", place="Oak", part_of="x")
    assert lesson_words(record, phonics) == "09:00 Oak, Phonics, team: B. Rowan"


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_the_text_of_a_plan_says_every_slot_and_no_finding(code):
    record = told(code)
    text = plan_text(record)
    for slot in record.slots:
        assert f"{slot.starts // 60:02d}:{slot.starts % 60:02d}" in text
    assert not [one for one in record.findings() if one.text in text]


def test_a_plan_with_nothing_in_it_says_so():
    assert plan_text(begun(library().find(LLPR))).startswith("Nothing is planned yet.")
