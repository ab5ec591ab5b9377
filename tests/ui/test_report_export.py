"""The way out: the dialog asks and never blocks, the file is written and read back, what happened is said."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from stage_desk import VISIT, vault
from ui_support import accessible_name, is_checked, shown

from ui.dialogs.export_report import ExportReport, Offers
from ui.pages.report import ReportPage
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.chips import PickerChip
from ui.widgets.radio_card import RadioCard
from ui.widgets.segmented import SegmentButton
from ui.widgets.text import Text
from visitapp.domain.answering import Remark, Returned
from visitapp.domain.checks import CheckResult
from visitapp.domain.finding import Finding
from visitapp.domain.framework import Check
from visitapp.domain.writing import Block

Key = Qt.Key
NEEDED = CheckResult(Check("a", "mentions", "Impact of governance"), False, "Not said yet", "report:x")
WISHED = CheckResult(Check("b", "mentions", "Evidence for all", required=False), False, "2 findings", "report:y")
WRITTEN = (
    Block("b1", VISIT, "context", 1.0, "The visit was short."),
    Finding("f1", VISIT, "strength", "", "Early reading is precise.", position=1.0),
)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def opened(qtbot, tmp_path):
    """Give a function that shows the report of a visit with these records."""
    with ExitStack() as stack:

        def open_page(*before):
            kept = stack.enter_context(vault(tmp_path, before=before))
            page = ReportPage(kept.desk, tmp_path / "reports")
            page.resize(1208, 580)
            return shown(qtbot, page), kept

        yield open_page


PAPERS = (("governors", "Governors\u2019 half page"), ("actions", "Action sheet"))


def name_for(status, paper="", suffix=".docx"):
    return " - ".join(part for part in ("Sallowfield", paper, f"{status} v1{suffix}") if part)


def for_whom(paper):
    return ("Chair of governors",) if paper == "governors" else ("Headteacher", "Chair of governors")


def asked(qtbot, folder, unmet=()):
    dialog = ExportReport(Offers(name_for, PAPERS, for_whom), Path(folder), unmet, native=False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def named(widget, kind, words):
    return next(one for one in widget.findChildren(kind) if words in accessible_name(one))


def words(widget):
    return [one.text() for one in widget.findChildren(Text) if one.isVisibleTo(widget)]


def test_enter_exports_a_draft_under_the_name_that_is_offered(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path)
    with qtbot.waitSignal(dialog.wanted) as wanted:
        qtbot.keyClick(named(dialog, QLineEdit, "File name"), Key.Key_Return)
    assert wanted.args == [tmp_path / "Sallowfield - DRAFT v1.docx", "DRAFT", "", ""]


def test_final_changes_the_name_that_is_offered(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path)
    named(dialog, RadioCard, "Final").click()
    assert dialog.status() == "FINAL"
    assert dialog.path().name == "Sallowfield - FINAL v1.docx"
    named(dialog, RadioCard, "Draft").click()
    assert dialog.path().name == "Sallowfield - DRAFT v1.docx"


def test_another_paper_a_pdf_and_whom_it_is_for_are_chosen(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path)
    for name, words in (("Paper", "Governors\u2019 half page"), ("For", "Chair of governors")):
        chip = named(dialog, PickerChip, name)
        next(one for one in chip.menu().actions() if one.text() == words).trigger()
    named(dialog, SegmentButton, "PDF").click()
    assert dialog.path().name == "Sallowfield - governors - DRAFT v1.pdf"
    with qtbot.waitSignal(dialog.wanted) as wanted:
        named(dialog, Button, "Export").click()
    assert wanted.args[2:] == ["governors", "Chair of governors"]


def test_a_name_of_ones_own_takes_the_ending_of_the_format(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path)
    field = named(dialog, QLineEdit, "File name")
    field.selectAll()
    qtbot.keyClicks(field, "Mine.docx")
    named(dialog, SegmentButton, "PDF").click()
    assert dialog.path().name == "Mine.pdf"


def test_whom_another_paper_is_not_for_is_let_go(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path)
    whom, paper = named(dialog, PickerChip, "For"), named(dialog, PickerChip, "Paper")
    next(one for one in whom.menu().actions() if one.text() == "Headteacher").trigger()
    assert dialog.recipient() == "Headteacher"
    next(one for one in paper.menu().actions() if one.text() == "Governors\u2019 half page").trigger()
    assert dialog.recipient() == ""


def test_a_name_of_ones_own_is_kept_whatever_the_status(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path)
    field = named(dialog, QLineEdit, "File name")
    field.selectAll()
    qtbot.keyClicks(field, "Mine")
    named(dialog, RadioCard, "Final").click()
    assert dialog.path() == tmp_path / "Mine.docx"


@pytest.mark.parametrize(
    ("typed", "name"), [("a/b.docx", "b.docx"), ("..\\x", "x.docx"), ("", "Sallowfield - DRAFT v1.docx")]
)
def test_a_name_never_names_a_folder(qtbot, tmp_path, typed, name):
    dialog = asked(qtbot, tmp_path)
    field = named(dialog, QLineEdit, "File name")
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    qtbot.keyClicks(field, typed)
    assert dialog.path() == tmp_path / name


def test_unmet_items_are_shown_and_final_stays_possible(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path, [NEEDED, WISHED])
    assert "Impact of governance. Not said yet" in words(dialog)
    assert "Evidence for all. 2 findings" in words(dialog)
    named(dialog, RadioCard, "Final").click()
    assert "1 required item is not met. The report says it is final all the same." in words(dialog)
    with qtbot.waitSignal(dialog.wanted) as wanted:
        named(dialog, Button, "Export").click()
    assert wanted.args[1] == "FINAL"


def test_many_unmet_items_are_counted_rather_than_listed(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path, [NEEDED] * 7)
    assert "and 3 more" in words(dialog)


def test_a_draft_says_nothing_of_required_items(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path, [NEEDED])
    assert not [one for one in words(dialog) if "required" in one]


def test_a_file_that_would_be_replaced_is_told(qtbot, tmp_path):
    (tmp_path / name_for("DRAFT")).write_text("older")
    assert "There is a file of this name. It will be replaced." in words(asked(qtbot, tmp_path))


def test_a_folder_is_chosen(qtbot, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    dialog = asked(qtbot, tmp_path)
    named(dialog, Button, "Choose a folder").click()
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(other))
    chooser.close()
    assert dialog.path().parent == other


def test_cancel_exports_nothing(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path)
    with qtbot.assertNotEmitted(dialog.wanted):
        named(dialog, Button, "Cancel").click()
    assert not dialog.isVisible()


def test_everything_in_the_dialog_has_a_name_and_one_of_two_is_held(qtbot, tmp_path):
    dialog = asked(qtbot, tmp_path)
    cards = dialog.findChildren(RadioCard)
    assert [is_checked(card) for card in cards] == [True, False]
    assert all(
        accessible_name(one) for one in [*cards, *dialog.findChildren(Button), *dialog.findChildren(QLineEdit)]
    )


def test_export_writes_a_file_and_says_what_was_read_back(qtbot, opened, tmp_path):
    page, kept = opened(*WRITTEN)
    page.run("export")
    dialog = page.findChild(ExportReport)
    qtbot.keyClick(named(dialog, QLineEdit, "File name"), Key.Key_Return)
    qtbot.waitUntil(lambda: bool(kept.desk.record.exports), timeout=15000)
    found = kept.desk.record.exports[0]
    path = tmp_path / "reports" / found.file_name
    assert path.stat().st_size > 1000
    banner = named(page, Banner, "The report is exported")
    assert "Written and read back: " in accessible_name(banner)
    assert str(path) in accessible_name(banner)
    assert {accessible_name(one) for one in banner.findChildren(Button)} == {"Open", "Show folder", "Close"}
    assert kept.settled().exports[0].sha256 == found.sha256


def test_what_was_typed_last_is_in_the_file(qtbot, opened):
    page, kept = opened()
    page.show_place("context")
    qtbot.keyClicks(page.window().focusWidget(), "Typed just now")
    page.run("export")
    named(page.findChild(ExportReport), Button, "Export").click()
    qtbot.waitUntil(lambda: bool(kept.desk.record.exports), timeout=15000)
    assert "Typed just now" in kept.desk.record.exports[0].text


def test_an_export_that_is_refused_says_so_and_loses_nothing(qtbot, opened, tmp_path):
    page, kept = opened(*WRITTEN)
    page.run("export")
    dialog = page.findChild(ExportReport)
    dialog.path().mkdir(parents=True)
    named(dialog, Button, "Export").click()
    qtbot.waitUntil(lambda: any("not exported" in accessible_name(one) for one in page.findChildren(Banner)))
    assert kept.desk.record.exports == ()
    assert kept.settled().blocks("context")[0].text == "The visit was short."


def test_the_outcome_is_put_away(qtbot, opened):
    page, kept = opened(*WRITTEN)
    page.run("export")
    named(page.findChild(ExportReport), Button, "Export").click()
    qtbot.waitUntil(lambda: bool(kept.desk.record.exports), timeout=15000)
    named(named(page, Banner, "The report is exported"), Button, "Close").click()
    qtbot.waitUntil(lambda: not [one for one in page.findChildren(Banner) if one.isVisible()])


def test_remarks_of_the_school_that_wait_for_a_verdict_are_said_before_anything_leaves(opened):
    file = Returned("r1", VISIT, "e1", "Report.docx")
    remarks = (Remark("m1", VISIT, "r1", verdict="accepted"), Remark("m2", VISIT, "r1"), Remark("m3", VISIT, "gone"))
    page, _kept = opened(*WRITTEN, file, *remarks)
    page.run("export")
    dialog = page.findChild(ExportReport) or page.window().findChild(ExportReport)
    assert any("The school\u2019s answer is decided. 1 remark waits" in one for one in words(dialog))
