"""How many planned lessons the coverage map has no place for is said beside the counts."""

from sample_records import begun, holding, library

from ui.parts.coverage_counts import total_words
from visitapp.domain.coverage import coverage_of
from visitapp.domain.visit import Slot


def counted(*slots):
    record = holding(begun(library().find("llpr-primary@2024-25")), *slots)
    return total_words(record, coverage_of(record))


def test_planned_lessons_without_year_or_subject_are_counted(qapp):
    walk = Slot("w", "visit", activity="learning-walk")
    lessons = [Slot(f"l{number}", "visit", activity="learning-walk", part_of="w") for number in range(7)]
    assert counted(walk, *lessons).endswith("7 lesson visits planned, 7 without year or subject")


def test_planned_lessons_that_have_their_place_in_the_map_are_not_told_twice(qapp):
    lesson = Slot("l", "visit", activity="learning-walk", part_of="w", years=("y4",), subject="maths")
    assert "planned" not in counted(Slot("w", "visit", activity="learning-walk"), lesson)
