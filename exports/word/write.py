"""A report as a Word file."""

from pathlib import Path

from exports.whole_file import write_whole
from exports.word.charts import with_charts
from exports.word.package import packed
from exports.word.template import report_parts, template_parts
from exports.word.verify import verify_content
from visitapp.domain.framework import ReportLook
from visitapp.domain.report import Report
from visitapp.errors import ExportError, TemplateRefusedError

_NOT_USED = "The template could not be used, so this report has the built-in look. "


def write_word(report: Report, path: Path, template: bytes | None = None) -> tuple[str, ...]:
    """Write `report` as an accessible Word file at `path`; the same report and template give the same bytes.

    Returns what fell back to the built-in look, a sentence each; a template that cannot be used falls back whole.
    The file is read back before an older one is replaced. Raises ExportError when it would not hold the whole
    report, or when the disk or another program refuses; the older file is then as it was.
    """
    content, fallen_back = written_word(report, template)
    write_whole(path, content)
    return fallen_back


def word_bytes(report: Report, template: bytes | None = None) -> bytes:
    """Return `report` as the bytes of a Word file, read back; raises ExportError if they do not hold it whole."""
    return written_word(report, template)[0]


def written_word(report: Report, template: bytes | None = None) -> tuple[bytes, tuple[str, ...]]:
    """Return the bytes of a Word file, read back, and a sentence for each thing that fell back to the built-in look.

    Raises ExportError if the built-in look does not hold the report whole.
    """
    if template is None:
        return _built_in(report), ()
    try:
        return _in_template(report, template)
    except TemplateRefusedError as refused:
        return _built_in(report), (f"{_NOT_USED}{refused}",)
    except (ExportError, ValueError, LookupError):
        return _built_in(report), (f"{_NOT_USED}The report could not be read back whole from it.",)


def _built_in(report: Report) -> bytes:
    content = packed(
        with_charts(
            template_parts(report.language, report.look, tight=report.tight) | report_parts(report),
            report,
            report.look,
        )
    )
    verify_content(report, content)
    return content


def _in_template(report: Report, template: bytes) -> tuple[bytes, tuple[str, ...]]:
    from exports.word.adopted.check import fallen_back, taken_in
    from exports.word.adopted.filled import adopted_parts

    found = taken_in(template)
    parts = with_charts(adopted_parts(report, found), report, ReportLook(found.styles.accent), found.styles.font)
    content = packed(parts)
    verify_content(report, content)
    return content, fallen_back(found)
