"""The stream: each note one keystroke from right, several hundred of them, and every one in reach of a reader."""

import pytest
from capture_desk import OpenDesk, note, slot, some_notes
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from ui_support import accessible_name, shown

from ui.dialogs.note_editor import NoteEditor
from ui.pages.capture.page import CapturePage
from ui.parts.note_tools import NoteTools
from ui.theme.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip
from ui.widgets.empty import EmptyState
from ui.widgets.segmented import SegmentButton
from ui.widgets.text import Text
from ui.widgets.toast import Toast
from ui.workspace.evidence import Evidence

Key = Qt.Key
LESSON = (
    note(1, 10, 27, "Starts with three retrieval questions.", marker="strength"),
    note(2, 10, 33, "Explains why a half and two quarters are equal.", source="pupils", pinned=True),
    note(
        3, 10, 36, "Books: only 2 of 7 reach the reasoning question.", marker="development", source="work", strand="",
        groups=("disadvantaged",),
    ),
    note(4, 10, 10, "Errors in books are not picked up.", years=("y3",), slot_id="y3"),
)  # fmt: skip


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(tmp_path):
    opened = OpenDesk(tmp_path, notes=LESSON)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot, opened):
    page = CapturePage(opened.desk)
    page.resize(1208, 740)
    return shown(qtbot, page)


@pytest.fixture
def rows(page):
    """Return a way to read the notes shown, newest last."""
    model = page.panes()[1].view.model()
    return lambda: [model.note(row).number for row in range(model.rowCount())]


@pytest.fixture
def view(page):
    """Return the list, with the newest note in hand."""
    view = page.panes()[1].view
    view.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return view


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key on a widget."""
    QTest.keyClick(widget, key, modifiers)


def live(opened, number):
    """Return a note as the record holds it now."""
    return opened.desk.record.shelves["note"][f"note-{number:04}"]


def segment(page, name):
    """Return a filter by its words."""
    return next(one for one in page.panes()[1].head.findChildren(SegmentButton) if one.text() == name)


def click(widget):
    """Click a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def editor(page):
    """Return the sheet that corrects a note, or None."""
    return next((one for one in page.window().findChildren(NoteEditor) if one.isVisible()), None)


def test_the_lesson_in_hand_is_shown_with_its_newest_note_last(rows):
    assert rows() == [1, 2, 3]


def test_filters_count_and_show_their_notes(page, rows):
    said = [accessible_name(segment(page, name)) for name in ("This lesson", "Today", "Pinned")]
    assert said == ["This lesson, 3 notes", "Today, 4 notes", "Pinned, 1 note"]
    click(segment(page, "Today"))
    assert rows() == [4, 1, 2, 3]
    click(segment(page, "Pinned"))
    assert rows() == [2]


def test_all_is_offered_only_when_there_is_more_than_today(page):
    assert not segment(page, "All").isVisible()
    assert segment(page, "Today").isVisible()


def test_on_another_day_all_takes_the_place_of_today(qtbot, tmp_path):
    opened = OpenDesk(tmp_path, notes=LESSON, starts_on="2025-12-04")
    page = shown(qtbot, CapturePage(opened.desk))
    assert segment(page, "All").isVisible()
    assert not segment(page, "Today").isVisible()
    assert segment(page, "All").isChecked()
    opened.close()


def test_up_and_down_walk_the_notes(view):
    assert view.current_note().number == 3
    press(view, Key.Key_Up)
    assert view.current_note().number == 2
    press(view, Key.Key_Down)
    assert view.current_note().number == 3


def test_p_pins_and_unpins(view, opened):
    press(view, Key.Key_P)
    assert live(opened, 3).pinned
    press(view, Key.Key_P)
    assert not live(opened, 3).pinned


@pytest.mark.parametrize(
    ("key", "marker"),
    [(Key.Key_S, "strength"), (Key.Key_D, "development"), (Key.Key_R, "risk"), (Key.Key_A, "question")],
)
def test_the_keys_of_the_framework_mark_the_note_in_hand(view, opened, key, marker):
    press(view, key)
    assert live(opened, 3).marker == marker
    assert view.current_note().number == 3


def test_letters_that_mean_nothing_here_are_for_the_box(view, page, opened):
    before = opened.desk.record.notes
    QTest.keyClicks(view, "X")
    QTest.keyClicks(page.window().focusWidget(), "1 e")
    assert opened.desk.record.notes == before
    assert page.window().focusWidget() is page.panes()[2].box
    assert page.panes()[2].box.toPlainText() == "X1 e"


def test_delete_offers_the_way_back_and_undo_takes_it(qtbot, view, opened, rows, page):
    press(view, Key.Key_Delete)
    assert rows() == [1, 2]
    assert view.current_note().number == 2
    toast = next(one for one in page.findChildren(Toast) if one.isVisible())
    assert accessible_name(toast) == "Deleted"
    click(toast.findChild(QPushButton))
    qtbot.waitUntil(lambda: rows() == [1, 2, 3])
    assert not live(opened, 3).deleted


def test_the_undo_button_says_what_it_undoes(qtbot, view, page, rows):
    undo = next(one for one in page.findChildren(IconButton) if one.accessibleName() == "Undo")
    assert not undo.isEnabled()
    press(view, Key.Key_Delete)
    qtbot.waitUntil(undo.isEnabled)
    assert "Note deleted: Books" in undo.toolTip()
    click(undo)
    qtbot.waitUntil(lambda: rows() == [1, 2, 3])


def test_escape_goes_back_to_the_box(view, page):
    press(view, Key.Key_Escape)
    assert page.window().focusWidget() is page.panes()[2].box


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_enter_and_f2_open_the_note_with_the_caret_at_its_end(view, page, key):
    press(view, key)
    box = page.window().focusWidget()
    assert box.toPlainText() == "Books: only 2 of 7 reach the reasoning question."
    assert box.textCursor().atEnd()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_what_is_typed_in_the_editor_is_kept_however_it_is_left(view, page, opened, key):
    press(view, Key.Key_Return)
    QTest.keyClicks(page.window().focusWidget(), " Checked.")
    press(page.window().focusWidget(), key)
    assert live(opened, 3).text.endswith("question. Checked.")
    assert editor(page) is None
    assert page.window().focusWidget() is page.panes()[2].box


def test_words_half_typed_in_the_editor_are_there_after_a_restart(view, page, opened):
    press(view, Key.Key_Return)
    QTest.keyClicks(page.window().focusWidget(), " And more")
    opened.put_away()
    again = opened.lay()
    assert again.record.find("note", "note-0003").text.endswith("question. And more")


def test_tags_of_a_note_are_corrected_in_the_editor(view, page, opened):
    press(view, Key.Key_Return)
    tools = editor(page).findChild(NoteTools)
    click(next(one for one in tools.findChildren(Chip) if one.accessibleName() == "Pupils with SEND"))
    click(next(one for one in tools.findChildren(SegmentButton) if one.text() == "Risk"))
    click(next(one for one in tools.findChildren(IconButton) if one.accessibleName() == "Pin this note"))
    changed = live(opened, 3)
    assert (changed.groups, changed.marker, changed.pinned) == (("send", "disadvantaged"), "risk", True)
    assert changed.text == LESSON[2].text


def test_tags_change_without_losing_half_typed_words(view, page, opened):
    press(view, Key.Key_Return)
    QTest.keyClicks(page.window().focusWidget(), " Typed")
    press(page.window().focusWidget(), Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    press(page.window().focusWidget(), Key.Key_Escape)
    assert (live(opened, 3).text[-6:], live(opened, 3).pinned) == (" Typed", True)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_editor_is_as_tall_as_what_is_in_it(view, page, scale):
    theme().apply(text_scale=scale)
    press(view, Key.Key_Return)
    QTest.keyClicks(page.window().focusWidget(), " More words than fit on one line, and then some more of them" * 2)
    QApplication.processEvents()
    sheet = editor(page).sheet
    assert sheet.height() >= sheet.layout().totalHeightForWidth(sheet.width())


def test_deleting_in_the_editor_closes_it(view, page, rows):
    press(view, Key.Key_Return)
    click(next(one for one in editor(page).findChildren(Button) if one.text() == "Delete"))
    assert editor(page) is None
    assert rows() == [1, 2]


def test_the_marker_of_the_last_note_is_corrected_in_two_actions(page, opened):
    page.take_focus()
    press(page.window().focusWidget(), Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(page.window().focusWidget(), Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert live(opened, 3).marker == "strength"
    assert page.window().focusWidget() is page.panes()[2].box


def test_the_glass_asks_for_the_search(page, qtbot):
    with qtbot.waitSignal(page.command_wanted) as asked:
        click(next(one for one in page.findChildren(IconButton) if one.accessibleName() == "Search evidence"))
    assert asked.args == ["search-visit"]


def test_a_click_on_the_pin_of_the_note_in_hand_pins_it(view, opened):
    card = view.visualRect(view.currentIndex())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=card.topRight() + QPoint(-56, 21))
    assert live(opened, 3).pinned


def test_the_menu_of_a_note_holds_everything(view, opened):
    press(view, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    words = [one.text() for one in menu.actions() if one.text()]
    assert words == [
        "Edit\tEnter", "Pin\tP", "Only for me", "Note", "Strength\tS", "Development\tD", "Risk\tR",
        "Question to follow up\tA", "Activity", "Delete\tDel",
    ]  # fmt: skip
    next(one for one in menu.actions() if one.text() == "Only for me").trigger()
    menu.close()
    assert live(opened, 3).private


def test_a_note_is_said_as_a_whole(view):
    index = view.model().index(2)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "10:36. Development. Work sample. Year 4, Mathematics, Disadvantaged pupils. "
        "Books: only 2 of 7 reach the reasoning question."
    )
    pinned = view.model().index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert " Pinned. " in pinned


def test_two_hundred_notes_are_all_in_reach_of_a_screen_reader(qtbot, tmp_path):
    opened = OpenDesk(tmp_path, notes=some_notes(200), notes_on_disk=False)
    page = shown(qtbot, CapturePage(opened.desk))
    click(segment(page, "Today"))
    tree = QAccessible.queryAccessibleInterface(page.panes()[1].view)
    assert tree.role() == QAccessible.Role.List
    assert tree.childCount() == 200
    assert all(tree.child(n).role() == QAccessible.Role.ListItem for n in range(200))
    first = tree.child(0).text(QAccessible.Text.Name)
    assert first.startswith("09:00. Strength. Lesson visit. Year 1, Mathematics, Pupils with SEND, Teaching. Note 1:")
    opened.close()


def test_a_new_note_keeps_the_note_in_hand_and_shows_itself(view, page, opened):
    press(view, Key.Key_Up)
    page.take_focus()
    QTest.keyClicks(page.window().focusWidget(), "Newest")
    press(page.window().focusWidget(), Key.Key_Return)
    assert view.current_note().number == 2
    assert view.viewport().rect().contains(view.visualRect(view.model().index(3)).center())


def test_a_saved_note_is_shown_whatever_was_filtered(page, rows):
    click(segment(page, "Pinned"))
    page.take_focus()
    QTest.keyClicks(page.window().focusWidget(), "Newest")
    press(page.window().focusWidget(), Key.Key_Return)
    assert rows() == [1, 2, 3, 5]


def test_few_notes_stand_at_the_foot_beside_the_box(view, page):
    last = view.visualRect(view.model().index(2))
    below = view.viewport().height() - last.bottom()
    assert view.viewport().mapTo(page, last.bottomLeft()).y() > page.height() / 2
    assert below <= 4


def test_the_foot_stays_in_view_while_the_box_grows(qtbot, tmp_path):
    opened = OpenDesk(tmp_path, notes=some_notes(60), notes_on_disk=False)
    page = CapturePage(opened.desk)
    page.resize(1208, 580)
    shown(qtbot, page)
    view, box = page.panes()[1].view, page.panes()[2].box
    for _ in range(4):
        press(box, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()
    opened.close()


def test_cards_are_measured_again_when_text_grows(view):
    before = view.visualRect(view.model().index(0)).height()
    theme().apply(text_scale=1.5)
    QApplication.processEvents()
    assert view.visualRect(view.model().index(0)).height() > before


def test_an_empty_stream_says_what_to_do(qtbot, tmp_path):
    opened = OpenDesk(tmp_path, slots=(slot("walk", 600, 700, "walk"),))
    page = shown(qtbot, CapturePage(opened.desk))
    assert segment(page, "This activity").isVisible()
    words = [one.text() for one in page.findChild(EmptyState).findChildren(Text) if one.isVisible()]
    assert words[0] == "Ready for the first note"
    opened.close()


class TestManyNotes:
    """A stream longer than the view."""

    @pytest.fixture
    def page(self, qtbot, tmp_path):
        opened = OpenDesk(tmp_path, notes=some_notes(60), notes_on_disk=False)
        page = CapturePage(opened.desk)
        page.resize(1208, 740)
        shown(qtbot, page)
        click(segment(page, "Today"))
        page.take_focus()
        QApplication.processEvents()
        yield page
        opened.close()

    @pytest.fixture
    def view(self, page):
        return page.panes()[1].view

    @pytest.fixture
    def painted(self, view):
        """Return the rows drawn from here on."""
        rows, delegate = [], view.itemDelegate()

        class Watched(type(delegate)):
            def paint(self, painter, option, index):
                rows.append(index.row())
                super().paint(painter, option, index)

        view.setItemDelegate(Watched(view, view.model()))
        QApplication.processEvents()
        rows.clear()
        return rows

    def write(self, page, words):
        QTest.keyClicks(page.panes()[2].box, words)
        press(page.panes()[2].box, Key.Key_Return)
        QApplication.processEvents()

    def test_a_saved_note_stands_at_the_foot_and_is_counted(self, page, view):
        self.write(page, "Newest")
        card = view.visualRect(view.model().index(60))
        assert view.viewport().height() - card.bottom() <= 1
        assert accessible_name(segment(page, "Today")) == "Today, 61 notes"

    def test_a_saved_note_alone_is_drawn(self, page, painted):
        self.write(page, "First")
        painted.clear()
        self.write(page, "Newest")
        assert set(painted) == {61}

    def test_the_screen_shows_what_drawing_everything_anew_would(self, page, view):
        page.panes()[2].box.setCursorWidth(0)
        self.write(page, "Newest")
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 37)
        QApplication.processEvents()
        seen = page.screen().grabWindow(page.winId()).toImage()
        anew = page.grab().toImage()
        assert seen.convertToFormat(anew.format()) == anew

    def test_whoever_reads_further_up_is_not_moved_by_a_change_below(self, page, view):
        view.verticalScrollBar().setValue(300)
        last = page.panes()[1].last_note()
        Evidence(page.desk).change(last, text=last.text * 3)
        QApplication.processEvents()
        assert view.verticalScrollBar().value() == 300

    def test_a_note_that_grows_pushes_down_those_below_it(self, page, view):
        before = view.visualRect(view.model().index(1)).top()
        first = page.desk.record.notes[0]
        Evidence(page.desk).change(first, text=first.text * 6)
        height = view.visualRect(view.model().index(0)).height()
        assert height > before - view.visualRect(view.model().index(0)).top() - 1
        assert view.visualRect(view.model().index(1)).top() == view.visualRect(view.model().index(0)).bottom() + 1

    def test_home_and_pages_lead_from_the_newest_note_to_the_oldest_and_back(self, view):
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        for key, number in ((Key.Key_Home, 1), (Key.Key_End, 60)):
            press(view, key)
            assert view.current_note().number == number
        for key, number in ((Key.Key_PageUp, 1), (Key.Key_PageDown, 60)):
            seen = [view.current_note().number]
            while seen[-1] != number:
                press(view, key)
                assert view.current_note().number != seen[-1]
                assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
                seen.append(view.current_note().number)
            assert len(seen) < 30

    def test_filters_take_out_and_bring_back(self, page, view):
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        press(view, Key.Key_Home)
        press(view, Key.Key_P)
        click(segment(page, "Pinned"))
        assert [view.model().note(row).number for row in range(view.model().rowCount())] == [1]
        click(segment(page, "Today"))
        assert [view.model().note(row).number for row in range(view.model().rowCount())] == list(range(1, 61))
        assert view.current_note().number == 1

    def test_every_note_is_where_a_click_finds_it(self, page, view):
        self.write(page, "Newest")
        for row in range(55, 61):
            place = view.visualRect(view.model().index(row)).center()
            assert view.indexAt(place).row() == row
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(59)).center()
        )
        assert view.current_note().number == 60

    def test_a_screen_reader_is_told_which_note_is_in_hand(self, view, monkeypatch):
        told = []
        monkeypatch.setattr(
            QAccessible, "updateAccessibility", lambda event: told.append((event.type(), event.child()))
        )
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        press(view, Key.Key_Up)
        assert (QAccessible.Event.Focus, 58) in told
        assert (QAccessible.Event.SelectionAdd, 58) in told
        assert (QAccessible.Event.SelectionRemove, 59) in told


def test_coverage_and_counts_follow_a_saved_note_and_its_undo(qtbot, page, opened):
    pane = page.side_pane()
    QTest.keyClicks(page.panes()[2].box, "Seen #y2 #ph")
    press(page.panes()[2].box, Key.Key_Return)
    assert "5 notes in 1 of 3 activities" in [one.text() for one in pane.findChildren(Text)]
    opened.desk.undo()
    qtbot.waitUntil(lambda: "4 notes in 1 of 3 activities" in [one.text() for one in pane.findChildren(Text)])
    assert accessible_name(segment(page, "Today")) == "Today, 4 notes"
