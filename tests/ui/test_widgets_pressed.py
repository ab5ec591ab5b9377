"""Buttons, chips, sets, checks and ratings by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui_support import accessible_name, is_checked, picture, shown

from ui.theme.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.checks import CheckRow, StateRow
from ui.widgets.chips import Chip, PickerChip
from ui.widgets.dots import Dots
from ui.widgets.matrix import Matrix
from ui.widgets.radio_card import RadioCards
from ui.widgets.rows import RowButton
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

Key = Qt.Key
LABELS = ("Limited", "Developing", "Secure", "Strong")
BANDS = ("low", "moderate", "high", "severe")


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def heard():
    """Return a list that signals can be appended to."""
    return []


@pytest.fixture
def marker(qtbot, heard):
    parts = [Segment("s", "Strength", tone="strength"), Segment("d", "Develop", tone="develop"), Segment("r", "Risk")]
    chosen = Segmented(parts, "Marker", clearable=True)
    chosen.picked.connect(heard.append)
    return shown(qtbot, chosen)


@pytest.fixture
def subject(qtbot, heard):
    chip = PickerChip("Subject")
    chip.set_options([("ma", "Mathematics", "Maths"), ("re", "Reading"), ("sc", "Science")])
    chip.picked.connect(heard.append)
    return shown(qtbot, chip)


@pytest.fixture
def rating(qtbot, heard):
    dots = Dots("Plans are precise", LABELS)
    dots.rated.connect(heard.append)
    return shown(qtbot, dots)


@pytest.fixture
def matrix(qtbot, heard):
    square = Matrix("Capacity", "Risk", BANDS, BANDS)
    square.placed.connect(lambda x, y: heard.append((x, y)))
    square.removed.connect(lambda: heard.append(None))
    return shown(qtbot, square)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
@pytest.mark.parametrize("kind", ["primary", "secondary", "quiet", "soft", "danger", "link"])
def test_a_button_is_pressed_by_enter_and_space(qtbot, kind, key):
    button = shown(qtbot, Button("Save", kind))
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_disabled_button_does_nothing(qtbot, heard):
    button = shown(qtbot, Button("Save"))
    button.clicked.connect(heard.append)
    button.setEnabled(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == []


def test_a_button_tells_its_shortcut_in_its_tooltip():
    assert Button("New visit", keys="Ctrl N").toolTip() == "New visit  Ctrl N"


def test_new_words_on_a_button_are_its_new_name(qtbot):
    button = shown(qtbot, Button("Show"))
    width = button.sizeHint().width()
    button.set_label("Show all of them")
    assert accessible_name(button) == "Show all of them"
    assert button.sizeHint().width() > width


def test_an_icon_toggle_is_on_or_off(qtbot):
    pin = shown(qtbot, IconButton("pin", "Pin this note", checked=False))
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    assert is_checked(pin)


def test_a_new_icon_can_bring_a_new_name(qtbot):
    eye = shown(qtbot, IconButton("eye", "Show"))
    before = picture(eye)
    eye.set_icon("eye-off", "Hide")
    assert accessible_name(eye) == "Hide"
    assert picture(eye) != before


def test_a_chip_is_toggled_and_looks_it(qtbot):
    chip = shown(qtbot, Chip("SEND"))
    off = picture(chip)
    with qtbot.waitSignal(chip.toggled):
        QTest.keyClick(chip, Key.Key_Space)
    assert is_checked(chip)
    assert picture(chip) != off


def test_a_command_chip_is_no_toggle(qtbot):
    chip = shown(qtbot, Chip("6", command=True))
    with qtbot.waitSignal(chip.clicked):
        QTest.keyClick(chip, Key.Key_Return)
    assert not is_checked(chip)


def test_a_count_widens_a_chip(qtbot):
    chip = shown(qtbot, Chip("All"))
    width = chip.sizeHint().width()
    chip.set_count(14)
    assert chip.sizeHint().width() > width


def test_a_picker_says_what_it_is_and_what_it_holds(subject):
    assert accessible_name(subject) == "Subject"
    subject.set_current("ma")
    assert accessible_name(subject) == "Subject: Mathematics"
    assert subject.text() == "Maths"


def test_setting_a_picker_tells_nobody(subject, heard):
    subject.set_current("re")
    assert subject.current() == "re"
    assert heard == []


def test_a_picker_forgets_a_value_it_does_not_offer(subject):
    subject.set_current("music")
    assert subject.current() == ""
    assert subject.text() == "Subject"


def test_a_picker_is_opened_and_used_by_keyboard(subject, heard, qtbot):
    QTest.keyClick(subject, Key.Key_Return)
    qtbot.waitUntil(subject.menu().isVisible)
    QTest.keyClick(subject.menu(), Key.Key_Down)
    QTest.keyClick(subject.menu(), Key.Key_Down)
    QTest.keyClick(subject.menu(), Key.Key_Return)
    assert heard == ["re"]
    assert subject.current() == "re"


def test_a_picker_ticks_the_value_it_holds(subject):
    subject.set_current("sc")
    assert [a.text() for a in subject.menu().actions() if a.isChecked()] == ["Science"]


def test_a_picker_takes_new_values(subject):
    subject.set_current("ma")
    subject.set_options([("mu", "Music")])
    assert subject.current() == ""
    assert subject.text() == "Subject"
    assert [a.text() for a in subject.menu().actions()] == ["Music"]


def test_a_kept_value_is_described_as_kept(subject):
    assert subject.accessibleDescription()
    assert not PickerChip("Sort", sticky=False).accessibleDescription()


def test_a_set_holds_what_is_clicked(marker, heard):
    QTest.mouseClick(marker.button("d"), Qt.MouseButton.LeftButton)
    assert heard == ["d"]
    assert marker.current() == "d"


def test_a_set_lets_go_of_what_is_clicked_again_if_it_may(marker, heard):
    marker.set_current("d")
    QTest.mouseClick(marker.button("d"), Qt.MouseButton.LeftButton)
    assert heard == [""]
    assert not any(is_checked(marker.button(code)) for code in "sdr")


def test_a_set_that_may_not_be_empty_keeps_its_choice(qtbot, heard):
    view = shown(qtbot, Segmented([Segment("w", "Write"), Segment("p", "Preview")], "View"))
    view.set_current("w")
    view.picked.connect(heard.append)
    QTest.mouseClick(view.button("w"), Qt.MouseButton.LeftButton)
    assert heard == []
    assert is_checked(view.button("w"))


def test_arrows_move_and_choose_within_a_set(marker, heard):
    marker.set_current("s")
    marker.button("s").setFocus(Qt.FocusReason.ShortcutFocusReason)
    QTest.keyClick(marker.button("s"), Key.Key_Right)
    QTest.keyClick(marker.button("d"), Key.Key_Right)
    assert heard == ["d", "r"]
    QTest.keyClick(marker.button("r"), Key.Key_Left)
    assert marker.current() == "d"


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_space_and_enter_choose_in_an_empty_set(marker, heard, key):
    QTest.keyClick(marker.button("r"), key)
    assert heard == ["r"]


def test_tab_stops_once_at_a_set_and_at_the_held_choice(marker):
    marker.set_current("d")
    stops = [code for code in "sdr" if marker.button(code).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["d"]


def test_an_emptied_set_can_be_tabbed_to_again(marker):
    marker.set_current("d")
    marker.clear()
    assert all(marker.button(code).focusPolicy() & Qt.FocusPolicy.TabFocus for code in "sdr")


def test_setting_a_set_tells_nobody(marker, heard):
    marker.set_current("s")
    marker.set_current("nothing of the kind")
    assert marker.current() == ""
    assert heard == []


def test_a_set_shows_new_counts(marker):
    width = marker.sizeHint().width()
    marker.set_count("s", 120)
    marker.layout().activate()
    assert marker.sizeHint().width() > width


def test_a_choice_in_a_table_says_which_row_it_is_of(qtbot):
    row = shown(qtbot, Segmented([Segment("n", "No"), Segment("y", "Yes")], "Criterion a", compact=True))
    assert accessible_name(row.button("y")) == "Criterion a: Yes"


def test_tones_are_told_apart_when_held(marker):
    pictures = []
    for code in "sdr":
        marker.set_current(code)
        pictures.append(picture(marker))
    assert pictures[0] != pictures[1] != pictures[2]


def test_radio_cards_choose_and_tell(qtbot, heard):
    cards = RadioCards([("n", "Not a priority", "for support"), ("p", "Priority", "for support")], "Decision")
    cards.picked.connect(heard.append)
    shown(qtbot, cards)
    assert cards.current() == ""
    first, second = cards.findChildren(type(cards.layout().itemAt(0).widget()))
    QTest.keyClick(second, Key.Key_Return)
    assert heard == ["p"]
    second.setFocus()
    QTest.keyClick(second, Key.Key_Left)
    assert cards.current() == "n"
    cards.set_current("")
    assert not is_checked(first)


def test_a_radio_card_reads_its_line_too(qtbot):
    cards = shown(qtbot, RadioCards([("l", "Decide later", "keep as draft")], "Decision"))
    assert accessible_name(cards.layout().itemAt(0).widget()) == "Decide later. keep as draft"


def test_a_check_row_is_ticked_and_names_what_it_counts(qtbot):
    row = shown(qtbot, CheckRow("Do pupils recall what came before?", count=2, tag="2024 action"))
    assert "2 note" in accessible_name(row)
    assert "2024 action" in accessible_name(row)
    QTest.keyClick(row, Key.Key_Space)
    assert is_checked(row)
    row.set_count(3)
    assert "3 note" in accessible_name(row)


def test_a_check_row_grows_as_it_narrows(qtbot):
    row = shown(qtbot, CheckRow("Do pupils with SEND learn the same ambitious content as their class?"))
    assert row.heightForWidth(160) > row.heightForWidth(500)


@pytest.mark.parametrize(
    ("state", "word"),
    [("ok", "done"), ("bad", "needed"), ("warn", "check"), ("na", "not applicable"), ("todo", "not done")],
)
def test_a_state_row_says_its_state_in_words(qtbot, state, word):
    row = shown(qtbot, StateRow("Impact of governance", state, "Leadership not started"))
    assert accessible_name(row) == f"Impact of governance, {word}, Leadership not started"


def test_states_differ_by_icon_not_colour_alone(qtbot):
    row = shown(qtbot, StateRow("Impact of governance"))
    masks = set()
    for state in ("ok", "bad", "warn", "na", "todo"):
        row.set_state(state)
        shot = picture(row).copy(0, 0, 24, row.height())
        paper = shot.pixel(22, shot.height() // 2)
        masks.add(tuple(shot.pixel(x, y) != paper for x in range(24) for y in range(shot.height())))
    assert len(masks) == 5


def test_a_state_row_leads_somewhere(qtbot):
    row = shown(qtbot, StateRow("Impact of governance", "bad"))
    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, Key.Key_Return)


@pytest.mark.parametrize("given", [1, 2, 3, 4])
def test_figures_rate(rating, heard, given):
    QTest.keyClick(rating, Key(Key.Key_0 + given))
    assert heard == [given]
    assert rating.label() == LABELS[given - 1]
    assert accessible_name(rating) == f"Plans are precise: {LABELS[given - 1]}"


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_the_mouse_rates_by_where_it_points(rating, heard, step):
    pitch = rating.width() / 4
    QTest.mouseClick(
        rating, Qt.MouseButton.LeftButton, pos=QPoint(int(step * pitch + pitch / 2), rating.height() // 2)
    )
    assert heard == [step + 1]


def test_arrows_rate_one_step_at_a_time(rating):
    QTest.keyClick(rating, Key.Key_Right)
    QTest.keyClick(rating, Key.Key_Right)
    assert rating.rating() == 2
    QTest.keyClick(rating, Key.Key_Left)
    assert rating.rating() == 1


def test_a_rating_can_be_taken_off(rating, heard):
    rating.set_rating(3)
    QTest.keyClick(rating, Key.Key_Delete)
    assert heard == [0]
    assert "not rated" in accessible_name(rating)


def test_a_rating_too_high_is_ignored(rating, heard):
    QTest.keyClick(rating, Key.Key_7)
    assert heard == []


def test_setting_a_rating_tells_nobody(rating, heard):
    rating.set_rating(4)
    assert heard == []
    assert rating.label() == "Strong"


def test_a_point_starts_out_not_placed(matrix):
    assert matrix.point() is None
    assert "not placed" in accessible_name(matrix)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_Left, Key.Key_Up])
def test_the_first_key_places_the_point_in_the_middle(matrix, heard, key):
    QTest.keyClick(matrix, key)
    assert heard == [(0.5, 0.5)]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Key.Key_Left, (0.45, 0.5)),
        (Key.Key_Right, (0.55, 0.5)),
        (Key.Key_Up, (0.5, 0.55)),
        (Key.Key_Down, (0.5, 0.45)),
    ],
)
def test_arrows_move_the_point(matrix, heard, key, expected):
    matrix.set_point((0.5, 0.5))
    QTest.keyClick(matrix, key)
    assert heard == [expected]


def test_the_point_stays_in_the_square(matrix):
    matrix.set_point((1.0, 0.0))
    QTest.keyClick(matrix, Key.Key_Right)
    QTest.keyClick(matrix, Key.Key_Down)
    assert matrix.point() == (1.0, 0.0)


def test_a_click_places_the_point_under_the_mouse(matrix, heard):
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(matrix.width() - 4, 4))
    across, up = heard[0]
    assert across > 0.9
    assert up > 0.9


def test_a_drag_tells_once_where_it_ends(matrix, heard):
    QTest.mousePress(matrix, Qt.MouseButton.LeftButton, pos=QPoint(30, 100))
    QTest.mouseMove(matrix, QPoint(80, 60))
    QTest.mouseRelease(matrix, Qt.MouseButton.LeftButton, pos=QPoint(80, 60))
    QApplication.processEvents()
    assert len(heard) == 1


def test_delete_takes_the_point_off(matrix, heard):
    matrix.set_point((0.2, 0.8))
    QTest.keyClick(matrix, Key.Key_Delete)
    assert heard == [None]
    assert matrix.point() is None


def test_the_place_of_the_point_is_said_in_bands(matrix):
    matrix.set_point((0.9, 0.1))
    assert "capacity severe, risk low" in accessible_name(matrix)


def test_a_placed_point_can_be_seen(matrix):
    empty = picture(matrix)
    matrix.set_point((0.5, 0.5))
    assert picture(matrix) != empty


def test_a_row_is_pressed_through_its_cells(qtbot):
    row = RowButton([(Text("Brackwater School"), None), (Text("11 Nov"), 90)], "Brackwater School")
    row.resize(400, row.sizeHint().height())
    shown(qtbot, row)
    with qtbot.waitSignal(row.clicked):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(30, row.height() // 2))


def test_a_row_grows_with_the_text():
    row = RowButton([(Text("Brackwater School"), None)], "Brackwater School")
    before = row.sizeHint().height()
    theme().apply(text_scale=1.5)
    assert row.sizeHint().height() > before
