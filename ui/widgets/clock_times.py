"""Times of day as people type them."""

import re
from datetime import time

_DAY = 24 * 60


def read_time(text: str) -> time | None:
    """Return the time written as 9:45, 9.45, 0945, 945 or 9, or None if it is none."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.\s]?(\d{2}))?", text.strip())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def moved(start: time, minutes: int) -> time:
    """Return the time some minutes later, kept within the day."""
    whole = max(0, min(_DAY - 1, start.hour * 60 + start.minute + minutes))
    return time(whole // 60, whole % 60)


def clock(minutes: int) -> str:
    """Return minutes since midnight as 09:45."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
