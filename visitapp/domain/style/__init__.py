"""How a report reads, sentence by sentence: what a quiet reader would point at. It only asks and never rewords."""

from visitapp.domain.style.flag import KINDS, Flag, Piece
from visitapp.domain.style.lists import StyleLists
from visitapp.domain.style.pieces import pieces_of
from visitapp.domain.style.reading import Reading, StyleReader

__all__ = ["KINDS", "Flag", "Piece", "Reading", "StyleLists", "StyleReader", "pieces_of"]
