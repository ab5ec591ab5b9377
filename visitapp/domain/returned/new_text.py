"""Where a text that was put in, or put elsewhere, goes in the record: behind the one it stands behind."""

from collections.abc import Sequence
from dataclasses import replace

from visitapp.domain.change import Change
from visitapp.domain.finding import Finding
from visitapp.domain.ids import new_id
from visitapp.domain.places import put
from visitapp.domain.record import VisitRecord
from visitapp.domain.text import paragraphs
from visitapp.domain.writing import Block

_SECTION = "section."


def put_behind(record: VisitRecord, near: str, text: str) -> tuple[Change, ...]:
    """Return the changes that put the paragraphs of a text behind a record or under a heading; none when that is no
    place for a text: behind an action, say, or a line that is put together."""
    wanted = paragraphs(text)
    finding = record.find("finding", near)
    if isinstance(finding, Finding):
        siblings = record.findings(finding.kind, finding.group)
        between = _positions([one.position for one in siblings], _place(siblings, near), len(wanted))
        new = [
            Finding(new_id(), record.visit_id, finding.kind, finding.group, one, position=position)
            for one, position in zip(wanted, between, strict=True)
        ]
        return tuple(change for one in new for change in put(record, one))
    section = _section(record, near)
    if not section:
        return ()
    blocks = record.blocks(section)
    between = _positions([one.position for one in blocks], _place(blocks, near), len(wanted))
    paragraphs_ = [
        Block(new_id(), record.visit_id, section, position, one)
        for one, position in zip(wanted, between, strict=True)
    ]
    return tuple(change for one in paragraphs_ for change in put(record, one))


def moved_to(record: VisitRecord, moved: Block | Finding, near: str) -> tuple[Change, ...]:
    """Return the changes that put a paragraph or a finding behind a record or under a heading; none when it cannot
    stand there: a finding stays among those of its kind and group."""
    if isinstance(moved, Finding):
        finding = record.find("finding", near)
        if not isinstance(finding, Finding) or (finding.kind, finding.group) != (moved.kind, moved.group):
            return ()
        siblings = [one for one in record.findings(moved.kind, moved.group) if one.id != moved.id]
        (position,) = _positions([one.position for one in siblings], _place(siblings, near), 1)
        return put(record, replace(moved, position=position))
    section = _section(record, near)
    if not section:
        return ()
    blocks = [one for one in record.blocks(section) if one.id != moved.id]
    (position,) = _positions([one.position for one in blocks], _place(blocks, near), 1)
    before = put(record, replace(moved, section=section, position=position))
    return tuple(change for change in before if change.field in ("section", "position"))


def _section(record: VisitRecord, near: str) -> str:
    """Return the section whose paragraphs a text stands among, empty when it stands among none."""
    block = record.find("block", near)
    if isinstance(block, Block):
        return block.section
    code = near.removeprefix(_SECTION)
    section = record.framework.section(code) if near.startswith(_SECTION) else None
    return code if section is not None and section.prose else ""


def _place(siblings: Sequence[Block | Finding], near: str) -> int:
    """Return before how many of them comes what follows a record; 0 for what follows a heading."""
    return next((number for number, one in enumerate(siblings, 1) if one.id == near), 0)


def _positions(positions: Sequence[float], place: int, count: int) -> list[float]:
    """Return as many positions as asked for, in order, between the neighbours at a place."""
    low = positions[place - 1] if place else (positions[0] - 2.0 if positions else 0.0)
    high = positions[place] if place < len(positions) else low + 2.0
    return [low + (high - low) * number / (count + 1) for number in range(1, count + 1)]
