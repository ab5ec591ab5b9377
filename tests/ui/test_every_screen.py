"""Every screen, filled with the sample visits, is named, reachable and large enough, and cuts nothing when short."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QLineEdit,
    QPlainTextEdit,
    QScroller,
    QWidget,
)
from ui_support import accessible_name, role

from ui.app.making import make_session
from ui.demo.hands import Hands
from ui.main_window.window import MainWindow
from ui.theme.theme import theme
from ui.theme.tokens import DESK, LIGHT, TOUCH
from ui.widgets.text import Text

SIZES = [(1280, 800), (1280, 640)]
STAGES = ["prepare", "plan", "capture", "summary", "report", "followup"]
SCHOOLS = ["Sallowfield Primary School", "Quillmoor Primary Academy"]
SCREENS = [
    "visits",
    "library",
    "settings",
    *(f"{school}/{stage}" for school in SCHOOLS for stage in STAGES),
    *(f"{school}/summary:{tab}" for school in SCHOOLS for tab in ("judgement", "readback")),
    f"{SCHOOLS[0]}/summary:actions",
]
TOUCH_SIZES = [(1280, 800), (800, 1280), (1280, 640)]
TOUCH_SCREENS = [screen for screen in SCREENS if "/" in screen]
TAPPED = (QAbstractButton, QLineEdit)
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractSlider)


@pytest.fixture(scope="module")
def session(qapp, tmp_path_factory):
    """The real window on the sample vault, at 10:42 on the day of the first sample visit."""
    folder = tmp_path_factory.mktemp("screens")
    session, _wishes = make_session(MainWindow(), folder / "vault", folder / "sample")
    session.clock = lambda: datetime(2025, 11, 20, 10, 42, tzinfo=UTC)
    session.start()
    session.window.show()
    hands = Hands(session.window)
    session.open_sample()
    hands.wait_until(lambda: session.workspace is not None, "opening the sample vault")
    hands.wishes = _wishes
    session.hands = hands
    yield session
    session.close()
    session.window.deleteLater()
    theme().apply(LIGHT, DESK, 1.0)


@pytest.fixture(scope="module", params=SIZES, ids=["tall", "short"])
def window(request, session):
    session.window.resize(*request.param)
    return session.window


@pytest.fixture(scope="module", params=SCREENS)
def screen(request, session, window):
    """A screen, shown once for all that is asked of it."""
    show(session, request.param)
    return request.param


def show(session, screen):
    """Bring a screen up as a person would find it."""
    place, _, stage = screen.partition("/")
    if not stage:
        session.hands.wishes.carry_out(place)
    else:
        visits = {one.school: one.id for one in session.workspace.visits.all() if one.starts_on >= "2025-11-20"}
        session.open_visit(visits[place], "capture")
        code, _, inside = stage.partition(":")
        session.window.frame.show_stage(code, inside)
    session.hands.settle()
    session.hands.settle()


def controls(window):
    """Return what can be worked; the glass in a search field is only painted there."""
    found = [one for one in window.findChildren(QWidget) if isinstance(one, CONTROLS) and one.isVisible()]
    return [one for one in found if not isinstance(one.parent(), QLineEdit)]


def on_screen(widget):
    return not widget.visibleRegion().isEmpty()


def test_every_control_has_a_name_and_says_what_it_is(session, window, screen):
    found = [one for one in controls(window) if not isinstance(one, QAbstractSlider) or one.focusPolicy()]
    assert [type(one).__name__ for one in found if not accessible_name(one).strip()] == []
    wrong = [
        f"{accessible_name(one)}: {role(one)}"
        for one in found
        if isinstance(one, QAbstractButton) and role(one) not in _expected_roles(one)
    ]
    assert wrong == []


def _expected_roles(button):
    if button.isCheckable():
        exclusive = button.autoExclusive() or button.group() is not None
        return {QAccessible.Role.RadioButton} if exclusive else {QAccessible.Role.CheckBox}
    return {QAccessible.Role.Button, QAccessible.Role.ButtonMenu, QAccessible.Role.PushButton}


def test_every_target_is_large_enough(session, window, screen):
    small = [
        f"{accessible_name(one)} {one.width()}x{one.height()}"
        for one in controls(window)
        if isinstance(one, QAbstractButton) and min(one.width(), one.height()) < 22
    ]
    assert small == []


def test_no_text_is_cut(session, window, screen):
    cut = [one.text() for one in window.findChildren(Text) if on_screen(one) and not one.elides and one.is_cut()]
    assert cut == []


def test_tab_reaches_every_control_and_comes_round_again(session, window, screen):
    window.setUpdatesEnabled(False)
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    first, seen = window.focusWidget(), []
    for _ in range(600):
        seen.append(window.focusWidget())
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        if window.focusWidget() is first:
            break
    window.setUpdatesEnabled(True)
    assert window.focusWidget() is first
    wanted = [one for one in controls(window) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()]
    missed = [accessible_name(one) for one in wanted if one not in seen and not _reached_by_arrows(one, seen)]
    assert missed == []


def _reached_by_arrows(widget, seen):
    """One of a set is reached by Tab to the set and arrows inside it."""
    exclusive = isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None)
    return exclusive and any(one.parent() is widget.parent() for one in seen if one is not None)


def test_no_shortcut_is_given_twice(session, screen):
    shown = [
        one for one in session.window.findChildren(QShortcut) if one.isEnabled() and _in_reach(one, session.window)
    ]
    keys = [key.toString() for one in shown for key in QShortcut.keys(one)]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


def _in_reach(shortcut, window):
    owner = shortcut.parent()
    within = shortcut.context() == Qt.ShortcutContext.WidgetWithChildrenShortcut
    if not isinstance(owner, QWidget) or not owner.isVisible():
        return False
    return not within or owner.isAncestorOf(window.focusWidget() or owner) or owner is window.focusWidget()


def test_scrolling_areas_have_names(session, screen):
    areas = [
        one
        for one in session.window.findChildren(QAbstractScrollArea)
        if one.isVisible() and not isinstance(one, QPlainTextEdit)
    ]
    assert [type(one).__name__ for one in areas if not accessible_name(one).strip()] == []


@pytest.mark.parametrize("stage", STAGES)
def test_larger_text_cuts_nothing(session, stage):
    session.window.resize(1280, 800)
    show(session, f"{SCHOOLS[0]}/{stage}")
    theme().apply(text_scale=1.5)
    session.hands.settle()
    session.hands.settle()
    cut = [
        one.text() for one in session.window.findChildren(Text) if on_screen(one) and not one.elides and one.is_cut()
    ]
    theme().apply(text_scale=1.0)
    assert cut == []


@pytest.mark.parametrize("stage", STAGES)
def test_the_whole_window_fits_a_short_screen(session, stage):
    show(session, f"{SCHOOLS[0]}/{stage}")
    session.window.resize(1280, 640)
    session.hands.settle()
    assert (session.window.width(), session.window.height()) == (1280, 640)
    assert session.window.minimumSizeHint().width() <= 1280
    assert session.window.minimumSizeHint().height() <= 640


@pytest.fixture(scope="module", params=TOUCH_SIZES, ids=["touch", "touch-upright", "touch-short"])
def touched(request, session):
    """The window in touch mode at a size."""
    theme().apply(metrics=TOUCH)
    session.window.resize(*request.param)
    session.hands.settle()
    yield session.window
    theme().apply(metrics=DESK)
    session.window.resize(*SIZES[0])


@pytest.fixture(scope="module", params=TOUCH_SCREENS)
def touch_screen(request, session, touched):
    """A screen of a visit in touch mode, and each of its views where only one is in sight at a time."""
    show(session, request.param)
    return request.param


def in_each_view(session):
    """Yield for the whole of a page, or once for each view of it."""
    folding = session.window.frame.folding
    for view in [item.code for item in folding.items()] or [""]:
        folding.hold(view)
        session.hands.settle()
        session.hands.settle()  # what was read meanwhile may have brought lines that need room
        yield view


def test_no_target_is_under_44_px_in_touch_mode(session, touched, touch_screen):
    small = [
        f"{view} {type(one).__name__} {accessible_name(one)} {one.width()}x{one.height()}"
        for view in in_each_view(session)
        for one in controls(touched)
        if isinstance(one, TAPPED) and on_screen(one) and min(one.width(), one.height()) < TOUCH.least
    ]
    assert small == []


def test_the_window_keeps_its_size_and_cuts_nothing_in_touch_mode(request, session, touched, touch_screen):
    size = request.node.callspec.params["touched"]
    for _ in in_each_view(session):
        cut = [one.text() for one in touched.findChildren(Text) if on_screen(one) and not one.elides and one.is_cut()]
        assert (cut, (touched.width(), touched.height())) == ([], size)


def test_a_finger_scrolls_every_area_in_touch_mode(session, touched, touch_screen):
    areas = [
        one
        for _ in in_each_view(session)
        for one in touched.findChildren(QAbstractScrollArea)
        if one.isVisible() and not isinstance(one, QPlainTextEdit) and one.verticalScrollBar().maximum()
    ]
    assert [accessible_name(one) for one in areas if not QScroller.hasScroller(one.viewport())] == []


def test_touch_sizes_make_every_target_44_px():
    assert TOUCH.least >= 44


def test_a_text_box_keeps_ctrl_z_while_it_has_something_of_its_own_and_gives_it_up_after(session, qtbot):
    show(session, f"{SCHOOLS[0]}/capture")
    hands, desk = session.hands, session.workspace.desk
    hands.focus("New note", QPlainTextEdit)
    hands.write("abc")
    hands.press("Ctrl+Z")
    box = hands.focused()
    assert box.toPlainText() != "abc"
    box.clear()
    box.document().clearUndoRedoStacks()
    hands.write("+ to be undone")
    hands.press("Return")
    box.document().clearUndoRedoStacks()
    with qtbot.waitSignal(desk.turned):
        hands.press(QKeySequence(QKeySequence.StandardKey.Undo).toString())
    assert "to be undone" not in [note.text for note in desk.record.notes]
