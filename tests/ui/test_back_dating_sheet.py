"""The time of a note is set in its sheet: typed or stepped back, refused in words, and shown everywhere as set."""

from dataclasses import replace

import pytest
from capture_desk import OpenDesk, at, note
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from ui_support import shown

from ui.dialogs.note_editor import NoteEditor
from ui.pages.capture.page import CapturePage
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.fields import TimeField
from ui.widgets.text import Text

Key = Qt.Key
NOTES = (note(1, 10, 27, "Recall first."), note(2, 10, 33, "Explains halves."), note(3, 10, 40, "Errors stay."))


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(tmp_path):
    opened = OpenDesk(tmp_path, notes=NOTES)
    yield opened
    opened.close()


@pytest.fixture
def host(qtbot):
    host = QWidget()
    host.resize(1000, 800)
    return shown(qtbot, host)


@pytest.fixture
def sheet(opened, host):
    sheet = NoteEditor(opened.desk, host, "note-0003")
    sheet.open()
    return sheet


def set_time(sheet, text):
    field = sheet.findChild(TimeField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)


def press(sheet, words):
    button = next(one for one in sheet.findChildren(Button) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def seen(sheet):
    return [one.text() for one in sheet.findChildren(Text) if one.isVisible() and one.text()]


def held(opened):
    return opened.desk.record.find("note", "note-0003")


def test_a_time_is_typed_and_the_sheet_shows_both(sheet, opened):
    set_time(sheet, "1029")
    assert (held(opened).taken_at, held(opened).entered_at) == (at(10, 29), at(10, 40))
    assert "Entered 10:40" in seen(sheet)
    assert "Note E3, 10:29" in seen(sheet)


def test_steps_go_back_from_where_the_note_stands(sheet, opened):
    press(sheet, "10 min earlier")
    press(sheet, "5 min earlier")
    assert (held(opened).taken_at, held(opened).entered_at) == (at(10, 25), at(10, 40))


def test_one_step_is_one_act_that_undo_takes_back(qtbot, sheet, opened):
    press(sheet, "10 min earlier")
    qtbot.waitUntil(lambda: opened.desk.steps.undo == "Time of E3 set to 10:30")
    opened.desk.undo()
    qtbot.waitUntil(lambda: held(opened) == NOTES[2])
    assert sheet.findChild(TimeField).text() == "10:40"
    assert "Entered 10:40" not in seen(sheet)


def test_a_time_to_come_is_refused_and_nothing_changes(sheet, opened):
    set_time(sheet, "11:30")
    assert held(opened) == NOTES[2]
    assert "The time was not changed: 11:30 is still to come. It is 10:42 now." in seen(sheet)
    set_time(sheet, "10:31")
    assert held(opened).taken_at == at(10, 31)
    assert not [words for words in seen(sheet) if words.startswith("The time was not")]


def test_a_visit_of_one_day_offers_no_other_day(sheet):
    assert [one for one in sheet.findChildren(PickerChip) if one.isVisible() and "Day" in one.accessibleName()] == []


def test_a_note_written_up_at_home_is_put_on_a_day_of_the_visit(opened, host):
    late = replace(NOTES[2], taken_at="2025-11-21T19:00:00+00:00")
    opened.desk.put("Written at home", late)
    opened.now = opened.now.replace(day=22)
    sheet = NoteEditor(opened.desk, host, late.id)
    sheet.open()
    set_time(sheet, "10:00")
    assert held(opened) == late
    assert "21 November 2025 is not a day of the visit (20 November 2025)." in " ".join(seen(sheet))
    day = next(one for one in sheet.findChildren(PickerChip) if "Day" in one.accessibleName())
    day.menu().actions()[0].trigger()
    assert held(opened).taken_at.startswith("2025-11-20T")
    assert held(opened).entered_at == late.taken_at


def test_the_stream_is_in_the_order_of_the_times_set(qtbot, sheet, opened):
    page = CapturePage(opened.desk)
    page.resize(1208, 740)
    shown(qtbot, page)
    set_time(sheet, "10:30")
    rows = page.panes()[1].view.model()
    assert [rows.note(row).number for row in range(rows.rowCount())] == [1, 3, 2]
    assert rows.data(rows.index(1), Qt.ItemDataRole.AccessibleTextRole).startswith("10:30.")
