"""The lessons a reviewer was in last."""

import pytest
from sample_records import begun, holding, library, told, without

from visitapp.domain.evidence import Context, Note
from visitapp.domain.recent import Lesson, in_lesson, recent_lessons
from visitapp.domain.visit import Slot

HERE = Context(years=("y4",), subject="maths")


def seen(*pairs):
    """Return a visit with a note of each pair of year and subject, in order."""
    notes = [
        Note(f"n{number}", "visit", number, "Seen", taken_at=f"2025-11-20T10:{number:02}:00+00:00",
             years=tuple(year.split()), subject=subject)
        for number, (year, subject) in enumerate(pairs)
    ]  # fmt: skip
    return holding(begun(library().find("llpr-primary@2024-25")), *notes)


def test_a_visit_without_notes_has_no_recent_lessons():
    assert recent_lessons(seen(), Context()) == ()


def test_the_latest_lesson_comes_first():
    record = seen(("y1", "phonics"), ("y5", "art"))
    assert recent_lessons(record, HERE) == (Lesson(("y5",), "art"), Lesson(("y1",), "phonics"))


def test_a_lesson_with_many_notes_is_offered_once_where_its_last_note_puts_it():
    record = seen(("y1", "phonics"), ("y5", "art"), ("y1", "phonics"))
    assert recent_lessons(record, HERE) == (Lesson(("y1",), "phonics"), Lesson(("y5",), "art"))


def test_the_lesson_in_force_is_not_offered():
    record = seen(("y1", "phonics"), ("y4", "maths"))
    assert recent_lessons(record, HERE) == (Lesson(("y1",), "phonics"),)


@pytest.mark.parametrize("pair", [("", "maths"), ("y5", ""), ("", "")])
def test_half_a_pair_is_no_lesson(pair):
    assert recent_lessons(seen(pair), HERE) == ()


def test_a_mixed_class_is_a_lesson_of_its_own():
    record = seen(("y5", "maths"), ("y5 y6", "maths"))
    assert recent_lessons(record, HERE) == (Lesson(("y5", "y6"), "maths"), Lesson(("y5",), "maths"))


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_no_more_are_offered_than_asked_for(most):
    record = seen(*((f"y{year}", "reading") for year in range(1, 7)))
    assert len(recent_lessons(record, HERE, most)) == most


def test_three_are_offered_unless_said():
    assert len(recent_lessons(seen(*((f"y{year}", "reading") for year in range(1, 7))), HERE)) == 3


def test_a_deleted_note_makes_no_lesson():
    assert recent_lessons(without(seen(("y5", "art")), "note", "n0"), HERE) == ()


def test_the_sample_visit_offers_lessons_that_have_notes():
    record = told("sallowfield")
    pairs = {Lesson(note.years, note.subject) for note in record.notes}
    assert set(recent_lessons(record, HERE)) <= pairs


def test_going_back_to_an_unplanned_lesson_changes_years_and_subject_alone():
    before = Context("work", ("y4",), "maths", "teaching", "walk", "slot", "purpose")
    assert in_lesson(seen(), before, Lesson(("y5",), "art")) == Context(
        "work", ("y5",), "art", "teaching", "walk", "slot", "purpose"
    )


def planned(**more):
    """Return a visit whose plan has one lesson of year 5 art."""
    fields = {"activity": "walk", "years": ("y5",), "subject": "art", "part_of": "home", **more}
    return holding(seen(), Slot("art", "visit", 1, 600, 620, **fields))


def test_going_back_to_a_planned_lesson_goes_back_to_its_place_in_the_plan():
    after = in_lesson(planned(), Context("work", activity="leaders", prompt="know"), Lesson(("y5",), "art"))
    assert (after.activity, after.slot_id, after.prompt, after.source) == ("walk", "art", "", "work")


def test_a_prompt_of_the_same_activity_is_kept():
    after = in_lesson(planned(), Context(activity="walk", slot_id="other", prompt="purpose"), Lesson(("y5",), "art"))
    assert (after.slot_id, after.prompt) == ("art", "purpose")


def test_an_activity_with_a_year_and_subject_is_not_a_lesson_of_the_plan():
    after = in_lesson(planned(part_of=""), Context(slot_id="other"), Lesson(("y5",), "art"))
    assert after.slot_id == "other"
