"""Making a vault for the first time: passphrase, recovery code, role."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from ui_support import accessible_name, shown

from ui.pages.first_run.page import FirstRunPage
from ui.parts.recovery_sheet import draw_sheet, sheet_text
from ui.theme.theme import theme
from ui.widgets.text import Text
from visitapp.vault import passphrase, recovery

CODE = "K7QD-M2XV-9RTH-WC4N-P8ME-3JZA"
GOOD = "otter lantern maple quiet bridge"


class Keys:
    """The vault's own rules, with a suggestion and a code that tests can foresee."""

    strength = staticmethod(passphrase.strength)
    normalise = staticmethod(recovery.normalise)

    def suggest(self):
        return GOOD

    def new_recovery_code(self):
        return CODE


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def page(qtbot):
    made = FirstRunPage(Keys())
    made.resize(1280, 640)
    return shown(qtbot, made)


def words_on(page):
    QApplication.processEvents()
    return " | ".join(label.text() for label in page.findChildren(Text) if label.isVisibleTo(page))


def fill(page, words=GOOD, again=GOOD, group="9rth", role="Lead reviewer"):
    QTest.keyClicks(page.passphrase.first.edit, words)
    QTest.keyClicks(page.passphrase.again.edit, again)
    QTest.keyClicks(page.recovery.proof, group)
    QTest.keyClicks(page.role, role)


def test_at_first_the_button_waits_and_says_for_what(page):
    assert not page.create_button.isEnabled()
    assert "Still to do: choose a passphrase." in words_on(page)


def test_all_three_steps_make_the_button_ready_and_give_everything_away(page, qtbot):
    fill(page)
    QTest.keyClicks(page.name, "R. Reviewer")
    assert page.create_button.isEnabled()
    with qtbot.waitSignal(page.create_wanted) as told:
        page.create_button.click()
    assert told.args == [GOOD, CODE, "R. Reviewer", "Lead reviewer"]


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"words": "password", "again": "password"}, "make the passphrase stronger"),
        ({"again": ""}, "type the passphrase once more"),
        ({"again": "otter lantern maple quiet ridge"}, "make both passphrases the same"),
        ({"group": ""}, "type the third group of the recovery code"),
        ({"group": "K7QD"}, "type the third group of the recovery code"),
        ({"role": "  "}, "say your role"),
    ],
)
def test_the_first_thing_missing_is_named(page, changes, missing):
    fill(page, **changes)
    assert page.missing() == missing
    assert f"Still to do: {missing}." in words_on(page)
    assert not page.create_button.isEnabled()


@pytest.mark.parametrize("again", ["otter  lantern maple quiet bridge ", f" {GOOD}"])
def test_spaces_more_or_less_do_not_make_another_passphrase(page, again):
    fill(page, again=again)
    assert page.missing() == ""
    assert page.passphrase.passphrase() == GOOD


def test_capitals_do_make_another_passphrase(page):
    fill(page, again="Otter lantern maple quiet bridge")
    assert page.missing() == "make both passphrases the same"


@pytest.mark.parametrize("group", ["9rth", "9RTH", " 9 r t h ", "9-RTH"])
def test_the_third_group_is_known_however_it_is_typed(page, group):
    QTest.keyClicks(page.recovery.proof, group)
    assert page.recovery.is_proved()
    assert "That is right." in words_on(page)


def test_a_wrong_group_is_said_once_the_field_is_left(page):
    QTest.keyClicks(page.recovery.proof, "9RTX")
    assert "That is not the third group" not in words_on(page)
    QTest.keyClick(page.recovery.proof, Qt.Key.Key_Return)
    assert "That is not the third group" in words_on(page)


@pytest.mark.parametrize(("words", "said"), [("otter", "Very weak"), (GOOD, "Strong: five words, easy to type")])
def test_strength_is_said_in_words(page, words, said):
    QTest.keyClicks(page.passphrase.first.edit, words)
    assert said in words_on(page)


def test_words_that_differ_are_said_once_the_field_is_left(page):
    QTest.keyClicks(page.passphrase.first.edit, GOOD)
    QTest.keyClicks(page.passphrase.again.edit, "otter")
    QTest.keyClick(page.passphrase.again.edit, Qt.Key.Key_Return)
    assert "Not the same as the first" in words_on(page)


def test_a_suggestion_is_shown_and_asks_to_be_typed_once(page):
    assert page.passphrase.first.edit.echoMode() == QLineEdit.EchoMode.Password
    page.passphrase.suggest.click()
    assert page.passphrase.first.text() == GOOD
    assert page.passphrase.first.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert page.window().focusWidget() is page.passphrase.again.edit
    assert page.passphrase.again.text() == ""
    assert page.passphrase.suggest.text() == "Suggest another"


def test_words_are_hidden_until_asked_for(page):
    page.passphrase.show_words.click()
    assert page.passphrase.again.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert page.passphrase.show_words.text() == "Hide words"
    page.passphrase.show_words.click()
    assert page.passphrase.again.edit.echoMode() == QLineEdit.EchoMode.Password


def test_the_code_can_be_copied(page):
    page.recovery.copy_code.click()
    assert QGuiApplication.clipboard().text() == CODE
    assert "Copied" in words_on(page)


def test_the_code_can_be_saved_to_a_file(page, tmp_path):
    page.recovery.save_to(str(tmp_path / "code.txt"))
    assert CODE in (tmp_path / "code.txt").read_text(encoding="utf-8")
    assert "Saved. Keep the file off this device" in words_on(page)


def test_a_place_that_cannot_be_written_to_is_said_plainly(page, tmp_path):
    page.recovery.save_to(str(tmp_path / "nowhere" / "code.txt"))
    assert "Not saved: this place cannot be written to." in words_on(page)


def test_the_printed_sheet_has_code_and_advice(qapp):
    assert CODE in sheet_text(CODE)
    assert "passphrase is forgotten" in sheet_text(CODE)
    sheet = QImage(600, 850, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    with QPainter(sheet) as painter:
        draw_sheet(painter, QRectF(sheet.rect()), CODE)
    assert any(sheet.pixelColor(x, y).lightness() < 60 for x in range(0, 600, 2) for y in range(100, 260, 2))


def test_while_the_vault_is_made_nothing_can_be_changed(page, qtbot):
    fill(page)
    page.create_button.click()
    assert page.create_button.text() == "Making the vault"
    assert not page.create_button.isEnabled()
    assert not page.role.isEnabled()
    assert not page.explore.button.isEnabled()
    assert "This takes a few seconds." in words_on(page)


def test_after_a_refusal_everything_typed_is_still_there(page):
    fill(page)
    page.create_button.click()
    page.show_error("The disk is full. Nothing was made. Free some space and try again.")
    assert "The disk is full." in words_on(page)
    assert page.passphrase.first.text() == GOOD
    assert page.create_button.isEnabled()
    assert page.create_button.text() == "Create the vault"


def test_looking_around_needs_no_passphrase(page, qtbot):
    with qtbot.waitSignal(page.explore_wanted):
        page.explore.button.click()


def test_the_code_is_spelt_out_for_a_screen_reader(page):
    assert accessible_name(page.recovery.groups).startswith("Recovery code: K 7 Q D, M 2 X V, 9 R T H")


def test_every_control_has_a_name(page):
    controls = page.findChildren(QPushButton) + page.findChildren(QLineEdit)
    assert [one for one in controls if not accessible_name(one)] == []


def test_tab_walks_the_steps_in_order(page):
    page.take_focus()
    walked = []
    for _ in range(9):
        walked.append(page.window().focusWidget().accessibleName())
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert walked == [
        "Passphrase",
        "Once more",
        "Suggest one",
        "Show words",
        "Print",
        "Save to a file",
        "Copy",
        "Third group of the code",
        "Your role",
    ]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_page_fits_a_short_window(page, scale):
    theme().apply(text_scale=scale)
    assert page.minimumSizeHint().width() <= 1280
    assert page.minimumSizeHint().height() <= 640
