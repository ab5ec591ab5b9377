"""Changes and acts: the one way anything in the record comes to be different."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any

from visitapp.domain.answering import Remark, Returned
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding, Support
from visitapp.domain.following import Progress, Reading, SupportDay
from visitapp.domain.photo import Photo
from visitapp.domain.preparing import Attachment, Hunch, KnownFigure, KnownInspection
from visitapp.domain.visit import Answer, FrozenFramework, Reviewer, School, Slot, Value, Visit
from visitapp.domain.weighing import Bearing, Member, Point, View
from visitapp.domain.writing import Block, Export

Entity = (
    Reviewer
    | School
    | FrozenFramework
    | Visit
    | Slot
    | Answer
    | Note
    | Photo
    | Finding
    | Support
    | Action
    | Block
    | Export
    | Bearing
    | Member
    | View
    | Point
    | Progress
    | SupportDay
    | Reading
    | Returned
    | Remark
    | KnownFigure
    | KnownInspection
    | Hunch
    | Attachment
)

KINDS: Mapping[str, type[Any]] = {
    "reviewer": Reviewer,
    "school": School,
    "framework": FrozenFramework,
    "visit": Visit,
    "slot": Slot,
    "answer": Answer,
    "note": Note,
    "photo": Photo,
    "finding": Finding,
    "support": Support,
    "action": Action,
    "block": Block,
    "export": Export,
    "bearing": Bearing,
    "member": Member,
    "view": View,
    "point": Point,
    "progress": Progress,
    "support_day": SupportDay,
    "reading": Reading,
    "returned": Returned,
    "remark": Remark,
    "figure": KnownFigure,
    "inspection": KnownInspection,
    "hunch": Hunch,
    "attachment": Attachment,
}
_KIND_OF = {entity: kind for kind, entity in KINDS.items()}
_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    kind: {one.name: one.default for one in fields(entity) if one.default is not MISSING}
    for kind, entity in KINDS.items()
}


@dataclass(frozen=True, slots=True)
class Change:
    """That one field of one record now has a value."""

    kind: str
    id: str
    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a person did, whole: it is kept, undone and redone as one. `label` says it in words."""

    label: str
    changes: tuple[Change, ...]
    visit_id: str = ""


def kind_of(entity: Entity) -> str:
    """Return the code of the kind of record this is, such as "note"."""
    return _KIND_OF[type(entity)]


def default_of(kind: str, field: str) -> Value:
    """Return the value a field has before anything was said about it."""
    value: Value = _DEFAULTS[kind][field]
    return value


def created(entity: Entity) -> tuple[Change, ...]:
    """Return the changes that bring a record into being: one for each field that is not at its default."""
    kind = kind_of(entity)
    found = tuple(
        Change(kind, entity.id, name, getattr(entity, name))
        for name, default in _DEFAULTS[kind].items()
        if getattr(entity, name) != default
    )
    return found or (Change(kind, entity.id, "deleted", False),)


def altered(before: Entity, after: Entity) -> tuple[Change, ...]:
    """Return the changes that turn one state of a record into another of the same id."""
    kind = kind_of(after)
    return tuple(
        Change(kind, after.id, name, getattr(after, name))
        for name in _DEFAULTS[kind]
        if getattr(before, name) != getattr(after, name)
    )


def removed(entities: Iterable[Entity]) -> tuple[Change, ...]:
    """Return the changes that delete records; nothing is lost, each can be restored."""
    return tuple(Change(kind_of(one), one.id, "deleted", True) for one in entities)
