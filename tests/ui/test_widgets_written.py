"""Fields to write in, and the messages that answer."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from ui_support import accessible_name, picture, shown

from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import IconButton
from ui.widgets.clock_times import clock, moved, read_time
from ui.widgets.empty import EmptyState
from ui.widgets.fields import PasswordField, TextArea, TextField, TimeField
from ui.widgets.layout import column, wrap
from ui.widgets.line_edit import LineEdit, SearchField
from ui.widgets.text import Text
from ui.widgets.toast import Toast

Key = Qt.Key


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def heard():
    """Return a list that signals can be appended to."""
    return []


@pytest.fixture
def spoken(monkeypatch):
    """Return what was given to a screen reader to say, as (words, urgent)."""
    said = []

    def hear(event):
        if event.type() == QAccessible.Event.Announcement:
            said.append((event.message(), event.politeness() == QAccessible.AnnouncementPoliteness.Assertive))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    return said


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("9:45", time(9, 45)),
        ("09:45", time(9, 45)),
        ("9.45", time(9, 45)),
        ("0945", time(9, 45)),
        ("945", time(9, 45)),
        ("9", time(9, 0)),
        (" 14:05 ", time(14, 5)),
        ("23:59", time(23, 59)),
        ("0:00", time(0, 0)),
        ("9 45", time(9, 45)),
        ("24:00", None),
        ("9:60", None),
        ("9:4", None),
        ("", None),
        ("soon", None),
        ("-9:00", None),
    ],
)
def test_times_are_read_as_people_write_them(written, read):
    assert read_time(written) == read


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        (time(9, 0), 5, time(9, 5)),
        (time(9, 58), 5, time(10, 3)),
        (time(0, 2), -5, time(0, 0)),
        (time(23, 58), 5, time(23, 59)),
    ],
)
def test_a_time_is_moved_within_its_day(start, minutes, end):
    assert moved(start, minutes) == end


@pytest.mark.parametrize(("minutes", "words"), [(0, "00:00"), (585, "09:45"), (900, "15:00")])
def test_minutes_are_shown_as_a_clock_does(minutes, words):
    assert clock(minutes) == words


def test_a_text_field_tells_what_is_typed_and_when_it_is_done(qtbot, heard):
    field = shown(qtbot, TextField("Role"))
    field.done.connect(heard.append)
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field.edit, "Reviewer")
    QTest.keyClick(field.edit, Key.Key_Return)
    assert heard == ["Reviewer"]


def test_setting_a_text_field_tells_nobody(qtbot, heard):
    field = shown(qtbot, TextField("Role"))
    field.changed.connect(heard.append)
    field.set_text("Reviewer")
    assert field.text() == "Reviewer"
    assert heard == []


def test_an_error_takes_the_place_of_the_hint_and_is_read_with_the_field(qtbot):
    field = shown(qtbot, TextField("Passphrase", hint="Five words"))
    before = picture(field)
    field.set_error("The two are not the same.")
    assert field.edit.accessibleDescription() == "The two are not the same."
    assert picture(field) != before
    field.set_error("")
    assert field.edit.accessibleDescription() == "Five words"


def test_a_field_without_a_hint_keeps_no_room_for_one(qtbot):
    bare = shown(qtbot, TextField("Role"))
    hinted = shown(qtbot, TextField("Role", hint="As reports should show it"))
    assert bare.sizeHint().height() < hinted.sizeHint().height()


def test_focus_given_to_a_field_goes_to_its_box(qtbot):
    field = shown(qtbot, TextField("Role"))
    field.setFocus()
    assert field.window().focusWidget() is field.edit


def test_a_passphrase_is_hidden_until_asked_for(qtbot):
    field = shown(qtbot, PasswordField("Passphrase", text="otter lantern"))
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    QTest.mouseClick(field.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Normal
    field.reveal(False)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    assert not field.findChild(IconButton).isChecked()


def test_the_words_of_a_search_field_begin_after_its_glass_which_is_no_button(qtbot):
    field, plain = shown(qtbot, SearchField("Search schools")), shown(qtbot, LineEdit("Schools"))
    field.setText("oak")
    plain.setText("oak")
    field.home(False)
    plain.home(False)
    assert field.cursorRect().x() >= plain.cursorRect().x() + 16
    assert not field.findChildren(QToolButton)


def test_escape_empties_a_search_field_and_tells(qtbot, heard):
    field = shown(qtbot, SearchField("Search schools"))
    QTest.keyClicks(field, "brack")
    field.textEdited.connect(heard.append)
    QTest.keyClick(field, Key.Key_Escape)
    assert field.text() == ""
    assert heard == [""]


def test_a_wrong_field_is_ringed(qtbot):
    field = shown(qtbot, LineEdit("School"))
    field.clearFocus()
    before = picture(field)
    field.set_wrong(wrong=True)
    assert picture(field) != before
    field.set_wrong(wrong=False)
    assert picture(field) == before


@pytest.mark.parametrize("written", ["9.50", "950", "09:50"])
def test_a_time_field_tidies_what_is_typed(qtbot, heard, written):
    field = shown(qtbot, TimeField("Start"))
    field.picked.connect(heard.append)
    QTest.keyClicks(field, written)
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == "09:50"
    assert heard == [time(9, 50)]


def test_a_time_field_steps_five_minutes(qtbot, heard):
    field = shown(qtbot, TimeField("Start", time(9, 45)))
    field.picked.connect(heard.append)
    QTest.keyClick(field, Key.Key_Up)
    QTest.keyClick(field, Key.Key_Down)
    assert heard == [time(9, 50), time(9, 45)]


def test_a_time_that_is_none_is_kept_and_ringed_not_thrown_away(qtbot, heard):
    field = shown(qtbot, TimeField("Start", time(9, 45)))
    field.picked.connect(heard.append)
    field.clear()
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == "soon"
    assert field.property("wrong") is True
    assert heard == []


def test_an_emptied_time_field_holds_none(qtbot, heard):
    field = shown(qtbot, TimeField("Start", time(9, 45)))
    field.picked.connect(heard.append)
    field.clear()
    QTest.keyClick(field, Key.Key_Return)
    assert heard == [None]


def test_a_text_area_grows_with_its_text_up_to_a_limit(qtbot):
    area = TextArea("Reasons", least=2, most=4)
    area.resize(300, 60)
    shown(qtbot, area)
    heights = []
    for lines in (1, 3, 4, 9):
        area.set_text("\n".join(["A line."] * lines))
        heights.append(area.edit.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_a_text_area_grows_with_the_text_size(qtbot):
    area = shown(qtbot, TextArea("Reasons"))
    before = area.edit.height()
    theme().apply(text_scale=1.5)
    QApplication.processEvents()
    assert area.edit.height() > before
    assert area.edit.font().pixelSize() == round(13 * 1.5)
    assert area.edit.viewport().font().pixelSize() == round(13 * 1.5)


def test_tab_leaves_a_text_area(qtbot):
    area, field = TextArea("Reasons"), LineEdit("Name")
    holder = shown(qtbot, wrap(column(area, field)))
    area.edit.setFocus()
    QTest.keyClick(area.edit, Key.Key_Tab)
    assert area.text() == ""
    assert holder.focusWidget() is field


def test_setting_a_text_area_tells_nobody(qtbot, heard):
    area = shown(qtbot, TextArea("Reasons"))
    area.changed.connect(lambda: heard.append("changed"))
    area.set_text("Leaders know the school.")
    assert heard == []
    QTest.keyClicks(area.edit, "!")
    assert heard == ["changed"]


def test_leaving_a_text_area_is_told(qtbot):
    area = shown(qtbot, TextArea("Reasons"))
    area.edit.setFocus()
    with qtbot.waitSignal(area.done):
        area.edit.clearFocus()


def test_a_text_area_shows_that_someone_writes(qtbot):
    area = shown(qtbot, TextArea("Reasons"))
    area.edit.clearFocus()
    still = picture(area)
    area.edit.setFocus()
    assert picture(area) != still


def test_an_announcement_reaches_the_screen_reader(qtbot, spoken):
    label = shown(qtbot, Text("Saved"))
    announce(label, "Saved. Strength.")
    announce(label, "Not saved.", urgent=True)
    assert spoken == [("Saved. Strength.", False), ("Not saved.", True)]


@pytest.mark.parametrize(("tone", "urgent"), [("risk", True), ("query", False), ("strength", False)])
def test_a_banner_says_itself_and_interrupts_only_for_a_fault(qtbot, spoken, tone, urgent):
    banner = Banner(tone, "circle-alert", "Notes cannot be saved", "Nothing is lost.")
    shown(qtbot, banner)
    qtbot.waitUntil(lambda: spoken == [("Notes cannot be saved. Nothing is lost.", urgent)])


def test_a_banner_tells_which_button_was_pressed(qtbot, heard):
    actions = [("usb", "Save to USB"), ("again", "Try again")]
    banner = shown(qtbot, Banner("risk", "circle-alert", "Notes cannot be saved", "Nothing is lost.", actions))
    banner.acted.connect(heard.append)
    for button in banner.findChildren(QPushButton):
        QTest.keyClick(button, Key.Key_Return)
    assert heard == ["usb", "again"]


def test_a_banner_says_new_words(qtbot, spoken):
    banner = shown(qtbot, Banner("risk", "circle-alert", "Notes cannot be saved", "Nothing is lost."))
    banner.set_words("Still not saved", "Two notes are held here.")
    assert spoken[-1] == ("Still not saved. Two notes are held here.", True)


def test_a_toast_is_said_and_its_button_works(qtbot, spoken, heard):
    host = QWidget()
    host.resize(600, 300)
    shown(qtbot, host)
    toast = Toast(host)
    toast.acted.connect(lambda: heard.append("undone"))
    toast.say("Note moved to Recently deleted", "Undo", "Ctrl Z")
    assert toast.isVisible()
    assert "Undo" in spoken[-1][0]
    button = toast.findChild(QPushButton)
    assert accessible_name(button) == "Undo"
    QTest.keyClick(button, Key.Key_Return)
    assert heard == ["undone"]
    assert not toast.isVisible()


def test_a_toast_stays_at_the_foot_of_its_window(qtbot):
    host = QWidget()
    host.resize(600, 300)
    shown(qtbot, host)
    toast = Toast(host)
    toast.say("Deleted", "Undo")
    host.resize(900, 500)
    QApplication.processEvents()
    assert abs(toast.geometry().center().x() - 450) <= 1
    assert 400 < toast.geometry().bottom() < 500


def test_a_toast_never_takes_the_focus(qtbot):
    host = QWidget()
    field = LineEdit("Note")
    field.setParent(host)
    shown(qtbot, host)
    field.setFocus()
    toast = Toast(host)
    toast.say("Deleted", "Undo")
    assert host.focusWidget() is field


def test_a_toast_without_an_action_has_no_button(qtbot):
    host = shown(qtbot, QWidget())
    toast = Toast(host)
    toast.say("Copied")
    assert not toast.findChild(QPushButton).isVisible()


def test_an_empty_place_says_what_to_do_first(qtbot, heard):
    empty = EmptyState(
        "school", "No visits yet", "Create one.", [("new", "New visit", "plus"), ("in", "Import schools")]
    )
    empty.acted.connect(heard.append)
    shown(qtbot, empty)
    for button in empty.findChildren(QPushButton):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == ["new", "in"]
    empty.set_words("Nothing here", "It was all deleted.")
    assert "Nothing here" in [label.text() for label in empty.findChildren(Text)]
