"""Results as charts, rows and sentences show them: figures, why there is none, and whom they stand beside."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.widgets.figure_chart import Beside, ChartPoint
from ui.widgets.gap_chart import GapRow
from visitapp.domain.published.measures import Measures
from visitapp.domain.published.series import REASONS, Gap, Point, Series, origin, said

OWN = "\u25c6"
"""What marks a figure somebody entered, in words and in charts."""


def chart_points(series: Series, *, marked: bool) -> tuple[ChartPoint, ...]:
    """Return the years of a chart; `marked` sets figures somebody entered apart from those published."""
    found = []
    for number, year in enumerate(series.years):
        point = series.school.get(year)
        follows = number > 0 and int(year) == int(series.years[number - 1]) + 1
        value = point.value if point is not None else None
        words = f"{value:.0f}" if value is not None else ""
        below = str(point.cohort) if point is not None and point.cohort else ""
        expected = point is not None and point.predicted
        own = marked and point is not None and point.typed
        found.append(ChartPoint(f"\u2019{year[2:]}", value, words, below, expected, follows, own))
    return tuple(found)


def chart_beside(series: Series) -> tuple[Beside, ...]:
    """Return the authority and the nation beside a school."""
    names = ((_tr("LA"), series.authority), (_tr("Nat."), series.nation))
    return tuple(
        Beside(label, tuple(points[year].value if year in points else None for year in series.years))
        for label, points in names
        if points
    )


def why_missing(series: Series) -> str:
    """Return in words the years of a series without a figure, empty when there is one for each."""
    known = [(year, series.school.get(year)) for year in series.years]
    missing = [(year, point.status) for year, point in known if point is not None and point.value is None]
    return "; ".join(f"{year}: {REASONS.get(status, _tr('not known'))}" for year, status in missing)


def gap_rows(gaps: Sequence[Gap], measures: Measures, measure: str, *, marked: bool) -> tuple[GapRow, ...]:
    """Return the rows of two groups; a distance only where both figures exist."""
    return tuple(_gap_row(one, measures, measure, marked) for one in gaps)


def gap_described(gaps: Sequence[Gap], measures: Measures, measure: str, groups: tuple[str, str]) -> str:
    """Return two groups in words: every year, how many pupils each is of, and the distance where there is one."""
    lines = []
    for one in gaps:
        parts = [
            f"{group} {said(point, measures, measure)}{_of(point)}{_origin(point)}"
            for group, point in zip(groups, (one.lower, one.upper), strict=True)
        ]
        gap = one.points
        lines.append(f"{one.year}: {', '.join(parts)}" + (f", {_tr('gap')} {gap:g}" if gap is not None else ""))
    return f"{'; '.join(lines)}." if lines else _tr("Nothing known yet.")


def _gap_row(gap: Gap, measures: Measures, measure: str, marked: bool) -> GapRow:
    lower, upper, points = gap.lower, gap.upper, gap.points
    below = _pupils(lower, upper, marked)
    if points is None or lower is None or upper is None:
        missing = [
            f"{words} {said(point, measures, measure)}"
            for words, point in ((_tr("disadv."), lower), (_tr("other"), upper))
            if point is not None and point.value is not None
        ]
        return GapRow(gap.year, None, None, below=", ".join(missing), words=REASONS.get(gap.why, _tr("not known")))
    return GapRow(
        gap.year,
        lower.value,
        upper.value,
        f"{lower.value:.0f}",
        f"{upper.value:.0f}",
        _tr("{points} pts").format(points=f"{points:g}".replace("-", "\u2212")),
        below,
    )


def _pupils(lower: Point | None, upper: Point | None, marked: bool) -> str:
    few, many = (one.cohort if one is not None else 0 for one in (lower, upper))
    pupils = _tr("{few} and {many} pupils").format(few=few, many=many) if few and many else ""
    is_own = marked and any(one is not None and one.typed for one in (lower, upper))
    return " ".join(filter(None, (OWN if is_own else "", pupils)))


def _origin(point: Point | None) -> str:
    return f", {origin(point)}" if point is not None and point.typed else ""


def _of(point: Point | None) -> str:
    return _tr(" of {count} pupils").format(count=point.cohort) if point is not None and point.cohort else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Results", text)
