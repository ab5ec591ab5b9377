"""Cells of a workbook as text: what stands there, never what it might mean."""

import math
import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from openpyxl.styles.numbers import builtin_format_code, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

PLAIN, PERCENT, DAY, DAY_1904 = "", "%", "day", "day-1904"
"""How a number is to be said; a text of zeros says how many digits it has at least, as codes do."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)
_ZEROS = re.compile(r"0{2,12}")
_MOST_EXACT = 10**15
"""Spreadsheets keep fifteen digits of a number."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def manner_of(number: int, code: str | None, *, from_1904: bool) -> str:
    """Return how numbers of a format are to be said, by the format's number and its own code, None for none."""
    said = code if code is not None else builtin_format_code(number)
    if not said or said == "General":
        return PLAIN
    if is_date_format(said):
        return DAY_1904 if from_1904 else DAY
    shown = _LITERAL.sub("", said.partition(";")[0])
    if "%" in shown:
        return PERCENT
    return shown if _ZEROS.fullmatch(shown) else PLAIN


@lru_cache(maxsize=16384)  # a table says the same few hundred numbers over and over
def number_said(raw: str, manner: str) -> str:
    """Return a number as text, in full without the noise of binary fractions; what is none stays as it is."""
    value = float(raw) if _NUMBER.fullmatch(raw) else math.nan
    if not math.isfinite(value):
        return raw
    if manner in (DAY, DAY_1904):
        return _day_said(value, manner) or _in_full(value)
    if manner == PERCENT:
        return f"{_in_full(float(Decimal(repr(value)) * 100))}%"
    said = _in_full(value)
    return said.zfill(len(manner)) if manner and said.isdecimal() else said


def day_said(raw: str) -> str:
    """Return a day written out (ISO 8601) as the other tables write days; what is none stays as it is."""
    try:
        return _written(datetime.fromisoformat(raw.strip()))
    except ValueError:
        return raw


def unescaped(text: str) -> str:
    """Return text with the letters a workbook writes as numbers; those that may stand in no text stay numbers."""
    return _ESCAPED.sub(_letter, text) if "_x" in text else text


def _letter(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return chr(number) if number and not 0xD800 <= number < 0xE000 else found[0]


def _in_full(value: float) -> str:
    if not value.is_integer():
        value = float(f"{value:.15g}")
    if value.is_integer() and abs(value) < _MOST_EXACT:
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def _day_said(value: float, manner: str) -> str:
    if value < 0:
        return ""
    try:
        found = from_excel(value, MAC_EPOCH if manner == DAY_1904 else WINDOWS_EPOCH)
    except (OverflowError, ValueError):
        return ""
    return _written(found)


def _written(found: date | time) -> str:
    if isinstance(found, time):
        return found.isoformat("seconds" if found.second else "minutes")
    day = f"{found.day:02}-{found.month:02}-{found.year:04}"
    if not isinstance(found, datetime) or not (found.hour or found.minute or found.second):
        return day
    return f"{day} {found:%H:%M:%S}" if found.second else f"{day} {found:%H:%M}"
