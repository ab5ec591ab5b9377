"""Days and numbers as published files spell them. None means that what stands there is none."""

import re
from datetime import date
from functools import lru_cache

_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?")
_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,20})?")
_SHORTENED = re.compile(r"-?\d+(?:\.\d+)?E\+\d+", re.IGNORECASE)


@lru_cache(maxsize=8192)
def iso_day(text: str) -> str | None:
    """Return a day as ISO 8601 from any way the files write one, day before month; None when it is no day."""
    found = _DAY.fullmatch(text.strip())
    parts = found.groups()[::-1] if found else getattr(_ISO.fullmatch(text.strip()), "groups", tuple)()
    try:
        return date(*map(int, parts)).isoformat()
    except (ValueError, TypeError):
        return None


def number(text: str) -> float | None:
    """Return a plain number, a per-cent sign taken off; None when it is none."""
    plain = text.strip().removesuffix("%").rstrip()
    return float(plain) if _NUMBER.fullmatch(plain) else None


def whole_number(text: str) -> int | None:
    """Return a whole number of nothing or more; None when it is none."""
    if text.isdecimal() and len(text) <= 12:
        return int(text)
    found = number(text)
    return int(found) if found is not None and found >= 0 and found == int(found) else None


def is_shortened(text: str) -> bool:
    """Return whether a spreadsheet program has shortened a number, as in 5.00E+06."""
    return "+" in text and _SHORTENED.fullmatch(text.strip()) is not None
