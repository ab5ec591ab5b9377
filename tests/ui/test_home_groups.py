"""Where each visit stands and what it needs next."""

from datetime import date

import pytest

from ui.pages.home.groups import FILTERS, lines, matching, of_today, pressing
from ui.pages.home.wording import distance_words, row_words, span_words, step_words, term_words, when_words
from ui.workspace.listing import VisitSummary

TODAY = date(2025, 11, 20)


def visit(starts="2025-12-04", **fields):
    plain = {
        "id": "v1",
        "school": "Sallowfield Primary School",
        "phase": "primary",
        "town": "Northmere",
        "programme": "walk",
        "starts_on": starts,
        "ends_on": starts,
        "closed": False,
        "enquiry": "",
        "agreed_on": "",
        "notes": 0,
        "findings": 0,
        "open_actions": 0,
    }
    return VisitSummary(**{**plain, **fields})


def line(*args, **fields):
    (placed,) = lines([visit(*args, **fields)], TODAY)
    return placed


def done(*stages):
    return frozenset(stages)


@pytest.mark.parametrize(
    ("starts", "fields", "group", "words"),
    [
        ("2025-12-04", {}, "coming", "Prepare for the visit"),
        ("2025-12-04", {"stages_done": done("prepare")}, "coming", "Plan the day"),
        ("2025-12-04", {"stages_done": done("prepare", "plan")}, "coming", "Agree the plan"),
        ("2025-12-04", {"stages_done": done("prepare", "plan"), "agreed_on": "2025-11-18"}, "coming", "Ready"),
        ("2025-11-26", {}, "coming", "Agree the plan"),
        ("2025-11-27", {}, "coming", "Prepare for the visit"),
        ("2025-11-26", {"agreed_on": "2025-11-12"}, "coming", "Prepare for the visit"),
        ("", {}, "coming", "Set a date"),
        ("2025-11-20", {}, "underway", "Capture evidence"),
        ("2025-11-19", {"ends_on": "2025-11-21"}, "underway", "Capture evidence"),
        ("2025-11-20", {"stages_done": done("capture")}, "underway", "Sum up the findings"),
        ("2025-11-11", {}, "report", "No notes yet"),
        ("2025-11-11", {"notes": 3}, "report", "Sum up the findings"),
        ("2025-11-11", {"notes": 3, "findings": 2}, "report", "Write the report"),
        ("2025-11-11", {"notes": 3, "findings": 2, "exports": 1}, "report", "Finish the report"),
        ("2025-11-11", {"stages_done": done("report"), "open_actions": 1}, "followup", "1 action open"),
        ("2025-11-11", {"stages_done": done("report"), "open_actions": 2}, "followup", "2 actions open"),
        ("2025-11-11", {"stages_done": done("report")}, "followup", "No action open: it can be closed"),
        ("2025-11-20", {"stages_done": done("report")}, "followup", "No action open: it can be closed"),
        ("2025-12-04", {"closed": True}, "closed", ""),
    ],
)
def test_a_visit_stands_where_its_dates_and_finished_stages_put_it(starts, fields, group, words):
    placed = line(starts, **fields)
    assert (placed.group, step_words(placed)) == (group, words)


def test_only_a_plan_not_agreed_in_the_last_week_is_pressing():
    assert line("2025-11-26").pressing
    assert not line("2025-11-27").pressing
    assert not line("2025-11-26", agreed_on="2025-11-01").pressing


@pytest.mark.parametrize(
    ("starts", "fields", "behind"),
    [("2025-12-04", {}, 0), ("2025-11-20", {}, 2), ("2025-11-01", {"findings": 1}, 4), ("", {"closed": True}, 6)],
)
def test_the_stages_behind_are_counted(starts, fields, behind):
    assert line(starts, **fields).stages_behind == behind


def test_what_waits_longest_is_reported_first_and_what_comes_soonest_leads():
    visits = [
        visit(id="late", starts="2025-12-09"),
        visit(id="soon", starts="2025-12-01"),
        visit(id="new", starts="2025-11-18"),
        visit(id="old", starts="2025-11-03"),
        visit(id="shut", starts="2025-01-03", closed=True),
        visit(id="shut later", starts="2025-03-03", closed=True),
    ]
    placed = lines(visits, TODAY)
    assert [one.visit.id for one in placed] == ["old", "new", "soon", "late", "shut later", "shut"]


def test_the_visit_of_today_is_found_among_the_others():
    placed = lines([visit(id="a"), visit(id="b", starts="2025-11-20")], TODAY)
    assert of_today(placed).visit.id == "b"
    assert of_today(placed[1:]) is None


@pytest.mark.parametrize("words", ["sallow", "SALLOW prim", "northmere", "walk", "primary northmere", ""])
def test_words_find_a_visit_by_school_town_phase_or_programme(words):
    assert matching([line()], words)


def test_words_that_are_nowhere_find_nothing():
    assert matching([line()], "sallow quill") == ()


def test_the_most_pressing_three_are_chosen():
    visits = [
        visit(id="far", starts="2026-03-01"),
        visit(id="near", starts="2025-12-01"),
        visit(id="follow", starts="2025-10-01", stages_done=done("report"), open_actions=2),
        visit(id="report", starts="2025-11-01", notes=2),
        visit(id="agree", starts="2025-11-25"),
        visit(id="shut", starts="2025-01-01", closed=True),
    ]
    placed = lines(visits, TODAY)
    assert [one.visit.id for one in pressing(placed, TODAY)] == ["agree", "report", "near"]
    assert "far" not in [one.visit.id for one in pressing(placed, TODAY, 9)]


def test_a_visit_that_is_ready_or_closed_needs_nobody():
    ready = visit(starts="2025-11-25", agreed_on="2025-11-01", stages_done=done("prepare", "plan"))
    assert pressing(lines([ready, visit(closed=True)], TODAY), TODAY) == ()


def test_every_group_is_behind_a_filter():
    assert {group for code, groups in FILTERS.items() if code != "all" for group in groups} == set(FILTERS["all"])


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (6, "in 6 days"),
        (-9, "9 days ago"),
        (14, "in 2 weeks"),
        (-43, "6 weeks ago"),
        (-92, "3 months ago"),
    ],
)
def test_distances_are_said_as_people_say_them(days, words):
    assert distance_words(date.fromordinal(TODAY.toordinal() + days), TODAY) == words


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2025-11-11", "2025-11-11", "Tue 11 Nov"),
        ("2025-12-01", "2025-12-03", "1–3 Dec"),
        ("2025-11-28", "2025-12-02", "28 Nov–2 Dec"),
        ("", "", "No date yet"),
        ("2025-12-03", "", "Wed 3 Dec"),
    ],
)
def test_the_days_of_a_visit_in_words(starts, ends, words):
    assert span_words(starts, ends) == words


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2025, 11, 20), "Autumn term 2025"),
        (date(2026, 1, 6), "Spring term 2026"),
        (date(2026, 4, 2), "Spring term 2026"),
        (date(2026, 5, 6), "Summer term 2026"),
        (date(2026, 9, 1), "Autumn term 2026"),
    ],
)
def test_the_term_is_said_in_words(day, term):
    assert term_words(day) == term


def test_a_row_says_all_that_is_known():
    words = row_words(line("2025-11-26"), TODAY)
    assert (words.school, words.place) == ("Sallowfield Primary School", "Northmere, primary")
    assert (words.programme, words.dates, words.distance) == ("Walk", "Wed 26 Nov", "in 6 days")
    assert (words.stage, words.step, words.tone) == ("Prepare", "Agree the plan", "develop")


def test_a_school_without_a_town_shows_its_phase():
    assert row_words(line(town="", phase="all-through"), TODAY).place == "All through"


def test_a_past_visit_counts_from_its_last_day():
    assert row_words(line("2025-11-10", ends_on="2025-11-12"), TODAY).distance == "8 days ago"


def test_a_visit_in_follow_up_is_not_late():
    assert when_words(line("2025-10-01", stages_done=done("report"), open_actions=1), TODAY) == ""
    assert when_words(line("2025-11-25"), TODAY) == "in 5 days"
