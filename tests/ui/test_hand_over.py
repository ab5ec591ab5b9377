"""Handing over: the dialog asks, the files are written off the window's thread, what became of it is said."""

from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit
from stage_desk import VISIT, vault
from ui_support import accessible_name

from exports.handover.comma_separated import read_rows
from ui.dialogs.hand_over import HandOver, open_hand_over
from ui.main_window.key_map import commands_of_visit
from ui.pages.report.page import ReportPage
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckRow
from ui.workspace.evidence import COMPOSER
from ui.workspace.handing_over import HandingOver
from visitapp.domain.evidence import Draft, Note

NOTES = (
    Note("n1", VISIT, 1, "Seen\n\n=1+1", taken_at="2025-11-20T10:10:00+00:00", zone="UTC"),
    Note("n2", VISIT, 2, "Between us", private=True, taken_at="2025-11-20T10:11:00+00:00", zone="UTC"),
)


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def asked(qtbot, tmp_path):
    """Give a function that opens the dialog on a visit with these records."""
    with ExitStack() as stack:

        def ask(*before):
            kept = stack.enter_context(vault(tmp_path, before=before))
            dialog = HandOver(kept.desk, tmp_path / "out", native=False)
            qtbot.addWidget(dialog)
            dialog.open()
            return dialog, kept

        yield ask


def named(widget, kind, words):
    return next(one for one in widget.findChildren(kind) if words in accessible_name(one))


def told(dialog, words):
    return [one for one in dialog.findChildren(Banner) if one.isVisible() and words in accessible_name(one)]


def start(dialog):
    named(dialog, Button, "Hand over").click()


def stamp(kept):
    return f"Sallowfield Primary School {kept.desk.now().astimezone():%Y-%m-%d handover %H%M}"


def test_word_is_offered_and_enter_hands_it_over(qtbot, asked, tmp_path):
    dialog, kept = asked(*NOTES)
    qtbot.keyClick(named(dialog, QLineEdit, "Folder"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told(dialog, "Everything so far is handed over")), timeout=15000)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"{stamp(kept)}.docx"]
    (banner,) = told(dialog, "Written and read back: 1 note of 2, 1 private left out.")
    assert {accessible_name(one) for one in banner.findChildren(Button)} == {"Show file", "Close"}


def test_all_three_formats_with_private_notes(qtbot, asked, tmp_path):
    dialog, kept = asked(*NOTES)
    for words in ("Spreadsheet", "CSV", "Include 1 private note"):
        named(dialog, CheckRow, words).click()
    start(dialog)
    qtbot.waitUntil(lambda: bool(told(dialog, "handed over")), timeout=15000)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"{stamp(kept)}{end}" for end in (".docx", ".xlsx", " CSV")}
    rows = read_rows((tmp_path / "out" / f"{stamp(kept)} CSV" / "evidence.csv").read_bytes())
    assert [row[18] for row in rows[1:]] == ["Seen\n\n=1+1", "Between us"]


def test_what_is_still_in_the_box_goes_along(qtbot, asked, tmp_path):
    dialog, kept = asked(*NOTES)
    kept.desk.keep_draft(Draft(VISIT, COMPOSER, "Half a thou"))
    assert dict(HandingOver(kept.desk).handover().facts())["Beside it"].startswith("1 text still in a box")
    named(dialog, CheckRow, "CSV").click()
    start(dialog)
    qtbot.waitUntil(lambda: bool(told(dialog, "handed over")), timeout=15000)
    rows = read_rows((tmp_path / "out" / f"{stamp(kept)} CSV" / "typing.csv").read_bytes())
    assert rows[1:] == [["A note not yet saved", "Half a thou"]]


def test_with_nothing_ticked_it_says_so_and_waits(asked):
    dialog, _ = asked(*NOTES)
    named(dialog, CheckRow, "Word").click()
    assert not named(dialog, Button, "Hand over").isEnabled()
    named(dialog, CheckRow, "Spreadsheet").click()
    assert named(dialog, Button, "Hand over").isEnabled()
    assert dialog.formats() == {"xlsx"}


def test_private_notes_are_not_asked_about_where_there_are_none(asked):
    dialog, _ = asked(NOTES[0])
    assert not [one for one in dialog.findChildren(CheckRow) if "private" in accessible_name(one)]


def test_a_folder_that_cannot_be_used_is_said_and_can_be_mended(qtbot, asked, tmp_path):
    (tmp_path / "out").write_text("in the way")
    dialog, _ = asked(*NOTES)
    start(dialog)
    qtbot.waitUntil(
        lambda: bool(told(dialog, "It was not handed over. Your text is safe in Visitapp.")), timeout=15000
    )
    field = named(dialog, QLineEdit, "Folder")
    field.setText(str(tmp_path / "other"))
    start(dialog)
    qtbot.waitUntil(lambda: bool(told(dialog, "handed over. Written")), timeout=15000)
    assert len(list((tmp_path / "other").iterdir())) == 1


def test_a_folder_is_chosen(asked, tmp_path):
    dialog, _ = asked()
    named(dialog, Button, "Choose a folder").click()
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    assert named(dialog, QLineEdit, "Folder").text() == str(tmp_path)


def test_stopping_writes_nothing(qtbot, asked, tmp_path):
    _, kept = asked(*NOTES)
    handing = HandingOver(kept.desk)
    with qtbot.waitSignal(handing.stopped, timeout=15000):
        handing.hand_over(tmp_path / "out", {"word", "xlsx", "csv"})
        handing.stop()
    assert not (tmp_path / "out").exists()


def test_escape_stops_what_is_being_made_and_keeps_the_dialog(qtbot, asked, tmp_path):
    dialog, _ = asked(*NOTES)
    start(dialog)
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: bool(told(dialog, "Stopped") or told(dialog, "handed over")), timeout=15000)
    stopped = bool(told(dialog, "Nothing was written."))
    assert stopped is not (tmp_path / "out").exists()


def test_show_file_opens_its_folder_and_close_closes(qtbot, asked, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog, _ = asked(*NOTES)
    start(dialog)
    qtbot.waitUntil(lambda: bool(told(dialog, "handed over")), timeout=15000)
    named(dialog, Button, "Show file").click()
    assert opened == [str(tmp_path / "out")]
    named(dialog, Button, "Close").click()
    assert not dialog.isVisible()


def test_an_invented_visit_says_so_in_what_leaves_the_app(asked):
    _, kept = asked()
    kept.desk.is_sample = True
    assert HandingOver(kept.desk).handover().sample


def test_it_is_in_the_palette_and_beside_the_export_of_the_report(qtbot, asked, tmp_path):
    assert "hand-over" in {one.code for one in commands_of_visit()}
    _, kept = asked()
    page = ReportPage(kept.desk, tmp_path)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.command_wanted) as wanted:
        named(page, Button, "Hand over everything so far").click()
    assert wanted.args == ["hand-over"]


def test_the_dialog_goes_away_when_it_is_closed(qtbot, asked, tmp_path):
    _, kept = asked()
    page = ReportPage(kept.desk, tmp_path)
    qtbot.addWidget(page)
    dialog = open_hand_over(kept.desk, tmp_path, page)
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChildren(HandOver) == [])
