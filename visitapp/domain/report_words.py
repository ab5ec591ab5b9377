"""A report with the reviewer's abbreviations spelt out: what they wrote, never headings or words of the framework."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from visitapp.domain.report import Block, Bullet, Bullets, Paragraph, Report
from visitapp.domain.shorthand import Short, expanded, shorts, usable

Written = TypeVar("Written", Bullet, Paragraph)


def spelt_out(report: Report, words: Mapping[str, str]) -> Report:
    """Return the report with every abbreviation of `words` spelt out in paragraphs, lists and tables."""
    known = usable(words)
    if not known:
        return report
    sections = (
        replace(section, blocks=tuple(_block(block, known) for block in section.blocks))
        for section in report.sections
    )
    return replace(report, sections=tuple(sections))


def _block(block: Block, words: Mapping[str, str]) -> Block:
    if isinstance(block, Paragraph):
        return block if block.kind != "body" else _spelt(block, words)
    if isinstance(block, Bullets):
        return Bullets(tuple(_spelt(item, words) for item in block.items))
    return replace(block, rows=tuple(tuple(expanded(cell, words) for cell in row) for row in block.rows))


def _spelt(one: Written, words: Mapping[str, str]) -> Written:
    found = tuple(shorts(one.text, words))
    bold = tuple((_moved(start, found), _moved(end, found)) for start, end in one.bold)
    return replace(one, text=expanded(one.text, words), bold=bold)


def _moved(place: int, found: Iterable[Short]) -> int:
    """Return where a place is once the abbreviations before it are spelt out."""
    return place + sum(len(one.words) - (one.end - one.start) for one in found if one.end <= place)
