"""What a reviewer's text holds besides its words stays where it was when the words are changed."""

from collections.abc import Container

from visitapp.domain.difference import COME, GONE, Run, difference
from visitapp.domain.prose import bold_spans, citations, printed

_STARS = 2
_EMPTY_BOLD = "****"


def carried(raw: str, words: str, known: Container[str] | None = None) -> str:
    """Return `words` with the evidence named in `raw`, and its bold, put where they stood among the words.

    `known` are the labels that name evidence here; any other name in brackets is words. What `words` names or makes
    bold of its own accord is not put in again.
    """
    before = printed(raw, known).text
    if before == raw:
        return words
    runs = difference(before, words)
    wanted = [(place, mark) for place, mark in _marks(raw, known) if mark.strip() not in words]
    marks = [(_after(place, runs), mark) for place, mark in wanted]
    for place, mark in reversed(marks):
        words = words[:place] + mark + words[place:]
    return words.replace(_EMPTY_BOLD, "") if bold_spans(raw) else words


def _marks(raw: str, known: Container[str] | None) -> list[tuple[int, str]]:
    """Return what is not printed of a text, and where among the printed words it stands."""
    stretches = [(start, start + _STARS) for start, _ in bold_spans(raw)]
    stretches += [(end - _STARS, end) for _, end in bold_spans(raw)]
    for one in citations(raw):
        if known is None or one.label in known:
            start = len(raw[: one.start].rstrip(" \t"))
            ahead = start == 0 or raw[start - 1] == "\n"
            spaces = len(raw[one.end :]) - len(raw[one.end :].lstrip(" \t")) if ahead else 0
            stretches.append((start, one.end + spaces))
    found, gone = [], 0
    for start, end in sorted(stretches):
        found.append((start - gone, raw[start:end]))
        gone += end - start
    return found


def _after(place: int, runs: tuple[Run, ...]) -> int:
    """Return where a place of the old words is among the new; one in words that are gone goes behind what came."""
    old = new = 0
    for run in runs:
        if run.kind == COME:
            new += len(run.text)
            continue
        end = old + len(run.text)
        if run.kind == GONE:
            place = max(place, end)
        elif place <= end:
            return new + place - old
        else:
            new += len(run.text)
        old = end
    return new
