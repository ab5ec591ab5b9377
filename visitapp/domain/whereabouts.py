"""Where in a visit something was changed: the stage, the place in it, and what it is about in words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from visitapp.domain.answering import Returned
from visitapp.domain.change import Change
from visitapp.domain.deciding import DECISION, GRADE_RISK
from visitapp.domain.excellence import EXCELLENCE
from visitapp.domain.hunches import HUNCHES
from visitapp.domain.record import VisitRecord
from visitapp.domain.reminders import SECOND_VISIT, SENT, WATCH
from visitapp.domain.representation import GOVERNOR
from visitapp.domain.style.flag import LET_BE
from visitapp.domain.text import first_words

_WORDS = 36


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A stage, a place as its page takes it, empty for none in particular, and what is there in a few words."""

    stage: str
    place: str = ""
    about: str = ""


_Places = tuple[Whereabouts, ...]


def whereabouts(record: VisitRecord, changes: Iterable[Change]) -> tuple[Whereabouts, ...]:
    """Return where the first of some changes that has a place can be seen, its home first; nothing when none has one,
    such as a stage set done.

    What only goes along with another change, such as the mark of words that are cited, has none.
    """
    for change in changes:
        find = _FINDERS.get(change.kind)
        entity = record.shelves.get(change.kind, {}).get(change.id)
        found = find(record, entity) if find is not None and entity is not None else ()
        if found:
            return found
    return ()


def _note(record: VisitRecord, note: Any) -> _Places:  # noqa: ANN401
    slot = record.shelves.get("slot", {}).get(note.slot_id)
    activity = record.asked_of_any.activity(note.activity)
    about = (slot.title if slot else "") or (activity.title if activity else "") or first_words(note.text, _WORDS)
    return (Whereabouts("capture", "" if note.deleted else f"capture:{note.id}", about),)


def _photo(record: VisitRecord, photo: Any) -> _Places:  # noqa: ANN401
    note = record.shelves.get("note", {}).get(photo.note_id)
    return _note(record, note) if note is not None else (Whereabouts("capture"),)


def _slot(record: VisitRecord, slot: Any) -> _Places:  # noqa: ANN401
    activity = record.asked_of_any.activity(slot.activity)
    about = slot.title or (activity.title if activity else "")
    return (Whereabouts("plan", f"plan:{slot.id}", about),)


def _finding(record: VisitRecord, finding: Any) -> _Places:  # noqa: ANN401
    about = first_words(finding.text, _WORDS)
    printed = [
        one.code for one in record.framework.outline if finding.kind in one.findings and one.group == finding.group
    ]
    home = Whereabouts("summary", f"findings:{finding.id}", about)
    return (home, *(Whereabouts("report", code, about) for code in printed))


def _support(record: VisitRecord, support: Any) -> _Places:  # noqa: ANN401
    finding = record.shelves.get("finding", {}).get(support.finding_id)
    return _finding(record, finding)[:1] if finding is not None else ()


def _action(_: VisitRecord, action: Any) -> _Places:  # noqa: ANN401
    about = first_words(action.text, _WORDS)
    agreed = (Whereabouts("summary", f"actions:{action.id}", about), Whereabouts("followup", "", about))
    return (Whereabouts("prepare", "earlier", about), *agreed) if action.earlier_id else agreed


def _block(record: VisitRecord, block: Any) -> _Places:  # noqa: ANN401
    return _section(record, block.section)


def _remark(record: VisitRecord, remark: Any) -> _Places:  # noqa: ANN401
    home = Whereabouts("report", "answer", first_words(remark.said or remark.given, _WORDS))
    block = record.shelves.get("block", {}).get(remark.record_id)
    return (home, *(_block(record, block) if block is not None else ()))


def _section(record: VisitRecord, code: str) -> _Places:
    section = record.asked_of_any.section(code)
    return (Whereabouts("report", code, section.heading if section else ""),)


def _keyed(record: VisitRecord, one: Any) -> _Places:  # noqa: ANN401
    """Return where an answer, or evidence on one, is by its key."""
    key: str = one.key
    if key.startswith("fact."):
        about = next((one.label for one in record.asked_of_any.school_facts if f"fact.{one.code}" == key), "")
        return (Whereabouts("prepare", key, about),)
    if key.startswith("field."):
        return _section(record, key.split(".")[1])
    return tuple(place for start, place in _STARTS.items() if key.startswith(start))[:1]


_STARTS: Mapping[str, Whereabouts] = {
    "enquiry.": Whereabouts("prepare", "enquiry"),
    "check.": Whereabouts("prepare"),
    HUNCHES: Whereabouts("prepare"),
    "figures.": Whereabouts("prepare"),
    "imported.": Whereabouts("report"),
    "earlier.": Whereabouts("prepare", "earlier"),
    "plan.": Whereabouts("plan"),
    "front.": Whereabouts("report", "front"),
    LET_BE: Whereabouts("report"),
    "estimate.": Whereabouts("summary", "judgement"),
    "criterion.": Whereabouts("summary", "judgement"),
    "capacity.": Whereabouts("summary", "judgement"),
    "support.": Whereabouts("summary", "judgement"),
    "minority.": Whereabouts("summary", "judgement"),
    "grid": Whereabouts("summary", "judgement"),
    DECISION: Whereabouts("summary", "judgement"),
    GRADE_RISK: Whereabouts("summary", "judgement"),
    GOVERNOR: Whereabouts("summary"),
    "measures.": Whereabouts("summary", "measures"),
    "indicator.": Whereabouts("summary", "measures"),
    EXCELLENCE: Whereabouts("summary", "excellence"),
    SENT: Whereabouts("followup"),
    "agenda": Whereabouts("followup"),
    SECOND_VISIT: Whereabouts("followup"),
    WATCH: Whereabouts("followup"),
    "done.": Whereabouts("followup"),
    "reply.": Whereabouts("followup"),
}


def _at(stage: str, place: str = "") -> Callable[[VisitRecord, Any], _Places]:
    def found(_: VisitRecord, entity: Any) -> _Places:  # noqa: ANN401
        about = entity.file_name if isinstance(entity, Returned) else ""
        return (Whereabouts(stage, place, about),)

    return found


_FINDERS: Mapping[str, Callable[[VisitRecord, Any], _Places]] = {
    "note": _note,
    "photo": _photo,
    "slot": _slot,
    "finding": _finding,
    "support": _support,
    "action": _action,
    "block": _block,
    "answer": _keyed,
    "bearing": _keyed,
    "export": _at("report", "versions"),
    "returned": _at("report", "answer"),
    "remark": _remark,
    "member": _at("summary", "judgement"),
    "view": _at("summary", "judgement"),
    "point": _at("summary", "judgement"),
    "reading": _at("summary", "measures"),
    "progress": _at("followup"),
    "support_day": _at("followup"),
    "figure": _at("prepare"),
    "inspection": _at("prepare"),
    "hunch": _at("prepare"),
    "attachment": _at("prepare"),
    "school": _at("prepare"),
    "visit": _at("prepare"),
}
