"""Dates as people write them in reports: 27/04/2026, 27 April 2026, 27 and 28 April 2026, 1 to 3 December 2025."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIGURES = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_AND = r"\s*(?:to|and|-|\u2013|\u2014|&|,)\s*"
_NAME = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?"
_WORDS = re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_NAME}\s+(\d{{4}})\b", re.IGNORECASE)
_RANGE = re.compile(rf"\b{_DAY}(?:{_AND}{_DAY})?{_AND}{_DAY}\s+(?:of\s+)?{_NAME}\s+(\d{{4}})\b", re.IGNORECASE)
_ACROSS = re.compile(rf"\b{_DAY}\s+{_NAME}{_AND}{_DAY}\s+{_NAME}\s+(\d{{4}})\b", re.IGNORECASE)


def days_in(text: str) -> tuple[str, ...]:
    """Return the days a text names, the earliest first, as ISO days; a range gives its first and its last."""
    found: set[str] = set()
    for one in _RANGE.finditer(text):
        first, _, last, month, year = one.groups()
        found |= {_iso(int(year), _month(month), int(day)) for day in (first, last)}
    for one in _ACROSS.finditer(text):
        first, month, last, other, year = one.groups()
        found |= {_iso(int(year), _month(month), int(first)), _iso(int(year), _month(other), int(last))}
    for one in _WORDS.finditer(text):
        found.add(_iso(int(one.group(3)), _month(one.group(2)), int(one.group(1))))
    for one in _FIGURES.finditer(text):
        year = int(one.group(3))
        found.add(_iso(year if year > 99 else 2000 + year, int(one.group(2)), int(one.group(1))))
    for one in _ISO.finditer(text):
        found.add(_iso(*map(int, one.groups())))
    return tuple(sorted(found - {""}))


def only_day(text: str) -> str:
    """Return the day a text consists of as an ISO day, empty when it says anything else."""
    for pattern in (_WORDS, _FIGURES, _ISO):
        if pattern.fullmatch(text.strip().rstrip(".")):
            return next(iter(days_in(text)), "")
    return ""


def _month(name: str) -> int:
    return 1 + _MONTHS.index(name[:3].lower())


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
