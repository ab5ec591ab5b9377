"""The foot of every page: where one is, and every way on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.pages.present.sizes import Sizes
from ui.pages.present.words import one_line
from ui.theme.painting import PILL, draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.layout import row
from ui.widgets.pressable import Pressable, paint_centred, words_width

PAGE_KEYS = frozenset(
    (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    )
)
_LEAST_WORDS = 5
"""How many letters a name must keep; with less room a number stands for it."""


class FootButton(Pressable):
    """A way to somewhere, in words or as an icon; keys that turn pages are left to the window."""

    def __init__(self, text: str, name: str, sizes: Sizes, *, icon: str = "", checkable: bool = False) -> None:
        super().__init__(text, name)
        self._sizes, self._icon, self._most = sizes, icon, 0
        self.setCheckable(checkable)
        self.setToolTip(name)

    def set_most(self, width: int) -> None:
        """Be at most so wide in px."""
        self._most = width
        self.updateGeometry()

    def wanted(self) -> int:
        """Return the width in px in which all its words can be read."""
        icon = self._icon_size() + (self._sizes.foot // 2 if self.text() else 0) if self._icon else 0
        words = words_width(self.text(), self._font()) if self.text() else 0
        return max(self._sizes.target, round(words + icon + 1.6 * self._sizes.foot))

    def sizeHint(self) -> QSize:
        """Return the room of its words, or what it may have."""
        wide = min(self.wanted(), max(self._most, self._sizes.target)) if self._most else self.wanted()
        return QSize(wide, self._sizes.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the window turn pages."""
        if Qt.Key(event.key()) in PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        rect, on = QRectF(self.rect()), self.isChecked()
        front = "on_accent_soft" if on else "text2" if self.isEnabled() else "line_strong"
        ground = "accent_soft" if on else "hover" if self.underMouse() and self.isEnabled() else None
        with QPainter(self) as painter:
            rounded(painter, rect, PILL, ground, "accent" if on and theme().palette.name == "contrast" else None)
            self._paint_inner(painter, rect, front)
            self.paint_ring(painter, rect, PILL)

    def _paint_inner(self, painter: QPainter, rect: QRectF, front: str) -> None:
        size = self._icon_size()
        room = rect.width() - self._sizes.foot
        text = QFontMetricsF(self._font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        if not self._icon:
            paint_centred(painter, rect, text, self._font(), front)
            return
        gap = self._sizes.foot // 2 if text else 0
        x = (rect.width() - size - gap - words_width(text, self._font())) / 2
        draw_icon(painter, self._icon, front, x, (rect.height() - size) / 2, size, 2)
        words = QRectF(x + size + gap, 0, words_width(text, self._font()), rect.height())
        paint_centred(painter, words, text, self._font(), front)

    def _icon_size(self) -> int:
        return round(theme().scaled(self._sizes.foot) * 1.15)

    def _font(self) -> QFont:
        return theme().font("body", weight=500, px=self._sizes.foot)


class Foot(QWidget):
    """Names of what there is to see, the page one is on, and back, on, leave. Each asks by a signal."""

    chosen = Signal(int)
    """The place of a slide among the names."""
    turned = Signal(int)
    """One page on, or with -1 back."""
    leave_wanted = Signal()
    screen_wanted = Signal()

    def __init__(self, names: Sequence[str], sizes: Sizes, *, screens: int) -> None:
        super().__init__()
        self._sizes = sizes
        self._names = [FootButton(name, name, sizes, checkable=True) for name in names]
        self._said = one_line("", sizes.foot, "text2", weight=400)
        self._tight = False
        self.back = FootButton("", self.tr("Page before"), sizes, icon="arrow-left")
        self.on = FootButton("", self.tr("Next page"), sizes, icon="arrow-right")
        self.leave = FootButton(self.tr("Esc leave"), self.tr("Leave"), sizes, icon="x")
        self.screen_button = FootButton("", self.tr("Show on the other screen"), sizes, icon="monitor")
        self.screen_button.setVisible(screens > 1)
        self._group = QButtonGroup(self)
        names_row = row(*self._names, spacing=sizes.foot // 3)
        right = row(self.screen_button, self.back, self.on, self.leave, spacing=sizes.foot // 4)
        self.setLayout(row(names_row, None, self._said, sizes.foot // 2, right, spacing=0))
        self._connect()

    def buttons(self) -> list[FootButton]:
        """Return every button, from left to right."""
        return [*self._names, self.screen_button, self.back, self.on, self.leave]

    def show_place(self, place: int, page: int, pages: int) -> None:
        """Say which name and which page (from 0) of how many is on show."""
        self._names[place].setChecked(True)
        self._said.set_text(self.tr("Page {number} of {count}").format(number=pages, count=pages))
        self._fit()
        words = "{number} / {count}" if self._tight else self.tr("Page {number} of {count}")
        self._said.set_text(words.format(number=page + 1, count=pages))
        self._said.setMinimumWidth(self._said.sizeHint().width())
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page + 1 < pages)

    def _connect(self) -> None:
        for place, button in enumerate(self._names):
            button.setAutoExclusive(True)
            self._group.addButton(button)
            button.clicked.connect(partial(self.chosen.emit, place))
        self.back.clicked.connect(partial(self.turned.emit, -1))
        self.on.clicked.connect(partial(self.turned.emit, 1))
        self.leave.clicked.connect(self.leave_wanted)
        self.screen_button.clicked.connect(self.screen_wanted)

    def _fit(self) -> None:
        """Shorten the longest names until all fit; where too little would be left of them, number them."""
        others = [one for one in (self.screen_button, self.back, self.on, self.leave) if not one.isHidden()]
        taken = sum(one.sizeHint().width() + self._sizes.foot for one in others) + self._said.sizeHint().width()
        room = self._sizes.width - 2 * self._sizes.edge - taken
        each = room // max(1, len(self._names)) - self._sizes.foot // 3
        least = round(words_width("n" * _LEAST_WORDS, theme().font("body", px=self._sizes.foot)))
        most = self._cap(room)
        self._tight = each < least + 2 * self._sizes.foot
        for number, button in enumerate(self._names, 1):
            if self._tight:
                button.set_label(str(number), button.accessibleName())
            button.set_most(most)
        if self._tight:
            self.leave.set_label("", self.leave.accessibleName())

    def _cap(self, room: int) -> int:
        wanted = sorted(one.wanted() + self._sizes.foot // 3 for one in self._names)
        for place, width in enumerate(wanted):
            if width * (len(wanted) - place) > room:
                return max(1, room // (len(wanted) - place) - self._sizes.foot // 3)
            room -= width
        return wanted[-1] if wanted else 0
