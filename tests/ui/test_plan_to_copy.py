"""Which plan is offered to be copied: of the same programme, last school year's before this one's."""

import pytest
from vault_desk import PRIMARY, begin, new_database, open_workspace

from ui.workspace.day_plan import DayPlan
from ui.workspace.visits import NewVisit


@pytest.fixture
def workspace(tmp_path, qapp):
    with new_database(tmp_path) as database, open_workspace(database) as opened:
        yield opened


def visited(workspace, school, day, programme=PRIMARY, *, planned=True):
    """Begin a visit, with a plan or without; return its desk."""
    desk = workspace.begin_visit(workspace.visits.begin(NewVisit(workspace.library.find(programme), school, day)))
    if planned:
        DayPlan(desk).add_required()
    workspace.flush()
    return desk


def offered(desk):
    found = desk.earlier_plan(desk.record.visit)
    return found.visit.starts_on if found else None


def test_a_plan_of_last_year_goes_before_a_later_one_of_the_same_year(workspace):
    school = begin(workspace).record.school
    visited(workspace, school, "2024-11-19")
    visited(workspace, school, "2025-03-04")
    visited(workspace, school, "2025-10-07")
    assert offered(visited(workspace, school, "2026-01-20", planned=False)) == "2025-03-04"


def test_without_an_earlier_year_an_earlier_visit_of_the_year_is_taken(workspace):
    school = begin(workspace).record.school
    visited(workspace, school, "2030-10-08")
    assert offered(visited(workspace, school, "2031-01-21", planned=False)) == "2030-10-08"


def test_another_programme_and_a_visit_without_a_plan_are_passed_over(workspace):
    school = begin(workspace).record.school
    visited(workspace, school, "2026-10-06", "qa-review@2026")
    visited(workspace, school, "2026-11-03", planned=False)
    assert offered(visited(workspace, school, "2026-12-03", planned=False)) is None
