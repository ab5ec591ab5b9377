"""The tables of what is weighed before a judgement, and of what follows a visit."""

from visitapp.store.projected import OfVisit


class BearingRow(OfVisit, table=True):
    __tablename__ = "bearing"
    key: str = ""
    note_id: str = ""
    finding_id: str = ""
    against: bool = False


class MemberRow(OfVisit, table=True):
    __tablename__ = "member"
    name: str = ""
    role: str = ""
    position: float = 0.0


class ViewRow(OfVisit, table=True):
    __tablename__ = "view"
    key: str = ""
    member_id: str = ""
    value: str = ""
    reason: str = ""


class PointRow(OfVisit, table=True):
    __tablename__ = "point"
    text: str = ""
    outcome: str = ""
    settled: bool = False
    position: float = 0.0


class ProgressRow(OfVisit, table=True):
    __tablename__ = "progress"
    action_id: str = ""
    on: str = ""
    by: str = ""
    text: str = ""
    seen: bool = False


class SupportDayRow(OfVisit, table=True):
    __tablename__ = "support_day"
    on: str = ""
    days: float = 0.0
    by: str = ""
    purpose: str = ""
    impact: str = ""
    given: bool = False


class ReadingRow(OfVisit, table=True):
    __tablename__ = "reading"
    indicator: str = ""
    on: str = ""
    value: str = ""
    target: str = ""
    rating: str = ""
    reason: str = ""
