"""What is said of an answer to a search."""

import pytest

from ui.parts.search_words import answer_words, nothing_words, waiting_words
from ui.workspace.search import COUNTED, SHOWN, Answer, Found, Hit
from visitapp.domain.evidence import Note


def answer(shown, total, unread=(), **more):
    return Answer(1, Found((Hit(Note("n")),) * shown, total, **more), {}, unread)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (answer(0, 0), "No notes"),
        (answer(1, 1), "1 note"),
        (answer(12, 12), "12 notes"),
        (answer(SHOWN, 218), "First 200 of 218 notes"),
        (answer(SHOWN, COUNTED, is_more=True), "First 200 of more than 500 notes"),
        (answer(3, 3, is_whole=False), "3 notes so far, still looking"),
        (answer(0, 0, is_whole=False), "0 notes so far, still looking"),
        (answer(2, 2, ("on:x", "is:y")), "2 notes  ·  Not understood: on:x is:y"),
        (Answer(1, Found(), {}, (), is_blank=True), ""),
        (Answer(1, Found(), {}, ("on:x",), is_blank=True), "Not understood: on:x"),
    ],
)
def test_the_number_found_is_said_with_its_unit(found, words):
    assert answer_words(found) == words


def test_nothing_found_in_a_visit_says_where_else_to_look():
    assert nothing_words(in_visit=True)[1] == "Ctrl+F looks in all visits."
    assert nothing_words(in_visit=False)[0] == "Nothing found"


def test_one_letter_is_said_to_be_too_little():
    assert waiting_words("a", has_visit=True) == "Type two letters or more."
    assert waiting_words(" ", has_visit=False) == ""
