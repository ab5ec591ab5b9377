"""What is typed to find notes, read into a question: words, "phrases", and filters in the words of the programmes.

Anything can be typed. What is no filter is words, and signs are never commands to the store.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from visitapp.domain.day_range import Days, days_of
from visitapp.domain.framework import Framework
from visitapp.domain.grammar import grammar_of
from visitapp.domain.text import clean

Wanted = frozenset[tuple[str, str]]
"""Fields of a note with the code each should hold; one of them is enough."""

_MOST_TYPED, _MOST_PHRASES = 500, 24
_TOKEN = re.compile(r'(?P<key>[A-Za-z]+:)?(?:"(?P<quoted>[^"]*)(?P<end>"?)|(?P<bare>[^\s"]+))')
_QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"'})
_LONE_END = re.compile(r"(?P<before>.*(?:[^\w]|_))(?P<last>[A-Za-z])", re.DOTALL)
_DATE_KEYS = ("on", "after", "before")
_KEYS = (*_DATE_KEYS, "is", "activity", "school")
_HOLD_ONE = frozenset({"marker", "source", "subject", "strand", "activity"})
_FLAGS = ("pinned", "private")
_PLAIN_NOTE = "note"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together; with `is_begun` the last of them may go on."""

    text: str
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What notes must hold. Days are ISO days, `until` is the first one too late; empty is no bound.

    `unread` is what looks like a filter and could not be read; it narrows nothing.
    """

    phrases: tuple[Phrase, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    schools: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    unread: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Return whether nothing is asked for."""
        return not (self.phrases or self.wanted or self.schools or self.since or self.until)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words filters are typed in: tags, marker signs and names, activity titles, each with what it means."""

    tags: Mapping[str, Wanted] = field(default_factory=dict)
    signs: Mapping[str, Wanted] = field(default_factory=dict)
    names: Mapping[str, Wanted] = field(default_factory=dict)
    activities: Mapping[str, Wanted] = field(default_factory=dict)


def lexicon_of(frameworks: Iterable[Framework]) -> Lexicon:
    """Return the filter words of several frameworks; where two mean different things by a word, either is found."""
    tags, signs, activities = _Shelf(), _Shelf(), _Shelf()
    names = _Shelf()
    names.put(_PLAIN_NOTE, "marker", "")
    for flag in _FLAGS:
        names.put(flag, flag, "")
    for framework in frameworks:
        grammar = grammar_of(framework)
        for tag, target in grammar.tags.items():
            tags.put(tag, *target)
        for prefix, code in grammar.prefixes.items():
            signs.put(prefix, "marker", code)
        for marker in framework.markers:
            for name in (marker.code, marker.label, marker.short):
                names.put(name, "marker", marker.code)
        for activity in framework.activities:
            for name in (activity.code, activity.title, activity.short):
                activities.put(name, "activity", activity.code)
    return Lexicon(tags.whole(), signs.whole(), names.whole(), activities.whole())


def read_query(typed: str, lexicon: Lexicon) -> Query:
    """Return what is typed as a question. The last word is taken as begun; tags and names may be begun anywhere.

    Tags narrow one another, except that of several values for what a note has only one of, any will do.
    """
    reading = _Reading(lexicon)
    tokens = list(_TOKEN.finditer(clean(typed).translate(_QUOTES)[:_MOST_TYPED]))
    for number, token in enumerate(tokens, 1):
        reading.take(token, is_last=number == len(tokens))
    return reading.query()


class _Shelf:
    """Gathers what words mean."""

    def __init__(self) -> None:
        self._held: dict[str, set[tuple[str, str]]] = {}

    def put(self, word: str, name: str, code: str) -> None:
        if word:
            self._held.setdefault(word.casefold(), set()).add((name, code))

    def whole(self) -> dict[str, Wanted]:
        return {word: frozenset(targets) for word, targets in self._held.items()}


class _Reading:
    """Reads one typed line, token by token."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._phrases: dict[Phrase, None] = {}
        self._wanted: list[Wanted] = []
        self._schools: list[str] = []
        self._days = Days()
        self._unread: list[str] = []

    def take(self, token: re.Match[str], *, is_last: bool) -> None:
        key, value = (token["key"] or "").rstrip(":").casefold(), token["quoted"] or token["bare"] or ""
        if key in _KEYS:
            self._take_filter(key, value, token.group())
        elif not key and value.endswith(":") and value[:-1].casefold() in _KEYS:
            return
        elif token["quoted"] is not None:
            self._take_words((token["key"] or "") + value, is_begun=is_last and not token["end"])
        else:
            self._take_bare(token.group(), is_last=is_last)

    def query(self) -> Query:
        phrases = tuple(self._phrases)[:_MOST_PHRASES]
        return Query(
            phrases,
            _merged(self._wanted),
            tuple(self._schools),
            self._days.since,
            self._days.until,
            tuple(self._unread),
        )

    def _take_bare(self, word: str, *, is_last: bool) -> None:
        sign = self._lexicon.signs.get(word)
        tag = self._tag(word, is_last=is_last)
        if sign or tag:
            self._wanted.append(sign or tag)
        elif is_last:
            self._take_last(word)
        else:
            self._take_words(word, is_begun=False)

    def _take_last(self, word: str) -> None:
        """Take the word being typed. One letter says too little, and too many words begin with it."""
        if len(word) == 1:
            if not (word.isascii() and word.isalpha()):
                self._take_words(word, is_begun=False)
            return
        lone = _LONE_END.fullmatch(word)
        if lone and not lone["before"].endswith(("'", "\u2019")):
            self._take_words(lone["before"], is_begun=False)
        else:
            self._take_words(word, is_begun=not lone)

    def _take_words(self, words: str, *, is_begun: bool) -> None:
        if any(letter.isalnum() for letter in words):
            self._phrases[Phrase(words.strip(), is_begun and words.strip()[-1].isalnum())] = None

    def _tag(self, word: str, *, is_last: bool) -> Wanted:
        if not word.startswith("#"):
            return frozenset()
        name = word[1:].rstrip(".,;:!?)").casefold()
        found = self._lexicon.tags.get(name, frozenset())
        if found or not (is_last and name):
            return found
        return _begun(self._lexicon.tags, name)

    def _take_filter(self, key: str, value: str, whole: str) -> None:
        value = value.strip().casefold()
        if not value:
            return
        if key == "school":
            self._schools.append(value)
        elif key in _DATE_KEYS:
            days = days_of(value)
            self._days = self._days.narrowed(key, days) if days else self._days
            self._unread += [] if days else [whole]
        else:
            shelf = self._lexicon.names if key == "is" else self._lexicon.activities
            found = shelf.get(value) or _begun(shelf, value)
            self._wanted += [found] if found else []
            self._unread += [] if found else [whole]


def _begun(shelf: Mapping[str, Wanted], start: str) -> Wanted:
    """Return all that is meant by entries with a word that begins so."""
    found = (meant for word, meant in shelf.items() if word.startswith(start) or f" {start}" in word)
    return frozenset().union(*found)


def _merged(wanted: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """Return each condition once; those on one field that holds a single value become one."""
    merged: dict[object, Wanted] = {}
    for one in wanted:
        names = {name for name, _code in one}
        name = next(iter(names)) if len(names) == 1 else ""
        place: object = name if name in _HOLD_ONE else one
        merged[place] = merged.get(place, frozenset()) | one
    return tuple(merged.values())
