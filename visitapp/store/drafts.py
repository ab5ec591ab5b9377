"""Drafts: what stands in a box and is not yet an operation. Committed at once, sealed when the box is left."""

import json
from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session, select

from visitapp.domain.evidence import Context, Draft
from visitapp.domain.photo import Photo
from visitapp.store.record_rows import DraftRow

_SAVE = (
    "insert into draft (id, visit_id, box, text, caret, detail, at) values (?, ?, ?, ?, ?, ?, ?) "
    "on conflict (id) do update set text = excluded.text, caret = excluded.caret, detail = excluded.detail, "
    "at = excluded.at"
)


def save_draft(session: Session, draft: Draft, now: datetime) -> None:
    """Replace what is kept for a box."""
    detail = {
        "marker": draft.marker,
        "groups": draft.groups,
        "pinned": draft.pinned,
        "private": draft.private,
        "context": asdict(draft.context),
        "photos": [asdict(photo) for photo in draft.photos],
    }
    session.connection().exec_driver_sql(
        _SAVE,
        (
            draft_id(draft.visit_id, draft.box),
            draft.visit_id,
            draft.box,
            draft.text,
            draft.caret,
            json.dumps(detail, ensure_ascii=False),
            now.isoformat(timespec="milliseconds"),
        ),
    )


def drop_draft(session: Session, visit_id: str, box: str) -> None:
    """Forget what is kept for a box; its text has become an operation, or was emptied on purpose."""
    session.connection().exec_driver_sql("delete from draft where id = ?", (draft_id(visit_id, box),))


def drafts_of(session: Session, visit_id: str) -> tuple[Draft, ...]:
    """Return the drafts kept for a visit, the oldest box first."""
    rows = session.exec(select(DraftRow).where(DraftRow.visit_id == visit_id).order_by("seq"))
    return tuple(_draft(row) for row in rows)


def draft_id(visit_id: str, box: str) -> str:
    """Return the id of a box in a visit; a draft can never appear in another visit."""
    return f"{visit_id}/{box}"


def _draft(row: DraftRow) -> Draft:
    detail = json.loads(row.detail)
    context = detail.get("context", {})
    context["years"] = tuple(context.get("years", ()))
    return Draft(
        row.visit_id,
        row.box,
        row.text,
        row.caret,
        detail.get("marker", ""),
        tuple(detail.get("groups", ())),
        bool(detail.get("pinned")),
        bool(detail.get("private")),
        Context(**context),
        tuple(Photo(**photo) for photo in detail.get("photos", ())),
    )
