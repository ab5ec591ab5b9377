"""Published data in the library: what is there, where the reviewer works, and what is taken back and brought back."""

import pytest
from published_files import FILES, REGISTER, RESULTS, bring_in, texts
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui_support import accessible_name, shown

from ui.pages.library.page import LibraryPage
from ui.pages.library.published_lines import BatchLine
from ui.pages.library.published_pane import PublishedPane
from ui.widgets.chips import Chip

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def pane(qtbot, workspace):
    """Return the pane on an empty vault."""
    found = PublishedPane(workspace.published, workspace.visits)
    found.resize(300, 700)
    return shown(qtbot, found)


def lines(pane):
    return [one for one in pane.findChildren(BatchLine) if not one.isHidden()]


def wait_for(qtbot, pane, count):
    qtbot.waitUntil(lambda: len(lines(pane)) == count, timeout=10000)


def test_before_anything_was_read_in_it_says_where_to_begin(qtbot, pane):
    qtbot.waitUntil(lambda: any(one.startswith("Read in the national register") for one in texts(pane)))
    assert lines(pane) == []
    assert "None chosen: every school of a file is read in." in texts(pane)


def test_what_was_read_in_stands_there_with_its_source(qtbot, workspace, host, pane):
    bring_in(qtbot, workspace, host, REGISTER, RESULTS)
    wait_for(qtbot, pane, 2)
    said = texts(pane)
    assert [said[said.index(words) - 1] for words in ("schools", "open", "closed or merged")] == ["42", "42", "0"]
    results = next(one for one in lines(pane) if "Key stage 2" in one.accessibleName())
    assert "2018/19, Final" in texts(results)
    assert {"334 rows kept", "none left out", "20 Nov 2025"} <= set(texts(results))
    assert any("Compare school and college performance" in one for one in texts(results))


def test_a_file_is_taken_back_and_brought_back_as_one(qtbot, workspace, host, pane):
    bring_in(qtbot, workspace, host, RESULTS)
    wait_for(qtbot, pane, 1)
    before = len(workspace.published.figures_of("nation", ["england"]))
    assert before > 0
    lines(pane)[0].way.click()
    qtbot.waitUntil(lambda: [one.way.text() for one in lines(pane)] == ["Bring back"], timeout=10000)
    assert workspace.published.figures_of("nation", ["england"]) == ()
    lines(pane)[0].way.click()
    qtbot.waitUntil(lambda: [one.way.text() for one in lines(pane)] == ["Take back"], timeout=10000)
    assert len(workspace.published.figures_of("nation", ["england"])) == before


def test_authorities_of_the_register_are_chips_and_what_is_chosen_is_kept(qtbot, workspace, host, pane):
    bring_in(qtbot, workspace, host, REGISTER)
    wait_for(qtbot, pane, 1)
    chip = next(one for one in pane.findChildren(Chip) if one.text() == "Hampshire" and not one.isHidden())
    assert accessible_name(chip).startswith("Hampshire, code 850, 2")
    chip.click()
    assert workspace.visits.reviewer().authorities == ("850",)
    assert workspace.visits.scope().authorities == {"850"}


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("850", ("850",)), (" 936 ", ("936",)), ("Hampshire", ("850",)), ("85", None), ("Atlantis", None)],
)
def test_without_a_register_an_authority_is_typed_as_its_code_or_its_name(qtbot, workspace, pane, typed, codes):
    qtbot.waitUntil(lambda: "None chosen: every school of a file is read in." in texts(pane))
    pane.authorities.field.edit.setFocus()
    QTest.keyClicks(pane.authorities.field.edit, typed)
    QTest.keyClick(pane.authorities.field.edit, Qt.Key.Key_Return)
    if codes is None:
        assert any(one.startswith("No authority is called that") for one in texts(pane))
        assert workspace.visits.scope().authorities == frozenset()
    else:
        assert workspace.visits.reviewer().authorities == codes


def test_an_authority_is_found_by_the_beginning_of_its_name(qtbot, workspace, host, pane):
    bring_in(qtbot, workspace, host, REGISTER)
    wait_for(qtbot, pane, 1)
    pane.authorities.field.set_text("hampsh")
    pane.authorities.field.edit.editingFinished.emit()
    assert workspace.visits.reviewer().authorities == ("850",)


def test_the_reviewers_name_stays_when_authorities_change(workspace):
    workspace.visits.set_reviewer("A. Reviewer", "Adviser")
    workspace.visits.set_authorities(["850", "850", "936"])
    found = workspace.visits.reviewer()
    assert (found.name, found.authorities) == ("A. Reviewer", ("850", "936"))


def drop(page, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    place, copy = QPointF(400, 300), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), copy, mime, buttons, keys)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(place, copy, mime, buttons, keys))
    return enter.isAccepted()


def test_tables_dropped_on_the_page_are_read_and_anything_else_is_not(qtbot, workspace):
    page = LibraryPage(workspace.library, PublishedPane(workspace.published, workspace.visits))
    shown(qtbot, page)
    taken = []
    page.dropped.connect(taken.append)
    assert not drop(page, FILES / "picture.png")
    assert drop(page, REGISTER, RESULTS)
    assert taken == [[REGISTER, RESULTS]]


@pytest.mark.parametrize(("width", "beside"), [(1208, True), (728, False)])
def test_in_a_narrow_window_it_stands_below_what_is_chosen(qtbot, workspace, width, beside):
    pane = PublishedPane(workspace.published, workspace.visits)
    page = LibraryPage(workspace.library, pane)
    page.resize(width, 640)
    shown(qtbot, page)
    assert page.width() == width
    list_pane, middle, last = page.panes()
    assert last is pane
    assert (pane.x() >= middle.geometry().right()) == beside
    assert (pane.y() >= middle.geometry().bottom()) != beside
