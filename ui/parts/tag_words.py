"""The tags of a framework: what can be chosen, in which words, and what may be typed after #."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from visitapp.domain.framework import Framework, Term
from visitapp.domain.grammar import Grammar, completions

_ORDER = ("groups", "years", "subject", "source", "strand", "pinned", "private")
_ROLE_OF = {"source": "sources", "years": "years", "subject": "subjects", "groups": "groups"}
Options = list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class TagRow:
    """One tag that may be typed: the tag itself, what it sets, and what sort of thing that is."""

    tag: str
    label: str
    sort: str

    @property
    def spoken(self) -> str:
        """Return the row in words."""
        return f"{self.tag}, {self.label}, {self.sort}"


def terms(framework: Framework, role: str) -> tuple[Term, ...]:
    """Return the terms of a vocabulary, the common ones first."""
    vocabulary = framework.vocabularies.get(role)
    found: Sequence[Term] = vocabulary.terms if vocabulary else ()
    return tuple(sorted(found, key=lambda term: not term.common))


def short(term: Term) -> str:
    """Return the short form of a term, or its label."""
    return term.short or term.label


def term_options(framework: Framework, role: str, none: str, rest: str) -> Options:
    """Return (code, label, short) of every term; the first one holds nothing and shows `rest`."""
    return [("", none, rest), *((term.code, term.label, short(term)) for term in terms(framework, role))]


def strand_options(framework: Framework, none: str, rest: str) -> Options:
    """Return (code, label, short) of every strand; the first one holds nothing and shows `rest`."""
    return [("", none, rest), *((one.code, one.label, one.short or one.label) for one in framework.strands)]


def tag_rows(start: str, grammar: Grammar, framework: Framework) -> tuple[TagRow, ...]:
    """Return the tags that begin with `start`, then those whose meaning does; one for each thing they set.

    For an empty start these are all tags, the common ones and pupil groups first.
    """
    found: dict[tuple[str, str], TagRow] = {}
    for tag in completions(start, grammar):
        found.setdefault(grammar.tags[tag], _row(tag, grammar, framework))
    for tag, target in grammar.tags.items() if start else ():
        row = _row(tag, grammar, framework)
        if target not in found and row.label.lower().startswith(start.lower()):
            found[target] = row
    if not start:
        return tuple(found[target] for target in sorted(found, key=partial(_rank, framework)))
    return tuple(found.values())


def _rank(framework: Framework, target: tuple[str, str]) -> tuple[bool, int]:
    sort, code = target
    vocabulary = framework.vocabularies.get(_ROLE_OF.get(sort, ""))
    term = vocabulary.term(code) if vocabulary else None
    return term is not None and not term.common, _ORDER.index(sort)


def _row(tag: str, grammar: Grammar, framework: Framework) -> TagRow:
    sort, code = grammar.tags[tag]
    return TagRow(tag, _label(framework, sort, code), _sorts()[sort])


def _label(framework: Framework, sort: str, code: str) -> str:
    if sort == "strand":
        strand = framework.strand(code)
        return strand.label if strand else code
    if sort in _ROLE_OF:
        return framework.label(_ROLE_OF[sort], code)
    return _tr("Pin this note") if sort == "pinned" else _tr("Only for me")


def _sorts() -> dict[str, str]:
    return {
        "source": _tr("Source"),
        "years": _tr("Year"),
        "subject": _tr("Subject"),
        "strand": _tr("Strand"),
        "groups": _tr("Pupil group"),
        "pinned": _tr("Flag"),
        "private": _tr("Flag"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("TagWords", text)
