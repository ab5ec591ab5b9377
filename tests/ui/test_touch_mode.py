"""Touch mode on the real window: turned on four ways, remembered, and laid out for hands."""

import pytest
from person import Person
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QPlainTextEdit

from ui.parts.composer_save_as import SaveAsButton
from ui.settings import load
from ui.shell.rail import Rail
from ui.theme.theme import theme
from ui.theme.tokens import DESK, LIGHT


@pytest.fixture(scope="module")
def person(qapp, tmp_path_factory):
    """Somebody with the first sample visit open at Capture."""
    person = Person(tmp_path_factory.mktemp("touch-mode"))
    person.session.open_sample()
    person.hands.wait_until(lambda: person.session.workspace is not None, "opening the sample")
    visits = person.session.workspace.visits.all()
    person.session.open_visit(next(one.id for one in visits if one.starts_on == "2025-11-20"), "capture")
    person.hands.wait_until(lambda: person.window.frame.isVisible(), "opening the visit")
    person.hands.settle()
    yield person
    person.leave()


@pytest.fixture(autouse=True)
def _at_the_desk(person):
    yield
    if theme().metrics.touch:
        person.wishes.carry_out("touch")
    person.window.resize(1280, 800)
    person.session.open_visit(person.window.frame.desk.visit_id, "capture")
    person.hands.settle()
    theme().apply(LIGHT, DESK, 1.0)


def in_touch_mode(person, width=1280, height=800):
    person.wishes.carry_out("touch")
    person.window.resize(width, height)
    for _ in range(3):
        person.hands.settle()


def rail(person):
    return person.window.findChild(Rail)


def by_keys(person):
    person.hands.press("Ctrl+Shift+T")


def by_rail(person):
    person.pointer.press("Touch mode")


def by_palette(person):
    person.hands.press("Ctrl+K")
    person.hands.write("Touch mode")
    person.hands.press("Return")


def by_settings(person):
    person.wishes.carry_out("settings")
    person.hands.settle()
    person.pointer.press("On")


@pytest.mark.parametrize("turn", [by_keys, by_rail, by_palette, by_settings])
def test_touch_mode_is_turned_on_and_remembered_on_this_device(person, turn):
    turn(person)
    assert theme().metrics.touch
    assert load(QSettings()).touch
    assert rail(person).button("touch").isChecked()


def test_turned_on_twice_it_is_off_again(person):
    person.hands.press("Ctrl+Shift+T", "Ctrl+Shift+T")
    assert not theme().metrics.touch
    assert not load(QSettings()).touch


@pytest.mark.parametrize(("size", "at_foot"), [((1280, 800), False), ((800, 1280), True)])
def test_the_rail_lies_at_the_foot_of_an_upright_window(person, size, at_foot):
    in_touch_mode(person, *size)
    assert (rail(person).y() > 1000) is at_foot


def test_without_touch_mode_the_rail_stands_whatever_the_window(person):
    person.window.resize(1111, 1280)
    person.hands.settle()
    assert rail(person).x() == rail(person).y() == 0


@pytest.mark.parametrize(("touch", "above"), [(False, False), (True, True)])
def test_the_box_is_above_the_notes_only_in_touch_mode(person, touch, above):
    if touch:
        in_touch_mode(person)
    box = person.hands.find("New note", QPlainTextEdit)
    notes = person.hands.find("Evidence")
    assert (
        box.mapTo(person.window, box.rect().topLeft()).y() < notes.mapTo(person.window, box.rect().topLeft()).y()
    ) is above


def test_the_big_buttons_are_56_px_and_follow_the_markers(person):
    in_touch_mode(person)
    buttons = [one for one in person.window.findChildren(SaveAsButton) if one.isVisible()]
    markers = [one.short for one in person.record.framework.markers]
    assert [one.text() for one in buttons] == [*markers, "Note"]
    assert {one.height() for one in buttons} == {56}


def test_what_does_not_fit_is_one_press_away(person):
    in_touch_mode(person, 800, 1280)
    folding = person.window.frame.folding
    assert [item.text for item in folding.items()] == ["Capture", "Look for", "Coverage"]
    rail(person).parts.button("coverage").click()
    assert folding.held == "coverage"
    person.hands.press("Ctrl+3")
    assert folding.held == "capture"


def test_a_wide_window_shows_everything_again(person):
    in_touch_mode(person, 800, 1280)
    person.window.resize(1280, 800)
    person.hands.settle()
    assert not person.window.frame.folding.is_folded
    assert all(pane.isVisible() for pane in person.window.frame.page.panes())


def test_the_list_of_keys_has_every_key_that_acts_on_what_has_the_focus(person):
    from ui.main_window.key_map import keys_of_visit

    keys = {command.keys for command in keys_of_visit(person.record.framework)}
    keys |= {command.keys for command in person.window.frame.page.commands()}
    assert {"Shift+Enter", "F2", "S", "D", "R", "N", "W", "Y", "Alt+S", "Alt+D", "Alt+R", "Alt+A"} <= keys
