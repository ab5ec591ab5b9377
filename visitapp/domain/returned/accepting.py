"""What accepting or rewording a remark makes of the record, or why a person has to put it in place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from visitapp.domain.answering import ACCEPTED, COMMENT, GONE, MOVED, NEW, REWORDED, Remark
from visitapp.domain.change import Change, Entity, removed
from visitapp.domain.finding import Action, Finding
from visitapp.domain.places import put
from visitapp.domain.prose import BULLET_SIGNS
from visitapp.domain.record import VisitRecord
from visitapp.domain.returned.answers import answer_line, line_changed
from visitapp.domain.returned.carrying import carried
from visitapp.domain.returned.cells import action_field, cell_value
from visitapp.domain.returned.likeness import settled
from visitapp.domain.returned.new_text import moved_to, put_behind
from visitapp.domain.returned.rows import cell_of
from visitapp.domain.text import paragraphs
from visitapp.domain.tracing import known_labels
from visitapp.domain.writing import Block

_HEADINGS = ("section.", "part.", "paper.")
NO_RECORD = "It belongs to no text of the record. Write it where it should stand."
NO_LONGER_THERE = "The text it is about is no longer in the record. Write it where it should stand."
A_HEADING = "Headings are the programme\u2019s and are the same in every report."
COMPOSED = "This text is put together from what was chosen or set down elsewhere. Change it there."
A_COMMENT = "A comment does not say what should stand there. Reword the text, or put the comment aside."
NO_VALUE = "\u201c{text}\u201d is none of the values this can have. Set it at the action itself."
AGREED_THEN = "What was agreed on the last visit stays as it was agreed."
NO_PLACE = "It is not known in which section this should stand. Write it where it belongs."


@dataclass(frozen=True, slots=True)
class Placing:
    """What a verdict changes in the record. `hindrance` says in a sentence why nothing can be put in place by itself,
    empty when it can; `overtaken` tells that the text was changed here since it was sent."""

    changes: tuple[Change, ...] = ()
    hindrance: str = ""
    overtaken: bool = False


def placed(record: VisitRecord, remark: Remark, now: Mapping[str, str] | None = None) -> Placing:
    """Return what the verdict on a remark changes in the record; only one accepted or reworded changes anything.

    `now` is what the report would say under each record if it left now (`Report.texts()`).
    """
    if remark.verdict not in (ACCEPTED, REWORDED):
        return Placing()
    if remark.kind == COMMENT and remark.verdict == ACCEPTED:
        return Placing(hindrance=A_COMMENT)
    text = remark.wording if remark.verdict == REWORDED else "" if remark.kind == GONE else remark.given
    if remark.kind == NEW:
        changes = put_behind(record, remark.near, text)
        return Placing(changes, "" if changes else NO_PLACE)
    placing = _changed(record, remark, text)
    return replace(placing, overtaken=_overtaken(remark, now)) if placing.changes else placing


def _changed(record: VisitRecord, remark: Remark, text: str) -> Placing:
    if not remark.record_id:
        return Placing(hindrance=NO_RECORD)
    for kind, change in _CHANGED.items():
        entity = record.find(kind, remark.record_id)
        if entity is not None:
            return change(record, entity, remark, text)
    if remark.record_id.startswith(_HEADINGS):
        return Placing(hindrance=A_HEADING)
    if remark.record_id.startswith("empty.") and text.strip():
        changes = put_behind(record, f"section.{remark.record_id.removeprefix('empty.')}", text)
        return Placing(changes, "" if changes else NO_PLACE)
    line = answer_line(record, remark.record_id)
    if line is not None:
        return Placing(line_changed(record, line, text))
    known = any(remark.record_id in record.shelves.get(kind, {}) for kind in _CHANGED)
    return Placing(hindrance=NO_LONGER_THERE if known else COMPOSED)


def _block(record: VisitRecord, block: Entity, remark: Remark, text: str) -> Placing:
    assert isinstance(block, Block)
    wanted = list(paragraphs(text))
    if not wanted:
        return Placing(removed([block]))
    sign = next((sign for sign in BULLET_SIGNS if block.text.startswith(sign)), "")
    first = sign + carried(block.text[len(sign) :], wanted[0], known_labels(record))
    changes = put(record, replace(block, text=first))
    if remark.kind == MOVED:
        changes += moved_to(record, block, remark.near)
    if len(wanted) > 1:
        changes += put_behind(record, block.id, "\n\n".join(sign + one for one in wanted[1:]))
    return Placing(changes) if changes else Placing(hindrance=NO_PLACE if remark.kind == MOVED else "")


def _finding(record: VisitRecord, finding: Entity, remark: Remark, text: str) -> Placing:
    assert isinstance(finding, Finding)
    wanted = paragraphs(text)
    if not wanted:
        return Placing(removed([finding]))
    between = "\n\n" if "\n\n" in finding.text else "\n"
    changes = put(record, replace(finding, text=between.join(wanted)))
    if remark.kind == MOVED:
        changes += moved_to(record, finding, remark.near)
    return Placing(changes) if changes else Placing(hindrance=NO_PLACE if remark.kind == MOVED else "")


def _action(record: VisitRecord, action: Entity, remark: Remark, text: str) -> Placing:
    assert isinstance(action, Action)
    column = cell_of(remark)
    if column is None:
        whole = remark.kind == GONE and not text.strip() and not action.earlier_id
        return Placing(removed([action])) if whole else Placing(hindrance=COMPOSED)
    field = action_field(action, column)
    if not field:
        return Placing(hindrance=AGREED_THEN if action.earlier_id else COMPOSED)
    value = cell_value(record, field, text)
    if value is None or (field == "text" and not value):
        return Placing(hindrance=NO_VALUE.format(text=text.strip()))
    changed = Change("action", action.id, field, value)
    return Placing((changed,) if getattr(action, field) != value else ())


def _overtaken(remark: Remark, now: Mapping[str, str] | None) -> bool:
    if now is None:
        return False
    said = settled(now.get(remark.record_id, ""))
    if cell_of(remark) is None:
        return said != settled(remark.sent)
    return settled(remark.sent) not in said


_CHANGED = {"block": _block, "finding": _finding, "action": _action}
