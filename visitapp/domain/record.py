"""The whole of one visit as one frozen value, and how changes turn it into the next."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from visitapp.domain.change import KINDS, Change, Entity
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding, Support
from visitapp.domain.fitting import fitted_to, in_full_for
from visitapp.domain.framework import Framework
from visitapp.domain.photo import Photo, in_order
from visitapp.domain.visit import Answer, Reviewer, School, Slot, Value, Visit, answer_id
from visitapp.domain.writing import Block, Export

Shelf = Mapping[str, Any]
Said = TypeVar("Said")


@dataclass(frozen=True)
class VisitRecord:
    """Everything known of a visit. `shelves` hold records by kind and id, deleted ones included; `framework` is what
    of the programme is meant for this visit, `whole` all of it as it was read; words come from `asked_of_any`."""

    framework: Framework
    visit_id: str
    shelves: Mapping[str, Shelf] = field(default_factory=dict)
    whole: Framework = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "whole", self.framework)
        object.__setattr__(self, "framework", fitted_to(self.framework, self.visit_id, self.shelves))

    @cached_property
    def asked_of_any(self) -> Framework:
        """Return all of the programme, what it asks of other visits too, in the words it has for this visit."""
        return in_full_for(self.whole, self.visit_id, self.shelves)

    def with_changes(self, changes: Iterable[Change]) -> "VisitRecord":
        """Return the record as it is once the changes have happened; unknown kinds are left alone."""
        shelves = dict(self.shelves)
        touched: dict[tuple[str, str], dict[str, Value]] = {}
        for change in changes:
            touched.setdefault((change.kind, change.id), {})[change.field] = change.value
        copied: set[str] = set()
        for (kind, record_id), values in touched.items():
            if kind not in KINDS:
                continue
            if kind not in copied:
                shelves[kind] = dict(shelves.get(kind, {}))
                copied.add(kind)
            before = shelves[kind].get(record_id) or KINDS[kind](record_id)
            shelves[kind][record_id] = replace(before, **values)  # type: ignore[index]
        after = replace(self, framework=self.whole, shelves=shelves)
        self._hand_on(after, [one for kind, one in touched if kind == "note"])
        return after

    def _hand_on(self, after: "VisitRecord", touched: Sequence[str]) -> None:
        """Give the record as it is after a change what is known of its notes, so that they are not all read again."""
        if "notes" in self.__dict__:
            after.__dict__["notes"] = self._notes_after(after, touched)
        if "_last_number" in self.__dict__:
            before, now = ([_number(one, note_id) for note_id in touched] for one in (self, after))
            if self._last_number not in before or self._last_number in now:
                after.__dict__["_last_number"] = max((self._last_number, *now))

    def _notes_after(self, after: "VisitRecord", touched: Iterable[str]) -> tuple[Note, ...]:
        """Return the notes of the record as it is after a change, in order, without sorting them all again."""
        notes = list(self.notes)
        for note_id in touched:
            before, now = self.find("note", note_id), after.find("note", note_id)
            if isinstance(before, Note):
                del notes[bisect_left(notes, when(before), key=when)]
            if isinstance(now, Note):
                notes.insert(bisect_left(notes, when(now), key=when), now)
        return tuple(notes)

    def once(self, rule: Callable[["VisitRecord"], Said]) -> Said:
        """Return what a pure rule says of this record, worked out once however many ask."""
        if rule not in self._worked_out:
            self._worked_out[rule] = rule(self)
        said: Said = self._worked_out[rule]
        return said

    def keep(self, rule: Callable[["VisitRecord"], Said], said: Said) -> None:
        """Keep what `rule` would say of this record, for one who knows it already."""
        self._worked_out[rule] = said

    @cached_property
    def _worked_out(self) -> dict[Any, Any]:
        return {}

    def find(self, kind: str, record_id: str) -> Entity | None:
        """Return a record that is not deleted, or None."""
        found: Entity | None = self.shelves.get(kind, {}).get(record_id)
        return found if found is not None and not found.deleted else None

    def living(self, kind: str) -> list[Any]:
        """Return every record of a kind that is not deleted, in no order."""
        return [one for one in self.shelves.get(kind, {}).values() if not one.deleted]

    @property
    def visit(self) -> Visit:
        """Return the visit itself."""
        found: Visit = self.shelves["visit"][self.visit_id]
        return found

    @property
    def school(self) -> School:
        """Return the school visited."""
        school: School = self.shelves.get("school", {}).get(self.visit.school_id) or School(self.visit.school_id)
        return school

    @property
    def reviewer(self) -> Reviewer:
        """Return the reviewer whose visit this is, empty when not yet said."""
        reviewer_id = self.visit.reviewer_id
        found: Reviewer = self.shelves.get("reviewer", {}).get(reviewer_id) or Reviewer(reviewer_id)
        return found

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Return the notes in the order they were taken."""
        return tuple(sorted(self.living("note"), key=when))

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Return the day plan: by day and start, an activity before the lessons inside it."""
        return tuple(sorted(self.living("slot"), key=_by_clock))

    @property
    def actions(self) -> tuple[Action, ...]:
        """Return the actions agreed on this visit, the most important first."""
        return tuple(sorted((one for one in self.living("action") if not one.earlier_id), key=_by_position))

    @property
    def earlier_actions(self) -> tuple[Action, ...]:
        """Return the actions taken over from the visit before, to be judged on this one, in their order."""
        return tuple(sorted((one for one in self.living("action") if one.earlier_id), key=_by_position))

    @property
    def exports(self) -> tuple[Export, ...]:
        """Return every report that left the app, oldest first."""
        return tuple(sorted(self.living("export"), key=_by_revision))

    def findings(self, kind: str = "", group: str | None = None) -> tuple[Finding, ...]:
        """Return the findings of a kind and group, an empty kind meaning all: kinds and groups as the programme has
        them, those of one list in their order."""
        found = [
            one
            for one in self.living("finding")
            if (not kind or one.kind == kind) and (group is None or one.group == group)
        ]
        place = self.framework.finding_place
        return tuple(sorted(found, key=lambda one: (*place(one.kind, one.group), *_by_position(one))))

    def supports(self, finding_id: str) -> tuple[Support, ...]:
        """Return the live links of a finding to notes that still exist, in the order of the notes."""
        notes = self.shelves.get("note", {})
        return tuple(sorted(self._links.get(finding_id, ()), key=lambda link: when(notes[link.note_id])))

    @cached_property
    def _links(self) -> Mapping[str, list[Support]]:
        notes, found = self.shelves.get("note", {}), dict[str, list[Support]]()
        for link in self.living("support"):
            if link.note_id in notes and not notes[link.note_id].deleted:
                found.setdefault(link.finding_id, []).append(link)
        return found

    def notes_of(self, finding_id: str) -> tuple[Note, ...]:
        """Return the notes that speak for or against a finding."""
        notes = self.shelves.get("note", {})
        return tuple(notes[link.note_id] for link in self.supports(finding_id))

    def placed_note_ids(self) -> frozenset[str]:
        """Return the ids of the notes that support at least one finding that still exists."""
        findings = self.shelves.get("finding", {})
        return frozenset(
            link.note_id
            for link in self.living("support")
            if link.finding_id in findings and not findings[link.finding_id].deleted
        )

    @cached_property
    def photos(self) -> Mapping[str, tuple[Photo, ...]]:
        """Return the pictures of each note that has any, by the id of the note, in the order they were added."""
        found: dict[str, list[Photo]] = {}
        for photo in sorted(self.living("photo"), key=in_order):
            found.setdefault(photo.note_id, []).append(photo)
        return {note_id: tuple(photos) for note_id, photos in found.items()}

    def photos_of(self, note_id: str) -> tuple[Photo, ...]:
        """Return the pictures of a note, in the order they were added."""
        return self.photos.get(note_id, ())

    def blocks(self, section: str) -> tuple[Block, ...]:
        """Return the paragraphs of a report section, in order."""
        return tuple(sorted((one for one in self.living("block") if one.section == section), key=_by_position))

    def answer(self, key: str) -> Answer:
        """Return what was answered to `key`; an answer never given has value None and no note."""
        found = self.find("answer", answer_id(self.visit_id, key))
        return found if isinstance(found, Answer) else Answer(answer_id(self.visit_id, key), self.visit_id, key)

    def next_note_number(self) -> int:
        """Return the number the next note gets; numbers of deleted notes are not used again."""
        return 1 + self._last_number

    @cached_property
    def _last_number(self) -> int:
        return max((one.number for one in self.shelves.get("note", {}).values()), default=0)


def when(note: Note) -> tuple[str, int, str]:
    """Return what notes are put in order by: the moment, then the number."""
    return (note.taken_at, note.number, note.id)


def _number(record: VisitRecord, note_id: str) -> int:
    found: Note | None = record.shelves.get("note", {}).get(note_id)
    return found.number if found is not None else 0


def _by_clock(slot: Slot) -> tuple[int, int, bool, str]:
    return (slot.day, slot.starts, bool(slot.part_of), slot.id)


def _by_position(one: Finding | Action | Block) -> tuple[float, str]:
    return (one.position, one.id)


def _by_revision(one: Export) -> tuple[int, str]:
    return (one.revision, one.id)
