"""The invented visits carry the whole of summing up: evidence, levels, the decision told, a team and its views."""

from functools import cache

import pytest
from sample_records import changed, library, sample, told, without

from ui.demo.comparing import lost_on_the_way
from ui.workspace.sample import tell
from visitapp.domain.deciding import (
    GRADE_RISK,
    LEVEL,
    TOLD,
    TOLD_AT,
    TOLD_ON,
    TOLD_TO,
    URGENCY,
    Told,
    asks_for_support,
    support_responses,
)
from visitapp.domain.deciding import told as told_of
from visitapp.domain.excellence import EXCELLENCE
from visitapp.domain.matters import matters
from visitapp.domain.places import answered
from visitapp.domain.representation import GOVERNOR, NO, YES, people_planned
from visitapp.domain.visit import Reviewer, School
from visitapp.domain.weighed import colleagues, findings_bearing, minority, notes_bearing, points, views


def test_the_first_visit_links_evidence_for_and_against_with_its_concerns():
    record = told("sallowfield")
    found = {
        letter: (_count(record, letter, against=False), _count(record, letter, against=True)) for letter in "abfh"
    }
    assert found == {"a": (3, 1), "b": (1, 0), "f": (1, 0), "h": (0, 2)}
    assert [one for one in matters(record) if one.kind == "criterion-without-finding"] == []


def test_the_first_visit_says_how_heavily_each_risk_weighs_and_what_it_means_for_the_grade():
    record = told("sallowfield")
    assert [one.level for one in record.findings("risk")] == ["moderate", "moderate"]
    answer = record.answer(GRADE_RISK)
    assert (answer.value, "60%" in answer.note) == ("some", True)


def test_the_first_visit_says_who_was_told_when_and_that_a_governor_was_there():
    record = told("sallowfield")
    assert told_of(record) == Told("2025-11-20", "14:31", ("Headteacher",), "chair of governors")
    assert record.answer(GOVERNOR).value == YES
    assert "chair of governors" in people_planned(record)[0]


def test_the_first_visit_leaves_nothing_of_judgement_and_actions_open():
    left = [one for one in matters(told("sallowfield")) if one.place.startswith(("summary:judgement", "summary:act"))]
    assert left == []


def test_one_visit_ends_with_a_priority_and_says_which_support_is_asked_for():
    record = told("brackwater")
    assert asks_for_support(record)
    assert [one.code for one in support_responses(record)] == ["package", "governors"]
    assert (record.answer(LEVEL).value, record.answer(URGENCY).value) == ("targeted", "now")
    assert (record.answer(GOVERNOR).value, bool(record.answer(GOVERNOR).note)) == (NO, True)


def test_the_second_visit_has_a_team_by_role_whose_views_are_kept():
    record = told("quillmoor")
    assert [(one.name, one.role) for one in colleagues(record)] == [
        ("", "Headteacher, infant school"),
        ("", "Deputy headteacher"),
        ("", "Trust inclusion lead"),
    ]
    assert [one.value for one in views(record, "estimate.overall")] == [
        "effective",
        "effective",
        "leading",
        "effective",
    ]
    (minor,) = minority(record, "estimate.overall")
    assert (minor.member_id, minor.reason) == (
        colleagues(record)[1].id,
        "Coaching reaches every teacher, and Years 3 and 4 were as strong as leadership.",
    )


def test_the_second_visit_has_one_point_open_and_one_settled():
    record = told("quillmoor")
    assert [(one.settled, bool(one.outcome)) for one in points(record)] == [(False, False), (True, True)]


def test_the_second_visit_links_the_evidence_of_what_others_could_learn():
    record = told("quillmoor")
    assert len(notes_bearing(record, EXCELLENCE, against=False)) == 4
    assert len(notes_bearing(record, EXCELLENCE, against=True)) == 1
    assert len(findings_bearing(record, EXCELLENCE)) == 1


def _count(record, letter, *, against):
    return len(notes_bearing(record, f"criterion.{letter}", against=against))


# What a walk through the window must not lose


@cache
def played(code):
    """Return a sample visit as a walk leaves it, with the actions of the visit before taken over."""
    one = sample(code)
    before = told(one.follows) if one.follows else None
    reviewer = Reviewer("reviewer", one.reviewer.name, one.reviewer.role)
    school = School("school", **one.school.model_dump())
    return tell(one, framework_of(code), reviewer, school, before).record


def framework_of(code):
    return library().find(sample(code).framework)


def lost(record, code):
    return lost_on_the_way(record, sample(code), framework_of(code))


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_a_visit_played_whole_has_lost_nothing(code):
    assert lost(played(code), code) == []


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("sallowfield", "bearing"),
        ("sallowfield", "progress"),
        ("quillmoor", "bearing"),
        ("quillmoor", "view"),
        ("quillmoor", "point"),
    ],
)
def test_each_thing_that_is_weighed_is_missed_when_it_is_gone(code, kind):
    record = played(code)
    for one in record.living(kind):
        assert len(lost(without(record, kind, one.id), code)) == 1


def test_a_member_whose_role_was_not_typed_is_missed():
    record = played("quillmoor")
    (member, *_) = colleagues(record)
    assert len(lost(changed(record, "member", member.id, role=""), "quillmoor")) == 1


def test_the_level_of_a_risk_is_missed_when_nobody_chose_it():
    record = played("sallowfield")
    (risk, *_) = record.findings("risk")
    assert len(lost(changed(record, "finding", risk.id, level=""), "sallowfield")) == 1


@pytest.mark.parametrize("key", [GRADE_RISK, TOLD, TOLD_ON, TOLD_AT, TOLD_TO, GOVERNOR])
def test_an_answer_is_missed_when_nobody_gave_it(key):
    record = played("sallowfield")
    unsaid = record.with_changes(answered(record, key, value=None, note=""))
    assert len(lost(unsaid, "sallowfield")) == 1
