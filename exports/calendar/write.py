"""A plan as a calendar file (iCalendar), read back before it is called whole."""

from collections.abc import Iterator
from datetime import UTC, datetime

from exports.calendar.lines import escaped, unescaped, unfolded, written
from exports.calendar.zone import LINES, NAME
from visitapp.domain.plan_calendar import Appointment, PlanCalendar
from visitapp.errors import ExportError

_LOCAL = "%Y%m%dT%H%M%S"
_MADE_BY = "-//Visitapp//Plan of a visit//EN"
_NOT_WHOLE = (
    "Your text is safe in Visitapp, but no calendar was written: read back, it did not hold every appointment. "
    "Write the one-page plan instead, and say that this happened."
)


def calendar_bytes(calendar: PlanCalendar) -> bytes:
    """Return a calendar file: an appointment for each activity in the United Kingdom's time, nobody invited.

    Raises ExportError unless every appointment is read back as it was.
    """
    content = written(_lines(calendar))
    if read_appointments(content) != calendar.appointments:
        raise ExportError(_NOT_WHOLE)
    return content


def read_appointments(content: bytes) -> tuple[Appointment, ...]:
    """Return the appointments of a calendar file as this module writes them."""
    found: list[Appointment] = []
    fields: dict[str, str] = {}
    inside = False
    for line in unfolded(content):
        name, _, value = line.partition(":")
        if line == "END:VEVENT":
            found.append(_appointment(fields))
            inside = False
        elif line == "BEGIN:VEVENT":
            fields, inside = {}, True
        elif inside:
            fields[name.partition(";")[0]] = value
    return tuple(found)


def _lines(calendar: PlanCalendar) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_MADE_BY}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    yield f"X-WR-CALNAME:{escaped(calendar.title)}"
    yield from LINES
    for one in calendar.appointments:
        yield from _event(calendar, one)
    yield "END:VCALENDAR"


def _event(calendar: PlanCalendar, one: Appointment) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(one.uid)}"
    yield f"SEQUENCE:{calendar.sequence}"
    yield f"DTSTAMP:{calendar.stamp.astimezone(UTC):{_LOCAL}}Z"
    yield f"DTSTART;TZID={NAME}:{one.starts:{_LOCAL}}"
    yield f"DTEND;TZID={NAME}:{one.ends:{_LOCAL}}"
    yield f"SUMMARY:{escaped(one.title)}"
    if one.place:
        yield f"LOCATION:{escaped(one.place)}"
    if one.says:
        yield f"DESCRIPTION:{escaped(one.says)}"
    yield from ("CLASS:PRIVATE", "TRANSP:OPAQUE", "END:VEVENT")


def _appointment(fields: dict[str, str]) -> Appointment:
    return Appointment(
        uid=unescaped(fields["UID"]),
        starts=datetime.strptime(fields["DTSTART"], _LOCAL),
        ends=datetime.strptime(fields["DTEND"], _LOCAL),
        title=unescaped(fields["SUMMARY"]),
        place=unescaped(fields.get("LOCATION", "")),
        says=unescaped(fields.get("DESCRIPTION", "")),
    )
