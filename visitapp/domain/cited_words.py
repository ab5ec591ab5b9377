"""What evidence said when a section of the report came to rest on it, so that a later change to it can be told.

A note named in a section and a finding whose words stand there are marked in the same act that puts them there: an
answer of their own, the same on every device. The mark of a note says by what it is known whether its words are
still the same, the mark of a finding is its words. What was written before there were marks has none and is never
told; it is marked when its section is next changed. A sentence that is reworded after its evidence was changed has
been looked at: it is marked anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from visitapp.domain.cited_sentences import cited_sentences
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.prose import cited, plain
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import one_line
from visitapp.domain.writing import section_text

CITED = "cited."
"""How the key of a mark begins; the section and the id of a note or finding follow."""
_LEAST_WORDS = 12
_NOTHING: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Altered:
    """A note or a finding that says something else than when a section came to rest on it.

    `key` is that of its mark, `mark` what the mark would be now, `stands` what of it stands in the section: the name
    of a note such as [E12], or the words a finding had.
    """

    key: str
    mark: str
    evidence: Note | Finding
    stands: str


def cited_key(section: str, record_id: str) -> str:
    """Return the key under which it is kept what a note or a finding said when a section came to rest on it."""
    return f"{CITED}{section}.{record_id}"


def marks_for(record: VisitRecord, section: str, text: str) -> tuple[tuple[str, str | None], ...]:
    """Return the marks that are to be kept once a section reads as `text`, by their keys; None for one no longer
    wanted."""
    kept = record.once(_marks).get(section, _NOTHING)
    used = _used(record, text)
    line = one_line(plain(text))
    looked_at = _reworded(record, section, text, {one for one, mark in used.items() if kept.get(one, mark) != mark})
    found = [(cited_key(section, one), mark) for one, mark in used.items() if one not in kept or one in looked_at]
    gone = [cited_key(section, one) for one, mark in kept.items() if one not in used and mark not in line]
    return (*found, *((key, None) for key in gone))


def _reworded(record: VisitRecord, section: str, text: str, changed: set[str]) -> frozenset[str]:
    """Return which of the notes that were changed are named in a section by no sentence any more that named them."""
    if not changed:
        return frozenset()
    before, after = _sentences(section_text(record.blocks(section))), _sentences(text)
    held = [one for one in before if one in after]
    named = ((note.id, f"[{note.label}]") for note in record.notes if note.id in changed)
    return frozenset(one for one, name in named if not any(name in sentence for sentence in held))


def _sentences(text: str) -> set[str]:
    return {one_line(text[start:end]) for start, end in cited_sentences(text)}


def altered_evidence(record: VisitRecord, section: str) -> tuple[Altered, ...]:
    """Return what was changed after a section came to rest on it, in the order of the notes and findings."""
    kept = record.once(_marks).get(section, _NOTHING)
    if not kept:
        return ()
    text = section_text(record.blocks(section))
    return (*_altered_notes(record, section, text, kept), *_altered_findings(record, section, text, kept))


def _altered_notes(record: VisitRecord, section: str, text: str, kept: dict[str, str]) -> Iterator[Altered]:
    numbers = cited(text)
    for note in record.notes:
        if note.number in numbers and kept.get(note.id, "") not in ("", _mark(note.text)):
            yield Altered(cited_key(section, note.id), _mark(note.text), note, f"[{note.label}]")


def _altered_findings(record: VisitRecord, section: str, text: str, kept: dict[str, str]) -> Iterator[Altered]:
    line = one_line(plain(text))
    for one in record.findings():
        words, now = kept.get(one.id, ""), one_line(one.text)
        if words and words != now and words in line:
            yield Altered(cited_key(section, one.id), now, one, words)


def _used(record: VisitRecord, text: str) -> dict[str, str]:
    """Return the marks of the notes a text names and of the findings whose words stand in it, by their ids."""
    numbers, line = cited(text), one_line(plain(text))
    found = {note.id: _mark(note.text) for note in record.notes if note.number in numbers} if numbers else {}
    for one in record.findings():
        words = one_line(one.text)
        if len(words) >= _LEAST_WORDS and words in line:
            found[one.id] = words
    return found


def _marks(record: VisitRecord) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for answer in record.living("answer"):
        if answer.key.startswith(CITED) and isinstance(answer.value, str):
            section, _, record_id = answer.key.removeprefix(CITED).partition(".")
            found.setdefault(section, {})[record_id] = answer.value
    return found


def _mark(text: str) -> str:
    return blake2b(one_line(text).encode("utf-8", "replace"), digest_size=8).hexdigest()
