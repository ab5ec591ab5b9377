"""What was deleted and can come back: records are never lost, only put out of sight."""

from collections.abc import Iterable
from dataclasses import dataclass

from visitapp.domain.change import Change, Entity, kind_of
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Action, Finding
from visitapp.domain.photo import Photo
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot

KINDS = ("note", "photo", "finding", "action", "slot")


@dataclass(frozen=True, slots=True)
class Deletion:
    """That an act deleted a record: when (UTC, ISO), and whether by undoing the act that made it."""

    kind: str
    id: str
    act_id: str
    at: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record that can be restored, how it came to be deleted, and what went with it: the lessons of an activity."""

    entity: Entity
    deletion: Deletion
    inside: tuple[Slot, ...] = ()


def recently_deleted(record: VisitRecord, deletions: Iterable[Deletion]) -> tuple[Deleted, ...]:
    """Return what is deleted now and says something, the latest first; `deletions` are in that order.

    Lessons deleted together with their activity are listed with it, not by themselves.
    """
    latest: dict[tuple[str, str], Deletion] = {}
    for deletion in deletions:
        latest.setdefault((deletion.kind, deletion.id), deletion)
    found = [(entity, one) for one in latest.values() if (entity := _gone(record, one)) is not None]
    slots = {entity.id: (entity, one) for entity, one in found if isinstance(entity, Slot)}
    listed = []
    for entity, one in found:
        home = slots.get(entity.part_of) if isinstance(entity, Slot) else None
        if home is None or home[1].act_id != one.act_id:
            listed.append(Deleted(entity, one, _inside(entity, one, slots.values())))
    return tuple(listed)


def restored(record: VisitRecord, deleted: Deleted) -> tuple[Change, ...]:
    """Return the changes that bring a record back with what went with it, and with the activity or note it needs."""
    entities: list[Entity] = [deleted.entity, *deleted.inside]
    needed = ("slot", deleted.entity.part_of) if isinstance(deleted.entity, Slot) else ("", "")
    if isinstance(deleted.entity, Photo):
        needed = ("note", deleted.entity.note_id)
    holder = record.shelves.get(needed[0], {}).get(needed[1])
    if holder is not None and holder.deleted:
        entities.append(holder)
    return tuple(Change(kind_of(one), one.id, "deleted", False) for one in entities)


def _gone(record: VisitRecord, deletion: Deletion) -> Entity | None:
    entity: Entity | None = record.shelves.get(deletion.kind, {}).get(deletion.id)
    if entity is None or not entity.deleted:
        return None
    has_words = not isinstance(entity, Note | Finding | Action) or bool(entity.text.strip())
    return entity if has_words else None


def _inside(entity: Entity, deletion: Deletion, slots: Iterable[tuple[Slot, Deletion]]) -> tuple[Slot, ...]:
    if not isinstance(entity, Slot):
        return ()
    return tuple(one for one, other in slots if one.part_of == entity.id and other.act_id == deletion.act_id)
