"""How alike two wordings are, whatever the quotation marks, dashes, numbers and spaces around them."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

ALIKE = 0.86
"""From here on two headings are taken for the same."""
SAME = 0.97

_SIGNS = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2010": "-",
        "\u2011": "-",
        "\u2212": "-",
        "\u00ad": None,
        "\u200b": None,
        "\ufeff": None,
    }
)
_NUMBER = re.compile(r"^\(?((?:\d{1,2}(?:\.\d{1,2}){0,2})|(?:[ivx]{1,4}))[.):]*\s+(?=\S)")
_LEADERS = re.compile(r"(?:\.{3,}|\t|\s\.(?:\s\.)+)[\s.]*\d{1,3}$")
_ELLIPSIS = re.compile(r"^(?:\.{2,}|\u2026)\s*")
_BULLET = re.compile(r"^(?:[-\u2013\u2014\u2022\u00b7\u25cf\u25aa\u25e6\u2043\uf0b7*]|o(?=\s))\s+(?=\S)")
_TYPED_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")


def plain(text: str) -> str:
    """Return a text in small letters with straight signs, single spaces and no stop or colon at its end."""
    flat = unicodedata.normalize("NFKC", text).translate(_SIGNS).casefold()
    return " ".join(flat.split()).rstrip(" .:;")


def number_parted(text: str) -> tuple[str, str]:
    """Return the number a heading begins with, empty when it has none, and the heading in plain form without it."""
    flat = plain(_LEADERS.sub("", text.strip()))
    found = _NUMBER.match(flat)
    return (found.group(1), flat[found.end() :]) if found else ("", flat)


@lru_cache(maxsize=20_000)
def likeness(one: str, other: str) -> float:
    """Return how alike two texts in plain form are, from 0 to 1; below the threshold only roughly."""
    if one == other:
        return 1.0
    longest = max(len(one), len(other))
    if not longest or 2 * min(len(one), len(other)) < ALIKE * (len(one) + len(other)):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def without_sign(text: str) -> tuple[str, bool]:
    """Return a text without the sign of a list typed before it, and whether there was one."""
    found = _BULLET.match(text)
    return (text[found.end() :], True) if found else (text, False)


def without_number(text: str) -> tuple[str, bool]:
    """Return a text without the number of a list typed before it, such as "1." or "(b)", and whether it had one."""
    found = _TYPED_NUMBER.match(text)
    return (text[found.end() :], True) if found else (text, False)


def without_dots(text: str) -> tuple[str, bool]:
    """Return a text without the dots that begin it, and whether there were any."""
    found = _ELLIPSIS.match(text)
    return (text[found.end() :], True) if found else (text, False)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in plain form."""
    return frozenset(re.findall(r"[^\W_]+", plain(text)))
