"""The letter that sets each value of a criterion."""

from collections.abc import Sequence

from visitapp.domain.framework import Option


def value_keys(options: Sequence[Option]) -> dict[str, Option]:
    """Return the options by a capital letter each: that of the first of an option's words that is still free.

    An option all of whose first letters are taken has none.
    """
    found: dict[str, Option] = {}
    for one in options:
        letter = next((word[0].upper() for word in one.label.split() if word[0].upper() not in found), "")
        if letter:
            found[letter] = one
    return found
