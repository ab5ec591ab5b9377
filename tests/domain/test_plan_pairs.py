"""Whose slot it is where a team goes about in pairs."""

import pytest
from stage_desk import VISIT, framework

from visitapp.domain.plan_pairs import is_for, member_for, team_of
from visitapp.domain.planning import current_slot
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Reviewer, Slot, Visit
from visitapp.domain.weighing import Member, lead_id

MINE = Slot("a", VISIT, 1, 600, 720, "walk", team=("m1",))
THEIRS = Slot("b", VISIT, 1, 605, 720, "leaders", team=("m2", "m3"))
LESSON = Slot("c", VISIT, 1, 610, 640, "walk", part_of="b")
ALL = Slot("d", VISIT, 1, 720, 780, "summary")
DAY = (MINE, THEIRS, LESSON, ALL)


def record(*members, reviewer="R. Alder"):
    shelves = {
        "visit": {VISIT: Visit(VISIT, reviewer_id="r")},
        "reviewer": {"r": Reviewer("r", reviewer)},
        "member": {one.id: one for one in members},
    }
    return VisitRecord(framework(), VISIT, shelves)


@pytest.mark.parametrize(("member", "wanted"), [("m1", "a"), ("m2", "c"), ("m3", "c"), ("", "c"), ("m9", "c")])
def test_the_slot_that_runs_is_that_of_ones_own_pair(member, wanted):
    assert current_slot(DAY, 1, 615, member).id == wanted


def test_what_names_nobody_is_for_everybody():
    assert current_slot(DAY, 1, 730, "m1").id == "d"
    assert is_for(DAY, ALL, "m1")


def test_a_classroom_visit_is_for_the_pair_of_its_activity_unless_it_says_otherwise():
    assert team_of(DAY, LESSON) == ("m2", "m3")
    assert not is_for(DAY, LESSON, "m1")


@pytest.mark.parametrize(
    ("person", "wanted"),
    [
        (Reviewer("x", "b.  rowan"), "m1"),
        (Reviewer("r", "B. Rowan"), "m1"),
        (Reviewer("r", "R. Alder"), lead_id(VISIT)),
        (Reviewer("r", ""), lead_id(VISIT)),
        (Reviewer("x", "Somebody else"), ""),
        (Reviewer("", ""), ""),
        (None, ""),
    ],
)
def test_a_person_is_known_by_name_else_as_the_lead_whose_visit_it_is(person, wanted):
    assert (
        member_for(record(Member("m1", VISIT, "B. Rowan", "Peer"), Member("m2", VISIT, "", "Peer")), person) == wanted
    )
