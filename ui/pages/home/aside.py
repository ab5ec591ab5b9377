"""Room for the column beside the visits, which is loaded when the list has been painted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.layout import column

if TYPE_CHECKING:
    from ui.pages.home.side import HomeSide

_WIDTH = 276
_AFTER_MS = 40


class Aside(QWidget):
    """Holds its width from the first; `came` tells that the column stands in it."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column: HomeSide | None = None
        self.setLayout(column(spacing=0))
        theme().changed.connect(self._hold_width)
        self._hold_width()

    @property
    def is_there(self) -> bool:
        """Whether the column stands here yet."""
        return self._column is not None

    @property
    def column(self) -> "HomeSide":
        """The column itself, made when it is first wanted."""
        if self._column is None:
            from ui.pages.home.side import HomeSide

            self._column = HomeSide()
            self.layout().addWidget(self._column)
            self.came.emit()
        return self._column

    def bring_soon(self) -> None:
        """Make the column once what is more urgent has been painted."""
        if not self.is_there:
            QTimer.singleShot(_AFTER_MS, self._bring)

    def _bring(self) -> None:
        self.column.show()

    def _hold_width(self) -> None:
        self.setFixedWidth(round(_WIDTH * (1 + 0.7 * (max(1.0, theme().text_scale) - 1))))
