"""Agreed actions: added by keys, written field by field, moved, deleted and brought back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from summary_desk import choose, focused, summary

from ui.parts.action_day import due_day
from ui.workspace.summing_up import SummingUp

Key, Alt, Ctrl = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
VISIT_DAY = date(2025, 11, 20)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def page(qtbot, desk):
    return summary(qtbot, desk, place="actions")


@pytest.fixture
def tab(page):
    return page.tab("actions")


@pytest.fixture
def card(qtbot, tab):
    tab.add()
    return tab.cards[0]


def agreed(desk, *texts):
    summing_up = SummingUp(desk)
    for text in texts:
        summing_up.change_action(summing_up.add_action(), text=text)


def texts(desk):
    return [action.text for action in desk.record.actions]


def test_a_whole_action_takes_eight_keys_beyond_typing(qtbot, desk, page):
    pressed = 0
    steps = (
        (Key.Key_Return, "Use checks to change teaching"),
        (Key.Key_Tab, ""),
        (Key.Key_Space, ""),
        (Key.Key_Tab, "Mathematics lead"),
        (Key.Key_Tab, "Joint lesson visits"),
        (Key.Key_Tab, "5 Dec"),
        (Key.Key_Tab, "Errors do not come back"),
        (Key.Key_Tab, ""),
    )
    for key, words in steps:
        qtbot.keyClick(focused(page), key)
        qtbot.keyClicks(focused(page), words)
        pressed += 1
    (action,) = desk.record.actions
    assert (action.text, action.urgency) == ("Use checks to change teaching", "now")
    assert (action.owner, action.first_step) == ("Mathematics lead", "Joint lesson visits")
    assert (action.due, action.measure) == ("2025-12-05", "Errors do not come back")
    assert pressed == 8


def test_every_field_of_an_action_is_kept(qtbot, workspace, desk, card):
    qtbot.keyClicks(card.what.edit, "Use checks to change teaching")
    qtbot.mouseClick(card.urgency.button("now"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.owner.edit, "Mathematics lead")
    qtbot.keyClicks(card.first_step.edit, "Joint lesson visits")
    qtbot.keyClicks(card.due.edit, "5 Dec")
    qtbot.keyClicks(card.measure.edit, "Errors do not come back")
    assert workspace.flush()
    (action,) = workspace.visits.load(desk.visit_id).actions
    assert (action.text, action.urgency, action.owner) == ("Use checks to change teaching", "now", "Mathematics lead")
    assert (action.first_step, action.due, action.measure) == (
        "Joint lesson visits",
        "2025-12-05",
        "Errors do not come back",
    )


def test_an_action_can_say_which_finding_it_answers(qtbot, desk, card):
    finding = SummingUp(desk).add_finding("develop", text="Checks do not change teaching")
    qtbot.mouseClick(card.why, Qt.MouseButton.LeftButton)
    choose(qtbot, "Checks do not change")
    assert desk.record.actions[0].finding_id == finding.id
    assert card.why.text() == "Checks do not change teaching"


def test_first_step_missing_is_said_until_there_is_one(qtbot, desk, card):
    from ui.widgets.text import Text

    def said():
        return "First step missing" in [one.text() for one in card.findChildren(Text) if one.isVisible()]

    QApplication.processEvents()
    assert said()
    qtbot.keyClicks(card.first_step.edit, "Joint visits")
    desk.leave()
    assert not said()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5 Dec", "2025-12-05"),
        ("5th December", "2025-12-05"),
        ("Fri 5 Dec", "2025-12-05"),
        ("05/12/2025", "2025-12-05"),
        ("5/12", "2025-12-05"),
        ("5/12/25", "2025-12-05"),
        ("30 Jan", "2026-01-30"),
        ("30/1", "2026-01-30"),
        ("1 Sep", "2026-09-01"),
        ("19 Nov", "2026-11-19"),
        ("20 Nov", "2025-11-20"),
        ("1 Sep 2025", "2025-09-01"),
        ("2026-02-01", "2026-02-01"),
    ],
)
def test_days_are_read_as_people_write_them(written, day):
    assert due_day(written, VISIT_DAY) == date.fromisoformat(day)


@pytest.mark.parametrize("written", ["soon", "31 Feb", "half term", "13/13/2025", "5", "December"])
def test_what_is_no_day_is_not_made_into_one(written):
    assert due_day(written, VISIT_DAY) is None


def test_a_day_not_understood_is_kept_as_written_and_said_in_a_sentence(qtbot, workspace, desk, card):
    card.due.edit.setFocus()
    qtbot.keyClicks(card.due.edit, "by half term")
    card.owner.edit.setFocus()
    assert desk.record.actions[0].due == ""
    assert card.due.text() == "by half term"
    assert "Your words are kept" in card.due.edit.accessibleDescription()
    assert workspace.flush()


def test_words_that_were_no_day_are_there_again_after_a_restart(qtbot, workspace, desk, card):
    qtbot.keyClicks(card.due.edit, "by half term")
    visit_id = desk.visit_id
    assert workspace.flush()
    again = summary(qtbot, workspace.open_visit(visit_id))
    again.show_place("actions")
    (there,) = again.tab("actions").cards
    assert there.due.text() == "by half term"
    assert workspace.desk.record.actions[0].due == ""


def test_a_day_put_right_is_kept_and_shown_in_full(qtbot, workspace, desk, card):
    qtbot.keyClicks(card.due.edit, "by half term")
    qtbot.keyClick(card.due.edit, Key.Key_Return)
    card.due.edit.clear()
    qtbot.keyClicks(card.due.edit, "30 Jan")
    qtbot.keyClick(card.due.edit, Key.Key_Return)
    assert desk.record.actions[0].due == "2026-01-30"
    assert card.due.text() == "30 Jan 2026"
    assert card.due.edit.accessibleDescription() == ""
    assert workspace.flush()


def test_a_day_can_be_emptied(qtbot, desk, card):
    qtbot.keyClicks(card.due.edit, "30 Jan")
    qtbot.keyClick(card.due.edit, Key.Key_Return)
    card.due.edit.selectAll()
    qtbot.keyClick(card.due.edit, Key.Key_Delete)
    qtbot.keyClick(card.due.edit, Key.Key_Return)
    assert desk.record.actions[0].due == ""


def test_control_enter_begins_the_next_action(qtbot, desk, page, tab, card):
    qtbot.keyClicks(card.what.edit, "One")
    qtbot.keyClick(card.what.edit, Key.Key_Return, Ctrl)
    assert focused(page) is tab.cards[1].what.edit
    qtbot.keyClicks(focused(page), "Two")
    desk.leave()
    assert texts(desk) == ["One", "Two"]


def test_alt_and_arrows_move_an_action_and_keep_the_focus(qtbot, desk, page, tab):
    agreed(desk, "One", "Two", "Three")
    last = tab.cards[2]
    last.start_writing()
    qtbot.keyClick(last.what.edit, Key.Key_Up, Alt)
    assert texts(desk) == ["One", "Three", "Two"]
    assert focused(page) is last.what.edit
    last.open_menu()
    choose(qtbot, "Move up")
    assert texts(desk) == ["Three", "One", "Two"]


def test_undo_moves_an_action_back(qtbot, desk, tab):
    agreed(desk, "One", "Two")
    qtbot.keyClick(tab.cards[1].what.edit, Key.Key_Up, Alt)
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert texts(desk) == ["One", "Two"]
    assert [card.what.text() for card in tab.cards] == ["One", "Two"]


def test_a_deleted_action_can_be_brought_back_by_its_toast(qtbot, desk, page, tab):
    agreed(desk, "One", "Two")
    tab.cards[0].open_menu()
    choose(qtbot, "Delete")
    assert texts(desk) == ["Two"]
    assert focused(page) is tab.cards[0].what.edit
    page.toast.acted.emit()
    assert texts(desk) == ["One", "Two"]


def test_the_words_last_typed_are_not_lost_with_a_deleted_action(qtbot, desk, tab, card):
    qtbot.keyClicks(card.what.edit, "One")
    card.open_menu()
    choose(qtbot, "Delete")
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert texts(desk) == ["One"]


def test_the_count_in_the_tab_follows(desk, page):
    agreed(desk, "One", "Two")
    button = page.header.tabs.button("actions")
    assert (button.accessibleName(), button.accessibleDescription()) == ("Actions", "2 so far")


def test_tab_follows_the_order_of_the_actions_after_a_move(qtbot, desk, page, tab):
    agreed(desk, "One", "Two")
    qtbot.keyClick(tab.cards[1].what.edit, Key.Key_Up, Alt)
    tab.cards[0].menu_button.setFocus()
    qtbot.keyClick(tab.cards[0].menu_button, Key.Key_Tab)
    assert focused(page) is tab.cards[1].what.edit
