"""Phrases of one's own are finished only as they stand in at least two notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.snippets import OwnPhrases

WORDS = st.lists(
    st.sampled_from(["pupils", "can", "explain", "how", "the", "bar", "shows", ".", ",", "\n", "61%"]), max_size=12
)


def phrases(*texts, shut=()):
    found = OwnPhrases()
    for number, text in enumerate(texts):
        found.add(str(number), text, shut)
    return found


TWO = phrases("Pupils can explain how the bar model works.", "Again pupils can explain how the bar model shows it.")


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("Pupils can explain ", "how the bar model"),
        ("pupils can explain h", "ow the bar model"),
        ("Yes. pupils can explain how the b", "ar model"),
        ("Pupils can explain", ""),
        ("can explain ", ""),
        ("Pupils. Can explain ", ""),
        ("Pupils can explain why", ""),
        ("Pupils can explain how the bar model ", ""),
        ("", ""),
    ],
)
def test_a_phrase_goes_on_as_in_both_notes(before, wanted):
    assert TWO.going_on(before) == wanted


def test_what_stands_in_one_note_only_is_never_offered():
    once = phrases("Pupils can explain how the bar works. Pupils can explain how the bar works.")
    assert once.going_on("Pupils can explain ") == ""


def test_a_note_taken_in_twice_counts_once():
    found = OwnPhrases()
    for _ in range(3):
        found.add("one", "Pupils can explain how the bar works.")
    assert found.going_on("Pupils can explain ") == ""


def test_a_phrase_never_goes_on_over_the_end_of_a_sentence():
    found = phrases("Pupils can explain it now. Next lesson.", "Pupils can explain it now. Next lesson.")
    assert found.going_on("Pupils can explain ") == "it now"


def test_a_stretch_shut_out_is_never_offered():
    text = "The group works with Jaden every day."
    found = phrases(text, text, shut=[(21, 26)])
    assert found.going_on("The group works ") == "with"
    assert found.going_on("group works with ") == ""


@given(st.lists(WORDS.map(" ".join), max_size=5), WORDS.map(" ".join))
def test_whatever_is_offered_stands_in_two_notes(texts, before):
    words = phrases(*texts).going_on(before + " ").lower()
    assert not words or sum(words in text.lower() for text in texts) > 1


@given(st.lists(st.text(max_size=40), max_size=4), st.text(max_size=40))
def test_no_text_is_too_strange(texts, before):
    phrases(*texts, *texts).going_on(before)
