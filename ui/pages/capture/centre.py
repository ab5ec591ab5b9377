"""The middle of capture: the evidence and the box, which trade places in touch mode."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.pages.capture.key_hints import KeyHints
from ui.theme.theme import theme
from ui.widgets.layout import column, wrap
from visitapp.domain.framework import Framework


class CaptureCentre(QWidget):
    """Box at the foot with its keys; in touch mode at the top, where no keyboard on the screen can cover it.

    `strip` stands over everything there.
    """

    def __init__(self, framework: Framework, stream: QWidget, composer: QWidget, strip: QWidget) -> None:
        super().__init__()
        self._hints = KeyHints(framework.markers)
        box = wrap(column(composer, margins=(10, 0, 8, 0)))
        self._pieces = column((stream, 1), box, self._hints, strip, spacing=0)
        self.setLayout(self._pieces)
        strip.hide()
        theme().changed.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        touch = theme().metrics.touch
        ways = QBoxLayout.Direction
        self._pieces.setDirection(ways.BottomToTop if touch else ways.TopToBottom)
        self._hints.setVisible(not touch)
