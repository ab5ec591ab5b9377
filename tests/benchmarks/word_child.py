"""Writes one report that another process has made, and prints how long it took and the most memory held.

`python word_child.py WRITER PICKLE` prints a JSON object: the run in ms, and the peak in MB with what was held just
before it. The smallest report there is has been written by then, so that nothing is loaded for the first time.
"""

import json
import pickle
import resource as usage
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.figures import timed
from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, Report, ReportSection, Table

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

CHARACTERS_OF_TWELVE_PAGES = 22_000


def long_report(report: Report, times: int) -> Report:
    """Return a report with its sections repeated to fill about twelve pages, so many times over."""
    length = sum(map(len, report.texts().values()))
    copies = times * max(1, round(CHARACTERS_OF_TWELVE_PAGES / length))
    sections = (_copied(section, number) for number in range(copies) for section in report.sections)
    return replace(report, sections=tuple(sections))


def _copied(section: ReportSection, number: int) -> ReportSection:
    return replace(
        section, id=f"{section.id}.{number}", blocks=tuple(_block(block, number) for block in section.blocks)
    )


def _block(block: Block, number: int) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, id=f"{number}x{block.id}")
    if isinstance(block, Bullets):
        return Bullets(tuple(Bullet(f"{number}x{item.id}", item.text) for item in block.items))
    assert isinstance(block, Table)
    return replace(block, row_ids=tuple(f"{number}x{row_id}" for row_id in block.row_ids))


def _peak_mb() -> float:
    """Return the most memory this process has held; what its parent held counts too where only that is known."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024
    return usage.getrusage(usage.RUSAGE_SELF).ru_maxrss / 1024


def write_plainly(report: Report, path: Path) -> None:
    """Write the same content with python-docx and its own template, nothing proved."""
    from docx import Document

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


def _add_block(document: "WordDocument", block: Block) -> None:
    if isinstance(block, Paragraph):
        document.add_paragraph(block.text)
    elif isinstance(block, Bullets):
        for item in block.items:
            document.add_paragraph(item.text, style="List Bullet")
    else:
        _add_table(document, block.header, block.rows)


def _add_table(document: "WordDocument", header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(0, len(header))
    for texts in (header, *rows):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text


def _writer(name: str) -> Callable[[Report, Path], None]:
    if name == "plain":
        return write_plainly
    if name == "pdf":
        from exports.pdf.write import write_pdf

        return write_pdf
    from exports.word.write import write_word

    return write_word


if __name__ == "__main__":
    write, long = _writer(sys.argv[1]), pickle.loads(Path(sys.argv[2]).read_bytes())
    with tempfile.TemporaryDirectory() as kept:
        write(replace(long, sections=()), Path(kept) / "first")
        before = _peak_mb()
        took = timed(partial(write, long, Path(kept) / "report"))
    print(json.dumps({"run": took, "before": before, "peak": _peak_mb()}))
