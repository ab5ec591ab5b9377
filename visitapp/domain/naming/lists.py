"""What the guess knows: names, words that are no names, and signs beside them, as frozen values."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

_NOT_DECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "’": "'", "ß": "ss", "æ": "ae", "œ": "oe"})
_MADE = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "ly",
    "er",
    "ers",
    "r",
    "rs",
    "est",
    "ness",
    "ful",
    "al",
    "ment",
    "ments",
    "able",
)
_Y_MADE = ("ies", "ied", "ier", "iest", "ily", "iness")
_TWICE = ("ed", "ing", "er", "ers")
_AFTER_E = ("d", "r", "rs")
_NEVER_FOR_E = ("ly", "al")
_LONG = 3
_BEFORE = ("un", "re", "non", "mis", "pre", "in", "over", "under", "self")


def key(word: str) -> str:
    """Return a word as it is looked up: without capitals and accents, with a straight apostrophe."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_NOT_DECOMPOSED))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return bare.casefold().translate(_NOT_DECOMPOSED)


@dataclass(frozen=True)
class NameLists:
    """Lists by key. `origins` holds given names by where they are from; `hidden` phrases are never names; `roles`
    turns a role's words into how a note should say it; `words_too` are names that are words as well, `namesakes`
    times and places that are names as well, `small` the words sentences begin with most, and `offices` what begins
    the e-mail address of no one person."""

    origins: Mapping[str, frozenset[str]] = field(default_factory=dict)
    surname_origins: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ordinary: frozenset[str] = frozenset()
    hidden: frozenset[tuple[str, ...]] = frozenset()
    calendar: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    roles: Mapping[str, str] = field(default_factory=dict)
    done_by: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    not_by: frozenset[str] = frozenset()
    after_place: frozenset[str] = frozenset()
    words_too: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()
    only_people: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()

    @cached_property
    def given(self) -> frozenset[str]:
        """Return every given name."""
        return frozenset().union(*self.origins.values())

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Return every surname."""
        return frozenset().union(*self.surname_origins.values())

    @cached_property
    def longest(self) -> int:
        """Return how many words the longest hidden phrase has."""
        return max((len(phrase) for phrase in self.hidden), default=0)

    def hiding(self, phrases: Iterable[str]) -> "NameLists":
        """Return lists that take these phrases for no names too, such as the name of the school."""
        more = {tuple(key(word) for word in phrase.split()) for phrase in phrases}
        return replace(self, hidden=self.hidden | (more - {()}))

    def without(self, names: Iterable[str]) -> "NameLists":
        """Return lists that do not know these names, given by key."""
        gone = frozenset(names)
        return replace(
            self,
            origins={origin: kept - gone for origin, kept in self.origins.items()},
            surname_origins={origin: kept - gone for origin, kept in self.surname_origins.items()},
        )

    def is_ordinary(self, word: str) -> bool:
        """Return whether a key is a word of the language, in any of its forms or put together with hyphens."""
        if "-" in word:
            return all(self.is_ordinary(part) for part in word.split("-") if part)
        return any(one in self.ordinary for one in _plain_forms(word)) or any(
            word.startswith(start) and any(one in self.ordinary for one in _plain_forms(word[len(start) :]))
            for start in _BEFORE
            if len(word) > len(start) + 3
        )

    def is_given(self, word: str) -> bool:
        """Return whether a key is a given name, or one of a doubled name is."""
        return word in self.given or ("-" in word and any(part in self.given for part in word.split("-")))

    def is_also_a_word(self, word: str) -> bool:
        """Return whether a key may be another word of the language as it stands."""
        return word in self.words_too or word in self.ordinary

    def is_surname(self, word: str) -> bool:
        """Return whether a key is a surname, or one of a doubled surname is."""
        return word in self.surnames or ("-" in word and any(part in self.surnames for part in word.split("-")))


def _plain_forms(word: str) -> Iterable[str]:
    """Yield the word and what it may have been made from."""
    yield word
    for end in _MADE:
        if word.endswith(end) and len(word) > len(end) + 2:
            stem = word[: -len(end)]
            if end in _AFTER_E:
                if stem[-1] == "e":
                    yield stem
                continue
            yield stem
            if end not in _NEVER_FOR_E or len(stem) > _LONG:
                yield stem + "e"
            if end in _TWICE and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
    for end in _Y_MADE:
        if word.endswith(end):
            yield word[: -len(end)] + "y"
