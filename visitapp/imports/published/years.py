"""Years and releases as files and their names say them."""

import re

from visitapp.domain.published.batches import Fault
from visitapp.imports.tables.faults import fault, refusal
from visitapp.imports.tables.table import Table

_TWO_YEARS = re.compile(r"(?<!\d)(20\d\d)[-_/ ]?(?:20)?(\d\d)(?!\d)")
_START_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_RELEASES = ("Provisional", "Revised", "Final")


def year_of_file(table: Table) -> tuple[int, tuple[Fault, ...]]:
    """Return the year a file's name says, in which its academic year ends, with the fault that says where it is from.

    Raises ImportRefusedError when the name says none.
    """
    named = year_in_name(table.name)
    if named is None:
        raise refusal(
            "E-YEAR",
            "neither its columns nor its name say which year it is about",
            "Put the year into the file\u2019s name, such as 2018-2019_census.csv, and try again.",
        )
    return named, (fault("I-YEAR", 0, "", table.name),)


def year_in_name(name: str) -> int | None:
    """Return the calendar year in which the academic year of a file's name ends, or None.

    Two years that follow each other are one academic year; a single one is the year it starts in, as the
    performance tables' own file names have it.
    """
    alone = _START_YEAR.search(name)
    return academic_year_in(name) or (int(alone[1]) + 1 if alone else None)


def academic_year_in(text: str) -> int | None:
    """Return the calendar year in which the first academic year a text names ends ("2024-25"), or None."""
    for found in _TWO_YEARS.finditer(text):
        start, end = int(found[1]), int(found[2])
        if (start + 1) % 100 == end:
            return start + 1
    return None


def year_in_cell(said: str) -> str | None:
    """Return the year a cell says, as figures have it: the calendar year the academic year ends in, or None.

    "202425", "2024/25", "2016-17 (OT)" and "2025 (prov)" are one year, "2018/19-20/21" an average of three.
    """
    plain = said.partition("(")[0].strip()
    if found := re.fullmatch(r"(20\d\d)", plain):
        return found[1]
    if found := re.fullmatch(r"(20\d\d)[-/]?(\d\d)", plain):
        start, end = int(found[1]), int(found[2])
        return str(start + 1) if (start + 1) % 100 == end else None
    if found := re.fullmatch(r"(20\d\d)[-/](\d\d)-(?:20)?(\d\d)[-/](\d\d)", plain):
        return f"{int(found[1]) + 1}-20{found[4]}"
    return None


def release_in(text: str) -> str:
    """Return the release a text names (Provisional, Revised or Final), empty for none."""
    return next((one for one in _RELEASES if one.casefold() in text.casefold()), "")
