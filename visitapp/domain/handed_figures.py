"""Every figure somebody typed for a visit, as a list that is handed over: what is measured in words, codes beside."""

from visitapp.domain.forms import short_date
from visitapp.domain.handed_lists import HandedList, Row
from visitapp.domain.preparing import KnownFigure
from visitapp.domain.published.figures import AUTHORITY, NATION, SCHOOL
from visitapp.domain.published.measures import Measures
from visitapp.domain.published.series import REASONS
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import clean

_TITLE = "Figures typed for the visit"
_HEADER = (
    "Whose", "Measure", "Group", "Year", "Figure", "Pupils", "Result or expected", "Source", "Typed on",
    "Code of the measure", "Code of the group",
)  # fmt: skip
_WHOSE = {SCHOOL: "The school", AUTHORITY: "Its authority", NATION: "England"}


def figure_lists(record: VisitRecord, measures: Measures | None) -> tuple[HandedList, ...]:
    """Return one list with a row for each figure; a measure nobody knows any more is called by its code."""
    found = sorted(
        record.living("figure"),
        key=lambda one: (_place(one), one.measure, one.group, one.year, one.predicted, one.id),
    )
    rows = tuple(_row(one, measures) for one in found)
    return (HandedList("figures", _TITLE, _HEADER, rows, (1,), 0),) if rows else ()


def _row(one: KnownFigure, measures: Measures | None) -> Row:
    return (
        _WHOSE.get(one.about, one.about),
        measures.label(one.measure) if measures else one.measure,
        measures.group_label(one.group) if measures else one.group,
        one.year,
        clean(one.value) or REASONS.get(one.status, one.status),
        str(one.cohort or ""),
        "Expected" if one.predicted else "Result",
        clean(one.source),
        short_date(one.typed_on),
        one.measure,
        one.group,
    )


def _place(one: KnownFigure) -> tuple[int, str]:
    return (list(_WHOSE).index(one.about) if one.about in _WHOSE else len(_WHOSE), one.about)
