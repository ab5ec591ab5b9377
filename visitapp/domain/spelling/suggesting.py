"""What somebody may have meant by a word: those few edits away, the nearest and most common first."""

from collections.abc import Iterator

from visitapp.domain.spelling.apart import NEVER, edits_apart
from visitapp.domain.spelling.word_list import WordList, plain_letters

_LONG_WORD, _MOST_EDITS = 5, 3
_A_NAME, _A_COMMON_WORD, _OWN = 40, 20, 40
_SOUNDS = (
    ("ph", "f"),
    ("kn", "n"),
    ("wr", "r"),
    ("ps", "s"),
    ("wh", "w"),
    ("c", "k"),
    ("c", "s"),
    ("gn", "n"),
    ("ch", "c"),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FIRST_LETTER = 1.2
_PER_RARITY = 0.012


def suggestions(word: str, words: WordList, own: frozenset[str] = frozenset(), most: int = 5) -> tuple[str, ...]:
    """Return at most `most` words that may have been meant, the likeliest first, with the capitals of `word`.

    Words three edits away are only looked for where none is nearer.
    """
    small = plain_letters(word).lower()
    if not small.isascii():
        return ()
    near: dict[str, float] = {}
    for edits in range(1 + (len(small) >= _LONG_WORD), _MOST_EDITS + 1):
        near = near or dict(_near(small, words, own, edits))
    found = sorted(near, key=lambda other: (near[other], other))
    cased = (other.capitalize() if word[:1].isupper() and other.islower() else other for other in found)
    return tuple(dict.fromkeys(cased))[:most]


def _near(small: str, words: WordList, own: frozenset[str], edits: int) -> Iterator[tuple[str, float]]:
    yield from ((two, 1.0) for two in _two_words(small, words))
    for other in _other_beginnings(small):
        if other[:1] != small[0] and other in words:
            yield other, _FIRST_LETTER + words.rarity(other) * _PER_RARITY
    found = [*words.like(small, edits), *((other, _OWN) for other in own if other[0] == small[0])]
    found += [one for one in words.like(small.capitalize(), edits) if one[1] <= _A_NAME]
    for other, rarity in found:
        cost = edits_apart(small, other.lower(), edits)
        if cost < NEVER:
            yield other, cost + rarity * _PER_RARITY


def _other_beginnings(small: str) -> Iterator[str]:
    """Yield what else a word may begin with: another letter, none, one more, two turned round, or the same sound."""
    yield small[1:]
    yield small[1:2] + small[:1] + small[2:]
    for letter in _LETTERS:
        yield letter + small
        yield letter + small[1:]
    for one, other in _SOUNDS:
        for said, meant in ((one, other), (other, one)):
            if small.startswith(said):
                yield meant + small[len(said) :]


def _two_words(small: str, words: WordList) -> Iterator[str]:
    for place in range(1, len(small)):
        first, second = small[:place], small[place:]
        if (first in ("a", "i") or (len(first) > 1 and words.rarity(first) <= _A_COMMON_WORD)) and (
            len(second) > 1 and words.rarity(second) <= _A_COMMON_WORD
        ):
            yield f"{first} {second}"
