"""A list of contents typed as plain lines: headings one after another that all come again later."""

from collections.abc import Sequence

from visitapp.domain.imported.catalogue import Heading, heading_match
from visitapp.domain.imported.lines import Line, Piece

_FEWEST = 3


def typed_contents(headings: Sequence[Heading], pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the places of the lines that are a list of contents."""
    matched = {place: _code(headings, piece) for place, piece in enumerate(pieces)}
    codes = {place: code for place, code in matched.items() if code}
    last = {code: place for place, code in codes.items()}
    found: set[int] = set()
    run: list[int] = []
    for place, piece in enumerate(pieces):
        if place in codes and last[codes[place]] != place:
            run.append(place)
        elif not isinstance(piece, Line) or piece.text.strip():
            found |= set(run) if len(run) >= _FEWEST else set()
            run = []
    return frozenset(found)


def _code(headings: Sequence[Heading], piece: Piece) -> str:
    if not isinstance(piece, Line) or len(piece.text) > 240:
        return ""
    match = heading_match(headings, piece.text)
    return f"{match.headings[0].opens}.{match.headings[0].code}" if match else ""
