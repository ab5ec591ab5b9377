"""The checks beside the plan: what is to do first, what is met folded under one line."""

from dataclasses import replace

import pytest
from plan_desk import plan_pages
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from stage_desk import VISIT, framework
from ui_support import accessible_name

from ui.parts.slot_buttons import PlanButton
from ui.theme.theme import theme
from ui.theme.tokens import TOUCH
from ui.widgets.checks import StateRow
from ui.widgets.disclosure import Disclosure
from visitapp.domain.framework import PlanRule
from visitapp.domain.visit import Slot, Visit

Key = Qt.Key
LEADERS = Slot("s1", VISIT, 1, 540, 900, "leaders", people="Headteacher")
WALK = Slot("s2", VISIT, 1, 600, 720, "walk")
LESSON = Slot("l1", VISIT, 1, 610, 630, "walk", years=("y1",), subject="ph", groups=("send",), part_of="s2")
AGREED = Visit(VISIT, "school-1", "framework-1", "Partner visit", "2025-11-20", "2025-11-20", agreed_on="2025-11-10")
MET = ("At least five hours", "Agreed a week", "Classrooms visited", "Vulnerable groups")

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    with plan_pages(qtbot, tmp_path, high=420) as open_page:
        yield open_page


def rows(page):
    """Return the checks in sight, from the top."""
    found = [one for one in page.side_pane().findChildren(StateRow) if one.isVisible()]
    return [one.text() for one in sorted(found, key=lambda one: one.mapTo(page, one.rect().topLeft()).y())]


def fold(page):
    return page.findChild(Disclosure)


def test_what_is_to_do_stands_first_and_the_met_are_one_line(opened):
    page, _ = opened(LEADERS, WALK, LESSON, visit=AGREED)
    assert rows(page) == ["Governor at the summary"]
    assert fold(page).text() == "4 met"
    assert not fold(page).isChecked()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_the_met_open_by_a_key_and_close_by_it(qtbot, opened, key):
    page, _ = opened(LEADERS, WALK, LESSON, visit=AGREED)
    fold(page).setFocus()
    qtbot.keyClick(fold(page), key)
    assert [any(one.startswith(words) for one in rows(page)) for words in MET] == [True] * 4
    assert rows(page)[0] == "Governor at the summary"
    assert fold(page).accessibleDescription() == "Open"
    qtbot.keyClick(fold(page), key)
    assert rows(page) == ["Governor at the summary"]


def test_the_met_open_by_a_click_and_stay_open_while_the_plan_changes(qtbot, opened):
    page, kept = opened(LEADERS, WALK, LESSON, visit=AGREED)
    qtbot.mouseClick(fold(page), Qt.MouseButton.LeftButton)
    kept.desk.put("Later", replace(LEADERS, ends=930))
    assert len(rows(page)) == 5


def test_where_all_fit_the_met_are_open(opened):
    page, _ = opened(LEADERS, WALK, LESSON, visit=AGREED, high=900)
    assert fold(page).isChecked()
    assert len(rows(page)) == 5


def test_a_window_made_lower_folds_them_and_one_made_taller_opens_them(qtbot, opened):
    page, _ = opened(LEADERS, WALK, LESSON, visit=AGREED, high=900)
    page.resize(1208, 420)
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    page.resize(1208, 900)
    qtbot.waitUntil(lambda: len(rows(page)) == 5)


def test_one_or_two_met_are_not_folded(opened):
    page, _ = opened(LEADERS)
    assert not fold(page).isVisible()
    assert rows(page)[-1] == "At least five hours on site"


def test_tab_goes_from_what_is_to_do_to_the_fold_and_into_it(qtbot, opened):
    page, _ = opened(LEADERS, WALK, LESSON, visit=AGREED)
    fold(page).click()
    next(one for one in page.findChildren(StateRow) if one.text() == "Governor at the summary").setFocus()
    met = []
    for _ in range(5):
        qtbot.keyClick(page.window().focusWidget(), Key.Key_Tab)
        met.append(page.window().focusWidget().text())
    assert met[0] == "4 met"
    assert met[1:] == rows(page)[1:]


def test_a_reason_being_written_stays_in_its_place_until_the_box_is_left(qtbot, opened):
    rule = PlanRule("years", "years-planned", "Year groups visited", activity="walk")
    programme = replace(framework(), plan_rules=(*framework().plan_rules, rule), coverage_years=("r", "y1"))
    page, kept = opened(LEADERS, WALK, LESSON, visit=AGREED, programme=programme)
    line = next(one for one in page.findChildren(QLineEdit) if "Why not" in accessible_name(one))
    line.setFocus()
    qtbot.keyClicks(line, "Reception is on a trip")
    kept.desk.leave()
    assert line.hasFocus()
    assert line.isVisible()
    assert "Year groups visited" in rows(page)
    qtbot.keyClick(line, Key.Key_Tab)
    qtbot.waitUntil(lambda: rows(page) == ["Governor at the summary"])
    assert fold(page).text() == "5 met"
    assert kept.settled().answer("plan.years").note == "Reception is on a trip"


def test_the_fold_can_be_hit_by_a_finger(opened):
    theme().apply(metrics=TOUCH)
    page, _ = opened(LEADERS, WALK, LESSON, visit=AGREED)
    assert fold(page).height() >= 44


def controls(page):
    """Return what can be pressed or written in, in sight; of the slots the one that Tab comes to."""
    found = (one for kind in (QAbstractButton, QLineEdit) for one in page.findChildren(kind))
    return [one for one in found if one.isVisible() and one.isEnabled()]


def test_tab_comes_to_every_control_of_the_page_and_back(qtbot, opened):
    page, _ = opened(LEADERS, WALK, LESSON, visit=AGREED, high=900)
    page.take_focus()
    first, reached = page.window().focusWidget(), []
    while page.window().focusWidget() not in reached:
        reached.append(page.window().focusWidget())
        qtbot.keyClick(reached[-1], Key.Key_Tab)
    wanted = {one for one in controls(page) if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert page.window().focusWidget() is first
    assert wanted <= set(reached)
    walked = [one for one in controls(page) if not one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert all(isinstance(one, PlanButton) for one in walked)


def test_every_control_of_the_page_can_be_hit_by_a_finger(opened):
    theme().apply(metrics=TOUCH)
    page, _ = opened(LEADERS, WALK, LESSON, high=900)
    page.show_place("plan:l1")
    sizes = {accessible_name(one): min(one.height(), one.width()) for one in controls(page)}
    assert {name: size for name, size in sizes.items() if size < 44} == {}
