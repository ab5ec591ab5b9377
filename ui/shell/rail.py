"""The rail at the window's left edge: places to go, and commands for the whole app."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from ui.shell.mark import Mark
from ui.theme.ground import RAIL_WIDTH
from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.layout import column
from ui.widgets.pressable import Pressable, paint_centred

_ICON = 20


class RailItem(NamedTuple):
    """One entry: `place` is one of a set, `toggle` is on or off, `command` just does something.

    `foot` puts it at the bottom; `name` is a fuller name; `keys` its shortcut, for the tooltip.
    """

    code: str
    text: str
    icon: str
    kind: str = "place"
    name: str = ""
    keys: str = ""
    foot: bool = False


class Rail(QFrame):
    """The rail; `chosen` brings the code of the item a person chose."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[RailItem]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Main navigation"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._buttons = {item.code: RailButton(item) for item in items}
        for code, button in self._buttons.items():
            button.clicked.connect(partial(self.chosen.emit, code))
        layout = column(spacing=2, margins=(0, 14, 0, 10))
        layout.addWidget(Mark(), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        for item in items:
            if not item.foot:
                layout.addWidget(self._buttons[item.code])
        layout.addStretch(1)
        for item in items:
            if item.foot:
                layout.addWidget(self._buttons[item.code])
        self.setLayout(layout)

    def set_current(self, code: str) -> None:
        """Show a place as the one we are in; an unknown code shows none."""
        for each, button in self._buttons.items():
            if button.autoExclusive():
                button.setAutoExclusive(False)
                button.setChecked(each == code)
                button.setAutoExclusive(True)

    def set_on(self, code: str, *, on: bool) -> None:
        """Show a toggle as on or off."""
        self._buttons[code].setChecked(on)

    def button(self, code: str) -> "RailButton":
        """Return the button of one item."""
        return self._buttons[code]

    def sizeHint(self) -> QSize:
        """Return the rail's width, more when words are larger."""
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=RAIL_WIDTH)
        return QSize(max(RAIL_WIDTH, widest), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme().colour("rail"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().colour("line"))


class RailButton(Pressable):
    """One entry of the rail, icon over word."""

    def __init__(self, item: RailItem) -> None:
        super().__init__(item.text, item.name or item.text)
        self._icon = item.icon
        if item.keys:
            self.setToolTip(f"{item.name or item.text}  {item.keys}")
        self.setCheckable(item.kind != "command")
        self.setAutoExclusive(item.kind == "place")

    def sizeHint(self) -> QSize:
        """Return room for the icon and the word."""
        words = int(theme().text_width(self.text(), "caption", weight=600, px=11)) + 10
        return QSize(max(RAIL_WIDTH, words), 40 + theme().fit(18, "caption", 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entry."""
        on, width = self.isChecked(), self.width()
        pill = QRectF((width - 46) / 2, 6, 46, 28)
        with QPainter(self) as painter:
            if on:
                rounded(painter, pill, 14, "accent_soft")
            elif self.underMouse():
                rounded(painter, pill, 14, "hover")
            front = "on_accent_soft" if on else "text2"
            draw_icon(painter, self._icon, front, (width - _ICON) / 2, 10, _ICON)
            words = QRectF(0, 36, width, self.height() - 40)
            paint_centred(painter, words, self.text(), self._font(on=on), "text" if on else "text2")
            self.paint_ring(painter, QRectF(self.rect()).adjusted(4, 2, -4, -2), 10)

    @staticmethod
    def _font(*, on: bool) -> QFont:
        return theme().font("caption", weight=600 if on else 500, px=11)
