"""Text, layout, grounds and figures as they are shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from ui_support import accessible_name, count_pixels, picture, role, shown

from ui.theme.painting import icon, tint
from ui.theme.theme import theme
from ui.theme.tokens import CONTRAST, DARK, LIGHT, TOUCH
from ui.widgets.bars import Progress, Ring, SplitBar, StageBar, TurnaroundBars
from ui.widgets.day_bar import DayBar, DayPart
from ui.widgets.flow import Flow
from ui.widgets.heat_map import HeatMap
from ui.widgets.icons import Icon
from ui.widgets.layout import Line, add, clear, column, fixed, row, wrap
from ui.widgets.rows import ruled
from ui.widgets.surfaces import Card, Panel, Scroll, pane
from ui.widgets.tags import Dot, Initials, Kbd, Tag
from ui.widgets.text import Text
from ui.widgets.text_spans import Span
from visitapp.paths import resource

Key = Qt.Key
LONG = "Teacher models equivalence on a bar and thinks aloud; pupils use the vocabulary unprompted."
PARTS = (
    DayPart(525, 585, "Leadership discussion", "Leaders", "done"),
    DayPart(585, 720, "Learning walk", "Walk", "now"),
    DayPart(720, 750, "Lunch", state="break"),
    DayPart(750, 900, "Summary discussion", "Summary"),
)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def heat_map(qtbot):
    table = HeatMap(["R", "Y1", "Y2"], ["Read", "Write", "Maths"], "Coverage")
    table.set_counts({(0, 0): 3, (2, 2): 8}, [(1, 1), (0, 0)], (2, 2))
    table.resize(300, table.height())
    return shown(qtbot, table)


@pytest.mark.parametrize("width", [120, 200, 320])
def test_wrapped_text_is_whole_lines_high(width):
    text = Text(LONG, "note", wrap=True)
    assert text.heightForWidth(width) % theme().line_height("note") == 0
    assert text.heightForWidth(width) >= text.heightForWidth(width * 2)


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_text_stops_at_its_most_lines(lines):
    text = Text(LONG * 3, "small", wrap=True, max_lines=lines)
    assert text.heightForWidth(160) == lines * theme().line_height("small")


def test_a_line_too_long_for_its_place_says_so(qtbot):
    text = Text(LONG, elide=True)
    text.resize(80, 20)
    shown(qtbot, text)
    assert text.is_cut()
    text.resize(2000, 20)
    assert not text.is_cut()


def test_text_is_its_own_accessible_name(qtbot):
    text = shown(qtbot, Text(["The school expects ", Span("a figure", colour="risk", pill="risk_soft"), "."]))
    assert accessible_name(text) == "The school expects a figure."
    assert role(text) == QAccessible.Role.StaticText


def test_angle_brackets_are_text_not_markup(qtbot):
    text = shown(qtbot, Text("<b>bold</b>"))
    assert accessible_name(text) == "<b>bold</b>"


@pytest.mark.parametrize(
    "look",
    [
        {"pill": "risk_soft"},
        {"wave": "develop_solid"},
        {"colour": "risk"},
        {"weight": 700},
        {"italic": True},
        {"px": 20},
    ],
)
def test_a_span_changes_the_look_of_its_words(qtbot, look):
    plain = shown(qtbot, Text(["Every classroom ", Span("has a wall"), "."], wrap=True))
    marked = shown(qtbot, Text(["Every classroom ", Span("has a wall", **look), "."], wrap=True))
    plain.resize(300, 40)
    marked.resize(300, 40)
    assert picture(plain) != picture(marked)


def test_new_text_asks_for_its_own_room():
    text = Text("Short")
    width = text.sizeHint().width()
    text.setText("A good deal longer than before")
    assert text.sizeHint().width() > width


def test_new_text_keeps_no_marks_of_the_old(qtbot):
    text = shown(qtbot, Text(["A ", Span("long marked stretch", pill="risk_soft")]))
    text.set_text("A")
    assert text.text() == "A"
    assert count_pixels(picture(text), LIGHT.risk_soft) == 0


def test_capitals_are_only_shown(qtbot):
    text = shown(qtbot, Text("Overview", "overline", upper=True))
    assert text.text() == "Overview"
    assert text.sizeHint().width() > Text("Overview", "overline").sizeHint().width()


@pytest.mark.parametrize("scale", [0.9, 1.25, 1.5])
def test_text_measures_itself_anew_when_the_size_changes(scale):
    text = Text(LONG, "small")
    before = text.sizeHint()
    theme().apply(text_scale=scale)
    assert (text.sizeHint().width() > before.width()) == (scale > 1)
    assert text.sizeHint().height() == theme().line_height("small")


def test_a_short_line_is_never_shortened():
    assert Text("4 of 7", "caption").minimumSizeHint() == Text("4 of 7", "caption").sizeHint()


def test_a_row_reads_as_it_is_written():
    line = row(QLabel("a"), 10, None, (QLabel("b"), 2), column(QLabel("c")))
    kinds = [
        ("w" if line.itemAt(i).widget() else "l" if line.itemAt(i).layout() else "s") for i in range(line.count())
    ]
    assert kinds == ["w", "s", "s", "w", "l"]
    assert line.stretch(3) == 2


def test_clearing_a_layout_lets_its_widgets_go(qtbot):
    stack = column(QLabel("a"), row(QLabel("b"), None), 4)
    holder = shown(qtbot, wrap(stack))
    clear(stack)
    add(stack, QLabel("c"))
    qtbot.waitUntil(lambda: [label.text() for label in holder.findChildren(QLabel)] == ["c"])


def test_fixed_and_named_holders():
    assert fixed(QWidget(), 40, 30).size().width() == 40
    assert wrap(column(), "Evidence").accessibleName() == "Evidence"


@pytest.mark.parametrize("width", [60, 120, 1000])
def test_a_flow_breaks_where_it_must(qtbot, width):
    tags = [Tag(f"Tag {n}") for n in range(6)]
    flow = Flow(*tags)
    holder = wrap(flow)
    holder.resize(width, flow.heightForWidth(width))
    shown(qtbot, holder)
    assert all(tag.geometry().right() <= max(width, tag.width()) for tag in tags)
    assert max(tag.geometry().bottom() for tag in tags) < flow.heightForWidth(width)
    assert (len({tag.y() for tag in tags}) == 1) == (width == 1000)


def test_a_hidden_piece_leaves_no_gap_in_a_flow(qtbot):
    tags = [Tag("One"), Tag("Two"), Tag("Three")]
    holder = shown(qtbot, wrap(Flow(*tags)))
    tags[1].hide()
    QApplication.processEvents()
    assert tags[2].x() - tags[0].geometry().right() - 1 == 6
    assert holder.layout().takeAt(9) is None


@pytest.mark.parametrize("name", sorted(path.stem for path in resource("icons").glob("*.svg")))
def test_every_bundled_icon_draws_something(qtbot, name):
    drawn = shown(qtbot, Icon(name, "risk", 24))
    assert len({picture(drawn).pixel(x, y) for x in range(24) for y in range(24)}) > 1
    assert drawn.sizeHint().width() == 24


def test_an_icon_can_change(qtbot):
    drawn = shown(qtbot, Icon("check", "strength"))
    before = picture(drawn)
    drawn.set_icon("x", "risk")
    assert picture(drawn) != before


def test_icons_for_stock_controls_come_in_sharp_sizes():
    assert not icon("search").isNull()
    assert tint("accent", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("tone", ["strength", "develop", "risk", "query", "accent", "neutral"])
@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_a_tag_carries_its_tone_in_every_theme(qtbot, tone, palette):
    theme().apply(palette=palette)
    tag = shown(qtbot, Tag("Agreed", icon="check", tone=tone))
    plain = picture(tag)
    tag.set_tag("Agreed", tone, "check", outlined=True)
    outlined = picture(tag)
    assert accessible_name(tag) == "Agreed"
    assert (plain == outlined) == (palette is CONTRAST)


def test_tags_and_keys_grow_with_the_text():
    marks = [Tag("Agreed"), Kbd("Ctrl"), Initials("R1", "You", yours=True)]
    before = [mark.sizeHint() for mark in marks]
    theme().apply(text_scale=1.5)
    assert all(mark.sizeHint().height() > old.height() for mark, old in zip(marks, before, strict=True))


def test_initials_say_who_they_are(qtbot):
    assert accessible_name(shown(qtbot, Initials("R2", "Reviewer 2"))) == "Reviewer 2"
    assert shown(qtbot, Dot("risk_solid")).width() == 7


@pytest.mark.parametrize(
    "kwargs",
    [{}, {"dashed": True}, {"shadow": True, "margins": (24, 20, 24, 28)}, {"stripe": "risk"}, {"fill": None}],
)
def test_cards_draw_their_ground(qtbot, kwargs):
    card = shown(qtbot, Card(column(Text("Evidence")), **kwargs))
    before = picture(card)
    card.set_look(fill="accent_soft", line="accent", line_width=2)
    card.set_stripe("strength")
    assert picture(card) != before


@pytest.mark.parametrize("edge", ["left", "right", "top", "bottom"])
def test_a_panel_has_its_line_on_the_edge_asked_for(qtbot, edge):
    panel = Panel(fill="surface", edge=edge)
    panel.resize(40, 40)
    shown(qtbot, panel)
    places = {"left": (0, 20), "right": (39, 20), "top": (20, 0), "bottom": (20, 39)}
    shot = picture(panel)
    lines = [name for name, (x, y) in places.items() if shot.pixelColor(x, y).name().upper() == LIGHT.line]
    assert lines == [edge]


def test_a_pane_scrolls_its_body_and_keeps_its_footer_in_view(qtbot):
    foot = Text("Start the visit")
    side = pane(column(*[Text(f"Line {n}") for n in range(40)]), foot, name="Checks", width=240)
    side.resize(240, 200)
    shown(qtbot, side)
    assert accessible_name(side.findChild(Scroll)) == "Checks"
    assert side.findChild(Scroll).verticalScrollBar().maximum() > 0
    assert foot.mapTo(side, foot.rect().bottomLeft()).y() < 200


def test_a_pane_grows_with_the_text(qtbot):
    side = shown(qtbot, pane(column(Text("Checks")), name="Checks", width=240))
    theme().apply(text_scale=1.5)
    assert 300 < side.width() <= 360
    theme().apply(text_scale=1.0)
    assert side.width() == 240


def test_ruled_rows_have_a_line_between_each():
    assert len(wrap(ruled([Text("a"), Text("b"), Text("c")])).findChildren(Line)) == 2


def test_heat_cells_say_where_they_are_and_what_they_hold(heat_map):
    model = heat_map.model()
    said = [model.index(r, c).data(Qt.ItemDataRole.AccessibleTextRole) for r, c in ((0, 0), (1, 1), (2, 0))]
    assert said[0].startswith("R Read: 3")
    assert said[1] == "Y1 Write: planned, none yet"
    assert said[2].startswith("Y2 Read: 0")


def test_a_heat_map_lists_its_gaps(heat_map):
    assert heat_map.accessibleDescription() == "Planned but no evidence yet: Y1 Write"


def test_a_heat_map_is_a_table_to_a_screen_reader(heat_map):
    table = QAccessible.queryAccessibleInterface(heat_map)
    assert table.role() == QAccessible.Role.Table
    assert accessible_name(heat_map) == "Coverage"


def test_a_heat_map_is_walked_and_chosen_by_keyboard(heat_map, qtbot):
    heat_map.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert (heat_map.currentIndex().row(), heat_map.currentIndex().column()) == (2, 2)
    QTest.keyClick(heat_map, Key.Key_Up)
    QTest.keyClick(heat_map, Key.Key_Left)
    with qtbot.waitSignal(heat_map.chosen) as chosen:
        QTest.keyClick(heat_map, Key.Key_Return)
    assert chosen.args == [1, 1]


def test_a_heat_cell_is_chosen_by_mouse(heat_map, qtbot):
    place = heat_map.visualRect(heat_map.model().index(0, 2)).center()
    with qtbot.waitSignal(heat_map.chosen) as chosen:
        QTest.mouseClick(heat_map.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [0, 2]


def test_every_row_of_a_heat_map_is_in_view(heat_map):
    assert heat_map.verticalScrollBar().maximum() == 0
    assert heat_map.horizontalScrollBar().maximum() == 0
    theme().apply(metrics=TOUCH)
    QApplication.processEvents()
    assert heat_map.verticalScrollBar().maximum() == 0
    assert heat_map.visualRect(heat_map.model().index(0, 0)).height() >= 44


@pytest.mark.parametrize(("count", "level"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (6, 4), (40, 4)])
def test_depth_of_colour_follows_the_count(heat_map, count, level):
    heat_map.set_counts({(0, 0): count})
    rect = heat_map.visualRect(heat_map.model().index(0, 0))
    shot = picture(heat_map.viewport())
    assert shot.pixelColor(rect.x() + 8, rect.y() + 8).name().upper() == LIGHT.heat[level]


@pytest.mark.parametrize(
    ("made", "changed"),
    [
        (lambda: Progress(0.2, name="a"), lambda w: w.set_share(0.9, "b")),
        (lambda: SplitBar([("strength", 1)], 4, "a"), lambda w: w.set_counts([("risk", 3)], 4, "b")),
        (lambda: StageBar(1, 6, "a"), lambda w: w.set_done(4, "b")),
        (lambda: Ring(1, 15, "a"), lambda w: w.set_done(15, 15, "b")),
        (lambda: TurnaroundBars([9, 12], 10, "a"), lambda w: w.set_values([1, 2, 3], 10, "b")),
    ],
    ids=["progress", "split", "stage", "ring", "turnaround"],
)
def test_figures_change_their_picture_and_their_words(qtbot, made, changed):
    figure = made()
    figure.resize(160, max(8, figure.height()))
    shown(qtbot, figure)
    before = picture(figure)
    assert accessible_name(figure) == "a"
    changed(figure)
    assert accessible_name(figure) == "b"
    assert picture(figure) != before


@pytest.mark.parametrize("share", [-1.0, 0.0, 0.001, 0.5, 1.0, 7.0])
def test_a_share_out_of_bounds_does_no_harm(qtbot, share):
    bar = shown(qtbot, Progress())
    bar.resize(100, 5)
    bar.set_share(share)
    filled = count_pixels(picture(bar), LIGHT.accent)
    assert (filled > 0) == (share > 0)


def test_an_empty_split_bar_shows_only_its_track(qtbot):
    bar = SplitBar([("strength", 0), ("risk", 0)], 0, "none")
    bar.resize(100, 8)
    shown(qtbot, bar)
    assert count_pixels(picture(bar), LIGHT.strength_solid) == 0


def test_the_day_is_told_in_words(qtbot):
    day = DayBar()
    day.set_day(PARTS, 642, "visit 4 of 7")
    day.resize(800, day.sizeHint().height())
    shown(qtbot, day)
    told = accessible_name(day)
    assert "08:45 Leadership discussion, done" in told
    assert "09:45 Learning walk, now" in told
    assert told.endswith("12:30 Summary discussion")


@pytest.mark.parametrize("now", [None, 525, 642, 900, 2000])
@pytest.mark.parametrize("width", [240, 800])
def test_a_day_is_drawn_at_any_hour_and_width(qtbot, now, width):
    day = DayBar()
    day.set_day(PARTS, now)
    day.resize(width, day.sizeHint().height())
    shown(qtbot, day)
    assert count_pixels(picture(day), LIGHT.strength_soft) > 0


def test_a_day_with_nothing_in_it_draws_nothing(qtbot):
    day = DayBar()
    day.set_day([])
    day.resize(300, 60)
    assert len({picture(shown(qtbot, day)).pixel(x, 30) for x in range(300)}) == 1
