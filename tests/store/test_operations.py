"""Tables are the projection of operations, exactly, whatever was done, undone and done again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError

from visitapp.domain.change import Act, Change, altered, created, removed
from visitapp.domain.evidence import Note
from visitapp.domain.photo import Photo
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Answer, FrozenFramework, School, Visit, answer_id
from visitapp.store import operations, schema, undo, visits
from visitapp.store.database import Database
from visitapp.store.projection import rebuild
from visitapp.store.rows import Rows

NOW = datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
VISIT = "visit-1"
NOTES = [f"note-{number}" for number in range(4)]
PHOTOS = [f"photo-{number}" for number in range(2)]


@pytest.fixture
def database(tmp_path):
    database = Database.create(tmp_path / "visitapp.db", bytes(range(48)))
    with database.transaction() as session:
        schema.create(session)
    yield database
    database.close()


def begin(session):
    """Put an empty visit in the vault."""
    school = School("school-1", name="Sallowfield Primary School")
    kept = FrozenFramework("framework-1", "walk", "1", "{}")
    visit = Visit(VISIT, school.id, kept.id, starts_on="2025-11-20")
    changes = [*created(school), *created(kept), *created(visit)]
    operations.record(session, Act("Visit begun", tuple(changes)), NOW)


def tables(session):
    """Return every projected row, row numbers included, and every head."""
    found = {
        kind: session.connection().exec_driver_sql(f'select * from "{kind}" order by seq').fetchall()
        for kind in Rows.OF_KIND
    }
    found["head"] = session.connection().exec_driver_sql("select * from operation_head order by 1, 2, 3").fetchall()
    return found


TEXT = st.text(max_size=12)
EDIT = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NOTES), TEXT),
    st.tuples(st.just("tag"), st.sampled_from(NOTES), st.lists(st.sampled_from(["y1", "y2", "r"]), unique=True)),
    st.tuples(st.just("delete"), st.sampled_from(NOTES), st.none()),
    st.tuples(st.just("picture"), st.sampled_from(PHOTOS), TEXT),
    st.tuples(st.just("delete"), st.sampled_from(PHOTOS), st.none()),
    st.tuples(
        st.just("answer"), st.sampled_from(["criterion.a", "grid"]), st.one_of(TEXT, st.integers(-9, 9), st.none())
    ),
    st.tuples(st.just("undo"), st.none(), st.none()),
    st.tuples(st.just("redo"), st.none(), st.none()),
)


def changes_of(record, edit):
    """Return the changes one random edit makes to a record."""
    what, target, value = edit
    if what == "answer":
        answer = Answer(answer_id(VISIT, target), VISIT, target, value)
        before = record.shelves.get("answer", {}).get(answer.id)
        return created(answer) if before is None else altered(before, answer)
    before = record.shelves.get(target.partition("-")[0], {}).get(target)
    if what == "delete":
        return removed([before]) if before else ()
    if what == "picture":
        pictured = replace(before or Photo(target, VISIT, NOTES[0], "ab" * 32), caption=value, deleted=False)
        return created(pictured) if before is None else altered(before, pictured)
    base = before or Note(target, VISIT)
    fields = {"text": value} if what == "write" else {"years": tuple(value)}
    after = Note(**{name: getattr(base, name) for name in Note.__slots__} | fields)
    return created(after) if before is None else altered(before, after)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDIT, max_size=25))
def test_rebuilding_from_operations_gives_the_very_same_tables(tmp_path_factory, framework, edits):
    database = Database.create(tmp_path_factory.mktemp("vault") / "visitapp.db", bytes(range(48)))
    with database.transaction() as session:
        schema.create(session)
        begin(session)
    memory = loaded(database, framework)
    for edit in edits:
        memory = memory.with_changes(apply(database, memory, edit))
    with database.transaction() as session:
        before = tables(session)
        rebuild(session)
        assert tables(session) == before
        assert session.connection().exec_driver_sql("insert into note_search(note_search) values('integrity-check')")
    assert loaded(database, framework).shelves == memory.shelves
    database.close()


def apply(database, memory, edit):
    """Do one random edit on disk and return the changes it made."""
    with database.transaction() as session:
        if edit[0] in ("undo", "redo"):
            turned = getattr(undo, edit[0])(session, VISIT, NOW)
            return turned.changes if turned else ()
        changes = tuple(changes_of(memory, edit))
        if changes:
            operations.record(session, Act(edit[0], changes, VISIT), NOW)
        return changes


def loaded(database, framework) -> VisitRecord:
    """Return the visit as a fresh start would see it."""
    with database.reading() as session:
        return visits.load_visit(session, VISIT, lambda content: framework)


@pytest.fixture(scope="module")
def framework():
    from tests_support import bare_framework

    return bare_framework()


def test_undo_walks_back_through_every_act_and_redo_forward_again(database, framework):
    with database.transaction() as session:
        begin(session)
    states = [loaded(database, framework).shelves]
    memory = loaded(database, framework)
    for edit in [
        ("write", "note-0", "one"),
        ("write", "note-0", "two"),
        ("tag", "note-0", ["y1"]),
        ("delete", "note-0", None),
    ]:
        memory = memory.with_changes(apply(database, memory, edit))
        states.append(loaded(database, framework).shelves)
    for expected in reversed(states[1:-1]):
        apply(database, memory, ("undo", None, None))
        assert loaded(database, framework).notes == VisitRecord(framework, VISIT, expected).notes
    apply(database, memory, ("undo", None, None))
    assert loaded(database, framework).notes == ()
    for expected in states[1:]:
        apply(database, memory, ("redo", None, None))
        assert loaded(database, framework).notes == VisitRecord(framework, VISIT, expected).notes


def test_a_new_act_ends_what_could_be_redone(database, framework):
    with database.transaction() as session:
        begin(session)
    memory = loaded(database, framework)
    for edit in [("write", "note-0", "one"), ("undo", None, None), ("write", "note-1", "two")]:
        memory = memory.with_changes(apply(database, memory, edit))
    with database.transaction() as session:
        assert undo.redo(session, VISIT, NOW) is None
        assert undo.steps(session, VISIT) == undo.Steps("write", "")


def test_an_act_of_another_visit_is_never_undone_here(database):
    with database.transaction() as session:
        begin(session)
        other = Act("elsewhere", created(Note("note-9", "visit-2", text="kept")), "visit-2")
        operations.record(session, other, NOW)
        assert undo.undo(session, VISIT, NOW) is None


def test_an_act_that_fails_leaves_no_half_of_itself(database):
    with pytest.raises(OperationalError), database.transaction() as session:
        operations.record(
            session, Act("half", (Change("note", "n", "text", "x"), Change("note", "n", "nonsense", 1))), NOW
        )
    with database.reading() as session:
        assert session.connection().exec_driver_sql("select count(*) from operation").scalar() == 0
        assert session.connection().exec_driver_sql("select count(*) from act").scalar() == 0


def test_rows_and_domain_values_have_the_very_same_fields():
    from visitapp.domain.change import KINDS

    for kind, row in Rows.OF_KIND.items():
        assert set(row.model_fields) - {"seq"} == set(KINDS[kind].__slots__), kind
