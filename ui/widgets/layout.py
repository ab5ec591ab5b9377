"""Rows and columns written in the order they are read."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.painting import wash

Box = TypeVar("Box", bound=QBoxLayout)
Edges = tuple[int, int, int, int]
Piece = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
_NONE: Edges = (0, 0, 0, 0)


def row(*pieces: Piece, spacing: int = 8, margins: Edges = _NONE) -> QHBoxLayout:
    """Return a row: widgets and layouts in order, an int is a gap in px, None takes up spare room.

    A pair (piece, share) stretches that piece. Margins are left, top, right, bottom in px.
    """
    return _filled(QHBoxLayout(), pieces, spacing, margins)


def column(*pieces: Piece, spacing: int = 8, margins: Edges = _NONE) -> QVBoxLayout:
    """Return a column, written as a row is."""
    return _filled(QVBoxLayout(), pieces, spacing, margins)


def add(layout: QBoxLayout, piece: Piece) -> None:
    """Add one more piece at the end of a row or column."""
    if piece is None:
        layout.addStretch(1)
    elif isinstance(piece, int):
        layout.addSpacing(piece)
    elif isinstance(piece, tuple):
        _add_part(layout, piece[0], piece[1])
    else:
        _add_part(layout, piece, 0)


def wrap(layout: QLayout, name: str = "") -> QWidget:
    """Return a plain widget that holds a layout."""
    holder = QWidget()
    holder.setLayout(layout)
    holder.setAccessibleName(name)
    return holder


def stand_in_order(layout: QBoxLayout, widgets: Iterable[QWidget]) -> bool:
    """Have widgets stand first in a layout, in this order and in sight; tell whether any had to move."""
    moved = False
    for place, widget in enumerate(widgets):
        if layout.indexOf(widget) != place:
            layout.removeWidget(widget)
            layout.insertWidget(place, widget)
            widget.show()
            moved = True
    return moved


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let its widgets go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def fixed(widget: QWidget, width: int | None = None, height: int | None = None) -> QWidget:
    """Return the same widget held to a width or height in px."""
    if width is not None:
        widget.setFixedWidth(width)
    if height is not None:
        widget.setFixedHeight(height)
    return widget


class Line(QWidget):
    """A hair line between parts, across or, with `vertical`, down."""

    def __init__(self, colour: str = "line", *, vertical: bool = False) -> None:
        super().__init__()
        self._colour = colour
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), self._colour)


class Spacer(QWidget):
    """An empty piece that takes up spare room and lets the mouse through."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _filled(layout: Box, pieces: tuple[Piece, ...], spacing: int, margins: Edges) -> Box:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for piece in pieces:
        add(layout, piece)
    return layout


def _add_part(layout: QBoxLayout, part: QWidget | QLayout, share: int) -> None:
    if isinstance(part, QLayout):
        layout.addLayout(part, share)
    else:
        layout.addWidget(part, share)


def shown_if(widget: QWidget, yes: bool) -> None:
    """Show or hide a widget. One that stands in no other yet is shown with that one, never as a window of its own."""
    if yes and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(yes)
