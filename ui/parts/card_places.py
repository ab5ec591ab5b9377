"""Where the cards of a list lie: measured where they are seen, guessed elsewhere and put right bit by bit."""

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QListView, QScroller, QStyleOptionViewItem

from ui.parts.card_column import CardColumn

_NEAR = 6
"""So many px from its foot a view still counts as being there."""
_SLICE = 0.003
_REST_MS = 15
"""How long measuring what is out of sight goes on in one go, in s, and how long it then rests, in ms."""
_LONG_REST_MS = 700
"""How long it rests once somebody types."""

Guess = Callable[[int, int, int], list[int]]
"""About how tall the rows from one to another are in a view so many px across."""


class CardPlaces(QObject):
    """Places the rows of a view that asks here for them.

    What is in view is always measured, so that opening it costs the same however many rows there are. Any other
    height is a guess until its row comes near the view or there is time; putting it right moves nothing in sight.
    """

    def __init__(self, view: QListView, guess: Guess) -> None:
        super().__init__(view)
        self._view, self._guess = view, guess
        self.column = CardColumn()
        self.across = 0
        """The width cards are measured for, in px; until it is known nothing is."""
        self.at_foot, self.leads_first = True, False
        self.is_measuring = False
        """Whether the bar follows a guess that was put right, not a hand."""
        self._spare_time = QTimer(self, singleShot=True)
        self._spare_time.timeout.connect(self._measure_some)

    def fill(self) -> None:
        """Guess every row; whoever reads further up keeps the row at the top of the view."""
        bar = self._view.verticalScrollBar()
        row = self.column.row_at(bar.value())
        into = bar.value() - self.column.top(row)
        self.column.fill(self._guesses(0, self._view.model().rowCount() - 1))
        self._view.updateGeometries()
        if not self.at_foot:
            bar.setValue(self.column.top(min(row, len(self.column))) + into)
        self.measure_seen()

    def put_in(self, first: int, last: int, *, measured: bool) -> None:
        """Make room for new rows, measured at once or guessed."""
        is_known = measured and self.across > 0
        heights = self._heights(range(first, last + 1)) if is_known else self._guesses(first, last)
        self.column.put_in(first, heights, measured=is_known)

    def measure_again(self, rows: Sequence[int], *, measured: bool) -> None:
        """Measure rows that are not as they were, or guess them."""
        heights = self._heights(rows) if measured else self._guesses(rows[0], rows[-1])
        take = self.column.measure if measured else self.column.guess
        for row, height in zip(rows, heights, strict=True):
            take(row, height)

    def measure_seen(self) -> None:
        """Measure what is in view, until nothing there is a guess."""
        if self.is_measuring or self.across <= 0:
            return
        while guessed := self.column.guessed(*self._in_view()):
            first, last = self._in_view()
            seen = [row for row in range(first, last + 1) if row not in guessed]
            self._take(guessed, self._heights(guessed), seen[0] if seen else first, to_foot=self.at_foot)
            if not seen or seen[-1] - seen[0] >= len(seen):
                self._view.viewport().update()
        self._go_on(_REST_MS)

    def measure_round(self, row: int) -> None:
        """Measure a row and a view full above and below it."""
        room = self._view.viewport().height()
        while self.across > 0 and 0 <= row < len(self.column):
            top, foot = self.column.top(row), self.column.foot(row)
            guessed = self.column.guessed(*self.column.rows_at(top - room, foot + room))
            if not guessed:
                return
            self._take(guessed, self._heights(guessed), self._in_view()[0])

    def rest(self) -> None:
        """Leave what is out of sight for a while: somebody types."""
        if self._spare_time.isActive():
            self._spare_time.start(_LONG_REST_MS)

    def follow(self, value: int) -> None:
        """Follow the bar to where it now is."""
        if not self.is_measuring:
            bar = self._view.verticalScrollBar()
            self.at_foot = (value if self.leads_first else bar.maximum() - value) <= _NEAR
            self.measure_seen()

    def stay(self) -> None:
        """Stay at the foot, if the view is there, now that the bar is longer or shorter."""
        if self.at_foot and not self.is_measuring:
            self._view.verticalScrollBar().setValue(self._end())

    def _end(self) -> int:
        bar = self._view.verticalScrollBar()
        return bar.minimum() if self.leads_first else bar.maximum()

    def _guesses(self, first: int, last: int) -> list[int]:
        return self._guess(first, last, self.across) if self.across > 0 else [0] * (last + 1 - first)

    def _heights(self, rows: Iterable[int]) -> list[int]:
        option, delegate, model = QStyleOptionViewItem(), self._view.itemDelegate(), self._view.model()
        option.rect = QRect(0, 0, self.across, 0)
        return [delegate.sizeHint(option, model.index(row, 0)).height() for row in rows]

    def _in_view(self) -> tuple[int, int]:
        top = self._view.verticalScrollBar().value()
        return self.column.rows_at(top, top + self._view.viewport().height() - 1)

    def _take(self, rows: Sequence[int], heights: Sequence[int], held: int, *, to_foot: bool = False) -> None:
        """Take in how tall rows are and keep one where it is on the screen, or else the foot at the foot."""
        bar, ground = self._view.verticalScrollBar(), self._view.viewport()
        place, room = self.column.top(held) - bar.value(), ground.height()
        self.is_measuring = True
        for row, height in zip(rows, heights, strict=True):
            self.column.measure(row, height)
        self._view.updateGeometries()
        bar.setValue(self._end() if to_foot else self.column.top(held) - place)
        self.is_measuring = False
        if self.column.top(held) - bar.value() != place or ground.height() != room:
            ground.update()
        self.follow(bar.value())

    def _measure_some(self) -> None:
        """Measure rows out of sight for a moment, the nearest first."""
        if not self._view.isVisible():
            return
        end, (first, last) = perf_counter() + _SLICE, self._in_view()
        held, rows, heights = first, list[int](), list[int]()
        while not self._is_moving() and perf_counter() < end:
            row = self.column.nearest_guessed(first, last)
            if row < 0:
                break
            first, last = min(first, row), max(last, row)
            rows.append(row)
            heights += self._heights((row,))
        if rows:
            self._take(rows, heights, held)
        self._go_on(_REST_MS)

    def _go_on(self, rest_ms: int) -> None:
        if not self._spare_time.isActive() and self.column.nearest_guessed(*self._in_view()) >= 0:
            self._spare_time.start(rest_ms)

    def _is_moving(self) -> bool:
        """Tell whether a hand is on the bar, or a finger's push still moves the cards."""
        ground = self._view.viewport()
        pushed = QScroller.hasScroller(ground) and QScroller.scroller(ground).state() != QScroller.State.Inactive
        return self._view.verticalScrollBar().isSliderDown() or pushed
