"""The actions of a paper that has no more of a report than them: a table of them, or a list under their heading."""

import re
from collections.abc import Iterator, Sequence

from visitapp.domain.framework import Framework
from visitapp.domain.imported.acting import COLUMNS, actions_in_list, actions_in_table
from visitapp.domain.imported.likeness import ALIKE, likeness, plain, without_number
from visitapp.domain.imported.lines import Grid, Line, Piece, whole_text
from visitapp.domain.imported.outline import Said
from visitapp.domain.imported.reading import ReadAction, Reading

_TITLES = (*COLUMNS["text"], "agreed actions", "actions agreed", "action plan", "next steps")

_SIGN = re.compile(r"^(?:[-*\u2022]|\d{1,2}[.)])\s+")
"""What people type in front of the things of a list."""


def read_actions_alone(pieces: Sequence[Piece], framework: Framework) -> Reading | None:
    """Return the actions of every table with a column of them, and of the lists under a heading that names them; None
    when there are none."""
    found = [*_of_tables(pieces, framework), *_of_lists(pieces, framework)]
    if not found:
        return None
    reading = Reading(framework, text=whole_text(tuple(pieces)))
    reading.actions = found
    return reading


def _of_tables(pieces: Sequence[Piece], framework: Framework) -> Iterator[ReadAction]:
    for piece in pieces:
        if isinstance(piece, Grid):
            yield from actions_in_table(framework, piece)[0]


def _of_lists(pieces: Sequence[Piece], framework: Framework) -> Iterator[ReadAction]:
    said: list[Said] = []
    is_open = False
    for piece in pieces:
        if not isinstance(piece, Line) or not piece.text.strip():
            continue
        if piece.heading or piece.bold:
            is_open = _names_actions(piece.text)
        elif is_open:
            text = _SIGN.sub("", piece.text.strip())
            said.append(Said(text, item=bool(piece.item) or text != piece.text.strip()))
    yield from actions_in_list(framework, said)[0]


def _names_actions(title: str) -> bool:
    wanted = plain(without_number(title)[0])
    return any(likeness(wanted, one) >= ALIKE for one in _TITLES)
