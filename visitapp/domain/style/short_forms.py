"""Abbreviations that are not written out where they are first used."""

import re
from collections.abc import Iterator, Mapping, Sequence

from visitapp.domain.framework import Framework
from visitapp.domain.style.flag import SHORT_FORMS
from visitapp.domain.style.lists import StyleLists
from visitapp.domain.style.wording import Found

_SHORT = re.compile(
    r"(?<![\w@#&/.\[-])(?:[A-Z]{2,}(?:&[A-Z]+)?\d?|[A-Z]{2,5}[a-z]{0,2}[A-Z]{1,2}|[A-Z]{2,}Co|[A-Z]\d)(?:s|['\u2019]s)?(?![\w@&-])"
)
_ENDING = re.compile(r"(?:s|['\u2019]s)$")
_ROMAN = re.compile(r"[IVX]+$")
_LONGEST = 7
_LONGEST_TEXT = 400_000
_TWO_WORDS = re.compile(r"\(\s*[^\W\d_]+[\s,-]+[^\W\d_]+")
_SPACES = re.compile(r"[\s\u00a0]+")


def meanings_of(framework: Framework, lists: StyleLists) -> dict[str, str]:
    """Return what abbreviations stand for: those of the list, then those of the framework's vocabularies."""
    found = dict(lists.short_forms)
    for vocabulary in framework.vocabularies.values():
        for term in vocabulary.terms:
            if term.short != term.label and term.short not in term.label and _SHORT.fullmatch(term.short):
                found.setdefault(term.short, term.label)
    return found


def printed_by(framework: Framework) -> frozenset[str]:
    """Return the abbreviations the report itself prints in its title, its headings and its labels."""
    texts = [framework.title, framework.report_title, framework.noun, framework.short]
    texts += [f"{one.heading} {one.part}" for one in framework.outline] + [one.label for one in framework.front]
    return frozenset(bare(one.group()) for text in texts for one in _SHORT.finditer(text))


def short_forms_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where abbreviations stand in a text: two capitals or more, or a capital and a figure."""
    if text.isupper():
        return ()
    return tuple(one.span() for one in _SHORT.finditer(text) if len(one.group()) <= _LONGEST + 2)


def first_uses(
    pieces: Sequence[tuple[str, tuple[tuple[int, int], ...]]],
    lists: StyleLists,
    meanings: Mapping[str, str],
    known: frozenset[str],
) -> Iterator[tuple[int, Found]]:
    """Yield the first use of each abbreviation that is not written out there, with the number of its piece.

    `pieces` are texts, each with where abbreviations stand in it, in the order they are read; `known` need no words.
    """
    met: set[str] = set()
    before = ""
    for number, (text, spans) in enumerate(pieces):
        for start, end in spans:
            short = bare(text[start:end])
            if short in met:
                continue
            met.add(short)
            meaning = meanings.get(short, "")
            if not _needs_none(short, meaning, lists, known) and not _is_said(text, start, end, meaning, before):
                yield number, Found(SHORT_FORMS, start, end, _says(short, meaning))
        before = f"{before} {_even(text)}" if len(before) < _LONGEST_TEXT else before


def bare(short: str) -> str:
    """Return an abbreviation without the ending of a plural or of what belongs to it."""
    return _ENDING.sub("", short)


def _needs_none(short: str, meaning: str, lists: StyleLists, known: frozenset[str]) -> bool:
    if short in lists.plain or short in lists.said_loudly or short in known:
        return True
    return not meaning and (
        bool(_ROMAN.match(short)) or len(short) > _LONGEST or (len(short) == 2 and short[1].isdigit())
    )


def _is_said(text: str, start: int, end: int, meaning: str, before: str) -> bool:
    """Return whether it is written out: in brackets behind its words, with its words in brackets, or earlier on."""
    lead, tail = text[:start].rstrip(), text[end:].lstrip()
    if lead.endswith("(") and lead[:-1].strip():
        return True
    if _TWO_WORDS.match(tail):
        return True
    return bool(meaning) and _even(meaning) in f"{before} {_even(text[:start])}"


def _even(text: str) -> str:
    return _SPACES.sub(" ", text.replace("\u2019", "'")).casefold()


def _says(short: str, meaning: str) -> str:
    known = f": {meaning}" if meaning else ""
    return f"\u201c{short}\u201d is not written out where it is first used{known}."
