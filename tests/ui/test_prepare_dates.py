"""Days as people write them."""

from datetime import date

import pytest

from ui.parts.fact_date import read_day, short_day

TODAY = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-11-20", "2025-11-20"),
        ("20/11/2025", "2025-11-20"),
        ("20.11.25", "2025-11-20"),
        ("20-11-2025", "2025-11-20"),
        ("20 11 2025", "2025-11-20"),
        ("20 Nov 2025", "2025-11-20"),
        ("20 November 2025", "2025-11-20"),
        ("20th November, 2025", "2025-11-20"),
        ("Thu 20 Nov 2025", "2025-11-20"),
        ("Thursday, 20 Nov", "2025-11-20"),
        ("3 dec", "2025-12-03"),
        ("9/1", "2026-01-09"),
        ("28 Feb", "2026-02-28"),
        ("20 Jun", "2025-06-20"),
        (" 1 Sept 2024 ", "2024-09-01"),
    ],
)
def test_a_day_is_read(text, day):
    assert read_day(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["", "soon", "31/11/2025", "20 Foo 2025", "11/20/2025", "2025", "1/2/3/4"])
def test_what_is_no_day_is_not_read(text):
    assert read_day(text, TODAY) is None


@pytest.mark.parametrize(("day", "words"), [("2025-11-05", "5 Nov 2025"), ("", ""), ("last week", "")])
def test_a_day_is_shown_short(day, words):
    assert short_day(day) == words
