"""Published data that is damaged, gone or never there: visits stand, screens say so, and there is a way on."""

import os
import shutil
from dataclasses import replace

import pytest
from published_files import REGISTER, RESULTS, banners, bring_in, look_at, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from ui_support import shown
from vault_desk import KEY, TODAY, begin, new_database, open_workspace

from exports.handover.write import FORMATS, write_handover
from ui.dialogs.story_sheet import StorySheet
from ui.pages.library.published_lines import BatchLine
from ui.pages.library.published_pane import PublishedPane
from ui.pages.prepare import PreparePage
from ui.parts.match_school import MatchSheet
from ui.widgets.buttons import Button
from ui.workspace.gathering import Gathering
from visitapp.domain.handover import compose_handover
from visitapp.domain.published.batches import Scope
from visitapp.domain.published.pasted import PastedFigure
from visitapp.store.backup import back_up, key_file_of
from visitapp.store.database import Database

pytestmark = pytest.mark.usefixtures("look")
URN, RWM = "115850", "ks2-rwm-expected"
SAFE = "Nothing you wrote is in it"


@pytest.fixture
def vault(tmp_path):
    """Return the folder of a vault with a visit, a figure typed for it, and two files read in."""
    with open_workspace(new_database(tmp_path)) as workspace:
        desk = begin(workspace)
        desk.put("URN", replace(desk.record.school, urn=URN))
        typed = PastedFigure(1, RWM, "all", "2025", "71", "ok", 30)
        Gathering(desk, workspace.published).enter([typed], "school", "Head teacher", predicted=False)
        for path in (REGISTER, RESULTS):
            workspace.published.bring_in(path, Scope(), None, None)
    return tmp_path


@pytest.fixture
def spoilt(vault):
    """Return that vault with its published data written over."""
    path = vault / "published.db"
    path.write_bytes(os.urandom(path.stat().st_size))
    return vault


@pytest.fixture
def opened(qapp, spoilt):
    with open_workspace(Database.open(spoilt / "visitapp.db", KEY)) as workspace:
        workspace.open_visit(workspace.visits.all()[0].id)
        yield workspace


def shown_pane(qtbot, workspace):
    pane = PublishedPane(workspace.published, workspace.visits)
    pane.resize(320, 700)
    return shown(qtbot, pane)


def press(widget, words):
    next(one for one in widget.findChildren(Button) if one.text() == words and one.isVisible()).click()


def test_the_library_says_first_what_is_safe_and_begins_anew_beside_the_old_file(qtbot, opened, spoilt, host):
    pane = shown_pane(qtbot, opened)
    qtbot.waitUntil(lambda: bool(banners(pane)))
    assert banners(pane)[0].startswith(f"Published data cannot be read. {SAFE}: your visits and notes are whole.")
    assert not any(one.startswith("Read in the national register") for one in texts(pane))
    press(pane, "Begin anew")
    qtbot.waitUntil(lambda: any(one.startswith("To be read in again") for one in banners(pane)), timeout=10000)
    assert REGISTER.name in banners(pane)[0]
    assert RESULTS.name in banners(pane)[0]
    assert len(list(spoilt.glob("published-set-aside-*.db"))) == 1
    bring_in(qtbot, opened, host, REGISTER, RESULTS)
    qtbot.waitUntil(lambda: len(_lines(pane)) == 2 and not banners(pane), timeout=10000)


def _lines(pane):
    return [one for one in pane.findChildren(BatchLine) if not one.isHidden()]


def test_the_way_to_begin_anew_is_reached_and_pressed_with_keys(qtbot, opened):
    pane = shown_pane(qtbot, opened)
    qtbot.waitUntil(lambda: bool(banners(pane)))
    button = next(one for one in pane.findChildren(Button) if one.text() == "Begin anew")
    pane.read_button.setFocus()
    QTest.keyClick(pane.read_button, "\t")
    assert pane.window().focusWidget() is button
    QTest.keyClick(button, " ")
    qtbot.waitUntil(lambda: any(one.startswith("To be read in again") for one in banners(pane)), timeout=10000)


def test_the_visit_opens_with_what_was_typed_and_prepare_says_what_is_wrong(qtbot, opened):
    page = shown(qtbot, PreparePage(opened.desk, {}.get))
    said = [one for one in banners(page) if one.startswith("Published data cannot be read")]
    assert len(said) == 1
    assert SAFE in said[0]
    assert [one.value for one in Gathering(opened.desk, opened.published).typed()] == ["71"]
    assert any("71" in str(one.data(Qt.ItemDataRole.DisplayRole)) for one in _cells(page))
    press(page, "Begin anew")
    qtbot.waitUntil(lambda: not [one for one in banners(page) if "cannot be read" in one], timeout=10000)


def _cells(page):
    model = page.findChild(QTableView).model()
    return [model.index(line, place) for line in range(model.rowCount()) for place in range(model.columnCount())]


def test_no_sheet_fails_on_it_and_each_says_why_it_has_nothing(qtbot, opened, host):
    match = MatchSheet(host, opened.desk, Gathering(opened.desk, opened.published), opened.published)
    match.open()
    assert any(SAFE in one for one in texts(match))
    match.close_sheet()
    story = StorySheet(host, opened.story_tables())
    story.open()
    qtbot.waitUntil(lambda: any(SAFE in one for one in texts(story)))
    story.close_sheet()
    sheet = look_at(qtbot, opened, host, RESULTS)
    assert any(SAFE in one for one in (*banners(sheet), *texts(sheet)))


def test_a_visit_handed_over_where_nothing_was_ever_read_in_says_all_it_says_elsewhere(vault, tmp_path):
    told = {}
    for name in ("with", "without"):
        if name == "without":
            for path in vault.glob("published*"):
                path.unlink()
        with open_workspace(Database.open(vault / "visitapp.db", KEY)) as workspace:
            desk = workspace.open_visit(workspace.visits.all()[0].id)
            PreparePage(desk, {}.get).deleteLater()
            assert [one.value for one in Gathering(desk, workspace.published).typed()] == ["71"]
            told[name] = write_handover(
                compose_handover(desk.record, TODAY, "Europe/London"), tmp_path / name, FORMATS
            )
    assert [one.name for one in told["with"]] == [one.name for one in told["without"]]


def test_a_backup_restored_where_no_published_data_is_opens_and_takes_files_in(qtbot, vault, tmp_path, host):
    (vault / "vault.key").write_bytes(b"as it was")
    with Database.open(vault / "visitapp.db", KEY) as database:
        copy = back_up(database, vault, TODAY)
    assert key_file_of(copy).exists()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copyfile(copy, elsewhere / "visitapp.db")
    with open_workspace(Database.open(elsewhere / "visitapp.db", KEY)) as workspace:
        workspace.open_visit(workspace.visits.all()[0].id)
        page = shown(qtbot, PreparePage(workspace.desk, {}.get))
        assert banners(page) == []
        pane = shown_pane(qtbot, workspace)
        qtbot.waitUntil(lambda: any(one.startswith("Read in the national register") for one in texts(pane)))
        assert banners(pane) == []
        bring_in(qtbot, workspace, host, REGISTER)
        assert len(workspace.published.batches()) == 1


def test_a_vault_that_was_moved_has_its_published_data_with_it(vault, tmp_path):
    moved = tmp_path.parent / f"{tmp_path.name}-moved"
    shutil.copytree(vault, moved)
    with open_workspace(Database.open(moved / "visitapp.db", KEY)) as workspace:
        assert len(workspace.published.batches()) == 2
        assert workspace.published.trouble is None
