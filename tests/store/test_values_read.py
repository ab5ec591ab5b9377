"""What is read from the tables is what was put into them, field by field and of the same type."""

from dataclasses import fields
from datetime import UTC, datetime

import pytest

from visitapp.domain.change import KINDS, Act, created, default_of
from visitapp.store import operations, schema
from visitapp.store.database import Database
from visitapp.store.projection import value_of, values_of
from visitapp.store.rows import Rows

NOW = datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
OTHER = {str: "Words", int: 7, float: 2.5, bool: True, tuple: ("y1", "y2")}


@pytest.fixture
def database(tmp_path):
    database = Database.create(tmp_path / "visitapp.db", bytes(range(48)))
    with database.transaction() as session:
        schema.create(session)
    yield database
    database.close()


def filled(kind):
    """Return one record of a kind with every field but its id at another value than its default."""
    entity = KINDS[kind]
    given = {one.name: OTHER.get(type(default_of(kind, one.name)), "Words") for one in fields(entity)[1:]}
    return entity("record-1", **given)


def put(database, *records):
    with database.transaction() as session:
        changes = tuple(change for one in records for change in created(one))
        operations.record(session, Act("Put", changes, "visit-1"), NOW)


@pytest.mark.parametrize("kind", list(Rows.OF_KIND))
@pytest.mark.parametrize("is_filled", [True, False])
def test_a_record_read_past_the_mapper_is_the_one_that_was_kept(database, kind, is_filled):
    record = filled(kind) if is_filled else KINDS[kind]("record-1")
    put(database, record)
    with database.reading() as session:
        found = values_of(session, kind, "id", "record-1")
        mapped = value_of(kind, session.get(Rows.OF_KIND[kind], 1))
    assert found == {"record-1": record}
    for read in (found["record-1"], mapped):
        types = [type(getattr(read, one.name)) for one in fields(record)]
        assert types == [type(getattr(record, one.name)) for one in fields(record)]


def test_records_come_in_the_order_they_were_made(database):
    notes = [KINDS["note"](f"note-{number}", "visit-1", 9 - number) for number in range(5)]
    put(database, *notes)
    with database.reading() as session:
        assert list(values_of(session, "note", "visit_id", "visit-1").values()) == notes
        assert values_of(session, "note", "visit_id", "another") == {}
