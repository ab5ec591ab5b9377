"""Present: the whole screen, page after page, readable at three metres, and nothing that is not for the school."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from summary_desk import open_visit, seen
from ui_support import accessible_name, role
from vault_desk import PEER, PRIMARY

from ui.pages.present.big_tag import BigTag
from ui.pages.present.foot import FootButton
from ui.pages.present.window import PresentWindow
from ui.theme.theme import theme
from ui.theme.tokens import CONTRAST, DARK, DESK, LIGHT, TOUCH
from ui.widgets.text import Text
from ui.workspace.summing_up import SummingUp
from ui.workspace.veil import veil_of
from visitapp.domain.finding import Action
from visitapp.domain.places import answered
from visitapp.domain.presenting import hidden_in

FULL_HD, SMALL, LAPTOP, UPRIGHT, LARGE = (1920, 1080), (1280, 640), (1280, 800), (800, 1280), (3840, 2160)
LONG = "Leaders check what pupils remember and change the plan where it is not secure, so that lessons build on it. "
ON = [Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Return]
BACK = [Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Backspace]


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def desk(tmp_path, qapp):
    with open_visit(tmp_path) as workspace:
        yield filled(workspace.desk)


@pytest.fixture(params=[PRIMARY, PEER])
def any_desk(request, tmp_path, qapp):
    folder = tmp_path / "any"
    folder.mkdir()
    with open_visit(folder, request.param) as workspace:
        yield filled(workspace.desk)


def filled(desk, length=1):
    """Put findings into every list, a decision or estimates, and actions where there are any."""
    summing_up, framework = SummingUp(desk), desk.record.framework
    for group in [one.code for one in framework.finding_groups] or [""]:
        for kind in framework.finding_kinds:
            summing_up.add_finding(kind.code, group, f"{kind.label} {group}: {LONG * length}")
            summing_up.add_finding(kind.code, group, f"Another {kind.label.lower()} {group}")
    for estimate in framework.judgement.estimates:
        desk.answer("x", f"estimate.{estimate.code}", "leading")
    if framework.judgement.decision:
        desk.act("x", answered(desk.record, "decision", value="not-priority", note="Leaders act early. " * length))
    if framework.urgencies:
        for number in range(1 + 2 * length):
            agreed = summing_up.add_action()
            first = LONG if number else "Choose two tasks"
            summing_up.change_action(
                agreed,
                text=f"Action {number}: {LONG}",
                urgency="now",
                owner="Maths lead",
                first_step=first,
                due="2025-12-05",
            )
    return desk


def present(qtbot, desk, size=FULL_HD):
    window = PresentWindow(desk)
    window.resize(*size)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert (window.width(), window.height()) == size
    return window


def marks(qtbot, desk):
    window = present(qtbot, desk)
    return [one.text() for one in window.findChildren(BigTag) if one.isVisibleTo(window) and one.text() == "Sample"]


def test_a_sample_says_so_on_the_screen_and_another_visit_says_nothing(qtbot, desk):
    assert marks(qtbot, desk) == []
    desk.is_sample = True
    assert marks(qtbot, desk) == ["Sample"]


def every_page(window):
    for number in range(len(window.pages)):
        window.turn_to(number)
        QApplication.processEvents()
        yield window.pages[number]


def texts(page):
    return [one for one in page.widget.findChildren(Text) if one.isVisible()]


def codes(window):
    return [page.code for page in window.pages]


def press(window, key):
    QTest.keyClick(QApplication.focusWidget() or window, key)


def plain(text):
    return " ".join(text.split())


def test_the_overview_comes_first_then_a_page_for_each_list_the_decision_and_the_actions(qtbot, desk):
    window = present(qtbot, desk)
    assert list(dict.fromkeys(codes(window))) == ["overview", "strength", "develop", "risk", "decision", "actions"]
    assert window.page == 0


def test_a_review_in_groups_has_a_page_for_each_group_and_its_estimates(qtbot, tmp_path, qapp):
    folder = tmp_path / "peer"
    folder.mkdir()
    with open_visit(folder, PEER) as workspace:
        window = present(qtbot, filled(workspace.desk))
        wanted = ["overview", "group.2", "group.3", "group.4", "estimates"]
        assert list(dict.fromkeys(codes(window))) == wanted
        window.close()


@pytest.mark.parametrize("key", ON)
def test_a_key_turns_on_and_stops_at_the_last_page(qtbot, desk, key):
    window = present(qtbot, desk)
    press(window, key)
    assert window.page == 1
    for _ in window.pages:
        press(window, key)
    assert window.page == len(window.pages) - 1


@pytest.mark.parametrize("key", BACK)
def test_a_key_turns_back_and_stops_at_the_first_page(qtbot, desk, key):
    window = present(qtbot, desk)
    window.turn_to(1)
    press(window, key)
    assert window.page == 0
    press(window, key)
    assert window.page == 0


def test_home_and_end_go_to_the_first_and_last_page(qtbot, desk):
    window = present(qtbot, desk)
    press(window, Qt.Key.Key_End)
    assert window.page == len(window.pages) - 1
    press(window, Qt.Key.Key_Home)
    assert window.page == 0


def test_a_number_goes_to_what_stands_there_in_the_foot(qtbot, desk):
    window = present(qtbot, desk)
    press(window, Qt.Key.Key_5)
    assert window.pages[window.page].code == "decision"
    press(window, Qt.Key.Key_1)
    assert window.pages[window.page].code == "overview"
    press(window, Qt.Key.Key_9)
    press(window, Qt.Key.Key_0)
    assert window.pages[window.page].code == "overview"


def test_escape_leaves(qtbot, desk):
    window = present(qtbot, desk)
    with qtbot.waitSignal(window.destroyed):
        press(window, Qt.Key.Key_Escape)


def test_a_tap_on_the_right_third_turns_on_on_the_left_third_back_and_between_does_nothing(qtbot, desk):
    window = present(qtbot, desk)
    tap = {place: QPoint(round(window.width() * place), 500) for place in (0.1, 0.5, 0.9)}
    qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=tap[0.9])
    qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=tap[0.5])
    assert window.page == 1
    qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=tap[0.1])
    assert window.page == 0


def test_a_tap_on_words_counts_too(qtbot, desk):
    window = present(qtbot, desk)
    last = next(one for one in texts(window.pages[0]) if one.text() == "Another risk")
    qtbot.mouseClick(last, Qt.MouseButton.LeftButton)
    assert window.page == 1


def test_a_finger_drawn_from_one_side_to_the_other_turns_nothing(qtbot, desk):
    window = present(qtbot, desk)
    qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=QPoint(100, 500))
    qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=QPoint(1800, 500))
    assert window.page == 0


@pytest.mark.parametrize("size", [FULL_HD, SMALL, UPRIGHT])
def test_every_button_of_the_foot_suits_a_finger_has_a_name_and_is_in_sight(qtbot, any_desk, size):
    window = present(qtbot, any_desk, size)
    buttons = [one for one in window.foot.findChildren(FootButton) if one.isVisible()]
    assert len(buttons) >= 5
    assert [one.size() for one in buttons if min(one.width(), one.height()) < 44] == []
    assert all(accessible_name(one) for one in buttons)
    right = [one.mapTo(window, one.rect().bottomRight()) for one in buttons]
    assert all(place.x() < size[0] and place.y() < size[1] for place in right)


def test_the_buttons_turn_pages_and_leave(qtbot, desk):
    window = present(qtbot, desk)
    qtbot.mouseClick(window.foot.on, Qt.MouseButton.LeftButton)
    assert window.page == 1
    qtbot.mouseClick(window.foot.back, Qt.MouseButton.LeftButton)
    assert window.page == 0
    assert not window.foot.back.isEnabled()
    risks = next(one for one in window.foot.buttons() if one.accessibleName() == "Risks")
    qtbot.mouseClick(risks, Qt.MouseButton.LeftButton)
    assert window.pages[window.page].code == "risk"
    assert role(risks) == QAccessible.Role.RadioButton
    with qtbot.waitSignal(window.destroyed):
        qtbot.mouseClick(window.foot.leave, Qt.MouseButton.LeftButton)


def test_page_keys_turn_pages_while_a_button_has_the_keyboard(qtbot, desk):
    window = present(qtbot, desk)
    press(window, Qt.Key.Key_Tab)
    assert isinstance(window.focusWidget(), FootButton)
    press(window, Qt.Key.Key_Right)
    assert window.page == 1
    press(window, Qt.Key.Key_PageUp)
    assert window.page == 0


def test_tab_reaches_nothing_but_the_foot(qtbot, desk):
    window = present(qtbot, desk)
    reached = set()
    for _ in range(20):
        press(window, Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    assert {type(one) for one in reached} <= {FootButton, PresentWindow}
    assert {window.foot.on, window.foot.leave} <= reached


def test_nothing_else_can_be_reached_while_it_is_shown(qtbot, desk):
    assert present(qtbot, desk).windowModality() == Qt.WindowModality.ApplicationModal


@pytest.mark.parametrize(("size", "scale"), [(FULL_HD, 1.0), (LAPTOP, 0.9), (SMALL, 1.5), (LARGE, 0.9)])
def test_words_that_matter_are_at_least_a_thirtieth_of_the_height(qtbot, any_desk, size, scale):
    theme().apply(text_scale=scale)
    window = present(qtbot, any_desk, size)
    said = [one.text.split(":")[0] for one in any_desk.record.findings()]
    said += [f"Action {number}" for number in range(3)] + ["The school is not", "Leaders act", "Overall"]
    found = 0
    for page in every_page(window):
        for one in texts(page):
            if one.text().startswith(tuple(said)):
                found += 1
                assert one.text_font().pixelSize() * 30 >= size[1], one.text()
    assert found >= len(any_desk.record.findings())


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [FULL_HD, SMALL, UPRIGHT])
def test_nothing_is_cut_and_nothing_lies_outside_the_page(qtbot, any_desk, size, scale):
    theme().apply(text_scale=scale)
    window = present(qtbot, filled(any_desk, 4), size)
    for page in every_page(window):
        assert [one.text() for one in texts(page) if not one.elides and one.is_cut()] == []
        corners = [(one.text(), one.mapTo(page.widget, one.rect().bottomRight())) for one in texts(page)]
        outside = [text for text, at in corners if at.x() > page.widget.width() or at.y() > page.widget.height()]
        assert outside == []


def test_a_long_list_goes_on_to_further_pages_and_every_word_is_there(qtbot, any_desk):
    desk = filled(any_desk, 30)
    window = present(qtbot, desk, LAPTOP)
    shown = plain(
        " ".join(one.text() for page in every_page(window) if page.code != "overview" for one in texts(page))
    )
    assert len(window.pages) > len(dict.fromkeys(codes(window)))
    for finding in desk.record.findings():
        assert plain(finding.text)[:200] in shown
    assert shown.count(LONG.strip()) >= 30 * len(desk.record.framework.finding_kinds)


def test_a_list_that_fits_is_as_large_as_it_goes(qtbot, desk):
    window = present(qtbot, desk)
    of_risks = next(page for page in every_page(window) if page.code == "risk")
    assert max(one.text_font().pixelSize() for one in texts(of_risks)) > 1080 / 24


def overview_words(window):
    return plain(
        " ".join(one.text() for page in every_page(window) if page.code == "overview" for one in texts(page))
    )


def said_beside_the_school(window):
    return next(one.text() for one in window.findChildren(Text) if one.isVisible() and "found" in one.text())


@pytest.mark.parametrize("size", [FULL_HD, SMALL, LAPTOP])
def test_the_overview_says_every_finding_and_action_whole_and_names_each_owner(qtbot, any_desk, size):
    window = present(qtbot, any_desk, size)
    shown = overview_words(window)
    assert 1 <= codes(window).count("overview") <= 4
    assert all(plain(one.text) in shown for one in any_desk.record.findings())
    assert all(plain(one.text) in shown for one in any_desk.record.actions)
    assert shown.count("Maths lead") == len(any_desk.record.actions)
    assert "\u2026" not in shown


def test_a_short_visit_stands_on_one_page_as_in_the_design(qtbot, tmp_path, qapp):
    folder = tmp_path / "short"
    folder.mkdir()
    with open_visit(folder) as workspace:
        summing_up = SummingUp(workspace.desk)
        for kind in ("strength", "develop", "risk"):
            summing_up.add_finding(kind, text="Pupils reason and write less.")
        summing_up.change_action(summing_up.add_action(), text="Teach words", urgency="now", owner="English lead")
        window = present(qtbot, workspace.desk, SMALL)
        assert codes(window).count("overview") == 1
        assert said_beside_the_school(window).startswith("What we found  ")
        assert "English lead" in overview_words(window)
        window.close()


def test_an_overview_on_several_pages_says_which_of_them_is_shown(qtbot, desk):
    window = present(qtbot, desk)
    assert codes(window).count("overview") == 2
    assert said_beside_the_school(window).startswith("What we found, 1 of 2")
    window.turn(1)
    assert said_beside_the_school(window).startswith("What we found, 2 of 2")
    window.turn(1)
    assert said_beside_the_school(window).startswith("What we found  ")


def test_a_reason_longer_than_a_page_goes_on_and_loses_no_word(qtbot, desk):
    desk.act("x", answered(desk.record, "decision", value="not-priority", note=LONG * 12))
    window = present(qtbot, desk, SMALL)
    assert overview_words(window).count(LONG.strip()) >= 12


def test_with_too_little_room_for_cards_the_overview_says_what_there_is(qtbot, desk):
    window = present(qtbot, desk, UPRIGHT)
    shown = [one.text() for one in texts(window.pages[0])]
    assert [one.partition("   ")[2] for one in shown] == [
        "Strengths",
        "Areas for development",
        "Risks",
        "Decision",
        "Agreed actions",
    ]


def test_an_empty_visit_says_what_will_stand_here(qtbot, tmp_path, qapp):
    folder = tmp_path / "empty"
    folder.mkdir()
    with open_visit(folder) as workspace:
        window = present(qtbot, workspace.desk)
        assert codes(window) == ["overview"]
        assert texts(window.pages[0])[0].text().startswith("Nothing to show yet")
        window.close()


def test_what_changed_since_last_visit_is_a_page_of_its_own(qtbot, desk):
    visit = desk.visit_id
    desk.put(
        "x",
        Action("e1", visit, "Teach phonics daily", earlier_id="old", verdict="met", verdict_note="In every class."),
    )
    window = present(qtbot, desk)
    last = list(every_page(window))[-1]
    assert last.code == "changed"
    assert {"Teach phonics daily", "In every class."} <= {one.text() for one in texts(last)}


def all_words(window):
    return "\n".join(one.text() for page in every_page(window) for one in texts(page))


def test_a_name_is_hidden_until_somebody_says_it_is_none(qtbot, desk):
    SummingUp(desk).add_finding("strength", text="Jaden explains fractions to others")
    window = present(qtbot, desk)
    assert "Jaden" not in all_words(window)
    assert "[a name is hidden] explains fractions" in all_words(window)
    window.close()
    (hidden,) = hidden_in(desk.record, veil_of(desk))
    desk.aids.let_be(desk.visit_id, hidden.name)
    assert "Jaden explains fractions" in all_words(present(qtbot, desk))


def test_names_are_hidden_even_when_nobody_wants_to_be_asked_about_them(qtbot, desk):
    from ui.workspace.writing_aids import AidsWanted

    desk.aids.want(AidsWanted(names=False))
    SummingUp(desk).change_action(desk.record.actions[0], owner="Mrs Patel")
    assert "Patel" not in all_words(present(qtbot, desk))


def test_a_private_note_is_never_shown_not_even_when_its_words_stand_in_a_finding(qtbot, desk):
    seen(desk, "I doubt that the data we were shown is right #me", source="lesson")
    note = desk.record.notes[-1]
    assert note.private
    SummingUp(desk).link(desk.record.findings()[0], note)
    SummingUp(desk).add_finding("risk", text=f"{note.text}. So look again.")
    words = all_words(present(qtbot, desk))
    assert "doubt" not in words
    assert "[words of a private note are hidden]" in words


def test_no_note_at_all_is_shown(qtbot, desk):
    seen(desk, "+ Breakfast club has 46 places", source="document")
    SummingUp(desk).link(desk.record.findings()[0], desk.record.notes[-1])
    assert "Breakfast" not in all_words(present(qtbot, desk))


def test_the_words_are_there_for_a_screen_reader_and_each_page_says_which_it_is(qtbot, desk):
    window = present(qtbot, desk)
    for number, page in enumerate(every_page(window), 1):
        assert accessible_name(window) == f"{page.title}, page {number} of {len(window.pages)}"
        assert all(accessible_name(one) == one.text() for one in texts(page))
        assert all(role(one) == QAccessible.Role.StaticText for one in texts(page))


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST])
def test_the_theme_decides_the_look_also_while_it_is_shown(qtbot, any_desk, palette):
    window = present(qtbot, any_desk)
    window.turn_to(2)
    held = window.pages[window.page].code
    theme().apply(palette)
    assert window.pages[window.page].code == held
    assert window.grab().toImage().pixelColor(2, 2).name().upper() == palette.bg


def test_touch_mode_and_larger_text_keep_the_page(qtbot, desk):
    window = present(qtbot, desk)
    window.choose(4)
    theme().apply(metrics=TOUCH, text_scale=1.3)
    assert window.pages[window.page].code == "decision"
    theme().apply(metrics=DESK)


def test_another_size_lays_it_out_again(qtbot, desk):
    window = present(qtbot, desk)
    window.choose(2)
    window.resize(*SMALL)
    QApplication.processEvents()
    assert window.pages[window.page].code == "develop"
    assert (window.width(), window.height()) == SMALL


TWO_SCREENS = {
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "dpr": 1},
        {"name": "wall", "x": 1280, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
    ]
}
CHILD = Path(__file__).with_name("present_child.py")


def test_where_there_is_a_second_screen_it_is_offered_and_filled(tmp_path):
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(TWO_SCREENS), encoding="utf-8")
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    run = subprocess.run(
        [sys.executable, str(CHILD), str(tmp_path)], env=env, capture_output=True, text=True, timeout=60
    )
    assert run.stdout.split() == ["laptop", "1280x800", "True", "wall", "1920x1080", "laptop", "1280x800"], run.stderr


def test_with_one_screen_no_other_is_offered(qtbot, desk):
    assert not present(qtbot, desk).foot.screen_button.isVisible()
