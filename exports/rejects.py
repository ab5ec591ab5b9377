"""The rows of a published file that were refused or read with a doubt, as a file to send back or to look into."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from exports.handover.comma_separated import harmless
from exports.whole_file import write_whole
from visitapp.domain.published.batches import Fault

HEADER = ("line", "column", "raw", "code", "message")


def write_rejects(path: Path, faults: Iterable[Fault]) -> None:
    """Write one line for each fault as comma-separated values a spreadsheet opens as text (UTF-8 with a mark, CRLF).

    No cell can become a formula. Raises ExportError when the disk refuses; an older file is then as it was.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(HEADER)
    for one in faults:
        writer.writerow((one.line or "", *map(harmless, (one.column, one.raw, one.code, one.says))))
    write_whole(path, lines.getvalue().encode("utf-8-sig"))
