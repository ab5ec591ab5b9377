"""The facts in front of a report: a label and a value on a line, in a table, or on two lines."""

import re
from collections.abc import Sequence

from visitapp.domain.imported.catalogue import Asked, asked_as
from visitapp.domain.imported.outline import Parted

_PARTED = re.compile(r"\s*:\s*\t?\s*|\s*\t+\s*")


class Front:
    """Takes in what stands before the first heading."""

    def __init__(self, parted: Parted, asked: Sequence[Asked]) -> None:
        self._parted = parted
        self._asked = asked
        self._waiting: tuple[Asked, str] | None = None

    def takes(self, text: str) -> bool:
        """Take in a line if it holds facts, and return whether it did."""
        lines = [line for line in text.split("\n") if line.strip()]
        taken = [self._takes_line(line.strip()) for line in lines]
        if any(taken):
            for line in (line for line, did in zip(lines, taken, strict=True) if not did):
                self.leave(line)
        return any(taken)

    def takes_row(self, cells: Sequence[str]) -> bool:
        """Take in a row of a table, label and value side by side, and return whether it held a fact."""
        pairs = [(label, value) for label, value in zip(cells[::2], cells[1::2], strict=False) if label or value]
        known = [(asked_as(self._asked, label), label, value) for label, value in pairs]
        if not any(asked for asked, _, _ in known):
            return False
        for asked, label, value in known:
            if asked is None:
                self.leave(f"{label}\t{value}")
            else:
                self._keep(asked, label, value)
        return True

    def waits_for(self, text: str) -> None:
        """Take a line for the value of the label that stood alone before it; without one it is left."""
        if self._waiting is None:
            self.leave(text)
            return
        asked, label = self._waiting
        self._waiting = None
        self._keep(asked, label, text)

    def leave(self, text: str) -> None:
        """Keep a line that is no fact, for whoever knows the school's name."""
        self.end()
        self._parted.before.append(text)

    def end(self) -> None:
        """Give up waiting for the value of a label."""
        if self._waiting is not None:
            asked, label = self._waiting
            self._waiting = None
            self._keep(asked, label, "")

    def _takes_line(self, text: str) -> bool:
        label, value = _label_and_value(text)
        asked = asked_as(self._asked, label)
        if asked is None:
            return False
        self.end()
        if value:
            self._keep(asked, label, value)
        else:
            self._waiting = (asked, label)
        return True

    def _keep(self, asked: Asked, label: str, value: str) -> None:
        self._parted.front.append((asked.key, label, value.strip()))
        self._parted.labels += 1


def _label_and_value(text: str) -> tuple[str, str]:
    label, *rest = _PARTED.split(text, maxsplit=1)
    return label, rest[0] if rest else ""
