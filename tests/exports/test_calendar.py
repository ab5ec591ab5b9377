"""A plan as a calendar file: read by another program's reader, at the right hour on both sides of a clock change."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from sample_records import changed, told

from exports.calendar import write
from exports.calendar.lines import LONGEST, escaped, unescaped, unfolded, written
from exports.calendar.write import calendar_bytes, read_appointments
from visitapp.domain.plan_calendar import Appointment, PlanCalendar, plan_calendar
from visitapp.errors import ExportError

STAMP = datetime(2025, 11, 11, 8, 30, tzinfo=UTC)


def events(content):
    return list(Calendar.from_ical(content).walk("VEVENT"))


def of(record, sequence=0):
    return calendar_bytes(plan_calendar(record, sequence, STAMP))


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        ("2025-03-28", 0),
        ("2025-03-29", 0),
        ("2025-03-31", 1),
        ("2025-06-20", 1),
        ("2025-10-24", 1),
        ("2025-10-27", 0),
        ("2025-12-01", 0),
        ("2031-03-31", 1),
    ],
)
def test_the_hour_is_right_on_both_sides_of_a_clock_change(day, offset):
    record = changed(told("sallowfield"), "visit", told("sallowfield").visit_id, starts_on=day, ends_on=day)
    first = events(of(record))[0]
    starts = first.decoded("DTSTART")
    assert (starts.hour, starts.minute) == (8, 45)
    assert starts.utcoffset().total_seconds() == offset * 3600
    assert starts.astimezone(UTC).hour == 8 - offset
    assert starts.date().isoformat() == day


def test_a_visit_over_the_clock_change_keeps_its_hours():
    record = told("quillmoor")
    record = changed(record, "visit", record.visit_id, starts_on="2025-10-25", ends_on="2025-10-27")
    found = {
        (one.decoded("DTSTART").date().day, one.decoded("DTSTART").utcoffset().seconds) for one in events(of(record))
    }
    assert found == {(25, 3600), (26, 0), (27, 0)}


def test_the_zone_is_told_by_rules_from_1970_and_never_by_single_changes():
    content = of(told("sallowfield")).decode()
    assert "RDATE" not in content
    assert content.count("RRULE:FREQ=YEARLY") == 2
    assert "DTSTART:19700329T010000" in content
    assert "METHOD:PUBLISH" in content


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_there_is_one_appointment_an_activity_and_none_is_invited(code):
    record = told(code)
    found = events(of(record, 3))
    assert len(found) == sum(not slot.part_of for slot in record.slots)
    for one in found:
        assert str(one["CLASS"]) == "PRIVATE"
        assert int(one["SEQUENCE"]) == 3
        assert "ATTENDEE" not in one
        assert "ORGANIZER" not in one
        assert one.decoded("DTSTAMP") == STAMP


def test_an_appointment_keeps_its_name_from_one_sending_to_the_next():
    record = told("sallowfield")
    walk = next(slot for slot in record.slots if slot.activity == "learning-walk")
    later = changed(record, "slot", walk.id, starts=walk.starts + 15)
    assert [str(one["UID"]) for one in events(of(record, 0))] == [str(one["UID"]) for one in events(of(later, 1))]


@pytest.mark.parametrize("code", ["sallowfield", "quillmoor"])
def test_no_finding_and_no_note_is_in_it(code):
    record = told(code)
    content = "".join(unfolded(of(record)))
    for one in (*record.findings(), *record.notes):
        assert escaped(one.text) not in content


def test_every_line_is_short_enough_and_ends_as_it_must():
    slot = next(slot for slot in told("sallowfield").slots if not slot.part_of)
    record = changed(told("sallowfield"), "slot", slot.id, title="Ünïcödé \u2713 " * 40, people="a;b,c\\d")
    content = of(record)
    assert all(len(line) <= LONGEST for line in content.split(b"\r\n"))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    first = events(content)[0]
    assert str(first["SUMMARY"]).startswith("Ünïcödé \u2713 ")
    assert "a;b,c\\d" in str(first["DESCRIPTION"])


@given(st.text())
def test_any_text_comes_back_as_it_went(text):
    plain = unescaped(escaped(text))
    assert unescaped(escaped(plain)) == plain
    assert unfolded(written([f"SUMMARY:{escaped(text)}"])) == [f"SUMMARY:{escaped(text)}"]


def test_a_visit_without_a_date_has_no_appointments():
    record = told("sallowfield")
    assert read_appointments(of(changed(record, "visit", record.visit_id, starts_on=""))) == ()


def test_what_is_not_read_back_is_refused(monkeypatch):
    monkeypatch.setattr(write, "read_appointments", lambda content: ())
    one = Appointment("u", datetime(2025, 1, 1, 9), datetime(2025, 1, 1, 10), "t")
    with pytest.raises(ExportError, match="Your text is safe"):
        calendar_bytes(PlanCalendar("t", 0, STAMP, (one,)))


def test_appointments_are_read_as_they_were_written():
    calendar = plan_calendar(told("quillmoor"), 2, STAMP)
    assert read_appointments(calendar_bytes(calendar)) == calendar.appointments
    assert calendar_bytes(replace(calendar, sequence=2)) == calendar_bytes(calendar)
