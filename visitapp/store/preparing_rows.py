"""The tables of what is gathered before a visit."""

from visitapp.store.projected import OfVisit


class FigureRow(OfVisit, table=True):
    __tablename__ = "figure"
    measure: str = ""
    group: str = ""
    year: str = ""
    about: str = "school"
    value: str = ""
    status: str = ""
    cohort: int = 0
    predicted: bool = False
    source: str = ""
    typed_on: str = ""


class InspectionRow(OfVisit, table=True):
    __tablename__ = "inspection"
    on: str = ""
    kind: str = ""
    framework: str = ""
    outcome: str = ""
    judgements: str = "[]"
    points: str = "[]"
    source: str = ""


class HunchRow(OfVisit, table=True):
    __tablename__ = "hunch"
    text: str = ""
    source: str = ""
    activity: str = ""
    looked_for: bool = False
    position: float = 0.0


class AttachmentRow(OfVisit, table=True):
    __tablename__ = "attachment"
    name: str = ""
    sort: str = ""
    sha256: str = ""
    size: int = 0
    pages: int = 0
    item: str = ""
    added_at: str = ""
