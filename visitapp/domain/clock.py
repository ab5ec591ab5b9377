"""A hybrid logical clock: wall time where it can be trusted, a count where it cannot.

Kulkarni et al., "Logical Physical Clocks", 2014. It only breaks ties between changes made in ignorance of each
other; it never decides between a value and the one that replaced it.
"""

from collections.abc import Callable

_DAY_MS = 86_400_000


class HybridClock:
    """Gives numbers that only rise: milliseconds since 1970 in the upper bits, a count in the lower 16."""

    def __init__(self, milliseconds: Callable[[], int], last: int = 0) -> None:
        """Start after `last`, the highest number this device has seen."""
        self._milliseconds = milliseconds
        self._last = last

    def tick(self) -> int:
        """Return the next number, higher than every one before."""
        self._last = max(self._last + 1, self._milliseconds() << 16)
        return self._last

    def see(self, other: int) -> None:
        """Take note of another device's number; one more than a day ahead cannot drag this clock along."""
        self._last = max(self._last, min(other, (self._milliseconds() + _DAY_MS) << 16))
