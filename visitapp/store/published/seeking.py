"""How a school is looked for: by the beginnings of words, whatever their capitals, accents and marks."""

import unicodedata
from functools import lru_cache

_PARTED = str.maketrans(dict.fromkeys("-/,.()&+:;", " ") | dict.fromkeys("'’‘`\"", ""))


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    parted = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in parted if not unicodedata.combining(letter)).casefold()


def sought(text: str) -> str:
    """Return a text as it is looked for: words in small letters with one space before each."""
    words = text.translate(_PARTED)
    plain = words.casefold() if words.isascii() else _plain(words)
    return " " + " ".join(plain.split())


def pattern(word: str) -> str:
    """Return what finds a word that begins like this one among words as `sought` gives them."""
    plain = sought(word).strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"% {plain}%"
