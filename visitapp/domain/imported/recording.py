"""What was read of a report becomes a record: a visit with its answers, findings, paragraphs and actions."""

from collections import Counter
from collections.abc import Iterator

from visitapp.domain.change import Entity
from visitapp.domain.finding import Action, Finding
from visitapp.domain.ids import new_id
from visitapp.domain.imported.likeness import plain
from visitapp.domain.imported.outline import Unread
from visitapp.domain.imported.reading import Reading
from visitapp.domain.text import clean, one_line
from visitapp.domain.visit import Answer, Reviewer, School, Value, Visit, answer_id
from visitapp.domain.writing import Block

IMPORTED_TEXT, IMPORTED_UNREAD = "imported.text", "imported.unread"
"""The whole text of the file a visit was read from, with the file's name as its note; and each text that was not
understood, after where it stood."""
_APART = 2.0


def school_of(reading: Reading, known: tuple[School, ...], otherwise: str) -> School:
    """Return the known school of the name a report gives, else a new one; without a name it is called `otherwise`."""
    name = one_line(reading.school.get("name", "")) or otherwise
    same = next((one for one in known if plain(one.name) == plain(name)), None)
    said = {key: one_line(value) for key, value in reading.school.items()}
    return same or School(
        id=new_id(),
        name=name,
        urn=said.get("urn", ""),
        phase=said.get("phase", ""),
        local_authority=said.get("local_authority", ""),
        town=said.get("town", ""),
        trust=said.get("trust", ""),
    )


def entities_of(
    reading: Reading, school: School, framework_id: str, reviewer: Reviewer | None, file_name: str
) -> tuple[Entity, ...]:
    """Return the visit a report tells of and all that belongs to it, the visit first."""
    visit = Visit(
        id=new_id(),
        school_id=school.id,
        framework_id=framework_id,
        programme=reading.framework.noun,
        starts_on=reading.starts_on,
        ends_on=reading.ends_on,
        enquiry=clean(reading.enquiry).strip(),
        reviewer_id=reviewer.id if reviewer else "",
    )
    parts = (_answers(reading, visit.id, file_name), _findings(reading, visit.id))
    more = (_blocks(reading, visit.id), _actions(reading, visit.id))
    return (visit, *(one for part in (*parts, *more) for one in part))


def unread_line(unread: Unread) -> str:
    """Return what was not understood in one text, where it stood first."""
    return f"{unread.where}: {unread.text}"


def _answers(reading: Reading, visit_id: str, file_name: str) -> Iterator[Answer]:
    told: dict[str, tuple[Value, str]] = dict(reading.answers)
    told[IMPORTED_TEXT] = (clean(reading.text), one_line(file_name))
    if reading.unread:
        told[IMPORTED_UNREAD] = (tuple(clean(unread_line(one)) for one in reading.unread), "")
    for key, (value, note) in told.items():
        kept = clean(value) if isinstance(value, str) else value
        yield Answer(answer_id(visit_id, key), visit_id, key, kept, clean(note))


def _findings(reading: Reading, visit_id: str) -> Iterator[Finding]:
    count: Counter[tuple[str, str]] = Counter()
    for one in reading.findings:
        count[(one.kind, one.group)] += 1
        position = float(count[(one.kind, one.group)])
        yield Finding(new_id(), visit_id, one.kind, one.group, clean(one.text), position=position)


def _blocks(reading: Reading, visit_id: str) -> Iterator[Block]:
    count: Counter[str] = Counter()
    for section, text in reading.paragraphs:
        count[section] += 1
        yield Block(new_id(), visit_id, section, _APART * count[section], clean(text))


def _actions(reading: Reading, visit_id: str) -> Iterator[Action]:
    for position, one in enumerate(reading.actions, 1):
        yield Action(
            id=new_id(),
            visit_id=visit_id,
            text=clean(one.text),
            urgency=one.urgency,
            owner=one_line(one.owner),
            first_step=clean(one.first_step),
            due=one.due,
            measure=clean(one.measure),
            position=float(position),
            earlier_id=new_id() if one.earlier else "",
            verdict=one.verdict,
            verdict_note=clean(one.verdict_note),
        )
