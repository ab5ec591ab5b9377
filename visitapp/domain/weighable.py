"""The notes and findings a person may link with an answer, the likely ones first. Nothing is chosen for anybody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.record import VisitRecord
from visitapp.domain.weighed import bearings, findings_bearing

_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 6


class Nearness(StrEnum):
    """Why a note stands where it does in the list, nearest first."""

    LINKED = "linked"
    IN_FINDING = "in-finding"
    MENTIONS = "mentions"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Offered:
    """A note or a finding that may be linked, and why it stands where it does."""

    one: Note | Finding
    nearness: Nearness


def offered_notes(record: VisitRecord, key: str, words: str) -> tuple[Offered, ...]:
    """Return every note with words, as they were taken: those linked with the answer to `key`, those that stand in
    a finding linked with it, those that use a word of `words`, then the others. Deleted notes are left out."""
    linked = {one.note_id for one in bearings(record, key)}
    found_in = {note.id for one in findings_bearing(record, key) for note in record.notes_of(one.id)}
    mentions = _mention_of(words)
    notes = (note for note in record.notes if note.text.strip())
    return _in_order(Offered(note, _nearness(note, linked, found_in, mentions)) for note in notes)


def offered_findings(record: VisitRecord, key: str, words: str) -> tuple[Offered, ...]:
    """Return every finding, by kind: those linked with the answer to `key`, those that use a word of `words`, then
    the others."""
    linked, mentions = {one.id for one in findings_bearing(record, key)}, _mention_of(words)
    findings = (one for kind in record.framework.finding_kinds for one in record.findings(kind.code))
    return _in_order(Offered(one, _nearness(one, linked, set(), mentions)) for one in findings)


def _nearness(
    one: Note | Finding, linked: set[str], found_in: set[str], mentions: re.Pattern[str] | None
) -> Nearness:
    if one.id in linked:
        return Nearness.LINKED
    if one.id in found_in:
        return Nearness.IN_FINDING
    return Nearness.MENTIONS if mentions and mentions.search(one.text) else Nearness.OTHER


def _in_order(offered: Iterator[Offered]) -> tuple[Offered, ...]:
    order = {nearness: place for place, nearness in enumerate(Nearness)}
    return tuple(sorted(offered, key=lambda one: order[one.nearness]))


def _mention_of(words: str) -> re.Pattern[str] | None:
    """Return a search for words that begin as one of these does; short words say too little to be looked for."""
    stems = sorted({re.escape(word[:_STEM]) for word in _WORD.findall(words)})
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE) if stems else None
