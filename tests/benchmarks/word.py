"""Writing the report of the sample visit to Word, against a plain python-docx writer of the same content."""

import tempfile
from functools import partial
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument

from exports.word.write import write_word
from tests.benchmarks.figures import Figure, in_turn
from tests.vault_desk import TODAY
from ui.workspace.opening import load_library
from ui.workspace.reporting import write_and_count
from ui.workspace.sample import changes_of, samples
from visitapp.domain.composition import compose_report
from visitapp.domain.report import Block, Bullets, Paragraph, Report

RUNS = 15


def figures() -> list[Figure]:
    """Write the first sample visit in several ways, in turn."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        report = sample_report()
        for write in (write_word, write_and_count, write_plainly):
            write(report, folder / "first.docx")
        plain, written, counted = in_turn(
            RUNS,
            partial(write_plainly, report, folder / "plain.docx"),
            partial(write_word, report, folder / "report.docx"),
            partial(write_and_count, report, folder / "counted.docx"),
        )
    return [
        Figure("Word: the sample report, written and proved", written, plain, most=1.5),
        Figure("Word: an export, read back once more", counted, plain),
    ]


def sample_report() -> Report:
    """Return the report of the first sample visit."""
    sample, library = samples()[0], load_library()
    framework = library.find(sample.framework)
    assert framework is not None
    return compose_report(changes_of(sample, framework)[0], 1, "FINAL", TODAY, sample=True)


def write_plainly(report: Report, path: Path) -> None:
    """Write the same content with python-docx and its own template, nothing proved."""
    document = Document()
    document.add_heading(report.title, 0)
    document.add_paragraph(f"{report.school}\n{report.subtitle}\n{report.author}")
    _add_table(document, ("", ""), report.front)
    for section in report.sections:
        document.add_heading(f"{section.number} {section.heading}".strip(), section.level)
        for block in section.blocks:
            _add_block(document, block)
    for name in report.distribution:
        document.add_paragraph(name, style="List Bullet")
    document.add_paragraph(report.confidentiality)
    document.save(str(path))


def _add_block(document: WordDocument, block: Block) -> None:
    if isinstance(block, Paragraph):
        document.add_paragraph(block.text)
    elif isinstance(block, Bullets):
        for item in block.items:
            document.add_paragraph(item.text, style="List Bullet")
    else:
        _add_table(document, block.header, block.rows)


def _add_table(document: WordDocument, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(0, len(header))
    for texts in (header, *rows):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
