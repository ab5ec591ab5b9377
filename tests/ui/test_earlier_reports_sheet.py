"""Earlier reports read in from the window: a visit for each, and every text that was not understood on the sheet."""

import pytest
from earlier_report import SOURCE
from PySide6.QtWidgets import QFileDialog, QWidget
from ui_support import accessible_name
from vault_desk import new_database, open_workspace

from ui.dialogs.earlier_reports import EarlierReportsSheet, choose_reports
from ui.main_window.key_map import commands_of_app
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a workspace and a window of the size of a small laptop."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 720)
    host.show()
    with open_workspace(new_database(tmp_path / "vault")) as workspace:
        yield workspace, host


def read_in(qtbot, opened, *paths):
    workspace, host = opened
    sheet = EarlierReportsSheet(workspace.earlier_reports(), host)
    sheet.read_in(paths)
    qtbot.waitUntil(lambda: button(sheet).text() == "Close", timeout=20000)
    return sheet


def button(sheet):
    return sheet.first_focus()


def banners(sheet):
    return [accessible_name(one) for one in sheet.findChildren(Banner)]


def texts(sheet):
    return [one.text() for one in sheet.findChildren(Text)]


def altered(tmp_path, name, before, after):
    path = tmp_path / name
    path.write_text(SOURCE.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    return path


def test_a_report_becomes_a_visit_and_the_sheet_says_what_was_found(qtbot, opened):
    sheet = read_in(qtbot, opened, SOURCE)
    (told,) = banners(sheet)
    assert told.startswith("Wrenfield Primary School, Peer review, 9 March 2026")
    assert "12 of 12 sections, 23 findings, 0 actions" in told
    assert "Everything was understood." in told
    (visit,) = opened[0].visits.all()
    assert visit.school == "Wrenfield Primary School"
    assert len(opened[0].visits.load(visit.id).findings()) == 23


def test_what_was_not_understood_stands_on_the_sheet_with_its_place(qtbot, opened, tmp_path):
    path = altered(tmp_path, "more.txt", "Accredited\n", "Accredited\nSee the annex.\n")
    said = texts(read_in(qtbot, opened, path))
    assert "1 text was not understood" in said
    assert said.index("Area of Excellence") < said.index("See the annex.")


def test_a_file_that_is_no_report_is_refused_by_name_and_the_next_is_read(qtbot, opened, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all", encoding="utf-8")
    sheet = read_in(qtbot, opened, letter, SOURCE)
    first, second = banners(sheet)
    assert first.startswith("letter.txt was not read. Nothing in Visitapp was changed")
    assert second.startswith("Wrenfield")
    assert any(one.startswith("1 visit made. 1 file not read.") for one in texts(sheet))


def test_a_report_read_twice_makes_one_visit(qtbot, opened):
    sheet = read_in(qtbot, opened, SOURCE)
    sheet.close_sheet()
    assert "was read before and nothing was changed" in banners(read_in(qtbot, opened, SOURCE))[0]
    assert len(opened[0].visits.all()) == 1


def test_a_report_without_a_date_stands_under_today_and_says_so(qtbot, opened, tmp_path):
    path = altered(tmp_path, "undated.txt", "Date of this Review:\t09/03/2026\n", "")
    assert "No date of the visit was found" in banners(read_in(qtbot, opened, path))[0]
    (visit,) = opened[0].visits.all()
    assert visit.starts_on == "2025-11-20"


def test_stopped_it_ends_after_the_report_being_read(qtbot, opened, tmp_path):
    workspace, host = opened
    sheet = EarlierReportsSheet(workspace.earlier_reports(), host)
    others = [altered(tmp_path, f"{name}.txt", "Wrenfield", name) for name in ("Otherfield", "Thirdfield")]
    sheet.read_in([SOURCE, *others])
    sheet.close_sheet()
    qtbot.waitUntil(lambda: button(sheet).text() == "Close", timeout=20000)
    assert [one.school for one in workspace.visits.all()] == ["Wrenfield Primary School"]


def test_the_visit_is_opened_from_the_sheet(qtbot, opened):
    sheet = read_in(qtbot, opened, SOURCE)
    (visit,) = opened[0].visits.all()
    way = next(one for one in sheet.findChildren(Button) if accessible_name(one) == "Open visit")
    with qtbot.waitSignal(sheet.visit_wanted) as wanted:
        way.click()
    assert wanted.args == [visit.id]
    assert sheet.isHidden()


def test_several_files_may_be_chosen(qtbot, opened):
    chooser = choose_reports(opened[1], native=False)
    assert chooser.fileMode() == QFileDialog.FileMode.ExistingFiles
    assert "*.docx" in chooser.nameFilters()[0]
    chooser.reject()


def test_the_command_is_in_the_palette():
    assert ("read-reports", "Read an earlier report") in [(one.code, one.title) for one in commands_of_app()]
