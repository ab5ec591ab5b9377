"""Undo while writing the report: one step is one thing done, and everything can be done again."""

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QTextCursor

from ui.app.making import make_session
from ui.demo.hands import Hands
from ui.main_window.window import MainWindow
from ui.pages.report.centre import ReportCentre


@pytest.fixture
def hands(qapp, tmp_path, look):
    """The report of the first sample visit in the real window."""
    session, wishes = make_session(MainWindow(), tmp_path / "vault", tmp_path / "sample")
    session.clock = lambda: datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
    session.start()
    session.window.show()
    hands = Hands(session.window)
    session.open_sample()
    hands.wait_until(lambda: session.workspace is not None, "opening the sample vault")
    hands.wishes, hands.session = wishes, session
    visit = next(one for one in session.workspace.visits.all() if one.starts_on == "2025-11-20")
    session.open_visit(visit.id, "report")
    hands.settle()
    yield hands
    session.close()
    session.window.deleteLater()


def prose(hands):
    """Put the caret at the end of the context and return its box."""
    centre = hands.session.window.findChild(ReportCentre)
    box = centre.sheet("context").prose
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    return box


def kept(hands):
    """Return what the record holds of the section, paragraph by paragraph."""
    return [block.text for block in hands.session.workspace.desk.record.blocks("context")]


def test_typing_a_pill_and_typing_again_are_three_steps_back_and_three_forth(hands):
    box = prose(hands)
    states = [box.toPlainText()]
    hands.write(" Alpha one.")
    states.append(box.toPlainText())
    hands.press("Ctrl+E")
    hands.write("leaders")
    hands.settle()
    hands.press("Return")
    hands.settle()
    states.append(box.toPlainText())
    assert len(states[2]) > len(states[1])
    prose(hands)
    hands.write(" Bravo two.")
    states.append(box.toPlainText())
    for wanted in reversed(states[:-1]):
        hands.press("Ctrl+Z")
        hands.wait_until(lambda text=wanted: box.toPlainText() == text, "undo")
    for wanted in states[1:]:
        hands.press("Ctrl+Y")
        hands.wait_until(lambda text=wanted: box.toPlainText() == text, "redo")
    assert "\n\n".join(kept(hands)) == states[-1]


def test_bold_is_a_step_of_its_own(hands):
    box = prose(hands)
    before = box.toPlainText()
    hands.write(" Alpha")
    typed = box.toPlainText()
    box.moveCursor(QTextCursor.MoveOperation.PreviousWord, QTextCursor.MoveMode.KeepAnchor)
    hands.press("Ctrl+B")
    hands.settle()
    assert box.toPlainText() not in (before, typed)
    hands.press("Ctrl+Z")
    hands.wait_until(lambda: box.toPlainText() == typed, "undo of bold")
    hands.press("Ctrl+Z")
    hands.wait_until(lambda: box.toPlainText() == before, "undo of typing")
