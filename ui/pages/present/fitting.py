"""How many lines each of several texts may have where there is room for so many."""

from collections.abc import Sequence


def share(needs: Sequence[int], lines: int, least: int) -> tuple[int, ...]:
    """Return how many lines each text gets, fairly and none more than it needs.

    Where not every text can have `least` lines (or all it needs), the last ones get none and are left out.
    """
    for count in range(len(needs), 0, -1):
        given = [min(least, need) for need in needs[:count]]
        if sum(given) <= lines:
            return tuple(_filled_up(given, needs, lines))
    return ()


def _filled_up(given: list[int], needs: Sequence[int], lines: int) -> list[int]:
    while sum(given) < lines:
        short = [place for place, have in enumerate(given) if have < needs[place]]
        if not short:
            break
        fewest = min(given[place] for place in short)
        given[next(place for place in short if given[place] == fewest)] += 1
    return given
