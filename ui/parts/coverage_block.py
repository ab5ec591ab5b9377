"""One part of the coverage board: a title, how much of it is covered, and a row for each thing counted."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.coverage_rows import ROW_SIDE, CountRow, RowCount
from ui.widgets.layout import Line, column, row, shown_if, wrap
from ui.widgets.text import Text
from visitapp.domain.aspect import Aspect

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


class CoverageBlock(QWidget):
    """Rows of counts: one Tab stop, then Up and Down. `wanted` brings the aspect of a row that was chosen."""

    wanted = Signal(object)

    def __init__(self, title: str, beside: QWidget | None = None) -> None:
        super().__init__()
        self._ways: dict[Aspect, Callable[[], CountRow]] = {}
        self._rows: dict[Aspect, CountRow] = {}
        self._covered = Text("", "caption", "text2", tnum=True)
        self.setAccessibleName(title)
        head = row(Text(title, "heading"), (self._covered, 0), None, spacing=8, margins=(ROW_SIDE, 0, ROW_SIDE, 0))
        if beside is not None:
            head.addWidget(beside)
        self._lines = column(spacing=0)
        rule = wrap(column(Line(), margins=(ROW_SIDE, 0, ROW_SIDE, 0)))
        self.setLayout(column(rule, 6, head, self._lines, 4, spacing=2))

    def add(self, aspect: Aspect, make: Callable[[], CountRow]) -> None:
        """Add a row at the end; it is made when there is first something to show in it."""
        self._ways[aspect] = make

    def show_counts(self, counts: Mapping[Aspect, RowCount], covered: str, spoken: str) -> None:
        """Show these counts; a row without one goes out of sight. `spoken` says how much is covered, in full."""
        self._covered.set_text(covered)
        self._covered.setAccessibleName(spoken)
        self._covered.setToolTip(spoken)
        self.setAccessibleDescription(spoken)
        for aspect in self._ways:
            if aspect in counts and aspect not in self._rows:
                self._make(aspect)
        for aspect, made in self._rows.items():
            if aspect in counts:
                made.show_count(counts[aspect])
            if made.isHidden() == (aspect in counts):
                made.setVisible(aspect in counts)
        self._keep_one_stop()
        if self.isHidden() == bool(counts):
            shown_if(self, bool(counts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the rows."""
        step, rows, now = _STEPS.get(Qt.Key(event.key())), self._in_view(), self.window().focusWidget()
        if step is None or now not in rows:
            super().keyPressEvent(event)
            return
        goal = rows[max(0, min(len(rows) - 1, rows.index(now) + step))]
        _make_reachable(self._rows.values(), goal)
        goal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self, aspect: Aspect) -> None:
        made = self._ways[aspect]()
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.clicked.connect(partial(self.wanted.emit, aspect))
        rows = {**self._rows, aspect: made}
        self._rows = {each: rows[each] for each in self._ways if each in rows}
        order = list(self._rows)
        self._lines.insertWidget(order.index(aspect), made)
        for below in order[order.index(aspect) + 1 :]:
            self._rows[below].raise_()  # a screen reader goes by the order of the children

    def _in_view(self) -> list[CountRow]:
        return [one for one in self._rows.values() if not one.isHidden()]

    def _keep_one_stop(self) -> None:
        """Keep the row Tab comes to; the first one takes its place when it has gone out of sight."""
        rows = self._in_view()
        if not any(one.focusPolicy() == Qt.FocusPolicy.StrongFocus for one in rows):
            _make_reachable(self._rows.values(), next(iter(rows), None))


def _make_reachable(rows: Iterable[CountRow], reachable: CountRow | None) -> None:
    for each in rows:
        policy = Qt.FocusPolicy.StrongFocus if each is reachable else Qt.FocusPolicy.ClickFocus
        if each.focusPolicy() != policy:
            each.setFocusPolicy(policy)
