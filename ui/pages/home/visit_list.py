"""The visits by group, each a row; one Tab stop, then arrows."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.pages.home.groups import CLOSED, Line
from ui.pages.home.visit_group import VisitGroup
from ui.pages.home.wording import group_words
from ui.parts.visit_row import VisitRow, VisitWords
from ui.widgets.layout import clear, column

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
        self._lines: tuple[Line, ...] = ()
        self._rows: dict[str, VisitRow] = {}
        self._groups: dict[str, VisitGroup] = {}
        self._shown: list[str] = []
        self._left = ("", 0)
        self._column = column(spacing=11)
        self.setLayout(self._column)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Hold these visits; `narrow` says which of them are in view."""
        before = [(line.group, line.visit.id) for line in self._lines]
        self._lines = tuple(lines)
        if before != [(line.group, line.visit.id) for line in lines]:
            self._rebuild()
        for line in lines:
            self._rows[line.visit.id].set_words(self._words(line))

    def narrow(self, ids: Collection[str], *, whole: bool) -> None:
        """Put only these visits in view; unless `whole`, only the latest few of the closed ones."""
        focused, place = self._focused()
        self._left, self._shown = ("", 0), []
        for group, part in self._groups.items():
            wanted = [line.visit.id for line in self._lines if line.group == group and line.visit.id in ids]
            limit = len(wanted) if whole or group != CLOSED else CLOSED_SHOWN
            part.narrow(wanted[:limit], len(wanted))
            self._shown += wanted[:limit]
        if focused and self._shown:
            self.take_focus(focused if focused in self._shown else self._shown[min(place, len(self._shown) - 1)])
        else:
            self._make_reachable(next(iter(self.rows()), None))

    def rows(self) -> list[VisitRow]:
        """Return the rows in view, from the top."""
        return [self._rows[each] for each in self._shown]

    def take_focus(self, visit_id: str = "") -> bool:
        """Put the focus on a visit, or on the first one in view; return whether there is any."""
        wanted = self._rows[visit_id] if visit_id in self._shown else next(iter(self.rows()), None)
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

    def _focused(self) -> tuple[str, int]:
        now = self.window().focusWidget()
        return next(((each, place) for place, each in enumerate(self._shown) if self._rows[each] is now), self._left)

    def _enter(self, entered: VisitRow) -> None:
        self._make_reachable(entered)
        entered.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.row_entered.emit(entered)

    def _make_reachable(self, reachable: VisitRow | None) -> None:
        for each in self._rows.values():
            policy = Qt.FocusPolicy.StrongFocus if each is reachable else Qt.FocusPolicy.ClickFocus
            if each.focusPolicy() != policy:
                each.setFocusPolicy(policy)

    def _rebuild(self) -> None:
        self._left = self._focused()
        clear(self._column)
        self._rows, self._groups, self._shown = {}, {}, []
        for group in dict.fromkeys(line.group for line in self._lines):
            made = VisitGroup(group_words(group))
            made.more.clicked.connect(self.all_closed_wanted)
            for line in self._lines:
                if line.group == group:
                    self._add_row(made, line)
            self._groups[group] = made
            self._column.addWidget(made)

    def _add_row(self, group: VisitGroup, line: Line) -> None:
        made = VisitRow(self._words(line))
        made.clicked.connect(partial(self.wanted.emit, line.visit.id))
        made.delete_wanted.connect(partial(self.delete_wanted.emit, line.visit.id))
        self._rows[line.visit.id] = made
        group.add(line.visit.id, made)
