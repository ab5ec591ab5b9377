"""What the evidence of a visit covers, in a few lines: what is whole, and what is still to be seen."""

from collections.abc import Iterator
from dataclasses import dataclass

from visitapp.domain.coverage import Coverage
from visitapp.domain.record import VisitRecord
from visitapp.domain.team_words import listed


@dataclass(frozen=True, slots=True)
class Covered:
    """One thing evidence should cover; `missing` says in words what it does not, empty when it covers all."""

    text: str
    missing: str = ""


def covered(record: VisitRecord, coverage: Coverage) -> tuple[Covered, ...]:
    """Return what the programme and the plan want covered, and how far it is; nothing they do not ask for."""
    return tuple(
        Covered(text, f"{words} {listed(missing)}" if missing else "")
        for text, words, asked, missing in _asked(record, coverage)
        if asked
    )


def _asked(record: VisitRecord, coverage: Coverage) -> Iterator[tuple[str, str, bool, list[str]]]:
    framework, label = record.framework, record.framework.label
    years = [label("years", one) for one in framework.coverage_years if one not in coverage.years]
    yield "Every year group", "Nothing from", bool(framework.coverage_years), years
    empty = sorted(coverage.planned_but_empty())
    lessons = [f"{label('years', year)} {label('subjects', subject).lower()}" for year, subject in empty]
    yield "Every lesson visit planned", "Nothing yet from", bool(coverage.planned), lessons
    vocabulary = framework.vocabularies.get("groups")
    common = [one for one in vocabulary.terms if one.common] if vocabulary else []
    groups = [one.label for one in common if one.code not in coverage.groups]
    yield "Every pupil group", "No note on", bool(common), groups
    strands = [one.short or one.label for one in framework.strands if not coverage.strands.get(one.code)]
    yield "Every strand", "No note on", bool(framework.strands), strands
    wanted = _sources(record)
    sources = [label("sources", one) for one in wanted if one not in coverage.sources]
    yield "Every kind of source", "No note from", bool(wanted), sources


def _sources(record: VisitRecord) -> tuple[str, ...]:
    """Return the kinds of source that required activities are there to bring."""
    return tuple(dict.fromkeys(one.source for one in record.framework.activities if one.required and one.source))
