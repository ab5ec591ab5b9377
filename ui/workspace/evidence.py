"""What a reviewer does with evidence: save, correct, mark, pin, keep private, delete."""

from collections.abc import Container
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.back_dating import time_fault, with_time
from visitapp.domain.evidence import Context, Draft, Note
from visitapp.domain.grammar import Grammar, grammar_of, parse
from visitapp.domain.ids import new_id
from visitapp.domain.photo import PAPER_NOTES, SKETCH, Photo
from visitapp.domain.places import put
from visitapp.domain.tagging import as_saved, carried_on, voices_of
from visitapp.domain.text import clean, first_words

COMPOSER = "composer"
"""The box of the capture composer; its draft waits there and becomes a note only when it is saved."""

_MANY = 5
"""From so many fields on, what was changed in a note is not told one by one."""


class Evidence:
    """The notes of the open visit."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def grammar(self) -> Grammar:
        """The prefixes and tags of the visit's programme."""
        return grammar_of(self._desk.record.framework)

    def save(self, draft: Draft, *, before: Context | None = None, chosen: Container[str] = ()) -> Note | None:
        """Make a note of what stands in the composer and empty its draft; None for neither words nor pictures.

        What was typed (prefix and #tags) wins over what was `chosen`, the fields of the context picked for this
        note. Context is carried on, marker and groups not; a private note leaves the context that stood `before`.
        """
        parsed = parse(draft.text, self.grammar)
        words = parsed.text or self._said_by(draft.photos)
        if not words:
            return None
        voices = voices_of(self._desk.record.framework, draft.context.activity) if parsed.years else ()
        saved = as_saved(draft, parsed, chosen=chosen, voices=voices)
        note = self._note(saved, words)
        label = self._tr("Note saved: {words}").format(words=first_words(note.text, 40))
        pictures = [replace(photo, note_id=note.id) for photo in draft.photos]
        changes = [change for one in (note, *pictures) for change in put(self._desk.record, one)]
        self._desk.act(label, changes, self, box=COMPOSER)
        context = carried_on(before or draft.context, saved)
        self._desk.keep_draft(Draft(draft.visit_id, COMPOSER, "", context=context))
        return note

    def change(self, note: Note, **fields: object) -> None:
        """Correct a note: any of its fields. Undo names those that are others now, such as marker of E7."""
        changed = replace(note, **fields)  # type: ignore[arg-type]
        changed = replace(changed, text=clean(changed.text))
        self._desk.put(self.label(note, changed), changed)

    def place_in(self, note: Note, activity: str) -> None:
        """Put a note in another activity; what it had of the plan of the one before goes."""
        if activity != note.activity:
            self.change(note, activity=activity, slot_id="", prompt="")

    def label(self, note: Note, changed: Note) -> str:
        """Return the words for what is other in a note, such as year and subject of E7."""
        names = [name for field, name in self._names().items() if getattr(note, field) != getattr(changed, field)]
        few = names if 0 < len(names) < _MANY else [self._tr("details")]
        what = self._tr(" and ").join((", ".join(few[:-1]), few[-1])) if len(few) > 1 else few[0]
        return self._tr("{what} of {note}").format(what=what, note=note.label)

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

    def _note(self, saved: Draft, words: str) -> Note:
        record, context = self._desk.record, saved.context
        return Note(
            id=new_id(),
            visit_id=record.visit_id,
            number=record.next_note_number(),
            text=words,
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

    def _names(self) -> dict[str, str]:
        return {
            "text": self._tr("words"),
            "marker": self._tr("marker"),
            "source": self._tr("source"),
            "years": self._tr("year"),
            "subject": self._tr("subject"),
            "strand": self._tr("strand"),
            "groups": self._tr("pupil groups"),
            "activity": self._tr("activity"),
            "pinned": self._tr("pin"),
            "private": self._tr("privacy"),
        }

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("Evidence", text)
