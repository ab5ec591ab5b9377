"""Capture with a mouse: words are typed, all else is pressed, and no task takes more presses than it may."""

import pytest
from person import Person, begin, plan

from ui.demo.hands import spoken_name
from ui.parts.evidence_stream_view import NoteView
from ui.parts.evidence_tray import EvidenceTrayList
from ui.widgets.chips import PickerChip

PLAIN = "29 pupils, two adults."
MARKED = "The same slip with denominators is marked three lessons running."
GROUPED = "Only 2 of 7 reach the reasoning question."
ELSEWHERE = "Sketchbooks show technique built over three half-terms."
UNDONE = "To be undone."
FROM_PREPARE = "The deputy post is vacant until Easter."

MOST = {
    "save a note": 1,
    "save a note with a marker": 2,
    "save with marker and pupil group": 3,
    "move to the next planned lesson": 1,
    "set year and subject of an unplanned lesson": 4,
    "set a subject that is rarely wanted": 3,
    "go back to a recent lesson": 1,
    "correct the marker of the last note": 2,
    "undo": 1,
    "capture from any other screen": 2,
    "link evidence to a finding": 2,
}


@pytest.fixture(scope="module")
def person(qapp, tmp_path_factory):
    """Play the lessons once; every test looks at what came of it."""
    person = Person(tmp_path_factory.mktemp("mouse"))
    try:
        for part in (begin, plan, capture, move, correct, link):
            part(person)
        yield person
    finally:
        person.leave()


def capture(person):
    person.hands.press("Ctrl+3")
    with person.counting("save a note") as mouse:
        person.hands.write(PLAIN)
        mouse.press("Save")
    with person.counting("save a note with a marker") as mouse:
        person.hands.write(MARKED)
        mouse.press("Area for development")
        mouse.press("Save")
    with person.counting("save with marker and pupil group") as mouse:
        person.hands.write(GROUPED)
        mouse.press("Disadvantaged")
        mouse.press("Area for development")
        mouse.press("Save")


def move(person):
    with person.counting("move to the next planned lesson") as mouse:
        mouse.press("Start Year 5")
    person.next_lesson = context(person)
    with person.counting("set year and subject of an unplanned lesson") as mouse:
        mouse.press("Year: ")
        mouse.choose("Year 6")
        mouse.press("Subject: ")
        mouse.choose("Science")
    person.unplanned = context(person)
    person.hands.write(ELSEWHERE)
    person.pointer.press("Save")
    with person.counting("go back to a recent lesson") as mouse:
        mouse.press("Back to Year 4, mathematics")
    person.back = context(person)
    with person.counting("set a subject that is rarely wanted") as mouse:
        mouse.press("Subject: ")
        mouse.choose("More")
        mouse.choose("Art")
    person.rare = context(person)


def correct(person):
    notes = person.window.findChild(NoteView)
    with person.counting("correct the marker of the last note") as mouse:
        mouse.press_marker(notes, notes.model().rowCount() - 1)
        mouse.choose("Strength")
    person.hands.focus("New note")
    person.hands.write(UNDONE)
    person.pointer.press("Save")
    with person.counting("undo") as mouse:
        mouse.press("Undo")
    person.hands.press("Ctrl+1")
    with person.counting("capture from any other screen") as mouse:
        mouse.press("Stage 3")
        person.hands.write(FROM_PREPARE)
        mouse.press("Save")


def link(person):
    person.hands.press("Ctrl+4")
    tray = person.window.findChild(EvidenceTrayList)
    person.pointer.press_row(tray, 0)
    person.pointer.choose("New: Strength")
    with person.counting("link evidence to a finding") as mouse:
        mouse.press_row(tray, 0)
        mouse.choose("Add to: ")


def context(person):
    """Return the year and subject shown in the composer."""
    names = [spoken_name(one) for one in person.window.findChildren(PickerChip) if one.isVisible()]
    return tuple(name for name in names if name.startswith(("Year: ", "Subject: ")))


def markers(person):
    return {note.text: note.marker for note in person.record.notes}


@pytest.mark.parametrize("task", MOST)
def test_a_task_takes_no_more_presses_than_it_may(person, task):
    assert person.took[task] <= MOST[task]


def test_every_note_has_the_marker_that_was_pressed(person):
    assert markers(person) == {
        PLAIN: "", MARKED: "develop", GROUPED: "strength", ELSEWHERE: "", FROM_PREPARE: "",
    }  # fmt: skip


def test_a_group_pressed_goes_with_one_note_alone(person):
    assert {note.text for note in person.record.notes if note.groups} == {GROUPED}


def test_the_next_lesson_and_an_unplanned_one_are_in_force_once_pressed(person):
    assert person.next_lesson == ("Year: Year 5", "Subject: Mathematics")
    assert person.unplanned == ("Year: Year 6", "Subject: Science")


def test_a_rarer_subject_is_one_press_further_away(person):
    assert person.rare == ("Year: Year 4", "Subject: Art and design")


def test_a_recent_lesson_is_the_one_that_was_left(person):
    assert person.back == ("Year: Year 4", "Subject: Mathematics")


def test_a_card_pressed_goes_to_the_finding_chosen(person):
    (finding,) = person.record.findings("strength")
    assert len(person.record.notes_of(finding.id)) == 2
