"""The list of visits knows of the time after each what its record knows."""

from datetime import UTC, date, datetime

import pytest
from vault_desk import KEY, TODAY, new_database

from ui.pages.home.needs import afterwards_of
from ui.workspace.opening import load_library
from ui.workspace.sample import fill
from visitapp.domain.change import Act, created
from visitapp.domain.finding import Action
from visitapp.domain.places import answered
from visitapp.domain.reminders import afterwards, reminders
from visitapp.domain.visit import Visit
from visitapp.frameworks.freezing import thaw
from visitapp.store import operations, schema, summaries, visits
from visitapp.store.connection import raw_reader

LATER = datetime(2026, 1, 9, 9, 12, tzinfo=UTC)


@pytest.fixture
def database(tmp_path):
    with new_database(tmp_path) as made:
        fill(made, load_library(), TODAY)
        yield made


def listed(database):
    with database.reading() as session:
        return {one.id: one for one in visits.list_visits(session)}


def record_of(database, visit_id):
    with database.reading() as session:
        return visits.load_visit(session, visit_id, thaw)


def put(database, record, *changes):
    with database.transaction() as session:
        operations.record(session, Act("", changes, record.visit_id), LATER)


def test_the_query_reads_the_schema_this_program_writes():
    assert summaries.READS == schema.VERSION


def test_a_vault_of_another_version_is_not_listed_before_it_is_brought_up(database):
    with database.transaction() as session:
        session.connection().exec_driver_sql("pragma user_version = 2")
    database.checkpoint()
    with raw_reader(database.path, KEY) as connection:
        assert summaries.listed(connection) is None


def test_a_bare_connection_lists_the_same(database):
    database.checkpoint()
    with raw_reader(database.path, KEY) as connection:
        assert summaries.listed(connection) == tuple(listed(database).values())


@pytest.mark.parametrize("today", [date(2025, 11, 21), date(2026, 1, 9), date(2026, 12, 24)])
def test_list_and_record_wait_for_the_same(database, today):
    for visit_id, summary in listed(database).items():
        known = afterwards(record_of(database, visit_id))
        told = afterwards_of(summary)
        if not summary.is_followed:
            assert reminders(told, today) == reminders(known, today), summary.school


def test_a_visit_that_another_follows_is_known_for_it(database):
    followed = [one for one in listed(database).values() if one.is_followed]
    assert [(one.school, one.starts_on) for one in followed] == [("Sallowfield Primary School", "2024-11-13")]


def test_a_deleted_visit_follows_nothing(database):
    first = next(one for one in listed(database).values() if one.is_followed)
    follower = next(one for one in listed(database) if record_of(database, one).visit.follows_id == first.id)
    record = record_of(database, follower)
    put(database, record, *(change for change in created(Visit(follower, deleted=True))))
    assert not listed(database)[first.id].is_followed


def test_what_was_taken_over_is_open_only_while_it_is_carried_on(database):
    visit_id = next(one.id for one in listed(database).values() if one.school.startswith("Tidewell"))
    record = record_of(database, visit_id)
    put(database, record, *created(Action("x", visit_id, "Old", due="2025-12-01", earlier_id="y")))
    assert listed(database)[visit_id].waiting == ()
    kept = Action("z", visit_id, "Kept", due="2025-12-02", earlier_id="w", carried=True, first_step_due="2025-11-30")
    put(database, record, *created(kept))
    assert listed(database)[visit_id].waiting == (("2025-12-02", "2025-11-30"),)
    assert listed(database)[visit_id].open_actions == 1


def test_a_context_that_leads_to_a_second_visit_is_known_with_the_day_planned(database):
    visit_id = next(one.id for one in listed(database).values() if one.school.startswith("Tidewell"))
    assert listed(database)[visit_id].wants_second_visit
    record = record_of(database, visit_id)
    put(database, record, *answered(record, "second-visit", value="2026-03-02"))
    assert ("second-visit", "2026-03-02") in listed(database)[visit_id].said
    assert sum(one.wants_second_visit for one in listed(database).values()) == 1
