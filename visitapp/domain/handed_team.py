"""What a team weighed, handed over as lists: its members, their views, what it had to settle, evidence on answers."""

from collections.abc import Iterator

from visitapp.domain.evidence import Note
from visitapp.domain.excellence import EXCELLENCE, excellence_sections
from visitapp.domain.followed import reply_key
from visitapp.domain.handed_lists import HandedList, Row
from visitapp.domain.measured import evidence_key
from visitapp.domain.record import VisitRecord
from visitapp.domain.settling import to_settle
from visitapp.domain.taking_over import earlier_key
from visitapp.domain.team_words import label_of
from visitapp.domain.text import clean, first_words
from visitapp.domain.weighed import bearings, colleagues, findings_bearing, members, notes_bearing, views

_WORDS = 80
_NO_NAME = "Not named"


def team_lists(record: VisitRecord, left_out: frozenset[str]) -> tuple[HandedList, ...]:
    """Return the team, the views of its members, what it had to settle, and what speaks to each answer; notes in
    `left_out` are counted, not named. What a visit has nothing of is no list."""
    found = (_team(record), _views(record), _points(record), _evidence(record, left_out))
    return tuple(one for one in found if one.rows)


def _team(record: VisitRecord) -> HandedList:
    team = members(record) if colleagues(record) else ()
    rows = tuple(
        (clean(one.name).strip() or _NO_NAME, clean(one.role), "Lead" if place == 0 else "Member")
        for place, one in enumerate(team)
    )
    return HandedList("team", "Team", ("Name", "Role", "Part"), rows)


def _views(record: VisitRecord) -> HandedList:
    names = {one.id: clean(one.name).strip() or clean(one.role).strip() or _NO_NAME for one in members(record)}
    rows = tuple(
        (estimate.title, names[one.member_id], label_of(estimate, one.value) or one.value, clean(one.reason))
        for estimate in record.asked_of_any.judgement.estimates
        for one in views(record, f"estimate.{estimate.code}")
    )
    return HandedList("views", "Views of the team", ("Estimate", "Member", "View", "Reason"), rows, (1, 2), 0)


def _points(record: VisitRecord) -> HandedList:
    rows = tuple(
        (clean(one.text).strip(), clean(one.detail), "Yes" if one.settled else "No", clean(one.outcome))
        for one in to_settle(record)
        if one.text.strip()
    )
    return HandedList("points", "To settle", ("Point", "Detail", "Settled", "How"), rows)


def _evidence(record: VisitRecord, left_out: frozenset[str]) -> HandedList:
    header = ("About", "Evidence for", "Evidence against", "Findings")
    rows = tuple(row for key, title in _titles(record).items() for row in _bearing_rows(record, key, title, left_out))
    return HandedList("weighed", "Evidence on what was judged", header, rows)


def _bearing_rows(record: VisitRecord, key: str, title: str, left_out: frozenset[str]) -> Iterator[Row]:
    if bearings(record, key):
        sides = (_labels(notes_bearing(record, key, against=side), left_out) for side in (False, True))
        found = (first_words(clean(one.text), _WORDS) for one in findings_bearing(record, key))
        yield (title, *sides, "; ".join(found))


def _labels(notes: tuple[Note, ...], left_out: frozenset[str]) -> str:
    labels = [one.label for one in notes if one.id not in left_out]
    hidden = len(notes) - len(labels)
    return ", ".join([*labels, *([f"{hidden} private"] if hidden else [])])


def _titles(record: VisitRecord) -> dict[str, str]:
    """Return what evidence was linked with, by key: what the programme asks first, then replies to actions, then any
    other key. Indicators have a list of their own."""
    judgement, sections = record.asked_of_any.judgement, excellence_sections(record.asked_of_any)
    titles = {f"criterion.{one.code}": f"{one.letter}. {one.text or one.short}" for one in judgement.criteria}
    titles |= {EXCELLENCE: sections[0].heading} if sections else {}
    titles |= {reply_key(one.id): f"Reply to action {number}" for number, one in enumerate(record.actions, 1)}
    earlier = enumerate(record.earlier_actions, 1)
    titles |= {earlier_key(one.id): f"Last visit's action {number}" for number, one in earlier}
    apart = {evidence_key(one.code) for one in record.asked_of_any.measures.indicators}
    others = sorted({one.key for one in record.living("bearing")} - apart - set(titles))
    return {**titles, **{key: key for key in others if not key.startswith(reply_key(""))}}
