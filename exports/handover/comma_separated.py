"""A handover as comma-separated files that a spreadsheet opens as text: no cell can become a formula.

RFC 4180 in UTF-8 with a byte order mark, CRLF between records, line breaks inside a cell as LF. A cell that, after
any blanks, begins with = + - or @ (full-width forms too), or that begins with a tab or a line break, gets one
apostrophe in front, and so does such a cell that already has apostrophes there. To have the text as it was written,
take one apostrophe away where what follows it is such a cell; `restored` does.
"""

import csv
import io
import re
import sys
from collections.abc import Sequence

from visitapp.domain.handed_lists import Cell, HandedList
from visitapp.domain.handover import Handover
from visitapp.domain.text import clean, first_words
from visitapp.errors import ExportError

_APOSTROPHE = "'"
_RISKY = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
_RULE = (
    "How to read these files",
    "UTF-8, one line break between records, texts as they were written. A text that a spreadsheet could take for a "
    "formula has one apostrophe in front; take it away to have the text as it was written.",
)


def handover_files(handover: Handover) -> dict[str, bytes]:
    """Return one comma-separated file for each list by file name, read back; raises ExportError if a text is lost."""
    about, *others = handover.all_lists()
    lists = (HandedList(about.code, about.title, about.header, (*about.rows, _RULE)), *others)
    return {f"{one.code}.csv": _proved(one) for one in lists}


def harmless(text: str) -> str:
    """Return a text as it must stand in a cell so that no spreadsheet takes it for a formula."""
    return _APOSTROPHE + text if _RISKY.match(text) else text


def restored(cell: str) -> str:
    """Return the text a cell made by `harmless` was made from."""
    return cell[1:] if cell.startswith(_APOSTROPHE) and _RISKY.match(cell, 1) else cell


def read_rows(content: bytes) -> list[list[str]]:
    """Return the texts of a comma-separated file, cell by cell, header first."""
    before = csv.field_size_limit(sys.maxsize >> 32)
    try:
        lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        return [[restored(cell) for cell in line] for line in lines]
    except (csv.Error, UnicodeDecodeError) as fault:
        raise ExportError("The comma-separated file is damaged and cannot be read.") from fault
    finally:
        csv.field_size_limit(before)


def _proved(handed: HandedList) -> bytes:
    rows = [[clean(cell) if isinstance(cell, str) else cell for cell in row] for row in (handed.header, *handed.rows)]
    content = _written(rows)
    wanted, found = [list(map(str, row)) for row in rows], read_rows(content)
    if found != wanted:
        raise ExportError(_sentence(wanted, found))
    return content


def _written(rows: Sequence[Sequence[Cell]]) -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\r\n").writerows([_cell(cell) for cell in row] for row in rows)
    return lines.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> str:
    return harmless(cell) if isinstance(cell, str) else str(cell)


def _sentence(wanted: list[list[str]], found: list[list[str]]) -> str:
    different = next((one for one, other in zip(wanted, found, strict=False) if one != other), [""])
    words = first_words(" ".join(different), 60)
    return (
        "Your text is safe in Visitapp, but the comma-separated file would not hold all of it: "
        f"\u201c{words}\u201d is missing or different. Nothing was written."
    )
