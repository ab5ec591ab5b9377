"""The visits by group, each a row; one Tab stop, then arrows."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.pages.home.groups import CLOSED, Line
from ui.pages.home.wording import group_words
from ui.parts.visit_row import VisitRow, VisitWords
from ui.widgets.buttons import Button
from ui.widgets.layout import clear, column, row
from ui.widgets.rows import ruled
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

CLOSED_SHOWN = 5


class VisitList(QWidget):
    """Groups of visits. `wanted` and `delete_wanted` bring a visit's id; `above` that Up left the first row."""

    wanted = Signal(str)
    delete_wanted = Signal(str)
    all_closed_wanted = Signal()
    row_entered = Signal(object)
    above = Signal()

    def __init__(self, words: Callable[[Line], VisitWords]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Visits"))
        self._words = words
        self._rows: dict[str, VisitRow] = {}
        self._shape: tuple[bool | tuple[str, str], ...] = ()
        self._column = column(spacing=11)
        self.setLayout(self._column)

    def show_lines(self, lines: Sequence[Line], *, whole: bool) -> None:
        """Show these visits; unless `whole`, only the latest few closed ones."""
        shape = (whole, *((line.group, line.visit.id) for line in lines))
        if shape == self._shape and self._rows:
            for line in lines:
                if line.visit.id in self._rows:
                    self._rows[line.visit.id].set_words(self._words(line))
            return
        self._shape = shape
        self._rebuild(lines, whole=whole)

    def rows(self) -> list[VisitRow]:
        """Return the rows in view, from the top."""
        return list(self._rows.values())

    def take_focus(self, visit_id: str = "") -> bool:
        """Put the focus on a visit, or on the first one; return whether there is any."""
        wanted = self._rows.get(visit_id) or next(iter(self._rows.values()), None)
        if wanted is not None:
            self._enter(wanted)
        return wanted is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between rows."""
        rows, now = self.rows(), self.window().focusWidget()
        place = rows.index(now) if isinstance(now, VisitRow) and now in rows else -1
        last = len(rows) - 1
        moves = {Qt.Key.Key_Down: place + 1, Qt.Key.Key_Up: place - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        goal = moves.get(Qt.Key(event.key()))
        if goal is None or place < 0:
            super().keyPressEvent(event)
        elif goal < 0:
            self.above.emit()
        else:
            self._enter(rows[min(goal, last)])

    def _enter(self, entered: VisitRow) -> None:
        for each in self._rows.values():
            each.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        entered.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        entered.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.row_entered.emit(entered)

    def _rebuild(self, lines: Sequence[Line], *, whole: bool) -> None:
        focused = next((key for key, one in self._rows.items() if one.hasFocus()), None)
        place = list(self._rows).index(focused) if focused else 0
        clear(self._column)
        self._rows = {}
        for group in dict.fromkeys(line.group for line in lines):
            self._add_group(group, [line for line in lines if line.group == group], whole=whole)
        rows = self.rows()
        for number, each in enumerate(rows):
            each.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
        if focused and rows:
            self._enter(self._rows.get(focused) or rows[min(place, len(rows) - 1)])

    def _add_group(self, group: str, lines: Sequence[Line], *, whole: bool) -> None:
        shown = lines if whole or group != CLOSED else lines[:CLOSED_SHOWN]
        head = row(
            Text(group_words(group), "captionm", "text2"),
            Text(str(len(lines)), "caption", "text3", tnum=True),
            None,
            spacing=6,
            margins=(4, 0, 0, 0),
        )
        rows = [self._add_row(line) for line in shown]
        card = Card(ruled(rows), margins=(0, 1, 0, 1), name=group_words(group))
        self._column.addLayout(column(head, card, spacing=5))
        if len(shown) < len(lines):
            more = Button(self.tr("Show all {count} closed").format(count=len(lines)), "quiet", small=True)
            more.clicked.connect(self.all_closed_wanted)
            self._column.addLayout(row(more, None))

    def _add_row(self, line: Line) -> VisitRow:
        made = VisitRow(self._words(line))
        made.clicked.connect(partial(self.wanted.emit, line.visit.id))
        made.delete_wanted.connect(partial(self.delete_wanted.emit, line.visit.id))
        self._rows[line.visit.id] = made
        return made
