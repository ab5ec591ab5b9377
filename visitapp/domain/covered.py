"""What the evidence of a visit covers, in a few lines: what is whole, and what is still to be seen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from visitapp.domain.coverage import coverage_of
from visitapp.domain.matters import matters_of
from visitapp.domain.matters.of_coverage import GROUP, LESSON, SOURCE, STRAND, YEAR, sources_wanted
from visitapp.domain.record import VisitRecord
from visitapp.domain.subject_words import inside_a_line
from visitapp.domain.team_words import listed


@dataclass(frozen=True, slots=True)
class Covered:
    """One thing evidence should cover; `missing` says in words what it does not, empty when it covers all."""

    text: str
    missing: str = ""


def covered(record: VisitRecord) -> tuple[Covered, ...]:
    """Return what the programme and the plan want covered, and how far it is; nothing they do not ask for."""
    unseen: dict[str, list[str]] = {}
    for one in matters_of(record, "capture"):
        unseen.setdefault(one.kind, []).append(one.about)
    return tuple(
        Covered(text, f"{words} {listed([name(code) for code in unseen[kind]])}" if kind in unseen else "")
        for text, words, kind, asked, name in _asked(record)
        if asked
    )


def _asked(record: VisitRecord) -> Iterator[tuple[str, str, str, bool, Callable[[str], str]]]:
    framework, coverage = record.framework, coverage_of(record)
    vocabulary = framework.vocabularies.get("groups")
    common = any(one.common for one in vocabulary.terms) if vocabulary else False
    strands = {one.code: one.short or one.label for one in framework.strands}
    label = partial(partial, framework.label)
    yield "Every year group", "Nothing from", YEAR, bool(framework.coverage_years), label("years")
    yield "Every lesson visit planned", "Nothing yet from", LESSON, bool(coverage.planned), partial(_lesson, record)
    yield "Every pupil group", "No note on", GROUP, common, label("groups")
    yield "Every strand", "No note on", STRAND, bool(strands), strands.__getitem__
    yield "Every kind of source", "No note from", SOURCE, bool(sources_wanted(record)), label("sources")


def _lesson(record: VisitRecord, about: str) -> str:
    year, _, subject = about.partition(".")
    return f"{record.framework.label('years', year)} {inside_a_line(record.framework.label('subjects', subject))}"
