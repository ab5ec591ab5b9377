"""A report as a Word file."""

from pathlib import Path

from exports.whole_file import write_whole
from exports.word.charts import with_charts
from exports.word.package import packed
from exports.word.template import report_parts, template_parts
from exports.word.verify import verify_content
from visitapp.domain.report import Report


def write_word(report: Report, path: Path) -> None:
    """Write `report` as an accessible Word file at `path`; the same report gives the same bytes.

    The file is read back before an older one is replaced. Raises ExportError when it would not hold the whole
    report, or when the disk or another program refuses; the older file is then as it was.
    """
    write_whole(path, word_bytes(report))


def word_bytes(report: Report) -> bytes:
    """Return `report` as the bytes of a Word file, read back; raises ExportError if they do not hold it whole."""
    content = packed(with_charts(template_parts(report.language) | report_parts(report), report))
    verify_content(report, content)
    return content
