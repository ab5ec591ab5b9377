"""Tables of outcomes over some years, for one school or for all schools of an authority, as a committee reads them.

The shapes are those of the tables in an authority's report on key stage 2 (source 003, tables 1 to 9): a measure by
year beside the nation, schools on either side of a threshold, the gap between two groups, change between two years,
and days of support beside what changed. Every count says what it is of.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from visitapp.domain.published.figures import AUTHORITY, NATION, SCHOOL, Figure
from visitapp.domain.published.measures import ALL, Measures
from visitapp.domain.published.series import ENGLAND, REASONS

NOT_KNOWN = "not known"
_MOST_ROWS = 10
MAINSTREAM = 1.0
GROUPS_TOLD = (ALL, "disadvantaged", "other")
"""The groups that the tables are made from."""
_RECORD = "ks2-record"
_COMBINED = "ks2-rwm-expected"


@dataclass(frozen=True, slots=True)
class StoryTable:
    """One table: `note` says what its counts are of. Every cell is words; none is empty."""

    code: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """Days of support one school was given in the year that ended in `year`."""

    urn: str
    year: str
    days: float


class Story:
    """The figures of one authority, or of one school in it, ready to be put into tables."""

    def __init__(self, figures: Iterable[Figure], measures: Measures, authority: str, urn: str = "") -> None:
        self._measures = measures
        self._about, self._code = (SCHOOL, urn) if urn else (AUTHORITY, authority)
        self._known: dict[tuple[str, str, str, str, str], Figure] = {}
        self._mainstream: dict[str, set[str]] = {}
        for one in sorted(figures, key=lambda figure: not figure.again):
            self._known[one.about, one.code, one.measure, one.group, one.year] = one
            if one.measure == _RECORD and one.value == MAINSTREAM:
                self._mainstream.setdefault(one.year, set()).add(one.code)

    def years(self, measure: str = _COMBINED, most: int = 5) -> tuple[str, ...]:
        """Return the last so many years for which the measure is known here, the newest first."""
        found = {
            key[4] for key in self._known if key[:4] == (self._about, self._code, measure, ALL) and "-" not in key[4]
        }
        return tuple(sorted(found, reverse=True)[:most])

    def by_year(self, code: str, title: str, columns: Sequence[str], nation: str = _COMBINED) -> StoryTable:
        """Return measures by year with the nation's figure of one of them beside (tables 1 and 2)."""
        rows = tuple(
            (
                _academic(year),
                *(self._said(measure, ALL, year) for measure in columns),
                self._said(nation, ALL, year, NATION, ENGLAND),
            )
            for year in self.years(nation, _MOST_ROWS)
        )
        header = ("Year", *(self._short(one) for one in columns), f"{self._short(nation)}, England")
        return StoryTable(code, title, *_without_unknown(header, rows))

    def across_years(self, code: str, title: str, measures: Sequence[str]) -> StoryTable:
        """Return measures in rows, years in columns, and the nation for the last of them (tables 7 and 9)."""
        years = tuple(reversed(self.years(measures[0])))
        rows = tuple(
            (
                self._short(measure),
                *(self._said(measure, ALL, year) for year in years),
                self._said(measure, ALL, years[-1], NATION, ENGLAND) if years else NOT_KNOWN,
            )
            for measure in measures
        )
        last = f"England {_academic(years[-1])}" if years else "England"
        return StoryTable(code, title, ("Measure", *map(_academic, years), last), rows if years else ())

    def gap(self, code: str, title: str, measure: str, lower: str, upper: str) -> StoryTable:
        """Return two groups by year, and the gap where both figures exist, with the nation for the last (table 5)."""
        years = tuple(reversed(self.years(measure)))
        if not years:
            return StoryTable(code, title, ("Group", "England"), ())
        nation = (NATION, ENGLAND)
        rows = [
            (
                self._measures.group_label(group),
                *(self._said(measure, group, year, of_pupils=True) for year in years),
                self._said(measure, group, years[-1], *nation),
            )
            for group in (lower, upper)
        ]
        gaps = tuple(self._gap(measure, lower, upper, year, self._about, self._code) for year in years)
        rows.append(("Gap, points", *gaps, self._gap(measure, lower, upper, years[-1], *nation)))
        header = ("Group", *map(_academic, years), f"England {_academic(years[-1])}")
        return StoryTable(code, title, header, tuple(rows), "A gap is given only where both figures exist.")

    def beyond(
        self, code: str, title: str, threshold: float, *, at_least: bool, measure: str = _COMBINED
    ) -> StoryTable:
        """Return how many schools are at or above a threshold, or below it, by year (tables 3 and 4)."""
        years = tuple(reversed(self.years(measure)))
        counts, shares, bases = [], [], []
        for year in years:
            values = self._values(measure, year)
            count = sum((value >= threshold) == at_least for value in values.values())
            counts.append(str(count))
            shares.append(_share(count, len(values)))
            bases.append(str(len(values)))
        side = "at or above" if at_least else "below"
        rows = (
            (f"Schools {side} {_plain(threshold)} %", *counts),
            ("Share of schools", *shares),
            ("Schools with a figure", *bases),
        )
        return StoryTable(code, title, ("", *map(_academic, years)), rows if years else (), _BASE)

    def change(self, code: str, title: str, steps: Sequence[float], measure: str = _COMBINED) -> StoryTable:
        """Return how many schools rose by more than so many points between the last two years, and how many fell."""
        newest = self.years(measure, 2)
        if len(newest) < 2:
            return StoryTable(code, title, ("Change", "Schools", "Share"), ())
        after, before = newest
        changes = self._changes(measure, before, after)
        counted = [(f"Rose by more than {_plain(step)} points", sum(one > step for one in changes)) for step in steps]
        counted += [("Fell", sum(one < 0 for one in changes)), ("Stayed", sum(one == 0 for one in changes))]
        rows = tuple((words, str(count), _share(count, len(changes))) for words, count in counted)
        note = f"Of {len(changes)} schools with a figure in both {_academic(before)} and {_academic(after)}."
        return StoryTable(code, title, ("Change", "Schools", "Share"), rows, note)

    def support(
        self, code: str, title: str, given: Iterable[Support], threshold: float, rise: float, measure: str = _COMBINED
    ) -> StoryTable:
        """Return days of support for all schools, those below a threshold the year before, and those that rose by at
        least so many points, with the change beside (table 6)."""
        newest = self.years(measure, 2)
        if len(newest) < 2:
            return StoryTable(code, title, ("Days of support", "All schools"), ())
        after, before = newest
        days: dict[str, float] = {}
        for one in given:
            if one.year == after and one.urn in self._schools(after):
                days[one.urn] = days.get(one.urn, 0.0) + one.days
        was, now = self._values(measure, before), self._values(measure, after)
        moved = {urn: now[urn] - was[urn] for urn in was.keys() & now.keys()}
        groups = (
            ("All schools", set(days)),
            (f"Below {_plain(threshold)} % in {_academic(before)}", {u for u in days if was.get(u, 100) < threshold}),
            (f"Rose by {_plain(rise)} points or more", {u for u in days if moved.get(u, 0) >= rise}),
        )
        rows = (
            ("Days", *(_days(sum(days[urn] for urn in urns), len(urns)) for _, urns in groups)),
            ("Days a school", *(_mean([days[urn] for urn in urns], "days") for _, urns in groups)),
            ("Mean change", *(_mean([moved[urn] for urn in urns if urn in moved], "points") for _, urns in groups)),
        )
        note = f"Schools given support in {_academic(after)}. Beside each other is not because of each other."
        return StoryTable(code, title, ("Support", *(words for words, _ in groups)), rows, note)

    def _values(self, measure: str, year: str) -> Mapping[str, float]:
        found = ((urn, self._known.get((SCHOOL, urn, measure, ALL, year))) for urn in self._schools(year))
        return {urn: one.value for urn, one in found if one is not None and one.value is not None}

    def _schools(self, year: str) -> frozenset[str]:
        """Return the mainstream schools of a year; where its own file is not there, those of any year."""
        found = self._mainstream.get(year) or set().union(*self._mainstream.values())
        return frozenset(found)

    def _changes(self, measure: str, before: str, after: str) -> list[float]:
        was, now = self._values(measure, before), self._values(measure, after)
        return [now[urn] - was[urn] for urn in was.keys() & now.keys()]

    def _figure(self, measure: str, group: str, year: str, about: str, code: str) -> Figure | None:
        return self._known.get((about or self._about, code or self._code, measure, group, year))

    def _said(
        self, measure: str, group: str, year: str, about: str = "", code: str = "", *, of_pupils: bool = False
    ) -> str:
        one = self._figure(measure, group, year, about, code)
        if one is None:
            return NOT_KNOWN
        if one.value is None:
            return REASONS.get(one.status, NOT_KNOWN)
        known = self._measures.measures.get(measure)
        number = f"{one.value:.{known.decimals if known else 0}f}"
        return f"{number} (of {one.cohort:,})" if of_pupils and one.cohort else number

    def _gap(self, measure: str, lower: str, upper: str, year: str, about: str, code: str) -> str:
        below, above = (self._figure(measure, group, year, about, code) for group in (lower, upper))
        if below is None or above is None or below.value is None or above.value is None:
            return NOT_KNOWN
        return _plain(round(above.value - below.value, 6))

    def _short(self, measure: str) -> str:
        known = self._measures.measures.get(measure)
        return f"{known.short}, %" if known is not None and known.unit == "percent" else self._measures.label(measure)


_BASE = "Mainstream schools with a published figure; schools without one are in no count."


def key_stage_2(
    story: Story, threshold: float, given: Iterable[Support] = (), *, of_school: bool
) -> tuple[StoryTable, ...]:
    """Return the tables that have something to say, in order; counts over schools only for an authority."""
    expected = ("ks2-reading-expected", "ks2-writing-expected", "ks2-maths-expected", _COMBINED)
    higher = ("ks2-reading-higher", "ks2-writing-higher", "ks2-maths-higher", "ks2-rwm-higher")
    progress = ("ks2-reading-progress", "ks2-writing-progress", "ks2-maths-progress")
    tables = [
        story.by_year("expected", "Expected standard by year", (*expected, *progress)),
        story.by_year("higher", "Higher standard by year", higher, "ks2-rwm-higher"),
    ]
    if not of_school:
        tables += [
            story.beyond("below", f"Schools below {_plain(threshold)} %", threshold, at_least=False),
            story.beyond("eighty", "Schools at or above 80 %", 80, at_least=True),
            story.change("change", "Change between the last two years", (5, 10)),
        ]
    tables.append(story.gap("gap", "Disadvantaged and other pupils", _COMBINED, "disadvantaged", "other"))
    if not of_school:
        tables.append(story.support("support", "Support and change", given, threshold, 20))
    tables += [
        story.across_years("maths", "Mathematics", ("ks2-maths-expected", "ks2-maths-higher")),
        story.across_years(
            "english", "Reading and writing",
            ("ks2-reading-expected", "ks2-reading-higher", "ks2-writing-expected", "ks2-writing-higher"),
        ),
    ]  # fmt: skip
    return tuple(one for one in tables if one.rows)


def measures_told() -> tuple[str, ...]:
    """Return the measures that the tables are made from."""
    parts = {"ks2-reading": ("expected", "higher", "progress"), "ks2-writing": ("expected", "higher", "progress"),
             "ks2-maths": ("expected", "higher", "progress"), "ks2-rwm": ("expected", "higher")}  # fmt: skip
    return (_RECORD, *(f"{subject}-{one}" for subject, several in parts.items() for one in several))


def _without_unknown(
    header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Leave out the columns in which nothing is known for any year."""
    kept = [place for place in range(len(header)) if any(row[place] != NOT_KNOWN for row in rows)]
    return tuple(header[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in rows)


def _academic(year: str) -> str:
    return f"{int(year) - 1}/{year[2:]}" if year.isdecimal() and len(year) == 4 else year


def _plain(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _share(count: int, base: int) -> str:
    return f"{100 * count / base:.0f} % of {base}" if base else NOT_KNOWN


def _days(days: float, schools: int) -> str:
    return f"{days:,.1f} ({schools} school{'' if schools == 1 else 's'})".replace(".0 ", " ")


def _mean(values: Sequence[float], unit: str) -> str:
    if not values:
        return NOT_KNOWN
    return f"{sum(values) / len(values):.1f} {unit} (of {len(values)})"
