"""What every projected table has."""

from typing import Any

from sqlmodel import Field, SQLModel


def later(default: str | bool) -> Any:  # noqa: ANN401
    """Return a column added to a table that is in use: older rows have the default."""
    server = str(int(default)) if isinstance(default, bool) else default
    return Field(default=default, sa_column_kwargs={"server_default": server})


class Projected(SQLModel):
    """What every projected table has: a row number of its own, the id of the record, and whether it is deleted."""

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    deleted: bool = False


class OfVisit(Projected):
    """A projected record that belongs to one visit."""

    visit_id: str = Field(default="", index=True)
