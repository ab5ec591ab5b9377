"""A note as it is handed over: every code in words, its time as it was where it was taken."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from visitapp.domain.evidence import Note
from visitapp.domain.framework import Framework
from visitapp.domain.handed_lists import HandedList, Row, slot_words
from visitapp.domain.hunches import prompt_words
from visitapp.domain.record import VisitRecord
from visitapp.domain.shorthand import expanded, usable
from visitapp.domain.text import clean
from visitapp.domain.visit import Reviewer, Slot

NOTE_HEADER = (
    "Note",
    "Date",
    "Time",
    "Time zone",
    "Entered at",
    "Marker",
    "Source",
    "Years",
    "Subject",
    "Strand",
    "Pupil groups",
    "Activity",
    "In the plan",
    "Prompt",
    "Pinned",
    "Private",
    "Taken by",
    "Pictures",
    "Text",
    "Written out",
)

_WORD = re.compile(r"[^\W_]+(?:[/'\u2019-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class HandedNote:
    """One note. `taken` is local to `zone`, None when the note has no time; `entered` is when it was typed, where the
    time was set by hand; `expanded` is the text with its shorthand written out, empty when that is the same text;
    `pictures` are the captions of its photos and sketches, empty ones included."""

    id: str
    label: str
    taken: datetime | None
    zone: str
    entered: datetime | None
    marker: str
    source: str
    years: tuple[str, ...]
    subject: str
    strand: str
    groups: tuple[str, ...]
    activity: str
    slot: str
    prompt: str
    pinned: bool
    private: bool
    taken_by: str
    pictures: tuple[str, ...]
    text: str
    expanded: str


def handed_notes(
    record: VisitRecord, notes: Iterable[Note], words: Mapping[str, str], here: tzinfo | None = None
) -> tuple[HandedNote, ...]:
    """Return these notes in words; `here` is the zone of notes that do not say theirs or name one not known here."""
    pictures, known = _pictures(record), usable(words)
    return tuple(_handed(record, note, known, here, pictures.get(note.id, ())) for note in notes)


def note_list(notes: Iterable[HandedNote]) -> HandedList:
    """Return notes as one list, a note a row, in the columns of NOTE_HEADER."""
    return HandedList("evidence", "Evidence", NOTE_HEADER, tuple(map(_row, notes)))


def written_out(text: str, words: Mapping[str, str]) -> str:
    """Return a text with every short form in `words` written out; empty when that changes nothing."""
    held = words.keys() & set(_WORD.findall(text.lower()))
    full = expanded(text, {short: words[short] for short in held}) if held else text
    return "" if full == text else full


def picture_words(captions: tuple[str, ...]) -> str:
    """Return how many pictures there are and their captions, such as "2 pictures: Reading journal; no caption"."""
    if not captions:
        return ""
    count = "1 picture" if len(captions) == 1 else f"{len(captions)} pictures"
    return f"{count}: {'; '.join(caption or 'no caption' for caption in captions)}"


def _handed(
    record: VisitRecord, note: Note, words: Mapping[str, str], here: tzinfo | None, pictures: tuple[str, ...]
) -> HandedNote:
    framework, text = record.framework, clean(note.text)
    taken = _local(note.taken_at, note.zone, here)
    marker, strand, slot = (
        framework.marker(note.marker),
        framework.strand(note.strand),
        record.find("slot", note.slot_id),
    )
    activity = framework.activity(note.activity)
    author = record.shelves.get("reviewer", {}).get(note.author_id)
    return HandedNote(
        id=note.id,
        label=note.label,
        taken=taken,
        zone=_zone_words(taken),
        entered=_local(note.entered_at, note.zone, here),
        marker=marker.label if marker else note.marker or "Note",
        source=_label(framework, "sources", note.source),
        years=tuple(framework.label("years", code) for code in note.years),
        subject=_label(framework, "subjects", note.subject),
        strand=strand.label if strand else note.strand,
        groups=tuple(framework.label("groups", code) for code in note.groups),
        activity=activity.title if activity else note.activity,
        slot=slot_words(framework, slot) if isinstance(slot, Slot) else "",
        prompt=prompt_words(record, note.activity, note.prompt),
        pinned=note.pinned,
        private=note.private,
        taken_by=clean(author.name) if isinstance(author, Reviewer) else "",
        pictures=pictures,
        text=text,
        expanded=written_out(text, words),
    )


def _row(note: HandedNote) -> Row:
    return (
        note.label,
        f"{note.taken:%Y-%m-%d}" if note.taken else "",
        f"{note.taken:%H:%M:%S}" if note.taken else "",
        note.zone,
        f"{note.entered:%Y-%m-%d %H:%M:%S}" if note.entered else "",
        note.marker,
        note.source,
        ", ".join(note.years),
        note.subject,
        note.strand,
        ", ".join(note.groups),
        note.activity,
        note.slot,
        note.prompt,
        "Yes" if note.pinned else "No",
        "Yes" if note.private else "No",
        note.taken_by,
        picture_words(note.pictures),
        note.text,
        note.expanded,
    )


def _pictures(record: VisitRecord) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    live = [one for one in record.shelves.get("photo", {}).values() if not one.deleted]
    for one in sorted(live, key=lambda photo: (photo.taken_at, photo.id)):
        found[one.note_id] = (*found.get(one.note_id, ()), clean(one.caption).strip())
    return found


def _local(iso: str, zone: str, here: tzinfo | None) -> datetime | None:
    if not iso:
        return None
    try:
        return datetime.fromisoformat(iso).astimezone(ZoneInfo(zone) if zone else here)
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.fromisoformat(iso).astimezone(here)


def _zone_words(taken: datetime | None) -> str:
    """Return the zone a time is said in: its name where this device knows it, otherwise the distance from UTC."""
    if taken is None:
        return ""
    return taken.tzinfo.key if isinstance(taken.tzinfo, ZoneInfo) else f"UTC{taken:%z}"


def _label(framework: Framework, role: str, code: str) -> str:
    return framework.label(role, code) if code else ""
