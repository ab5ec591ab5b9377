"""What the style aid listens for, as frozen values with the patterns made from them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

_NEVER = r"(?!)"
_ORDER = re.compile(
    r"\b(?:years?|yrs?\.?|y|key\s+stages?|ks|grades?|sets?)\s*\d+(?:\s*(?:,|and|to|or|-|\u2013)\s*\d+)*|\b(?:19|20)\d\d\b",
)


@dataclass(frozen=True)
class StyleLists:
    """Lists of words in small letters; `american` and `short_forms` give what stands for a word.

    `plain` are short forms every reader knows, `said_loudly` words in capitals that are no short forms.
    """

    quantities: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    followed_by: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    impact: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    american: Mapping[str, str] = field(default_factory=dict)
    names_too: frozenset[str] = frozenset()
    computing: tuple[str, ...] = ()
    short_forms: Mapping[str, str] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()
    said_loudly: frozenset[str] = frozenset()

    @cached_property
    def vague_pattern(self) -> re.Pattern[str]:
        """Return what finds a quantity and the thing it counts, or what those it stands for do."""
        of_them = r"(?:\s+of\s+(?:the|these|those|their|its|our|his|her))?"
        counted = rf"{of_them}(?:\s+[\w\u2019'-]+){{0,2}}?\s+{_any(self.counted)}"
        pattern = rf"\b{_any(self.quantities)}(?:{counted}|(?=\s+{_any(self.followed_by)}\b))\b"
        return re.compile(pattern if self.quantities else _NEVER)

    @cached_property
    def figure_pattern(self) -> re.Pattern[str]:
        """Return what finds a figure, in digits or words."""
        return re.compile(rf"\d|\b{_any(self.figures)}\b" if self.figures else r"\d")

    def has_figure(self, sentence: str) -> bool:
        """Return whether a sentence in small letters counts; "year 4", "key stage 2" and "in 2026" count nothing."""
        return bool(self.figure_pattern.search(without_order(sentence)))

    @cached_property
    def thing_words(self) -> "Phrases":
        """Return what finds a thing that is seen and is nothing learned."""
        return Phrases(self.things)

    @cached_property
    def verb_words(self) -> "Phrases":
        """Return what finds the words that it was there."""
        return Phrases(self.verbs)

    @cached_property
    def more_words(self) -> "Phrases":
        """Return what finds an effect on learning, or a judgement."""
        return Phrases((*self.impact, *self.judged))

    @cached_property
    def computing_pattern(self) -> re.Pattern[str]:
        """Return what finds a word about computers by how it begins."""
        return re.compile(rf"\b{_any(self.computing)}" if self.computing else _NEVER)


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', chr(92) + 's+') for word in longest_first)})"


class Phrases:
    """Words and phrases that can be found in a sentence quickly."""

    def __init__(self, phrases: Iterable[str]) -> None:
        known = tuple(phrases)
        self._words = frozenset(one for one in known if " " not in one)
        longer = [one for one in known if " " in one]
        self._longer = re.compile(rf"\b{_any(longer)}\b" if longer else _NEVER)

    def are_in(self, words: frozenset[str], sentence: str) -> bool:
        """Return whether one is among the words of a sentence or in the sentence itself, both in small letters."""
        return not self._words.isdisjoint(words) or bool(self._longer.search(sentence))

    def taken_out(self, sentence: str) -> str:
        """Return a sentence in small letters without the phrases: a "knowledge organiser" knows nothing."""
        return self._longer.sub(" ", sentence)


def without_order(sentence: str) -> str:
    """Return a sentence in small letters without figures that count nothing: of years, stages and dates."""
    return _ORDER.sub("", sentence)


def small(text: str) -> str:
    """Return a text in small letters, of the same length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
