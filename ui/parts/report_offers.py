"""What may be put into the report: notes, facts of the school and findings, each with the words it is offered in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from ui.parts.note_words import NoteWords
from ui.parts.report_notes import notes_for
from ui.workspace.desk import Desk
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Section
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import one_line
from visitapp.domain.tracing import Fact, facts, facts_wanted, findings_left_out, left_out

Index = QModelIndex | QPersistentModelIndex
FOR_SECTION, UNUSED, ALL = "section", "unused", "all"
"""What is offered: what suits a section, what the report does not use, or everything."""
_TELLING = 40


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to put in: its name (empty for a finding), mark, source and words, and what a screen reader says."""

    evidence: Note | Fact | Finding
    label: str
    icon: str
    tone: str
    meta: str
    words: str
    spoken: str

    def stands(self, line: str) -> bool:
        """Return whether it is named in a text on one line, or the beginning of its words stands there."""
        start = _start(self.words)
        return (bool(self.label) and f"[{self.label}]" in line) or (bool(start) and start in line)


class Offers:
    """What is offered for the report of the visit on a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._words = NoteWords(desk.record.framework)
        self._known: dict[str, Offer] = {}

    def offered(self, view: str, section: Section | None, written: str, words: str = "") -> tuple[Offer, ...]:
        """Return what is offered in a view for a section that reads as `written`; with `words` all that has them."""
        record = self._desk.record
        if words.strip():
            found = notes_for(record, None, words)
            return (*self._of_facts(_holding(record.once(facts), words)), *self._of_notes(found))
        if view == UNUSED:
            return (*self._of_notes(unused_notes(record, section)), *self._of_findings(record))
        if view == ALL or section is None:
            return (*self._of_notes(notes_for(record, None)), *self._of_facts(record.once(facts)))
        wanted = facts_wanted(record, section, written) if section.prose else ()
        return (*self._of_facts(wanted), *self._of_notes(notes_for(record, section)))

    def count(self, view: str, section: Section | None, written: str) -> int:
        """Return how much is offered in a view."""
        record = self._desk.record
        if view == UNUSED:
            return unused_count(record)
        if view == ALL or section is None:
            return len(notes_for(record, None)) + len(record.once(facts))
        wanted = facts_wanted(record, section, written) if section.prose else ()
        return len(notes_for(record, section)) + len(wanted)

    def _of_notes(self, notes: Iterable[Note]) -> Iterator[Offer]:
        """Yield notes as offers, those said before as they were: this is asked at every key."""
        for note in notes:
            known = self._known.get(note.id)
            if known is None or known.evidence is not note:
                known = self._known[note.id] = self._of_note(note)
            yield known

    def _of_note(self, note: Note) -> Offer:
        marker = self._words.marker(note)
        icon, tone = (marker.icon, marker.tone) if marker else ("notebook-pen", "neutral")
        spoken = f"{note.label}. {self._words.spoken(note)}"
        return Offer(note, note.label, icon, tone, self._words.meta(note), note.text, spoken)

    def _of_facts(self, found: Iterable[Fact]) -> Iterator[Offer]:
        for one in found:
            spoken = f"{one.label}. {one.title}. {one.says}"
            yield Offer(one, one.label, "chart-column", "accent", one.title, one.says, spoken)

    def _of_findings(self, record: VisitRecord) -> Iterator[Offer]:
        for one in record.once(findings_left_out):
            kind = record.framework.finding_kind(one.kind)
            icon, tone, meta = (kind.icon, kind.tone, kind.label) if kind else ("circle", "neutral", one.kind)
            name = QCoreApplication.translate("Offers", "Finding")
            yield Offer(one, "", icon, tone, f"{name}  \u00b7  {meta}", one.text, f"{name}. {meta}. {one.text}")


def unused_notes(record: VisitRecord, section: Section | None = None) -> tuple[Note, ...]:
    """Return the notes with words that the report does not use, those that suit a section first."""
    found = [note for note in record.once(left_out) if note.text.strip()]
    suiting = {note.id for note in notes_for(record, section)} if section else set()
    return (*(one for one in found if one.id in suiting), *(one for one in found if one.id not in suiting))


def unused_count(record: VisitRecord) -> int:
    """Return how many notes and findings the report does not use."""
    return len(unused_notes(record)) + len(record.once(findings_left_out))


@lru_cache(maxsize=4096)
def _start(words: str) -> str:
    """Return the beginning of words by which they are known in a text; asked for every note at every key."""
    return one_line(words)[:_TELLING].rstrip()


def _holding(found: Iterable[Fact], words: str) -> Iterator[Fact]:
    wanted = words.casefold().split()
    return (one for one in found if all(word in f"{one.label} {one.title} {one.says}".casefold() for word in wanted))


class OfferList(QAbstractListModel):
    """What is offered, in order, each used or not; `can_insert` is False where nothing can be put in."""

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[Offer, ...] = ()
        self._used: tuple[bool, ...] = ()
        self.can_insert = True

    def show_offers(self, offers: Sequence[Offer], written: str, *, can_insert: bool) -> None:
        """Hold other offers; the same ones keep the place one is at."""
        line = one_line(written)
        used = tuple(one.stands(line) for one in offers)
        self.can_insert = can_insert
        if tuple(offers) != self._offers:
            self.beginResetModel()
            self._offers, self._used = tuple(offers), used
            self.endResetModel()
        elif used != self._used:
            self._used = used
            if self._offers:
                self.dataChanged.emit(self.index(0), self.index(len(self._offers) - 1))

    def offer(self, row: int) -> Offer:
        """Return what a row offers."""
        return self._offers[row]

    def used(self, row: int) -> bool:
        """Return whether what a row offers stands in the section."""
        return self._used[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how much is offered."""
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: Index, role: int = 0) -> str | None:
        """Return the words of an offer, in full for a screen reader."""
        offer = self._offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            used = self.tr("Used.") if self._used[index.row()] else ""
            return " ".join(part for part in (offer.spoken, used) if part)
        return None
