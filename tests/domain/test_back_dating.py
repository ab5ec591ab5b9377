"""A note's time set by hand: never in the future, never off the visit's days, the original always kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from visitapp.domain.back_dating import days_to_choose, time_fault, with_time
from visitapp.domain.evidence import Note
from visitapp.domain.visit import Visit

ONE_DAY = Visit("v", starts_on="2025-11-20", ends_on="2025-11-20")
THREE_DAYS = Visit("v", starts_on="2025-11-18", ends_on="2025-11-20")
NOW = datetime(2025, 11, 20, 10, 42, 15).astimezone()
ENTERED = NOW.astimezone(UTC).isoformat(timespec="seconds")
NOTE = Note("n", "v", 1, "Seen", taken_at=ENTERED)
EARLIER = timedelta(minutes=10)


def test_the_moment_it_was_entered_is_kept():
    moved = with_time(NOTE, NOW - EARLIER)
    assert (moved.entered_at, datetime.fromisoformat(moved.taken_at)) == (ENTERED, NOW - EARLIER)


def test_the_first_moment_is_kept_however_often_it_is_set():
    moved = with_time(with_time(NOTE, NOW - EARLIER), NOW - 3 * EARLIER)
    assert moved.entered_at == ENTERED


def test_set_back_to_the_moment_it_was_entered_it_is_as_it_was():
    assert with_time(with_time(NOTE, NOW - EARLIER), NOW) == NOTE


def test_a_time_to_come_is_refused_in_a_plain_sentence():
    assert time_fault(ONE_DAY, NOW + EARLIER, NOW) == (
        "The time was not changed: 10:52 is still to come. It is 10:42 now."
    )
    assert time_fault(ONE_DAY, NOW, NOW) == ""


@pytest.mark.parametrize(
    ("visit", "days"), [(ONE_DAY, "20 November 2025"), (THREE_DAYS, "18 November 2025 to 20 November 2025")]
)
def test_a_day_off_the_visit_is_refused_in_a_plain_sentence(visit, days):
    before = datetime(2025, 11, 17, 9, 0).astimezone()
    assert time_fault(visit, before, NOW) == (
        f"The time was not changed: 17 November 2025 is not a day of the visit ({days})."
    )


def test_a_visit_without_a_date_refuses_only_the_future():
    assert time_fault(Visit("v"), NOW - timedelta(days=90), NOW) == ""
    assert time_fault(Visit("v"), NOW + EARLIER, NOW)


def test_the_days_to_choose_are_those_that_have_come():
    assert days_to_choose(THREE_DAYS, date(2025, 11, 19)) == (date(2025, 11, 18), date(2025, 11, 19))
    assert days_to_choose(THREE_DAYS, date(2026, 1, 1))[-1] == date(2025, 11, 20)
    assert days_to_choose(THREE_DAYS, date(2025, 11, 1)) == ()
    assert days_to_choose(Visit("v"), date(2025, 11, 19)) == ()
