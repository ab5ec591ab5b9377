"""Prose as it is typed: evidence named in brackets is never printed, double stars make words bold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.prose import (
    Citation,
    citation_at,
    citations,
    cited,
    plain,
    printed,
)

TEACHING = "Teaching is strong. [E12] [E14] In Year 4, pupils explain it. [D2]"
pieces = st.lists(st.sampled_from(["Words ", "[E1]", "[D22]", "**", " ", "\n", ".", "[E", "]", "é🎉", "*"])).map(
    "".join
)


def test_evidence_behind_a_sentence_is_not_printed():
    assert plain(TEACHING) == "Teaching is strong. In Year 4, pupils explain it."


def test_evidence_that_is_not_known_stays_for_it_may_be_meant_as_words():
    assert plain("Room [E3] is new. [E12]", {"E12"}) == "Room [E3] is new."


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("[E1] At the start", "At the start"),
        ("one\n[E1] two", "one\ntwo"),
        ("in[E1]side", "inside"),
        ("[E1]", ""),
        ("[E] [F1] [e1] [E1234567]", "[E] [F1] [e1] [E1234567]"),
    ],
)
def test_where_evidence_goes_its_space_goes_with_it(typed, read):
    assert plain(typed) == read


def test_what_a_text_names_is_found_by_kind():
    assert cited(TEACHING) == {12, 14}
    assert cited(TEACHING, "D") == {2}
    assert citations("x [E7]") == (Citation(2, 6, "E", 7),)
    assert [one.label for one in citations(TEACHING)] == ["E12", "E14", "D2"]


def test_words_between_double_stars_are_bold():
    found = printed("A **clear** yes. [E1] And **more**.")
    assert found.text == "A clear yes. And more."
    assert [found.text[start:end] for start, end in found.bold] == ["clear", "more"]


@pytest.mark.parametrize("text", ["2 ** 3", "** not bold **", "a ** b** c", "****", "one **\ntwo**"])
def test_stars_that_embrace_no_words_stay(text):
    assert printed(text).text == text
    assert printed(text).bold == ()


def test_evidence_inside_bold_words_goes_too():
    found = printed("**Strong [E1] here**")
    assert (found.text, found.bold) == ("Strong here", ((0, 11),))


def test_a_place_inside_the_brackets_belongs_to_the_evidence():
    assert citation_at("x [E7]", 4).label == "E7"
    assert citation_at("x [E7]", 2) is None
    assert citation_at("x [E7]", 6) is None


@given(pieces)
def test_no_word_is_lost_and_nothing_is_left_of_what_is_not_printed(text):
    found = printed(text)
    assert found.text.count("Words") == text.count("Words")
    assert not any(found.text[start:end].strip() == "" for start, end in found.bold)
    assert all(start < end <= len(found.text) for start, end in found.bold)
