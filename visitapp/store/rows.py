"""The tables that are a projection of the record. Rows never leave the store.

Lists are kept as JSON text, enumerations as the stable codes of a framework, times as UTC text.
"""

from typing import ClassVar

from sqlmodel import Field

from visitapp.store.answering_rows import RemarkRow, ReturnedRow
from visitapp.store.following_rows import (
    BearingRow,
    MemberRow,
    PointRow,
    ProgressRow,
    ReadingRow,
    SupportDayRow,
    ViewRow,
)
from visitapp.store.preparing_rows import AttachmentRow, FigureRow, HunchRow, InspectionRow
from visitapp.store.projected import OfVisit, Projected, later


class ReviewerRow(Projected, table=True):
    __tablename__ = "reviewer"
    name: str = ""
    role: str = ""
    organisation: str = ""
    shorthand: str = later("")
    words: str = later("")
    authorities: str = later("[]")


class SchoolRow(Projected, table=True):
    __tablename__ = "school"
    name: str = ""
    urn: str = ""
    phase: str = ""
    local_authority: str = ""
    town: str = ""
    trust: str = ""
    details: str = later("")
    details_on: str = later("")


class FrameworkRow(Projected, table=True):
    __tablename__ = "framework"
    code: str = ""
    version: str = ""
    content: str = ""


class VisitRow(Projected, table=True):
    __tablename__ = "visit"
    school_id: str = ""
    framework_id: str = ""
    programme: str = ""
    starts_on: str = ""
    ends_on: str = ""
    context: str = ""
    enquiry: str = ""
    agreed_on: str = ""
    reviewer_id: str = ""
    follows_id: str = ""
    closed: bool = False
    commissioned: str = later("")


class SlotRow(OfVisit, table=True):
    __tablename__ = "slot"
    day: int = 1
    starts: int = 0
    ends: int = 0
    activity: str = ""
    title: str = ""
    place: str = ""
    people: str = ""
    years: str = "[]"
    subject: str = ""
    groups: str = "[]"
    part_of: str = ""
    team: str = later("[]")


class AnswerRow(OfVisit, table=True):
    __tablename__ = "answer"
    key: str = ""
    value: str = "null"
    note: str = ""


class NoteRow(OfVisit, table=True):
    __tablename__ = "note"
    number: int = 0
    text: str = ""
    marker: str = ""
    source: str = ""
    years: str = "[]"
    subject: str = ""
    strand: str = ""
    groups: str = "[]"
    activity: str = ""
    slot_id: str = ""
    prompt: str = ""
    pinned: bool = False
    private: bool = False
    taken_at: str = ""
    zone: str = ""
    author_id: str = ""
    entered_at: str = later("")


class PhotoRow(OfVisit, table=True):
    __tablename__ = "photo"
    note_id: str = Field(default="", index=True)
    sha256: str = ""
    kind: str = ""
    width: int = 0
    height: int = 0
    size: int = 0
    caption: str = ""
    taken_at: str = ""
    zone: str = ""
    strokes: str = ""
    author_id: str = ""


class FindingRow(OfVisit, table=True):
    __tablename__ = "finding"
    kind: str = ""
    group: str = ""
    text: str = ""
    strand: str = ""
    position: float = 0.0
    in_self_evaluation: str = ""
    agreed: bool = False
    in_improvement_plan: str = later("")
    level: str = later("")


class SupportRow(OfVisit, table=True):
    __tablename__ = "support"
    finding_id: str = ""
    note_id: str = ""
    against: bool = False


class ActionRow(OfVisit, table=True):
    __tablename__ = "action"
    text: str = ""
    finding_id: str = ""
    urgency: str = ""
    owner: str = ""
    first_step: str = ""
    due: str = ""
    measure: str = ""
    position: float = 0.0
    status: str = ""
    reply: str = ""
    first_step_due: str = later("")
    first_step_done: bool = later(False)
    replied_on: str = later("")
    replied_by: str = later("")
    carried: bool = later(False)
    earlier_id: str = later("")
    verdict: str = later("")
    verdict_note: str = later("")
    because: str = later("")
    earlier_sort: str = later("")


class BlockRow(OfVisit, table=True):
    __tablename__ = "block"
    section: str = ""
    position: float = 0.0
    text: str = ""


class ExportRow(OfVisit, table=True):
    __tablename__ = "export"
    revision: int = 0
    status: str = ""
    file_name: str = ""
    sha256: str = ""
    at: str = ""
    text: str = ""
    variant: str = later("")
    recipient: str = later("")
    texts: str = later("[]")
    frame: str = later("[]")


class Rows:
    """Which table holds which kind of record."""

    OF_KIND: ClassVar[dict[str, type[Projected]]] = {
        "reviewer": ReviewerRow,
        "school": SchoolRow,
        "framework": FrameworkRow,
        "visit": VisitRow,
        "slot": SlotRow,
        "answer": AnswerRow,
        "note": NoteRow,
        "photo": PhotoRow,
        "finding": FindingRow,
        "support": SupportRow,
        "action": ActionRow,
        "block": BlockRow,
        "export": ExportRow,
        "bearing": BearingRow,
        "member": MemberRow,
        "view": ViewRow,
        "point": PointRow,
        "progress": ProgressRow,
        "support_day": SupportDayRow,
        "reading": ReadingRow,
        "returned": ReturnedRow,
        "remark": RemarkRow,
        "figure": FigureRow,
        "inspection": InspectionRow,
        "hunch": HunchRow,
        "attachment": AttachmentRow,
    }
