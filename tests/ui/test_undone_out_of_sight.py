"""An undo that changes something out of sight says what and where, and Show goes there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from stage_desk import VISIT, vault
from ui_support import accessible_name, shown

from ui.main_window.visit_frame import VisitFrame
from ui.widgets.toast import Toast
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding
from visitapp.domain.places import section_place
from visitapp.domain.visit import Slot
from visitapp.domain.writing import Block

NOTE = Note("n1", VISIT, 1, "Pupils explain the bar model.", "plus", "lesson")
FINDING = Finding("f1", VISIT, "strength", "", "Early reading is precise.", position=1.0)
BLOCKS = tuple(
    Block(f"b.{section}", VISIT, section, 1.0, "A paragraph. " * 80)
    for section in ("context", "teaching", "standards")
)

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def kept(tmp_path):
    with vault(tmp_path, before=(NOTE, FINDING, *BLOCKS)) as kept:
        yield kept


@pytest.fixture
def frame(qtbot, kept, tmp_path):
    made = VisitFrame(kept.desk, _nobody, tmp_path / "reports", sample=False)
    made.resize(1280, 720)
    made.show_stage("capture")
    return shown(qtbot, made)


def _nobody(_visit_id):
    return None


def turned(qtbot, frame, mode="undo"):
    """Undo or redo, and return what is said with the words of its button."""
    with qtbot.waitSignal(frame.desk.turned):
        getattr(frame.desk, mode)()
    toast = next(one for one in frame.findChildren(Toast) if one.parent() is frame)
    button = toast.findChild(QAbstractButton)
    return accessible_name(toast), "" if button.isHidden() else button.text()


def test_a_note_undone_from_the_report_is_named_with_its_stage_and_shown_by_a_key(qtbot, kept, frame):
    kept.desk.put("Text of E1", replace(NOTE, text="Pupils draw it."))
    frame.show_stage("report")
    assert turned(qtbot, frame) == (
        "Undone: Text of E1 \u00b7 Pupils explain the bar model., in Capture",
        "Show  Ctrl J",
    )
    qtbot.keyClick(frame, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert frame.stage == "capture"
    frame.show_stage("report")
    assert turned(qtbot, frame, "redo")[0].startswith("Done again: Text of E1")
    next(one for one in frame.findChildren(Toast) if one.parent() is frame).findChild(QAbstractButton).click()
    assert frame.stage == "capture"
    assert kept.desk.record.find("note", "n1").text == "Pupils draw it."


def test_what_is_in_sight_is_only_told(qtbot, kept, frame):
    kept.desk.put("Text of E1", replace(NOTE, text="Pupils draw it."))
    assert turned(qtbot, frame) == ("Undone: Text of E1", "")
    qtbot.keyClick(frame, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert frame.stage == "capture"


def test_another_tab_of_the_summary_is_named_and_shown(qtbot, kept, frame):
    frame.show_stage("summary", "findings")
    kept.desk.answer("Decided", "decision", "priority")
    words, button = turned(qtbot, frame)
    assert words == f"Undone: Decided, in Summary, {frame.page.header.title_of('judgement')}"
    assert button
    qtbot.keyClick(frame, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert frame.page.current == "judgement"


def test_a_section_scrolled_away_is_brought_into_view(qtbot, kept, frame):
    frame.show_stage("report", "standards")
    kept.desk.seal_text("Context written", section_place("context"), "Other words.")
    words, button = turned(qtbot, frame)
    assert (words, bool(button)) == ("Undone: Context written, in Report", True)
    qtbot.keyClick(frame, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert frame.page.window().focusWidget().accessibleName() == "Context, text"
    assert turned(qtbot, frame, "redo") == ("Done again: Context written", "")


def test_a_finding_is_in_sight_in_the_summary_and_where_the_report_prints_it(qtbot, kept, frame):
    kept.desk.put("Finding changed", replace(FINDING, text="Early reading is weak."))
    frame.show_stage("summary", "findings")
    assert turned(qtbot, frame) == ("Undone: Finding changed", "")
    frame.show_stage("plan")
    assert (
        turned(qtbot, frame, "redo")[0]
        == "Done again: Finding changed \u00b7 Early reading is weak., in Summary, Findings"
    )


def test_a_stage_set_done_has_no_place(qtbot, kept, frame):
    kept.desk.answer("Prepare done", "stage.prepare", True)
    assert turned(qtbot, frame) == ("Undone: Prepare done", "")


def test_a_slot_of_another_day_of_the_plan_is_named_with_its_day_and_shown(qtbot, kept, frame):
    slots = tuple(Slot(f"s{day}", VISIT, day, 600, 660, "learning-walk", title=f"Walk {day}") for day in (1, 2))
    kept.desk.put("Planned", slots[1])
    frame.show_stage("plan")
    kept.desk.put("Walk planned", slots[0])
    frame.page.show_day(2)
    assert turned(qtbot, frame) == ("Undone: Walk planned \u00b7 Walk 1, in Day plan, Day 1", "Show  Ctrl J")
    qtbot.keyClick(frame, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert turned(qtbot, frame, "redo")[1] == ""
    assert kept.desk.record.find("slot", "s1") is not None
