"""What each sentence of the report rests on: notes and facts named behind it, and those that name nothing."""

import re
from dataclasses import dataclass

from visitapp.domain.cited_sentences import cited_sentences
from visitapp.domain.evidence import Note
from visitapp.domain.forms import field_text
from visitapp.domain.prose import FACT, NOTE, Spans, citations, cited, plain
from visitapp.domain.record import VisitRecord
from visitapp.domain.rules import used_note_ids

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the school as a report may name it: D and its number in the programme's list, and what is known."""

    number: int
    code: str
    title: str
    text: str

    @property
    def label(self) -> str:
        """Return how it is named, such as D3."""
        return f"{FACT}{self.number}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch of a section's text (in characters) and, where there is one, the fact it speaks of."""

    start: int
    end: int
    fact: Fact | None = None


def facts(record: VisitRecord) -> tuple[Fact, ...]:
    """Return the facts of the school that are known, numbered as the programme lists them."""
    found = (
        Fact(number, field.code, field.label, field_text(record, field, f"fact.{field.code}").strip())
        for number, field in enumerate(record.framework.school_facts, 1)
    )
    return tuple(one for one in found if one.text)


def notes_by_label(record: VisitRecord) -> dict[str, Note]:
    """Return the notes of a visit by what they are called, such as E12."""
    return {note.label: note for note in record.notes}


def known_labels(record: VisitRecord) -> frozenset[str]:
    """Return what evidence may be named by in this visit; nothing else in brackets is taken for evidence."""
    return frozenset(notes_by_label(record)) | {one.label for one in facts(record)}


def cited_notes(record: VisitRecord) -> frozenset[str]:
    """Return the ids of the notes named in the report's paragraphs."""
    numbers = {number for block in record.living("block") for number in cited(block.text)}
    return frozenset(note.id for note in record.notes if note.number in numbers)


def left_out(record: VisitRecord) -> tuple[Note, ...]:
    """Return the notes that stand in nothing a reader has: in no finding, and behind no sentence of the report.

    Private notes are not among them.
    """
    used = used_note_ids(record) | cited_notes(record)
    return tuple(note for note in record.notes if note.id not in used and not note.private)


def without_evidence(text: str) -> Spans:
    """Return the sentences of a text behind which no evidence is named."""
    return tuple((start, end) for start, end in cited_sentences(text) if not citations(text[start:end]))


def evidenced(text: str) -> tuple[int, int]:
    """Return how many sentences of a text name their evidence, and how many sentences there are."""
    count = len(cited_sentences(text))
    return count - len(without_evidence(text)), count


def unknown_names(record: VisitRecord, text: str) -> tuple[str, ...]:
    """Return what a text names as evidence that is not there, such as a note that was deleted, in order."""
    known = known_labels(record)
    return tuple(one.label for one in citations(text) if one.label not in known)


def other_figures(record: VisitRecord, text: str) -> tuple[Shown, ...]:
    """Return the sentences that name a fact but do not hold its figure as it now stands."""
    by_number = {one.number: one for one in facts(record)}
    found = []
    for start, end in cited_sentences(text):
        said = figures(plain(text[start:end]))
        for number in sorted(cited(text[start:end], FACT)):
            fact = by_number.get(number)
            if fact is not None and figures(fact.text) and not figures(fact.text) & said:
                found.append(Shown(start, end, fact))
    return tuple(found)


def figures(text: str) -> frozenset[str]:
    """Return the figures of a text, such as 61 or 4.5; a comma between thousands is no matter."""
    return frozenset(one.replace(",", "") for one in _FIGURE.findall(text))


def note_of(record: VisitRecord, label: str) -> Note | None:
    """Return the note a label such as E12 names, or None."""
    return notes_by_label(record).get(label) if label.startswith(NOTE) else None
