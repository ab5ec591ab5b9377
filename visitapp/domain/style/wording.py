"""What can be said of one text by itself: vague quantities, American spelling, description without impact."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from visitapp.domain.style.flag import AMERICAN, DESCRIBES, REPEATED, VAGUE
from visitapp.domain.style.lists import StyleLists, small
from visitapp.domain.style.repeating import sentence_mark
from visitapp.domain.style.sentences import Span, around, words_of

_QUOTED = re.compile(
    "\u201c[^\u201d\n]*\u201d|\"[^\"\n]*\"|(?<!\\w)\u2018[^\n]*?\u2019(?!\\w)|(?<!\\w)'[^'\n]*'(?!\\w)"
)
_LAST_WORD = re.compile(r"([\w\u2019']+)\W*$")
_LETTERS = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])")
_ADDRESS = frozenset("@./_")
_ADDRESS_GOES_ON = re.compile(r"@|[._]\w")
_OPENERS = "\u201c\u2018\"'( "
_PROGRAM = ("program", "programs")
_FEWEST_WORDS, _MOST_WORDS = 4, 30


@dataclass(frozen=True, slots=True)
class Found:
    """Something found in a text, from one character to before another, the kind of check and why it is said."""

    code: str
    start: int
    end: int
    says: str


def without_quotations(text: str) -> str:
    """Return a text of the same length with blanks for what others said: a pupil's "some" is theirs."""
    return _QUOTED.sub(_blank, text)


def vague(text: str, spans: tuple[Span, ...], lists: StyleLists) -> Iterator[Found]:
    """Yield the quantities that could be counted and are not, in sentences without a figure."""
    lowered = small(text)
    for one in lists.vague_pattern.finditer(lowered):
        start, end = around(spans, one.start())
        before = _LAST_WORD.search(lowered[start : one.start()])
        if before and before.group(1) in lists.not_after:
            continue
        if not lists.has_figure(lowered[start:end]):
            words = _line(text[one.start() : one.end()])
            yield Found(VAGUE, one.start(), one.end(), f"How many? \u201c{words}\u201d has no figure beside it.")


def american(text: str, spans: tuple[Span, ...], lists: StyleLists) -> Iterator[Found]:
    """Yield American spellings; a word with a capital within a sentence is taken for a name."""
    for one in _LETTERS.finditer(text):
        british = lists.american.get(one.group().lower())
        if british and not _is_meant(text, one, spans, lists):
            word = one.group()
            says = f"\u201c{word}\u201d is American; here it is \u201c{_cased(word, british)}\u201d."
            yield Found(AMERICAN, one.start(), one.end(), says)


def describes(text: str, spans: tuple[Span, ...], lists: StyleLists) -> Iterator[Found]:
    """Yield the sentences that say what was there and neither judge it nor say what it did for learning."""
    for start, end in spans:
        sentence = small(text[start:end])
        words = words_of(sentence)
        if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
            continue
        said = frozenset(words)
        beside = lists.thing_words.taken_out(sentence)
        if lists.more_words.are_in(said if beside == sentence else frozenset(words_of(beside)), beside):
            continue
        if lists.thing_words.are_in(said, sentence) and lists.verb_words.are_in(said, sentence):
            yield Found(DESCRIBES, start, end, "Says what was there, not what it did for learning.")


def repeated(text: str, spans: tuple[Span, ...], elsewhere: frozenset[str]) -> Iterator[Found]:
    """Yield the sentences whose marks are among those of other schools' reports."""
    for start, end in spans if elsewhere else ():
        if sentence_mark(text[start:end]) in elsewhere:
            yield Found(REPEATED, start, end, "This sentence already stands in another school\u2019s report.")


def _is_meant(text: str, one: re.Match[str], spans: tuple[Span, ...], lists: StyleLists) -> bool:
    """Return whether a word is part of an address or a name, or what a computer runs."""
    word, (start, end) = one.group(), around(spans, one.start())
    if text[one.start() - 1 : one.start()] in _ADDRESS or _ADDRESS_GOES_ON.match(text, one.end()):
        return True
    if word[0].isupper() and (word.lower() in lists.names_too or text[start : one.start()].strip(_OPENERS)):
        return True
    return word.lower() in _PROGRAM and bool(lists.computing_pattern.search(small(text[start:end])))


def _blank(quoted: re.Match[str]) -> str:
    return " " * len(quoted.group())


def _cased(word: str, british: str) -> str:
    if word.isupper() and len(word) > 1:
        return british.upper()
    return british[0].upper() + british[1:] if word[0].isupper() else british


def _line(words: str) -> str:
    return " ".join(words.split())
