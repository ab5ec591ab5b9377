"""Which published measures a visit is prepared with, and what is shown of them: a profile, and years of results."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from visitapp.domain.published.cells import number_in
from visitapp.domain.published.figures import AUTHORITY, ENTERED_HERE, NATION, SCHOOL
from visitapp.domain.published.measures import ALL
from visitapp.domain.published.series import Gap, KnownFigures, Point, Series
from visitapp.domain.visit import School

RESULTS = ("ks2-rwm-expected", "phonics-y1")
"""The measures shown year by year, of all pupils."""
GAP_MEASURE, GAP_LOWER, GAP_UPPER = "ks2-rwm-expected", "disadvantaged", "other"
"""The measure shown for two groups side by side."""
ROLL, CAPACITY = "roll", "capacity"
_WHOM = (SCHOOL, AUTHORITY, NATION)
_PROFILE = (
    (ROLL,),
    ("disadvantaged-share", "meals-ever6"),
    ("sen-support",),
    ("ehc-plans",),
    ("eal",),
    ("attendance", "absence-overall"),
    ("suspensions", "suspensions-rate"),
)
"""What a school is told by, each in the measures that may stand for it, the best first."""
_EVERY_YEAR = 99
_IN_CHARTS = frozenset({*((measure, ALL) for measure in RESULTS), (GAP_MEASURE, GAP_LOWER), (GAP_MEASURE, GAP_UPPER)})


@dataclass(frozen=True, slots=True)
class RegisterFigure:
    """A number of the register, and the ISO day it is of."""

    value: float
    on: str


@dataclass(frozen=True, slots=True)
class ProfileFigure:
    """One figure a school is told by; `value` is None when it is not known, `year` empty when nobody said it."""

    measure: str
    value: float | None = None
    year: str = ""
    source: str = ""


def register_figures(school: School) -> dict[str, RegisterFigure]:
    """Return the numbers the register gave of a school, by measure: the pupils of the day of their census where it
    says that, and the places of the day of the register itself."""
    said = school.register_details
    days = {ROLL: str(said.get("counted_on") or school.details_on), CAPACITY: school.details_on}
    return {
        code: RegisterFigure(float(value), day)
        for code, day in days.items()
        if isinstance(value := said.get(code), int)
    }


def profile_of(
    figures: KnownFigures, facts: Mapping[str, str], register: Mapping[str, RegisterFigure]
) -> tuple[ProfileFigure, ...]:
    """Return what a school is told by, in a fixed order: the newest figure known, else the fact somebody typed, else
    what the register says, which also speaks before a figure of an earlier year. `facts` and `register` are by
    measure."""
    return tuple(
        next(
            (found for code in codes if (found := profile_figure(code, figures, facts, register))),
            ProfileFigure(codes[0]),
        )
        for codes in _PROFILE
    )


def profile_figure(
    measure: str, figures: KnownFigures, facts: Mapping[str, str], register: Mapping[str, RegisterFigure]
) -> ProfileFigure | None:
    """Return what is known of one measure, or None."""
    latest, known = figures.latest(measure), register.get(measure)
    is_newer = known is not None and latest is not None and known.on[:4] > latest.year
    if latest is not None and latest.value is not None and not is_newer:
        return ProfileFigure(
            measure, latest.value, latest.year, latest.source or (ENTERED_HERE if latest.typed else "")
        )
    typed = number_in(facts.get(measure, ""))
    if typed is not None:
        return ProfileFigure(measure, typed)
    return ProfileFigure(measure, known.value, known.on[:4], "register") if known is not None else None


def results(figures: KnownFigures, measure: str, years: int) -> Series:
    """Return the last so many years with a result of the school, and the years after them it has a prediction for."""
    whole = figures.series(measure, ALL, _EVERY_YEAR)
    shown = _shown(whole.years, whole.school, years)
    return replace(
        whole,
        years=shown,
        school=_only(whole.school, shown),
        authority=_only(whole.authority, shown),
        nation=_only(whole.nation, shown),
    )


def result_gaps(figures: KnownFigures, years: int) -> tuple[Gap, ...]:
    """Return the gap between the two groups for the last so many years in which either is more than expected."""
    gaps = figures.gaps(GAP_MEASURE, GAP_LOWER, GAP_UPPER, _EVERY_YEAR)
    return tuple(one for one in gaps if not _is_expected(one))[-years:]


def others_entered(figures: KnownFigures) -> tuple[tuple[str, str, str, tuple[Point, ...]], ...]:
    """Return whom, measure, group and points of what somebody entered and no chart shows."""
    found = (one for one in figures.entered() if one[1:3] not in _IN_CHARTS or (one[0] != SCHOOL and one[2] != ALL))
    return tuple(sorted(found, key=lambda one: (one[1], one[2], _WHOM.index(one[0]))))


def sources_entered(figures: KnownFigures) -> tuple[str, ...]:
    """Return where figures that somebody entered were read, each once, with the years from first to last."""
    years: dict[str, set[str]] = {}
    for _, _, _, points in figures.entered():
        for one in points:
            years.setdefault(one.source, set()).add(one.year)
    return tuple(f"{source or 'source not said'} ({_span(of)})" for source, of in years.items())


def _span(years: set[str]) -> str:
    """Return years as one span where none between is missing, else each of them."""
    told = sorted(years)
    is_whole = (
        len(told) > 2 and all(one.isdecimal() for one in told) and int(told[-1]) - int(told[0]) == len(told) - 1
    )
    return f"{told[0]} to {told[-1]}" if is_whole else ", ".join(told)


def _is_expected(gap: Gap) -> bool:
    known = [one for one in (gap.lower, gap.upper) if one is not None]
    return bool(known) and all(one.predicted for one in known)


def _shown(years: tuple[str, ...], school: Mapping[str, Point], most: int) -> tuple[str, ...]:
    expected = {year for year, point in school.items() if point.predicted}
    told = [year for year in years if year not in expected]
    last = told[-1] if told else ""
    return (*told[-most:], *(year for year in years if year in expected and year > last))


def _only(points: Mapping[str, Point], years: tuple[str, ...]) -> Mapping[str, Point]:
    return {year: points[year] for year in years if year in points}
