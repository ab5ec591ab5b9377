"""Tables of outcomes on screen, in Word and in a spreadsheet: of an authority and of one school, from files."""

import contextlib
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QThreadPool
from PySide6.QtWidgets import QApplication
from ui_support import accessible_name
from vault_desk import KEY, new_database, open_workspace

from exports.handover.read_sheets import read_sheets
from exports.word.read_back import read_back
from ui.dialogs.story_sheet import StorySheet
from ui.theme.theme import theme
from ui.theme.tokens import DESK, LIGHT, TOUCH
from ui.widgets.banner import Banner
from ui.widgets.empty import EmptyState
from ui.workspace.story import Place
from visitapp.domain.papers.outcomes import outcomes_lists
from visitapp.domain.published.batches import Scope
from visitapp.domain.published.story_table import Thresholds
from visitapp.store.connection import raw_reader
from visitapp.store.database import Database

pytestmark = pytest.mark.usefixtures("look")
FILES = Path(__file__).parents[1] / "files" / "published"
RESULTS = ("2017-2018_850_ks2final.zip", "2018-2019_850_ks2final.zip")
SMALL = "116296"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory, qapp):
    """A vault in which an authority's results of two years were read in, and after them comparators."""
    with new_database(tmp_path_factory.mktemp("story") / "vault") as database, open_workspace(database) as found:
        for name in (*RESULTS, "comparators.zip"):
            found.published.bring_in(FILES / name, Scope(frozenset({"850"})), None, None)
        yield found


@pytest.fixture
def opened(qtbot, workspace, host):
    """Return a function that opens the sheet and waits until its tables stand there."""

    def open_sheet(place=None):
        sheet = StorySheet(host, workspace.story_tables(), place)
        sheet.open()
        qtbot.waitUntil(sheet.write_button.isEnabled)
        return sheet

    return open_sheet


def offered(sheet):
    """Return the places that can be picked."""
    return [one.text() for one in sheet.place_chip.menu().actions()]


def states(widget):
    """Return what stands where there is nothing to show."""
    return [one.words for one in widget.findChildren(EmptyState) if one.isVisible()]


def written(qtbot, sheet, path):
    """Write the tables and wait until the sheet says what became of it."""
    sheet.write_to(str(path))
    qtbot.waitUntil(lambda: sheet._notice.count() == 1)
    return path


def test_the_authority_read_in_is_shown_at_once_with_its_sources(opened):
    sheet = opened()
    shown = sheet.preview.toPlainText()
    for words in ("Expected standard by year", "Disadvantaged and other pupils", "23 % of 309", "49 (of 3,263)"):
        assert words in shown, words
    assert "2018/19 (Final), read in on 20 November 2025. Source: Department for Education" in shown
    assert "()" not in shown
    assert not any(one in shown for one in ("FINAL", "version", " ,"))
    assert "Published figures as read in by 20 November 2025.\n" in shown


def test_whose_figures_they_are_and_the_licence_stand_below_without_scrolling(opened):
    said = opened()._sources.text()
    assert "Compare school and college performance." in said
    assert "Local Authority Interactive Tool." in said
    assert said.count("Open Government Licence v3.0") == 1


def test_results_of_schools_speak_before_comparators_that_were_read_in_later(opened):
    rows = {row[0]: row for row in opened()._outcomes.tables[0].words()}
    assert rows["2017/18"][-2:] == ("68", "64")
    assert rows["2024/25"][-2:] == ("63", "63")


def test_other_thresholds_count_again_and_what_is_no_per_cent_changes_nothing(qtbot, opened):
    sheet = opened()
    for field, other in _both_ways(sheet.thresholds):
        for said in ("60", "none", "120"):
            before = other.text()
            field.set_text(said)
            field.done.emit(said)
            qtbot.waitUntil(sheet.write_button.isEnabled)
            assert (field.text(), other.text()) == ("60", before)
    shown = sheet.preview.toPlainText()
    assert "Schools below 60 %" in shown
    assert "Schools at or above 60 %" in shown


def _both_ways(thresholds):
    return (thresholds.below, thresholds.at_least), (thresholds.at_least, thresholds.below)


def test_one_school_has_its_own_tables_and_its_authority_comes_next_in_the_picker(qtbot, opened):
    sheet = opened(Place("850", "A school of the file", SMALL))
    qtbot.waitUntil(lambda: offered(sheet) == ["A school of the file", "Authority 850"])
    shown = sheet.preview.toPlainText()
    assert "From year to year" in shown
    assert "Schools at or above" not in shown
    assert not sheet.thresholds.isVisible()
    sheet.place_chip.picked.emit("850")
    qtbot.waitUntil(lambda: "Schools at or above" in sheet.preview.toPlainText())
    assert sheet.thresholds.isVisible()


def test_what_is_shown_is_what_word_holds(qtbot, opened, tmp_path):
    sheet = opened()
    path = written(qtbot, sheet, tmp_path / "Outcomes.docx")
    rows = set(read_back(path).rows)
    assert len(sheet._outcomes.tables) >= 8
    for table in sheet._outcomes.tables:
        assert rows.issuperset(table.words()), table.title


def test_a_spreadsheet_holds_the_same_with_numbers_as_numbers(qtbot, opened, tmp_path):
    sheet = opened()
    found = read_sheets(written(qtbot, sheet, tmp_path / "Outcomes.xlsx").read_bytes())
    lists = outcomes_lists(sheet._outcomes)
    assert len(found) == len(lists)
    for rows, one in zip(found.values(), lists, strict=True):
        whole = [(*row, *[""] * (len(one.header) - len(row))) for row in rows]
        assert whole == [one.header, *one.rows], one.title
    gap = found["Disadvantaged and other pupils"]
    assert gap[0][1:3] == ["Disadv., %", "Disadv., %: of"]
    assert ["2018/19", 49, 3263, 73, 11592, 24, 51, 71, 20] in gap
    assert ["2018/19", -0.4, -0.1, -0.7] in found["Progress since key stage 1"]


def test_a_disk_that_refuses_is_said_and_the_tables_stay(qtbot, opened, tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    for name in ("Outcomes.docx", "Outcomes.xlsx"):
        sheet = opened()
        written(qtbot, sheet, tmp_path / "taken" / name)
        assert "Expected standard by year" in sheet.preview.toPlainText()


def test_writing_that_fails_after_another_place_was_picked_leaves_its_tables_to_come(qtbot, opened, tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    sheet = opened(Place("850", "A school of the file", SMALL))
    qtbot.waitUntil(lambda: len(offered(sheet)) == 2)
    sheet.write_to(str(tmp_path / "taken" / "Outcomes.docx"))
    QThreadPool.globalInstance().waitForDone()
    sheet.place_chip.picked.emit("850")
    assert not sheet.write_button.isEnabled()
    qtbot.waitUntil(sheet.write_button.isEnabled)
    assert states(sheet) == []
    assert [accessible_name(one)[:19] for one in sheet.findChildren(Banner)] == ["That did not work. "]
    for one in (sheet.preview, sheet._sources, sheet.write_button, sheet.sheet_button, sheet.thresholds):
        assert one.isVisible()


def test_tables_that_come_take_the_place_of_why_there_were_none(qtbot, opened):
    sheet = opened()
    outcomes = sheet._outcomes
    sheet._tables.refused.emit("The disk could not be read.")
    assert states(sheet) == ["Published data cannot be read. The disk could not be read."]
    assert not sheet.preview.isVisible()
    sheet._tables.made.emit(outcomes)
    qtbot.waitUntil(lambda: states(sheet) == [])
    for one in (sheet.preview, sheet._sources, sheet.write_button, sheet.sheet_button, sheet.thresholds):
        assert one.isVisible()


@pytest.mark.parametrize(("metrics", "scale"), [(DESK, 1.0), (TOUCH, 1.0), (DESK, 1.5), (TOUCH, 1.5)])
def test_after_writing_in_a_low_window_nothing_covers_the_tables(qtbot, opened, host, tmp_path, metrics, scale):
    host.resize(1280, 640)
    theme().apply(LIGHT, metrics, scale)
    sheet = opened()
    written(qtbot, sheet, tmp_path / "Outcomes.docx")
    QApplication.processEvents()
    tables, sources, button = (_place(one, sheet) for one in (sheet.preview, sheet._sources, sheet.write_button))
    notice = _place(sheet.findChild(Banner), sheet)
    for above, below in ((notice, tables), (tables, sources), (sources, button)):
        assert above.bottom() < below.top()
    assert sheet.sheet.geometry().contains(button)
    assert tables.height() >= 60


def _place(widget, sheet):
    return QRect(widget.mapTo(sheet, QPoint()), widget.size())


def test_nothing_read_in_says_what_to_do(qtbot, host, tmp_path):
    with new_database(tmp_path / "vault") as database, open_workspace(database) as workspace:
        sheet = StorySheet(host, workspace.story_tables())
        sheet.open()
        qtbot.waitUntil(lambda: bool(states(sheet)))
        assert states(sheet)[0].endswith(
            "yet. Read in a file of key stage 2 results in the Library; its tables then appear here."
        )
        assert sheet.first_focus() is sheet.close_button
        for one in (sheet.write_button, sheet.sheet_button, sheet.school_button, sheet.thresholds, sheet.preview):
            assert not one.isVisible()
        sheet.close_sheet()


def test_the_sheet_stands_before_the_register_was_gone_through_for_names(qtbot, workspace, host):
    sheet = StorySheet(host, workspace.story_tables())
    sheet.open()
    assert offered(sheet) == []
    assert sheet.close_button.hasFocus()
    qtbot.waitUntil(sheet.write_button.isEnabled)
    assert offered(sheet) != []
    assert sheet.place_chip.hasFocus()


@pytest.fixture
def spoilt(tmp_path):
    """A vault whose published data was written over."""
    new_database(tmp_path / "vault").close()
    (tmp_path / "vault" / "published.db").write_bytes(b"no database" * 1000)
    with open_workspace(Database.open(tmp_path / "vault" / "visitapp.db", KEY)) as found:
        yield found


@pytest.mark.parametrize("place", [None, Place("850", "A school", SMALL)])
def test_published_data_that_cannot_be_read_is_said_instead_of_tables_that_are_empty(qtbot, host, spoilt, place):
    sheet = StorySheet(host, spoilt.story_tables(), place)
    sheet.open()
    qtbot.waitUntil(lambda: bool(states(sheet)))
    assert states(sheet)[0].startswith("Published data cannot be read. Nothing you wrote is in it")
    assert not any(one.isVisible() for one in (sheet.preview, sheet.write_button, sheet.sheet_button))
    sheet.close_sheet()


@pytest.fixture
def damaged(tmp_path):
    """Return a function that opens a vault with results read in, of which one table was damaged on the disk."""
    with contextlib.ExitStack() as vaults:

        def open_damaged(table):
            with open_workspace(new_database(tmp_path / "vault")) as found:
                found.published.bring_in(FILES / "ks2_long_authority.csv", Scope(), None, None)
                found.published.bring_in(FILES / RESULTS[1], Scope(frozenset({"850"})), None, None)
                found.published.bring_in(FILES / "register-links.csv", Scope(), None, None)
            _spoil(tmp_path / "vault" / "published.db", table)
            return vaults.enter_context(open_workspace(Database.open(tmp_path / "vault" / "visitapp.db", KEY)))

        yield open_damaged


def _spoil(path, table):
    """Write over the first page of a table and of each of its indexes."""
    with raw_reader(path, KEY) as lent:
        size = int(lent.execute("pragma page_size").fetchone()[0])
        pages = lent.execute("select rootpage from sqlite_master where tbl_name = ?", (table,)).fetchall()
    with path.open("r+b") as file:
        for (page,) in pages:
            file.seek((page - 1) * size)
            file.write(bytes(size))


def test_tables_without_the_links_they_need_are_not_shown_as_if_there_were_none(qtbot, host, damaged):
    workspace = damaged("link")
    assert workspace.published.figures_of("school", [SMALL])
    sheet = StorySheet(host, workspace.story_tables(), Place("850", "A school", SMALL))
    sheet.open()
    qtbot.waitUntil(lambda: bool(states(sheet)) or sheet.write_button.isEnabled())
    assert states(sheet)[0].startswith("Published data cannot be read. Nothing you wrote is in it")
    assert not any(one.isVisible() for one in (sheet.preview, sheet.write_button, sheet.sheet_button))
    sheet.close_sheet()


def test_what_another_screen_reads_meanwhile_hides_no_trouble_with_the_places(qtbot, host, damaged):
    workspace = damaged("figure")
    sheet = StorySheet(host, workspace.story_tables())
    sheet.open()
    QThreadPool.globalInstance().waitForDone()
    assert len(workspace.published.batches()) == 3
    qtbot.waitUntil(lambda: bool(states(sheet)))
    assert states(sheet)[0].startswith("Published data cannot be read. Nothing you wrote is in it")
    sheet.close_sheet()


def test_trouble_of_another_screen_hides_no_tables(qtbot, host, damaged):
    workspace = damaged("link")
    sheet = StorySheet(host, workspace.story_tables())
    sheet.open()
    assert workspace.published.links_of(SMALL) == ()
    qtbot.waitUntil(lambda: bool(states(sheet)) or sheet.write_button.isEnabled())
    assert workspace.published.trouble is not None
    assert states(sheet) == []
    sheet.close_sheet()


def test_choosing_a_school_says_that_published_data_cannot_be_read(qtbot, host, spoilt):
    sheet = StorySheet(host, spoilt.story_tables(), Place("850", "A school", SMALL))
    sheet.open()
    qtbot.waitUntil(lambda: bool(states(sheet)))
    sheet.school_button.click()
    assert states(sheet.choice)[0].startswith("Published data cannot be read. Nothing you wrote is in it")
    assert sheet.choice.back_button.hasFocus()
    sheet.close_sheet()


def test_without_a_register_choosing_a_school_says_where_to_read_one_in(qtbot, opened):
    sheet = opened()
    sheet.school_button.click()
    assert states(sheet.choice)[0].startswith("No register has been read in yet.")
    assert sheet.choice.isVisible()
    assert not sheet.choice.take_button.isVisible()
    assert sheet.choice.back_button.hasFocus()
    sheet.choice.back_button.click()
    assert sheet.preview.isVisible()
    assert sheet.school_button.hasFocus()


@pytest.fixture
def with_register(qtbot, workspace, opened):
    """The sheet while schools are looked for, in a vault that knows their names."""
    if not workspace.published.authorities():
        workspace.published.bring_in(FILES / "register-search.csv", Scope(), None, None)
    sheet = opened()
    sheet.school_button.click()
    return sheet


def test_a_school_is_found_by_keyboard_and_its_tables_are_shown(qtbot, with_register):
    sheet, search = with_register, with_register.choice.search
    assert search.field.hasFocus()
    assert not sheet.choice.take_button.isEnabled()
    qtbot.keyClicks(search.field, "juni")
    qtbot.waitUntil(lambda: search.found.rowCount() > 2)
    second = search.found.school(1).name
    qtbot.keyClick(search.field, Qt.Key.Key_Down)
    qtbot.keyClick(search.field, Qt.Key.Key_Down)
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(sheet.write_button.isEnabled)
    assert sheet.preview.toPlainText().startswith(second)
    assert "From year to year" in sheet.preview.toPlainText()
    assert sheet.place_chip.hasFocus()
    assert offered(sheet) == [second, "Hampshire"]


def test_a_school_is_found_by_pointing_too(qtbot, with_register):
    sheet, search = with_register, with_register.choice.search
    search.field.setText("anton")
    qtbot.waitUntil(lambda: search.found.rowCount() == 1)
    sheet.choice.take_button.click()
    qtbot.waitUntil(sheet.write_button.isEnabled)
    assert sheet._outcomes.place == "Anton Junior School"


def test_only_schools_with_results_are_offered(qtbot, with_register):
    search = with_register.choice.search
    search.field.setText("infant")
    qtbot.waitUntil(lambda: "No school" in search._state.text())
    assert not with_register.choice.take_button.isEnabled()


def test_escape_goes_back_to_the_tables_before_it_closes_the_sheet(qtbot, with_register):
    sheet = with_register
    qtbot.keyClick(sheet.choice.search.field, Qt.Key.Key_Escape)
    assert sheet.preview.isVisible()
    assert sheet.isVisible()
    qtbot.keyClick(sheet.school_button, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_of_two_wishes_in_a_row_only_the_last_is_answered(qtbot, workspace):
    tables, made = workspace.story_tables(), []
    tables.made.connect(made.append)
    found = []
    tables.find_places(found.extend, pytest.fail)
    qtbot.waitUntil(lambda: bool(found))
    (authority,) = (one for one in found if one.authority == "850")
    tables.make(authority, Thresholds())
    with qtbot.waitSignal(tables.made):
        tables.make(Place("850", "A small school", SMALL), Thresholds())
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert [one.place for one in made] == ["A small school"]


def test_another_place_picked_while_schools_are_looked_for_leads_back_to_its_tables(qtbot, with_register):
    sheet = with_register
    sheet.choice.search.field.setText("anton")
    qtbot.waitUntil(lambda: "1 school found" in sheet.choice.search._state.text())
    sheet.choice.search.field.clear()
    qtbot.waitUntil(lambda: sheet.choice.search._state.text() == "")
    sheet.place_chip.menu().actions()[-1].trigger()
    assert sheet.choice.isHidden()
    qtbot.waitUntil(sheet.write_button.isEnabled)
    assert sheet.preview.isVisible()
