"""Every control of the kit: a name, the right role, a target of the right size, a ring by keyboard only."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from ui_support import accessible_name, differing, is_checked, picture, role, shown, takes_tab

from ui.shell.rail import Rail, RailItem
from ui.shell.stepper import Stepper
from ui.shell.visit_header import VisitHeader
from ui.theme.keyboard_focus import shows_ring
from ui.theme.theme import theme
from ui.theme.tokens import CONTRAST, DARK, DESK, LIGHT, TOUCH
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, IconButton
from ui.widgets.checks import CheckRow, StateRow
from ui.widgets.chips import Chip, PickerChip
from ui.widgets.dots import Dots
from ui.widgets.empty import EmptyState
from ui.widgets.fields import PasswordField, TextArea, TextField, TimeField
from ui.widgets.growing_edit import GrowingEdit
from ui.widgets.heat_map import HeatMap
from ui.widgets.layout import column, wrap
from ui.widgets.line_edit import LineEdit, SearchField
from ui.widgets.matrix import Matrix
from ui.widgets.radio_card import RadioCards
from ui.widgets.rows import RowButton
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

Role = QAccessible.Role
STAGES = ("Prepare", "Day plan", "Capture", "Summary", "Report", "Follow-up")
BANDS = ("low", "moderate", "high", "severe")


def picker() -> PickerChip:
    chip = PickerChip("Subject", icon="tag")
    chip.set_options([("ma", "Mathematics", "Maths"), ("re", "Reading")])
    chip.set_current("ma")
    return chip


def segmented(**kwargs) -> Segmented:
    parts = [
        Segment("s", "Strength", "circle-plus", "strength"),
        Segment("d", "Develop", count=4),
        Segment("n", "No"),
    ]
    return Segmented(parts, "Marker", **kwargs)


def heat_map() -> HeatMap:
    table = HeatMap(["R", "Y1", "Y2"], ["Read", "Write", "Maths"], "Coverage")
    table.set_counts({(0, 0): 3}, [(1, 1)], (0, 0))
    return table


def rail() -> Rail:
    return Rail(
        [
            RailItem("visits", "Visits", "school", keys="Ctrl+0"),
            RailItem("touch", "Touch", "pointer", "toggle", "Touch mode, larger targets", foot=True),
            RailItem("lock", "Lock", "lock-keyhole", "command", "Lock now", "Ctrl+L", foot=True),
        ]
    )


MAKERS = {
    "button": lambda: Button("Save", "primary", icon="save", keys="Enter"),
    "small button": lambda: Button("Try again", "quiet", small=True),
    "toggle button": lambda: Button("Private notes hidden", checked=True),
    "icon button": lambda: IconButton("pin", "Pin this note"),
    "small icon button": lambda: IconButton("plus", "Add a prompt", size=26),
    "icon toggle": lambda: IconButton("eye", "Show the words", checked=True),
    "chip": lambda: Chip("SEND", on=True, count=3),
    "small chip": lambda: Chip("Pinned", small=True),
    "command chip": lambda: Chip("6", icon="notebook-pen", command=True, name="6 notes"),
    "picker": picker,
    "segmented": segmented,
    "compact segmented": lambda: segmented(compact=True, height=26),
    "check row": lambda: CheckRow(
        "What are pupils learning, and do they know why?", on=True, count=3, tag="2024 action"
    ),
    "state row": lambda: StateRow("Impact of governance", "bad", "Required"),
    "line edit": lambda: LineEdit("School", "Name"),
    "text field": lambda: TextField("Role", hint="As reports should show it"),
    "password field": lambda: PasswordField("Passphrase"),
    "search field": lambda: SearchField("Search schools"),
    "time field": lambda: TimeField("Start", time(9, 45)),
    "text area": lambda: TextArea("Reasons"),
    "dots": lambda: Dots("Leaders know the school", ("Limited", "Developing", "Secure", "Strong"), 2),
    "matrix": lambda: Matrix("Capacity", "Risk", BANDS, BANDS),
    "heat map": heat_map,
    "radio cards": lambda: RadioCards(
        [("n", "Not a priority", "for support"), ("p", "Priority", "for support")], "Decision"
    ),
    "row": lambda: RowButton(
        [(Text("Brackwater School", elide=True), None), (Text("11 Nov", "small"), 90)],
        "Brackwater School, 11 November",
    ),
    "banner": lambda: Banner(
        "risk",
        "circle-alert",
        "Notes cannot be saved",
        "Nothing is lost.",
        [("usb", "Save to USB"), ("again", "Try again")],
    ),
    "empty": lambda: EmptyState(
        "school", "No visits yet", "Create one.", [("new", "New visit", "plus"), ("in", "Import")]
    ),
    "rail": rail,
    "stepper": lambda: Stepper(STAGES),
    "header": lambda: VisitHeader(STAGES),
}
ROLES = {
    "button": Role.Button,
    "toggle button": Role.CheckBox,
    "icon button": Role.Button,
    "icon toggle": Role.CheckBox,
    "chip": Role.CheckBox,
    "command chip": Role.Button,
    "picker": Role.ButtonMenu,
    "check row": Role.CheckBox,
    "state row": Role.Button,
    "line edit": Role.EditableText,
    "time field": Role.EditableText,
    "dots": Role.Slider,
    "matrix": Role.Button,
    "heat map": Role.Table,
    "row": Role.Button,
}


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def window(qtbot):
    """Return a maker of windows that hold one control; they live as long as the test."""
    kept = []

    def make(name: str) -> QWidget:
        holder = wrap(column(MAKERS[name](), None, margins=(12, 12, 12, 12)))
        holder.resize(900, 400)
        kept.append(holder)
        return shown(qtbot, holder)

    return make


def controls(holder: QWidget) -> list[QWidget]:
    """Return what a person can act on: buttons, and whatever Tab stops at."""
    found = [
        w for w in holder.findChildren(QWidget) if w.isVisible() and (isinstance(w, QAbstractButton) or takes_tab(w))
    ]
    inner = ("qt_", "QLineEditIconButton")
    return [w for w in found if not w.objectName().startswith(inner) and type(w).__name__ not in inner]


def own(holder: QWidget) -> list[QWidget]:
    """Return those controls, each as the thing one aims at: a box to write in is aimed at by its frame."""
    found = [w for w in controls(holder) if not w.inherits("QLineEditIconButton")]
    return [w.parentWidget() if isinstance(w, GrowingEdit) else w for w in found]


@pytest.mark.parametrize("name", MAKERS)
def test_every_control_has_a_name(window, name):
    found = controls(window(name))
    assert found
    assert [type(w).__name__ for w in found if not accessible_name(w).strip()] == []


@pytest.mark.parametrize("name", ROLES)
def test_every_control_has_the_role_people_expect(window, name):
    assert role(own(window(name))[0]) == ROLES[name]


@pytest.mark.parametrize("name", MAKERS)
def test_one_of_a_set_is_a_radio_button_and_a_command_a_button(window, name):
    for button in window(name).findChildren(QAbstractButton):
        if button.isCheckable() and button.autoExclusive():
            assert role(button) == Role.RadioButton
        elif button.isCheckable():
            assert role(button) == Role.CheckBox
        else:
            assert role(button) in (Role.Button, Role.ButtonMenu)


@pytest.mark.parametrize("name", MAKERS)
def test_the_checked_state_is_the_one_a_screen_reader_gets(window, name):
    for button in window(name).findChildren(QAbstractButton):
        assert is_checked(button) == button.isChecked()


@pytest.mark.parametrize("metrics", [DESK, TOUCH], ids=["desk", "touch"])
@pytest.mark.parametrize("name", MAKERS)
def test_every_target_is_large_enough(window, name, metrics):
    theme().apply(metrics=metrics)
    holder = window(name)
    small = [
        (type(w).__name__, w.width(), w.height()) for w in own(holder) if min(w.width(), w.height()) < metrics.least
    ]
    assert [w for w in small if w[0] not in ("SegmentButton", "Step") or w[2] < metrics.least] == []


@pytest.mark.parametrize("name", MAKERS)
def test_a_live_switch_to_touch_makes_targets_large_at_once(window, name):
    holder = window(name)
    theme().apply(metrics=TOUCH)
    QApplication.processEvents()
    assert [type(w).__name__ for w in own(holder) if w.height() < TOUCH.least] == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("name", MAKERS)
def test_no_control_is_given_less_room_than_it_needs(window, name, scale):
    holder = window(name)
    theme().apply(text_scale=scale)
    QApplication.processEvents()
    for button in holder.findChildren(QAbstractButton):
        if button.isVisible() and not button.inherits("QLineEditIconButton"):
            need = button.heightForWidth(button.width()) if button.hasHeightForWidth() else button.sizeHint().height()
            assert button.height() >= need, type(button).__name__
    assert [t.text() for t in holder.findChildren(Text) if t.isVisible() and t.is_cut() and not t.elides] == []


@pytest.mark.parametrize("name", MAKERS)
def test_every_control_can_be_reached_by_tab_or_by_arrows_in_its_set(window, name):
    for control in controls(window(name)):
        if control.inherits("QLineEditIconButton"):
            continue
        assert takes_tab(control) or (isinstance(control, QAbstractButton) and control.autoExclusive()), control


def test_tab_walks_every_control_once_and_comes_back(qtbot):
    holder = wrap(
        column(*(MAKERS[n]() for n in ("button", "chip", "picker", "line edit", "text area", "dots", "matrix")))
    )
    shown(qtbot, holder)
    chain, widget = [], holder.nextInFocusChain()
    while widget is not holder:
        if takes_tab(widget) and widget.isVisible():
            chain.append(widget)
        widget = widget.nextInFocusChain()
    assert len(chain) == len(set(chain)) == 7


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("name", ["button", "icon button", "chip", "picker", "state row", "dots", "row", "rail"])
def test_the_ring_shows_where_the_keyboard_is_and_only_then(window, name, palette):
    theme().apply(palette=palette)
    holder = window(name)
    control = own(holder)[0]
    control.clearFocus()
    control.setFocus(Qt.FocusReason.ShortcutFocusReason)
    by_key = picture(control)
    control.clearFocus()
    control.setFocus(Qt.FocusReason.MouseFocusReason)
    by_mouse = picture(control)
    assert differing(by_key, by_mouse) > control.height() + control.width()


@pytest.mark.parametrize("name", ["button", "chip", "row", "rail"])
def test_the_tab_key_brings_the_ring_and_a_click_takes_it_away(window, name):
    holder = window(name)
    control = own(holder)[0]
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(control, Qt.Key.Key_Tab)
    QTest.keyClick(holder.window().focusWidget(), Qt.Key.Key_Backtab)
    assert control.hasFocus()
    assert shows_ring(control)
    control.clearFocus()
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)
    assert not shows_ring(control)


@pytest.mark.parametrize("name", MAKERS)
def test_a_live_theme_switch_repaints_every_control(window, name):
    holder = window(name)
    light = picture(holder)
    theme().apply(palette=DARK)
    dark = picture(holder)
    theme().apply(palette=LIGHT)
    assert dark != light
    assert picture(holder) == light


@pytest.mark.parametrize("name", MAKERS)
def test_larger_text_asks_for_more_room_or_the_same(window, name):
    holder = window(name)
    before = holder.layout().totalSizeHint()
    theme().apply(text_scale=1.5)
    QApplication.processEvents()
    after = holder.layout().totalSizeHint()
    assert after.height() >= before.height()
