"""Spelling on the report page: waves under words, never the one being typed, and what is done about them."""

from contextlib import ExitStack

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu
from stage_desk import VISIT, vault
from ui_support import accessible_name, shown

from ui.pages.report import ReportPage
from ui.parts.style_figures import StyleFigures
from ui.theme import tokens
from ui.theme.theme import theme
from ui.widgets.buttons import Button
from ui.workspace.spelling import spelling_of
from ui.workspace.writing_aids import AidsWanted, WritingAids
from visitapp.domain.finding import Finding
from visitapp.domain.spelling import LEFT
from visitapp.domain.writing import Block

Key = Qt.Key
TEXT = Block("b1", VISIT, "teaching", 1.0, "Teaching is definately \U0001f600 strong [E1]. They recieve help.")
STRONG = Finding("f1", VISIT, "strength", "", "Early reading is precice.", position=1.0)

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the page of a visit with these records."""
    with ExitStack() as stack:

        def open_page(*before, aids=False):
            kept = stack.enter_context(vault(tmp_path, before=before))
            if aids:
                kept.desk.aids = WritingAids(kept.desk.ask, {}, kept.desk)
            page = ReportPage(kept.desk, tmp_path / "reports")
            page.resize(1208, 720)
            return shown(qtbot, page), kept

        yield open_page


def prose(page, code="teaching"):
    return next(sheet.prose for sheet in page._centre.sheets() if sheet.code == code)


def marked(desk):
    """Return every word with a wave under it, in the order of the boxes."""
    found = []
    for marks in spelling_of(desk).boxes:
        text = marks.text().encode("utf-16-le")
        found += [text[2 * start : 2 * end].decode("utf-16-le") for start, end in marks.words()]
    return found


def waves(edit):
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [one.cursor.selectedText() for one in edit.extraSelections() if one.format.underlineStyle() == wave]


def put_caret(edit, place):
    cursor = edit.textCursor()
    cursor.setPosition(place)
    edit.setTextCursor(cursor)


def ask_menu(qtbot, edit, word, reason=QContextMenuEvent.Reason.Keyboard):
    put_caret(edit, edit.toPlainText().encode("utf-16-le").index(word.encode("utf-16-le")) // 2 + 1)
    spot = edit.cursorRect().center()
    QApplication.sendEvent(edit.viewport(), QContextMenuEvent(reason, spot, edit.viewport().mapToGlobal(spot)))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def choose(menu, words):
    action = next(one for one in menu.actions() if one.text() == words)
    menu.close()
    action.trigger()


def test_waves_stand_under_the_words_that_seem_misspelt_and_nothing_else(qtbot, opened):
    page, kept = opened(TEXT, STRONG)
    qtbot.waitUntil(lambda: sorted(marked(kept.desk)) == ["definately", "precice", "recieve"])
    assert waves(prose(page)) == ["definately", "recieve"]


def test_a_wave_is_drawn_in_the_look_of_the_day(qtbot, opened):
    page, kept = opened(TEXT)
    qtbot.waitUntil(lambda: len(marked(kept.desk)) == 2)
    theme().apply(tokens.DARK, tokens.DESK, 1.0)
    assert prose(page).extraSelections()[0].format.underlineColor() == theme().colour("risk")


def test_the_word_being_typed_is_left_alone_until_the_caret_leaves_it(qtbot, opened):
    page, kept = opened()
    edit = prose(page)
    edit.setFocus()
    with qtbot.waitSignal(spelling_of(kept.desk).changed):
        qtbot.keyClicks(edit, "They recieve")
    assert marked(kept.desk) == []
    qtbot.keyClick(edit, Key.Key_Home)
    assert marked(kept.desk) == ["recieve"]
    assert waves(edit) == ["recieve"]


def test_a_wave_goes_with_its_word_and_goes_away_when_the_word_is_changed(qtbot, opened):
    page, kept = opened(TEXT)
    edit = prose(page)
    qtbot.waitUntil(lambda: len(marked(kept.desk)) == 2)
    edit.setFocus()
    put_caret(edit, 0)
    qtbot.keyClicks(edit, "So ")
    assert marked(kept.desk) == ["definately", "recieve"]
    put_caret(edit, edit.toPlainText().index("definately") + 4)
    qtbot.keyClick(edit, Key.Key_Backspace)
    assert marked(kept.desk) == ["recieve"]


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse])
def test_the_menu_offers_what_was_meant_and_replacing_is_an_edit_that_can_be_undone(qtbot, opened, reason):
    page, kept = opened(TEXT)
    edit = prose(page)
    qtbot.waitUntil(lambda: len(marked(kept.desk)) == 2)
    menu = ask_menu(qtbot, edit, "recieve", reason)
    texts = [one.text() for one in menu.actions()]
    assert texts[0] == "receive"
    assert {"Add to my words", "Leave in this visit"} <= set(texts)
    choose(menu, "receive")
    assert "They receive help." in edit.toPlainText()
    assert marked(kept.desk) == ["definately"]
    kept.desk.undo()
    qtbot.waitUntil(lambda: "They recieve help." in edit.toPlainText())


def test_elsewhere_the_menu_is_the_usual_one(qtbot, opened):
    page, kept = opened(TEXT)
    edit = prose(page)
    qtbot.waitUntil(lambda: len(marked(kept.desk)) == 2)
    assert edit.spelling.open_menu(1, QPoint()) is False


def test_a_word_added_to_my_words_is_right_from_then_on_and_this_can_be_undone(qtbot, opened):
    page, kept = opened(TEXT)
    qtbot.waitUntil(lambda: len(marked(kept.desk)) == 2)
    choose(ask_menu(qtbot, prose(page), "recieve"), "Add to my words")
    assert kept.desk.record.reviewer.words == "recieve"
    qtbot.waitUntil(lambda: marked(kept.desk) == ["definately"])
    kept.desk.undo()
    qtbot.waitUntil(lambda: marked(kept.desk) == ["definately", "recieve"])
    assert kept.desk.record.reviewer.words == ""


def test_a_word_left_in_a_visit_is_left_in_this_one(qtbot, opened):
    page, kept = opened(TEXT)
    qtbot.waitUntil(lambda: len(marked(kept.desk)) == 2)
    choose(ask_menu(qtbot, prose(page), "definately"), "Leave in this visit")
    assert kept.desk.record.answer(f"{LEFT}definately").value is True
    assert kept.desk.record.reviewer.words == ""
    qtbot.waitUntil(lambda: marked(kept.desk) == ["recieve"])


def test_how_many_there_are_is_said_and_leads_to_each_in_the_order_of_the_page(qtbot, opened):
    page, kept = opened(TEXT, STRONG)
    figures = page.findChild(StyleFigures)
    line = next(one for one in figures.findChildren(Button))
    assert not line.isVisible()
    qtbot.waitUntil(lambda: line.text() == "3 words to check")
    assert line.isVisibleTo(page)
    line.click()
    met = [page.window().focusWidget().textCursor().selectedText()]
    for _ in range(3):
        page.run("report.spelling")
        met.append(page.window().focusWidget().textCursor().selectedText())
    assert met == ["definately", "recieve", "precice", "definately"]
    qtbot.keyClick(page.window().focusWidget(), Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert page.window().focusWidget().textCursor().selectedText() == "precice"
    qtbot.keyClick(page.window().focusWidget(), Key.Key_F7)
    assert page.window().focusWidget().textCursor().selectedText() == "definately"


def test_with_nothing_to_check_there_is_nothing_to_see(qtbot, opened):
    page, kept = opened()
    with qtbot.waitSignal(spelling_of(kept.desk).changed):
        prose(page).setPlainText("All is well.")
    assert not page.findChild(StyleFigures).findChild(Button).isVisible()
    page.run("report.spelling")


def test_a_finding_that_comes_later_is_read_and_one_that_goes_is_forgotten(qtbot, opened):
    _page, kept = opened()
    kept.desk.put("Finding", STRONG)
    qtbot.waitUntil(lambda: marked(kept.desk) == ["precice"])
    boxes = len(spelling_of(kept.desk).boxes)
    kept.desk.remove("Finding deleted", STRONG)
    qtbot.waitUntil(lambda: len(spelling_of(kept.desk).boxes) == boxes - 1)


def test_switched_off_there_are_no_waves_and_switched_on_they_come_back(qtbot, opened):
    page, kept = opened(TEXT, aids=True)
    qtbot.waitUntil(lambda: len(marked(kept.desk)) == 2)
    kept.desk.aids.want(AidsWanted(spelling=False))
    assert marked(kept.desk) == []
    assert prose(page).extraSelections() == []
    assert not page.findChild(StyleFigures).findChild(Button).isVisible()
    kept.desk.aids.want(AidsWanted())
    qtbot.waitUntil(lambda: len(marked(kept.desk)) == 2)


def test_the_menu_opens_by_keys_at_the_caret(qtbot, opened):
    page, kept = opened(TEXT)
    qtbot.waitUntil(lambda: len(marked(kept.desk)) == 2)
    page.run("report.spelling")
    qtbot.keyClick(prose(page), Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    choose(QApplication.activePopupWidget(), "definitely")
    assert prose(page).toPlainText().startswith("Teaching is definitely")


def test_what_a_reviewer_shortens_is_no_misspelling(qtbot, opened):
    page, kept = opened(Block("b1", VISIT, "teaching", 1.0, "Their tchrs recieve hlpx."), aids=True)
    qtbot.waitUntil(lambda: len(marked(kept.desk)) > 1)
    kept.desk.aids.use_shorthand({"hlpx": "help", "tchrs": "teachers"})
    qtbot.waitUntil(lambda: marked(kept.desk) == ["recieve"])
    assert waves(prose(page)) == ["recieve"]


def test_the_next_word_is_among_the_commands_with_its_key(opened):
    page, _ = opened()
    found = next(one for one in page.commands() if one.code == "report.spelling")
    assert found.keys == "F7"
    assert "text" in accessible_name(prose(page))
