"""What a team has still to settle: differences found in the record, and points that somebody added."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Estimate
from visitapp.domain.record import VisitRecord
from visitapp.domain.team_words import label_of, listed, number_word, said_words
from visitapp.domain.weighed import points, points_taken_up, views_differ
from visitapp.domain.weighing import Point, taken_up_id

VIEWS, OPEN, BOTH_WAYS, ADDED, EARLIER = "views", "open", "both-ways", "added", "earlier"
_ESTIMATE_SET = "estimate-set"
_STRENGTH, _DEVELOP = "strength", "develop"
_ESTIMATES, _FINDINGS = "summary:judgement", "summary:findings"


@dataclass(frozen=True, slots=True)
class ToSettle:
    """One thing to settle. `id` is that of the point which keeps its outcome, `place` where it can be looked at.

    `kind` is VIEWS (members see an estimate differently), OPEN (a required estimate is not agreed), BOTH_WAYS (one
    thing is a strength and an area for development), ADDED (by hand) or EARLIER (was settled, and is gone).
    """

    id: str
    kind: str
    text: str
    detail: str
    place: str
    settled: bool = False
    outcome: str = ""
    by_record: bool = False
    """Whether the record itself settles it: the estimate is agreed, or every finding concerned is."""


def to_settle(record: VisitRecord) -> tuple[ToSettle, ...]:
    """Return all there is to settle, what is settled already last. It says what differs, never what to agree."""
    taken = {one.id: one for one in points_taken_up(record)}
    found = [*_estimates(record), *_both_ways(record)]
    known = {one.id for one in found}
    every = [*(_with_outcome(one, taken.get(one.id)) for one in found), *_added(record)]
    every += [_earlier(one) for one in taken.values() if one.id not in known and (one.settled or one.outcome.strip())]
    return tuple(sorted(every, key=lambda one: one.settled))


def open_estimates(record: VisitRecord) -> tuple[Estimate, ...]:
    """Return the estimates that the programme requires, itself or by a check, and that nobody has chosen."""
    asked = {code for check in record.framework.checks if check.kind == _ESTIMATE_SET for code in check.words}
    wanted = (one for one in record.framework.judgement.estimates if one.required or one.code in asked)
    return tuple(one for one in wanted if record.answer(f"estimate.{one.code}").value in (None, ""))


def _estimates(record: VisitRecord) -> Iterator[ToSettle]:
    still_open = open_estimates(record)
    for estimate in record.framework.judgement.estimates:
        key = f"estimate.{estimate.code}"
        agreed = label_of(estimate, record.answer(key).value)
        about, place = taken_up_id(record.visit_id, key), f"{_ESTIMATES}:{key}"
        if views_differ(record, key):
            detail = f"Agreed: {agreed}" if agreed else "Compare their reasons"
            words = _views_said(record, estimate)
            yield ToSettle(about, VIEWS, words, detail, place, bool(agreed), by_record=bool(agreed))
        elif estimate in still_open:
            yield ToSettle(about, OPEN, f"{estimate.title}: not agreed yet", said_words(record, estimate), place)


def _views_said(record: VisitRecord, estimate: Estimate) -> str:
    said = said_words(record, estimate)
    return f"{estimate.title}: {said[:1].lower()}{said[1:]}"


def _both_ways(record: VisitRecord) -> Iterator[ToSettle]:
    seen: defaultdict[tuple[str, str], dict[str, list[Finding]]] = defaultdict(lambda: {_STRENGTH: [], _DEVELOP: []})
    speaking = _speaking(record)
    for finding in record.findings():
        kind = record.framework.finding_kind(finding.kind)
        notes = speaking[finding.id] if kind and kind.tone in (_STRENGTH, _DEVELOP) else []
        for about in _subjects(record, finding, notes):
            seen[about][kind.tone].append(finding)  # type: ignore[union-attr]
    for (strand, subject), by_tone in seen.items():
        if by_tone[_STRENGTH] and by_tone[_DEVELOP]:
            strong, weak = by_tone[_STRENGTH], by_tone[_DEVELOP]
            evidence = [
                listed(_labels([note for one in side for note in speaking[one.id] if note.subject == subject]))
                for side in (strong, weak)
            ]
            yield _difference(record, (strand, subject), strong, weak, f"Compare {' with '.join(evidence)}")


def _subjects(record: VisitRecord, finding: Finding, notes: list[Note]) -> tuple[tuple[str, str], ...]:
    """Return the strands and subjects a finding is about, by the notes that speak for it."""
    strands = bool(record.framework.strands)
    found = ((finding.strand or note.strand, note.subject) for note in notes)
    return tuple(dict.fromkeys(one for one in found if one[1] and (one[0] or not strands)))


def _speaking(record: VisitRecord) -> defaultdict[str, list[Note]]:
    """Return the notes that speak for each finding, by its id, without private ones."""
    found: defaultdict[str, list[Note]] = defaultdict(list)
    for link in record.living("support"):
        note = record.find("note", link.note_id)
        if isinstance(note, Note) and not link.against and not note.private:
            found[link.finding_id].append(note)
    return found


def _labels(notes: list[Note]) -> list[str]:
    return [label for _, label in sorted({(note.number, note.label) for note in notes})]


def _difference(
    record: VisitRecord, about: tuple[str, str], strong: list[Finding], weak: list[Finding], detail: str
) -> ToSettle:
    strand, subject = record.framework.strand(about[0]), record.framework.label("subjects", about[1])
    title = f"{subject}, {strand.short.lower()}" if strand else subject
    agreed = all(one.agreed for one in (*strong, *weak))
    return ToSettle(
        taken_up_id(record.visit_id, f"both.{about[0]}.{about[1]}"),
        BOTH_WAYS,
        f"{title}: {_counted(record, strong)}, {_counted(record, weak)}",
        detail,
        f"{_FINDINGS}:{weak[0].id}",
        agreed,
        by_record=agreed,
    )


def _counted(record: VisitRecord, findings: list[Finding]) -> str:
    kind = record.framework.finding_kind(findings[0].kind)
    return f"{number_word(len(findings))} {kind.label.lower() if kind else ''}"


def _with_outcome(found: ToSettle, point: Point | None) -> ToSettle:
    if point is None:
        return found
    return replace(found, settled=found.settled or point.settled, outcome=point.outcome)


def _added(record: VisitRecord) -> Iterator[ToSettle]:
    for one in points(record):
        yield ToSettle(one.id, ADDED, one.text, "", f"{_ESTIMATES}:{one.id}", one.settled, one.outcome)


def _earlier(point: Point) -> ToSettle:
    place = f"{_ESTIMATES}:{point.id}"
    return ToSettle(point.id, EARLIER, point.text, "No longer so", place, True, point.outcome, by_record=True)
