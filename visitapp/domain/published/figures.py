"""One figure of a published table, with its status: a figure that is missing says why, and is never 0 or blank."""

from dataclasses import dataclass

SCHOOL, AUTHORITY, REGION, NATION = "school", "authority", "region", "nation"
"""Whom a figure is about."""

ENTERED_HERE = "entered here"
"""What is said of a figure or an inspection that somebody entered without saying where it is from."""

OK = "ok"
SUPPRESSED = "suppressed"
NOT_APPLICABLE = "not-applicable"
NOT_AVAILABLE = "not-available"
NO_ENTRIES = "no-entries"
NOT_PUBLISHED = "not-published"
NEW_SCHOOL = "new-school"
LOW_COVERAGE = "low-coverage"
ROUNDS_TO_NOTHING = "rounds-to-nothing"
"""More than nothing and less than half of the last digit."""
LOW_RELIABILITY = "low-reliability"
BLANK = "blank"
BAD = "bad"
"""Something stands there that no list of codes knows and that is no number."""

WITH_VALUE = frozenset({OK, LOW_RELIABILITY})
"""The statuses under which there is a number."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a file gives it.

    `code` says of whom: a URN, a three-digit authority code, the name of a region, or "england" (state-funded
    schools) and "england-all". `year` is the calendar year in which the academic year ends, as text ("2025" for
    2024/25), or two of them for an average ("2017-2019"). `measure` and `group` are codes of the measures' list.
    `value` is None unless `status` is one of `WITH_VALUE`; `raw` is what stood in the file; `cohort` how many pupils
    it is of, 0 when the file does not say. `again` says that a file of a later year repeats it: where there is the
    year's own file, that one speaks. `batch` is the id of the file it is from, where that was asked for.
    """

    about: str
    code: str
    year: str
    measure: str
    group: str
    value: float | None
    status: str
    raw: str
    cohort: int = 0
    again: bool = False
    batch: str = ""
