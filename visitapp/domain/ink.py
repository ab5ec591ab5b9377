"""Ink: the strokes of a sketch as plain numbers, and as the compact text a record keeps."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, TALL = 1600, 1000
"""The sheet a sketch is drawn on. Points are whole units of it, whatever size it has on a screen."""
MOST_STROKES, MOST_POINTS = 4000, 100_000
_FORMAT = "1"

Point = tuple[int, int, int]
"""Across, down, and how hard the pen was pressed, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line from pen down to pen up; `width` is that of a line pressed half way."""

    width: int
    points: tuple[Point, ...]


def write_ink(strokes: Sequence[Stroke]) -> str:
    """Return strokes as text: each point as its distance from the one before."""
    return "|".join([_FORMAT, *(f"{stroke.width}:{_written(stroke.points)}" for stroke in strokes)])


def read_ink(text: str) -> tuple[Stroke, ...]:
    """Return the strokes a text holds, none for an empty one. Raises ValueError when it is not ink."""
    if not text:
        return ()
    form, *parts = text.split("|")
    if form != _FORMAT or len(parts) > MOST_STROKES:
        raise ValueError("this is not ink of a kind known here")
    strokes = tuple(_stroke(part) for part in parts)
    if sum(len(stroke.points) for stroke in strokes) > MOST_POINTS:
        raise ValueError("this is more ink than a sketch holds")
    return strokes


def without_touched(strokes: Sequence[Stroke], x: float, y: float, reach: float) -> tuple[Stroke, ...]:
    """Return the strokes that do not come within `reach` of a place: what an eraser leaves."""
    return tuple(stroke for stroke in strokes if not _comes_near(stroke, x, y, reach + stroke.width / 2))


def is_full(strokes: Sequence[Stroke]) -> bool:
    """Return whether a sketch holds as much ink as it can."""
    return len(strokes) >= MOST_STROKES or sum(len(stroke.points) for stroke in strokes) >= MOST_POINTS


def _written(points: Sequence[Point]) -> str:
    before = (0, 0, 0)
    said = []
    for point in points:
        said.append(",".join(str(now - then) for now, then in zip(point, before, strict=True)))
        before = point
    return " ".join(said)


def _stroke(part: str) -> Stroke:
    width, _, rest = part.partition(":")
    points: list[Point] = []
    x = y = pressed = 0
    for said in rest.split():
        across, down, harder = (_number(one) for one in said.split(","))
        x, y, pressed = x + across, y + down, pressed + harder
        points.append((x, y, pressed))
    if not (points and 0 < _number(width) <= 200 and all(_is_on_sheet(point) for point in points)):
        raise ValueError("this stroke does not lie on the sheet")
    return Stroke(_number(width), tuple(points))


def _number(text: str) -> int:
    if len(text) > 6 or not text.removeprefix("-").isascii() or not text.removeprefix("-").isdigit():
        raise ValueError("this is not a whole number")
    return int(text)


def _is_on_sheet(point: Point) -> bool:
    return 0 <= point[0] <= WIDE and 0 <= point[1] <= TALL and 0 <= point[2] <= 100


def _comes_near(stroke: Stroke, x: float, y: float, reach: float) -> bool:
    pairs = zip(stroke.points, stroke.points[1:] or stroke.points, strict=False)
    return any(_distance_squared(start, end, x, y) <= reach * reach for start, end in pairs)


def _distance_squared(start: Point, end: Point, x: float, y: float) -> float:
    along, down = end[0] - start[0], end[1] - start[1]
    length = along * along + down * down
    part = ((x - start[0]) * along + (y - start[1]) * down) / length if length else 0.0
    part = min(1.0, max(0.0, part))
    return (start[0] + part * along - x) ** 2 + (start[1] + part * down - y) ** 2
