"""What may be in a text."""

from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.text import clean, first_words, one_line, paragraphs, word_count


def test_control_characters_go_and_line_breaks_become_one_kind():
    assert clean("a\x00b\x07c\r\nd\x0be\u2028f") == "abc\nd\ne\nf"


def test_emoji_and_other_scripts_stay_as_typed():
    assert (
        clean("Bar model \U0001f44d \u0645\u0631\u062d\u0628\u0627")
        == "Bar model \U0001f44d \u0645\u0631\u062d\u0628\u0627"
    )


def test_direction_overrides_are_dropped():
    assert clean("a\u202eb\u2066c") == "abc"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


def test_one_line_has_no_doubled_spaces():
    assert one_line("  Sallowfield \n Primary\tSchool ") == "Sallowfield Primary School"


def test_paragraphs_leave_blank_lines_out():
    assert paragraphs("one\n\n  two \n") == ("one", "two")


def test_a_percentage_and_a_hyphenated_word_are_one_word_each():
    assert word_count("In 2025, 61% reached the whole-school standard; it\u2019s close.") == 9


def test_first_words_are_cut_between_words():
    assert first_words("Books show a clear sequence of learning", 20) == "Books show a clear\u2026"
