"""Sentences of the report behind which no evidence is named."""

from collections.abc import Iterator, Sequence

from visitapp.domain.prose import citations
from visitapp.domain.style.flag import UNTRACED, Piece
from visitapp.domain.style.sentences import Span
from visitapp.domain.style.wording import Found


def without_evidence(text: str, spans: tuple[Span, ...]) -> Iterator[Span]:
    """Yield the sentences of a text that no evidence is named in or behind."""
    named = [one.start for one in citations(text)]
    ends = [start for start, _ in spans[1:]] + [len(text)]
    for (start, end), upto in zip(spans, ends, strict=False):
        if not any(start <= place < upto for place in named):
            yield start, end


def untraced(pieces: Sequence[tuple[Piece, tuple[Span, ...], int]]) -> Iterator[tuple[int, Found]]:
    """Yield, for each section, the first sentence of its paragraphs without evidence and how many there are.

    Each of `pieces` comes with those sentences and the number of all its sentences; what is yielded names the piece.
    """
    first: dict[str, tuple[int, Span]] = {}
    bare: dict[str, int] = {}
    every: dict[str, int] = {}
    for number, (piece, spans, count) in enumerate(pieces):
        if piece.kind == "block":
            every[piece.section] = every.get(piece.section, 0) + count
            bare[piece.section] = bare.get(piece.section, 0) + len(spans)
            if spans:
                first.setdefault(piece.section, (number, spans[0]))
    for section, (number, (start, end)) in first.items():
        says = f"{bare[section]} of {every[section]} sentences of this section name no evidence."
        yield number, Found(UNTRACED, start, end, says)
