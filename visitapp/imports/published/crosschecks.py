"""A file held against what was read in before: how many schools, the row of the authority, the nation's figures.

What differs is said, and nothing is held up for it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from visitapp.domain.published.batches import KEPT, Fault, FileProfile, Item, Reading, RowRead, Scope
from visitapp.domain.published.before import Before
from visitapp.domain.published.figures import AUTHORITY, NATION, SCHOOL, Figure
from visitapp.domain.published.inspections import PublishedInspection
from visitapp.domain.published.measures import ALL, Measures
from visitapp.domain.published.replacing import Replacing, day_said
from visitapp.domain.published.schools import RegisterSchool
from visitapp.domain.school_year import said_year
from visitapp.imports.published import comparators, ks2_wide
from visitapp.imports.tables.faults import fault

_MOST_APART = 10
"""Per cent by which a file may have more or fewer schools than the last one."""
_LEAST = 10
"""Of fewer schools, ten per cent are not even one."""


class CrossChecked:
    """The rows of a file; once all were read, `profile` says too how it differs from what was there before."""

    def __init__(self, reading: Reading, before: Before, scope: Scope, lists: Measures) -> None:
        self._reading, self._before, self._scope, self._lists = reading, before, scope, lists
        self._schools: dict[str, str] = {}
        self._authorities: set[str] = set()
        self._nation: list[Figure] = []
        self._kept = 0

    @property
    def profile(self) -> FileProfile:
        """Return what the file is, as far as it has been read."""
        profile = self._reading.profile
        remarks = (*self._counts(), *self._without_row(profile.kind), *self._nation_apart(profile.release))
        return replace(profile, faults=(*profile.faults, *remarks), replaces=self._replaces(profile))

    def __iter__(self) -> Iterator[RowRead]:
        for row in self._reading:
            if row.outcome == KEPT and row.items:
                self._kept += 1
                self._take(row.items[0], row.items)
            yield row

    def _take(self, first: Item, items: tuple[Item, ...]) -> None:
        """Note whom a row is about; all its figures are about the same."""
        if isinstance(first, RegisterSchool):
            self._schools[first.urn] = first.authority_code
        elif isinstance(first, PublishedInspection):
            self._schools.setdefault(first.urn, "")
        elif isinstance(first, Figure) and first.about == SCHOOL:
            self._schools.setdefault(first.code, "")
        elif isinstance(first, Figure) and first.about == AUTHORITY:
            self._authorities.add(first.code)
        elif isinstance(first, Figure) and first.about == NATION:
            self._nation += (one for one in items if isinstance(one, Figure) and not one.again)

    def _replaces(self, profile: FileProfile) -> Replacing | None:
        """Return what the file is to stand in the place of; nothing is said of the very same file."""
        former = self._before.former
        if former is None or former.sha256 == profile.sha256:
            return None
        day = day_said(profile.period)
        speaks = not day or day >= (day_said(former.period) or former.read_on)
        if not self._schools:
            return Replacing(former, self._kept, max(0, former.count - self._kept), speaks)
        return Replacing(former, self._kept, len(self._before.schools.keys() - self._schools.keys()), speaks)

    def _of_authorities(self, schools: dict[str, str]) -> Counter[str]:
        known = self._before.known
        return Counter(authority or known.get(urn, "") for urn, authority in schools.items())

    def _counts(self) -> Iterator[Fault]:
        now, last = self._of_authorities(self._schools), self._of_authorities(dict(self._before.schools))
        for authority in sorted(now.keys() & last.keys()):
            here, there = now[authority], last[authority]
            apart = there >= _LEAST and 100 * abs(here - there) > _MOST_APART * there
            if apart and (authority or self._is_of_the_same_places()):
                yield fault("W-COUNT", 0, authority, f"{here:,} schools, {there:,} in the last")

    def _is_of_the_same_places(self) -> bool:
        """Return whether half the schools of the smaller file are in the other one too."""
        now, last = self._schools.keys(), self._before.schools.keys()
        return 2 * len(now & last) >= min(len(now), len(last))

    def _without_row(self, kind: str) -> Iterator[Fault]:
        if kind == comparators.CODE:
            asked = set(self._scope.authorities)
        elif kind == ks2_wide.CODE:
            counted = self._of_authorities(self._schools)
            unknown = {""} if counted and not self._authorities else set()
            asked = {one for one, count in counted.items() if one and count >= _LEAST} or unknown
        else:
            return
        yield from (fault("W-NOLA", 0, "", one) for one in sorted(asked - self._authorities))

    def _nation_apart(self, release: str) -> Iterator[Fault]:
        for one in self._nation:
            stood = self._before.nation.get((release, one.code, one.year, one.measure, one.group))
            if stood is not None and one.value is not None and not _same(one, *stood):
                yield fault("W-NATION", 0, self._named(one), f"{one.raw}, before {stood[1]}")

    def _named(self, figure: Figure) -> str:
        """Return in words what a national figure is of."""
        measure, group = self._lists.measures.get(figure.measure), self._lists.groups.get(figure.group)
        parts = [measure.label if measure else figure.measure]
        if figure.group != ALL:
            parts.append(group.label if group else figure.group)
        parts.append(said_year(figure.year))
        return ", ".join((*parts, _NATIONS.get(figure.code, figure.code)))


_NOISE = 1e-9
_NATIONS = {"england": "state-funded schools", "england-all": "all schools"}


def _same(one: Figure, value: float, raw: str) -> bool:
    """Return whether two figures agree as far as the coarser of them goes."""
    coarsest = 10.0 ** -min(_decimals(one.raw), _decimals(raw))
    return one.value is not None and abs(one.value - value) <= coarsest / 2 + _NOISE


def _decimals(raw: str) -> int:
    return len(raw.strip().removesuffix("%").partition(".")[2])
