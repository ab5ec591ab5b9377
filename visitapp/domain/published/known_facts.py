"""Facts a report asks for that are known already, each with where it is from; a person decides on using them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from visitapp.domain.forms import field_value, long_date
from visitapp.domain.framework import Field
from visitapp.domain.published.charted import profile_figure
from visitapp.domain.published.history import Event
from visitapp.domain.published.scales import EXPECTED
from visitapp.domain.published.series import KnownFigures, Point
from visitapp.domain.record import VisitRecord

LAST_YEAR, THIS_YEAR = "last-year", "this-year"
INSPECTION_DAY, INSPECTION_OUTCOME = "inspection-day", "inspection-outcome"
"""What a fact may be known from besides the newest figure of its measure: the school year before the visit, what is
expected in that of the visit, and the newest inspection."""
_AUTUMN = 9


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact nobody has filled in: its key and label, what would stand there (`shown` in words), and where it is
    from, with the year or day."""

    key: str
    label: str
    value: str
    shown: str
    source: str


def known_facts(
    record: VisitRecord,
    figures: KnownFigures,
    register: Mapping[str, float],
    register_on: str,
    events: Iterable[Event],
) -> tuple[KnownFact, ...]:
    """Return the facts of the school that are known and not filled in, in the order of the form.

    `register` is by measure, as of the ISO day `register_on`; `events` are the inspections, the oldest first.
    """
    asked = [one for one in record.framework.school_facts if not field_value(record, one, _key(one))]
    last = next((one for one in reversed(tuple(events)) if one.on and one.sort != EXPECTED), None)
    found = []
    for one in asked:
        if one.known in (INSPECTION_DAY, INSPECTION_OUTCOME):
            told = _of_inspection(one, last)
        elif one.known:
            told = _of_year(one, record, figures)
        else:
            told = _newest(one, figures, register, register_on)
        found += [told] if told is not None else []
    return tuple(found)


def year_of_visit(record: VisitRecord) -> int:
    """Return the calendar year in which the school year of a visit ends, 0 when the visit has no day."""
    year, month = record.visit.starts_on[:4], record.visit.starts_on[5:7]
    return int(year) + (int(month) >= _AUTUMN) if year and month else 0


def _newest(field: Field, figures: KnownFigures, register: Mapping[str, float], register_on: str) -> KnownFact | None:
    found = profile_figure(field.measure, figures, {}, register, register_on) if field.measure else None
    if found is None or found.value is None:
        return None
    number = f"{found.value:g}"
    return KnownFact(_key(field), field.label, number, number, _source(found.source, found.year))


def _of_year(field: Field, record: VisitRecord, figures: KnownFigures) -> KnownFact | None:
    year = year_of_visit(record) - (field.known == LAST_YEAR)
    point = figures.series(field.measure, years=99).school.get(str(year))
    if point is None or point.value is None or point.predicted != (field.known == THIS_YEAR):
        return None
    number = f"{point.value:g}"
    return KnownFact(_key(field), field.label, number, number, _source(_said(point), point.year))


def _of_inspection(field: Field, event: Event | None) -> KnownFact | None:
    if event is None:
        return None
    source = event.source or "typed here"
    if field.known == INSPECTION_DAY:
        return KnownFact(_key(field), field.label, event.on, long_date(event.on), source)
    said = ", ".join(filter(None, (event.headline, event.concern)))
    return KnownFact(_key(field), field.label, said, said, f"{source}, {long_date(event.on)}")


def _said(point: Point) -> str:
    return (point.source or "entered here") if point.typed else ""


def _source(said: str, year: str) -> str:
    return ", ".join(filter(None, (said or "published", year)))


def _key(field: Field) -> str:
    return f"fact.{field.code}"
