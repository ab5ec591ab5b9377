"""What a look into a template brought to light, one plain sentence each."""

from dataclasses import dataclass

FOUND, FALLS_BACK, LEFT_OUT, LOOK = "found", "falls-back", "left-out", "look"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing about a template. `sort` is found, falls-back, left-out or look; `what` names it, `where` says in
    which part of the template, `says` is a plain sentence."""

    sort: str
    what: str
    where: str
    says: str


class Points:
    """Gathers points, each once, in the order they are met."""

    def __init__(self) -> None:
        self._points: dict[Point, None] = {}

    def add(self, sort: str, what: str, where: str, says: str) -> None:
        """Note a point, unless it is noted already."""
        self._points[Point(sort, what, where, says)] = None

    def all(self) -> tuple[Point, ...]:
        """Return the points: what falls back first, then what was left out, what to look at, what was found."""
        order = (FALLS_BACK, LEFT_OUT, LOOK, FOUND)
        return tuple(sorted(self._points, key=lambda point: order.index(point.sort)))


def listed(names: list[str]) -> str:
    """Return names in quotation marks as a list in a sentence."""
    quoted = [f"\u201c{name}\u201d" for name in names]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
