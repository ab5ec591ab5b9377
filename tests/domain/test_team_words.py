"""What a team says of an estimate: members, views counted against the whole team, and the minority in the report."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_records import begun, holding, library, saying, without

from visitapp.domain.composition import compose_report
from visitapp.domain.team_words import listed, minority_lines, minority_title, minority_words, number_word, said_words
from visitapp.domain.visit import Reviewer
from visitapp.domain.weighed import lead, members, minority, view_of, views, views_held
from visitapp.domain.weighing import Member, View, lead_id, view_id

KEY = "estimate.overall"
PEER = library().find("qa-review@2026")
OVERALL = PEER.judgement.estimates[0]
CODES = [one.code for one in OVERALL.options]
LEAD = lead_id("visit")


def team(count):
    """Return a visit with a lead and others, so many in all."""
    others = [Member(f"m{number}", "visit", f"Member {number}", "", number) for number in range(2, count + 1)]
    return holding(begun(PEER), *others)


def saying_so(record, *values, reason=""):
    """Return a record in which the members say these, in the team's order; an empty one says nothing."""
    for member, value in zip(members(record), values, strict=False):
        said = View(view_id("visit", KEY, member.id), "visit", KEY, member.id, value, reason)
        record = holding(record, said) if value else record
    return record


def agreed(record, value):
    return saying(record, estimate__overall=value)


def test_the_lead_is_the_first_of_the_team_and_is_the_reviewer():
    record = holding(begun(PEER, reviewer_id="r"), Reviewer("r", "R. Alder", "Lead Reviewer"), Member("m", "visit"))
    assert (lead(record).name, lead(record).role) == ("R. Alder", "Lead Reviewer")
    assert [one.id for one in members(record)] == [LEAD, "m"]


def test_a_lead_who_has_not_said_who_they_are_has_the_role_the_programme_gives():
    assert lead(begun(PEER)).role == PEER.reviewer_role


def test_members_stand_in_their_order_whatever_order_they_came_in():
    record = holding(begun(PEER), Member("b", "visit", position=2.0), Member("a", "visit", position=1.0))
    assert [one.id for one in members(record)] == [LEAD, "a", "b"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (["effective"] * 4, "All four say Effective"),
        (["effective"] * 3 + ["leading"], "One of four says Leading, three Effective"),
        (["effective"] * 3, "Three of four say Effective; one has not said"),
        (["effective", "", "leading"], "One of four says Leading, one Effective; two have not said"),
        (["none", "", "", ""], "One of four says No estimate; three have not said"),
        ([], ""),
    ],
)
def test_who_says_what_is_counted_against_the_whole_team(said, words):
    assert said_words(saying_so(team(4), *said), OVERALL) == words


def test_a_team_of_two_that_agrees_is_both():
    assert said_words(saying_so(team(2), "leading", "leading"), OVERALL) == "Both say Leading"


@given(st.lists(st.sampled_from(["", *CODES]), max_size=6))
def test_counts_are_of_those_who_spoke_and_values_stand_in_the_order_of_the_scale(said):
    record = saying_so(team(6), *said)
    held = views_held(record, OVERALL)
    assert sum(count for _, count in held) == sum(map(bool, said)) == len(views(record, KEY))
    assert [one.code for one, _ in held] == [code for code in CODES if code in said]
    assert all((option.label in said_words(record, OVERALL)) for option, _ in held)


@given(st.lists(st.sampled_from(["", *CODES]), max_size=6), st.sampled_from(CODES))
def test_deciding_keeps_every_view_and_takes_none_for_the_agreed_one(said, value):
    record = saying_so(team(6), *said, reason="Seen in lessons")
    after = agreed(record, value)
    assert views(after, KEY) == views(record, KEY)
    assert said_words(after, OVERALL) == said_words(record, OVERALL)
    assert {one.value for one in minority(after, KEY)} == set(said) - {"", value}


def test_a_removed_member_is_counted_no_longer_and_again_once_brought_back():
    record = saying_so(team(3), "effective", "effective", "leading")
    gone = without(record, "member", "m3")
    assert said_words(gone, OVERALL) == "Both say Effective"
    back = holding(gone, replace(gone.shelves["member"]["m3"], deleted=False))
    assert said_words(back, OVERALL) == "One of three says Leading, two Effective"


def test_a_view_never_given_is_empty_and_has_the_id_it_would_have():
    found = view_of(team(2), KEY, "m2")
    assert (found.id, found.value, found.reason) == (view_id("visit", KEY, "m2"), "", "")


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (["effective", "effective", "leading"], "Minority view"),
        (["effective", "leading"], "Different view"),
        (["leading", "leading", "effective"], "Different views"),
        (["effective", "effective"], ""),
    ],
)
def test_only_fewer_than_half_are_called_a_minority(said, title):
    assert minority_title(agreed(saying_so(team(3), *said), "effective"), KEY) == title


def test_there_is_no_minority_before_anything_is_agreed():
    record = saying_so(team(3), "effective", "leading", "leading")
    assert minority_title(record, KEY) == ""
    assert minority_words(record, OVERALL) == ""


def with_minority():
    record = agreed(saying_so(team(4), "effective", "effective", "leading", "effective"), "effective")
    return holding(record, replace(view_of(record, KEY, "m3"), reason="Coaching reaches every teacher"))


def test_the_words_of_a_minority_give_count_base_and_reason_and_no_name():
    words = minority_words(with_minority(), OVERALL)
    assert words == "One of four says Leading. Coaching reaches every teacher."
    assert "Member" not in words


def test_the_report_is_silent_on_a_minority_until_the_lead_wants_it():
    assert minority_lines(with_minority(), KEY) == ()


def reported(record):
    return dict(compose_report(record, 1, "DRAFT", datetime(2025, 12, 3, tzinfo=UTC)).front)


def test_a_minority_stands_after_its_estimate_on_the_front_page_once_the_lead_wants_it():
    record = with_minority()
    plain = reported(record)
    front = reported(saying(record, minority__estimate__overall=True))
    label = "Minority view on this estimate"
    assert front.pop(label) == "One of four says Leading. Coaching reaches every teacher."
    assert front == plain
    order = list(reported(saying(record, minority__estimate__overall=True)))
    assert order.index(label) == order.index("Overall Peer Evaluation Estimate at this QA Review") + 1


@pytest.mark.parametrize("said", [True, False, None, "yes"])
def test_only_a_plain_yes_puts_it_there_and_only_while_somebody_differs(said):
    record = saying(with_minority(), minority__estimate__overall=said)
    assert bool(minority_lines(record, KEY)) is (said is True)
    assert minority_lines(agreed(saying_so(team(4), *["leading"] * 4), "leading"), KEY) == ()


def test_a_programme_without_estimates_has_the_front_page_it_had():
    record = begun(library().find("llpr-primary@2024-25"))
    assert len(reported(record)) == len(record.framework.front)


@pytest.mark.parametrize(("number", "word"), [(0, "none"), (4, "four"), (12, "twelve"), (13, "13")])
def test_small_numbers_are_words(number, word):
    assert number_word(number) == word


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (list("abcde"), "a, b, c and 2 more"),
    ],
)
def test_long_lists_are_counted_at_the_end(words, said):
    assert listed(words) == said
