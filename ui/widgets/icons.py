"""A bundled icon as a still picture."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme.painting import draw_icon


class Icon(QLabel):
    """An icon beside words; say what it means with `name` only where no words do."""

    def __init__(self, icon: str, colour: str = "text2", size: int = 18, stroke: float = 1.8, name: str = "") -> None:
        super().__init__()
        self._icon, self._colour, self._size, self._stroke = icon, colour, size, stroke
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, colour: str | None = None) -> None:
        """Show another icon, in the same colour role unless another is given."""
        self._icon, self._colour = icon, colour or self._colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's square."""
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        """Return the icon's square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        with QPainter(self) as painter:
            draw_icon(painter, self._icon, self._colour, 0, 0, self._size, self._stroke)
