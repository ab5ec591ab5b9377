"""A report with the reviewer's abbreviations spelt out: what they wrote, never headings or words of the framework."""

from collections.abc import Mapping
from dataclasses import replace

from visitapp.domain.report import Block, Bullets, Paragraph, Report
from visitapp.domain.shorthand import expanded, usable


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
        return block if block.kind != "body" else replace(block, text=expanded(block.text, words))
    if isinstance(block, Bullets):
        return Bullets(tuple(replace(item, text=expanded(item.text, words)) for item in block.items))
    return replace(block, rows=tuple(tuple(expanded(cell, words) for cell in row) for row in block.rows))
