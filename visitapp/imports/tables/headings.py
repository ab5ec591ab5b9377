"""Column names, compared without regard to capitals and spaces."""

from collections.abc import Iterable
from dataclasses import dataclass, field


def heading(text: str) -> str:
    """Return a column's name as it is compared: in small letters, trimmed, each run of spaces as one."""
    return " ".join(text.replace("\ufeff", "").lower().split())


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table. `names` are as written, `headings` as compared, both in order; of two columns with the
    same heading the first is meant; `doubled` names the others."""

    names: tuple[str, ...]
    headings: tuple[str, ...] = field(init=False)
    doubled: tuple[str, ...] = field(init=False)
    _places: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        headings = tuple(heading(name) for name in self.names)
        places: dict[str, int] = {}
        for place, one in enumerate(headings):
            places.setdefault(one, place)
        doubled = tuple(
            name for place, name in enumerate(self.names) if headings[place] and places[headings[place]] != place
        )
        object.__setattr__(self, "headings", headings)
        object.__setattr__(self, "doubled", doubled)
        object.__setattr__(self, "_places", places)

    def __len__(self) -> int:
        return len(self.names)

    def __contains__(self, name: str) -> bool:
        return heading(name) in self._places

    def place(self, *names: str) -> int | None:
        """Return where the first of some names stands that there is, None for none."""
        return next((self._places[heading(one)] for one in names if heading(one) in self._places), None)

    def missing(self, names: Iterable[str]) -> list[str]:
        """Return which of some names no column has."""
        return [one for one in names if one not in self]
