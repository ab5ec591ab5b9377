"""What may be in a text the record keeps; applied once, on entry."""

import re

_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*%?")


def clean(text: str) -> str:
    """Return `text` with every kind of line break as "\\n" and without characters no document may hold.

    Control characters, lone surrogates, noncharacters and direction overrides are dropped
    (XML 1.0 section 2.2; Unicode TR36); all else, emoji included, is kept as typed.
    """
    return _BIDI.sub("", _NOT_TEXT.sub("", _LINE_BREAKS.sub("\n", text)))


def one_line(text: str) -> str:
    """Return `text` cleaned, on one line, without leading, trailing or doubled spaces."""
    return " ".join(clean(text).split())


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the non-blank lines of a text, each stripped at the ends."""
    return tuple(line.strip() for line in clean(text).split("\n") if line.strip())


def word_count(text: str) -> int:
    """Return the number of words; a figure such as 61% is one word."""
    return len(_WORD.findall(text))


def first_words(text: str, limit: int) -> str:
    """Return the beginning of `text` in at most `limit` characters, cut between words with an ellipsis."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "\u2026"
