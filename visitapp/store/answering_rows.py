"""The tables of what the school answered to a report."""

from visitapp.store.projected import OfVisit


class ReturnedRow(OfVisit, table=True):
    __tablename__ = "returned"
    export_id: str = ""
    file_name: str = ""
    sha256: str = ""
    at: str = ""
    anchored: bool = True
    unread: str = "[]"


class RemarkRow(OfVisit, table=True):
    __tablename__ = "remark"
    returned_id: str = ""
    position: float = 0.0
    record_id: str = ""
    near: str = ""
    kind: str = "edit"
    sent: str = ""
    given: str = ""
    said: str = ""
    by: str = ""
    on: str = ""
    tracked: bool = False
    sure: bool = True
    verdict: str = ""
    wording: str = ""
    reason: str = ""
    decided_at: str = ""
