"""The sheets over a window: find or do anything, and every shortcut."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from ui_support import accessible_name

from ui.shell.key_map import KeyMapSheet
from ui.shell.palette import Command, CommandPalette
from ui.theme.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.tags import Kbd
from ui.widgets.text import Text

Key = Qt.Key
COMMANDS = (
    Command("capture", "Capture from anywhere", "Ctrl+Space", "Capture"),
    Command("strength", "Save as strength", "Alt+S", "Capture"),
    Command("new", "New visit", "Ctrl+N", "Visits"),
    Command("open", "Open Sallowfield Primary School", "", "Visits"),
    Command("lock", "Lock", "Ctrl+L", "Device"),
    Command("present", "Present to the school", "F5", "Summary"),
)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def heard():
    """Return a list that signals can be appended to."""
    return []


@pytest.fixture
def palette(host, heard):
    sheet = CommandPalette(host)
    sheet.set_commands(COMMANDS)
    sheet.chosen.connect(heard.append)
    sheet.open()
    return sheet


@pytest.fixture
def key_map(host):
    sheet = KeyMapSheet(host)
    sheet.set_commands(COMMANDS)
    sheet.open()
    return sheet


def field_of(palette: CommandPalette) -> QLineEdit:
    return palette.findChild(QLineEdit)


def titles(palette: CommandPalette) -> list[str]:
    model = palette.findChild(QListView).model()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_the_palette_opens_ready_to_type_in(palette, host):
    assert palette.isVisible()
    assert host.focusWidget() is field_of(palette)
    assert titles(palette) == [command.title for command in COMMANDS]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("new", ["New visit"]),
        ("NEW", ["New visit"]),
        ("save strength", ["Save as strength"]),
        ("school", ["Open Sallowfield Primary School", "Present to the school"]),
        ("capture", ["Capture from anywhere", "Save as strength"]),
        ("l", ["Lock", "Open Sallowfield Primary School", "Present to the school"]),
        ("zebra", []),
    ],
)
def test_a_few_letters_find_a_command(palette, typed, found):
    QTest.keyClicks(field_of(palette), typed)
    assert titles(palette) == found


def test_a_word_that_finds_nothing_says_so(palette):
    QTest.keyClicks(field_of(palette), "zebra")
    assert "Nothing by that name." in [t.text() for t in palette.findChildren(Text) if t.isVisible()]


def test_enter_chooses_the_first_that_matches(palette, heard):
    QTest.keyClicks(field_of(palette), "lock")
    QTest.keyClick(field_of(palette), Key.Key_Return)
    assert heard == ["lock"]
    assert not palette.isVisible()


def test_arrows_walk_the_list_and_come_round(palette, heard):
    QTest.keyClick(field_of(palette), Key.Key_Down)
    assert palette.current_title() == "Save as strength"
    QTest.keyClick(field_of(palette), Key.Key_Up)
    QTest.keyClick(field_of(palette), Key.Key_Up)
    assert palette.current_title() == "Present to the school"
    QTest.keyClick(field_of(palette), Key.Key_Return)
    assert heard == ["present"]


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_PageUp])
def test_pages_stop_at_the_ends(palette, key):
    QTest.keyClick(field_of(palette), key)
    assert palette.current_title() in ("Present to the school", "Capture from anywhere")


def test_enter_on_nothing_does_nothing(palette, heard):
    QTest.keyClicks(field_of(palette), "zebra")
    QTest.keyClick(field_of(palette), Key.Key_Down)
    QTest.keyClick(field_of(palette), Key.Key_Return)
    assert heard == []
    assert palette.isVisible()


def test_a_click_chooses(palette, heard):
    view = palette.findChild(QListView)
    place = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == ["new"]


def test_escape_closes_and_gives_the_focus_back(palette, host, heard):
    QTest.keyClick(field_of(palette), Key.Key_Escape)
    assert not palette.isVisible()
    assert host.focusWidget() is host.findChild(Button)
    assert heard == []


def test_a_press_beside_the_sheet_closes_it(palette):
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not palette.isVisible()


def test_a_press_on_the_sheet_does_not(palette):
    QTest.mouseClick(palette.sheet, Qt.MouseButton.LeftButton, pos=QPoint(20, 14))
    assert palette.isVisible()


def test_it_opens_empty_each_time(palette):
    QTest.keyClicks(field_of(palette), "zebra")
    palette.close_sheet()
    palette.open()
    assert field_of(palette).text() == ""
    assert len(titles(palette)) == len(COMMANDS)


def test_closing_is_told(palette, qtbot):
    with qtbot.waitSignal(palette.closed):
        palette.close_sheet()


def test_a_command_is_read_with_group_and_shortcut(palette):
    model = palette.findChild(QListView).model()
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "New visit, Visits, Ctrl+N"


def test_the_palette_and_its_parts_have_names(palette):
    assert accessible_name(palette)
    assert accessible_name(field_of(palette))
    listed = QAccessible.queryAccessibleInterface(palette.findChild(QListView))
    assert listed.text(QAccessible.Text.Name)
    assert listed.role() == QAccessible.Role.List


def test_the_sheet_follows_its_window(palette, host):
    host.resize(700, 500)
    QApplication.processEvents()
    assert palette.size() == host.size()
    assert palette.sheet.geometry().left() >= 0
    assert palette.sheet.geometry().bottom() <= 500


def test_tab_stays_inside_the_sheet(palette, host):
    QTest.keyClick(field_of(palette), Key.Key_Tab)
    assert palette.isAncestorOf(host.focusWidget())


def test_the_key_map_lists_every_shortcut_and_no_others(key_map):
    names = {w.accessibleName() for w in key_map.findChildren(QWidget)}
    assert {"New visit: Ctrl+N", "Present to the school: F5"} <= names
    assert not any("Sallowfield" in name for name in names)


def test_keys_are_shown_one_by_one(key_map):
    keys = [kbd.text() for kbd in key_map.findChildren(Kbd)]
    assert keys.count("Ctrl") == 3
    assert "F5" in keys


def test_a_shortcut_made_with_plus_keeps_its_plus(host):
    sheet = KeyMapSheet(host)
    sheet.set_commands([Command("larger", "Larger text", "Ctrl++", "Device")])
    assert [kbd.text() for kbd in sheet.findChildren(Kbd)] == ["Ctrl", "+"]


def test_the_key_map_closes_by_button_and_escape(key_map, host):
    QTest.mouseClick(key_map.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert not key_map.isVisible()
    key_map.open()
    QTest.keyClick(key_map.findChild(IconButton), Key.Key_Escape)
    assert not key_map.isVisible()
    assert host.focusWidget() is host.findChild(Button)


def test_the_key_map_takes_a_new_list(key_map, qtbot):
    key_map.set_commands([Command("lock", "Lock", "Ctrl+L")])
    qtbot.waitUntil(lambda: len(key_map.findChildren(Kbd)) == 2)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_sheets_fit_a_short_window_at_any_text_size(host, key_map, palette, scale):
    host.resize(1280, 640)
    theme().apply(text_scale=scale)
    for sheet in (key_map, palette):
        sheet.open()
        QApplication.processEvents()
        assert sheet.rect().contains(sheet.sheet.geometry())
