"""One cell of a published table: a number, or the reason why there is none. Nothing is guessed."""

import re
from collections.abc import Mapping
from functools import lru_cache

from visitapp.domain.published.figures import BAD, BLANK, OK
from visitapp.domain.published.measures import Measure

_NUMBER = re.compile(r"[-+\u2212]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?([eE][-+]?\d+)?")
_DIGITS = 6
"""Spreadsheets leave 71.599999999999994 where 71.6 was meant; nothing published has more decimals than this."""


def read_cell(raw: str, symbols: Mapping[str, str], measure: Measure | None = None) -> tuple[float | None, str]:
    """Return the number in a cell and its status, or None and why there is none.

    `symbols` are the words of this table that stand for a status, in small letters. A number that cannot be, such
    as 120 per cent, is bad. An empty cell is blank.
    """
    said = raw.strip()
    if not said:
        return None, BLANK
    known = symbols.get(said.casefold())
    if known is not None:
        return None, known
    value = number_in(said)
    if value is None or not _can_be(value, measure):
        return None, BAD
    return value, OK


@lru_cache(maxsize=16384)  # a table says the same few hundred numbers over and over
def number_in(said: str) -> float | None:
    """Return the number a text says, with or without a per cent sign and commas between thousands, or None."""
    plain = said.strip().removesuffix("%").rstrip()
    if not plain or not any(one.isdigit() for one in plain) or (not plain.isascii() and "\u2212" not in plain):
        return None
    if _NUMBER.fullmatch(plain) is None:
        return None
    return round(float(plain.replace(",", "").replace("\u2212", "-")), _DIGITS)


def _can_be(value: float, measure: Measure | None) -> bool:
    if measure is None:
        return True
    return (measure.least is None or value >= measure.least) and (measure.most is None or value <= measure.most)
