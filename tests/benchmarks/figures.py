"""Runs in milliseconds, what they come to, and the table they are printed in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

HEADER = ("what", "runs", "p50 ms", "p95 ms", "max ms", "floor p50", "ratio", "wanted", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """What one thing took, run by run in ms, and its floor. `most` is the ratio wanted, `most_ms` the p95 wanted."""

    name: str
    runs: Sequence[float]
    floor: Sequence[float] = ()
    most: float = 0.0
    most_ms: float = 0.0

    @property
    def ratio(self) -> float:
        """The middle run against the middle run of the floor."""
        return median(self.runs) / median(self.floor) if self.floor else 0.0

    @property
    def is_within(self) -> bool:
        """Whether everything wanted is kept."""
        return (not self.most or self.ratio <= self.most) and (
            not self.most_ms or share(self.runs, 0.95) < self.most_ms
        )

    def row(self) -> tuple[str, ...]:
        """Return the figure in words, a column each."""
        wanted = f"<= {self.most:g}" if self.most else f"p95 < {self.most_ms:g} ms" if self.most_ms else ""
        return (
            self.name,
            str(len(self.runs)),
            f"{median(self.runs):.2f}",
            f"{share(self.runs, 0.95):.2f}",
            f"{max(self.runs):.2f}",
            f"{median(self.floor):.2f}" if self.floor else "",
            f"{self.ratio:.2f}" if self.floor else "",
            wanted,
            ("yes" if self.is_within else "NO") if wanted else "",
        )


def share(runs: Sequence[float], part: float) -> float:
    """Return the run that this part of all runs does not exceed."""
    ordered = sorted(runs)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def timed(work: Callable[[], object]) -> float:
    """Return how many ms a piece of work takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def in_turn(times: int, *works: Callable[[], object]) -> tuple[list[float], ...]:
    """Time several pieces of work in turn, so that a busy moment of the machine meets them all alike."""
    runs = [[timed(work) for work in works] for _ in range(times)]
    return tuple(list(column) for column in zip(*runs, strict=True))


def printed(figures: Iterable[Figure]) -> str:
    """Return the table."""
    rows = [HEADER, *(figure.row() for figure in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADER))]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
    return "  ".join(cells).rstrip()
