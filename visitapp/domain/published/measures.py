"""What is measured of schools, and in which column of which published file it stands; all of it data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from visitapp.domain.published.scales import InspectionLists

ALL = "all"
"""The code of the group that is every pupil."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. `unit` is percent, score, points, pupils, rate or share; `least` and `most` what it can be;
    `better` says whether more is better ("more"), less is ("less"), or neither (empty)."""

    code: str
    label: str
    short: str
    unit: str
    stage: str = ""
    least: float | None = None
    most: float | None = None
    decimals: int = 0
    better: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of pupils figures are given for; `short` is what a narrow column has room for."""

    code: str
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What stands in a column: a measure of a group, and the column with the number of pupils it is of. `year` is
    how many years before the file's own it is about, or "3yr" for an average of three."""

    measure: str
    group: str = ALL
    cohort: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class TableShape:
    """How one published table is read. Column names are in small letters.

    `needs` are columns without which it is another table, `identity` those that hold no figure; a column named in
    neither is kept under its own name, so that nothing of a file is lost. `said` turns words of the table into codes,
    by column.
    """

    code: str
    title: str
    attribution: str
    needs: frozenset[str]
    identity: frozenset[str] = frozenset()
    columns: Mapping[str, Wanted] = field(default_factory=dict)
    symbols: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measures:
    """Every measure, group and table shape the program knows, by code."""

    version: str
    measures: Mapping[str, Measure]
    groups: Mapping[str, Group]
    shapes: Mapping[str, TableShape]
    inspections: InspectionLists | None = None
    """What is known of inspections, for the files that tell of them."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What else people call measures, by the name."""
    group_names: Mapping[str, str] = field(default_factory=dict)
    """What else people call groups, by the name."""
    stages: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Between which ages pupils are when a stage is measured; a stage that is not here is measured at any age."""

    def ages(self, code: str) -> tuple[int, int]:
        """Return between which ages pupils are when a measure is taken, (0, 0) when it is taken at any."""
        measure = self.measures.get(code)
        return self.stages.get(measure.stage, (0, 0)) if measure else (0, 0)

    def label(self, measure: str) -> str:
        """Return what a measure is called; a column kept under its own name is called that."""
        found = self.measures.get(measure)
        return found.label if found else measure.partition(":")[2].upper() or measure

    def group_label(self, group: str) -> str:
        """Return what a group is called."""
        found = self.groups.get(group)
        return found.label if found else group
