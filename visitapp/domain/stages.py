"""The six stages of a visit, and how far each has come. A stage is never locked and going back undoes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visitapp.domain.matters import Matter
    from visitapp.domain.record import VisitRecord

_UNDONE = "preparation-undone"
STAGES = ("prepare", "plan", "capture", "summary", "report", "followup")


def stage_states(record: VisitRecord) -> dict[str, str]:
    """Return "done", "part" or "todo" for every stage.

    A stage is done when the reviewer says so or, for preparing and planning, when all that is required is met.
    """
    return {stage: _state(record, stage) for stage in STAGES}


def stage_to_open(record: VisitRecord, today: str) -> str:
    """Return where work on a visit goes on, on an ISO day."""
    visit = record.visit
    if record.answer("stage.report").value is True or visit.closed:
        return "followup"
    if visit.starts_on <= today <= (visit.ends_on or visit.starts_on):
        return "capture"
    return "prepare" if today < visit.starts_on else ("report" if record.findings() else "summary")


def _state(record: VisitRecord, stage: str) -> str:
    said = record.answer(f"stage.{stage}").value
    if said is True or (said is None and _MET[stage](record)):
        return "done"
    return "part" if _STARTED[stage](record) else "todo"


def _prepared(record: VisitRecord) -> bool:
    needed = any(item.required for item in record.framework.checklist())
    return needed and not any(one.kind == _UNDONE for one in _matters_of(record, "prepare"))


def _preparing(record: VisitRecord) -> bool:
    started = ("check.", "fact.")
    return any(
        answer.key.startswith(started) and not answer.deleted for answer in record.shelves.get("answer", {}).values()
    )


def _planned(record: VisitRecord) -> bool:
    return bool(record.slots) and not _matters_of(record, "plan")


def _matters_of(record: VisitRecord, stage: str) -> tuple[Matter, ...]:
    from visitapp.domain.matters import matters_of  # the window names stages before its first paint

    return matters_of(record, stage)


def _reported(record: VisitRecord) -> bool:
    return any(export.status == "FINAL" for export in record.exports)


def _has_slots(record: VisitRecord) -> bool:
    return bool(record.slots)


def _has_notes(record: VisitRecord) -> bool:
    return bool(record.notes)


def _has_findings(record: VisitRecord) -> bool:
    return bool(record.findings())


def _has_writing(record: VisitRecord) -> bool:
    return any(not block.deleted for block in record.shelves.get("block", {}).values())


def _has_exports(record: VisitRecord) -> bool:
    return bool(record.exports)


def _closed(record: VisitRecord) -> bool:
    return record.visit.closed


def _never(record: VisitRecord) -> bool:
    return False


_MET: dict[str, Callable[[VisitRecord], bool]] = {
    "prepare": _prepared,
    "plan": _planned,
    "capture": _never,
    "summary": _never,
    "report": _reported,
    "followup": _closed,
}
_STARTED: dict[str, Callable[[VisitRecord], bool]] = {
    "prepare": _preparing,
    "plan": _has_slots,
    "capture": _has_notes,
    "summary": _has_findings,
    "report": _has_writing,
    "followup": _has_exports,
}
