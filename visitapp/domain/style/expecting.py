"""Whether a text says which figure is expected."""

import re
from collections.abc import Iterable

from visitapp.domain.style.lists import small, without_order
from visitapp.domain.style.sentences import readable, sentences

_EXPECTS = re.compile(r"\b(?:expect|predict|forecast|project|anticipat|target|estimat|on track|aim)")


def expects_figure(text: str, words: Iterable[str]) -> bool:
    """Return whether what is expected is said with a figure, and one of `words` in the same sentence or line.

    "Year 6", "key stage 2" and "2026" are no figures.
    """
    seen = small(readable(text))
    wanted = [word.lower() for word in words]
    return any(_says(seen[start:end], wanted) for start, end in sentences(seen))


def _says(sentence: str, wanted: list[str]) -> bool:
    if not _EXPECTS.search(sentence) or not any(word in sentence for word in wanted):
        return False
    return any(sign.isdigit() for sign in without_order(sentence))
