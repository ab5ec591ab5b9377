"""Handing over a visit of 5,000 notes, each format written and proved, against plain writers of the same content."""

import csv
import tempfile
import zipfile
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from docx import Document

from exports.handover.word import handover_report
from exports.handover.workbook import MAIN
from exports.handover.write import CSV, WORD, XLSX, write_handover
from tests.benchmarks.figures import Figure, in_turn
from tests.vault_desk import TODAY
from ui.workspace.opening import load_library
from ui.workspace.sample import changes_of, samples
from visitapp.domain.evidence import Note
from visitapp.domain.handover import Handover, compose_handover
from visitapp.domain.places import put
from visitapp.domain.report import Bullets, Paragraph

NOTES = 5_000
RUNS = 3


def figures() -> list[Figure]:
    """Write the first sample visit with many notes in every format, plainly and as it is handed over, in turn."""
    handover = large_handover()
    plainly = {WORD: (write_word_plainly, 1.5), XLSX: (write_sheets_plainly, 2), CSV: (write_lines_plainly, 5)}
    found = []
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        for one, (write, most) in plainly.items():
            floor, written = in_turn(
                RUNS, partial(write, handover, folder), partial(write_handover, handover, folder, (one,))
            )
            found.append(Figure(f"Handover: {NOTES:,} notes as {one}, proved", written, floor, most))
    return found


def large_handover() -> Handover:
    """Return the first sample visit with its notes again and again, as it would be handed over."""
    sample = samples()[0]
    framework = load_library().find(sample.framework)
    assert framework is not None
    record = changes_of(sample, framework)[0]
    few = record.notes
    more = (_again(few[number % len(few)], number) for number in range(len(few) + 1, NOTES + 1))
    changes = [change for note in more for change in put(record, note)]
    return compose_handover(record.with_changes(changes), TODAY, "Europe/London", private=True)


def write_word_plainly(handover: Handover, folder: Path) -> None:
    """Write the same headings, paragraphs and bullets with python-docx and its own template, nothing proved."""
    document = Document()
    for section in handover_report(handover).sections:
        document.add_heading(section.heading, section.level)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                document.add_paragraph(block.text)
            elif isinstance(block, Bullets):
                for item in block.items:
                    document.add_paragraph(item.text, style="List Bullet")
    document.save(str(folder / "plain.docx"))


def write_sheets_plainly(handover: Handover, folder: Path) -> None:
    """Write the same cells with ElementTree and zipfile: the sheets alone, without looks, nothing proved."""
    with zipfile.ZipFile(folder / "plain.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        for number, one in enumerate(handover.all_lists()):
            sheet = ElementTree.Element("worksheet", xmlns=MAIN)
            data = ElementTree.SubElement(sheet, "sheetData")
            for row in (one.header, *one.rows):
                line = ElementTree.SubElement(data, "row")
                for cell in row:
                    held = ElementTree.SubElement(line, "c", t="inlineStr")
                    ElementTree.SubElement(ElementTree.SubElement(held, "is"), "t").text = str(cell)
            package.writestr(f"xl/worksheets/sheet{number}.xml", ElementTree.tostring(sheet))


def write_lines_plainly(handover: Handover, folder: Path) -> None:
    """Write the same cells with the standard library's writer, nothing made harmless, nothing proved."""
    for one in handover.all_lists():
        with (folder / f"plain-{one.code}.csv").open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows((one.header, *one.rows))


def _again(note: Note, number: int) -> Note:
    values = {name: getattr(note, name) for name in note.__dataclass_fields__}
    return Note(**{**values, "id": f"again-{number}", "number": number})
