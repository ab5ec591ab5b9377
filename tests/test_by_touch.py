"""Capture with a finger: words are typed, all else is tapped, nothing is dragged, and no task takes more taps."""

from functools import partial

import pytest
from person import Person, begin, plan
from PySide6.QtWidgets import QListView, QPlainTextEdit

from ui.parts.evidence_stream_view import NoteView
from ui.parts.evidence_tray import EvidenceTrayList
from ui.shell.rail import RailButton
from ui.theme.theme import theme
from ui.theme.tokens import DESK, LIGHT

PLAIN = "29 pupils, two adults."
MARKED = "The same slip with denominators is marked three lessons running."
GROUPED = "Only 2 of 7 reach the reasoning question."
ELSEWHERE = "Sketchbooks show technique built over three half-terms."
UNDONE = "To be undone."
FROM_PREPARE = "The deputy post is vacant until Easter."
MANY = 12

MOST = {
    "save a note": 1,
    "save with marker": 1,
    "save with marker and pupil group": 2,
    "move to the next planned lesson": 1,
    "set year and subject of an unplanned lesson": 4,
    "set a subject that is rarely wanted": 3,
    "go back to a recent lesson": 1,
    "correct the marker of the last note": 2,
    "undo": 1,
    "capture from any other screen": 2,
    "link evidence to a finding": 2,
}


@pytest.fixture(scope="module", params=[(1280, 800), (800, 1280)], ids=["landscape", "upright"])
def person(request, qapp, tmp_path_factory):
    """Play the lessons once in each window; every test looks at what came of it."""
    person = Person(tmp_path_factory.mktemp("touch"), touch=True)
    try:
        for part in (begin, plan):
            part(person)
        person.window.resize(*request.param)
        for part in (capture, move, correct, link, scroll):
            part(person)
        yield person
    finally:
        person.leave()
        theme().apply(LIGHT, DESK, 1.0)


def capture(person):
    person.hands.press("Ctrl+3")
    with person.counting("save a note") as finger:
        person.hands.write(PLAIN)
        finger.press("Save as plain note")
    with person.counting("save with marker") as finger:
        person.hands.write(MARKED)
        finger.press("Save as Area for development")
    with person.counting("save with marker and pupil group") as finger:
        person.hands.write(GROUPED)
        finger.press("Disadvantaged")
        finger.press("Save as Area for development")


def move(person):
    with person.counting("move to the next planned lesson") as finger:
        finger.press("Next: Year 5" if person.window.height() > person.window.width() else "Start Year 5")
    with person.counting("set year and subject of an unplanned lesson") as finger:
        finger.press("Year: ")
        finger.choose("Year 6")
        finger.press("Subject: ")
        finger.choose("Science")
    person.hands.write(ELSEWHERE)
    person.pointer.press("Save as plain note")
    with person.counting("go back to a recent lesson") as finger:
        finger.press("Back to Year 4, mathematics")
    with person.counting("set a subject that is rarely wanted") as finger:
        finger.press("Subject: ")
        finger.choose("More")
        finger.choose("Art")


def correct(person):
    notes = person.window.findChild(NoteView)
    with person.counting("correct the marker of the last note") as finger:
        finger.press_marker(notes, 0)
        finger.choose("Strength")
    person.hands.focus("New note")
    person.hands.write(UNDONE)
    person.pointer.press("Save as Risk")
    with person.counting("undo") as finger:
        finger.press("Undo")
    person.hands.press("Ctrl+1")
    with person.counting("capture from any other screen") as finger:
        finger.press("Stage 3")
        person.hands.write(FROM_PREPARE)
        finger.press("Save as Risk")
    person.focus_after = person.hands.focused()


def scroll(person):
    person.hands.press("Ctrl+3")
    for number in range(MANY):
        person.hands.write(f"Note {number} to scroll by.")
        person.pointer.press("Save as plain note")
    notes = person.window.findChild(NoteView)
    person.scrolled_before = notes.verticalScrollBar().value()
    person.pointer.drag(notes, -200, until=partial(has_moved, person, notes))
    person.scrolled_after = notes.verticalScrollBar().value()
    person.hands.press("Ctrl+4")


def has_moved(person, notes):
    return notes.verticalScrollBar().value() > person.scrolled_before


def link(person):
    person.hands.press("Ctrl+4")
    tray = person.window.findChild(EvidenceTrayList)
    person.pointer.press_row(tray, 0)
    person.pointer.choose("New: Strength")
    show(person, "Evidence")
    with person.counting("link evidence to a finding") as finger:
        finger.press_row(tray, 0)
        finger.choose("Add to: ")


def show(person, view):
    """Bring a view into sight where only one is."""
    if person.window.frame.folding.is_folded:
        person.pointer.press(view, RailButton)


@pytest.mark.parametrize("task", MOST)
def test_a_task_takes_no_more_taps_than_it_may(person, task):
    assert person.took[task] <= MOST[task]


def test_every_note_has_the_marker_that_was_tapped(person):
    marked = {note.text: note.marker for note in person.record.notes if not note.text.endswith("scroll by.")}
    assert marked == {
        PLAIN: "", MARKED: "develop", GROUPED: "strength", ELSEWHERE: "", FROM_PREPARE: "risk",
    }  # fmt: skip


def test_a_group_tapped_goes_with_one_note_alone(person):
    assert {note.text for note in person.record.notes if note.groups} == {GROUPED}


def test_the_unplanned_lesson_is_the_one_tapped(person):
    (note,) = [note for note in person.record.notes if note.text == ELSEWHERE]
    assert (note.years, note.subject) == (("y6",), "science")


def test_the_caret_is_in_the_box_after_each_save(person):
    assert isinstance(person.focus_after, QPlainTextEdit)


def test_a_finger_scrolls_the_notes(person):
    assert person.scrolled_after > person.scrolled_before


def test_a_tap_on_a_card_and_one_on_a_finding_link_them(person):
    (finding,) = person.record.findings("strength")
    assert len(person.record.notes_of(finding.id)) == 2


def test_cards_are_never_dragged_by_a_finger(person):
    assert [one for one in person.window.findChildren(QListView) if one.dragEnabled()] == []
