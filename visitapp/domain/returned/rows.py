"""The rows of tables that came back: which cell says something else."""

from collections.abc import Sequence
from typing import NamedTuple

from visitapp.domain.answering import Remark
from visitapp.domain.marks import NOT_RECORDED
from visitapp.domain.returned.likeness import alike, settled, shape

_CELL = "cell."


class CellChange(NamedTuple):
    """One cell: its column from 0, what left in it, what stood there before tracked changes, and what stands now."""

    column: int
    sent: str
    before: str
    after: str

    @property
    def is_changed(self) -> bool:
        """Return whether it says something else than what left."""
        return not _same(self.sent, self.after)

    @property
    def is_silent(self) -> bool:
        """Return whether it was changed without tracking."""
        return not _same(self.sent, self.before)


def cell_of(remark: Remark) -> int | None:
    """Return the column, from 0, of the one cell a remark is about; None when it is about a whole text or row."""
    number = remark.near.removeprefix(_CELL)
    return int(number) if remark.near.startswith(_CELL) and number.isdigit() else None


def near_cell(column: int) -> str:
    """Return what a remark on one cell holds as `near`."""
    return f"{_CELL}{column}"


def cell_changes(sent: str, cells: Sequence[tuple[str, str]]) -> list[CellChange]:
    """Return what left and what came back in each cell of a row; `cells` are texts before and after tracking."""
    texts = cell_texts(sent, [before for before, _ in cells])
    return [CellChange(n, text, *cell) for n, (text, cell) in enumerate(zip(texts, cells, strict=True))]


def cell_texts(sent: str, cells: Sequence[str]) -> list[str]:
    """Return the text that left in each cell of a row; lines that stand in one cell are put together by likeness."""
    lines, count = sent.split("\n"), len(cells)
    if len(lines) <= count:
        return lines + [""] * (count - len(lines))
    texts: list[str] = []
    for number, cell in enumerate(cells):
        most = len(lines) - (count - number - 1)
        options = ["\n".join(lines[:taken]) for taken in range(1, most + 1)]
        best = max(options, key=lambda text: (settled(text) == settled(cell), alike(shape(text), shape(cell))))
        chosen = options[-1] if number == count - 1 else best
        texts.append(chosen)
        lines = lines[chosen.count("\n") + 1 :]
    return texts


def _same(sent: str, given: str) -> bool:
    return (settled(sent) or NOT_RECORDED) == (settled(given) or NOT_RECORDED)
