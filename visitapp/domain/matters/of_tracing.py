"""What the report names as its evidence and that is not there, says otherwise, or was changed since."""

from collections.abc import Iterator

from visitapp.domain.cited_sentences import sentence_around
from visitapp.domain.cited_words import altered_evidence
from visitapp.domain.evidence import Note
from visitapp.domain.matters.matter import Matter
from visitapp.domain.prose import citations
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import first_words
from visitapp.domain.tracing import other_figures, unknown_names
from visitapp.domain.writing import section_text

UNKNOWN, FIGURE, CHANGED = "evidence-unknown", "figure-other", "evidence-changed"
_WORDS = 48


def unknown(record: VisitRecord) -> Iterator[Matter]:
    """Yield what a section names as its evidence and is not there, such as a note that was deleted."""
    for code, text in _texts(record):
        for label in dict.fromkeys(unknown_names(record, text)):
            yield Matter(UNKNOWN, label, f"{label}: there is no such evidence", f"report:{code}")


def figures_apart(record: VisitRecord) -> Iterator[Matter]:
    """Yield the facts of the school a section names beside another figure."""
    for code, text in _texts(record):
        for fact in dict.fromkeys(one.fact for one in other_figures(record, text)):
            words = f"{fact.label} is {fact.text}; the sentence has another figure"
            yield Matter(FIGURE, f"fact.{fact.code}", words, f"report:{code}")


def changed(record: VisitRecord) -> Iterator[Matter]:
    """Yield the notes and findings that were changed after a section came to rest on them."""
    for section in record.framework.outline:
        for one in altered_evidence(record, section.code):
            note = one.evidence if isinstance(one.evidence, Note) else None
            named = note.label if note else f"\u201c{first_words(one.stands, _WORDS)}\u201d"
            words = f"{named} was changed after it was used here: look again"
            yield Matter(CHANGED, one.key, words, f"report:{section.code}")


def stretch_of(record: VisitRecord, matter: Matter, text: str) -> tuple[int, int] | None:
    """Return where the words a matter is about stand in a section's text, from the first character to behind the
    last; None when they are not there."""
    if matter.kind == UNKNOWN:
        return next(((one.start, one.end) for one in citations(text) if one.label == matter.about), None)
    if matter.kind == FIGURE:
        found = (one for one in other_figures(record, text) if f"fact.{one.fact.code}" == matter.about)
        return next(((one.start, one.end) for one in found), None)
    section = matter.place.removeprefix("report:")
    stands = next((one.stands for one in altered_evidence(record, section) if one.key == matter.about), "")
    start = text.find(stands) if stands else -1
    if start < 0:
        return None
    begin, end = sentence_around(text, start)
    return (begin, end) if begin <= start < end else (start, start + len(stands))


def _texts(record: VisitRecord) -> Iterator[tuple[str, str]]:
    for section in record.framework.outline:
        text = section_text(record.blocks(section.code)) if section.prose else ""
        if "[" in text:
            yield section.code, text
