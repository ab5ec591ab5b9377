"""The capture grammar: what a reviewer types before and inside a note to mark and tag it.

A first character sets the marker, #tags set context and pupil groups. Anything not known stays as words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from visitapp.domain.framework import Framework
from visitapp.domain.text import clean

_TAG = re.compile(r"(?:(?<=\s)|^)#([A-Za-z][A-Za-z0-9+]*)(?=[\s.,;:!?)]|$)")
_FLAGS = {"pin": "pinned", "me": "private"}


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which prefix means which marker, and which tag sets what; made from a framework."""

    prefixes: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """By tag: the field it sets (source, years, subject, strand, groups) and the code."""


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


_ROLES = {"sources": "source", "years": "years", "subjects": "subject", "groups": "groups"}


def grammar_of(framework: Framework) -> Grammar:
    """Return the prefixes and tags a framework knows."""
    tags: dict[str, tuple[str, str]] = {
        strand.tag: ("strand", strand.code) for strand in framework.strands if strand.tag
    }
    for role, name in _ROLES.items():
        vocabulary = framework.vocabularies.get(role)
        for term in vocabulary.terms if vocabulary else ():
            tags.update(dict.fromkeys(term.tags, (name, term.code)))
    tags.update({flag: (name, "") for flag, name in _FLAGS.items()})
    prefixes = {marker.prefix: marker.code for marker in framework.markers if marker.prefix}
    return Grammar(prefixes, {tag.lower().lstrip("#"): target for tag, target in tags.items()})


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


def completions(start: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the known tags that begin with `start`, shortest first."""
    wanted = start.lower().lstrip("#")
    return tuple(sorted((tag for tag in grammar.tags if tag.startswith(wanted)), key=lambda tag: (len(tag), tag)))


def _take(match: re.Match[str], grammar: Grammar, found: dict[str, list[str]]) -> str:
    target = grammar.tags.get(match.group(1).lower())
    if target is None:
        return match.group(0)
    found.setdefault(target[0], []).append(target[1])
    return ""


def _last(found: Mapping[str, list[str]], name: str) -> str:
    return found[name][-1] if found.get(name) else ""
