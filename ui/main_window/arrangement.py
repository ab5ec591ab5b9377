"""Where the rail is and what is on it: at the left edge, or at the foot of an upright window in touch mode."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from ui.shell.rail import Rail
from ui.theme.theme import theme
from ui.widgets.layout import row

if TYPE_CHECKING:
    from ui.main_window.folding import Folding


class Arrangement(QObject):
    """Lays out a window as its shape and touch mode ask for, and again whenever either is another.

    A place with a `folding` has its views on the rail while they do not fit side by side.
    """

    def __init__(self, window: QWidget, rail: Rail, places: QStackedWidget) -> None:
        super().__init__(window)
        self._window, self._rail, self._places = window, rail, places
        self._layout = row(rail, (places, 1), spacing=0)
        window.setLayout(self._layout)
        window.installEventFilter(self)
        theme().changed.connect(self._arrange)
        places.currentChanged.connect(self._on_place)
        rail.parts.chosen.connect(self._hold)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrange again for another size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._arrange()
        return False

    def _arrange(self) -> None:
        touch = theme().metrics.touch
        across = touch and self._window.height() > self._window.width()
        self._layout.setEnabled(False)  # half arranged, it would ask for more room than there is
        self._rail.set_across(across=across)
        self._rail.set_on("touch", on=touch)
        # The rail stays first in the layout, so that Tab walks the same way in both.
        self._layout.setDirection(QBoxLayout.Direction.BottomToTop if across else QBoxLayout.Direction.LeftToRight)
        self._layout.setEnabled(True)
        self._layout.activate()

    def _on_place(self) -> None:
        folding = self._folding()
        if folding is not None:
            folding.changed.connect(self._show_parts, Qt.ConnectionType.UniqueConnection)
        self._show_parts()

    def _show_parts(self) -> None:
        folding = self._folding()
        self._rail.show_parts(folding.items() if folding else (), folding.held if folding else "")

    def _hold(self, code: str) -> None:
        folding = self._folding()
        if folding is not None:
            folding.hold(code)

    def _folding(self) -> "Folding | None":
        return getattr(self._places.currentWidget(), "folding", None)
