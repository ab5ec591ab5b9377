"""What stands on the cards of classroom visits: one form everywhere, whoever typed what."""

import pytest
from sample_records import told

from ui.parts.slot_words import lesson_label, subject_word
from visitapp.domain.handed_lists import slot_words
from visitapp.domain.visit import Slot

RECORD = told("sallowfield")


def lesson(title="", years=("y1",), subject="phonics"):
    return Slot("l", RECORD.visit_id, 1, 600, 620, "learning-walk", title, years=years, subject=subject, part_of="w")


@pytest.mark.parametrize(
    ("subject", "word"),
    [
        ("phonics", "phonics"),
        ("reading", "reading"),
        ("maths", "maths"),
        ("english", "English"),
        ("pe", "PE"),
        ("design-technology", "D&T"),
        ("art", "art"),
        ("languages", "languages"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_a_subject_is_a_word_inside_a_line(subject, word):
    assert subject_word(RECORD, subject) == word


@pytest.mark.parametrize(
    ("title", "years", "subject", "label"),
    [
        ("", ("y1",), "phonics", "Y1 phonics"),
        ("Year 1 phonics", ("y1",), "phonics", "Y1 phonics"),
        ("Year 3 mathematics", ("y3",), "maths", "Y3 maths"),
        ("Year 3 Maths", ("y3",), "maths", "Y3 maths"),
        ("Year 2 shared reading", ("y2",), "reading", "Y2 shared reading"),
        ("Reception, start of the day", ("r",), "reading", "Reception, start of the day"),
        ("", ("y4", "y5"), "english", "Y4/Y5 English"),
        ("Phonics with the reading lead", ("y1",), "phonics", "Y1 Phonics with the reading lead"),
        ("", (), "", "Classroom visit"),
    ],
)
def test_a_title_stands_with_its_year_and_one_that_only_says_year_and_subject_is_said_as_every_other(
    title, years, subject, label
):
    assert lesson_label(RECORD, lesson(title, years, subject)) == label


def test_every_classroom_visit_of_the_sample_says_its_year_and_subject_in_the_same_way():
    said = [lesson_label(RECORD, one) for one in RECORD.slots if one.part_of]
    assert said == ["Y1 phonics", "Y3 maths", "Y5 maths", "Y4 maths", "Y2 phonics", "Y6 reading", "Y5 art"]


def test_on_paper_a_subject_without_a_title_begins_small_too():
    assert slot_words(RECORD.framework, lesson(subject="maths")) == "Year 1 mathematics"
    assert slot_words(RECORD.framework, lesson(subject="english")) == "Year 1 English"
