"""How far apart two words are, in edits."""

NEVER = 99.0
_VOWELS = frozenset("aeiouy")


def edits_apart(one: str, other: str, allowed: int) -> float:
    """Return what it takes to make one word of another, 99 where more than `allowed` edits are needed.

    A letter doubled or left single, a vowel for a vowel and two letters turned round cost less than a whole edit.
    """
    mine, theirs = frozenset(one), frozenset(other)
    if max(abs(len(one) - len(other)), len(mine - theirs), len(theirs - mine)) > allowed:
        return NEVER
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    start = max(0, start - 1)
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    end = max(0, end - 1)
    return _filled(one[start : len(one) - end], other[start : len(other) - end], allowed)


def _filled(one: str, other: str, allowed: int) -> float:
    before: list[float] = []
    row = [float(place) for place in range(len(other) + 1)]
    for down, mine in enumerate(one, 1):
        above, row = row, [float(down)]
        for across, theirs in enumerate(other, 1):
            best = above[across - 1] + _swap(mine, theirs)
            taken = above[across] + (0.6 if one[down - 2 : down - 1] == mine else 0.95)
            put = row[across - 1] + (0.6 if other[across - 2 : across - 1] == theirs else 0.95)
            best = min(best, taken, put)
            if down > 1 and across > 1 and mine == other[across - 2] and theirs == one[down - 2]:
                best = min(best, before[across - 2] + 0.7)
            row.append(best)
        if min(row) > allowed:
            return NEVER
        before = above
    return row[-1] if row[-1] <= allowed else NEVER


def _swap(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 0.0
    return 0.7 if mine in _VOWELS and theirs in _VOWELS else 1.0
