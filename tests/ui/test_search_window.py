"""Finding a note by keyboard in the whole window, from any place."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QListView

from ui.app.making import make_application, make_session
from ui.demo.hands import Hands
from ui.dialogs.search import SearchSheet
from ui.main_window.window import MainWindow
from ui.parts.composer_box import NoteBox
from ui.parts.evidence_stream_view import NoteView
from ui.theme.theme import theme
from ui.theme.tokens import DESK, LIGHT

WORDS = "Teacher models equivalence on a bar and thinks aloud."
OTHER = "reading when the lesson ends"


class Seeker:
    """Somebody at the real window on the sample vault who looks for notes."""

    def __init__(self, folder):
        make_application()
        self.window = MainWindow()
        self.session, self.wishes = make_session(self.window, folder / "vault", folder / "sample")
        self.session.clock = lambda: datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
        self.session.start()
        self.window.show()
        self.hands = Hands(self.window)
        self.session.open_sample()
        self.hands.wait_until(lambda: self.session.workspace is not None, "opening the sample vault")

    @property
    def sheet(self):
        found = [one for one in self.window.findChildren(SearchSheet) if one.isVisible()]
        return found[0] if found else None

    @property
    def note_in_hand(self):
        held = self.window.frame.findChild(NoteView).current_note()
        return held.text if held else ""

    @property
    def writes(self):
        """Whether what is typed now goes into the box of a new note."""
        return isinstance(self.window.focusWidget(), NoteBox)

    def open(self, school, stage):
        visits = [one for one in self.session.workspace.visits.all() if one.school == school]
        self.session.open_visit(visits[-1].id, stage)
        self.hands.settle()

    def settle(self):
        self.hands.wait_until(lambda: self.sheet is None or not self.sheet.is_waiting, "an answer")
        self.hands.settle()


@pytest.fixture(scope="module")
def seeker(tmp_path_factory):
    """The real window on the sample vault, at 10:42 on the day of the first sample visit."""
    found = Seeker(tmp_path_factory.mktemp("seeker"))
    yield found
    found.session.close()
    found.window.deleteLater()
    theme().apply(LIGHT, DESK, 1.0)


@pytest.mark.parametrize("stage", ["prepare", "plan", "capture", "summary", "report", "followup"])
def test_a_note_is_found_from_every_stage_in_three_actions(seeker, stage):
    seeker.open("Sallowfield Primary School", stage)
    before = seeker.hands.pressed
    seeker.hands.press("Ctrl+F")
    seeker.hands.write("equiv")
    seeker.hands.press("Return")
    seeker.hands.wait_until(lambda: seeker.sheet is None, "the note to be shown")
    seeker.hands.settle()
    assert seeker.window.frame.stage == "capture"
    assert seeker.note_in_hand.startswith(WORDS)
    assert seeker.writes
    assert seeker.hands.pressed - before + 1 == 3


def test_what_is_typed_after_a_note_was_found_changes_nothing_but_the_box(seeker):
    seeker.open("Sallowfield Primary School", "capture")
    seeker.hands.press("Ctrl+F")
    seeker.hands.write("equiv")
    seeker.settle()
    seeker.hands.press("Return")
    seeker.settle()
    before = seeker.window.frame.desk.record.notes
    seeker.hands.write("Strong recall")
    box = seeker.window.focusWidget()
    assert (box.toPlainText(), seeker.window.frame.desk.record.notes) == ("Strong recall", before)
    for _ in "Strong recall":
        seeker.hands.press("Backspace")


@pytest.mark.parametrize("keys", ["Return", "Alt+Up"])
def test_one_key_more_goes_to_the_note_that_was_found(seeker, keys):
    seeker.open("Sallowfield Primary School", "capture")
    seeker.hands.press("Ctrl+F")
    seeker.hands.write("equiv")
    seeker.settle()
    seeker.hands.press("Return")
    seeker.settle()
    seeker.hands.press(keys)
    focused = seeker.window.focusWidget()
    assert isinstance(focused, NoteView)
    assert focused.current_note().text.startswith(WORDS)
    seeker.hands.press("Escape")


def test_the_same_keys_again_widen_to_all_visits_and_enter_opens_another_one(seeker):
    seeker.open("Sallowfield Primary School", "capture")
    seeker.hands.press("Ctrl+F")
    seeker.hands.write(OTHER)
    seeker.settle()
    assert seeker.sheet.said() == "No notes"
    seeker.hands.press("Ctrl+F")
    seeker.settle()
    assert seeker.sheet.said() == "1 note"
    seeker.hands.press("Return")
    seeker.settle()
    assert seeker.window.frame.desk.record.school.name == "Quillmoor Primary Academy"
    assert OTHER in seeker.note_in_hand


def test_from_the_list_of_visits_all_are_searched(seeker):
    seeker.session.go_home()
    seeker.hands.press("Ctrl+Shift+F")
    seeker.hands.write("equiv")
    seeker.settle()
    assert seeker.sheet.scope == "all"
    seeker.hands.press("Return")
    seeker.settle()
    assert seeker.note_in_hand.startswith(WORDS)


def test_the_list_of_visits_keeps_its_own_search_under_the_same_keys(seeker):
    seeker.session.go_home()
    seeker.hands.press("Ctrl+F")
    assert seeker.sheet is None


def test_the_palette_leads_to_the_search(seeker):
    seeker.session.go_home()
    seeker.hands.press("Ctrl+K")
    seeker.hands.write("find a note")
    seeker.hands.press("Return")
    assert seeker.sheet is not None
    seeker.hands.press("Escape")
    assert seeker.sheet is None


def test_from_inside_a_visit_all_visits_are_one_key_away(seeker):
    seeker.open("Sallowfield Primary School", "report")
    seeker.hands.press("Ctrl+Shift+F")
    assert seeker.sheet.scope == "all"
    seeker.hands.press("Escape")


def test_a_search_never_lies_over_another_sheet(seeker):
    seeker.open("Sallowfield Primary School", "report")
    seeker.hands.press("Ctrl+K")
    seeker.hands.press("Ctrl+F")
    assert seeker.sheet is None
    seeker.hands.press("Escape")


def test_locking_takes_what_was_found_off_the_screen(seeker):
    seeker.open("Sallowfield Primary School", "capture")
    seeker.hands.press("Ctrl+F")
    seeker.hands.write("equiv")
    seeker.settle()
    sheet = seeker.sheet
    assert sheet.findChild(QListView).model().rowCount() == 1
    seeker.session.close()
    assert not sheet.isVisible()
