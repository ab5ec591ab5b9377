"""The capture grammar: what a reviewer types before and inside a note to mark and tag it.

A first character sets the marker, #tags set context and pupil groups. A tag may also be written as the name of what
it means, or as another word for it. Anything not known stays as words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from visitapp.domain.framework import Framework
from visitapp.domain.text import clean

_TAG = re.compile(r"(?:(?<=\s)|^)#([A-Za-z](?:[A-Za-z0-9+]|[-_&'\u2019](?=[A-Za-z0-9]))*)(?=[\s.,;:!?)]|$)")
_NOT_IN_A_TAG = re.compile(r"[^a-z0-9+]")
_FLAGS = {"pin": "pinned", "me": "private"}
_FLAG_WORDS = {"pinned": ("pinned", "important"), "private": ("private", "only me", "personal")}
SIGNS = "+-!?"
"""Signs that mark a note in one programme or another; one without a marker stays in the text."""

Target = tuple[str, str]
"""The field a tag sets (source, years, subject, strand, groups, pinned, private) and the code it sets there."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which prefix means which marker, and which tag sets what; made from a framework."""

    prefixes: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, Target] = field(default_factory=dict)
    words: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    """By name or other word, folded: what it can mean. Only a word with one meaning is a tag."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A typed note taken apart. `set_` values are empty when nothing was typed for them."""

    text: str
    marker: str = ""
    source: str = ""
    years: tuple[str, ...] = ()
    subject: str = ""
    strand: str = ""
    groups: tuple[str, ...] = ()
    pinned: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word typed after #, from one character to before another; `target` is None when it means nothing."""

    start: int
    end: int
    word: str
    target: Target | None


@dataclass(frozen=True, slots=True)
class _Named:
    target: Target
    tags: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]


_ROLES = {"sources": "source", "years": "years", "subjects": "subject", "groups": "groups"}


def grammar_of(framework: Framework) -> Grammar:
    """Return the prefixes, tags and words a framework knows. A tag wins over a word, and a word over a name."""
    named = tuple(_named(framework))
    tags = {folded(tag): one.target for one in named for tag in one.tags}
    words: dict[str, tuple[Target, ...]] = {}
    for said in ([(one.target, one.words) for one in named], [(one.target, one.names) for one in named]):
        more: dict[str, dict[Target, None]] = {}
        for target, spoken in said:
            for word in filter(None, map(folded, spoken)):
                more.setdefault(word, {})[target] = None
        words = {word: tuple(targets) for word, targets in more.items()} | words
    prefixes = {marker.prefix: marker.code for marker in framework.markers if marker.prefix}
    return Grammar(prefixes, tags, {word: meant for word, meant in words.items() if word not in tags})


def folded(word: str) -> str:
    """Return a word as tags are compared: small letters and digits alone, so "Pupil premium" is `pupilpremium`."""
    return _NOT_IN_A_TAG.sub("", word.lower())


def meaning(word: str, grammar: Grammar) -> Target | None:
    """Return what a whole word after # sets, or None when it is no tag or could mean several things."""
    tag = folded(word)
    meant = (grammar.tags[tag],) if tag in grammar.tags else grammar.words.get(tag, ())
    return meant[0] if len(meant) == 1 else None


def parse(typed: str, grammar: Grammar) -> Parsed:
    """Return a typed note with its marker and tags read out; unknown tags and plain signs stay words.

    A prefix counts only at the very start and before a space, so "-3 degrees" is left alone.
    """
    text = clean(typed).strip()
    marker = ""
    if len(text) > 1 and text[0] in grammar.prefixes and text[1].isspace():
        marker, text = grammar.prefixes[text[0]], text[1:].strip()
    found: dict[str, list[str]] = {}
    text = _TAG.sub(lambda match: _take(match, grammar, found), text)
    text = re.sub(r"[ \t]+(?=[.,;:!?)]|$)", "", re.sub(r"[ \t]{2,}", " ", text), flags=re.MULTILINE).strip()
    return Parsed(
        text,
        marker,
        _last(found, "source"),
        tuple(dict.fromkeys(found.get("years", ()))),
        _last(found, "subject"),
        _last(found, "strand"),
        tuple(dict.fromkeys(found.get("groups", ()))),
        "pinned" in found,
        "private" in found,
    )


def tags_in(typed: str, grammar: Grammar) -> tuple[Tagged, ...]:
    """Return every word after # that stands by itself in a text, known or not, in order."""
    return tuple(
        Tagged(match.start(), match.end(), match.group(), meaning(match.group(1), grammar))
        for match in _TAG.finditer(typed)
    )


def unmarked_sign(typed: str, grammar: Grammar) -> str:
    """Return a sign before the words that marks a note elsewhere but has no marker here, or nothing."""
    text = typed.lstrip()[:2]
    is_sign = len(text) > 1 and text[1].isspace() and text[0] in SIGNS
    return text[0] if is_sign and text[0] not in grammar.prefixes else ""


def completions(start: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the known tags that begin with `start`, shortest first."""
    wanted = folded(start)
    return tuple(sorted((tag for tag in grammar.tags if tag.startswith(wanted)), key=lambda tag: (len(tag), tag)))


def meanings(start: str, grammar: Grammar) -> dict[Target, str]:
    """Return what a word that begins with `start` can set, each with the tag to type for it.

    What `start` means as it stands comes first, then what has such a tag, then such a name or other word.
    """
    wanted, whole = folded(start), meaning(start, grammar)
    begun: dict[Target, str] = {}
    for tag in completions(start, grammar):
        begun.setdefault(grammar.tags[tag], tag)
    for word, targets in grammar.words.items() if wanted else ():
        if word.startswith(wanted):
            begun |= {target: _tag_of(target, word, grammar) for target in targets if target not in begun}
    return {whole: begun[whole], **begun} if whole in begun else begun


def _named(framework: Framework) -> Iterator[_Named]:
    for strand in framework.strands:
        target = ("strand", strand.code)
        tags = (strand.tag,) if strand.tag else ()
        yield _Named(target, tags, strand.words, (strand.code, strand.short, strand.label))
    for role, name in _ROLES.items():
        vocabulary = framework.vocabularies.get(role)
        for term in vocabulary.terms if vocabulary else ():
            yield _Named((name, term.code), term.tags, term.words, (term.code, term.short, term.label))
    for tag, name in _FLAGS.items():
        yield _Named((name, ""), (tag,), _FLAG_WORDS[name], ())


def _tag_of(target: Target, word: str, grammar: Grammar) -> str:
    return next((tag for tag, meant in grammar.tags.items() if meant == target), word)


def _take(match: re.Match[str], grammar: Grammar, found: dict[str, list[str]]) -> str:
    target = meaning(match.group(1), grammar)
    if target is None:
        return match.group(0)
    found.setdefault(target[0], []).append(target[1])
    return ""


def _last(found: Mapping[str, list[str]], name: str) -> str:
    return found[name][-1] if found.get(name) else ""
