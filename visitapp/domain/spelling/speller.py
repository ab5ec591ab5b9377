"""Reads a text for words it does not know, and never asks about names, addresses and abbreviations."""

import re

from visitapp.domain.spelling.apart import NEVER, edits_apart
from visitapp.domain.spelling.word_list import WordList, plain_letters
from visitapp.domain.style.sentences import Span, readable, sentences

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_NOT_WORDS = re.compile(
    r"(?<!\S)\S*(?://|@|www\.)\S*"  # addresses
    r"|[#@][\w-]+"  # tags
    r"|(?<!\w)\w+(?:[._]\w+)+(?!\w)"  # names of files and places on the web, e.g. and i.e.
    r"|(?<!\w)\w*[\d_]\w*"  # KS2, 7b
)
_ENDINGS = re.compile(r"'(?:s|d|ll|ve|re|m)$")
_OPENERS = "\"\u201c\u2018'(["
_LEAST, _LONG_NAME = 2, 9
_MONTHS = ("january", "february", "september", "october", "november", "december")
CALENDAR = frozenset((*_MONTHS, "tuesday", "wednesday", "thursday", "saturday"))


class Speller:
    """Finds the words of a text that are neither in a list nor among `own` words or those `unasked` about.

    What is unasked about is not right for that, and never offered. A word with a capital within a sentence is taken
    for a name, unless it is nearly one of `names`, as Febuary is. All are in small letters.
    """

    def __init__(
        self,
        words: WordList,
        own: frozenset[str] = frozenset(),
        unasked: frozenset[str] = frozenset(),
        names: frozenset[str] = CALENDAR,
    ) -> None:
        self.words = words
        self.own = own
        self._names = names
        self._right = own | unasked
        self._met: dict[str, bool] = {}

    def misspelt(self, text: str) -> tuple[Span, ...]:
        """Return where words stand that seem misspelt, in order, in characters."""
        seen = _NOT_WORDS.sub(_blank, readable(text))
        begins = frozenset(_beginnings(text)) if text else frozenset()
        found = []
        for one in _WORD.finditer(seen):
            word = one.group()
            if not self._is_right(word, begins=one.start() in begins) and not self._is_first_part(seen, one):
                found.append(one.span())
        return tuple(found)

    def knows(self, word: str) -> bool:
        """Return whether a word is spelt like one that is known, in small letters or as it is written."""
        if word not in self._met:
            self._met[word] = self._looks_up(word)
        return self._met[word]

    def _is_right(self, word: str, *, begins: bool) -> bool:
        if len(word) < _LEAST or not word[1:].islower():
            return True  # a letter, an abbreviation, SENDCo
        if word[0].isupper() and not begins:
            return self.knows(word) or not self._is_nearly_a_name(word)
        return self.knows(word)

    def _looks_up(self, word: str) -> bool:
        bare = plain_letters(word)
        if not bare.isascii():
            return True  # not written in the letters of the list
        stem = _ENDINGS.sub("", bare)
        forms = dict.fromkeys((bare, bare.lower(), stem, stem.lower()))
        return not self._right.isdisjoint(forms) or any(form in self.words for form in forms)

    def _is_nearly_a_name(self, word: str) -> bool:
        small = _ENDINGS.sub("", plain_letters(word)).lower()
        return any(edits_apart(small, one, 1 + (len(one) >= _LONG_NAME)) < NEVER for one in self._names)

    def _is_first_part(self, text: str, one: re.Match[str]) -> bool:
        return text[one.end() : one.end() + 1] == "-" and f"{one.group().lower()}-" in self.words.more


def _beginnings(text: str) -> list[int]:
    """Return where the first letter of each sentence stands."""
    return [end - len(text[start:end].lstrip(_OPENERS + "*")) for start, end in sentences(text)]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
