"""What is wrong in a plan is said where it stands and put right by one key: with a real desk on a real database."""

from dataclasses import replace

import pytest
from plan_desk import plan_pages
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from stage_desk import VISIT, framework
from ui_support import accessible_name

from ui.parts.slot_cards import AddLesson, LessonCard, SlotCard
from ui.theme.theme import theme
from ui.theme.tokens import DESK, TOUCH
from ui.widgets.buttons import Button
from ui.widgets.checks import StateRow
from ui.widgets.segmented import SegmentButton
from ui.widgets.text import Text
from visitapp.domain.record import VisitRecord
from visitapp.domain.visit import Slot, Visit

WALK = Slot("w", VISIT, 1, 600, 690, "walk")
GOVERNANCE = Slot("g", VISIT, 1, 690, 735, "governance")
INSIDE = Slot("in", VISIT, 1, 600, 620, "walk", "Mathematics", years=("y4",), part_of="w")
OUTSIDE = Slot("out", VISIT, 1, 700, 720, "walk", years=("y1",), part_of="w")

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    with plan_pages(qtbot, tmp_path, high=700) as open_page:
        yield open_page


def visit(first, last=""):
    return Visit(VISIT, "school-1", "framework-1", "Partner visit", first, last or first)


def named(page, kind, words):
    return next(one for one in page.findChildren(kind) if words in accessible_name(one) and one.isVisibleTo(page))


def words(page):
    return [one.text() for one in page.findChildren(Text) if one.isVisibleTo(page) and one.text()]


def slot(kept, slot_id):
    return kept.desk.record.find("slot", slot_id)


def lesson(page, slot_id):
    return next(one for one in page.findChildren(LessonCard) if one.slot_id == slot_id)


def test_a_visit_outside_its_walk_is_said_on_its_card_above_the_day_and_in_the_checks(opened):
    page, _ = opened(WALK, GOVERNANCE, INSIDE, OUTSIDE)
    assert accessible_name(lesson(page, "out")).endswith("outside Learning walk")
    assert "outside" not in accessible_name(lesson(page, "in"))
    assert any(one.startswith("Y1, 11:40, is outside Learning walk, 10:00 to 11:30.") for one in words(page))
    assert "1 visit is outside" in accessible_name(named(page, StateRow, "Visits within their activity"))


def test_one_key_makes_the_walk_longer(qtbot, opened):
    page, kept = opened(WALK, INSIDE, OUTSIDE)
    qtbot.keyClick(named(page, Button, "Make Learning walk 10:00 to 12:00"), Qt.Key.Key_Space)
    assert (slot(kept, "w").starts, slot(kept, "w").ends) == (600, 720)
    assert not [one for one in words(page) if "is outside" in one]
    assert QApplication.focusWidget() is next(one for one in page.findChildren(SlotCard) if one.slot_id == "w")
    assert not [one for one in page.findChildren(StateRow) if one.isVisibleTo(page) and "Visits within" in one.text()]


def test_one_key_moves_the_visit_in_and_one_takes_it_back(qtbot, opened):
    page, kept = opened(WALK, INSIDE, OUTSIDE)
    qtbot.keyClick(named(page, Button, "Move visits into the time of Learning walk"), Qt.Key.Key_Space)
    assert (slot(kept, "out").starts, slot(kept, "out").ends) == (620, 640)
    kept.desk.undo()
    qtbot.waitUntil(lambda: slot(kept, "out").starts == 700)


def test_tab_comes_from_the_ways_out_to_the_mends_and_then_to_the_day(opened):
    page, _ = opened(WALK, INSIDE, OUTSIDE)
    named(page, Button, "Send to head").setFocus()
    found = []
    for _ in range(3):
        page.focusNextChild()
        found.append(accessible_name(QApplication.focusWidget()))
    assert found[:2] == ["Make Learning walk 10:00 to 12:00", "Move visits into the time of Learning walk"]
    assert found[2].startswith("Learning walk")


def test_the_check_leads_to_the_visit_that_is_outside(opened):
    page, _ = opened(WALK, INSIDE, OUTSIDE)
    named(page, StateRow, "Visits within their activity").click()
    assert lesson(page, "out").picked


def mends(page):
    """Return what the buttons above the day say, as they are seen."""
    said = [one.text() for one in page.findChildren(Button) if one.isVisible()]
    return [one for one in said if one.startswith(("Make it", "Move into"))]


def test_nothing_is_offered_to_be_made_longer_for_a_visit_on_another_day(qtbot, opened):
    page, kept = opened(WALK, INSIDE, replace(OUTSIDE, day=2), programme=framework(days=2))
    assert mends(page) == ["Move into its time"]
    qtbot.keyClick(named(page, Button, "Move visits into the time of Learning walk"), Qt.Key.Key_Space)
    assert (slot(kept, "out").day, slot(kept, "out").starts) == (1, 620)
    assert mends(page) == []


def test_nothing_is_offered_where_a_visit_on_another_day_has_no_room_either(opened):
    page, _ = opened(WALK, INSIDE, replace(OUTSIDE, day=2, ends=800), programme=framework(days=2))
    assert any("There is no room for it inside." in one for one in words(page))
    assert mends(page) == []


def test_what_can_be_made_longer_is_offered_again_when_the_visit_is_back_on_its_day(opened):
    away = replace(OUTSIDE, day=2)
    page, kept = opened(WALK, INSIDE, away, programme=framework(days=2))
    kept.desk.put("Moved", replace(away, day=1))
    assert mends(page) == ["Make it 10:00 to 12:00", "Move into its time"]


def test_visits_are_added_inside_while_there_is_room_and_then_it_is_said(opened):
    page, kept = opened(WALK)
    adder = named(page, AddLesson, "Add a classroom visit")
    for _ in range(4):
        adder.click()
    assert [one.ends <= 690 for one in kept.desk.record.slots if one.part_of] == [True] * 4
    adder.click()
    assert max(one.starts for one in kept.desk.record.slots if one.part_of) == 680
    assert any("There is no room for it inside." in one for one in words(page))
    assert not [one for one in page.findChildren(Button) if one.isVisible() and "Move visits" in accessible_name(one)]


def test_a_card_says_the_year_its_title_leaves_out(opened):
    page, _ = opened(WALK, INSIDE)
    assert lesson(page, "in").text() == "Y4 Mathematics"
    assert accessible_name(lesson(page, "in")).startswith("Year 4 Mathematics")


def days(page):
    return [one.text() for one in page.findChildren(SegmentButton)]


def test_three_days_from_a_thursday_have_three_days_none_at_a_weekend(opened):
    page, kept = opened(programme=framework(days=3), visit=visit("2026-12-03", "2026-12-07"))
    assert days(page) == ["Day 1", "Day 2", "Day 3"]
    page.show_day(5)
    assert "Monday 7 December" in words(page)
    page.plan_usual_day()
    assert {one.day for one in kept.desk.record.slots} <= {1, 2, 5}


def test_what_was_planned_at_a_weekend_keeps_its_own_day(opened):
    saturday = replace(GOVERNANCE, day=3)
    page, _ = opened(saturday, programme=framework(days=3), visit=visit("2026-12-03", "2026-12-07"))
    assert days(page) == ["Day 1", "Day 2", "Sat 5 Dec", "Day 3"]
    named(page, StateRow, "On school days").click()
    assert "Saturday 5 December" in words(page)


def test_the_heading_of_a_day_is_whole_beside_three_days(opened):
    page, _ = opened(GOVERNANCE, programme=framework(days=3), visit=visit("2026-12-08", "2026-12-10"))
    page.resize(1000, 560)
    title = next(one for one in page.findChildren(Text) if one.text() == "Tuesday 8 December")
    assert title.width() >= theme().text_width(title.text(), "title")


def earlier_on(day):
    slots = {one.id: replace(one, visit_id="last") for one in (GOVERNANCE, WALK)}
    return VisitRecord(framework(), "last", {"slot": slots, "visit": {"last": Visit("last", starts_on=day)}})


@pytest.mark.parametrize(
    ("day", "label"),
    [("2024-11-20", "Copy last year"), ("2025-10-01", "Copy 1 Oct 2025"), ("2022-11-20", "Copy 20 Nov 2022")],
)
def test_the_button_names_the_plan_it_copies(qtbot, opened, day, label):
    page, _ = opened(earlier=earlier_on(day))
    qtbot.waitUntil(lambda: any(one.isVisible() and one.text() == label for one in page.findChildren(Button)))
    assert label in [one.title for one in page.commands()]


def test_what_clashes_with_a_copied_plan_is_said(qtbot, opened):
    taken = Slot("t", VISIT, 1, 700, 760, "summary")
    page, _ = opened(taken, earlier=earlier_on("2024-11-20"))
    qtbot.waitUntil(
        lambda: any(one.isVisible() and one.text() == "Copy last year" for one in page.findChildren(Button))
    )
    page.copy_last_year()
    assert "Copied from the visit of 20 Nov 2024: 2. Ctrl+Z takes it back. Overlaps: 1." in words(page)
    assert any(one.startswith("Summary discussion starts at 11:40") for one in words(page))


def test_a_subject_has_a_caption(opened):
    page, _ = opened(WALK, INSIDE)
    page.show_place("plan:in")
    assert "Subject" in words(page)


def test_in_touch_mode_nobody_is_told_to_drag(opened):
    page, _ = opened(WALK)
    assert any("Drag" in one for one in words(page))
    theme().apply(metrics=TOUCH)
    assert not any("Drag" in one for one in words(page))
    theme().apply(metrics=DESK)
