"""Frameworks of inspection, each with its time, areas and scale. Words are ordered inside one scale only."""

from collections.abc import Mapping
from dataclasses import dataclass

GRADED, UNGRADED, MONITORING, REPORT_CARD, EXPECTED = "graded", "ungraded", "monitoring", "report-card", "expected"
"""Sorts of inspection; the last is one that is still to come."""

SAFEGUARDING, CONCERN = "safeguarding", "concern"
"""What is said beside the areas, by the codes under which it is called something."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Words in order, the best first. `spelt` has other spellings and numbers, in small letters, and the word each
    stands for; `nothing` what says that there is no grade."""

    code: str
    words: tuple[str, ...]
    spelt: Mapping[str, str]
    nothing: frozenset[str]

    def word(self, said: str) -> str | None:
        """Return the word of the scale for what was said, empty for no grade, None for what is not on the scale."""
        low = " ".join(said.lower().split())
        if low in self.nothing:
            return ""
        if low in self.spelt:
            return self.spelt[low]
        return next((word for word in self.words if word.lower() == low), None)

    def place(self, word: str) -> int:
        """Return where a word stands, 0 the best; behind all of them for a word that is not on this scale."""
        return self.words.index(word) if word in self.words else len(self.words)


@dataclass(frozen=True, slots=True)
class InspectionFramework:
    """How schools were inspected from `since` until `until` (ISO days, empty for no end).

    `label` says it beside a grade, `note` what its grades are ahead of an inspection, `short` what an ungraded one
    was called; `scale` and `safeguarding` are codes of scales, `areas` codes in the order of a report. `sort` is what
    a full inspection is. `typed_only` is for what no published file holds.
    """

    code: str
    label: str
    since: str
    until: str
    scale: str
    areas: tuple[str, ...]
    safeguarding: str = ""
    overall: bool = True
    sort: str = GRADED
    short: str = ""
    note: str = ""
    shows_safeguarding: bool = False
    typed_only: bool = False

    def holds(self, day: str) -> bool:
        """Return whether an inspection of that day was made under it."""
        return self.since <= day and (not self.until or day <= self.until)


@dataclass(frozen=True, slots=True)
class Area:
    """What was judged: its name, and a short one for within a sentence."""

    code: str
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Block:
    """The columns that tell of one inspection in a row: for each thing its headings, of which the first there is
    read. `sort` is what the inspection is unless its type says otherwise."""

    code: str
    sort: str
    columns: Mapping[str, tuple[str, ...]]
    areas: Mapping[str, tuple[str, ...]]
    dates: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class InspectionLists:
    """All that is known of inspections: frameworks oldest first, scales, areas, columns of files and their words."""

    version: str
    source: str
    scales: Mapping[str, Scale]
    frameworks: tuple[InspectionFramework, ...]
    areas: Mapping[str, Area]
    blocks: tuple[Block, ...]
    sorts: Mapping[str, str]
    """What each sort is called."""
    sort_words: Mapping[str, str]
    """Words in the type of an inspection and the sort they tell, the first found counts."""
    outcomes: Mapping[str, str]
    """Outcomes of ungraded inspections as files have them, in small letters, and in words."""
    concerns: Mapping[str, str]
    """Categories of concern as files have them, in small letters, and in words."""
    identity: frozenset[str]
    """Headings of columns that tell of the school, and are not read."""

    def framework(self, code: str) -> InspectionFramework | None:
        """Return a framework by its code."""
        return next((one for one in self.frameworks if one.code == code), None)

    def framework_on(self, day: str, judged: frozenset[str] = frozenset()) -> InspectionFramework | None:
        """Return the framework of a day; where two could be, or no day is known, the latest with the areas judged."""
        known = [one for one in self.frameworks if not one.typed_only]
        fitting = [one for one in known if judged <= {*one.areas, SAFEGUARDING}] if judged else known
        on_day = [one for one in fitting if one.holds(day)]
        if on_day:
            return on_day[-1]
        return fitting[-1] if fitting and judged else next((one for one in known if one.holds(day)), None)

    def scale_of(self, framework: str, area: str = "") -> Scale | None:
        """Return the scale on which a framework judged an area, or the whole."""
        found = self.framework(framework)
        if found is None:
            return None
        return self.scales.get(found.safeguarding if area == SAFEGUARDING else found.scale)

    def area_of(self, framework: str, label: str) -> str:
        """Return the code of an area by what it is called, its own words when it is called nothing known."""
        low, found = " ".join(label.lower().split()), self.framework(framework)
        codes = (*(found.areas if found else ()), SAFEGUARDING, CONCERN, *self.areas)
        named = (code for code in codes if code in self.areas)
        return next(
            (one for one in named if low in (self.areas[one].label.lower(), self.areas[one].short.lower())),
            label.strip(),
        )
