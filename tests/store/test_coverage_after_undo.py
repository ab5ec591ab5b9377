"""Counting on from what was counted stays exact whatever is edited, undone and done again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_records import library

from visitapp.domain.change import Act, altered, created
from visitapp.domain.coverage import Tally, coverage_of
from visitapp.domain.evidence import Note
from visitapp.domain.ids import new_id
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Visit
from visitapp.store import operations, schema, undo
from visitapp.store.database import Database

NOW = datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
FIELDS = {
    "deleted": st.booleans(),
    "private": st.booleans(),
    "years": st.sampled_from([(), ("y1",), ("y1", "y2")]),
    "subject": st.sampled_from(["", "maths", "history"]),
    "strand": st.sampled_from(["", "teaching", "gone"]),
    "marker": st.sampled_from(["", "strength"]),
    "groups": st.sampled_from([(), ("send", "eal")]),
    "source": st.sampled_from(["", "lesson"]),
    "prompt": st.sampled_from(["", "recall", "gone"]),
    "taken_at": st.sampled_from(["2025-11-20T09:00:00+00:00", "2025-11-20T10:00:00+00:00"]),
}
CHANGED = st.sampled_from(sorted(FIELDS)).flatmap(lambda field: st.tuples(st.just(field), FIELDS[field]))
EDIT = st.one_of(st.tuples(st.integers(1, 3), CHANGED), st.sampled_from(["undo", "undo", "redo"]))


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    database = Database.create(tmp_path_factory.mktemp("vault") / "visitapp.db", bytes(range(48)))
    with database.transaction() as session:
        schema.create(session)
    yield database
    database.close()


def edited(record, session, number, field, value):
    """Change one field of a note, which is made when there is none yet; return the changes."""
    note_id = f"{record.visit_id}-{number}"
    before = record.shelves.get("note", {}).get(note_id)
    base = before or Note(note_id, record.visit_id, number, "Seen", activity="learning-walk")
    after = replace(base, **{field: value})
    changes = created(after) if before is None else altered(before, after)
    if changes:
        operations.record(session, Act("Edit", changes, record.visit_id), NOW)
    return changes


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDIT, max_size=14))
def test_the_tally_equals_counting_from_scratch_after_every_edit_undo_and_redo(database, edits):
    visit = Visit(new_id(), starts_on="2025-11-20")
    record = VisitRecord(library().find("llpr-primary@2024-25"), visit.id, {"visit": {visit.id: visit}})
    tally = Tally()
    for edit in edits:
        with database.transaction() as session:
            if isinstance(edit, str):
                turned = getattr(undo, edit)(session, visit.id, NOW)
                changes = turned.changes if turned else ()
            else:
                changes = edited(record, session, edit[0], *edit[1])
        record = record.with_changes(changes)
        assert tally.counted(record) == coverage_of(record)
