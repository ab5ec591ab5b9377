"""What is typed to find notes is read into words and filters, and nothing typed is ever refused."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests_support import bare_framework

from visitapp.domain.day_range import Days, days_of
from visitapp.domain.found import excerpt
from visitapp.domain.framework import Activity, Framework, Marker, Strand, Term, Vocabulary
from visitapp.domain.search import Lexicon, Phrase, Query, lexicon_of, read_query

WANTED = st.sampled_from(
    ['"', "#", "#y4", "#ma ", "!", "+ ", "is:", "is:risk", "on:", "on:2025-13", "after:9999", "school:", "activity:w",
     "*", "(", ")", "AND ", "NEAR(", "^", "-", "text :", " ", "\n", "\x00", "é", "🙂", "a", "ab", "don't", "x-y"]
)  # fmt: skip


def marker(code, label, prefix):
    return Marker(code, label, label, "risk", "", prefix, code[0].upper())


def activity(code, title):
    return Activity(code, title, title, "", "", ())


def vocabulary(code, *pairs):
    return Vocabulary(code, "1", code, "", tuple(Term(one, one.title(), one, tags) for one, tags in pairs))


def framework(code="one", **changes) -> Framework:
    plain = {
        "code": code,
        "strands": (Strand("teaching", "Teaching", "Teaching", "tch"),),
        "markers": (marker("risk", "Risk", "!"), marker("strength", "Strength", "+"), marker("ask", "Question", "?")),
        "activities": (activity("walk", "Learning walk"), activity("leaders", "Meeting with leaders")),
        "vocabularies": {
            "years": vocabulary("years", ("y4", ("y4",)), ("y5", ("y5",)), ("r", ("r",))),
            "subjects": vocabulary("subjects", ("mathematics", ("ma", "maths")), ("reading", ("re",))),
            "groups": vocabulary("groups", ("send", ("send",)), ("social-care", ("sc",))),
            "sources": vocabulary("sources", ("lesson", ("lv",))),
        },
    }
    return replace(bare_framework(), **{**plain, **changes})


LEXICON = lexicon_of((framework(),))


def read(typed: str) -> Query:
    return read_query(typed, LEXICON)


def phrases(typed: str) -> list[str]:
    return [one.text + ("*" if one.is_begun else "") for one in read(typed).phrases]


def wanted(typed: str) -> list[set[tuple[str, str]]]:
    return [set(one) for one in read(typed).wanted]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", []),
        ("bar", ["bar*"]),
        ("bar mod", ["bar", "mod*"]),
        ("bar mod ", ["bar", "mod*"]),
        ('"bar model" fra', ["bar model", "fra*"]),
        ('"bar mod', ["bar mod*"]),
        ('"bar model"', ["bar model"]),
        ("“bar model”", ["bar model"]),
        ("bar bar bar ", ["bar", "bar*"]),
        ("don't", ["don't"]),
        ("well-b", ["well-"]),
        ("well-bu", ["well-bu*"]),
        ("10:36", ["10:36*"]),
        ("note: bar", ["note:", "bar*"]),
        ("phonics q", ["phonics"]),
        ("year 4", ["year", "4"]),
        ("NEAR(a* OR", ["NEAR(a*", "OR*"]),
        ("*** -- bar", ["bar*"]),
        ("#nosuch bar", ["#nosuch", "bar*"]),
    ],
)
def test_words_are_words_and_the_last_one_may_go_on(typed, expected):
    assert phrases(typed) == expected


@pytest.mark.parametrize("typed", ["a", " ", "#", '"', "***", "is:", "school:", 'school:""', "on:"])
def test_too_little_asks_for_nothing(typed):
    assert read(typed).is_blank


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("#y4 ", [{("years", "y4")}]),
        ("#Y4 #SEND ", [{("years", "y4")}, {("groups", "send")}]),
        ("#y4 #y5 ", [{("years", "y4")}, {("years", "y5")}]),
        ("#ma #re ", [{("subject", "mathematics"), ("subject", "reading")}]),
        ("#se", [{("groups", "send")}]),
        ("#s", [{("groups", "send"), ("groups", "social-care")}]),
        ("#y4, bar", [{("years", "y4")}]),
        ("#pin ", [{("pinned", "")}]),
        ("#me ", [{("private", "")}]),
        ("! bar", [{("marker", "risk")}]),
        ("bar !", [{("marker", "risk")}]),
        ("! + bar", [{("marker", "risk"), ("marker", "strength")}]),
        ("is:risk", [{("marker", "risk")}]),
        ("is:quest", [{("marker", "ask")}]),
        ("IS:Note", [{("marker", "")}]),
        ("is:pinned is:private ", [{("pinned", "")}, {("private", "")}]),
        ("activity:walk", [{("activity", "walk")}]),
        ("activity:lead", [{("activity", "leaders")}]),
        ('activity:"learning walk"', [{("activity", "walk")}]),
    ],
)
def test_filters_are_read_in_the_words_of_the_programme(typed, expected):
    assert wanted(typed) == expected


def test_a_sign_inside_a_word_is_no_marker():
    assert wanted("-3 degrees!") == []


def test_what_is_not_understood_is_said_and_narrows_nothing():
    query = read("is:purple on:2025-13-01 activity:swimming bar")
    assert query.unread == ("is:purple", "on:2025-13-01", "activity:swimming")
    assert query.phrases == (Phrase("bar", True),)
    assert query.wanted == ()


def test_schools_are_named_in_part():
    assert read('school:Sallow school:"primary school" bar').schools == ("sallow", "primary school")


def test_a_word_that_means_two_things_finds_either():
    other = framework("two", markers=(marker("ebi", "Risk", "!"),))
    found = read_query("! bar", lexicon_of((framework(), other)))
    assert found.wanted == (frozenset({("marker", "risk"), ("marker", "ebi")}),)


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("on:2025-11-20", "2025-11-20", "2025-11-21"),
        ("on:20/11/2025", "2025-11-20", "2025-11-21"),
        ("on:2025-11", "2025-11-01", "2025-12-01"),
        ("on:2025-12", "2025-12-01", "2026-01-01"),
        ("on:2025", "2025-01-01", "2026-01-01"),
        ("after:2025-11-20", "2025-11-21", ""),
        ("before:2025-11", "", "2025-11-01"),
        ("after:2024 before:2025-06", "2025-01-01", "2025-06-01"),
        ("on:2025 on:2025-03", "2025-03-01", "2025-04-01"),
    ],
)
def test_days_are_bounds(typed, since, until):
    query = read(typed)
    assert (query.since, query.until) == (since, until)


@pytest.mark.parametrize(
    "typed", ["", "0000", "2025-00x", "2025-2-30", "31/11/2025", "9999", "9999-12-31", "tomorrow"]
)
def test_what_is_no_date_is_no_date(typed):
    assert days_of(typed) is None


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31)))
def test_a_day_is_itself_and_no_more(day):
    found = days_of(day.isoformat())
    assert found is not None
    assert found.since == day.isoformat()
    assert date.fromisoformat(found.until).toordinal() == day.toordinal() + 1


@given(st.lists(WANTED | st.text(max_size=6), max_size=12).map("".join))
def test_nothing_that_can_be_typed_is_refused(typed):
    query = read(typed)
    assert all(any(letter.isalnum() for letter in one.text) for one in query.phrases)
    assert len(query.phrases) <= 24
    assert all(not edge or date.fromisoformat(edge) for edge in (query.since, query.until))


def test_an_empty_lexicon_reads_signs_as_nothing():
    assert read_query("! #y4 bar", Lexicon()).phrases == (Phrase("#y4"), Phrase("bar", True))


def test_days_narrow_one_another():
    assert Days().narrowed("after", Days("2025-01-01", "2025-02-01")) == Days("2025-02-01", "")


def test_a_short_text_is_shown_whole():
    assert excerpt("Bar\nmodels", ((4, 10),), 80).text == "Bar models"
    assert excerpt("Bar\nmodels", ((4, 10),), 80).marks == ((4, 10),)


def test_a_match_far_into_a_long_text_is_shown_where_it_is():
    text = "word " * 100 + "needle " + "word " * 100
    part = excerpt(text, ((500, 506),), 160)
    assert [part.text[start:end] for start, end in part.marks] == ["needle"]
    assert part.text.startswith("…word")
    assert part.text.endswith("…")


@given(st.text(max_size=400), st.data(), st.integers(40, 200))
def test_marks_stay_on_what_they_marked(text, data, length):
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start, len(text)))
    part = excerpt(text, ((start, end),), length)
    for first, last in part.marks:
        assert text.replace("\n", " ")[start:end].startswith(part.text[first:last])
    if start < end:
        assert part.marks
