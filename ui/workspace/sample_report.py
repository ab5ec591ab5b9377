"""A report of an invented visit, to show how a programme's reports will look."""

from datetime import UTC, datetime

from ui.workspace.sample import changes_of, samples
from ui.workspace.sample_file import SampleVisit
from ui.workspace.sample_parts import SampleSchool
from visitapp.domain.composition import compose_report
from visitapp.domain.framework import Framework
from visitapp.domain.report import Bullets, Paragraph, Report, Table, heading_text

_DAY = "2025-11-20"
_SCHOOL = SampleSchool(name="Sallowfield Primary School", phase="primary")


def sample_report(framework: Framework) -> Report:
    """Return the draft of the first invented visit of a programme; one with headings alone where there is none.

    Raises SampleError when a file of invented visits is not as it must be.
    """
    found = next((one for one in samples() if one.framework == framework.key), None)
    sample = found or SampleVisit(code="preview", framework=framework.key, starts_on=_DAY, school=_SCHOOL)
    record, _ = changes_of(sample, framework)
    written = datetime.fromisoformat(sample.starts_on).replace(hour=16, tzinfo=UTC)
    return compose_report(record, 1, "DRAFT", written, sample=True)


def words_by_style(report: Report) -> dict[str, str]:
    """Return words of a report by the name of the style they are printed in, the first of each."""
    words = {"Title": report.title, "Subtitle": report.school, "Report Details": report.subtitle}
    for section in report.sections:
        words.setdefault(f"heading {section.level}", heading_text(section))
        for block in section.blocks:
            if isinstance(block, Paragraph):
                words.setdefault(_PARAGRAPHS[block.kind], block.text)
            elif isinstance(block, Bullets):
                words.setdefault("List Bullet", block.items[0].text)
            elif isinstance(block, Table):
                words.setdefault("caption", block.caption)
                words.setdefault("Table Heading", "  \u00b7  ".join(block.header))
                words.setdefault("Table Text", "  \u00b7  ".join(block.rows[0]) if block.rows else "")
    return {style: " ".join(text.split()) for style, text in words.items() if text.strip()}


_PARAGRAPHS = {"body": "Normal", "statement": "Statement", "guidance": "Guidance"}
