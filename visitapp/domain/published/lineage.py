"""What a school was before: earlier schools, found by the register's links and listed, never added up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from visitapp.domain.published.schools import SchoolLink

PREDECESSOR, SUCCESSOR, OTHER = "predecessor", "successor", "other"
"""Which way a link goes: the other school came before, came after, or neither."""

_PARTING = ("merged", "amalgamat", "split")
"""Words in a link's sort that say that more than one school was made one, or one became more."""


@dataclass(frozen=True, slots=True)
class EarlierSchool:
    """A school that came before another, `steps` links back. `name` is empty when no link gives it.

    `alone` says that it was one school becoming one school all the way, so that its figures may stand beside the
    later ones. Those of any other may only be listed: nobody may add up two schools, or share one out.
    """

    urn: str
    name: str
    steps: int
    alone: bool
    said: str
    on: str


@dataclass(frozen=True, slots=True)
class _Step:
    urn: str
    name: str
    said: str
    on: str


def sort_of(said: str) -> str:
    """Return which way a link of the register goes, by its own words: predecessor, successor or other."""
    first = said.strip().lower().partition(" ")[0]
    return first if first in (PREDECESSOR, SUCCESSOR) else OTHER


def predecessors(urn: str, links: Iterable[SchoolLink]) -> tuple[EarlierSchool, ...]:
    """Return all that came before a school, nearest first, each once; links that go in a circle end where they began.

    A link counts from whichever of its two schools it was written.
    """
    before, after = _steps(links)
    found: dict[str, EarlierSchool] = {}
    seen, now = {urn}, [(urn, True)]
    while now:
        further = []
        for later, straight in now:
            steps = [step for step in before[later].values() if step.urn not in seen]
            for step in steps:
                alone = straight and len(before[later]) == 1 and len(after[step.urn]) == 1 and not _parts(step.said)
                depth = found[later].steps + 1 if later in found else 1
                found[step.urn] = EarlierSchool(step.urn, step.name, depth, alone, step.said, step.on)
                seen.add(step.urn)
                further.append((step.urn, alone))
        now = further
    return tuple(sorted(found.values(), key=lambda one: (one.steps, one.on, one.urn)))


def _parts(said: str) -> bool:
    low = said.lower()
    return any(word in low for word in _PARTING)


def _both(one: _Step, other: _Step) -> _Step:
    """Return what two links between the same schools say together; that they were parted or merged outweighs."""
    said = other.said if _parts(other.said) and not _parts(one.said) else one.said
    return _Step(one.urn, one.name or other.name, said, one.on or other.on)


def _steps(links: Iterable[SchoolLink]) -> tuple[dict[str, dict[str, _Step]], dict[str, set[str]]]:
    """Return what came before each school and what came after each."""
    before: dict[str, dict[str, _Step]] = defaultdict(dict)
    after: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.sort == PREDECESSOR:
            later, step = link.urn, _Step(link.other_urn, link.other_name, link.said, link.on)
        elif link.sort == SUCCESSOR:
            later, step = link.other_urn, _Step(link.urn, "", link.said, link.on)
        else:
            continue
        known = before[later].get(step.urn)
        before[later][step.urn] = step if known is None else _both(known, step)
        after[step.urn].add(later)
    return before, after
