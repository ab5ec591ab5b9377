"""Quiet help while writing: names, abbreviations, own words. It never blocks, and it can be switched off."""

from dataclasses import replace

import pytest
from capture_desk import VISIT, OpenDesk, some_notes
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui_support import dressed, shown

from ui.parts.composer import Composer
from ui.parts.name_line import NameLine
from ui.widgets.buttons import Button
from ui.widgets.text import Text
from ui.workspace.writing_aids import AidsWanted, WritingAids

TYPED_TWICE = "Pupils explain how the bar model shows why the whole stays the same."


@pytest.fixture(autouse=True)
def _dressed(qapp):
    yield from dressed(qapp)


@pytest.fixture
def opened(tmp_path):
    found = OpenDesk(tmp_path, notes=some_notes(6))
    yield found
    found.close()


@pytest.fixture
def composer(qtbot, opened):
    aids = WritingAids(opened.desk.ask, {})
    opened.desk.aids = aids
    with qtbot.waitSignal(aids.ready):
        aids.prepare()
    found = Composer(opened.desk)
    found.resize(760, 240)
    shown(qtbot, found)
    found.box.setFocus()
    yield found
    aids.stop()
    aids.deleteLater()


def pause(composer):
    """Let the pause of 800 ms be over."""
    composer.hints.pause.stop()
    composer.hints.look()


def line(composer):
    return composer.findChild(NameLine)


def asked(composer):
    found = line(composer)
    return found.findChild(Text).text() if found.isVisible() else ""


def type_in(composer, text):
    QTest.keyClicks(composer.box, text)


def press(composer, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or composer.box, key, modifier)


def test_nothing_is_asked_while_somebody_types_and_the_pause_is_800_ms(composer):
    type_in(composer, "Jaden explained it")
    assert asked(composer) == ""
    assert composer.hints.pause.isActive()
    assert composer.hints.pause.interval() >= 800


def test_after_a_pause_a_name_is_asked_about_and_the_key_puts_the_role(qtbot, composer):
    type_in(composer, "Jaden explained it")
    qtbot.waitUntil(lambda: asked(composer) == "Jaden: a name?", timeout=3000)
    press(composer, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert composer.box.toPlainText() == "A Year 4 pupil explained it"
    assert asked(composer) == ""
    composer.box.undo()
    assert composer.box.toPlainText() == "Jaden explained it"


def test_the_role_follows_the_year_of_the_note(composer):
    composer.set_context(replace(composer.context, years=("y6",)))
    type_in(composer, "We heard Jaden read")
    pause(composer)
    line(composer).accepted.emit()
    assert composer.box.toPlainText() == "We heard a Year 6 pupil read"


def test_a_year_typed_as_a_tag_counts_more(composer):
    composer.set_context(replace(composer.context, years=("y4",)))
    type_in(composer, "We heard Jaden read #y2 ")
    pause(composer)
    line(composer).accepted.emit()
    assert "We heard a Year 2 pupil read" in composer.box.toPlainText()


def test_letters_qt_counts_twice_do_not_put_the_role_elsewhere(composer):
    composer.box.setPlainText("\U0001f600 We heard Jaden read")
    pause(composer)
    line(composer).accepted.emit()
    assert composer.box.toPlainText() == "\U0001f600 We heard a Year 4 pupil read"


def test_a_name_that_is_none_is_not_asked_about_again(composer):
    type_in(composer, "We heard Jaden read")
    pause(composer)
    line(composer).let_be.emit()
    assert asked(composer) == ""
    type_in(composer, " and Jaden wrote")
    pause(composer)
    assert asked(composer) == ""


def test_a_phone_number_is_asked_about_as_one_and_can_be_left(composer):
    type_in(composer, "Rang 07700 900123 twice")
    pause(composer)
    assert asked(composer) == "07700 900123: a phone number?"
    line(composer).accepted.emit()
    assert composer.box.toPlainText() == "Rang a phone number twice"
    type_in(composer, ", then p.ali@mail.example")
    pause(composer)
    assert asked(composer) == "p.ali@mail.example: an e-mail address?"
    assert "Leave p.ali@mail.example" in {one.accessibleName() for one in line(composer).findChildren(Button)}
    line(composer).let_be.emit()
    assert asked(composer) == ""


def test_saving_never_waits_for_an_answer_and_the_saved_note_can_still_be_mended(composer, opened):
    type_in(composer, "Jaden explained it")
    press(composer, Qt.Key.Key_Return)
    note = opened.desk.record.notes[-1]
    assert note.text == "Jaden explained it"
    assert asked(composer) == f"Jaden in {note.label}: a name?"
    type_in(composer, "next note")
    assert asked(composer) == f"Jaden in {note.label}: a name?"
    press(composer, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert opened.desk.record.find("note", note.id).text == "A Year 4 pupil explained it"
    assert composer.box.toPlainText() == "next note"


def test_switched_off_nothing_is_asked_or_offered(composer, opened):
    opened.desk.aids.want(AidsWanted(names=False, own_words=False))
    type_in(composer, "Jaden said. Pupils explain how the ")
    pause(composer)
    assert asked(composer) == ""
    assert composer.box.offer.current() is None


def test_tab_finishes_a_phrase_of_ones_own_and_then_moves_on(composer):
    type_in(composer, "Pupils explain how ")
    assert composer.box.offer.current().words.startswith("the bar model shows")
    press(composer, Qt.Key.Key_Tab)
    assert composer.box.toPlainText().startswith("Pupils explain how the bar model shows")
    assert composer.box.hasFocus()
    composer.box.offer.let_go()
    press(composer, Qt.Key.Key_Tab)
    assert not composer.box.hasFocus()


def test_tab_goes_to_the_chips_when_nothing_is_offered(composer):
    type_in(composer, "Something new")
    press(composer, Qt.Key.Key_Tab)
    assert not composer.box.hasFocus()
    assert composer.box.toPlainText() == "Something new"


@pytest.mark.parametrize("letting_go", ["x", "escape", "left"])
def test_an_offer_goes_when_one_types_on_presses_esc_or_moves_the_caret(composer, letting_go):
    type_in(composer, "Pupils explain how ")
    if letting_go == "x":
        type_in(composer, "x")
    else:
        press(composer, Qt.Key.Key_Escape if letting_go == "escape" else Qt.Key.Key_Left)
    assert composer.box.offer.current() is None
    assert composer.box.toPlainText() == "Pupils explain how " + ("x" if letting_go == "x" else "")


def test_a_finger_on_the_offer_takes_it(composer):
    type_in(composer, "Pupils explain how ")
    place = composer.box.cursorRect().center()
    place.setX(place.x() + 20)
    QTest.mouseClick(composer.box.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "the bar model shows" in composer.box.toPlainText()


def test_the_offer_is_painted_after_the_caret(composer):
    type_in(composer, "Pupils explain how")
    before = composer.box.grab().toImage()
    type_in(composer, " ")
    assert composer.box.grab().toImage() != before


def test_words_of_another_author_are_never_offered(qtbot, tmp_path):
    notes = tuple(replace(one, author_id="somebody-else") for one in some_notes(6))
    opened = OpenDesk(tmp_path, notes=notes)
    aids = WritingAids(opened.desk.ask, {})
    with qtbot.waitSignal(aids.ready):
        aids.prepare()
    assert aids.going_on("Pupils explain how ") == ""
    opened.close()


def test_a_name_in_ones_own_words_is_never_offered(composer, opened):
    for _ in range(2):
        type_in(composer, "The group works with Jaden daily")
        press(composer, Qt.Key.Key_Return)
    assert opened.desk.aids.going_on("The group works ") == "with"
    assert opened.desk.aids.going_on("group works with ") == ""


def test_an_abbreviation_stays_until_tab_takes_the_word(composer):
    type_in(composer, "the tchr ")
    assert composer.box.offer.current().words == "teacher "
    assert composer.box.toPlainText() == "the tchr "
    press(composer, Qt.Key.Key_Tab)
    assert composer.box.toPlainText() == "the teacher "
    composer.box.undo()
    assert composer.box.toPlainText() == "the tchr "


def test_a_note_keeps_its_abbreviations_unless_the_setting_says_otherwise(composer, opened):
    type_in(composer, "tchr asks chn")
    press(composer, Qt.Key.Key_Return)
    assert opened.desk.record.notes[-1].text == "tchr asks chn"
    opened.desk.aids.want(AidsWanted(spell_out=True))
    type_in(composer, '- tchr asks "chn"')
    press(composer, Qt.Key.Key_Return)
    assert opened.desk.record.notes[-1].text == 'teacher asks "chn"'
    assert opened.desk.record.notes[-1].marker == "development"


def test_a_composer_without_aids_still_saves(qtbot, tmp_path):
    opened = OpenDesk(tmp_path)
    found = Composer(opened.desk)
    shown(qtbot, found)
    found.box.setPlainText("Jaden explained it")
    found.save()
    assert [note.text for note in opened.desk.record.notes] == ["Jaden explained it"]
    assert opened.desk.record.visit_id == VISIT
    opened.close()
