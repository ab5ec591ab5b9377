"""Who of a team wrote how many notes."""

from collections import Counter
from dataclasses import dataclass

from visitapp.domain.evidence import Note
from visitapp.domain.record import VisitRecord
from visitapp.domain.weighed import members
from visitapp.domain.weighing import Member


@dataclass(frozen=True, slots=True)
class Author:
    """One who wrote notes: which of the team it is, None for somebody who is not of it, and how many notes."""

    id: str
    member: Member | None
    notes: int


def authors(record: VisitRecord) -> tuple[Author, ...]:
    """Return who wrote how many of the notes that are not private: in the team's order, then whoever is not of it."""
    counts = Counter(note.author_id for note in record.notes if not note.private)
    team = {author: one for author in counts if (one := member_of(record, author)) is not None}
    found = [Author(author, team.get(author), count) for author, count in counts.items()]
    order = [one.id for one in members(record)]
    return tuple(sorted(found, key=lambda one: (order.index(one.member.id) if one.member else len(order), one.id)))


def authors_of(record: VisitRecord, group: str) -> tuple[Member, ...]:
    """Return which of the team wrote evidence for the findings of a group, in the team's order."""
    findings = {one.id for one in record.findings(group=group)}
    linked = [record.find("note", one.note_id) for one in record.living("support") if one.finding_id in findings]
    wrote = {note.author_id for note in linked if isinstance(note, Note) and not note.private}
    known = {one.id for author in wrote if (one := member_of(record, author)) is not None}
    return tuple(one for one in members(record) if one.id in known)


def member_of(record: VisitRecord, author_id: str) -> Member | None:
    """Return which of the team an author is: by id, the lead as the visit's reviewer, or by the same name."""
    team = members(record)
    if author_id == record.visit.reviewer_id:
        return team[0]
    name = getattr(record.shelves.get("reviewer", {}).get(author_id), "name", "")
    return next((one for one in team[1:] if one.id == author_id or (name and one.name == name)), None)
