"""Lines of a list made of cells, that are pressed or picked as one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.layout import Edges, Line, column, row, wrap
from ui.widgets.pressable import Pressable

Cell = tuple[QWidget | QLayout, int | None]


class RowButton(Pressable):
    """A whole row as one button: cells are pairs of a piece and its width in px, or None to share the rest.

    `name` must say all that matters in the row. With `pick` it is one of a set under the same parent.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        name: str,
        *,
        height: int = 53,
        spacing: int = 12,
        margins: Edges = (16, 0, 12, 0),
        pick: bool = False,
    ) -> None:
        super().__init__("", name)
        self._height = height
        self.setCheckable(pick)
        self.setAutoExclusive(pick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = self._cells = row(spacing=spacing, margins=margins)
        for piece, width in cells:
            holder = piece if isinstance(piece, QWidget) else wrap(piece)
            holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            if width is not None:
                holder.setFixedWidth(width)
            layout.addWidget(holder, 0 if width is not None else 1)
        self.setLayout(layout)

    def sizeHint(self) -> QSize:
        """Return the row's height for the text size and touch in force."""
        grown = round(self._height * max(1.0, theme().text_scale))
        tall = max(grown, theme().metrics.row) if theme().metrics.touch else grown
        return QSize(320, tall)

    def minimumSizeHint(self) -> QSize:
        """Return the least room its cells can live in."""
        return QSize(max(80, self._cells.minimumSize().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground under the cells."""
        rect = QRectF(self.rect()).adjusted(4, 2, -4, -2)
        with QPainter(self) as painter:
            if self.isChecked():
                rounded(painter, rect, theme().metrics.radius, "accent_soft")
            elif self.underMouse():
                rounded(painter, rect, theme().metrics.radius, "hover")
            self.paint_ring(painter, rect, theme().metrics.radius)


def ruled(widgets: Sequence[QWidget], inset: int = 16) -> QVBoxLayout:
    """Return a column of widgets with hair lines between them, `inset` px from both sides."""
    layout = column(spacing=0)
    for number, widget in enumerate(widgets):
        if number:
            line = wrap(column(Line(), margins=(inset, 0, inset, 0)))
            line.setFixedHeight(1)
            layout.addWidget(line)
        layout.addWidget(widget)
    return layout
