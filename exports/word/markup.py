"""WordprocessingML as text: one function for each thing that can stand in a document.

Element names and their order follow ECMA-376 part 1, section 17. Texts are cleaned and escaped here and only here.
"""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from visitapp.domain.text import clean, one_line

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BREAKS = re.compile("([\n\t])")
_BREAK_MARKUP = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_QUOTES = {'"': "&quot;"}


def part(element: str, attributes: str, content: str) -> bytes:
    """Return a whole XML part with the namespaces of Word."""
    return f"{DECLARATION}<w:{element} {NAMESPACES}{attributes}>{content}</w:{element}>".encode()


def escaped(text: str) -> str:
    """Return one line of text as it must stand inside an element or a quoted attribute."""
    return escape(one_line(text), _QUOTES)


def run(text: str, style: str = "") -> str:
    """Return a run of text, its line breaks and tabs kept; `style` names a character style."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{look}{_text(clean(text))}</w:r>"


def runs(text: str, bold: Iterable[tuple[int, int]]) -> str:
    """Return a text as runs, its bold stretches (in characters, in order) strong."""
    written: list[tuple[str, str]] = []
    place = 0
    for start, end in bold:
        written += [(text[place:start], ""), (text[start:end], "Strong")]
        place = end
    return "".join(run(words, style) for words, style in [*written, (text[place:], "")] if words) or run("")


def paragraph(style: str, content: str, numbered: int = 0, *, stays: bool = False, right: bool = False) -> str:
    """Return a paragraph in a paragraph style; `numbered` is the list that gives it a number, 0 for none.

    `stays`: it stands on the same page as what follows; `right`: it ends at the right edge.
    """
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>' if numbered else ""
    kept = "<w:keepNext/>" if stays else ""
    side = '<w:jc w:val="right"/>' if right else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{listed}{side}</w:pPr>{content}</w:p>'


def bookmark(number: int, name: str) -> tuple[str, str]:
    """Return where a bookmark starts and where it ends; `number` is unique in the document."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
        f'<w:bookmarkEnd w:id="{number}"/>',
    )


def field(instruction: str, shown: str) -> str:
    """Return a field with the result a program shows until it works the field out."""
    return field_start(instruction) + run(shown) + field_end()


def field_start(instruction: str) -> str:
    """Return the beginning of a field whose result follows, up to `field_end`."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end() -> str:
    """Return the end of a field begun with `field_start`."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def link(bookmark_name: str, text: str) -> str:
    """Return words that lead to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{bookmark_name}" w:history="1">{run(text)}</w:hyperlink>'


def _text(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return _words(text)
    return "".join(_BREAK_MARKUP.get(piece) or _words(piece) for piece in _BREAKS.split(text) if piece)


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
