"""A paper that is to stand on one page: the same styles, smaller and closer, on a paper with narrow margins."""

from dataclasses import replace

from exports.word.styles import ParagraphStyle

MARGIN = 794
"""Each margin, in twentieths of a point: 1.4 cm."""
TIGHT_WIDTH = 11_906 - 2 * MARGIN
"""The width of a line in twentieths of a point."""
BODY_HALF_POINTS = 20
CELL_PADDING = 24
"""The room above and below the text of a cell, in twentieths of a point."""
SIZE = 0.75
"""How much of a size is left."""
SMALLEST = 9.5
"""Points under which no text goes."""
_SPACE, _LINE = 0.4, 1.06


def tightened(style: ParagraphStyle) -> ParagraphStyle:
    """Return a style with smaller letters, never under 9.5 points, and less room around it."""
    size = max(SMALLEST, round(style.size * SIZE * 2) / 2) if style.size else 0
    return replace(
        style,
        size=size,
        before=style.before * _SPACE,
        after=style.after * _SPACE,
        line=min(style.line, _LINE),
    )
