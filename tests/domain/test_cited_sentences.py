"""Sentences of prose, each with the evidence named behind it; naming evidence takes nothing away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.cited_sentences import cited_sentences, with_citation

TEACHING = "Teaching is strong. [E12] [E14] In Year 4, pupils explain it. [D2]"
pieces = st.lists(st.sampled_from(["Words ", "[E1]", "[D22]", "**", " ", "\n", ".", "[E", "]", "é🎉", "*"])).map(
    "".join
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Pupils read daily. They enjoy it! Do all?", 3),
        ("In e.g. Yr. 4 and Dr. A. Hale\u2019s room 61.5% read. Good.", 2),
        ("\u201cI like it.\u201d [E2] She said so.", 2),
        ("One line\nand another", 2),
        ("  ", 0),
        ("No stop at the end", 1),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text, count):
    assert len(cited_sentences(text)) == count


def test_evidence_belongs_to_the_sentence_before_it():
    found = [TEACHING[start:end] for start, end in cited_sentences(TEACHING)]
    assert found == ["Teaching is strong. [E12] [E14]", "In Year 4, pupils explain it. [D2]"]


@pytest.mark.parametrize(
    ("text", "place", "after"),
    [
        ("One. Two.", 2, "One. [E5] Two."),
        ("One. Two.", 9, "One. Two. [E5]"),
        ("One. [E5] Two.", 2, "One. [E5] Two."),
        ("One. [E4] Two.", 2, "One. [E4] [E5] Two."),
        ("", 0, " [E5]"),
        ("One.\nTwo.", 1, "One. [E5]\nTwo."),
    ],
)
def test_evidence_is_named_once_behind_the_sentence_at_the_caret(text, place, after):
    assert with_citation(text, place, "E5")[0] == after


@given(pieces)
def test_sentences_hold_every_word_and_never_overlap(text):
    spans = cited_sentences(text)
    assert "".join(text[start:end] for start, end in spans).count("Words") == text.count("Words")
    assert all(one[1] <= two[0] for one, two in zip(spans, spans[1:], strict=False))


@given(pieces, st.integers(0, 40))
def test_naming_evidence_takes_nothing_away(text, place):
    place = min(place, len(text))
    after, caret = with_citation(text, place, "E99")
    assert after.replace(" [E99]", "").replace("[E99]", "").replace(" ", "") == text.replace(" ", "")
    assert 0 <= caret <= len(after)
