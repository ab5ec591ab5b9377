"""How strong words are, and what is suggested."""

import pytest

from visitapp import paths
from visitapp.vault.passphrase import RULE, normalise, strength, suggest

WORDS = paths.resource("words.txt").read_text(encoding="utf-8").split()


def test_five_plain_words_are_strong_and_say_so():
    found = strength("otter lantern maple quiet bridge")
    assert (found.level, found.acceptable) == (3, True)
    assert found.words == "Strong: five words, easy to type"


def test_four_different_words_are_the_least_that_will_do():
    assert strength("otter lantern maple quiet").acceptable
    assert not strength("otter lantern maple").acceptable


def test_six_words_are_very_strong():
    assert strength("zebra canoe violin harbour muffin lantern").level == 4


def test_hyphens_join_words_without_making_them_weaker():
    assert strength("otter-lantern-maple-quiet-bridge") == strength("otter lantern maple quiet bridge")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "a",
        "password",
        "P@ssw0rd",
        "Password123!",
        "Sallowfield2026!",
        "Tr0ub4dor&3",
        "otter otter otter otter otter otter",
        "correct horse battery staple",
        "Correct horse, battery staple!",
        "the quick brown fox jumps over the lazy dog",
        "one two three four five six",
        "monday tuesday wednesday thursday friday",
        "january february march april may june",
        "spring summer autumn winter",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "1234567890123456789",
        "qwertyuiop asdfghjkl zxcvbnm",
        "abcdefghijklmnop",
        "my dog is the best in town",
        "school2024 school2025 school2026",
    ],
)
def test_what_is_guessed_early_will_not_do_and_the_sentence_says_the_rule(words):
    found = strength(words)
    assert not found.acceptable
    assert found.level < 2
    assert RULE in found.words


def test_sixteen_mixed_characters_from_a_password_manager_will_do():
    assert strength("xK9$mQ2!vR7zpL4&").acceptable


def test_more_different_words_never_lower_the_level():
    words = ["zebra", "canoe", "violin", "harbour", "muffin", "lantern", "otter", "pencil"]
    levels = [strength(" ".join(words[:count])).level for count in range(len(words) + 1)]
    assert levels == sorted(levels)


def test_spaces_around_and_between_words_do_not_count():
    assert normalise("  otter \t lantern\u00a0maple ") == "otter lantern maple"


def test_capitals_count():
    assert normalise("Otter") != normalise("otter")


def test_the_word_list_has_1296_plain_different_words_in_order():
    assert len(WORDS) == 1296 == len(set(WORDS))
    assert sorted(WORDS) == WORDS
    assert all(word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 7 for word in WORDS)


def test_every_word_of_the_list_counts_as_a_whole_word():
    others = "zebra canoe violin"
    weak = [word for word in WORDS if word not in others and not strength(f"{others} {word}").acceptable]
    assert weak == []


def test_a_suggestion_is_five_different_words_of_the_list():
    words = suggest(WORDS).split()
    assert len(set(words)) == 5
    assert set(words) <= set(WORDS)


def test_suggestions_differ():
    assert len({suggest(WORDS) for _ in range(50)}) == 50


def test_a_suggestion_is_as_long_as_asked():
    assert len(suggest(WORDS, 7).split()) == 7
