"""Classroom visits carried to another time and another walk: by mouse, by keys and by taps, each as one step."""

from dataclasses import replace

import pytest
from plan_desk import plan_pages
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from stage_desk import VISIT, framework
from ui_support import accessible_name

from ui.parts.slot_buttons import DragButton
from ui.parts.slot_editor import SlotEditor
from ui.theme.theme import theme
from ui.theme.tokens import TOUCH
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from visitapp.domain.plan_order import lessons_in
from visitapp.domain.visit import Slot

Key, Modifier, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
WALK = Slot("w1", VISIT, 1, 600, 720, "walk")
AGAIN = Slot("w2", VISIT, 1, 780, 870, "walk")
LATER = Slot("w3", VISIT, 2, 540, 600, "walk")
A = Slot("a", VISIT, 1, 600, 620, "walk", years=("y1",), place="Rm 1", part_of="w1")
B = Slot("b", VISIT, 1, 625, 635, "walk", years=("y4",), part_of="w1")
C = Slot("c", VISIT, 1, 640, 660, "walk", years=("y5",), part_of="w1")
D = Slot("d", VISIT, 1, 780, 800, "walk", years=("r",), part_of="w2")
PLAN = (WALK, AGAIN, A, B, C, D)

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    with plan_pages(qtbot, tmp_path, high=760) as open_page:
        yield open_page


def card(page, slot_id):
    return next(one for one in page.findChildren(DragButton) if one.slot_id == slot_id)


def order(kept, home="w1"):
    slots = kept.desk.record.slots
    return [one.id for one in lessons_in(slots, kept.desk.record.find("slot", home))]


def starts(kept, slot_id):
    return kept.desk.record.find("slot", slot_id).starts


def carry(page, slot_id, to):
    """Take hold of a visit in its middle, carry it to a point of the timeline, and return what lets it go."""
    one = card(page, slot_id)
    origin, target = one.mapToGlobal(one.rect().center()), one.parentWidget().mapToGlobal(to)
    QTest.mousePress(one, LEFT, Modifier.NoModifier, one.rect().center())
    for step in range(1, 5):
        QTest.mouseMove(one, one.mapFromGlobal(origin + (target - origin) * (step / 4)))

    def let_go():
        QTest.mouseRelease(one, LEFT, Modifier.NoModifier, one.mapFromGlobal(target))

    return let_go


def beside(page, slot_id, right=True):
    found = card(page, slot_id).geometry()
    return QPoint(found.right() - 10 if right else found.left() + 10, found.center().y())


def test_a_mouse_carries_a_visit_past_others_and_the_order_follows_the_time(qtbot, opened):
    page, kept = opened(*PLAN)
    carry(page, "a", beside(page, "c"))()
    assert order(kept) == ["b", "c", "a"]
    assert [starts(kept, one) for one in "bca"] == [600, 615, 640]
    assert card(page, "b").x() < card(page, "c").x() < card(page, "a").x()
    kept.desk.undo()
    qtbot.waitUntil(lambda: order(kept) == ["a", "b", "c"])
    assert [starts(kept, one) for one in "abc"] == [600, 625, 640]


def test_while_carried_a_visit_says_when_it_would_be(opened):
    page, _ = opened(*PLAN)
    let_go = carry(page, "a", beside(page, "c"))
    assert card(page, "a").geometry().center() == beside(page, "c")
    let_go()
    assert card(page, "a").geometry().center() != beside(page, "c")


def test_a_mouse_carries_a_visit_to_another_walk(opened):
    page, kept = opened(*PLAN)
    carry(page, "a", beside(page, "d", right=False))()
    assert (order(kept), order(kept, "w2")) == (["b", "c"], ["a", "d"])
    assert [starts(kept, one) for one in "ad"] == [780, 800]


def test_let_go_beside_the_visits_it_takes_that_minute(opened):
    page, kept = opened(replace(WALK, ends=840), A, B)
    low = card(page, "w1").geometry().bottom() - 60
    wanted = round(card(page, "w1").parentWidget().minute_at(low) / 5) * 5
    carry(page, "a", QPoint(card(page, "b").x() + 60, low))()
    assert starts(kept, "a") == wanted
    assert order(kept) == ["b", "a"]


def test_esc_and_a_place_outside_leave_a_visit_where_it_was(qtbot, opened):
    page, kept = opened(*PLAN)
    before = card(page, "a").geometry()
    let_go = carry(page, "a", beside(page, "c"))
    qtbot.keyClick(card(page, "a"), Key.Key_Escape)
    assert card(page, "a").geometry() == before
    let_go()
    carry(page, "a", QPoint(20, 20))()
    assert card(page, "a").geometry() == before
    assert order(kept) == ["a", "b", "c"]


def test_a_click_on_a_visit_still_opens_it(qtbot, opened):
    page, _ = opened(*PLAN)
    qtbot.mouseClick(card(page, "a"), LEFT)
    assert page.findChild(SlotEditor).slot_id == "a"


def test_alt_and_an_arrow_move_a_visit_by_a_place_and_on_into_the_next_walk(qtbot, opened):
    page, kept = opened(*PLAN)
    card(page, "b").setFocus()
    qtbot.keyClick(card(page, "b"), Key.Key_Right, Modifier.AltModifier)
    assert order(kept) == ["a", "c", "b"]
    assert card(page, "b").hasFocus()
    qtbot.keyClick(card(page, "b"), Key.Key_Right, Modifier.AltModifier)
    assert (order(kept), order(kept, "w2")) == (["a", "c"], ["b", "d"])
    assert card(page, "b").hasFocus()
    qtbot.keyClick(card(page, "b"), Key.Key_Left, Modifier.AltModifier)
    assert order(kept) == ["a", "c", "b"]


def test_alt_and_up_or_down_move_a_visit_by_five_minutes_past_another(qtbot, opened):
    page, kept = opened(*PLAN)
    card(page, "c").setFocus()
    for _ in range(4):
        qtbot.keyClick(card(page, "c"), Key.Key_Up, Modifier.AltModifier)
    assert starts(kept, "c") == 620
    assert order(kept) == ["a", "c", "b"]
    assert card(page, "c").x() < card(page, "b").x()


def test_at_the_end_of_the_last_walk_nothing_changes(qtbot, opened):
    page, kept = opened(*PLAN)
    card(page, "d").setFocus()
    qtbot.keyClick(card(page, "d"), Key.Key_Right, Modifier.AltModifier)
    assert (order(kept), order(kept, "w2")) == (["a", "b", "c"], ["d"])


def button(page, words):
    return next(one for one in page.findChildren(Button) if words in accessible_name(one) and one.isVisibleTo(page))


def test_taps_move_a_visit_by_a_place_with_targets_a_finger_hits(opened):
    theme().apply(metrics=TOUCH)
    page, kept = opened(*PLAN)
    page.show_place("plan:b")
    before, after = button(page, "Before the visit before it"), button(page, "After the visit after it")
    assert min(before.height(), after.height()) >= 44
    before.click()
    assert order(kept) == ["b", "a", "c"]
    after.click()
    after.click()
    assert order(kept) == ["a", "c", "b"]


def test_a_visit_is_made_part_of_a_walk_of_another_day_by_choosing_it(qtbot, opened):
    page, kept = opened(*PLAN, LATER, programme=replace(framework(), days=2))
    page.show_place("plan:a")
    picker = next(one for one in page.findChildren(PickerChip) if "Part of" in accessible_name(one))
    picker.picked.emit("w3")
    moved = kept.desk.record.find("slot", "a")
    assert (moved.part_of, moved.day, moved.starts) == ("w3", 2, 540)
    assert page.findChild(SlotEditor) is None or not page.findChild(SlotEditor).isVisible()
    kept.desk.undo()
    qtbot.waitUntil(lambda: order(kept) == ["a", "b", "c"])


def test_one_walk_alone_offers_no_other(opened):
    page, _ = opened(WALK, A)
    page.show_place("plan:a")
    assert not [one for one in page.findChildren(PickerChip) if "Part of" in accessible_name(one)]
