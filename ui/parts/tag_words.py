"""The tags of a framework: what can be chosen, in which words, and what may be typed after #."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from visitapp.domain.framework import Framework, Term
from visitapp.domain.grammar import Grammar, Target, meaning, meanings

_ORDER = ("groups", "years", "subject", "source", "strand", "pinned", "private")
_ROLE_OF = {"source": "sources", "years": "years", "subject": "subjects", "groups": "groups"}


@dataclass(frozen=True, slots=True)
class TagRow:
    """One tag that may be typed: the tag itself, what it sets, and what sort of thing that is.

    `is_whole` says that what is typed means this already.
    """

    tag: str
    label: str
    sort: str
    is_whole: bool = False

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


def in_full(label: str, short_form: str) -> str:
    """Return the label where the short form is cut in a word of it, such as Phonics for Phon, else the short form."""
    cut = short_form.rstrip(".")
    return label if label.startswith(cut) and label[len(cut) :][:1].isalpha() else short_form


def tag_rows(start: str, grammar: Grammar, framework: Framework) -> tuple[TagRow, ...]:
    """Return what a word that begins with `start` can set, one row for each: what it means as it stands first.

    For an empty start these are all tags, the common ones and pupil groups first.
    """
    found, whole = meanings(start, grammar), meaning(start, grammar)
    order = sorted(found, key=partial(_rank, framework)) if not start else found
    return tuple(_row(found[target], target, framework, is_whole=target == whole) for target in order)


def _rank(framework: Framework, target: Target) -> tuple[bool, int]:
    sort, code = target
    vocabulary = framework.vocabularies.get(_ROLE_OF.get(sort, ""))
    term = vocabulary.term(code) if vocabulary else None
    return term is not None and not term.common, _ORDER.index(sort)


def _row(tag: str, target: Target, framework: Framework, *, is_whole: bool) -> TagRow:
    return TagRow(tag, _label(framework, *target), _sorts()[target[0]], is_whole)


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
