"""What each sentence of the report rests on: notes and facts named behind it, and those that name nothing."""

import re
from dataclasses import dataclass

from visitapp.domain.cited_sentences import cited_sentences
from visitapp.domain.criteria import fact_words, reported_as
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.forms import field_text
from visitapp.domain.framework import Field, Section
from visitapp.domain.prose import FACT, Spans, citations, cited, plain
from visitapp.domain.record import VisitRecord
from visitapp.domain.rules import used_note_ids
from visitapp.domain.style.lists import small, without_order
from visitapp.domain.text import one_line

_VALUE = "{value}"
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the school as a report may name it: D and its number in the programme's list, what is known, and
    `says`, the sentence in which a report gives it."""

    number: int
    code: str
    title: str
    text: str
    says: str = ""

    @property
    def label(self) -> str:
        """Return how it is named, such as D3."""
        return f"{FACT}{self.number}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A stretch of a section's text (in characters) and the fact it speaks of."""

    start: int
    end: int
    fact: Fact


def facts(record: VisitRecord) -> tuple[Fact, ...]:
    """Return the facts of the school that are known, numbered as the programme lists them."""
    asked = {field.code for field in record.framework.school_facts}
    found = (
        _fact(number, field, field_text(record, field, f"fact.{field.code}").strip())
        for number, field in enumerate(record.asked_of_any.school_facts, 1)
        if field.code in asked
    )
    return tuple(one for one in found if one.text)


def facts_wanted(record: VisitRecord, section: Section, text: str) -> tuple[Fact, ...]:
    """Return the known facts a section is to give, as its programme says, and that its text does not name yet."""
    if not section.facts:
        return ()
    named = cited(text, FACT)
    by_code = {one.code: one for one in record.once(facts)}
    wanted = (by_code[code] for code in section.facts if code in by_code)
    return tuple(one for one in wanted if one.number not in named)


def notes_by_label(record: VisitRecord) -> dict[str, Note]:
    """Return the notes of a visit by what they are called, such as E12."""
    return {note.label: note for note in record.notes}


def known_labels(record: VisitRecord) -> frozenset[str]:
    """Return what evidence may be named by in this visit; nothing else in brackets is taken for evidence."""
    return frozenset(record.once(notes_by_label)) | {one.label for one in record.once(facts)}


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


def findings_left_out(record: VisitRecord) -> tuple[Finding, ...]:
    """Return the findings with words that no section lists and whose words stand in no paragraph of the report."""
    apart = [one for one in record.findings() if one.text.strip() and not reported_as(record, one)]
    said = " ".join(one_line(plain(block.text)) for block in record.living("block")) if apart else ""
    return tuple(one for one in apart if one_line(one.text) not in said)


def without_evidence(text: str) -> Spans:
    """Return the sentences of a text behind which no evidence is named."""
    return tuple((start, end) for start, end in cited_sentences(text) if not citations(text[start:end]))


def evidenced(text: str) -> tuple[int, int]:
    """Return how many sentences of a text name their evidence, and how many sentences there are."""
    count = len(cited_sentences(text))
    return count - len(without_evidence(text)), count


def unknown_names(record: VisitRecord, text: str) -> tuple[str, ...]:
    """Return what a text names as evidence that is not there, such as a note that was deleted, in order."""
    known = record.once(known_labels)
    return tuple(one.label for one in citations(text) if one.label not in known)


def other_figures(record: VisitRecord, text: str) -> tuple[Shown, ...]:
    """Return the sentences that name a fact and hold a figure, but not that of the fact as it now stands.

    Figures of years, stages and dates are no figures here; a sentence without any is right about every fact.
    """
    if f"[{FACT}" not in text:
        return ()
    by_number = {one.number: one for one in record.once(facts)}
    found = []
    for start, end in cited_sentences(text):
        words = plain(text[start:end])
        said, counted = figures(words), figures(without_order(small(words)))
        for number in sorted(cited(text[start:end], FACT)):
            fact = by_number.get(number)
            if fact is not None and counted and figures(fact.text) and not figures(fact.text) & said:
                found.append(Shown(start, end, fact))
    return tuple(found)


def figures(text: str) -> frozenset[str]:
    """Return the figures of a text, such as 61 or 4.5; a comma between thousands is no matter."""
    return frozenset(one.replace(",", "") for one in _FIGURE.findall(text))


def _fact(number: int, field: Field, text: str) -> Fact:
    value = text.rstrip(" %") if f"{_VALUE}%" in field.says else text
    says = field.says.replace(_VALUE, value) if field.says else f"{fact_words(field.label, text)}."
    return Fact(number, field.code, field.label, text, says)
