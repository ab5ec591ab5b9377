"""The locked door."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from ui_support import accessible_name, shown

from ui.pages.unlock.page import UnlockPage
from ui.theme.theme import theme
from ui.widgets.text import Text

WORDS = "otter lantern maple quiet bridge"


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def page(qtbot):
    made = UnlockPage(wait=1)
    made.resize(1280, 640)
    return shown(qtbot, made)


def words_on(page):
    QApplication.processEvents()
    return " | ".join(label.text() for label in page.findChildren(Text) if label.isVisibleTo(page))


def try_words(page, words=WORDS):
    page.field.edit.setFocus()
    QTest.keyClicks(page.field.edit, words)
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)


def test_enter_tries_the_words(page, qtbot):
    with qtbot.waitSignal(page.unlock_wanted) as told:
        try_words(page)
    assert told.args == [WORDS]


def test_the_button_tries_them_too(page, qtbot):
    QTest.keyClicks(page.field.edit, WORDS)
    with qtbot.waitSignal(page.unlock_wanted):
        page.button.click()


@pytest.mark.parametrize("words", ["", "   "])
def test_nothing_typed_is_no_try(page, qtbot, words):
    with qtbot.assertNotEmitted(page.unlock_wanted):
        try_words(page, words)
    assert "Type the passphrase" in words_on(page)


def test_while_the_words_are_tried_a_second_enter_does_nothing(page, qtbot):
    try_words(page)
    assert "Unlocking" in words_on(page)
    with qtbot.assertNotEmitted(page.unlock_wanted):
        QTest.keyClick(page.field.edit, Qt.Key.Key_Return)


def test_wrong_words_stay_selected_and_are_said_to_be_wrong(page):
    try_words(page)
    page.show_wrong()
    assert "These words do not open the vault." in words_on(page)
    assert page.field.edit.selectedText() == WORDS or page.field.edit.hasSelectedText()
    assert page.field.text() == WORDS
    assert page.window().focusWidget() is page.field.edit


def test_the_tries_left_are_counted_from_the_second_wrong_one(page):
    page.show_wrong()
    assert "tries left" not in words_on(page)
    page.show_wrong()
    assert "3 tries left, then a 1 second wait." in words_on(page)
    page.show_wrong()
    page.show_wrong()
    assert "1 try left" in words_on(page)


def test_after_five_wrong_tries_there_is_a_wait_and_then_five_more(page, qtbot):
    for _ in range(5):
        page.show_wrong()
    assert "Five wrong tries. You can try again in 1 seconds. Nothing was deleted." in words_on(page)
    with qtbot.assertNotEmitted(page.unlock_wanted):
        try_words(page)
    qtbot.waitUntil(page.button.isEnabled, timeout=3000)
    assert "You can try again now." in words_on(page)
    with qtbot.waitSignal(page.unlock_wanted):
        QTest.keyClick(page.field.edit, Qt.Key.Key_Return)


def test_another_refusal_is_no_wrong_try(page):
    for _ in range(9):
        page.show_refused("Another copy of the program has this vault open. Close it and try again.")
    assert "Another copy" in words_on(page)
    assert page.button.isEnabled()


def test_locking_again_empties_the_field(page):
    try_words(page)
    page.show_locked("Your draft note is kept.")
    assert page.field.text() == ""
    assert "Your draft note is kept." in words_on(page)
    assert page.button.isEnabled()


def test_opening_forgets_the_wrong_tries(page):
    for _ in range(4):
        page.show_wrong()
    page.show_opened()
    page.show_wrong()
    assert "left" not in words_on(page)


def test_the_words_are_hidden_until_asked_for_and_again_after_locking(page):
    assert page.field.edit.echoMode() == QLineEdit.EchoMode.Password
    page.field.reveal(True)
    page.show_locked()
    assert page.field.edit.echoMode() == QLineEdit.EchoMode.Password


def test_the_sample_can_be_looked_at_without_words(page, qtbot):
    with qtbot.waitSignal(page.explore_wanted):
        page.explore.click()


def test_what_is_wrong_is_read_with_the_field(page):
    page.show_wrong()
    assert "do not open" in page.field.edit.accessibleDescription()


def test_every_control_has_a_name(page):
    controls = page.findChildren(QPushButton) + page.findChildren(QLineEdit)
    assert [one for one in controls if not accessible_name(one)] == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_page_fits_a_short_window(page, scale):
    theme().apply(text_scale=scale)
    assert page.minimumSizeHint().width() <= 1280
    assert page.minimumSizeHint().height() <= 640
