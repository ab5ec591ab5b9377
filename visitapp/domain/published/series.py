"""Figures of one measure year by year: school, authority and nation side by side, and gaps where both sides exist."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from visitapp.domain.preparing import KnownFigure
from visitapp.domain.published.cells import number_in
from visitapp.domain.published.figures import (
    AUTHORITY,
    BAD,
    BLANK,
    ENTERED_HERE,
    LOW_RELIABILITY,
    NATION,
    OK,
    SCHOOL,
    WITH_VALUE,
    Figure,
)
from visitapp.domain.published.measures import ALL, Measures

ENGLAND = "england"


@dataclass(frozen=True, slots=True)
class Point:
    """What is known for one year: a value or why there is none, of how many pupils, and whether it is only expected.

    `typed` says that a person entered it, `source` where it is from in their words.
    """

    year: str
    value: float | None
    status: str
    cohort: int = 0
    predicted: bool = False
    typed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One measure of one group, by year from the first to the last: of the school, its authority and the nation."""

    measure: str
    group: str
    years: tuple[str, ...]
    school: Mapping[str, Point]
    authority: Mapping[str, Point]
    nation: Mapping[str, Point]

    @property
    def is_empty(self) -> bool:
        """Return whether nothing at all is known."""
        return not (self.school or self.authority or self.nation)


@dataclass(frozen=True, slots=True)
class Gap:
    """The distance between two groups in one year, in points; None unless both figures exist."""

    year: str
    lower: Point | None
    upper: Point | None

    @property
    def points(self) -> float | None:
        """Return by how much the second lies above the first, or None when either is missing."""
        if self.lower is None or self.upper is None or self.lower.value is None or self.upper.value is None:
            return None
        return round(self.upper.value - self.lower.value, 6)

    @property
    def why(self) -> str:
        """Return the status that keeps the gap from being known, empty when it is known."""
        for point in (self.lower, self.upper):
            if point is None:
                return BLANK
            if point.value is None:
                return point.status
        return ""


class KnownFigures:
    """Every figure known for one visit: those published of the school and those somebody typed.

    `codes` are the school's URNs, the present one first: a year of an earlier one is taken only when the present one
    has none, and they are never summed. `authority` is a three-digit code.
    """

    def __init__(
        self, published: Iterable[Figure], typed: Iterable[KnownFigure], codes: Sequence[str], authority: str
    ) -> None:
        self._points: dict[tuple[str, str, str], dict[str, Point]] = {}
        ranked = {(SCHOOL, code): place for place, code in enumerate(codes)}
        wanted = {(AUTHORITY, authority): 0, (NATION, ENGLAND): 0} | ranked
        found = [one for one in published if (one.about, one.code) in wanted]
        for one in sorted(found, key=lambda figure: (-wanted[figure.about, figure.code], not figure.again)):
            known = self._points.setdefault((one.about, one.measure, one.group), {})
            if one.status not in (BLANK, BAD):
                known[one.year] = _better(known.get(one.year), Point(one.year, one.value, one.status, one.cohort))
        for entered in typed:
            point = typed_point(entered)
            if point is not None and not entered.deleted:
                self._points.setdefault((entered.about, entered.measure, entered.group), {})[point.year] = point

    def series(self, measure: str, group: str = ALL, years: int = 5, nation_group: str = "") -> Series:
        """Return the last so many years for which anything is known of the school, else of the others.

        `nation_group` is the sort of school the nation is shown for, where files give it by sort.
        """
        school = self._of(SCHOOL, measure, group)
        authority = self._of(AUTHORITY, measure, group) or self._of(AUTHORITY, measure, nation_group)
        nation = self._of(NATION, measure, group) or self._of(NATION, measure, nation_group)
        shown = _last(school or {**authority, **nation}, years)
        return Series(measure, group, shown, _only(school, shown), _only(authority, shown), _only(nation, shown))

    def gaps(self, measure: str, lower: str, upper: str, years: int = 5, about: str = SCHOOL) -> tuple[Gap, ...]:
        """Return the gap between two groups for the last so many years in which either is known or said missing."""
        below, above = self._of(about, measure, lower), self._of(about, measure, upper)
        return tuple(Gap(year, below.get(year), above.get(year)) for year in _last({**below, **above}, years))

    def latest(self, measure: str, group: str = ALL) -> Point | None:
        """Return the newest figure of the school that is more than expected, or None."""
        known = [
            one for one in self._of(SCHOOL, measure, group).values() if not one.predicted and "-" not in one.year
        ]
        return max(known, key=lambda one: one.year, default=None)

    def entered(self) -> tuple[tuple[str, str, str, tuple[Point, ...]], ...]:
        """Return whom (school, authority or nation), measure, group and points of all that somebody entered, the
        years in order."""
        found = (
            (*key, tuple(points[year] for year in sorted(points) if points[year].typed))
            for key, points in self._points.items()
        )
        return tuple(one for one in found if one[3])

    @property
    def has_published(self) -> bool:
        """Whether any figure of the school, the authority or the nation was published rather than entered."""
        return any(not one.typed for points in self._points.values() for one in points.values())

    def _of(self, about: str, measure: str, group: str) -> Mapping[str, Point]:
        return self._points.get((about, measure, group), {}) if group else {}


def typed_point(figure: KnownFigure) -> Point | None:
    """Return what somebody typed as a point; None when it is neither a number nor a reason."""
    value = number_in(figure.value)
    status = figure.status or (OK if value is not None else "")
    if not status:
        return None
    return Point(
        figure.year,
        value if status in WITH_VALUE else None,
        status,
        figure.cohort,
        figure.predicted,
        True,
        figure.source,
    )


def said(point: Point | None, measures: Measures, measure: str) -> str:
    """Return a figure in words, with its unit; why there is none, where there is none."""
    if point is None:
        return "not known"
    if point.value is None:
        return REASONS.get(point.status, "not known")
    known = measures.measures.get(measure)
    unit = " %" if known is not None and known.unit in ("percent", "share") else ""
    number = f"{point.value:.{known.decimals if known is not None else 0}f}"
    doubt = ", low reliability" if point.status == LOW_RELIABILITY else ""
    return f"{number}{unit}{doubt}"


REASONS = {
    "suppressed": "suppressed, too few pupils",
    "not-applicable": "does not apply",
    "not-available": "not available",
    "no-entries": "no entries",
    "not-published": "not published",
    "new-school": "new school, no results yet",
    "low-coverage": "too few pupils covered",
    "rounds-to-nothing": "more than 0, rounds to 0",
    "blank": "not in the file",
    "bad": "not readable in the file",
}
"""Why there is no figure, in words."""


def described(series: Series, measures: Measures) -> str:
    """Return a chart in words: every year, the cohort beside each figure, and whom it stands beside."""
    lines = []
    for year in series.years:
        school = series.school.get(year)
        of = f" of {school.cohort} pupils" if school is not None and school.cohort else ""
        expected = " expected" if school is not None and school.predicted else ""
        entered = f", {origin(school)}" if school is not None and school.typed else ""
        beside = [
            f"{name} {said(points[year], measures, series.measure)}"
            + (f", {origin(points[year])}" if points[year].typed else "")
            for name, points in (("authority", series.authority), ("England", series.nation))
            if year in points
        ]
        also = f" ({', '.join(beside)})" if beside else ""
        lines.append(f"{year}: {said(school, measures, series.measure)}{of}{expected}{entered}{also}")
    head = f"{measures.label(series.measure)}, {measures.group_label(series.group).lower()}"
    return f"{head}. {'; '.join(lines)}." if lines else f"{head}: nothing known yet."


def origin(point: Point) -> str:
    """Return in words where a figure that somebody entered is from, empty for a published one."""
    if not point.typed:
        return ""
    return f"{ENTERED_HERE}, from {point.source}" if point.source else f"{ENTERED_HERE}, source not said"


def _better(before: Point | None, after: Point) -> Point:
    """Return which of two figures speaks: the later one, unless only the earlier says how many pupils it is of."""
    if before is not None and before.cohort and not after.cohort and before.value == after.value:
        return before
    return after


def _last(points: Mapping[str, Point], years: int) -> tuple[str, ...]:
    single = sorted(year for year in points if "-" not in year)
    return tuple(single[-years:])


def _only(points: Mapping[str, Point], years: Sequence[str]) -> Mapping[str, Point]:
    return {year: points[year] for year in years if year in points}
