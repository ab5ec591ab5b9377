"""The coverage board: every count with its unit and base, each a way to its notes, and the whole of it by keys."""

import pytest
from capture_desk import OpenDesk, note
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from ui_support import accessible_name, role, shown, takes_tab

from ui.pages.capture.page import CapturePage
from ui.parts.coverage_block import CoverageBlock
from ui.parts.coverage_rows import CountRow
from ui.widgets.chips import Chip
from ui.widgets.text import Text
from ui.workspace.evidence import Evidence

Key = Qt.Key
NOTES = (
    note(1, 10, 27, "Recall first.", marker="strength", prompt="recall"),
    note(2, 10, 33, "Explains halves.", marker="strength", prompt="recall", groups=("send",)),
    note(3, 10, 12, "Errors stay.", marker="development", years=("y3",), slot_id="y3", source="work"),
    note(
        4,
        10,
        40,
        "They know.",
        marker="",
        years=(),
        subject="",
        strand="leadership",
        activity="leaders",
        slot_id="leaders",
    ),
)
BLOCKS = ["Pupil groups", "Strands", "Activities", "Prompts answered", "Sources"]


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(tmp_path):
    opened = OpenDesk(tmp_path, notes=NOTES)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot, opened):
    page = CapturePage(opened.desk)
    page.resize(1208, 1400)
    shown(qtbot, page)
    page.take_focus()
    return page


def block(page, title):
    return next(one for one in page.side_pane().findChildren(CoverageBlock) if one.accessibleName() == title)


def in_view(block):
    return [one for one in block.findChildren(CountRow) if one.isVisible()]


def row(page, title, name):
    return next(one for one in in_view(block(page, title)) if one.text() == name)


def numbers(page):
    rows = page.panes()[1].view.model()
    return sorted(rows.note(each).number for each in range(rows.rowCount()))


def only(page):
    """Return what the stream says its notes are about, with the share of all notes."""
    texts = [one.text() for one in page.panes()[1].head.findChildren(Text) if one.isVisible()]
    chips = [one.text() for one in page.panes()[1].head.findChildren(Chip) if one.isVisible()]
    return (*chips, *[text for text in texts if " of " in text])


@pytest.mark.parametrize(
    ("title", "name", "words"),
    [
        ("Pupil groups", "SEND", "Pupils with SEND: 1 of 4 notes"),
        ("Pupil groups", "Disadv.", "Disadvantaged pupils: 0 of 4 notes"),
        ("Strands", "Teaching", "Teaching: 3 of 4 notes"),
        ("Activities", "Learning walk", "Learning walk: 3 of 4 notes"),
        ("Sources", "Work sample", "Work sample: 1 of 4 notes"),
        (
            "Prompts answered",
            "Learning walk",
            "Learning walk: 1 of 5 prompts answered, listed below",
        ),
        ("Prompts answered", "Leaders", "Meeting with leaders: 0 of 1 prompts answered, choose to list them"),
        (
            "Prompts answered",
            "Do pupils recall what came before?",
            "Do pupils recall what came before?: 2 of 4 notes",
        ),
    ],
)
def test_every_count_says_its_unit_and_base(page, title, name, words):
    assert accessible_name(row(page, title, name)) == words
    assert role(row(page, title, name)) == QAccessible.Role.Button


def test_a_cell_says_its_unit_and_base(page):
    table = page.side_pane().findChild(QTableView)
    assert table.model().index(4, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "Y4 Maths: 2 of 4 notes"
    assert table.model().index(2, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "Y2 Phon: planned, none yet"


def test_the_whole_is_told_in_one_description(page, opened, qtbot):
    told = page.side_pane().accessibleDescription()
    assert told == (
        "4 notes in 2 of 3 activities. Planned but no evidence yet: Y2 Phon, Y6 Read. Notes on 1 of 3 pupil groups. "
        "Notes on 2 of 6 strands. Notes from 2 of 3 activities. 1 of 7 prompts answered by a note. "
        "Notes from 2 of 4 kinds of source."
    )
    Evidence(opened.desk).delete(opened.desk.record.notes[-1])
    shorter = "3 notes in 1 of 3 activities. "
    qtbot.waitUntil(lambda: page.side_pane().accessibleDescription().startswith(shorter))


@pytest.mark.parametrize(
    ("title", "name", "wanted", "said"),
    [
        ("Pupil groups", "SEND", [2], "Pupils with SEND"),
        ("Strands", "Leadership", [4], "Leadership"),
        ("Activities", "Leaders", [4], "Meeting with leaders"),
        ("Sources", "Work sample", [3], "Work sample"),
        ("Prompts answered", "Do pupils recall what came before?", [1, 2], "Do pupils recall what came before?"),
        ("Strands", "Governance", [], "Governance"),
    ],
)
@pytest.mark.parametrize("way", ["Enter", "tap"])
def test_a_row_shows_its_notes_says_so_and_leads_back(page, title, name, wanted, said, way):
    chosen = row(page, title, name)
    if way == "tap":
        QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
    else:
        chosen.setFocus()
        QTest.keyClick(chosen, Key.Key_Return)
    assert numbers(page) == wanted
    assert only(page) == (said, f"{len(wanted)} of 4 notes")
    back = next(one for one in page.panes()[1].head.findChildren(Chip) if one.isVisible())
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert only(page) == ()
    assert numbers(page) == [1, 2]


def test_escape_on_the_board_shows_all_again(page):
    chosen = row(page, "Sources", "Work sample")
    chosen.setFocus()
    QTest.keyClick(chosen, Key.Key_Return)
    assert numbers(page) == [3]
    QTest.keyClick(chosen, Key.Key_Escape)
    assert (only(page), numbers(page)) == ((), [1, 2])


def test_the_filter_stays_true_while_notes_come_and_go(page, opened):
    QTest.mouseClick(row(page, "Pupil groups", "SEND"), Qt.MouseButton.LeftButton)
    Evidence(opened.desk).change(opened.desk.record.find("note", "note-0001"), groups=("send",))
    assert (numbers(page), only(page)) == ([1, 2], ("Pupils with SEND", "2 of 4 notes"))


def test_each_block_is_one_tab_stop(page):
    for title in BLOCKS:
        assert len([one for one in in_view(block(page, title)) if takes_tab(one)]) == 1, title


def test_arrows_walk_a_block_and_tab_comes_back_to_the_row_left(page):
    rows = in_view(block(page, "Strands"))
    rows[0].setFocus()
    for key, place in ((Key.Key_Down, 1), (Key.Key_End, 5), (Key.Key_Down, 5), (Key.Key_Up, 4), (Key.Key_Home, 0)):
        QTest.keyClick(page.window().focusWidget(), key)
        assert page.window().focusWidget() is rows[place]
    QTest.keyClick(rows[0], Key.Key_Down)
    assert [takes_tab(one) for one in rows] == [False, True, False, False, False, False]


def test_arrows_walk_the_table_and_enter_shows_the_cell(page):
    table = page.side_pane().findChild(QTableView)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (4, 2)
    QTest.keyClick(table, Key.Key_Up)
    QTest.keyClick(table, Key.Key_Return)
    assert (numbers(page), only(page)) == ([3], ("Year 3, Mathematics", "1 of 4 notes"))


def test_prompts_of_one_activity_are_listed_at_a_time(page):
    leaders = row(page, "Prompts answered", "Leaders")
    leaders.setFocus()
    QTest.keyClick(leaders, Key.Key_Return)
    listed = [one.text() for one in in_view(block(page, "Prompts answered"))]
    assert listed == ["Leaders", "How do leaders know?", "Learning walk", "Pupil voice"]
    QTest.keyClick(leaders, Key.Key_Return)
    assert len(in_view(block(page, "Prompts answered"))) == 3


def test_another_activity_lists_its_own_prompts(page):
    page.panes()[0].activity_wanted.emit("voice")
    assert [one.text() for one in in_view(block(page, "Prompts answered"))][
        -1
    ] == "What do pupils say helps them learn?"


def test_with_nothing_written_nothing_is_missing(qtbot, tmp_path):
    (tmp_path / "empty").mkdir()
    empty = OpenDesk(tmp_path / "empty", slots=())
    page = CapturePage(empty.desk)
    page.resize(1208, 1400)
    shown(qtbot, page)
    assert accessible_name(row(page, "Pupil groups", "SEND")) == "Pupils with SEND: 0 of 0 notes"
    assert "Nothing from Reception, and no visit is planned there." not in [
        one.text() for one in page.side_pane().findChildren(Text) if one.isVisible()
    ]
    empty.close()
