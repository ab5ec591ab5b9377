"""Reads how schools were and are inspected, and how published files tell of it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from visitapp.domain.published.scales import Area, Block, InspectionFramework, InspectionLists, Scale
from visitapp.errors import FrameworkError
from visitapp.frameworks.toml_files import read_toml
from visitapp.paths import resource

_FILE = "frameworks.toml"
_ONE_COLUMN = ("number", "type", "start", "published", "urn", "outcome", "visited", "concern", "safeguarding")


@cache
def load_inspections() -> InspectionLists:
    """Return the lists that come with the program. Raises FrameworkError when the file is missing or broken."""
    said: Mapping[str, Any] = read_toml(resource("inspections") / _FILE)
    try:
        lists = _lists(said)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FrameworkError(f"{_FILE}: expected scales, frameworks, areas, words and blocks; {error!r}") from error
    _check(lists)
    return lists


def _lists(said: Mapping[str, Any]) -> InspectionLists:
    nothing = frozenset(said["nothing"]["words"])
    return InspectionLists(
        version=said["version"],
        source=said["source"],
        scales={
            code: Scale(code, tuple(one["words"]), dict(one["spelt"]), nothing)
            for code, one in said["scales"].items()
        },
        frameworks=tuple(InspectionFramework(**{**one, "areas": tuple(one["areas"])}) for one in said["frameworks"]),
        areas={code: Area(code, label, short) for code, (label, short) in said["areas"].items()},
        blocks=tuple(_block(one, said["columns"], said.get("dates", {})) for one in said["blocks"]),
        sorts=dict(said["sorts"]),
        sort_words=dict(said["sort_words"]),
        outcomes=dict(said["outcomes"]),
        concerns=dict(said["concerns"]),
        identity=frozenset(said["identity"]["columns"]),
    )


def _block(said: Mapping[str, Any], columns: Mapping[str, Any], dates: Mapping[str, Any]) -> Block:
    named = said["areas"]
    return Block(
        code=said["code"],
        sort=said["sort"],
        columns={what: tuple(said[what]) for what in _ONE_COLUMN if what in said},
        areas={area: tuple(headings) for area, headings in columns[named].items()},
        dates={area: tuple(headings) for area, headings in dates.get(named, {}).items()},
    )


def _check(lists: InspectionLists) -> None:
    """Refuse lists that name what is not there: an area nobody judges or a scale that is not given."""
    for one in lists.frameworks:
        missing = [area for area in one.areas if area not in lists.areas]
        missing += [scale for scale in (one.scale, one.safeguarding) if scale and scale not in lists.scales]
        if missing:
            raise FrameworkError(f"{_FILE}: {one.code}: expected known areas and scales; {missing[0]} is not")
    judged = {area for one in lists.frameworks for area in one.areas}
    for block in lists.blocks:
        unknown = next((area for area in block.areas if area not in judged), "")
        if unknown:
            raise FrameworkError(f"{_FILE}: {block.code}: expected areas of a framework; {unknown} is in none")
