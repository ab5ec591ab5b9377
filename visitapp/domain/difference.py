"""What is different between two texts, word by word, so that it can be shown."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, GONE, COME = "same", "gone", "come"

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,/-][^\W_]+)*%?|\s+|[^\w\s]+|.", re.DOTALL)
_SENTENCE = re.compile(r".+?(?:[.!?\u2026]+\s+|\n+|$)", re.DOTALL)
_DEAREST = 150_000
"""How many pairs of equal words are compared before sentences are compared first."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that stands in both texts, only in the old one (GONE) or only in the new one (COME)."""

    kind: str
    text: str


def difference(old: str, new: str) -> tuple[Run, ...]:
    """Return the runs that lead from one text to another, what is gone before what has come.

    The runs that are same or gone make up `old`, those that are same or come make up `new`. Of texts that repeat
    the same few words over and over, whole sentences are compared first.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    runs = _of_words(before, after) if _cost(before, after) <= _DEAREST else _of_sentences(old, new)
    return tuple(_joined(runs))


def _cost(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many pairs of equal words there are besides spaces, which are not searched for."""
    counts = Counter(word for word in after if not word.isspace())
    return sum(counts[word] for word in before)


def _of_sentences(old: str, new: str) -> Iterator[Run]:
    before, after = _SENTENCE.findall(old), _SENTENCE.findall(new)
    if _cost(before, after) > _DEAREST:
        yield from (Run(GONE, old), Run(COME, new))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        gone, come = "".join(before[old_from:old_to]), "".join(after[new_from:new_to])
        words = _WORD.findall(gone), _WORD.findall(come)
        if kind == "equal":
            yield Run(SAME, gone)
        elif _cost(*words) <= _DEAREST:
            yield from _of_words(*words)
        else:
            yield from (Run(GONE, gone), Run(COME, come))


def _of_words(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    """Yield the runs; words are compared, the spaces between them follow the word before."""
    old, new = _spaced(before), _spaced(after)
    matcher = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind == "equal":
            for (word, space), (_, other) in zip(old[old_from:old_to], new[new_from:new_to], strict=True):
                yield Run(SAME, word)
                yield from [Run(SAME, space)] if space == other else [Run(GONE, space), Run(COME, other)]
        else:
            yield Run(GONE, "".join(word + space for word, space in old[old_from:old_to]))
            yield Run(COME, "".join(word + space for word, space in new[new_from:new_to]))


def _spaced(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return each word with the space behind it; a first word without letters carries the space at the start."""
    found: list[tuple[str, str]] = [("", "")]
    for word in words:
        if word.isspace() and not found[-1][1]:
            found[-1] = (found[-1][0], word)
        else:
            found.append((word, ""))
    return found


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Yield the runs with neighbours joined; what is same between two changes is theirs when it has no letters."""
    gone = come = held = ""
    for run in runs:
        if run.kind == SAME:
            held += run.text
            continue
        if not run.text:
            continue
        if any(letter.isalnum() for letter in held) or not (gone or come):
            yield from _told(gone, come, held)
            gone = come = ""
        else:
            gone, come = gone + held, come + held
        held = ""
        gone, come = (gone + run.text, come) if run.kind == GONE else (gone, come + run.text)
    yield from _told(gone, come, held)


def _told(gone: str, come: str, same: str) -> Iterator[Run]:
    space = gone[len(gone.rstrip()) :]
    if space and come[len(come.rstrip()) :] == space:
        gone, come, same = gone.rstrip(), come.rstrip(), space + same
    yield from (Run(kind, text) for kind, text in ((GONE, gone), (COME, come), (SAME, same)) if text)
