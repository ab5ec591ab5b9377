"""What a reviewer does with evidence: save, correct, mark, pin, keep private, delete."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.back_dating import time_fault, with_time
from visitapp.domain.evidence import Draft, Note
from visitapp.domain.grammar import Grammar, Parsed, grammar_of, parse
from visitapp.domain.ids import new_id
from visitapp.domain.photo import PAPER_NOTES, SKETCH, Photo
from visitapp.domain.places import put
from visitapp.domain.tagging import as_saved, context_after
from visitapp.domain.text import clean, first_words

COMPOSER = "composer"
"""The box of the capture composer; its draft waits there and becomes a note only when it is saved."""


class Evidence:
    """The notes of the open visit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def grammar(self) -> Grammar:
        """The prefixes and tags of the visit's programme."""
        return grammar_of(self._desk.record.framework)

    def save(self, draft: Draft) -> Note | None:
        """Make a note of what stands in the composer and empty its draft; None for neither words nor pictures.

        What was typed (prefix and #tags) wins over what was chosen; context is carried on, marker and groups not.
        """
        parsed = parse(draft.text, self.grammar)
        words = parsed.text or self._said_by(draft.photos)
        if not words:
            return None
        note = self._note(draft, replace(parsed, text=words))
        label = self._tr("Note saved: {words}").format(words=first_words(note.text, 40))
        pictures = [replace(photo, note_id=note.id) for photo in draft.photos]
        changes = [change for one in (note, *pictures) for change in put(self._desk.record, one)]
        self._desk.act(label, changes, self, box=COMPOSER)
        self._desk.keep_draft(Draft(draft.visit_id, COMPOSER, "", context=context_after(draft.context, parsed)))
        return note

    def change(self, note: Note, **fields: object) -> None:
        """Correct a note: any of its fields."""
        words = first_words(note.text, 40)
        changed = replace(note, **fields)  # type: ignore[arg-type]
        self._desk.put(
            self._tr("Note changed: {words}").format(words=words), replace(changed, text=clean(changed.text))
        )

    def set_time(self, note: Note, taken: datetime) -> str:
        """Set when a note was taken (aware, local); return why it cannot be then, or nothing once it is."""
        fault = time_fault(self._desk.record.visit, taken, self._desk.now().astimezone())
        if not fault:
            label = self._tr("Time of {note} set to {time:%H:%M}").format(note=note.label, time=taken)
            self._desk.put(label, with_time(note, taken))
        return fault

    def delete(self, note: Note) -> None:
        """Delete a note; undo brings it back with all its links."""
        self._desk.remove(self._tr("Note deleted: {words}").format(words=first_words(note.text, 40)), note)

    def _said_by(self, photos: tuple[Photo, ...]) -> str:
        """Return the words of a note that has only pictures: their captions, or what they are."""
        captions = [photo.caption.strip() for photo in photos if photo.caption.strip()]
        names = {SKETCH: self._tr("Sketch"), PAPER_NOTES: self._tr("Photo of paper notes")}
        return "\n".join(captions) or next((names.get(photo.kind, self._tr("Photo")) for photo in photos), "")

    def _note(self, draft: Draft, parsed: Parsed) -> Note:
        saved, record = as_saved(draft, parsed), self._desk.record
        context = saved.context
        return Note(
            id=new_id(),
            visit_id=record.visit_id,
            number=record.next_note_number(),
            text=parsed.text,
            marker=saved.marker,
            source=context.source,
            years=context.years,
            subject=context.subject,
            strand=context.strand,
            groups=saved.groups,
            activity=context.activity,
            slot_id=context.slot_id,
            prompt=context.prompt,
            pinned=saved.pinned,
            private=saved.private,
            taken_at=self._desk.now().astimezone(UTC).isoformat(timespec="seconds"),
            zone=self._desk.zone,
            author_id=record.visit.reviewer_id,
        )

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("Evidence", text)
