"""Menus of tags: each row says quietly what may be typed for it, and what is rarely wanted is behind More."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.parts.tag_offers import Choice, Offer
from ui.theme.theme import theme
from ui.widgets.pressable import words_width

CLEAR_KEYS = "Alt+0"
"""Lets source, year, subject and strand go, anywhere in the composer."""
_EDGE, _GAP = 18, 14
_BESIDE = 74
"""Room beside the words of a row: ticks, edges and frame, in px."""


class TagMenu(QMenu):
    """A menu whose rows have a quiet hint at their right; `renew` is called before it is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.renew: Callable[[], None] | None = None
        self._hints: dict[QAction, str] = {}
        self._more: TagMenu | None = None
        self.aboutToShow.connect(self._prepare)

    def add_row(self, words: str, hint: str = "", data: str | None = None) -> QAction:
        """Add an entry, with `data` one that can be ticked, and return it."""
        row = self.addAction(words.replace("&", "&&"))
        row.setCheckable(data is not None)
        row.setData(data)
        self._hints[row] = hint
        return row

    def add_rest(self, choices: Sequence[Choice]) -> tuple[QAction, ...]:
        """Add a menu behind More with these choices, and return their entries; no choices add nothing."""
        if not choices:
            return ()
        more = self._more = TagMenu(self)
        more.setTitle(self.tr("More\u2026"))
        self.addMenu(more)
        return tuple(more.add_row(one.label, hint_of(one), one.code) for one in choices)

    def add_clear(self) -> QAction:
        """Add the entry that lets the whole context go, and return it."""
        self.addSeparator()
        return self.add_row(self.tr("Clear source, year, subject, strand"), CLEAR_KEYS.replace("+", " "))

    def empty(self) -> None:
        """Take every entry out."""
        self._hints.clear()
        self.clear()
        if self._more is not None:
            self._more.deleteLater()
            self._more = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the menu and its hints."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setFont(theme().font("caption"))
            for row, hint in self._hints.items():
                if hint:
                    self._paint_hint(painter, self.actionGeometry(row), hint, held=row is self.activeAction())

    def _paint_hint(self, painter: QPainter, place: QRect, hint: str, *, held: bool) -> None:
        painter.setPen(theme().colour("on_accent_soft" if held else "text3"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRectF(place).adjusted(0, 0, -_EDGE, 0), int(flags), hint)

    def _prepare(self) -> None:
        if self.renew is not None:
            self.renew()
        self._begin()
        self._make_room()

    def _begin(self) -> None:
        """Do what is to be done each time before the menu is shown."""

    def _make_room(self) -> None:
        measure, small = QFontMetrics(self.font()), theme().font("caption")
        rows = [
            (measure.horizontalAdvance(row.text()), words_width(hint, small)) for row, hint in self._hints.items()
        ]
        self.setMinimumWidth(int(max((words + hint for words, hint in rows), default=0)) + _BESIDE + _GAP)


class TickMenu(TagMenu):
    """A menu of boxes to tick that stays open while they are ticked; Esc or a click beside it closes it.

    With `alone` a press chooses one in place of what was ticked and closes the menu, since that is what is mostly
    wanted; several can be ticked once the entry Several is on, with Space, or while several are. There is an entry
    for none then, and one that asks with `clear_wanted` for the whole context to go.
    """

    ticked = Signal(str, bool)
    clear_wanted = Signal()

    def __init__(self, parent: QWidget, *, alone: bool = False) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QAction] = {}
        self._none: QAction | None = None
        self._several: QAction | None = None
        self._clear: QAction | None = None
        self._alone = alone
        self.triggered.connect(self._on_triggered)

    def offer(self, offer: Offer) -> None:
        """Offer these choices, none ticked."""
        self.empty()
        self._none = self.add_row(self.tr("None"), "", "") if self._alone else None
        rows = [self.add_row(one.label, hint_of(one), one.code) for one in offer.first]
        rows += self.add_rest(offer.rest)
        self._boxes = {row.data(): row for row in rows}
        if self._alone:
            self.addSeparator()
            self._several = self.add_row(self.tr("Several"))
            self._several.setCheckable(True)
            self._clear = self.add_clear()

    def tick(self, codes: Sequence[str]) -> None:
        """Tick exactly these, telling nobody."""
        for code, box in self._boxes.items():
            box.setChecked(code in codes)
        if self._none is not None:
            self._none.setChecked(not codes)

    def ticks(self) -> tuple[str, ...]:
        """Return what is ticked, in the order offered."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick and stay open, unless one or none is chosen alone."""
        box = self.activeAction()
        stays = box is not self._none and (self._ticks_several() or box is self._several)
        if not stays or not self._tick_current():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Space and stay open; Enter ticks and closes, as menus do."""
        box = self.activeAction()
        if event.key() != Qt.Key.Key_Space or (box is not None and box is self._none):
            super().keyPressEvent(event)
            return
        if self._several is not None:
            self._several.setChecked(True)
        if not self._tick_current():
            super().keyPressEvent(event)

    def _ticks_several(self) -> bool:
        return self._several is None or self._several.isChecked()

    def _begin(self) -> None:
        if self._several is not None:
            self._several.setChecked(len(self.ticks()) > 1)

    def _tick_current(self) -> bool:
        box = self.activeAction()
        if box is None or not box.isCheckable():
            return False
        box.trigger()
        return True

    def _on_triggered(self, box: QAction) -> None:
        if box is self._clear:
            self.clear_wanted.emit()
            return
        if box is self._several:
            return
        if box is self._none or not self._ticks_several():
            self.tick((box.data(),) if box.isChecked() and box is not self._none else ())
        elif self._none is not None:
            self._none.setChecked(not self.ticks())
        self.ticked.emit(box.data(), box.isChecked())


def hint_of(choice: Choice) -> str:
    """Return what may be typed for a choice, such as #ma, or nothing."""
    return f"#{choice.tag}" if choice.tag else ""
