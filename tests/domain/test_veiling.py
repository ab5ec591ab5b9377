"""Names and private words are hidden from a text, and nothing else of it."""

import pytest
from sample_records import begun, holding, library

from visitapp.domain.evidence import Note
from visitapp.domain.naming.finding import Named
from visitapp.domain.veiling import Veil, Veiled

SECRET = "The head looks tired and may leave at Easter. Tell nobody."


def named(*names):
    def names_in(text):
        return [Named(text.index(one), text.index(one) + len(one), one, "a teacher") for one in names if one in text]

    return Veil(names_in, "[name]", "[private]")


def veiled(*notes, veil=None):
    record = begun(library().frameworks[0])
    return Veiled(holding(record, *notes), veil or named())


def private(text, **more):
    return Note("n1", "visit", 1, text, private=True, **more)


def test_plain_words_stay_as_they_are():
    assert veiled().say("Pupils explain. Books show it.") == "Pupils explain. Books show it."


def test_blank_lines_go():
    assert veiled().say("One\n\n  Two  \n") == "One\nTwo"


def test_only_the_name_is_hidden():
    veil = named("Mrs Patel", "Jaden")
    assert veiled(veil=veil).say("Mrs Patel hears Jaden read.") == "[name] hears [name] read."


@pytest.mark.parametrize(
    "text",
    [
        SECRET,
        "the head looks tired, and may leave at Easter",
        "We saw much. The head looks tired and may leave at Easter!",
        "Staff say the head looks tired and may leave at Easter, we hear.",
    ],
)
def test_a_sentence_of_a_private_note_hides_the_whole_text(text):
    assert veiled(private(SECRET)).say(text) == "[private]"


def test_a_short_private_note_hides_only_its_exact_words():
    seen = veiled(private("Watch the deputy"))
    assert seen.say("Watch the deputy.") == "[private]"
    assert seen.say("Watch the deputy headteacher teach.") == "Watch the deputy headteacher teach."


def test_few_words_of_a_long_private_note_may_be_said():
    assert veiled(private(SECRET)).say("The head looks tired") == "The head looks tired"


def test_a_note_that_is_not_private_hides_nothing():
    seen = veiled(Note("n1", "visit", 1, SECRET))
    assert seen.say(SECRET) == SECRET


def test_a_deleted_private_note_still_hides_its_words():
    assert veiled(private(SECRET, deleted=True)).say(SECRET) == "[private]"


def test_a_private_note_without_words_hides_nothing():
    assert veiled(private(" ... ")).say("...") == "..."


def test_what_is_private_tells_no_names():
    seen = veiled(private("Mrs Patel may leave us at Easter"), veil=named("Mrs Patel"))
    assert seen.names("Mrs Patel may leave us at Easter") == ()
    assert [one.words for one in seen.names("Mrs Patel teaches")] == ["Mrs Patel"]
