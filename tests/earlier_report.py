"""An invented report as somebody else wrote it, and the ways it may be laid out in Word."""

import re
import textwrap
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

SOURCE = Path(__file__).parent / "files" / "earlier-report.txt"
CODES = (
    "context",
    "leadership-www",
    "leadership-ebi",
    "provision-www",
    "provision-ebi",
    "additional-needs-www",
    "additional-needs-ebi",
    "excellence",
    "excellence-why",
    "excellence-impact",
    "excellence-lead",
    "following",
)
_HEADING = re.compile(r"(?:[1-5]\.|[2-5]\.\d) [A-Z]|Following the QA Review$")
_SPLIT = ("back again.", "standard is in line", "for the trust and for two")
"""How the second halves begin of what a page break parts in the source."""
_APART = "Every other Thursday"


@dataclass
class Part:
    """A heading and what stands under it: texts, each with whether it is an item of a list."""

    code: str
    number: str
    title: str
    texts: list = field(default_factory=list)

    @property
    def heading(self):
        return f"{self.number} {self.title}".strip()


@dataclass
class EarlierReport:
    """The report: the lines of its title, its facts, and its parts."""

    titles: list
    facts: list
    parts: list


def source_text():
    return SOURCE.read_text(encoding="utf-8")


def earlier_report(*, split=False):
    """Return the invented report; with `split`, page breaks part three of its paragraphs as in the file."""
    told = EarlierReport([], [], [])
    for line in filter(None, map(str.strip, source_text().split("\n"))):
        if _HEADING.match(line):
            number, title = line.split(" ", 1) if line[0].isdigit() else ("", line)
            told.parts.append(Part(CODES[len(told.parts)], number, title))
        elif not told.parts and "\t" in line:
            told.facts.append(tuple(part.strip() for part in line.split("\t")))
        elif not told.parts:
            told.titles.append(line)
        elif line.startswith(_SPLIT) and not split:
            text, item = told.parts[-1].texts[-1]
            told.parts[-1].texts[-1] = (f"{text} {line}", item)
        else:
            told.parts[-1].texts.append((line.removeprefix("- "), line.startswith("- ")))
    return told


def begins(told):
    """Return a document with the title in it; python-docx's own styles and lists are there."""
    document = Document()
    for line in told.titles:
        document.add_paragraph(line)
    return document


def facts_as_table(document, told):
    table = document.add_table(rows=0, cols=2)
    for label, value in told.facts:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label.rstrip(":"), value


def facts_as_lines(document, told, between=":\t"):
    for label, value in told.facts:
        document.add_paragraph(label.rstrip(":") + between + value)


def typed(document, texts, sign="- "):
    for text, item in texts:
        document.add_paragraph((sign if item else "") + text)


def listed(document, texts):
    for text, item in texts:
        document.add_paragraph(text, style="List Bullet" if item else None)


def heading_styles(told):
    document = begins(told)
    facts_as_table(document, told)
    for part in told.parts:
        document.add_heading(part.heading, level=2 if re.match(r"\d\.\d", part.number) else 1)
        listed(document, part.texts)
    return document


def bold_only(told):
    document = begins(told)
    facts_as_lines(document, told)
    for part in told.parts:
        document.add_paragraph().add_run(part.heading).bold = True
        typed(document, part.texts)
    return document


def plain_words(told):
    document = begins(told)
    facts_as_lines(document, told, ": ")
    for part in told.parts:
        document.add_paragraph(part.heading)
        typed(document, part.texts, "\u2022 ")
    return document


def auto_numbered(told):
    document = begins(told)
    facts_as_table(document, told)
    for part in told.parts:
        document.add_paragraph(part.title, style="List Number" if part.number else None)
        listed(document, part.texts)
    return document


def dashes_and_dots(told):
    def changed(text):
        text = text.replace(" - ", " \u2013 ").replace("...", "\u2026")
        text = re.sub(r"'(?=\w)", "\u2018", re.sub(r"(?<=\w)'", "\u2019", text))
        return text.replace("What evidence", "What\u00a0evidence")

    document = begins(told)
    facts_as_lines(document, told, "\t")
    for part in told.parts:
        document.add_heading(changed(part.heading), level=1)
        typed(document, [(changed(text), item) for text, item in part.texts], "\u2013 ")
    return document


def headings_in_tables(told):
    document = begins(told)
    table = document.add_table(rows=0, cols=4)
    for one, other in zip(told.facts[::2], [*told.facts[1::2], ("", "")], strict=False):
        for cell, text in zip(table.add_row().cells, (*one, *other), strict=True):
            cell.text = text
    for place, part in enumerate(told.parts):
        cells = document.add_table(rows=1, cols=2 if place % 2 and part.number else 1).rows[0].cells
        for cell, text in zip(cells, (part.number, part.title) if len(cells) == 2 else (part.heading,), strict=True):
            cell.text = text
        listed(document, part.texts)
    return document


def split_runs(told):
    document = begins(told)
    facts_as_table(document, told)
    for part in told.parts:
        _in_runs(document.add_paragraph(), part.heading, 5, bold=True)
        for text, item in part.texts:
            _in_runs(document.add_paragraph(style="List Bullet" if item else None), text, 7)
    return document


def tracked_changes(told):
    """Every heading and text was typed with changes tracked, over other words that are deleted."""
    document = begins(told)
    facts_as_table(document, told)
    for part in told.parts:
        _tracked(document.add_paragraph(), part.heading)
        for text, item in part.texts:
            _tracked(document.add_paragraph(style="List Bullet" if item else None), text)
        gone = document.add_paragraph("A whole paragraph that was taken out.")
        _wrapped(gone, gone.runs[0], "w:del")
    return document


def page_breaks(told):
    """What a page break parts in the source stands in two paragraphs, with the break at the end of the first."""
    told = earlier_report(split=True)
    document = begins(told)
    facts_as_table(document, told)
    for part in told.parts:
        document.add_heading(part.heading, level=1)
        for place, (text, item) in enumerate(part.texts):
            paragraph = document.add_paragraph(text, style="List Bullet" if item else None)
            if any(later.startswith(_SPLIT) for later, _ in part.texts[place + 1 : place + 2]):
                paragraph.add_run().add_break(WD_BREAK.PAGE)
    return document


def page_paste(told, width=94):
    """As pasted from a PDF: each line of the page a paragraph of its own, and the numbers of the pages between."""
    lines = [*told.titles, *(f"{label} {value}" for label, value in told.facts)]
    for part in told.parts:
        lines += textwrap.wrap(part.heading, width)
        for text, item in part.texts:
            lines += textwrap.wrap(("\u2022 " if item else "") + text, width, break_long_words=False)
    document = Document()
    for place, line in enumerate(lines):
        if place and place % 40 == 0:
            document.add_paragraph(f"Page {place // 40} of 6")
        document.add_paragraph(line)
    return document


LAYOUTS = (
    heading_styles,
    bold_only,
    plain_words,
    auto_numbered,
    dashes_and_dots,
    headings_in_tables,
    split_runs,
    tracked_changes,
    page_breaks,
)


def _in_runs(paragraph, text, size, *, bold=False):
    for start in range(0, len(text), size):
        run = paragraph.add_run(text[start : start + size])
        run.bold, run.italic = bold or None, bool(start // size % 2) or None


def _tracked(paragraph, text):
    _wrapped(paragraph, paragraph.add_run("Other words. "), "w:del")
    _wrapped(paragraph, paragraph.add_run(text), "w:ins")


def _wrapped(paragraph, run, name):
    change = OxmlElement(name)
    change.set(qn("w:id"), str(len(paragraph._p)))
    change.set(qn("w:author"), "Somebody")
    inner = deepcopy(run._r)
    if name == "w:del":
        for text in inner.findall(qn("w:t")):
            text.tag = qn("w:delText")
    change.append(inner)
    paragraph._p.replace(run._r, change)
