"""The notes under mouse and keyboard: nothing typed is lost, nothing moves under a press, and all is said."""

from datetime import datetime

import pytest
from capture_desk import OpenDesk, note, some_notes
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from ui_support import accessible_name, picture, shown

from ui.dialogs.note_editor import NoteEditor
from ui.pages.capture.page import CapturePage
from ui.theme.theme import theme
from ui.theme.tokens import TOUCH
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.segmented import SegmentButton
from ui.widgets.toast import Toast

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
BY_KEYS = Qt.FocusReason.ShortcutFocusReason


pytestmark = pytest.mark.usefixtures("look")


def page_of(qtbot, opened, size=(1208, 740)):
    page = CapturePage(opened.desk)
    page.resize(*size)
    shown(qtbot, page)
    page.take_focus()
    QApplication.processEvents()
    return page


def segment(page, name):
    return next(one for one in page.panes()[1].head.findChildren(SegmentButton) if one.text() == name)


def toast(page):
    return next((one for one in page.findChildren(Toast) if one.isVisible()), None)


def box(page):
    return page.panes()[2].box


@pytest.fixture
def opened(tmp_path):
    opened = OpenDesk(tmp_path, notes=some_notes(60))
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot, opened):
    page = page_of(qtbot, opened)
    QTest.mouseClick(segment(page, "Today"), LEFT)
    page.take_focus()
    return page


@pytest.fixture
def view(page):
    """Return the list, scrolled up, nothing in hand, the focus in the box."""
    view = page.panes()[1].view
    view.verticalScrollBar().setValue(700)
    QApplication.processEvents()
    assert 0 < view.verticalScrollBar().value() < view.verticalScrollBar().maximum()
    return view


def seen(view):
    """Return the rows whose cards are wholly in view."""
    ground = view.viewport().rect()
    return [
        row for row in range(view.model().rowCount()) if ground.contains(view.visualRect(view.model().index(row)))
    ]


def live(opened, shown_note):
    return opened.desk.record.find("note", shown_note.id)


def press_at(view, place, button=LEFT):
    """Press a place of the view by way of its window, as the mouse does: focus first, then the press."""
    window = view.window().windowHandle()
    QTest.mouseClick(window, button, Qt.KeyboardModifier.NoModifier, view.viewport().mapTo(view.window(), place))


class TestMouse:
    """A press picks what is under it."""

    @pytest.mark.parametrize("which", [0, 1, -1])
    def test_the_first_click_picks_the_note_under_it_and_moves_nothing(self, view, which):
        row, value = seen(view)[which], view.verticalScrollBar().value()
        press_at(view, view.visualRect(view.model().index(row)).center())
        assert view.currentIndex().row() == row
        assert view.verticalScrollBar().value() == value

    def test_a_note_half_out_of_view_is_picked_without_moving(self, view):
        row, value = seen(view)[0] - 1, view.verticalScrollBar().value()
        assert not view.viewport().rect().contains(view.visualRect(view.model().index(row)))
        press_at(view, QPoint(300, view.visualRect(view.model().index(row)).bottom() - 12))
        assert (view.currentIndex().row(), view.verticalScrollBar().value()) == (row, value)

    def test_the_marker_of_a_note_not_in_hand_opens_at_the_first_press(self, view, page):
        row = seen(view)[1]
        press_at(view, view.visualRect(view.model().index(row)).topLeft() + QPoint(75, 21))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()
        assert view.currentIndex().row() == row

    def test_what_is_typed_after_a_click_goes_into_the_box_and_changes_no_note(self, view, page, opened):
        before = opened.desk.record.notes
        press_at(view, view.visualRect(view.model().index(seen(view)[1])).center())
        for letter in "Strong #Pin":
            QTest.keyClicks(page.window().focusWidget(), letter)
        assert opened.desk.record.notes == before
        assert (box(page).toPlainText(), page.window().focusWidget()) == ("Strong #Pin", box(page))

    def test_typing_goes_on_where_the_caret_was(self, view, page):
        QTest.keyClicks(box(page), "ac")
        QTest.keyClick(box(page), Key.Key_Left)
        press_at(view, view.visualRect(view.model().index(seen(view)[1])).center())
        QTest.keyClicks(view, "b")
        assert box(page).toPlainText() == "abc"

    def test_after_an_edit_by_mouse_the_box_has_the_focus(self, view, page, opened):
        row = seen(view)[1]
        for _ in range(2):
            press_at(view, view.visualRect(view.model().index(row)).center())
        press_at(view, view.visualRect(view.model().index(row)).topRight() + QPoint(-22, 21))
        menu = QApplication.activePopupWidget()
        next(one for one in menu.actions() if one.text().startswith("Edit")).trigger()
        menu.close()
        editor = next(one for one in page.window().findChildren(NoteEditor) if one.isVisible())
        QTest.mouseClick(next(one for one in editor.findChildren(Button) if one.text() == "Done"), LEFT)
        before = opened.desk.record.notes
        QTest.keyClicks(page.window().focusWidget(), "Strong")
        assert (box(page).toPlainText(), opened.desk.record.notes) == ("Strong", before)

    def test_a_right_click_opens_the_menu_of_the_note_under_it(self, view, opened):
        row, value = seen(view)[1], view.verticalScrollBar().value()
        place = view.visualRect(view.model().index(row)).center()
        press_at(view, place, Qt.MouseButton.RightButton)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place)))
        menu = QApplication.activePopupWidget()
        next(one for one in menu.actions() if one.text().startswith("Only for me")).trigger()
        menu.close()
        assert live(opened, view.model().note(row)).private
        assert (view.currentIndex().row(), view.verticalScrollBar().value()) == (row, value)

    def test_a_click_below_the_last_note_takes_nothing_in_hand(self, qtbot, tmp_path):
        opened = OpenDesk(tmp_path, notes=some_notes(1))
        theme().apply(metrics=TOUCH)
        page = page_of(qtbot, opened)
        view = page.panes()[1].view
        press_at(view, view.visualRect(view.model().index(0)).bottomLeft() + QPoint(60, 60))
        assert view.current_note() is None
        opened.close()


class TestKeys:
    """Letters act where the ring is, and say so."""

    @pytest.mark.parametrize(
        ("key", "words", "label"),
        [("S", "{} marked: Strength", "marker of {}"), ("P", "{} pinned", "pin of {}")],
    )
    def test_a_letter_that_changes_a_note_says_so_and_offers_the_way_back(
        self, qtbot, view, page, opened, key, words, label
    ):
        view.setFocus(BY_KEYS)
        QTest.keyClick(view, Key.Key_Up)
        held = view.current_note()
        QTest.keyClicks(view, key)
        assert accessible_name(toast(page)) == words.format(held.label)
        qtbot.waitUntil(lambda: opened.desk.steps.undo == label.format(held.label))
        QTest.mouseClick(toast(page).findChild(QPushButton), LEFT)
        qtbot.waitUntil(lambda: live(opened, held) == held)

    def test_the_marker_a_note_has_already_is_nothing_to_undo(self, view, page, opened):
        view.setFocus(BY_KEYS)
        while view.current_note().marker != "strength":
            QTest.keyClick(view, Key.Key_Up)
        QTest.keyClicks(view, "s")
        assert toast(page) is None

    def test_walking_after_a_click_makes_letters_act_again(self, view, opened):
        press_at(view, view.visualRect(view.model().index(seen(view)[1])).center())
        QTest.keyClick(view, Key.Key_Up)
        held = view.current_note()
        QTest.keyClicks(view, "r")
        assert live(opened, held).marker == "risk"

    def test_signs_typed_on_a_note_begin_the_next_one(self, view, page):
        view.setFocus(BY_KEYS)
        QTest.keyClicks(view, "+")
        QTest.keyClicks(page.window().focusWidget(), " Warm")
        assert box(page).toPlainText() == "+ Warm"

    def test_the_key_of_menus_opens_one_menu(self, view):
        view.setFocus(BY_KEYS)
        QTest.keyClick(view, Key.Key_Menu)
        menu = QApplication.activePopupWidget()
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), view.mapToGlobal(QPoint(1, 1)))
        QApplication.sendEvent(view, asked)
        assert QApplication.activePopupWidget() is menu
        assert [one for one in view.findChildren(QMenu) if one.isVisible()] == [menu]
        menu.close()

    def test_the_pane_of_notes_is_entered_at_the_note_in_hand(self, view, page):
        from ui.main_window.panes import walk_panes

        press_at(view, view.visualRect(view.model().index(seen(view)[1])).center())
        held = view.current_note()
        page.take_focus()
        walk_panes(page.panes(), -1)
        assert page.window().focusWidget() is view
        assert view.current_note() == held

    def test_the_note_in_hand_looks_other_than_one_under_the_mouse(self, view):
        row = seen(view)[1]
        place = view.visualRect(view.model().index(row))
        plain = picture(view).copy(place)
        QTest.mouseMove(view.viewport(), place.center())
        assert picture(view).copy(place) == plain
        press_at(view, place.center())
        assert picture(view).copy(place) != plain


class TestActivity:
    """Where in the day a note belongs can be put right."""

    def test_the_menu_puts_a_note_in_another_activity_and_undo_back(self, qtbot, view, opened):
        view.setFocus(BY_KEYS)
        held = view.current_note()
        QTest.keyClick(view, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        menu = QApplication.activePopupWidget()
        inner = next(one.menu() for one in menu.actions() if one.text() == "Activity")
        assert [one.text() for one in inner.actions() if one.isChecked()] == ["Learning walk"]
        next(one for one in inner.actions() if one.text() == "Pupil conversation").trigger()
        menu.close()
        moved = live(opened, held)
        assert (moved.activity, moved.slot_id, moved.prompt) == ("voice", "", "")
        qtbot.waitUntil(lambda: opened.desk.steps.undo == f"activity of {held.label}")
        opened.desk.undo()
        qtbot.waitUntil(lambda: live(opened, held) == held)

    def test_the_sheet_of_a_note_shows_and_changes_its_activity(self, view, page, opened):
        view.setFocus(BY_KEYS)
        held = view.current_note()
        QTest.keyClick(view, Key.Key_Return)
        editor = next(one for one in page.window().findChildren(NoteEditor) if one.isVisible())
        chip = next(one for one in editor.findChildren(PickerChip) if accessible_name(one).startswith("Activity"))
        assert accessible_name(chip) == "Activity: Learning walk"
        next(one for one in chip.menu().actions() if one.text() == "Meeting with leaders").trigger()
        assert live(opened, held).activity == "leaders"
        assert accessible_name(chip) == "Activity: Meeting with leaders"


def on_days(*days):
    """Return two notes on each day of November 2025, oldest first."""
    moments = [(day, minute) for day in days for minute in (1, 2)]
    return tuple(
        note(number, 0, 0, f"Note {number}", taken_at=f"2025-11-{day:02}T10:{minute:02}:00+00:00")
        for number, (day, minute) in enumerate(moments, 1)
    )


def days(view):
    return [view.model().day_words(row) for row in range(view.model().rowCount())]


class TestDays:
    """Which day a note is of."""

    @pytest.fixture
    def opened(self, tmp_path):
        opened = OpenDesk(tmp_path, notes=on_days(18, 19, 20))
        yield opened
        opened.close()

    @pytest.fixture
    def page(self, qtbot, opened):
        page = page_of(qtbot, opened)
        QTest.mouseClick(segment(page, "All"), LEFT)
        page.take_focus()
        return page

    @pytest.fixture
    def view(self, page):
        return page.panes()[1].view

    def test_the_first_note_of_each_day_says_the_day(self, view):
        assert days(view) == ["Tue 18 Nov 2025", "", "Wed 19 Nov 2025", "", "Today", ""]

    def test_where_all_is_of_today_nothing_is_said(self, page, view):
        QTest.mouseClick(segment(page, "Today"), LEFT)
        assert days(view) == ["", ""]

    def test_in_touch_mode_the_newest_day_comes_first(self, page, view):
        theme().apply(metrics=TOUCH)
        assert days(view) == ["Today", "", "Wed 19 Nov 2025", "", "Tue 18 Nov 2025", ""]

    def test_a_screen_reader_hears_the_day_with_its_first_note(self, view):
        role = Qt.ItemDataRole.AccessibleTextRole
        said = [view.model().index(row).data(role) for row in range(6)]
        assert [words.split(".")[0] for words in said] == [
            "Tue 18 Nov 2025", "10:02", "Wed 19 Nov 2025", "10:02", "Today", "10:02",
        ]  # fmt: skip

    def test_the_day_takes_room_above_its_card_alone(self, view):
        tall, plain = (view.visualRect(view.model().index(row)).height() for row in (2, 3))
        assert 20 <= tall - plain <= 40

    def test_a_press_on_the_day_picks_no_note(self, view):
        press_at(view, view.visualRect(view.model().index(2)).topLeft() + QPoint(30, 8))
        assert view.current_note() is None

    def test_the_marker_under_a_day_is_where_it_is_drawn(self, view):
        rect = view.visualRect(view.model().index(2))
        above = rect.height() - view.visualRect(view.model().index(3)).height()
        press_at(view, rect.topLeft() + QPoint(75, 21 + above))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()

    def test_deleting_the_first_note_of_a_day_leaves_the_day_to_the_next(self, qtbot, page, view, opened):
        view.setFocus(BY_KEYS)
        view.hold(2)
        tall = view.visualRect(view.model().index(2)).height()
        QTest.keyClick(view, Key.Key_Delete)
        assert days(view) == ["Tue 18 Nov 2025", "", "Wed 19 Nov 2025", "Today", ""]
        assert view.visualRect(view.model().index(2)).height() == tall
        opened.desk.undo()
        qtbot.waitUntil(lambda: days(view) == ["Tue 18 Nov 2025", "", "Wed 19 Nov 2025", "", "Today", ""])
        plain = view.visualRect(view.model().index(3)).height()
        assert plain < tall

    def test_deleting_the_last_other_day_leaves_today_unsaid(self, view, page, opened):
        theme().apply(metrics=TOUCH)
        for number in (1, 2, 3, 4):
            found = next(one for one in opened.desk.record.notes if one.number == number)
            opened.desk.remove("Deleted", found)
        assert days(view) == ["", ""]

    def test_the_first_note_of_a_new_day_begins_it(self, page, view, opened):
        opened.now = datetime(2025, 11, 21, 9, 0).astimezone()
        page.start_next()
        QTest.mouseClick(segment(page, "All"), LEFT)
        QTest.keyClicks(box(page), "Back again")
        QTest.keyClick(box(page), Key.Key_Return)
        assert days(view)[4:] == ["Thu 20 Nov 2025", "", "Today"]


def test_days_are_those_of_this_device_in_summer_too(qtbot, tmp_path):
    late = [
        note(1, 0, 0, "Late", taken_at="2025-07-01T22:30:00+00:00"),
        note(2, 0, 0, "Later", taken_at="2025-07-01T23:30:00+00:00"),
    ]
    opened = OpenDesk(tmp_path, notes=late)
    page = page_of(qtbot, opened)
    QTest.mouseClick(segment(page, "All"), LEFT)
    wanted = [datetime.fromisoformat(one.taken_at).astimezone().date() for one in late]
    said = days(page.panes()[1].view)
    assert bool(said[1]) == (wanted[0] != wanted[1])
    opened.close()
