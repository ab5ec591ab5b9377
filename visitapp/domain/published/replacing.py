"""What a list that is published whole puts in the place of the one before: of which day that was, and how many."""

import re
from dataclasses import dataclass

REGISTER, REGISTER_SEARCH, REGISTER_LINKS = "register", "register-search", "register-links"
"""The kinds of file that are always published whole: the register, a search download of it, and its links."""
REGISTERS = (REGISTER, REGISTER_SEARCH)
"""Those that hold schools; they replace each other, and a links file only replaces a links file."""

_DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})$")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MOST_MISSING = 10
"""Per cent of the former list that may be missing before somebody has to look."""


@dataclass(frozen=True, slots=True)
class Former:
    """The list that stands: its `kind` and `period` as its file says them, the ISO day it was read in, its SHA-256
    and how many rows it holds."""

    kind: str
    period: str
    read_on: str
    sha256: str
    count: int


@dataclass(frozen=True, slots=True)
class Replacing:
    """A list of `count` rows in the place of the former one, `missing` of whose rows are in it no longer.

    It does not `speak` where the former one is of a later day.
    """

    former: Former
    count: int
    missing: int
    speaks: bool = True

    @property
    def is_far_less(self) -> bool:
        """Return whether so much of the former list is missing that somebody has to look."""
        return self.speaks and 100 * self.missing > _MOST_MISSING * self.former.count


def day_said(period: str) -> str:
    """Return the ISO day a period in words ends with, empty for one that names none."""
    found = _DAY.search(period)
    if found is None or found[2] not in _MONTHS:
        return ""
    return f"{found[3]}-{_MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"
