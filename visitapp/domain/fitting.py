"""What of a programme is meant for one visit: its context, how it came about, and the ages of the school's pupils.

What is answered or written stays where it is asked: a fact that is known, a thing that was read or noted, a section
of the report that has words. It is not required then. Of the rest nothing is lost either: the record keeps every
answer, and the whole programme with it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar, cast

from visitapp.domain.framework import Framework, Vocabulary
from visitapp.domain.framework.when import COMING_SUMMER, NO_AGES, RESULTS_YEAR, Standing, When
from visitapp.domain.school_year import school_year_of
from visitapp.domain.visit import Answer, School, Visit, answer_id

_FACTS, _CHECKLIST, _SECTIONS = "fact", "check", "section"
_KEPT = {"school_facts": _FACTS, "items": _CHECKLIST, "outline": _SECTIONS}
"""How the keys of answers begin, by the part of a programme they answer."""
_T = TypeVar("_T")


def fitted_to(framework: Framework, visit_id: str, shelves: Mapping[str, Mapping[str, Any]]) -> Framework:
    """Return what of a programme is meant for a visit, as the records stand; all of it for a visit not begun."""
    standing = _standing(framework, visit_id, shelves)
    return framework if standing is None else fitted(framework, standing)


@lru_cache(maxsize=64)
def fitted(framework: Framework, standing: Standing) -> Framework:
    """Return what of a programme is meant for a visit that stands so: the same object when all of it is."""
    return cast("Framework", _fitted(_reworded(framework, standing), standing))


def in_full(framework: Framework) -> Framework:
    """Return a programme with all its parts, to be read outside any visit."""
    return cast("Framework", _filled(framework, COMING_SUMMER))


def in_full_for(framework: Framework, visit_id: str, shelves: Mapping[str, Mapping[str, Any]]) -> Framework:
    """Return a programme with all its parts, in the words it has for a visit as the records stand."""
    return _in_words_for(framework, _standing(framework, visit_id, shelves) or Standing())


@lru_cache(maxsize=64)
def school_ages(school: School, phases: Vocabulary | None) -> tuple[int, int] | None:
    """Return how old pupils are when they come and when they leave: as the register says, else as is usual in the
    school's phase; None when neither tells."""
    said = _register_ages(school)
    term = phases.term(school.phase) if phases and said is None else None
    return term.ages if term and term.ages != NO_AGES else said


def results_year(day: str) -> str:
    """Return the year of the results at the end of the academic year of an ISO day, such as 2026 for 2025-11-20."""
    return school_year_of(day) or COMING_SUMMER


def _standing(framework: Framework, visit_id: str, shelves: Mapping[str, Mapping[str, Any]]) -> Standing | None:
    visit: Visit | None = shelves.get("visit", {}).get(visit_id)
    if visit is None:
        return None
    school = shelves.get("school", {}).get(visit.school_id) or School(visit.school_id)
    answers: Mapping[str, Answer] = shelves.get("answer", {})
    said = {key for key in _limited(framework) if _is_said(answers.get(answer_id(visit_id, key)))}
    kept = said.union(_written(framework, visit_id, shelves))
    ages = school_ages(school, framework.vocabularies.get("phases"))
    return Standing(visit.context, visit.commissioned, ages, results_year(visit.starts_on), frozenset(kept))


@lru_cache(maxsize=16)
def _in_words_for(framework: Framework, standing: Standing) -> Framework:
    return cast("Framework", _filled(_reworded(framework, standing), standing.results))


def _register_ages(school: School) -> tuple[int, int] | None:
    said = school.register_details
    low, high = said.get("youngest"), said.get("oldest")
    return (low, high) if isinstance(low, int) and isinstance(high, int) and low < high else None


@lru_cache(maxsize=16)
def _limited(framework: Framework) -> tuple[str, ...]:
    """Return the keys of facts and of things to read that are not for every visit."""
    facts = (f"{_FACTS}.{one.code}" for one in framework.school_facts if one.when)
    return (*facts, *(f"{_CHECKLIST}.{one.code}" for one in framework.checklist() if one.when))


def _written(framework: Framework, visit_id: str, shelves: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield the keys of sections of the report that are not for every visit and that have words in this one."""
    limited = [one for one in framework.outline if one.when]
    blocks, answers = shelves.get("block", {}) if limited else {}, shelves.get("answer", {})
    prose = {one.section for one in blocks.values() if not one.deleted and one.text.strip()}
    for section in limited:
        keys = (answer_id(visit_id, f"field.{section.code}.{one.code}") for one in section.fields)
        if section.code in prose or any(_is_said(answers.get(key)) for key in keys):
            yield f"{_SECTIONS}.{section.code}"


def _is_said(answer: Answer | None) -> bool:
    """Return whether there is an answer or a note; a tick that was taken off again is none."""
    if answer is None or answer.deleted:
        return False
    return (answer.value is not None and answer.value is not False) or bool(answer.note)


def _fitted(value: object, standing: Standing, within: str = "") -> object:
    if isinstance(value, str):
        return value.replace(RESULTS_YEAR, standing.results)
    if isinstance(value, tuple):
        meant = (_as_asked(one, standing) for one in value if _is_meant(one, standing, within))
        left = [_fitted(one, standing, within) for one in meant]
        return value if _are_same(left, value) else tuple(left)
    if not is_dataclass(value) or isinstance(value, When):
        return value
    return _with(value, {name: _part(one, standing, name) for name, one in _parts(value)})


def _part(value: object, standing: Standing, name: str) -> object:
    return _fitted(value, standing, name) if _is_meant(value, standing, name) else None


def _is_meant(value: object, standing: Standing, within: str) -> bool:
    return _holds(value, standing) or f"{_KEPT.get(within, '')}.{getattr(value, 'code', '')}" in standing.kept


def _holds(value: object, standing: Standing) -> bool:
    when = getattr(value, "when", None)
    return not isinstance(when, When) or when.holds(standing)


def _as_asked(value: object, standing: Standing) -> object:
    """Return a part as it is asked: one that is kept for its answer alone is not required."""
    if _holds(value, standing) or not getattr(value, "required", False):
        return value
    return replace(value, required=False)  # type: ignore[type-var]


def _filled(value: object, results: str) -> object:
    if isinstance(value, str):
        return value.replace(RESULTS_YEAR, results)
    if isinstance(value, tuple):
        filled = [_filled(one, results) for one in value]
        return value if _are_same(filled, value) else tuple(filled)
    if not is_dataclass(value):
        return value
    return _with(value, {name: _filled(one, results) for name, one in _parts(value)})


def _reworded(framework: Framework, standing: Standing) -> Framework:
    for one in framework.wordings:
        if one.when.holds(standing):
            framework = cast("Framework", _said_otherwise(framework, one.part.split("."), one.text))
    return framework


def _said_otherwise(value: object, path: list[str], text: str) -> object:
    """Return a value with other words where a path leads; a path that leads nowhere changes nothing."""
    if not path:
        return text if isinstance(value, str) else value
    if isinstance(value, tuple):
        first, rest = path[0], path[1:]
        return tuple(_said_otherwise(one, rest, text) if getattr(one, "code", "") == first else one for one in value)
    if not is_dataclass(value):
        return value
    return _with(
        value, {name: _said_otherwise(one, path[1:], text) for name, one in _parts(value) if name == path[0]}
    )


def _parts(value: object) -> Iterator[tuple[str, object]]:
    return ((one.name, getattr(value, one.name)) for one in fields(value))  # type: ignore[arg-type]


def _with(value: _T, parts: Mapping[str, object]) -> _T:
    changed = {name: one for name, one in parts.items() if one is not getattr(value, name)}
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def _are_same(left: list[object], whole: tuple[object, ...]) -> bool:
    return len(left) == len(whole) and all(one is two for one, two in zip(left, whole, strict=True))
