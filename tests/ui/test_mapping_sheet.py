"""A table nobody has seen, explained on the sheet that reads it in, and remembered for the next with its columns."""

import pytest
from published_files import REGISTER, banners, bring_in, look_at, rest, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.parts.mapping_form import MappingForm
from ui.widgets.chips import PickerChip

pytestmark = pytest.mark.usefixtures("look")

WIDE = "URN,School,Cohort,RWM %,Phonics %\n115850,Alton Infant School,41,64%,82\n115851,Anstey,60,SUPP,90\n"
LONG = "URN,Year,Indicator,Pupils,Result,Size\n115850,2023/24,Met,All pupils,64,41\n115850,2023/24,Met,Girls,71,20\n"
RWM, PHONICS = "ks2-rwm-expected", "phonics-y1"


@pytest.fixture
def export(tmp_path):
    """Return what writes a table to be read in."""

    def written(text, name="export.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def form_of(sheet):
    return next(one for one in sheet.findChildren(MappingForm) if one.isVisible())


def pick(picker, words):
    """Choose from a picker's menu by the words shown."""
    picker.menu().aboutToShow.emit()
    next(one for one in picker.menu().actions() if one.text() == words).trigger()


def explain_wide(sheet, year="2024/25"):
    form = form_of(sheet)
    pick(form.columns.lines["rwm %"].measure, "Reading, writing and maths: expected standard")
    pick(form.columns.lines["rwm %"].cohort, "Cohort")
    pick(form.columns.lines["phonics %"].measure, "Year 1 phonics: expected standard")
    form.year.set_text(year)
    form.done_button.click()


def figures(workspace):
    return sorted(
        (one.code, one.year, one.measure, one.group, one.value, one.status, one.cohort)
        for one in workspace.published.figures_of("school", ["115850", "115851"])
        if one.measure in (RWM, PHONICS)
    )


def test_the_columns_stand_there_with_values_and_the_schools_column_is_chosen(qtbot, workspace, host, export):
    sheet = look_at(qtbot, workspace, host, export(WIDE))
    form = form_of(sheet)
    assert "export.csv is of no kind known here." in texts(sheet)
    assert "64%, SUPP" in texts(form)
    assert (form.school.current(), form.school_by.current()) == ("urn", "urn")
    assert form.columns.lines["urn"].isHidden()
    assert not sheet.take_button.isVisible()


def test_explained_by_columns_it_is_looked_at_and_then_read_in(qtbot, workspace, host, export):
    sheet = look_at(qtbot, workspace, host, export(WIDE))
    explain_wide(sheet)
    rest(qtbot, sheet)
    assert workspace.published.batches() == ()
    sheet.take_button.click()
    rest(qtbot, sheet)
    assert figures(workspace) == [
        ("115850", "2025", RWM, "all", 64.0, "ok", 41),
        ("115850", "2025", PHONICS, "all", 82.0, "ok", 0),
        ("115851", "2025", RWM, "all", None, "suppressed", 0),
        ("115851", "2025", PHONICS, "all", 90.0, "ok", 0),
    ]
    assert workspace.published.batches()[0].title == "export"


def test_explained_by_rows_it_is_read_in_by_what_its_words_mean(qtbot, workspace, host, export):
    sheet = look_at(qtbot, workspace, host, export(LONG))
    form = form_of(sheet)
    form.layout_by.button("long").click()
    form.year_by.button("column").click()
    pick(form.year_column, "Year")
    for picker, column in (
        (form.rows.measure, "Indicator"),
        (form.rows.value, "Result"),
        (form.rows.group, "Pupils"),
        (form.rows.cohort, "Size"),
    ):
        pick(picker, column)
    pick(form.rows.words["Met"], "Reading, writing and maths: expected standard")
    assert form.rows.group_words["Girls"].current() == "girls"
    form.done_button.click()
    rest(qtbot, sheet)
    sheet.take_button.click()
    rest(qtbot, sheet)
    assert figures(workspace) == [
        ("115850", "2024", RWM, "all", 64.0, "ok", 41),
        ("115850", "2024", RWM, "girls", 71.0, "ok", 20),
    ]
    again = look_at(qtbot, workspace, host, export(LONG.replace("64", "65"), "next.csv"))
    assert again.take_button.isVisible()


def test_the_next_file_with_the_same_columns_is_read_at_once_when_its_name_says_the_year(
    qtbot, workspace, host, export
):
    sheet = look_at(qtbot, workspace, host, export(WIDE))
    explain_wide(sheet)
    rest(qtbot, sheet)
    sheet.take_button.click()
    rest(qtbot, sheet)
    bring_in(qtbot, workspace, host, export(WIDE.replace("64%", "70%"), "export 2025-26.csv"))
    assert ("115850", "2026", RWM, "all", 70.0, "ok", 41) in figures(workspace)
    assert workspace.published.batches()[0].period == "2025/26"


def test_the_next_file_asks_for_its_year_alone_when_nothing_says_it(qtbot, workspace, host, export):
    sheet = look_at(qtbot, workspace, host, export(WIDE))
    explain_wide(sheet)
    rest(qtbot, sheet)
    sheet.take_button.click()
    rest(qtbot, sheet)
    again = look_at(qtbot, workspace, host, export(WIDE.replace("64%", "70%"), "next.csv"))
    form = form_of(again)
    assert form.columns.lines["rwm %"].measure.current() == RWM
    assert form.columns.lines["rwm %"].cohort.current() == "cohort"
    assert form.year.text() == ""
    form.year.set_text("2025/26")
    form.done_button.click()
    rest(qtbot, again)
    again.take_button.click()
    rest(qtbot, again)
    assert ("115850", "2026", RWM, "all", 70.0, "ok", 41) in figures(workspace)


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        ("", "Say which year the file is about"),
        ("24", "Say the year as 2024/25 or 2025."),
        ("2024/27", "Say the year"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_read(qtbot, workspace, host, export, year, sentence):
    sheet = look_at(qtbot, workspace, host, export(WIDE))
    explain_wide(sheet, year)
    assert any(one.startswith(sentence) for one in texts(sheet))
    assert form_of(sheet).isVisible()


def test_a_file_nobody_wants_to_explain_is_left_out(qtbot, workspace, host, export):
    sheet = look_at(qtbot, workspace, host, export(WIDE), REGISTER)
    form_of(sheet).left_button.click()
    rest(qtbot, sheet)
    assert "National register of schools, a search download" in texts(sheet)
    assert banners(sheet) == []


def test_hundreds_of_columns_are_shown_some_at_a_time(qtbot, workspace, host, export):
    names = [f"Column {number}" for number in range(300)]
    text = f"URN,{','.join(names)}\n115850,{','.join(['1'] * 300)}\n"
    form = form_of(look_at(qtbot, workspace, host, export(text)))
    assert len(form.columns.lines) == 40
    form.columns.more_button.click()
    assert len(form.columns.lines) == 80


def test_every_question_has_a_name_and_is_reached_by_tab(qtbot, workspace, host, export):
    sheet = look_at(qtbot, workspace, host, export(WIDE))
    form = form_of(sheet)
    pickers = [one for one in form.findChildren(PickerChip) if one.isVisible()]
    assert all(one.accessibleName() for one in pickers)
    seen = set()
    for _ in range(30):
        seen.add(host.focusWidget())
        QTest.keyClick(host.focusWidget(), Qt.Key.Key_Tab)
    assert set(pickers) <= seen
    assert form.done_button in seen
