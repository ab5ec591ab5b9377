"""What a search found as a list model: notes, and above those of each visit a heading when several are searched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from ui.parts.note_words import NoteWords, local_time
from ui.parts.visit_days import day_words
from ui.workspace.search import Answer, Hit
from visitapp.domain.framework import Framework

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class VisitHeading:
    """What stands above the notes of one visit."""

    school: str
    days: str
    notes: str

    @property
    def spoken(self) -> str:
        """Return the heading in words."""
        return ", ".join(part for part in (self.school, self.days, self.notes) if part)


class SearchList(QAbstractListModel):
    """Hits, the newest first; across visits the visits in the order of their newest hit."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[VisitHeading | Hit] = []
        self._frameworks: Mapping[str, Framework] = {}
        self._words: dict[str, NoteWords] = {}

    def show_answer(self, answer: Answer, *, across: bool) -> None:
        """Hold what an answer brought; views are told only if it is something else than what is held."""
        rows = _grouped(answer.found.hits) if across else list(answer.found.hits)
        if answer.frameworks is self._frameworks and rows == self._rows:
            return
        self.beginResetModel()
        if answer.frameworks is not self._frameworks:
            self._frameworks, self._words = answer.frameworks, {}
        self._rows = rows
        self.endResetModel()

    def clear(self) -> None:
        """Hold nothing."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def row(self, row: int) -> VisitHeading | Hit:
        """Return what stands in a row."""
        return self._rows[row]

    def hit(self, row: int) -> Hit | None:
        """Return the hit in a row, or None for a heading or no row."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Hit) else None

    def row_of(self, note_id: str) -> int:
        """Return the row of a note, or -1."""
        return next((n for n, row in enumerate(self._rows) if isinstance(row, Hit) and row.note.id == note_id), -1)

    def next_hit(self, row: int, step: int) -> int:
        """Return the row of the next hit from `row` by a step of 1 or -1, or -1 when there is none."""
        row += step
        while 0 <= row < len(self._rows):
            if isinstance(self._rows[row], Hit):
                return row
            row += step
        return -1

    def words(self, hit: Hit) -> NoteWords | None:
        """Return the words of the framework a hit was noted under, or None when it is not known."""
        framework = self._frameworks.get(hit.framework_id)
        if framework is None:
            return None
        return self._words.setdefault(hit.framework_id, NoteWords(framework))

    def spoken(self, row: int) -> str:
        """Return a row as a screen reader should say it."""
        found = self._rows[row]
        if isinstance(found, VisitHeading):
            return found.spoken
        words = self.words(found)
        return f"{time_words(found)}. {words.spoken(found.note) if words else found.note.text}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        """Return a row in words."""
        return self.spoken(index.row()) if role in _SPOKEN and index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only hits be taken in hand."""
        if self.hit(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def note_count(count: int) -> str:
    """Return how many notes there are, in words."""
    return _tr("1 note") if count == 1 else _tr("{count} notes").format(count=f"{count:,}")


def time_words(hit: Hit) -> str:
    """Return when a note was taken: the time, and the day too where the visit has more than one."""
    return _time_words(hit.note.taken_at, hit.starts_on)


@lru_cache(maxsize=512)
def _time_words(taken_at: str, starts_on: str) -> str:
    taken = local_time(taken_at)
    if taken is None:
        return ""
    clock = taken.strftime("%H:%M")
    return clock if taken.date().isoformat() == starts_on else f"{day_words(taken.date(), 'd MMM')} {clock}"


def _grouped(hits: tuple[Hit, ...]) -> list[VisitHeading | Hit]:
    visits: dict[str, list[Hit]] = {}
    for hit in hits:
        visits.setdefault(hit.note.visit_id, []).append(hit)
    rows: list[VisitHeading | Hit] = []
    for held in visits.values():
        rows += [VisitHeading(held[0].school, _visit_day(held[0]), note_count(len(held))), *held]
    return rows


def _visit_day(hit: Hit) -> str:
    try:
        return day_words(date.fromisoformat(hit.starts_on), "d MMMM yyyy")
    except ValueError:
        return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SearchList", text)
