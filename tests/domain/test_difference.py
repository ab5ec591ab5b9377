"""Two texts are compared word by word, so that a change can be seen."""

import time

from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.difference import COME, GONE, SAME, Run, difference

_WORDS = st.lists(st.sampled_from(["the", "pupils", "61%", "62%", ".", ",", " ", "\n\n", "Year", "4", "é"])).map(
    "".join
)


def test_a_figure_is_one_word():
    found = difference("In 2025, 61% of pupils did.", "In 2025, 62% of pupils did.")
    assert found == (Run(SAME, "In 2025, "), Run(GONE, "61%"), Run(COME, "62%"), Run(SAME, " of pupils did."))


def test_equal_texts_are_one_run_and_blank_ones_none():
    assert difference("The same.", "The same.") == (Run(SAME, "The same."),)
    assert difference("", "") == ()


def test_a_text_that_is_new_or_gone_is_one_run():
    assert difference("", "New words.") == (Run(COME, "New words."),)
    assert difference("Old words.", "") == (Run(GONE, "Old words."),)


def test_changed_words_with_only_a_comma_between_them_are_one_change():
    found = difference("one two, three four", "one six, seven four")
    assert [(run.kind, run.text.strip()) for run in found] == [
        (SAME, "one"),
        (GONE, "two, three"),
        (COME, "six, seven"),
        (SAME, "four"),
    ]


@given(_WORDS | st.text(), _WORDS | st.text())
def test_the_runs_make_up_both_texts(old, new):
    found = difference(old, new)
    assert "".join(run.text for run in found if run.kind != COME) == old
    assert "".join(run.text for run in found if run.kind != GONE) == new


@given(_WORDS, _WORDS)
def test_no_two_runs_of_one_kind_follow_each_other(old, new):
    kinds = [run.kind for run in difference(old, new)]
    assert all(one != other for one, other in zip(kinds, kinds[1:], strict=False))


def test_ten_kilobytes_are_compared_quickly_even_when_every_word_is_the_same():
    prose = " ".join(f"Pupils in Year {number % 7} read {number} books well." for number in range(300))
    started = time.perf_counter()
    for old, new in (
        (prose, prose.replace("well", "widely").replace("Year 3", "Year three")),
        (prose, prose[5000:] + prose[:5000]),
        ("a " * 5000, "a b " * 2500),
        ("x" * 10000, "y" * 10000),
        ("." * 10000, "," * 5000 + "." * 5000),
    ):
        difference(old, new)
    assert time.perf_counter() - started < 5
