"""Text as a literal of the typesetter's language: whatever is in it, it stays text."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from visitapp.domain.text import clean

_JOINERS = "\u200d\ufe00-\ufe0f"
_UNSEEN = "\ufeff"
"""A sign nobody sees, which PDF/UA-1 does not allow; it is often at the start of what was pasted."""
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def literal(text: str) -> str:
    """Return a text, cleaned, as a string literal."""
    return f'"{clean(text).translate(_ESCAPES)}"'


def array(written: Iterable[str]) -> str:
    """Return values already written as an array of them."""
    return f"({''.join(f'{one}, ' for one in written)})"


def texts(found: Iterable[str]) -> str:
    """Return texts as an array of literals."""
    return array(map(literal, found))


def in_words(text: str, signs: Collection[str]) -> str:
    """Return a text in which these signs are named in words, such as "[thumbs up sign]", for want of a font.

    One that nobody would see is left out. What joins such a sign to the next, or chooses its look, goes with it.
    """
    if not signs:
        return text
    listed = "".join(map(re.escape, signs))
    return re.sub(f"[{_JOINERS}]*([{listed}])[{_JOINERS}]*", lambda one: _name(one.group(1)), text)


def _name(sign: str) -> str:
    return "" if sign == _UNSEEN else f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]"
