"""The printed recovery code."""

import pytest

from visitapp.errors import VaultError
from visitapp.vault import recovery


def test_a_code_is_six_groups_of_four_unambiguous_characters():
    groups = recovery.new_code().split("-")
    assert [len(group) for group in groups] == [4] * 6
    assert set("".join(groups)) <= set(recovery.ALPHABET)
    assert not set("ILOU") & set(recovery.ALPHABET)


def test_codes_never_come_twice():
    assert len({recovery.new_code() for _ in range(500)}) == 500


def test_every_character_of_the_alphabet_is_used():
    assert set("".join(recovery.new_code() for _ in range(500))) == {*recovery.ALPHABET, "-"}


@pytest.mark.parametrize(
    "typed",
    [
        "K7QD-M2XV-9RTH-WC4N-P810-3JZA",
        "k7qd-m2xv-9rth-wc4n-p810-3jza",
        "k7qd m2xv 9rth wc4n p810 3jza",
        "K7QDM2XV9RTHWC4NP8103JZA",
        " K7QD – M2XV – 9RTH – WC4N – P8LO – 3JZA\n",
        "k7qd.m2xv.9rth.wc4n.p8io.3jza",
        "K7QD-M2XU-9RTH-WC4N-P8l0-3JZA",
    ],
)
def test_case_spaces_dashes_and_confusable_letters_are_forgiven(typed):
    assert recovery.normalise(typed) == "K7QDM2XV9RTHWC4NP8103JZA"
    assert recovery.is_code(typed)


def test_one_group_can_be_compared_by_itself():
    assert recovery.normalise(" 9rth ") == "9RTH"


@pytest.mark.parametrize("typed", ["", "K7QD", "K7QD-M2XV-9RTH-WC4N-P810-3JZ", "é7QD-M2XV-9RTH-WC4N-P810-3JZA"])
def test_anything_else_is_not_a_code(typed):
    assert not recovery.is_code(typed)
    with pytest.raises(VaultError, match="Nothing was changed"):
        recovery.shown(typed)


def test_a_code_is_shown_in_groups_however_it_was_typed():
    assert recovery.shown("k7qdm2xv9rthwc4np8103jza") == "K7QD-M2XV-9RTH-WC4N-P810-3JZA"
