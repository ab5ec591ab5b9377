"""What findings and the evidence for them still lack."""

from collections.abc import Iterator

from visitapp.domain.finding import Finding
from visitapp.domain.matters.matter import Matter
from visitapp.domain.record import VisitRecord
from visitapp.domain.rules import sources_of, unused_evidence
from visitapp.domain.text import first_words

_PLACE = "summary:findings"
_WORDS = 48
_RISK = "risk"


def unsupported(record: VisitRecord) -> Iterator[Matter]:
    """Yield the findings nothing speaks for."""
    for one in record.findings():
        if not any(note.text.strip() for note in record.notes_of(one.id)):
            yield Matter("finding-unsupported", one.id, f"No evidence yet: {_named(one)}", _PLACE)


def only_against(record: VisitRecord) -> Iterator[Matter]:
    """Yield the findings that have evidence, all of it against them."""
    for one in record.findings():
        links = record.supports(one.id)
        if links and all(link.against for link in links):
            yield Matter("finding-only-against", one.id, f"All evidence speaks against it: {_named(one)}", _PLACE)


def one_source(record: VisitRecord) -> Iterator[Matter]:
    """Yield the findings that rest on one kind of source."""
    for one in record.findings():
        sources = sources_of(record, one)
        if len(sources) == 1:
            label = record.framework.label("sources", *sources)
            yield Matter("finding-one-source", one.id, f"One kind of source ({label}): {_named(one)}", _PLACE)


def unworded(record: VisitRecord) -> Iterator[Matter]:
    """Yield the findings that say nothing beyond the words their kind begins with."""
    for one in record.findings():
        kind = record.framework.finding_kind(one.kind)
        if one.text.strip() in ("", kind.stem.strip() if kind else ""):
            yield Matter("finding-unworded", one.id, "A finding has no words yet", _PLACE)


def risk_without_level(record: VisitRecord) -> Iterator[Matter]:
    """Yield the risks nobody has said the weight of, where the programme asks for it."""
    for one in _risks(record) if record.framework.judgement.risk_levels else ():
        if not one.level:
            yield Matter(
                "risk-without-level", one.id, f"How heavily does it weigh? {_named(one)}", "summary:judgement"
            )


def unused_evidence_marked(record: VisitRecord) -> Iterator[Matter]:
    """Yield the marked notes that stand in no finding; plain and private notes need not."""
    for note in unused_evidence(record):
        if note.marker and not note.private and note.text.strip():
            yield Matter("evidence-unused", note.id, f"{note.label} stands in no finding", _PLACE)


def _risks(record: VisitRecord) -> tuple[Finding, ...]:
    tones = {one.code for one in record.framework.finding_kinds if one.tone == _RISK}
    return tuple(one for one in record.findings() if one.kind in tones)


def _named(finding: Finding) -> str:
    return f"\u201c{first_words(finding.text, _WORDS)}\u201d"
