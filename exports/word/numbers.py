"""Numbers before paragraphs: real ones, no part of the text, that stay as sent when a reader adds a paragraph."""

from collections.abc import Iterator

from exports.word.style_markup import BULLETS, numbering_part
from visitapp.domain.framework.looking import BUILT_IN, ReportLook
from visitapp.domain.report import Bullets, Paragraph, Report

_DEFINITION = 1
_LEVEL = (
    '<w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="560" w:hanging="560"/></w:pPr></w:lvl>'
)


def number_list(number: int) -> int:
    """Return the list that begins with this number; 0 for no number.

    Each number is a list of its own, so that a paragraph put in between moves none of those that follow.
    """
    return BULLETS + number if number else 0


def numbered_part(
    report: Report, definitions: str = "", lists: str = "", look: ReportLook = BUILT_IN
) -> dict[str, bytes]:
    """Return word/numbering.xml with the lists of a numbered report, by its name; nothing for any other.

    `definitions` and `lists` are those of a template, as markup.
    """
    last = max(_numbers(report), default=0)
    if not last and not lists:
        return {}
    own = "".join(map(_list, range(1, last + 1)))
    return {"word/numbering.xml": numbering_part(_definition() + definitions, own + lists, look)}


def _numbers(report: Report) -> Iterator[int]:
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block.number
            elif isinstance(block, Bullets):
                yield from (item.number for item in block.items)


def _definition() -> str:
    return f'<w:abstractNum w:abstractNumId="{_DEFINITION}">{_LEVEL}</w:abstractNum>'


def _list(number: int) -> str:
    begins = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{number}"/></w:lvlOverride>'
    return f'<w:num w:numId="{number_list(number)}"><w:abstractNumId w:val="{_DEFINITION}"/>{begins}</w:num>'
