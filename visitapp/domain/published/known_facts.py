"""Facts a report asks for that are known already, each with where it is from; a person decides on using them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from visitapp.domain.forms import field_value, long_date
from visitapp.domain.framework import Field
from visitapp.domain.published.charted import RegisterFigure, profile_figure
from visitapp.domain.published.figures import ENTERED_HERE
from visitapp.domain.published.history import Event
from visitapp.domain.published.scales import EXPECTED
from visitapp.domain.published.series import KnownFigures, Point
from visitapp.domain.record import VisitRecord
from visitapp.domain.school_year import school_year_of

LAST_YEAR, THIS_YEAR = "last-year", "this-year"
INSPECTION_DAY, INSPECTION_OUTCOME = "inspection-day", "inspection-outcome"
"""What a fact may be known from besides the newest figure of its measure: the school year before the visit, what is
expected in that of the visit, and the newest inspection."""


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
    record: VisitRecord, figures: KnownFigures, register: Mapping[str, RegisterFigure], events: Iterable[Event]
) -> tuple[KnownFact, ...]:
    """Return the facts of the school that are known and not filled in, in the order of the form.

    `register` is by measure; `events` are the inspections, the oldest first.
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
            told = _newest(one, figures, register)
        found += [told] if told is not None else []
    return tuple(found)


def _newest(field: Field, figures: KnownFigures, register: Mapping[str, RegisterFigure]) -> KnownFact | None:
    found = profile_figure(field.measure, figures, {}, register) if field.measure else None
    if found is None or found.value is None:
        return None
    number = f"{found.value:g}"
    return KnownFact(_key(field), field.label, number, number, _source(found.source, found.year))


def _of_year(field: Field, record: VisitRecord, figures: KnownFigures) -> KnownFact | None:
    year = school_year_of(record.visit.starts_on)
    if not year:
        return None
    wanted = str(int(year) - (field.known == LAST_YEAR))
    point = figures.series(field.measure, years=99).school.get(wanted)
    if point is None or point.value is None or point.predicted != (field.known == THIS_YEAR):
        return None
    number = f"{point.value:g}"
    return KnownFact(_key(field), field.label, number, number, _source(_said(point), point.year))


def _of_inspection(field: Field, event: Event | None) -> KnownFact | None:
    if event is None:
        return None
    source = event.source or ENTERED_HERE
    if field.known == INSPECTION_DAY:
        return KnownFact(_key(field), field.label, event.on, long_date(event.on), source)
    said = ", ".join(filter(None, (event.headline, event.concern)))
    return KnownFact(_key(field), field.label, said, said, f"{source}, {long_date(event.on)}")


def _said(point: Point) -> str:
    return (point.source or ENTERED_HERE) if point.typed else ""


def _source(said: str, year: str) -> str:
    return ", ".join(filter(None, (said or "published", year)))


def _key(field: Field) -> str:
    return f"fact.{field.code}"
