"""How alike texts are: word for word apart from spaces, apart from signs, or only more or less."""

import re
import unicodedata
from collections import Counter
from itertools import pairwise

from visitapp.domain.text import clean

Shape = Counter[tuple[str, ...]]
"""The words of a text and its pairs of neighbouring words, counted."""

_SIGNS = str.maketrans("\u2018\u2019\u201b\u201c\u201d\u2010\u2011\u2012\u2013\u2014\u2212", "'''\"\"------")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\ufeff]")
_WORD = re.compile(r"\w+")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{2,}")


def settled(text: str) -> str:
    """Return a text as it is compared: a change of spaces alone is no change, a new line or paragraph is one."""
    lines = (_SPACES.sub(" ", line).strip() for line in _UNSEEN.sub("", clean(text)).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def loose(text: str) -> str:
    """Return a text by which it is found again: without regard to capitals, spaces and forms of signs."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", clean(text))).translate(_SIGNS)
    return " ".join(plain.casefold().split())


def shape(text: str) -> Shape:
    """Return the words of a text and its pairs of neighbouring words, counted."""
    words = _WORD.findall(loose(text))
    return Counter([*((word,) for word in words), *pairwise(words)])


def alike(one: Shape, other: Shape) -> float:
    """Return how much two shapes have in common, from 0 to 1."""
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 0.0
