"""A text as words, each with its place and what stands round it."""

import re
from dataclasses import dataclass

from visitapp.domain.naming.lists import key

_LETTER = "(?:[^\\W\\d_][\u0300-\u036f]*)"
_WORD = re.compile(rf"(?<![\w#]){_LETTER}+(?:['\u2019\-]{_LETTER}+)*(?!\w)")
_POSSESSIVE = re.compile("['\u2019][sS]$")
_BEGINS = frozenset('.!?:;\u2026\u2022*>(\u201c\u2018"\n|/')
_PASSED_OVER = " \t\u00a0"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text, without a possessive 's. `begins` tells that a capital may only mean a beginning."""

    text: str
    start: int
    end: int
    key: str
    begins: bool
    possessive: bool
    after: str
    """The characters from here to the next word, at most three."""

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital."""
        return self.text[0].isupper()

    @property
    def shouted(self) -> bool:
        """Whether it is all capitals, and more than one letter."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def abbreviated(self) -> bool:
        """Whether capitals inside show that it stands for other words, as in ECTs or DfE."""
        if len(self.text) < 3:
            return self.text[1:].isupper()
        return self.text[:-1].isupper() or (len(self.text) < 5 and self.text[1:] != self.text[1:].lower())

    @property
    def joined(self) -> bool:
        """Whether only a space parts it from the next word."""
        return self.after.startswith(" ") and self.after[1:2].isalpha() and not self.possessive


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text in order; tags and words with figures in them are left out."""
    return tuple(_token(text, match) for match in _WORD.finditer(text))


def _token(text: str, match: re.Match[str]) -> Token:
    words = match.group()
    bare = _POSSESSIVE.sub("", words)
    end = match.start() + len(bare)
    begins = _begins(text, match.start())
    return Token(bare, match.start(), end, key(bare), begins, bare != words, text[match.end() : match.end() + 3])


def _begins(text: str, start: int) -> bool:
    while start > 0 and text[start - 1] in _PASSED_OVER:
        start -= 1
    if start == 0 or text[start - 1] in _BEGINS:
        return True
    return text[start - 1] in "-+!?\u2013\u2014" and (start == 1 or text[start - 2].isspace())
