"""The rail at the window's edge: places to go, parts of the screen in hand, and commands for the whole app."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from ui.shell.mark import Mark
from ui.theme.ground import RAIL_WIDTH
from ui.theme.painting import draw_icon, rounded, wash
from ui.theme.theme import theme
from ui.widgets.layout import clear, column
from ui.widgets.pressable import Pressable, paint_centred

_ICON = 20
_DOWN, _ACROSS = (0, 14, 0, 10), (6, 3, 6, 3)


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
    """The rail; `chosen` brings the code of the item a person chose. It stands at the left or lies at the foot."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[RailItem]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Main navigation"))
        self._buttons = {item.code: RailButton(item) for item in items}
        for code, button in self._buttons.items():
            button.clicked.connect(partial(self.chosen.emit, code))
        self.parts = RailParts()
        self._mark = Mark()
        self._across = False
        layout = column(spacing=2)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.parts)
        for item in items:
            if not item.foot:
                layout.addWidget(self._buttons[item.code])
        layout.addStretch(1)
        for item in items:
            if item.foot:
                layout.addWidget(self._buttons[item.code])
        self.setLayout(layout)
        self._lie()

    def set_across(self, *, across: bool) -> None:
        """Lie at the foot of the window, or stand at its left edge."""
        if across != self._across:
            self._across = across
            self._lie()

    def show_parts(self, items: Sequence[RailItem], current: str) -> None:
        """Offer the parts of a screen that does not fit whole, one of them in view; none for one that does."""
        self.parts.show_parts(items, current)
        self._share_room()

    def set_current(self, code: str) -> None:
        """Show a place as the one we are in; an unknown code shows none."""
        _check_only(self._buttons, code)

    def set_on(self, code: str, *, on: bool) -> None:
        """Show a toggle as on or off."""
        self._buttons[code].setChecked(on)

    def button(self, code: str) -> "RailButton":
        """Return the button of one item."""
        return self._buttons[code]

    def sizeHint(self) -> QSize:
        """Return the rail's width, more when words are larger; across, its height."""
        if self._across:
            return QSize(super().sizeHint().width(), super().minimumSizeHint().height())
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=RAIL_WIDTH)
        return QSize(max(RAIL_WIDTH, widest), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        with QPainter(self) as painter:
            wash(painter, self.rect(), "surface" if self._across else "rail")
            edge = (0, 0, self.width(), 1) if self._across else (self.width() - 1, 0, 1, self.height())
            wash(painter, QRect(*edge), "line")

    def _lie(self) -> None:
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.setDirection(_direction(across=self._across))
        layout.setContentsMargins(*(_ACROSS if self._across else _DOWN))
        self._mark.setVisible(not self._across)
        self.setSizePolicy(*((wide, fixed) if self._across else (fixed, wide)))
        for button in self._buttons.values():
            button.set_across(across=self._across)
        self.parts.set_across(across=self._across)
        self._share_room()
        self.updateGeometry()
        self.update()

    def _share_room(self) -> None:
        """Across, every entry is as wide as the next; standing, the spare room parts the places from the foot."""
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        entries = {layout.indexOf(one): 1 for one in (self._mark, *self._buttons.values())}
        entries[layout.indexOf(self.parts)] = self.parts.count()
        for number in range(layout.count()):
            share = entries.get(number, 0) if self._across else number not in entries
            layout.setStretch(number, int(share))


class RailParts(QFrame):
    """The parts of a screen that does not fit whole, one in view; `chosen` brings the code of another one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Parts of this screen"))
        self._across = False
        self._items: tuple[RailItem, ...] = ()
        self._buttons: dict[str, RailButton] = {}
        self.setLayout(column(spacing=2))
        self.hide()

    def show_parts(self, items: Sequence[RailItem], current: str) -> None:
        """Offer these, one of them in view; none goes out of sight."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self._rebuild()
        _check_only(self._buttons, current)
        self.setVisible(bool(items))

    def set_across(self, *, across: bool) -> None:
        """Lie in a row, or stand in a column."""
        self._across = across
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.setDirection(_direction(across=across))
        layout.setContentsMargins(*((0, 0, 9, 0) if across else (0, 0, 0, 9)))
        policy = QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        for button in self._buttons.values():
            button.set_across(across=across)

    def count(self) -> int:
        """Return how many parts are offered."""
        return len(self._items)

    def button(self, code: str) -> "RailButton":
        """Return the button of one part."""
        return self._buttons[code]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line between the parts of this screen and the places of the program."""
        line = QRectF(self.width() - 5, 14, 1, self.height() - 28)
        if not self._across:
            line = QRectF(14, self.height() - 5, self.width() - 28, 1)
        with QPainter(self) as painter:
            wash(painter, line, "line")

    def _rebuild(self) -> None:
        layout = self.layout()
        assert layout is not None
        clear(layout)
        self._buttons = {}
        for item in self._items:
            button = self._buttons[item.code] = RailButton(item)
            button.set_across(across=self._across)
            button.clicked.connect(partial(self.chosen.emit, item.code))
            layout.addWidget(button)


class RailButton(Pressable):
    """One entry of the rail, icon over word."""

    def __init__(self, item: RailItem) -> None:
        super().__init__(item.text, item.name or item.text)
        self._icon = item.icon
        if item.keys:
            self.setToolTip(f"{item.name or item.text}  {item.keys}")
        self.setCheckable(item.kind != "command")
        self.setAutoExclusive(item.kind == "place")

    def set_across(self, *, across: bool) -> None:
        """Share the width of a row, or stand in a column."""
        wide = QSizePolicy.Policy.Expanding if across else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)

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


def _check_only(buttons: dict[str, RailButton], code: str) -> None:
    for each, button in buttons.items():
        if button.autoExclusive():
            button.setAutoExclusive(False)
            button.setChecked(each == code)
            button.setAutoExclusive(True)


def _direction(*, across: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
