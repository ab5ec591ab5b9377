"""Cards of the overview: findings, decision, estimates. Each says its pieces whole and is as tall as they need."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout

from ui.pages.present.big_tag import BigTag
from ui.pages.present.sizes import Sizes
from ui.pages.present.titles import title_of
from ui.pages.present.words import big, marked, one_line
from ui.widgets.layout import Line as Rule
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Card
from visitapp.domain.framework import Framework
from visitapp.domain.presenting import Line, Part, Slide


class Piece(NamedTuple):
    """One thing said on a card, and the list of the slide it belongs to."""

    part: Part
    line: Line


def pieces_of(slide: Slide) -> tuple[Piece, ...]:
    """Return what a card of a slide says; what stands under a heading of its own beside its list comes first."""
    if not slide.icon:
        return tuple(Piece(part, line) for part in slide.parts for line in part.lines)
    listed = Part("", (), slide.icon, slide.tone)
    beside = [
        replace(line, text=f"{part.title}: {line.text}") for part in slide.parts if part.title for line in part.lines
    ]
    plain = [line for part in slide.parts if not part.title for line in part.lines]
    return tuple(Piece(listed, line) for line in (*beside, *plain))


def findings_card(slide: Slide, pieces: Sequence[Piece], framework: Framework, sizes: Sizes, width: int) -> Card:
    """Return findings of a slide, each list of it under its heading."""
    body = column(spacing=0)
    if not slide.icon:
        body.addWidget(big(title_of(slide), sizes.body, weight=600))
        body.addSpacing(sizes.gap // 2)
    for number, (part, listed) in enumerate(groupby(pieces, key=_part)):
        if number:
            body.addSpacing(sizes.gap)
        title = one_line(part.title or title_of(slide), sizes.body, weight=600)
        body.addLayout(marked(title, part.icon, part.tone, sizes.body))
        body.addSpacing(sizes.gap // 2)
        for place, piece in enumerate(listed):
            if place:
                add_rule(body, sizes.gap // 2)
            body.addWidget(big(piece.line.text, sizes.body))
    return card_of(body, sizes, title_of(slide))


def decision_card(slide: Slide, pieces: Sequence[Piece], framework: Framework, sizes: Sizes, width: int) -> Card:
    """Return the decision with its reasons."""
    body = column(one_line(title_of(slide), sizes.small, "on_accent_soft"), spacing=sizes.gap // 4)
    for number, piece in enumerate(pieces):
        if number:
            body.addSpacing(sizes.gap // 2)
        if piece.line.text:
            body.addWidget(big(piece.line.text, sizes.body, weight=600))
        if piece.line.more:
            body.addWidget(big(piece.line.more, sizes.body, weight=400))
    return card_of(body, sizes, title_of(slide), soft=True)


def estimates_card(slide: Slide, pieces: Sequence[Piece], framework: Framework, sizes: Sizes, width: int) -> Card:
    """Return estimates, each with its value."""
    body = column(one_line(title_of(slide), sizes.small, "on_accent_soft"), spacing=sizes.gap // 2)
    for piece in pieces:
        value = BigTag(piece.line.tag, sizes.body, "accent")
        words = big(piece.line.text, sizes.body)
        words.setContentsMargins(0, (value.sizeHint().height() - words.text_line_height()) // 2, 0, 0)
        body.addLayout(row((words, 1), column(value, None, spacing=0), spacing=sizes.gap))
    return card_of(body, sizes, title_of(slide), soft=True)


def card_of(body: QVBoxLayout, sizes: Sizes, name: str, *, soft: bool = False) -> Card:
    """Return a card round a column; a soft one is what was decided."""
    body.addStretch(1)
    fill, line = ("accent_soft", None) if soft else ("surface", "line")
    return Card(body, fill=fill, line=line, radius=sizes.radius, margins=(sizes.pad,) * 4, name=name)


def add_rule(body: QVBoxLayout, room: int) -> None:
    """Add a line to a column with room above and below."""
    body.addSpacing(room)
    body.addWidget(Rule())
    body.addSpacing(room)


def _part(piece: Piece) -> Part:
    return piece.part
