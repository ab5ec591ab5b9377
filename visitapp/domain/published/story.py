"""Figures over some years of one school, or of all schools of an authority, as the tables a committee reads.

The shapes are those of the tables in an authority's report on key stage 2 (its tables 1 to 9): a measure by
year beside the nation, schools on either side of a threshold, the gap between two groups, change between two years,
and days of support beside what changed. Every count says what it is of.
"""

from collections.abc import Iterable, Mapping, Sequence

from visitapp.domain.published.figures import AUTHORITY, NATION, SCHOOL, Figure
from visitapp.domain.published.measures import ALL, Measures
from visitapp.domain.published.series import ENGLAND, REASONS
from visitapp.domain.published.story_origin import where_from
from visitapp.domain.published.story_table import (
    COMBINED,
    DASH,
    UNKNOWN,
    StoryCell,
    StoryTable,
    Support,
    label,
    plain,
    tells,
)
from visitapp.domain.school_year import said_year

RECORD = "ks2-record"
_MAINSTREAM = 1.0
_MOST_ROWS, _MOST_COLUMNS = 10, 5
Place = tuple[str, str]
_NATION: Place = (NATION, ENGLAND)


class Story:
    """The figures of one authority, or of one school in it, ready to be put into tables."""

    def __init__(
        self,
        figures: Iterable[Figure],
        measures: Measures,
        authority: str,
        urn: str = "",
        titles: Mapping[str, str] | None = None,
    ) -> None:
        """`titles` say what kind of table a file is, by its id."""
        self._measures, self._titles = measures, titles or {}
        self._authority: Place = (AUTHORITY, authority)
        self._here: Place = (SCHOOL, urn) if urn else self._authority
        self._known: dict[tuple[Place, str, str, str], Figure] = {}
        self._mainstream: dict[str, set[str]] = {}
        self._used: set[str] = set()
        for one in sorted(figures, key=lambda figure: not figure.again):
            self._known[(one.about, one.code), one.measure, one.group, one.year] = one
            if one.measure == RECORD and one.value == _MAINSTREAM:
                self._mainstream.setdefault(one.year, set()).add(one.code)

    @property
    def urn(self) -> str:
        """Return the number of the school the tables are of; empty for those of an authority."""
        return self._here[1] if self._here[0] == SCHOOL else ""

    def by_year(self, code: str, title: str, measures: Sequence[str], beside: str = "") -> StoryTable:
        """Return measures by year, with the authority's (of a school) and the nation's figure of one beside."""
        years = self._years(measures)
        others = self._beside() if beside else {}
        rows = tuple(
            (
                label(said_year(year)),
                *(self._cell(measure, ALL, year, self._here) for measure in measures),
                *(self._cell(beside, ALL, year, place) for place in others.values()),
            )
            for year in years[:_MOST_ROWS]
        )
        header = ("Year", *map(self._short, measures), *(f"{name}: {self._short(beside)}" for name in others))
        return self._finished(code, title, header, rows, (measures, (ALL,)))

    def across_years(self, code: str, title: str, measures: Sequence[str]) -> StoryTable:
        """Return measures in rows, years in columns, and the nation for the last of them."""
        years = tuple(reversed(self._years(measures)[:_MOST_COLUMNS]))
        rows = tuple(
            (
                label(self._short(measure)),
                *(self._cell(measure, ALL, year, self._here) for year in years),
                *(self._cell(measure, ALL, year, _NATION) for year in years[-1:]),
            )
            for measure in (measures if years else ())
        )
        header = ("Measure", *map(said_year, years), *(f"England {said_year(year)}" for year in years[-1:]))
        return self._finished(code, title, header, rows, (measures, (ALL,)))

    def gap(self, code: str, title: str, measure: str, lower: str, upper: str) -> StoryTable:
        """Return two groups by year and the gap where both figures exist, with the nation's beside."""
        groups = (lower, upper)
        rows = tuple(
            (label(said_year(year)), *self._gap(measure, groups, year, self._here, True),
             *self._gap(measure, groups, year, _NATION, False))
            for year in self._years((measure,), groups)[:_MOST_ROWS]
        )  # fmt: skip
        names = (*(f"{self._measures.groups[group].short}, %" for group in groups), "Gap, points")
        header = ("Year", *names, *(f"England: {name[0].lower()}{name[1:]}" for name in names))
        note = f"{self._measures.label(measure)}. A gap is given only where both figures exist."
        return self._finished(code, title, header, rows, ((measure,), groups), note)

    def year_on_year(self, code: str, title: str, given: Iterable[Support], measure: str = COMBINED) -> StoryTable:
        """Return a measure by year, by how many points it changed since the year before, and days of support."""
        days: dict[str, float] = {}
        for one in given:
            if one.urn == self.urn:
                days[one.year] = days.get(one.year, 0.0) + one.days
        rows = tuple(
            (
                label(said_year(year)),
                self._cell(measure, ALL, year, self._here),
                self._change(measure, year),
                StoryCell(plain(days[year]), days[year]) if year in days else UNKNOWN,
            )
            for year in self._years((measure,))[:_MOST_ROWS]
        )
        header = ("Year", self._short(measure), "Change on the year before, points", "Days of support")
        note = "Few pupils make large changes: read each with the number of pupils."
        if days:
            note += " Beside each other is not because of each other."
        return self._finished(code, title, header, rows, ((measure,), (ALL,)), note)

    def school_years(self, measure: str = COMBINED) -> tuple[str, ...]:
        """Return the years for which there are figures of mainstream schools, the newest first."""
        schools = frozenset().union(*self._mainstream.values())
        found = {
            year
            for (place, known, group, year), one in self._known.items()
            if known == measure and group == ALL and one.value is not None and "-" not in year
            and place[0] == SCHOOL and place[1] in schools
        }  # fmt: skip
        return tuple(sorted(found, reverse=True))

    def school_values(self, year: str, measure: str = COMBINED) -> Mapping[str, float]:
        """Return the figure of every mainstream school that has one, by its URN."""
        found = ((urn, self._known.get(((SCHOOL, urn), measure, ALL, year))) for urn in self.schools(year))
        known = {urn: (one.value, one.batch) for urn, one in found if one is not None and one.value is not None}
        self._used.update(batch for _, batch in known.values())
        return {urn: value for urn, (value, _) in known.items()}

    def schools(self, year: str) -> frozenset[str]:
        """Return the mainstream schools of a year; where its own file is not there, those of any year."""
        found = self._mainstream.get(year) or set().union(*self._mainstream.values())
        return frozenset(found)

    def files(self) -> frozenset[str]:
        """Return the ids of the files that the tables made so far are from."""
        return frozenset(self._used)

    def is_repeated(self, year: str) -> bool:
        """Return whether the schools of a year are known only from a file of a later one."""
        return year not in self._mainstream

    def _beside(self) -> dict[str, Place]:
        return ({"Authority": self._authority} if self.urn else {}) | {"England": _NATION}

    def _years(self, measures: Sequence[str], groups: Sequence[str] = (ALL,)) -> tuple[str, ...]:
        """Return the years any of these tells something here, the newest first."""
        found = {
            year
            for (place, measure, group, year), one in self._known.items()
            if place == self._here and measure in measures and group in groups and "-" not in year and tells(one)
        }
        return tuple(sorted(found, reverse=True))

    def _cell(self, measure: str, group: str, year: str, place: Place, *, pupils: bool = False) -> StoryCell:
        one = self._known.get((place, measure, group, year))
        if one is None or (one.value is None and not tells(one)):
            return UNKNOWN
        self._used.add(one.batch)
        if one.value is None:
            return StoryCell(REASONS.get(one.status, DASH))
        known = self._measures.measures.get(measure)
        number = f"{one.value:.{known.decimals if known else 0}f}"
        of = one.cohort if pupils or place[0] == SCHOOL else 0
        return StoryCell(f"{number} (of {of:,})" if of else number, float(number), of)

    def _gap(
        self, measure: str, groups: Sequence[str], year: str, place: Place, pupils: bool
    ) -> tuple[StoryCell, StoryCell, StoryCell]:
        lower, upper = (self._cell(measure, group, year, place, pupils=pupils) for group in groups)
        if lower.number is None or upper.number is None:
            return lower, upper, UNKNOWN
        points = round(upper.number - lower.number, 1)
        return lower, upper, StoryCell(plain(points), points)

    def _change(self, measure: str, year: str) -> StoryCell:
        before, after = (self._cell(measure, ALL, one, self._here).number for one in (str(int(year) - 1), year))
        if before is None or after is None:
            return UNKNOWN
        points = round(after - before, 1)
        return StoryCell(f"{'+' if points > 0 else ''}{plain(points)}", points)

    def _short(self, measure: str) -> str:
        known = self._measures.measures.get(measure)
        if known is None:
            return self._measures.label(measure)
        return f"{known.short}, %" if known.unit == "percent" else known.short

    def _finished(
        self,
        code: str,
        title: str,
        header: tuple[str, ...],
        rows: tuple[tuple[StoryCell, ...], ...],
        shown: tuple[Sequence[str], Sequence[str]],
        note: str = "",
    ) -> StoryTable:
        """Return a table without the columns in which nothing is known, and with all its note has to say."""
        kept = [at for at in range(len(header)) if any(row[at] != UNKNOWN for row in rows)]
        rows = tuple(tuple(row[at] for at in kept) for row in rows)
        cells = [cell for row in rows for cell in row]
        parts = (
            note,
            "In brackets: of how many pupils, where a file says." if any(cell.of for cell in cells) else "",
            "A dash: neither known nor to be worked out from the files that were read in."
            if UNKNOWN in cells
            else "",
            *self._where_from(*shown),
        )
        return StoryTable(code, title, tuple(header[at] for at in kept), rows, " ".join(filter(None, parts)))

    def _where_from(self, measures: Sequence[str], groups: Sequence[str]) -> Iterable[str]:
        years = self._years(measures, groups)[:_MOST_ROWS]
        asked: dict[str, list[Figure]] = {}
        for (place, measure, group, year), one in self._known.items():
            if place == self._here and measure in measures and group in groups and years and year >= years[-1]:
                asked.setdefault(year, []).append(one)
        return where_from(years, asked, self._titles)
