"""A register read in over another one: said before it is kept, told in the Library, and turned round by Ctrl+Z."""

import pytest
from published_files import FILES, REGISTER, RESULTS, banners, bring_in, look_at, rest, texts
from PySide6.QtCore import QThreadPool
from ui_support import accessible_name, shown
from workbook_files import saved

from ui.dialogs.import_sheet import ImportSheet
from ui.main_window.key_map import KEYS
from ui.pages.library.page import LibraryPage
from ui.pages.library.published_pane import PublishedPane
from ui.widgets.buttons import Button
from visitapp.domain.published.batches import Scope

WAIT = 20_000
LINKS = ("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate")


@pytest.fixture
def registers(tmp_path):
    """Return a register of a day, a later one that was cut short, and one that is older than both."""
    rows = REGISTER.read_text(encoding="utf-8").splitlines(keepends=True)
    found = {}
    for day, count in (("20220419", 43), ("20220601", 11), ("20210901", 43)):
        found[day] = tmp_path / f"{day}_register.csv"
        found[day].write_text("".join(rows[:count]), encoding="utf-8")
    return list(found.values())


@pytest.fixture
def pane(qtbot, workspace, look):
    """Return the pane of the Library."""
    found = PublishedPane(workspace.published, workspace.visits)
    found.resize(300, 700)
    return shown(qtbot, found)


def known(workspace):
    return sum(count for *_, count in workspace.published.authorities())


def said(qtbot, pane, words):
    qtbot.waitUntil(lambda: any(words in one for one in texts(pane)), timeout=WAIT)


@pytest.mark.usefixtures("look")
def test_before_it_is_kept_a_smaller_register_says_with_emphasis_what_it_replaces(qtbot, workspace, host, registers):
    workspace.published.bring_in(registers[0], Scope(), None, None)
    sheet = look_at(qtbot, workspace, host, registers[1])
    told = banners(sheet)[0]
    assert told.startswith("Replaces the register of 19 April 2022: 42 schools. This file has 10: 32 schools fewer.")
    assert "W-COUNT" in texts(sheet)
    assert known(workspace) == 42
    sheet.take_button.click()
    rest(qtbot, sheet)
    assert "Replaces the register of 19 April 2022: 42 schools." in banners(sheet)[0]
    assert known(workspace) == 10
    next(one for one in sheet.findChildren(Button) if one.text() == "Undo").click()
    qtbot.waitUntil(lambda: known(workspace) == 42, timeout=WAIT)


@pytest.mark.usefixtures("look")
def test_a_register_older_than_the_one_that_stands_says_that_it_will_not_speak(qtbot, workspace, host, registers):
    workspace.published.bring_in(registers[1], Scope(), None, None)
    sheet = look_at(qtbot, workspace, host, registers[2])
    assert banners(sheet)[0].startswith("Older than the register of 1 June 2022. That one goes on speaking")


@pytest.mark.usefixtures("look")
def test_a_file_of_another_kind_replaces_no_register(qtbot, workspace, host, registers):
    workspace.published.bring_in(registers[0], Scope(), None, None)
    for path in (RESULTS, FILES / "register-links.csv"):
        assert not any(one.startswith("Replaces") for one in banners(look_at(qtbot, workspace, host, path)))


@pytest.mark.usefixtures("look")
def test_a_file_without_a_row_says_just_that(qtbot, workspace, host, tmp_path):
    path = tmp_path / "links.csv"
    path.write_text(",".join(LINKS) + "\n", encoding="utf-8")
    sheet = look_at(qtbot, workspace, host, path)
    told = ["Nothing to read in. This file has column names but no row: it says nothing of any school."]
    assert banners(sheet) == told


@pytest.mark.usefixtures("look")
def test_the_buttons_are_called_what_they_say(qtbot, workspace, host):
    sheet = bring_in(qtbot, workspace, host, RESULTS)
    assert (sheet.close_button.text(), sheet.close_button.accessibleName()) == ("Close", "Close")
    again = look_at(qtbot, workspace, host, RESULTS)
    for button in (again.close_button, again.take_button, again.rejects_button):
        assert button.accessibleName() == button.text()


@pytest.mark.usefixtures("look")
def test_another_sheet_of_a_workbook_is_not_said_to_be_the_same_file(qtbot, workspace, host, tmp_path):
    rows = [LINKS, (100000, 100001, "Quillmoor", "Successor", "01-09-2024")]
    path = saved(tmp_path / "links.xlsx", ("April", rows), ("May", [*rows, (100002, 100001, "Q", "Successor", None)]))
    workspace.published.bring_in(path, Scope(), None, None, sheet="April")
    for name, is_same in (("May", False), ("April", True)):
        sheet = look_at(qtbot, workspace, host, path)
        next(one for one in sheet.findChildren(Button) if one.text() == name).click()
        rest(qtbot, sheet)
        assert any(one.startswith("This file was read in before") for one in banners(sheet)) is is_same
        sheet.close_sheet()


def test_the_same_file_under_another_name_stands_once_with_its_figures(workspace, tmp_path):
    other = tmp_path / "renamed 2018-2019.zip"
    other.write_bytes(RESULTS.read_bytes())
    published = workspace.published
    found = []
    for path in (RESULTS, other):
        published.bring_in(path, Scope(), None, None)
        (batch,) = published.batches()
        found.append((batch.file_name, published.figures_of("authority", ("850",))))
    assert [name for name, _ in found] == [RESULTS.name, other.name]
    assert found[0][1] == found[1][1] != ()


@pytest.mark.usefixtures("look")
def test_the_same_file_under_another_name_is_said_to_have_been_read_in(qtbot, workspace, host, tmp_path):
    workspace.published.bring_in(RESULTS, Scope(), None, None)
    other = tmp_path / "renamed 2018-2019.zip"
    other.write_bytes(RESULTS.read_bytes())
    assert banners(look_at(qtbot, workspace, host, other))[0].startswith("This file was read in before")


def test_sheets_of_one_workbook_with_the_very_same_rows_stand_for_themselves(workspace, tmp_path):
    rows = [LINKS, (100000, 100001, "Quillmoor", "Successor", "01-09-2024")]
    path = saved(tmp_path / "links.xlsx", ("April", rows), ("May", rows))
    other = tmp_path / "renamed.xlsx"
    other.write_bytes(path.read_bytes())
    for one, sheet in ((path, "April"), (path, "May"), (other, "April")):
        workspace.published.bring_in(one, Scope(), None, None, sheet=sheet)
    assert [one.file_name for one in workspace.published.batches()] == ["renamed.xlsx, April", "links.xlsx, May"]


def test_the_library_doubts_a_far_smaller_register_until_somebody_says_it_is_right(qtbot, workspace, registers, pane):
    for path in registers[:2]:
        workspace.published.bring_in(path, Scope(), None, None)
    pane.look_again()
    said(qtbot, pane, "32 of the 42 schools in the register of 19 April 2022 are not in it.")
    assert any("Replaces the register of 19 April 2022: 42 schools" in one for one in texts(pane))
    button = next(one for one in pane.findChildren(Button) if one.text() == "It is right")
    assert accessible_name(button).startswith("It is right. 32 of the 42 schools")
    button.click()
    qtbot.waitUntil(lambda: workspace.published.batches()[0].confirmed, timeout=WAIT)
    qtbot.waitUntil(lambda: not any("are not in it" in one for one in texts(pane)), timeout=WAIT)


def test_the_library_shows_the_register_that_speaks_though_an_older_one_was_read_in_last(
    qtbot, workspace, registers, pane
):
    for path in registers[1:]:
        workspace.published.bring_in(path, Scope(), None, None)
    pane.look_again()
    said(qtbot, pane, "Register of 1 June 2022")
    assert texts(pane)[texts(pane).index("schools") - 1] == "10"


def read_in_library(qtbot, person, path):
    """Drop a file on the Library and agree to it; return the sheet with what came of it."""
    person.window.findChild(LibraryPage).dropped.emit([path])
    sheet = person.window.findChildren(ImportSheet)[-1]
    qtbot.waitUntil(sheet.take_button.isVisible, timeout=WAIT)
    sheet.take_button.click()
    rest(qtbot, sheet)
    return sheet


def press(qtbot, person, keys):
    """Press keys in the window, which is brought to the front first."""
    person.window.activateWindow()
    qtbot.waitUntil(person.window.isActiveWindow, timeout=WAIT)
    person.hands.press(keys)


def test_ctrl_z_takes_back_what_was_read_in_last_on_the_sheet_and_in_the_library(qtbot, person, registers):
    published = person.session.workspace.published
    person.wishes.carry_out("library")
    read_in_library(qtbot, person, registers[0]).close_sheet()
    sheet = read_in_library(qtbot, person, registers[1])
    assert known(person.session.workspace) == 10
    press(qtbot, person, "Ctrl+Z")
    qtbot.waitUntil(lambda: "taken back" in banners(sheet)[0], timeout=WAIT)
    assert known(person.session.workspace) == 42
    sheet.close_sheet()
    press(qtbot, person, KEYS["redo"])
    qtbot.waitUntil(lambda: known(person.session.workspace) == 10, timeout=WAIT)
    press(qtbot, person, "Ctrl+Z")
    qtbot.waitUntil(lambda: known(person.session.workspace) == 42, timeout=WAIT)
    press(qtbot, person, "Ctrl+Z")
    qtbot.waitUntil(lambda: known(person.session.workspace) == 0, timeout=WAIT)
    assert [one.standing for one in published.batches() if one.kind == "register-search"] == [False, False]


def toast(person):
    """Return what stands at the foot of the window, empty where nothing does."""
    return accessible_name(person.window.toast) if person.window.toast.isVisible() else ""


def test_what_ctrl_z_did_to_published_data_stands_at_the_foot_of_the_window(qtbot, person, registers):
    person.wishes.carry_out("library")
    for path in registers[:2]:
        read_in_library(qtbot, person, path).close_sheet()
    page = person.window.findChild(LibraryPage)
    said(qtbot, page, "32 of the 42 schools")
    next(one for one in page.findChildren(Button) if one.text() == "It is right").click()
    qtbot.waitUntil(lambda: person.session.workspace.published.batches()[0].confirmed, timeout=WAIT)
    title = person.session.workspace.published.batches()[0].title
    for keys, words in (
        ("Ctrl+Z", f"{title} no longer marked as right"),
        (KEYS["redo"], f"{title} marked as right"),
        ("Ctrl+Z", f"{title} no longer marked as right"),
        ("Ctrl+Z", f"{title} taken back"),
        (KEYS["redo"], f"{title} read in"),
    ):
        press(qtbot, person, keys)
        qtbot.waitUntil(lambda wanted=words: toast(person) == wanted, timeout=WAIT)


def spoil(person):
    """Write over the published data of the open vault."""
    path = person.session.workspace.published._path.with_name("published.db")
    path.write_bytes(b"no database" * 1000)


def test_an_undo_of_published_data_that_fails_stands_in_the_library(qtbot, person, registers):
    person.wishes.carry_out("library")
    read_in_library(qtbot, person, registers[0]).close_sheet()
    page = person.window.findChild(LibraryPage)
    spoil(person)
    press(qtbot, person, "Ctrl+Z")
    qtbot.waitUntil(lambda: bool(banners(page)), timeout=WAIT)
    assert banners(page)[0].startswith("Nothing was changed. Nothing you wrote is in it")


def test_an_undo_of_published_data_that_fails_on_the_sheet_stands_over_it(qtbot, person, registers):
    person.wishes.carry_out("library")
    sheet = read_in_library(qtbot, person, registers[0])
    spoil(person)
    press(qtbot, person, "Ctrl+Z")
    qtbot.waitUntil(lambda: toast(person).startswith("Nothing you wrote is in it"), timeout=WAIT)
    sheet.close_sheet()


def test_an_undo_that_worked_is_said_though_published_data_cannot_be_read_any_more(qtbot, person, registers):
    published = person.session.workspace.published
    person.wishes.carry_out("library")
    read_in_library(qtbot, person, registers[0]).close_sheet()
    title = published.batches()[0].title
    with published._database().writing():
        press(qtbot, person, "Ctrl+Z")
        assert toast(person) == ""
    QThreadPool.globalInstance().waitForDone()
    spoil(person)
    qtbot.waitUntil(lambda: toast(person) == f"{title} taken back", timeout=WAIT)


def test_ctrl_z_anywhere_else_leaves_published_data_alone(qtbot, person, registers):
    person.wishes.carry_out("library")
    read_in_library(qtbot, person, registers[0]).close_sheet()
    person.wishes.carry_out("visits")
    press(qtbot, person, "Ctrl+Z")
    person.hands.settle()
    assert known(person.session.workspace) == 42
