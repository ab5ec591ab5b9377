"""Abbreviations stay as written until they leave the app, and only whole words become others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.shorthand import expanded, in_force, lines_of, own_from, read, usable, written
from visitapp.frameworks.shorthand_list import starting_shorthand

WORDS = {"tchr": "teacher", "chn": "children", "wrt": "with regard to", "w/o": "without", "pp": "pupil premium"}
WORD = st.text("abct/-' “”\"‘’.\nß#1İ", max_size=6)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tchr asks chn", "teacher asks children"),
        ("Tchr asks. Chn answer.", "Teacher asks. Children answer."),
        ("PP gap; the PP plan", "Pupil premium gap; the pupil premium plan"),
        ("w/o help, wrt time", "without help, with regard to time"),
        ("tchrs, matchrun, app, tchr-led", "tchrs, matchrun, app, tchr-led"),
        ("“tchr helps chn” said the tchr", "“tchr helps chn” said the teacher"),
        ('"tchr" and ‘chn don’t’ chn', '"tchr" and ‘chn don’t’ children'),
        ("#pp and #chn stay", "#pp and #chn stay"),
        ("(tchr)", "(teacher)"),
        ("", ""),
    ],
)
def test_whole_words_are_spelt_out_and_quotations_are_not(text, wanted):
    assert expanded(text, WORDS) == wanted


@given(st.text(max_size=60) | st.lists(WORD, max_size=12).map(" ".join), st.dictionaries(WORD, WORD, max_size=5))
def test_spelling_out_never_fails_and_twice_is_once(text, words):
    once = expanded(text, words)
    assert expanded(once, words) == once


@given(st.lists(st.sampled_from([*WORDS, "word", "“", "”", ".", "\n", "Tchr"]), max_size=15).map(" ".join))
def test_twice_is_once_for_words_reviewers_use(text):
    once = expanded(text, WORDS)
    assert expanded(once, WORDS) == once


def test_a_meaning_that_holds_another_abbreviation_is_left_out():
    assert usable({"a": "b c", "b": "bee", "x y": "two words", "q": "“no”", "z": ""}) == {"b": "bee"}


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=8), max_size=4))
def test_a_list_comes_back_as_it_was_kept(words):
    assert read(written(words)) == words


@pytest.mark.parametrize("text", ["", "not json", "[1]", "null", "3"])
def test_text_that_is_no_list_is_an_empty_one(text):
    assert read(text) == {}


def test_a_reviewers_own_list_is_what_differs_from_the_starting_one():
    lines = lines_of(WORDS).replace("chn = children\n", "").replace("pp = pupil premium", "pp = disadvantaged pupils")
    own = own_from(f"{lines}\nhod = head of department\nnonsense\n = nothing", WORDS)
    assert own == {"chn": "", "pp": "disadvantaged pupils", "hod": "head of department"}
    force = in_force(WORDS, own)
    assert "chn" not in force
    assert force["hod"] == "head of department"
    assert own_from(lines_of(force), WORDS) == own


def test_every_word_the_program_brings_can_be_used():
    assert expanded("tchr", starting_shorthand()) == "teacher"
    assert len(starting_shorthand()) > 20
