"""Keys while a slot is dragged by a mouse: Esc lets go, nothing else is heard; on real pages and a real desk."""

import pytest
from plan_desk import let_go, plan_pages, pull
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtTest import QTest
from stage_desk import VISIT

from ui.parts.slot_cards import SlotCard
from ui.parts.slot_editor import SlotEditor
from visitapp.domain.visit import Slot

Key, Modifier = Qt.Key, Qt.KeyboardModifier
LEADERS = Slot("s1", VISIT, 1, 540, 600, "leaders", people="Headteacher", place="Office")
HOUR, TAKEN = 98, QPoint(60, 15)

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    with plan_pages(qtbot, tmp_path, high=700) as open_page:
        yield open_page


def card(page, slot_id):
    return next(one for one in page.findChildren(SlotCard) if one.slot_id == slot_id)


def hours(kept):
    slot = kept.desk.record.find("slot", "s1")
    return slot.starts, slot.ends


def shortcut(page, keys):
    """Return what is heard of a shortcut of the window: its keys, each time."""
    heard = []
    QShortcut(QKeySequence(keys), page, lambda: heard.append(keys))
    return heard


def test_esc_cancels_a_drag_and_does_nothing_else_until_the_mouse_is_let_go(qtbot, opened):
    page, kept = opened(LEADERS)
    heard = shortcut(page, "Esc")
    one = card(page, "s1")
    before = one.geometry()
    pull(one, TAKEN, HOUR)
    qtbot.keyClick(one, Key.Key_Escape)
    qtbot.keyClick(one, Key.Key_Escape)
    QTest.mouseMove(one, QPoint(60, 20))
    let_go(one, one.mapToGlobal(QPoint(60, 20)))
    assert (heard, hours(kept), one.geometry()) == ([], (540, 600), before)
    assert not any(isinstance(one, SlotEditor) and one.isVisibleTo(page) for one in page.findChildren(SlotEditor))
    qtbot.keyClick(one, Key.Key_Escape)
    assert heard == ["Esc"]


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Down, Key.Key_Tab, Key.Key_Return, Key.Key_Space])
def test_no_key_does_anything_while_a_slot_is_dragged(key, qtbot, opened):
    page, kept = opened(LEADERS)
    one = card(page, "s1")
    place = pull(one, TAKEN, HOUR)
    for modifier in (Modifier.NoModifier, Modifier.AltModifier, Modifier.ControlModifier):
        qtbot.keyClick(one, key, modifier)
    assert (hours(kept), page.window().focusWidget()) == ((540, 600), one)
    let_go(one, place)
    assert hours(kept) == (600, 660)


def test_a_shortcut_of_the_window_waits_until_a_drag_has_ended(qtbot, opened):
    page, _ = opened(LEADERS)
    heard = shortcut(page, "Ctrl+Z")
    one = card(page, "s1")
    place = pull(one, TAKEN, HOUR)
    qtbot.keyClick(one, Key.Key_Z, Modifier.ControlModifier)
    assert heard == []
    let_go(one, place)
    qtbot.keyClick(one, Key.Key_Z, Modifier.ControlModifier)
    assert heard == ["Ctrl+Z"]


def test_a_slot_hidden_in_a_drag_lets_go_and_leaves_the_keys_to_others(qtbot, opened):
    page, kept = opened(LEADERS)
    heard = shortcut(page, "Esc")
    one = card(page, "s1")
    before = one.geometry()
    pull(one, TAKEN, HOUR)
    one.hide()
    one.show()
    one.setFocus()
    qtbot.keyClick(one, Key.Key_Escape)
    assert (heard, hours(kept), one.geometry()) == (["Esc"], (540, 600), before)


def test_a_slot_whose_mouse_was_let_go_unseen_follows_it_no_longer(qtbot, opened):
    page, kept = opened(LEADERS)
    heard = shortcut(page, "Esc")
    one = card(page, "s1")
    before = one.geometry()
    place = pull(one, TAKEN, HOUR)
    at = one.mapFromGlobal(place)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(place), none, none, Modifier.NoModifier)
    QCoreApplication.sendEvent(one, moved)
    qtbot.keyClick(one, Key.Key_Escape)
    assert (heard, hours(kept), one.geometry()) == (["Esc"], (540, 600), before)


def test_a_drag_ends_when_the_keyboard_goes_elsewhere(qtbot, opened):
    page, kept = opened(LEADERS)
    one = card(page, "s1")
    before = one.geometry()
    place = pull(one, TAKEN, HOUR)
    one.clearFocus()
    let_go(one, place)
    assert (hours(kept), one.geometry()) == ((540, 600), before)
