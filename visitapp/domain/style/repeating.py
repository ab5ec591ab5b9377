"""Sentences that stand in another school's report, known by a mark and not by their words."""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b

from visitapp.domain.style.sentences import readable, sentences

FEWEST_WORDS = 8
_WORD = re.compile(r"[^\W_]+")


def sentence_mark(sentence: str) -> str:
    """Return the mark of a sentence, whatever its capitals, signs and spaces; empty for a short one."""
    words = _WORD.findall(unicodedata.normalize("NFKC", sentence).casefold())
    if len(words) < FEWEST_WORDS:
        return ""
    return blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=12).hexdigest()


def marks_of(text: str) -> Iterator[str]:
    """Yield the marks of the sentences of a text that are long enough to be anybody's own."""
    seen = readable(text)
    for start, end in sentences(seen):
        mark = sentence_mark(seen[start:end])
        if mark:
            yield mark
