"""The tables of the record itself: acts, the operations they are made of, and what is not yet either."""

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class MetaRow(SQLModel, table=True):
    """A fact about this vault on this device, such as its device id."""

    __tablename__ = "meta"
    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    value: str = ""


class ActRow(SQLModel, table=True):
    """One thing a person did. `mode` is do, undo or redo; `target` is the act an undo or redo turns round."""

    __tablename__ = "act"
    __table_args__ = (Index("act_of_visit", "visit_id", "seq"),)
    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    device: str
    visit_id: str = ""
    label: str = ""
    mode: str = "do"
    target: str = ""
    at: str = ""


class OperationRow(SQLModel, table=True):
    """That one field of one record was given a value (JSON) on one device."""

    __tablename__ = "operation"
    __table_args__ = (
        UniqueConstraint("device", "number"),
        Index("operation_of_act", "act_id"),
        Index("operation_of_field", "record_id", "kind", "field"),
    )
    seq: int | None = Field(default=None, primary_key=True)
    device: str
    number: int
    clock: int
    act_id: str
    kind: str
    record_id: str
    field: str
    value: str


class ParentRow(SQLModel, table=True):
    """That an operation was made in the knowledge of an earlier one, which it replaces."""

    __tablename__ = "operation_parent"
    parent_device: str = Field(primary_key=True)
    parent_number: int = Field(primary_key=True)
    device: str = Field(primary_key=True)
    number: int = Field(primary_key=True)


class HeadRow(SQLModel, table=True):
    """An operation nobody has replaced: more than one for a field is a conflict, and all are kept."""

    __tablename__ = "operation_head"
    record_id: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    device: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    clock: int


class DraftRow(SQLModel, table=True):
    """Text still in a box, not yet an operation. `id` is the visit and the box; `detail` is JSON."""

    __tablename__ = "draft"
    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    visit_id: str = ""
    box: str = ""
    text: str = ""
    caret: int = 0
    detail: str = "{}"
    at: str = ""
