"""What is offered first: what the visit uses, the common ones, and the years of the school."""

import pytest
from sample_records import begun, holding, library

from visitapp.domain.evidence import Note
from visitapp.domain.usual import usual_subjects, usual_years
from visitapp.domain.visit import School, Slot


@pytest.fixture
def record():
    return begun(library().find("llpr-primary@2024-25"))


def at_a(record, phase):
    """Return the record of a visit to a school of a phase."""
    return holding(record, School(record.visit.school_id, phase=phase))


def test_subjects_begin_with_the_common_ones(record):
    assert usual_subjects(record) == ("reading", "writing", "maths", "phonics", "science", "wider")


def test_a_subject_planned_or_seen_is_usual_too(record):
    slot = Slot("s", "visit", 1, 600, 620, "learning-walk", subject="history", part_of="walk")
    record = holding(record, slot, Note("n", "visit", 1, "Seen", subject="art"))
    assert set(usual_subjects(record)) - {"reading", "writing", "maths", "phonics", "science", "wider"} == {
        "history",
        "art",
    }


@pytest.mark.parametrize(
    ("phase", "years"),
    [
        ("infant", ("n", "r", "y1", "y2")),
        ("junior", ("y3", "y4", "y5", "y6")),
        ("primary", ("n", "r", "y1", "y2", "y3", "y4", "y5", "y6")),
        ("secondary", ("y7", "y8", "y9", "y10", "y11", "y12", "y13")),
    ],
)
def test_years_are_those_of_the_phase_the_youngest_first(record, phase, years):
    assert usual_years(at_a(record, phase)) == years


@pytest.mark.parametrize("phase", ["", "special", "all-through", "gone"])
def test_a_phase_that_tells_no_years_has_them_all(record, phase):
    assert len(usual_years(at_a(record, phase))) == 15


def test_a_year_seen_outside_the_phase_is_usual_too(record):
    record = holding(at_a(record, "infant"), Note("n", "visit", 1, "Seen", years=("y3",)))
    assert usual_years(record) == ("n", "r", "y1", "y2", "y3")
