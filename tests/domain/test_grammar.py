"""What is typed before and inside a note."""

from dataclasses import replace

import pytest
from tests_support import bare_framework

from visitapp.domain.framework import Term, Vocabulary
from visitapp.domain.grammar import (
    Grammar,
    completions,
    grammar_of,
    meaning,
    meanings,
    parse,
    tags_in,
    unmarked_sign,
)

GRAMMAR = Grammar(
    {"+": "strength", "-": "develop", "!": "risk", "?": "query"},
    {
        "send": ("groups", "send"),
        "pp": ("groups", "pp"),
        "pv": ("source", "pupil-voice"),
        "y4": ("years", "y4"),
        "y5": ("years", "y5"),
        "ma": ("subject", "maths"),
        "inc": ("strand", "inclusion"),
        "pin": ("pinned", ""),
        "me": ("private", ""),
    },
)


@pytest.mark.parametrize(
    ("typed", "marker", "text"),
    [
        ("+ Clear models", "strength", "Clear models"),
        ("- Errors persist", "develop", "Errors persist"),
        ("! Post vacant", "risk", "Post vacant"),
        ("? Ask about phonics", "query", "Ask about phonics"),
        ("-3 degrees outside", "", "-3 degrees outside"),
        ("C# minor in room #7", "", "C# minor in room #7"),
        ("+", "", "+"),
        ("", "", ""),
    ],
)
def test_a_first_sign_and_a_space_set_the_marker(typed, marker, text):
    parsed = parse(typed, GRAMMAR)
    assert (parsed.marker, parsed.text) == (marker, text)


def test_known_tags_are_read_out_and_unknown_ones_stay_words():
    parsed = parse("- Books #send unfinished #unknown #pp.", GRAMMAR)
    assert parsed.groups == ("send", "pp")
    assert parsed.text == "Books unfinished #unknown."


def test_a_mixed_class_takes_two_years():
    assert parse("#y4 #y5 #ma Fractions", GRAMMAR).years == ("y4", "y5")


def test_of_two_sources_the_last_counts_and_case_does_not_matter():
    parsed = parse("#PV #pv said so", GRAMMAR)
    assert (parsed.source, parsed.text) == ("pupil-voice", "said so")


def test_pin_and_private_are_flags():
    parsed = parse("Look again #pin #me", GRAMMAR)
    assert (parsed.pinned, parsed.private, parsed.text) == (True, True, "Look again")


def test_line_breaks_inside_a_note_are_kept():
    assert parse("+ one\n\ntwo #send", GRAMMAR).text == "one\n\ntwo"


def test_completions_offer_the_shortest_first():
    assert completions("#p", GRAMMAR) == ("pp", "pv", "pin")


WORDS = Grammar(
    GRAMMAR.prefixes,
    GRAMMAR.tags,
    {
        "maths": (("subject", "maths"),),
        "mathematics": (("subject", "maths"),),
        "year4": (("years", "y4"),),
        "pupilpremium": (("groups", "pp"),),
        "care": (("groups", "pp"), ("groups", "send")),
    },
)


@pytest.mark.parametrize("word", ["#maths", "#Mathematics", "#MATHS", "#ma"])
def test_a_name_means_what_its_tag_means(word):
    assert parse(f"Counts {word} well", WORDS).subject == "maths"


@pytest.mark.parametrize("word", ["#pupilpremium", "#pupil-premium", "#Pupil_Premium", "#pupil-premium."])
def test_a_word_may_be_joined_in_any_way(word):
    assert parse(f"Half of {word}", WORDS).groups == ("pp",)


def test_a_word_that_could_mean_two_things_means_nothing():
    assert meaning("care", WORDS) is None
    assert parse("In #care", WORDS).text == "In #care"


@pytest.mark.parametrize(
    "typed", ["-3 degrees", "C# minor", "room #7", "#mathss", "x#maths", "#maths/science", "# maths"]
)
def test_what_is_no_tag_is_left_alone(typed):
    parsed = parse(typed, WORDS)
    assert (parsed.text, parsed.subject, parsed.marker) == (typed, "", "")


def test_three_words_typed_through_are_three_tags():
    parsed = parse("#year4 #mathematics #pupilpremium Counts in steps", WORDS)
    assert (parsed.years, parsed.subject, parsed.groups) == (("y4",), "maths", ("pp",))
    assert parsed.text == "Counts in steps"


def test_words_after_a_hash_are_told_with_their_places_known_or_not():
    found = tags_in("See #boks, #maths and room #7", WORDS)
    assert [(one.start, one.end, one.word, one.target) for one in found] == [
        (4, 9, "#boks", None),
        (11, 17, "#maths", ("subject", "maths")),
    ]


def test_what_is_meant_as_it_stands_comes_first_and_is_told_once():
    assert list(meanings("ma", WORDS).items()) == [(("subject", "maths"), "ma")]
    assert list(meanings("maths", WORDS)) == [("subject", "maths")]
    assert list(meanings("p", WORDS)) == [("groups", "pp"), ("source", "pupil-voice"), ("pinned", "")]
    assert meanings("y", WORDS) == {("years", "y4"): "y4", ("years", "y5"): "y5"}
    assert list(meanings("year", WORDS)) == [("years", "y4")]
    assert meanings("zz", WORDS) == {}


def test_a_beginning_that_may_mean_two_things_offers_both():
    assert list(meanings("car", WORDS)) == [("groups", "pp"), ("groups", "send")]


@pytest.mark.parametrize(
    ("typed", "sign"), [("! Unsafe", "!"), (" ! x", "!"), ("!x", ""), ("+ x", ""), ("* x", ""), ("!", ""), ("", "")]
)
def test_a_sign_that_marks_nothing_here_is_told(typed, sign):
    assert unmarked_sign(typed, Grammar({"+": "strength"})) == sign


def test_a_tag_wins_over_a_word_and_a_word_over_a_name(made_programme):
    grammar = grammar_of(made_programme)
    assert meaning("re", grammar) == ("subject", "reading")
    assert meaning("art", grammar) == ("subject", "design")
    assert meaning("crafts", grammar) is None
    assert {meaning(word, grammar) for word in ("private", "me", "only-me")} == {("private", "")}


@pytest.fixture
def made_programme():
    """Return a programme whose subjects quarrel about words."""
    terms = (
        Term("reading", "Reading", tags=("re",)),
        Term("religion", "Religious education", "RE"),
        Term("art", "Art", "Crafts"),
        Term("design", "Design", "Crafts", words=("art",)),
    )
    vocabulary = Vocabulary("subjects", "1", "Subjects", "Invented", terms)
    return replace(bare_framework(), vocabularies={"subjects": vocabulary})
