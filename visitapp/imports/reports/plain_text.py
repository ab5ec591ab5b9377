"""Plain text as lines: signs of bold and of headings, as some people type them, become hints of layout."""

import re
from collections.abc import Iterator

from visitapp.domain.imported.lines import Line
from visitapp.domain.text import clean
from visitapp.imports.word.package import refusal

LARGEST_TEXT = 5 * 1024 * 1024
_HEADING = re.compile(r"^#{1,6}\s+")
_LEAD = re.compile(r"^(?P<sign>[-*\u2022]\s+)?\*\*(?P<lead>[^*]+)\*\*")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def plain_lines(content: bytes) -> Iterator[Line]:
    """Yield the lines of a text file, blank ones too. Raises UnreadableFileError when it is none or too large."""
    if len(content) > LARGEST_TEXT:
        raise refusal(
            f"it is larger than {LARGEST_TEXT // 1024 // 1024} MB of plain text", "Choose the report alone."
        )
    for line in clean(_decoded(content)).split("\n"):
        yield _line(line.strip())


def _decoded(content: bytes) -> str:
    if content.startswith(_WIDE):
        return content.decode("utf-16", "replace")
    if b"\x00" in content:
        raise refusal("it is not a text file", "Choose the report as a Word document or as plain text.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _line(text: str) -> Line:
    heading = _HEADING.match(text)
    if heading:
        return Line(text[heading.end() :].strip().replace("**", ""), heading=True)
    lead = _LEAD.match(text)
    if not lead:
        return Line(text)
    said = text.replace("**", "")
    if lead.end() == len(text):
        return Line(said, bold=True)
    return Line(
        said.removeprefix(lead.group("sign") or ""),
        lead=lead.group("lead"),
        item="bullet" if lead.group("sign") else "",
    )
