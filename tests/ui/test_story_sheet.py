"""Tables of outcomes on screen and in Word: of an authority and of one school, from files that were read in."""

from pathlib import Path

import pytest
from vault_desk import new_database, open_workspace

from exports.word.read_back import read_back
from ui.dialogs.story_sheet import StorySheet
from ui.workspace.story import Place
from visitapp.domain.published.batches import Scope
from visitapp.domain.report import Table

pytestmark = pytest.mark.usefixtures("look")
FILES = Path(__file__).parents[1] / "files" / "published"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory, qapp):
    """A vault in which an authority's results of two years were read in."""
    with new_database(tmp_path_factory.mktemp("story") / "vault") as database, open_workspace(database) as found:
        for name in ("2017-2018_850_ks2final.zip", "2018-2019_850_ks2final.zip"):
            found.published.bring_in(FILES / name, Scope(), None, None)
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


def test_the_authority_read_in_is_shown_at_once_with_its_sources(opened):
    sheet = opened()
    shown = sheet.preview.toPlainText()
    for words in ("Expected standard by year", "Disadvantaged and other pupils", "23 % of 309", "49 (of 3,263)"):
        assert words in shown, words
    assert "Open Government Licence v3.0" in shown


def test_another_threshold_counts_again_and_what_is_no_per_cent_changes_nothing(qtbot, opened):
    sheet = opened()
    for said, kept in (("60", "60"), ("none", "60"), ("120", "60")):
        sheet.threshold.set_text(said)
        sheet.threshold.done.emit(said)
        qtbot.waitUntil(sheet.write_button.isEnabled)
        assert sheet.threshold.text() == kept
    assert "Schools below 60 %" in sheet.preview.toPlainText()


def test_one_school_has_its_own_tables_and_the_authority_can_be_picked_beside_it(qtbot, opened):
    sheet = opened(Place("850", "A school of the file", "115987"))
    assert "A school of the file" in sheet.preview.toPlainText()
    assert "Schools at or above" not in sheet.preview.toPlainText()
    sheet.place_chip.picked.emit("850")
    qtbot.waitUntil(lambda: "Schools at or above" in sheet.preview.toPlainText())


def test_what_is_shown_is_what_word_holds(qtbot, opened, tmp_path):
    sheet = opened()
    path = tmp_path / "Outcomes.docx"
    sheet.write_to(str(path))
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: sheet._notice.count() == 1)
    words = "\n".join(cell for row in read_back(path).rows for cell in row)
    tables = [block for section in sheet._report.sections for block in section.blocks if isinstance(block, Table)]
    assert len(tables) >= 7
    for table in tables:
        for row in table.rows:
            assert all(cell in words for cell in row), row


def test_a_disk_that_refuses_is_said_and_the_tables_stay(qtbot, opened, tmp_path):
    sheet = opened()
    sheet.write_to(str(tmp_path / "missing" / "Outcomes.docx"))
    qtbot.waitUntil(lambda: sheet._notice.count() == 1)
    assert "Expected standard by year" in sheet.preview.toPlainText()


def test_nothing_read_in_says_what_to_do(host, tmp_path):
    with new_database(tmp_path / "vault") as database, open_workspace(database) as workspace:
        sheet = StorySheet(host, workspace.story_tables())
        sheet.open()
        assert sheet.first_focus() is sheet.close_button
        assert not sheet.write_button.isVisible()
        assert "Read in a file of results" in sheet._state.text()
