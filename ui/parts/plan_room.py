"""How wide things are on the timeline."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from ui.theme.theme import theme
from ui.widgets.pressable import words_width

GAP = 8
_HOURS_ROOM = 18
_LESSON_WIDTH = 122
_INSET = 42


def hours_width() -> int:
    """Return the room left of the cards, in px, in which the hours stand."""
    return round(words_width("00:00", theme().font("captionm", tnum=True))) + _HOURS_ROOM


@dataclass(frozen=True, slots=True)
class Room:
    """The width a slot has when `beside` of them stand side by side in a timeline `width` px wide."""

    width: int
    beside: int

    @property
    def card(self) -> int:
        """Return the width of the card."""
        return max(60, (self.width - hours_width() - 2 - (self.beside - 1) * GAP) // self.beside)

    @property
    def indent(self) -> int:
        """Return how far in lessons and editor stand."""
        return _INSET if self.beside == 1 else 14

    @property
    def inner(self) -> int:
        """Return the width of what stands inside."""
        return max(40, self.card - self.indent - 14)

    @property
    def across(self) -> int:
        """Return how many lessons stand in one line."""
        return max(1, self.inner // theme().scaled(_LESSON_WIDTH))

    @property
    def lesson(self) -> int:
        """Return the width of one lesson."""
        return (self.inner - (self.across - 1) * GAP) // self.across

    def cells(self, count: int, high: int) -> list[QRect]:
        """Return the places of so many lessons, each `high` px, from the first."""
        places = (divmod(number, self.across) for number in range(count))
        return [QRect(along * (self.lesson + GAP), down * (high + GAP), self.lesson, high) for down, along in places]

    def left(self, lane: int) -> int:
        """Return where the card of a lane begins."""
        return hours_width() + lane * (self.card + GAP)
