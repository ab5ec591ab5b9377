"""Published files read in from the window: what each would give, then, once it is agreed, what came of it."""

import csv

import pytest
from published_files import FILES, REGISTER, RESULTS, banners, bring_in, look_at, rest, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from ui.dialogs.import_files import ask_for_rejects, choose_tables, save_rejects
from ui.main_window.key_map import commands_of_app
from ui.widgets.buttons import Button
from ui.workspace.published_run import FileRun
from visitapp.domain.published.batches import Scope

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def spoiled(tmp_path):
    """Return the register with three rows nobody can read."""
    path = tmp_path / "register.csv"
    lines = REGISTER.read_text(encoding="utf-8").splitlines()
    broken = [line.replace(line.split(",", 1)[0], "12", 1) for line in lines[1:4]]
    path.write_text("\n".join([*lines, *broken]), encoding="utf-8")
    return path


def test_a_file_is_looked_at_first_and_nothing_of_it_is_kept(qtbot, workspace, host):
    sheet = look_at(qtbot, workspace, host, RESULTS)
    said = texts(sheet)
    assert "Key stage 2 results, a row for each school" in said
    assert "2018/19, Final" in said
    assert any("Open Government Licence" in one for one in said)
    assert [said[said.index(word) - 1] for word in ("rows read", "to keep", "left out", "of other places")] == [
        "334",
        "334",
        "0",
        "0",
    ]
    assert workspace.published.batches() == ()


def test_agreed_to_it_is_read_in_and_can_be_taken_back_and_brought_back(qtbot, workspace, host):
    sheet = bring_in(qtbot, workspace, host, RESULTS)
    (batch,) = workspace.published.batches()
    assert "334 rows read: 334 kept, 0 left out, 0 of other places." in banners(sheet)[0]
    undo = next(one for one in sheet.findChildren(Button) if one.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: banners(sheet)[0].startswith(f"{batch.title} taken back"))
    assert not workspace.published.batches()[0].standing
    undo.click()
    qtbot.waitUntil(lambda: banners(sheet)[0].startswith(f"{batch.title} read in"))
    assert workspace.published.batches()[0].standing


def test_what_is_wrong_is_grouped_with_its_first_places(qtbot, workspace, host, spoiled):
    said = texts(look_at(qtbot, workspace, host, spoiled))
    assert "3 ×" in said
    assert "E-URN" in said
    assert any(one.startswith("line 44 URN: “12”; line 45") for one in said)


def test_the_rows_left_out_are_written_as_a_list(qtbot, workspace, host, spoiled, tmp_path):
    sheet = look_at(qtbot, workspace, host, spoiled)
    wanted = []
    sheet.rejects_wanted.connect(lambda path, faults: wanted.append((path, faults)))
    assert sheet.rejects_button.text() == "Save the list of rows left out"
    sheet.rejects_button.click()
    (path, faults) = wanted[0]
    chooser = ask_for_rejects(sheet, path, faults, native=False)
    target = tmp_path / "left out.csv"
    chooser.fileSelected.emit(str(target))
    qtbot.waitUntil(lambda: any(one.startswith("List saved") for one in banners(sheet)), timeout=10000)
    chooser.reject()
    rows = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert [(one["line"], one["code"]) for one in rows if one["code"] == "E-URN"] == [
        ("44", "E-URN"),
        ("45", "E-URN"),
        ("46", "E-URN"),
    ]


def test_several_files_are_read_one_after_another_and_one_that_cannot_be_does_not_stop_the_rest(
    qtbot, workspace, host, tmp_path
):
    letter = tmp_path / "letter.csv"
    letter.write_text("Dear all\n", encoding="utf-8")
    sheet = bring_in(qtbot, workspace, host, REGISTER, letter, RESULTS)
    told = banners(sheet)
    assert [one.split(".")[0].split(" read in")[0] for one in (told[0], told[2])] == [
        "National register of schools, a search download",
        "Key stage 2 results, a row for each school",
    ]
    assert told[1].startswith(
        "letter.csv was not read. Nothing in Visitapp was changed: the file was not read, because"
    )
    assert sheet.close_button.text() == "Close"
    assert [one.kind for one in workspace.published.batches()] == ["ks2-wide", "register-search"]


def test_one_of_several_files_can_be_left_out(qtbot, workspace, host):
    sheet = look_at(qtbot, workspace, host, REGISTER, RESULTS)
    assert sheet.skip_button.isVisible()
    sheet.skip_button.click()
    rest(qtbot, sheet)
    assert not sheet.skip_button.isVisible()
    sheet.take_button.click()
    rest(qtbot, sheet)
    assert [one.kind for one in workspace.published.batches()] == ["ks2-wide"]


def test_the_same_file_again_is_said_to_be_the_same(qtbot, workspace, host):
    bring_in(qtbot, workspace, host, RESULTS).close_sheet()
    sheet = look_at(qtbot, workspace, host, RESULTS)
    assert banners(sheet)[0].startswith("This file was read in before. The very same file was read in on 20 Nov 2025")
    assert sheet.take_button.text() == "Read in again"


def test_stopped_while_it_is_looked_at_nothing_is_kept(qtbot, workspace, host):
    sheet = look_at(qtbot, workspace, host, RESULTS)
    sheet.take_button.click()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    rest(qtbot, sheet)
    kept = workspace.published.batches()
    assert kept == () or banners(sheet)[0].startswith(kept[0].title)  # it may have been whole already
    assert sheet.close_button.text() == "Close"


def test_a_run_that_is_stopped_before_it_begins_keeps_nothing(qtbot, workspace):
    run = FileRun(workspace.published, RESULTS, Scope())
    run.stop()
    with qtbot.waitSignal(run.stopped):
        run.bring_in()
    assert workspace.published.batches() == ()


def test_escape_before_anything_was_agreed_closes_the_sheet(qtbot, workspace, host):
    sheet = look_at(qtbot, workspace, host, RESULTS)
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert workspace.published.batches() == ()


def test_a_file_of_other_places_offers_nothing_to_read_in_and_says_why(qtbot, workspace, host):
    workspace.visits.set_authorities(["201"])
    sheet = look_at(qtbot, workspace, host, REGISTER)
    assert banners(sheet)[0].startswith("Nothing to read in")
    assert not sheet.take_button.isVisible()


def test_how_far_reading_has_come_is_told_in_bytes(qtbot, workspace):
    told = []
    run = FileRun(workspace.published, RESULTS, Scope())
    run.progressed.connect(lambda done, whole: told.append((done, whole)))
    with qtbot.waitSignal(run.done, timeout=20000):
        run.look()
    assert told[-1][0] == told[-1][1]


def test_every_thing_on_the_sheet_is_reached_by_tab(qtbot, workspace, host):
    sheet = look_at(qtbot, workspace, host, REGISTER, RESULTS)
    seen = set()
    for _ in range(8):
        seen.add(sheet.window().focusWidget())
        QTest.keyClick(sheet.window().focusWidget(), Qt.Key.Key_Tab)
    assert {sheet.take_button, sheet.skip_button, sheet.close_button} <= seen


def test_several_tables_may_be_chosen(host):
    chooser = choose_tables(host, native=False)
    assert chooser.fileMode() == chooser.FileMode.ExistingFiles
    assert "*.zip" in chooser.nameFilters()[0]
    chooser.reject()


def test_the_button_for_the_list_opens_its_dialog(qtbot, workspace, host, spoiled):
    sheet = look_at(qtbot, workspace, host, spoiled)
    save_rejects(sheet)
    sheet.rejects_button.click()
    chooser = host.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("register, rows left out.csv")
    chooser.reject()


def test_the_command_is_in_the_palette():
    assert ("read-published", "Read in published data") in [(one.code, one.title) for one in commands_of_app()]


def test_no_sample_lacks_its_licence():
    assert "Open Government Licence" in (FILES / "LICENCE.txt").read_text(encoding="utf-8")
