"""The printed recovery code: six groups of four characters that open the vault when the words are lost.

The code is 120 random bits. Trying them all is out of reach of any machine even without the slow
key derivation (Argon2id) it passes through, so 24 characters are enough and short enough to copy by hand.
The alphabet has no I, L, O or U: whoever reads 0 as O or 1 as L types a code that still works.
"""

import secrets

from visitapp.errors import VaultError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 6
GROUP_LENGTH = 4
_LENGTH = GROUPS * GROUP_LENGTH
_CONFUSABLE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def new_code() -> str:
    """Return a new code as it is printed, such as `K7QD-M2XV-9RTH-WC4N-P8ME-3JZA`."""
    return shown("".join(secrets.choice(ALPHABET) for _ in range(_LENGTH)))


def normalise(text: str) -> str:
    """Return what was typed without spaces, dashes and case, confusable letters put right.

    A single group may be given too. Characters that no code can hold are kept, so that they fail to match.
    """
    return "".join(letter for letter in text.upper() if letter.isalnum()).translate(_CONFUSABLE)


def is_code(text: str) -> bool:
    """Return whether the text has the shape of a whole recovery code."""
    code = normalise(text)
    return len(code) == _LENGTH and set(code) <= set(ALPHABET)


def shown(code: str) -> str:
    """Return a code in groups of four, as it is printed. Raises VaultError if it is not a whole code."""
    if not is_code(code):
        raise VaultError(
            "This is not a whole recovery code: it has six groups of four letters and digits. "
            "Nothing was changed. Check it against the printed sheet."
        )
    plain = normalise(code)
    return "-".join(plain[start : start + GROUP_LENGTH] for start in range(0, _LENGTH, GROUP_LENGTH))
