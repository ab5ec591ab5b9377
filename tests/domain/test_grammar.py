"""What is typed before and inside a note."""

import pytest

from visitapp.domain.grammar import Grammar, completions, parse

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
