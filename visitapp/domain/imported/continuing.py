"""Which lines go on from the one before: a page break or a hard line break has split them."""

import re
from collections.abc import Sequence

from visitapp.domain.imported.lines import Line, Piece

_ENDED = re.compile("[.!?:;\u2026\"'\u2018\u2019\u201d)\\]]$")
_PAGE_MARK = re.compile(
    r"page\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|\d{1,3}\s*(?:of|\|\s*page)\s*\d{0,3}", re.IGNORECASE
)
_NARROW, _WIDE, _FEW = 40, 140, 30
_FULL, _NEARLY_FULL, _MOST = 0.72, 0.92, 0.5


def line_width(pieces: Sequence[Piece]) -> int:
    """Return the width in characters at which every line of a text is broken, as in a paste; 0 when it is not."""
    lengths = sorted(len(one.text.strip()) for one in pieces if isinstance(one, Line) and one.text.strip())
    if len(lengths) < _FEW:
        return 0
    width = lengths[-1 - len(lengths) // 50]
    full = sum(length >= _FULL * width for length in lengths)
    return width if _NARROW <= width <= _WIDE and full >= _MOST * len(lengths) else 0


def goes_on(text: str, before: str, before_length: int, width: int, *, parted: bool) -> bool:
    """Return whether a line goes on from the text before it. `parted`: a blank line stands between; `width`: where
    the document breaks its lines, 0 if it does not."""
    if not text or not before or "@" in text or "@" in before.rsplit(maxsplit=1)[-1]:
        return False
    if text[0].islower() and not _ENDED.search(before):
        return True
    if not width or parted or before_length < _FULL * width:
        return False
    first = text.split(maxsplit=1)[0]
    return not _ENDED.search(before) or before_length + 1 + len(first) > _NEARLY_FULL * width


def is_page_mark(text: str) -> bool:
    """Return whether a line only says which page it is on."""
    return _PAGE_MARK.fullmatch(text.strip()) is not None


def is_number(text: str) -> bool:
    """Return whether a line is a bare number, which may be that of a page and never goes on from a text."""
    return text.isdecimal() and len(text) <= 4
