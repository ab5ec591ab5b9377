"""A list of words as it is read from its file: looked up by halving, so that nothing is unpacked or built."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

_RAREST = 99


@dataclass(frozen=True)
class WordList:
    """Words with how rare each is, from 10 for the most common to 60.

    `lines` are words, each with a space and its rarity, in the order of their bytes, and no empty line; `more` are
    words beside them, such as `oracy`, and first parts of words with a hyphen, such as `pre-`.
    """

    lines: bytes
    more: Mapping[str, int] = field(default_factory=dict)

    def __contains__(self, word: str) -> bool:
        return self.rarity(word) < _RAREST

    def rarity(self, word: str) -> int:
        """Return how rare a word is, written exactly so; 99 for one that is not in the list."""
        if word in self.more:
            return self.more[word]
        key = word.encode("utf-8", "replace") + b" "
        start = self._first_from(key)
        if not self.lines.startswith(key, start):
            return _RAREST
        return int(self.lines[start + len(key) : start + len(key) + 2])

    def like(self, word: str, edits: int) -> Iterator[tuple[str, int]]:
        """Yield the words that begin as `word` does and may be so many edits away, with how rare they are.

        Cut into one part more than there are edits, a word keeps at least one part whole, near its place.
        """
        first, shape = word[0], _shape(word, edits)
        for other in self._more_by_letter.get(first, ()):
            if shape.match(f"{other} {self.more[other]}".encode()):
                yield other, self.more[other]
        start, end = self._first_from(first.encode()), self._first_from(bytes((ord(first) + 1,)))
        for one in shape.finditer(self.lines, start, end):
            yield one.group(1).decode(), int(one.group(2))

    def _first_from(self, key: bytes) -> int:
        """Return where the first line begins that does not come before `key`."""
        lines, low, high = self.lines, 0, len(self.lines)
        while low < high:
            start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = lines.find(b"\n", start)
            if lines[start:end] < key:
                low = end + 1
            else:
                high = start
        return low

    @cached_property
    def _more_by_letter(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self.more:
            if not word.endswith("-"):
                found.setdefault(word[0], []).append(word)
        return found


def _shape(word: str, edits: int) -> re.Pattern[bytes]:
    """Return what matches the line of a word that may be so many edits away from another."""
    parts, size = [], len(word) / (edits + 1)
    for number in range(edits + 1):
        start, end = round(number * size), round((number + 1) * size)
        parts.append(f".{{{max(0, start - edits)},{start + edits}}}{re.escape(word[start:end])}")
    least, most = max(1, len(word) - edits), len(word) + edits
    return re.compile(f"^(?={'|'.join(parts)})([^ \\n]{{{least},{most}}}) (\\d\\d)".encode(), re.MULTILINE)


def plain_letters(word: str) -> str:
    """Return a word without accents and with plain apostrophes, as it stands in a list."""
    if word.isascii():
        return word
    signs = unicodedata.normalize("NFKD", word.replace("\u2019", "'"))
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
