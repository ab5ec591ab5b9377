"""Prose of a report section: evidence shows as pills and goes as one, bold and lists are a key away."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolTip
from ui_support import shown

from ui.parts.prose_editing import toggle_bold, toggle_list
from ui.parts.written_prose import WrittenProse

Key = Qt.Key
WORDS = {"E1": "Bar models in Year 4", "E2": "Marking follows the policy"}


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def written(qtbot):
    """Give a function that shows prose with a text in it."""

    def show(text):
        edit = WrittenProse("Teaching, text", "Write here", lambda label: WORDS.get(label, ""))
        edit.resize(500, 200)
        shown(qtbot, edit)
        edit.setPlainText(text)
        edit.moveCursor(QTextCursor.MoveOperation.End)
        return edit

    return show


def choose(edit, words):
    """Choose words of the text; the place is counted as Qt does."""
    found = edit.document().find(words)
    edit.setTextCursor(found)


@pytest.mark.parametrize(
    ("text", "key", "after"),
    [
        ("Strong. [E1] [E2]", Key.Key_Backspace, "Strong. [E1]"),
        ("🎉 Strong. [E1]", Key.Key_Backspace, "🎉 Strong."),
        ("Strong.", Key.Key_Backspace, "Strong"),
    ],
)
def test_evidence_goes_as_one(qtbot, written, text, key, after):
    edit = written(text)
    qtbot.keyClick(edit, key)
    assert edit.toPlainText() == after


def test_evidence_in_front_of_the_caret_goes_as_one_too(qtbot, written):
    edit = written("Strong. [E1] More.")
    choose(edit, "[E1]")
    cursor = edit.textCursor()
    cursor.setPosition(cursor.selectionStart())
    edit.setTextCursor(cursor)
    qtbot.keyClick(edit, Key.Key_Delete)
    assert edit.toPlainText() == "Strong. More."


def test_evidence_is_named_behind_the_sentence_at_the_caret_beyond_wide_signs_too(written):
    edit = written("🎉 One. Two.")
    choose(edit, "One")
    edit.name_evidence("E1")
    assert edit.toPlainText() == "🎉 One. [E1] Two."
    edit.name_evidence("E1")
    assert edit.toPlainText() == "🎉 One. [E1] Two."


def test_naming_evidence_is_undone_in_one_step(written):
    edit = written("One. Two.")
    edit.name_evidence("E1")
    edit.undo()
    assert edit.toPlainText() == "One. Two."


def test_the_evidence_under_the_pointer_is_said_and_a_press_brings_it(qtbot, written):
    edit = written("Strong. [E2] ok")
    choose(edit, "E2")
    spot = edit.cursorRect(edit.textCursor()).center() - QPoint(4, 0)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    shown_at = QHelpEvent(QEvent.Type.ToolTip, spot, edit.viewport().mapToGlobal(spot))
    edit.viewportEvent(shown_at)
    assert QToolTip.text() == "Marking follows the policy"
    with qtbot.waitSignal(edit.evidence_wanted) as wanted:
        qtbot.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wanted.args == ["E2"]


@pytest.mark.parametrize("text", ["A clear yes", "🎉 A clear yes"])
def test_bold_is_put_on_and_taken_off_the_words_chosen(written, text):
    edit = written(text)
    choose(edit, "clear ")
    toggle_bold(edit)
    assert edit.toPlainText() == text.replace("clear", "**clear**")
    choose(edit, "clear")
    toggle_bold(edit)
    assert edit.toPlainText() == text


def test_bold_without_a_choice_takes_the_word_at_the_caret(written):
    edit = written("A clear yes")
    toggle_bold(edit)
    assert edit.toPlainText() == "A clear **yes**"


def test_paragraphs_become_a_list_and_paragraphs_again_in_one_step(written):
    edit = written("one\n\ntwo")
    edit.selectAll()
    toggle_list(edit)
    assert edit.toPlainText() == "- one\n\n- two"
    edit.selectAll()
    toggle_list(edit)
    assert edit.toPlainText() == "one\n\ntwo"
    edit.undo()
    assert edit.toPlainText() == "- one\n\n- two"


def test_a_list_goes_on_with_enter_and_ends_with_an_empty_item(qtbot, written):
    edit = written("- one")
    qtbot.keyClick(edit, Key.Key_Return)
    qtbot.keyClicks(edit, "two")
    assert edit.toPlainText() == "- one\n- two"
    qtbot.keyClick(edit, Key.Key_Return)
    qtbot.keyClick(edit, Key.Key_Return)
    qtbot.keyClicks(edit, "After")
    assert edit.toPlainText() == "- one\n- two\nAfter"


def test_a_pill_is_drawn_under_evidence_and_another_under_what_is_none(written):
    def colours(text):
        edit = written(text)
        picture = edit.viewport().grab().toImage()
        return {
            picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(picture.height())
        }

    plain, known, unknown = colours("Strong."), colours("Strong. [E1]"), colours("Strong. [E9]")
    assert known - plain
    assert (unknown - plain) != (known - plain)
