"""The window's frame: rail, stages, save status and visit header."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui_support import accessible_name, differing, is_checked, picture, role, shown

from ui.shell.mark import Mark
from ui.shell.rail import Rail, RailItem
from ui.shell.status import SaveStatus
from ui.shell.stepper import Step, Stepper
from ui.shell.visit_header import VisitHeader
from ui.theme.theme import theme
from ui.theme.tokens import CONTRAST, DARK, LIGHT, TOUCH
from ui.widgets.text import Text

Key = Qt.Key
Role = QAccessible.Role
STAGES = ("Prepare", "Day plan", "Capture", "Summary", "Report", "Follow-up")
STATES = ("done", "done", "now", "part", "todo", "todo")
ITEMS = (
    RailItem("visits", "Visits", "school", keys="Ctrl+0"),
    RailItem("library", "Library", "library-big"),
    RailItem("touch", "Touch", "pointer", "toggle", "Touch mode, larger targets", foot=True),
    RailItem("lock", "Lock", "lock-keyhole", "command", "Lock now", "Ctrl+L", foot=True),
)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def heard():
    """Return a list that signals can be appended to."""
    return []


@pytest.fixture
def rail(qtbot, heard):
    made = Rail(ITEMS)
    made.chosen.connect(heard.append)
    made.resize(made.sizeHint().width(), 640)
    return shown(qtbot, made)


@pytest.fixture
def stepper(qtbot, heard):
    made = Stepper(STAGES)
    made.set_states(STATES)
    made.chosen.connect(heard.append)
    made.resize(made.sizeHint())
    return shown(qtbot, made)


@pytest.fixture
def header(qtbot):
    made = VisitHeader(STAGES)
    made.set_title("Sallowfield Primary School", "Annual visit, Thu 20 Nov 2025")
    made.stepper.set_states(STATES)
    made.status.show_saved("10:42")
    made.status.set_offline(offline=True)
    made.resize(1208, made.sizeHint().height())
    return shown(qtbot, made)


def steps(stepper: Stepper) -> list[Step]:
    return sorted(stepper.findChildren(Step), key=Step.x)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("visits", Role.RadioButton), ("library", Role.RadioButton), ("touch", Role.CheckBox), ("lock", Role.Button)],
)
def test_places_are_one_of_a_set_and_commands_are_buttons(rail, code, expected):
    assert role(rail.button(code)) == expected


@pytest.mark.parametrize("item", ITEMS, ids=[item.code for item in ITEMS])
def test_every_rail_item_has_a_name_and_tells_when_chosen(rail, heard, item):
    QTest.keyClick(rail.button(item.code), Key.Key_Return)
    assert heard == [item.code]
    assert accessible_name(rail.button(item.code)) == (item.name or item.text)


def test_shortcuts_are_in_the_rails_tooltips(rail):
    assert rail.button("visits").toolTip() == "Visits  Ctrl+0"
    assert rail.button("library").toolTip() == ""


def test_setting_the_place_tells_nobody(rail, heard):
    rail.set_current("library")
    assert is_checked(rail.button("library"))
    assert not is_checked(rail.button("visits"))
    rail.set_current("nowhere")
    assert not is_checked(rail.button("library"))
    assert heard == []


def test_a_toggle_shows_whether_it_is_on(rail, heard):
    rail.set_on("touch", on=True)
    assert is_checked(rail.button("touch"))
    assert heard == []


def test_the_place_keeps_shown_while_a_toggle_changes(rail):
    rail.set_current("visits")
    rail.set_on("touch", on=True)
    assert is_checked(rail.button("visits"))


def test_commands_are_at_the_foot(rail):
    assert rail.button("lock").y() > rail.button("library").geometry().bottom() + 100


def test_the_rail_fits_a_short_window(rail):
    assert rail.minimumSizeHint().height() <= 640


def test_the_rail_widens_for_larger_words(rail):
    before = rail.sizeHint().width()
    theme().apply(text_scale=1.5)
    QApplication.processEvents()
    widest = max(theme().text_width(item.text, "caption", weight=600, px=11) for item in ITEMS)
    assert rail.sizeHint().width() >= max(before, widest)


@pytest.mark.parametrize("number", range(6))
def test_any_stage_can_be_chosen_whatever_its_state(stepper, heard, number):
    QTest.mouseClick(steps(stepper)[number], Qt.MouseButton.LeftButton)
    assert heard == [number]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (0, "Stage 1 of 6, Prepare, complete"),
        (2, "Stage 3 of 6, Capture, current stage"),
        (3, "Stage 4 of 6, Summary, started"),
        (5, "Stage 6 of 6, Follow-up, not started"),
    ],
)
def test_a_stage_says_its_place_and_state(stepper, number, name):
    assert accessible_name(steps(stepper)[number]) == name
    assert role(steps(stepper)[number]) == Role.RadioButton


def test_only_the_current_stage_is_checked(stepper):
    assert [is_checked(step) for step in steps(stepper)] == [False, False, True, False, False, False]


def test_a_stage_tells_its_shortcut(stepper):
    assert steps(stepper)[1].toolTip() == "Day plan  Ctrl+2"


def test_the_states_of_stages_look_different(qtbot):
    pictures = []
    step = shown(qtbot, Stepper(["Prepare"]))
    step.resize(200, 40)
    for state in ("done", "now", "part", "todo"):
        step.set_states([state])
        pictures.append(picture(step))
    assert all(differing(a, b) > 20 for a in pictures for b in pictures if a is not b)


def test_a_narrow_stepper_folds_to_numbers_but_keeps_the_current_word(stepper):
    stepper.resize(stepper.minimumSizeHint())
    QApplication.processEvents()
    widths = [step.width() for step in steps(stepper)]
    assert widths[2] > 80
    assert max(widths[:2] + widths[3:]) < 60
    stepper.resize(1200, 40)
    QApplication.processEvents()
    assert min(step.width() for step in steps(stepper)) > 80


def test_a_stage_keeps_its_name_when_folded(stepper):
    stepper.resize(stepper.minimumSizeHint())
    QApplication.processEvents()
    assert accessible_name(steps(stepper)[0]) == "Stage 1 of 6, Prepare, complete"


@pytest.fixture
def spoken(monkeypatch):
    """Return what was given to a screen reader to say."""
    said = []

    def hear(event):
        if event.type() == QAccessible.Event.Announcement:
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    return said


def test_a_save_is_shown_and_not_announced(qtbot, spoken):
    status = shown(qtbot, SaveStatus())
    status.show_saving()
    status.show_saved("10:42")
    assert accessible_name(status) == "Saved 10:42 on this device."
    assert spoken == []


def test_a_failed_save_is_announced(qtbot, spoken):
    status = shown(qtbot, SaveStatus())
    status.show_failed("Not saved since 10:39")
    assert spoken == ["Not saved since 10:39"]
    assert accessible_name(status) == "Not saved since 10:39."


def test_offline_is_said_as_the_normal_thing_it_is(qtbot):
    status = shown(qtbot, SaveStatus())
    status.show_saved("10:42")
    status.set_offline(offline=True)
    assert accessible_name(status).endswith("Offline: nothing leaves this device.")
    status.set_offline(offline=False)
    assert "Offline" not in accessible_name(status)


def test_a_sample_is_marked_as_one(header):
    plain = picture(header)
    header.set_sample(sample=True)
    assert "Sample" in accessible_name(header.status)
    assert picture(header) != plain


def test_nothing_is_said_before_anything_is_saved(qtbot):
    assert accessible_name(shown(qtbot, SaveStatus())) == ""


def test_the_header_names_school_and_visit(header):
    assert accessible_name(header) == "Sallowfield Primary School, Annual visit, Thu 20 Nov 2025"


def test_the_header_fits_a_window_of_1280(header):
    assert header.minimumSizeHint().width() <= 1208
    assert [t.text() for t in header.findChildren(Text) if t.is_cut()] == []


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_header_fits_whatever_the_text_size(header, scale):
    theme().apply(text_scale=scale)
    QApplication.processEvents()
    assert header.minimumSizeHint().width() <= 1208
    assert header.height() >= header.stepper.height()


def test_a_long_school_name_is_shortened_and_told_in_full(header):
    name = "The Federation of Upper and Lower Quillmoor Church of England Primary Schools"
    header.set_title(name, "Annual visit")
    title = next(t for t in header.findChildren(Text) if t.text() == name)
    assert title.is_cut()
    assert title.toolTip() == name


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_the_frame_is_drawn_in_every_theme(header, rail, palette):
    theme().apply(palette=palette)
    assert picture(header).pixelColor(3, 3).name().upper() == palette.surface
    assert picture(rail).pixelColor(2, 400).name().upper() == palette.rail


def test_touch_makes_stages_tall_enough(stepper):
    theme().apply(metrics=TOUCH)
    assert stepper.sizeHint().height() >= 44


@pytest.mark.parametrize("size", [16, 32, 64])
def test_the_mark_is_drawn_at_any_size(qtbot, size):
    mark = shown(qtbot, Mark(size))
    assert accessible_name(mark) == "Visitapp"
    assert mark.width() == size
