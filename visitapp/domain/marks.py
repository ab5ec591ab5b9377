"""The marks by which a report that left the app is known again: what its writer sets and its reader looks for."""

import re
from collections.abc import Iterable

RECORD_PREFIX, REPORT_PREFIX, PART_PREFIX = "rv_", "rvR_", "rvp_"
"""How the names of bookmarks begin: of a record, of the report itself, of a heading that belongs to no record."""
LONGEST = 40
"""The longest name of a bookmark Word keeps."""
REPORT_PROPERTY = "Visitapp report"
REVISION_PROPERTY = "Visitapp revision"
FACT_HEADER = ("About this report", "Detail")
"""What stands over the facts at the front."""
NOT_RECORDED = "Not recorded"
"""What stands in a table cell that is blank."""
NOTHING_WRITTEN = "Nothing is recorded under this heading."
END = "End of report"

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]")
_REVISION = re.compile(r"(.+)_r(\d{1,9})")


def record_names(record_ids: Iterable[str]) -> dict[str, str]:
    """Return the bookmark name of each record, by its id, in order; one without id has none.

    A name is `rv_` and the id without hyphens: at most 40 letters, digits and underscores, each unlike every
    other even when capitals are ignored, as Word does.
    """
    taken: set[str] = set()
    ids = [record_id for record_id in record_ids if record_id]
    return {one: _first_free(f"{RECORD_PREFIX}{_compact(one)}"[:LONGEST], taken) for one in ids}


def report_name(report_id: str, revision: int) -> str:
    """Return the bookmark name that says which report and which revision a file holds."""
    end = f"_r{revision}"
    return f"{REPORT_PREFIX}{_compact(report_id)}"[: LONGEST - len(end)] + end


def revision_named(name: str, report_id: str) -> int | None:
    """Return the revision a bookmark name tells of this report; None when it speaks of another report or of none."""
    found = _REVISION.fullmatch(name)
    if found is None:
        return None
    revision = int(found.group(2))
    return revision if name == report_name(report_id, revision) else None


def _compact(record_id: str) -> str:
    return _NOT_IN_NAMES.sub("", record_id)


def _first_free(name: str, taken: set[str]) -> str:
    """Return `name`, or its beginning with the first free number, and mark it as taken."""
    free, number = name, 1
    while free.lower() in taken:
        number += 1
        free = f"{name[: LONGEST - len(str(number)) - 1]}_{number}"
    taken.add(free.lower())
    return free
