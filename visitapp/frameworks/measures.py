"""Reads what is measured of schools, and where it stands in published files."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from visitapp.domain.published.measures import ALL, Group, Measure, Measures, TableShape, Wanted
from visitapp.errors import FrameworkError
from visitapp.frameworks.inspections import load_inspections
from visitapp.frameworks.toml_files import read_toml
from visitapp.paths import resource

_BOUNDS = {"percent": (0.0, 100.0), "share": (0.0, 100.0), "score": (80.0, 120.0), "pupils": (0.0, None)}
_AVERAGE = "_3yr"
_EARLIER = (1, 2)
"""How many years before its own a file gives again."""


@cache
def load_measures() -> Measures:
    """Return the measures that come with the program. Raises FrameworkError when a file is missing or broken."""
    folder = resource("measures")
    known = read_toml(folder / "measures.toml")
    measures = {code: _measure(code, said) for code, said in _table(known, "measures", folder).items()}
    groups = {
        code: Group(code, said["label"], said["short"]) for code, said in _table(known, "groups", folder).items()
    }
    files = sorted(path for path in folder.glob("*.toml") if path.name != "measures.toml")
    shapes = [_shape(path, measures, groups) for path in files]
    return Measures(
        str(known.get("version", "")),
        measures,
        groups,
        {one.code: one for one in shapes},
        load_inspections(),
        _texts(known.get("names", {})),
        _texts(known.get("group_names", {})),
        {str(stage): (int(low), int(high)) for stage, (low, high) in _mapping(known.get("stages", {})).items()},
    )


def _measure(code: str, said: Mapping[str, Any]) -> Measure:
    least, most = _BOUNDS.get(said["unit"], (None, None))
    try:
        return Measure(**{"code": code, "least": least, "most": most} | dict(said))
    except TypeError as error:
        raise FrameworkError(
            f"measures.toml: {code}: expected label, short, unit and what is known; {error}"
        ) from error


def _shape(path: Path, measures: Mapping[str, Measure], groups: Mapping[str, Group]) -> TableShape:
    said = read_toml(path)
    columns = dict(_columns(said))
    for name, wanted in columns.items():
        if wanted.measure not in measures or wanted.group not in groups:
            raise FrameworkError(f"{path.name}: {name}: expected a measure and a group of measures.toml")
    try:
        return TableShape(
            code=_text(said["code"]),
            title=_text(said["title"]),
            attribution=_text(said["attribution"]),
            needs=frozenset(_words(said["needs"])),
            identity=frozenset(_words(said.get("identity", []))),
            columns=columns,
            symbols=_texts(said.get("symbols", {})),
            said={column: _texts(codes) for column, codes in _mapping(said.get("said", {})).items()},
        )
    except (KeyError, TypeError) as error:
        raise FrameworkError(f"{path.name}: expected code, title, attribution, needs and lists; {error}") from error


def _columns(said: Mapping[str, Any]) -> Iterator[tuple[str, Wanted]]:
    """Give every column the table may have: single ones, and a base with the ending of a group."""
    cohorts = said.get("cohorts", {})
    for name, (measure, group) in said.get("single", {}).items():
        yield name, Wanted(measure, group)
        yield f"{name}{_AVERAGE}", Wanted(measure, group, "", "3yr")
        for years in _EARLIER:
            yield f"{name}_-{years}", Wanted(measure, group, "", str(years))
    for base, measure in said.get("bases", {}).items():
        for ending, group in said.get("endings", {"": ALL}).items():
            name = f"{base}{ending}"
            yield name, Wanted(measure, group, cohorts.get(group, ""))
            yield f"{name}{_AVERAGE}", Wanted(measure, group, f"{cohorts.get(group, '')}{_AVERAGE}", "3yr")
            for years in _EARLIER:
                yield f"{name}_-{years}", Wanted(measure, group, f"{cohorts.get(group, '')}_-{years}", str(years))


def _table(said: Mapping[str, Any], name: str, folder: Path) -> dict[str, Any]:
    found = said.get(name)
    if not isinstance(found, dict):
        raise FrameworkError(f"{folder.name}/measures.toml: expected a table [{name}]")
    return found


def _mapping(said: object) -> Mapping[str, Any]:
    if not isinstance(said, dict):
        raise TypeError("expected a table")
    return said


def _texts(said: object) -> Mapping[str, str]:
    return {str(key).casefold(): _text(value) for key, value in _mapping(said).items()}


def _words(said: object) -> list[str]:
    if not isinstance(said, list):
        raise TypeError("expected a list of words")
    return [_text(one) for one in said]


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError("expected text")
    return said
