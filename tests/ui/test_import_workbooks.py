"""Excel workbooks read in from the window: one sheet by itself, of several the one that is chosen, and remembered."""

import pytest
from published_files import RESULTS, banners, bring_in, look_at, rest, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from workbook_files import asp_like, saved

from ui.dialogs.import_files import choose_tables
from ui.parts.mapping_form import MappingForm
from ui.parts.sheet_choice import SheetChoice

pytestmark = pytest.mark.usefixtures("look")

LINKS = ("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate")
RWM, PHONICS = "ks2-rwm-expected", "phonics-y1"


@pytest.fixture
def several(tmp_path):
    """Return a workbook with two tables."""
    rows = [LINKS, (100000, 100001, "Quillmoor", "Successor", "01-09-2024")]
    return saved(tmp_path / "links.xlsx", ("April", rows), ("May", [*rows, (100002, 100001, "Q", "Successor", None)]))


def choice_on(sheet):
    return next(one for one in sheet.findChildren(SheetChoice) if one.isVisible())


def explain(sheet):
    """Say what the columns of the export hold."""
    form = next(one for one in sheet.findChildren(MappingForm) if one.isVisible())
    for column, words in (
        ("rwm %", "Reading, writing and maths: expected standard"),
        ("phonics %", "Year 1 phonics: expected standard"),
    ):
        menu = form.columns.lines[column].measure.menu()
        menu.aboutToShow.emit()
        next(one for one in menu.actions() if one.text() == words).trigger()
    form.year.set_text("2024/25")
    form.done_button.click()


def test_of_several_sheets_one_is_chosen_and_only_that_is_read_in(qtbot, workspace, host, several):
    sheet = look_at(qtbot, workspace, host, several)
    assert "links.xlsx holds several tables." in texts(sheet)
    choice = choice_on(sheet)
    assert [one.text() for one in choice.buttons] == ["April", "May"]
    assert host.focusWidget() is choice.buttons[0]
    assert not sheet.take_button.isVisible()
    choice.buttons[1].click()
    rest(qtbot, sheet)
    said = texts(sheet)
    assert "Sheet: May" in said
    assert said[said.index("to keep") - 1] == "2"
    sheet.take_button.click()
    rest(qtbot, sheet)
    (batch,) = workspace.published.batches()
    assert (batch.file_name, batch.kept) == ("links.xlsx, May", 2)
    assert len(workspace.published.links_of("100002")) == 1


def test_the_sheets_are_chosen_by_keyboard_alone(qtbot, workspace, host, several):
    sheet = look_at(qtbot, workspace, host, several)
    QTest.keyClick(host.focusWidget(), Qt.Key.Key_Tab)
    assert host.focusWidget() is choice_on(sheet).buttons[1]
    QTest.keyClick(host.focusWidget(), Qt.Key.Key_Space)
    rest(qtbot, sheet)
    assert "Sheet: May" in texts(sheet)


def test_a_workbook_nobody_wants_to_choose_of_is_left_out(qtbot, workspace, host, several):
    sheet = look_at(qtbot, workspace, host, several, RESULTS)
    choice_on(sheet).left_button.click()
    rest(qtbot, sheet)
    assert "Key stage 2 results, a row for each school" in texts(sheet)
    assert banners(sheet) == []


def test_an_export_is_explained_once_and_the_next_workbook_is_read_by_itself(qtbot, workspace, host, tmp_path):
    sheet = look_at(qtbot, workspace, host, asp_like(tmp_path / "asp.xlsx"))
    explain(sheet)
    rest(qtbot, sheet)
    said = texts(sheet)
    assert any(one.startswith("This line is a title above the names of the columns") for one in said)
    sheet.take_button.click()
    rest(qtbot, sheet)
    later = asp_like(tmp_path / "asp 2025-26.xlsx", ((115850, "Alton Infant School", 44, 0.7, 85),))
    bring_in(qtbot, workspace, host, later)
    found = {
        (one.year, one.measure): (one.value, one.status)
        for one in workspace.published.figures_of("school", ["115850", "115851"])
        if one.code == "115850"
    }
    assert found == {
        ("2025", RWM): (64.0, "ok"),
        ("2025", PHONICS): (82.0, "ok"),
        ("2026", RWM): (70.0, "ok"),
        ("2026", PHONICS): (85.0, "ok"),
    }


def test_a_chosen_sheet_of_no_known_kind_is_explained_and_read(qtbot, workspace, host, tmp_path):
    head = ("URN", "Cohort", "RWM %", "Phonics %")
    path = saved(
        tmp_path / "own.xlsx", ("Autumn", [head, (115850, 41, 60, 70)]), ("Summer", [head, (115850, 41, 64, 82)])
    )
    sheet = look_at(qtbot, workspace, host, path)
    choice_on(sheet).buttons[1].click()
    rest(qtbot, sheet)
    explain(sheet)
    rest(qtbot, sheet)
    sheet.take_button.click()
    rest(qtbot, sheet)
    figures = workspace.published.figures_of("school", ["115850"])
    assert sorted(one.value for one in figures) == [64.0, 82.0]


def test_a_formula_nobody_worked_out_is_told_with_its_place(qtbot, workspace, host, tmp_path):
    path = saved(tmp_path / "f.xlsx", ("Data", [LINKS, (100000, 100001, "Quill", "Successor", "=TODAY()")]))
    said = texts(look_at(qtbot, workspace, host, path))
    assert "W-FORMULA" in said
    assert any(one.startswith("line 2 LinkEstablishedDate") for one in said)


def test_what_differs_from_what_was_read_in_before_is_told_before_anything_is_kept(qtbot, workspace, host, tmp_path):
    from ui.workspace.published import Scope

    bring_in(qtbot, workspace, host, RESULTS).close_sheet()
    fewer = tmp_path / "2018-2019_850_ks2final.csv"
    fewer.write_bytes(_without_half(RESULTS))
    found = workspace.published.look(fewer, Scope(), None, None)
    said = {code: [one.raw for one in found.tally.first[code]] for code in found.tally.faults if code[0] == "W"}
    assert said["W-COUNT"] == ["165 schools, 331 in the last"]
    assert said["W-NATION"] == ["66%, before 65%"]
    sheet = look_at(qtbot, workspace, host, fewer)
    assert {"W-COUNT", "W-NATION"} <= set(texts(sheet))
    assert sheet.take_button.isVisible()


def _without_half(path):
    """Return a file of results with half the schools, and another figure for the nation."""
    import csv
    import io
    import zipfile

    with zipfile.ZipFile(path) as package:
        content = package.read(next(one for one in package.namelist() if one.endswith("ks2final.csv")))
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    kind, figure = header.index("RECTYPE"), header.index("PTRWM_EXP")
    schools = [row for row in rows if row[kind] in "12"]
    others = [row for row in rows if row[kind] not in "12"]
    for row in others:
        row[figure] = "66%" if row[kind] == "5" else row[figure]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([header, *schools[: len(schools) // 2], *others])
    return out.getvalue().encode("utf-8")


def test_workbooks_are_offered_where_files_are_chosen(host):
    chooser = choose_tables(host, native=False)
    assert "*.xlsx *.xlsm" in chooser.nameFilters()[0]
    chooser.reject()
