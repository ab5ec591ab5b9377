"""A row that breaks onto more lines when it runs out of room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Pieces in order, `spacing` px apart, in as many lines as they need, `line_spacing` px apart."""

    def __init__(self, *widgets: QWidget, spacing: int = 6, line_spacing: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap, self._line_gap = spacing, line_spacing
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def set_spacing(self, spacing: int) -> None:
        """Keep pieces and lines another number of px apart."""
        if spacing != self._gap:
            self._gap = self._line_gap = spacing
            self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more piece."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many pieces there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one piece, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one piece out and return it, or None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that spare room is not wanted."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that it grows as it narrows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in px at a width."""
        if width not in self._heights:
            edges = self.contentsMargins()
            inner = width - edges.left() - edges.right()
            places = self._places(QPoint(0, 0), inner)
            self._heights[width] = self._height(places) + edges.top() + edges.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure again: a piece has changed."""
        self._heights.clear()
        super().invalidate()

    def minimumSize(self) -> QSize:
        """Return the room of the largest piece."""
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.sizeHint())
        return size

    def sizeHint(self) -> QSize:
        """Return the room of all pieces in one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, self.minimumSize().height())

    def setGeometry(self, rect: QRect) -> None:
        """Put every piece in its place."""
        super().setGeometry(rect)
        inner = self.contentsRect()
        for item, place in zip(self._shown(), self._places(inner.topLeft(), inner.width()), strict=True):
            item.setGeometry(place)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, start: QPoint, width: int) -> list[QRect]:
        places: list[QRect] = []
        y = start.y()
        for line in self._lines(width):
            tallest = max(size.height() for size in line)
            x = start.x()
            for size in line:
                top = y + (tallest - size.height()) // 2
                places.append(QRect(x, top, min(size.width(), max(1, width)), size.height()))
                x += size.width() + self._gap
            y += tallest + self._line_gap
        return places

    def _lines(self, width: int) -> list[list[QSize]]:
        lines: list[list[QSize]] = []
        used = 0
        for item in self._shown():
            size = item.sizeHint()
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append(size)
            used += size.width() + self._gap
        return lines

    @staticmethod
    def _height(places: list[QRect]) -> int:
        return max((place.bottom() + 1 for place in places), default=0)
