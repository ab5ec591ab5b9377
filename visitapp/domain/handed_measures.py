"""Every value of every indicator, as a list that is handed over; a programme without indicators has none."""

from visitapp.domain.evidence import Note
from visitapp.domain.followed import readings
from visitapp.domain.following import Reading
from visitapp.domain.forms import short_date
from visitapp.domain.framework import Aim, Indicator
from visitapp.domain.handed_lists import HandedList, Row
from visitapp.domain.measured import evidence_key
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import clean, first_words
from visitapp.domain.weighed import findings_bearing, notes_bearing

_HEADER = (
    "Aim", "Indicator", "Rhythm", "Day", "Target then", "Value", "Rating", "Reason", "Evidence for",
    "Evidence against",
)  # fmt: skip
_WORDS = 60


def measure_lists(record: VisitRecord, left_out: frozenset[str]) -> tuple[HandedList, ...]:
    """Return one list with a row for each value, and one for each indicator without; notes in `left_out` are counted,
    not named."""
    measures, asked = record.asked_of_any.measures, {one.code for one in record.framework.measures.indicators}
    rows = tuple(
        _row(record, aim, one, reading, left_out)
        for aim in measures.aims
        for one in measures.of_aim(aim.code)
        for reading in readings(record, one.code) or ((None,) if one.code in asked else ())
    )
    title = measures.title or "Indicators"
    return (HandedList("indicators", title, _HEADER, rows, (1, 3, 5), 0),) if rows else ()


def _row(
    record: VisitRecord, aim: Aim, indicator: Indicator, reading: Reading | None, left_out: frozenset[str]
) -> Row:
    measures, key = record.asked_of_any.measures, evidence_key(indicator.code)
    rating = measures.rating(reading.rating) if reading else None
    speaking = [*_notes(notes_bearing(record, key, against=False), left_out)]
    speaking += [first_words(one.text, _WORDS) for one in findings_bearing(record, key)]
    return (
        f"{aim.number} {aim.title}",
        indicator.title,
        measures.rhythm(indicator),
        short_date(reading.on) if reading else "",
        clean(reading.target) if reading and reading.target else indicator.target,
        clean(reading.value) if reading else "Not recorded",
        rating.label if rating else "Not rated",
        clean(reading.reason) if reading else "",
        ", ".join(speaking),
        ", ".join(_notes(notes_bearing(record, key, against=True), left_out)),
    )


def _notes(notes: tuple[Note, ...], left_out: frozenset[str]) -> list[str]:
    hidden = sum(one.id in left_out for one in notes)
    shown = [one.label for one in notes if one.id not in left_out]
    return [*shown, f"{hidden} private"] if hidden else shown
