"""The right of Prepare: hunches that become prompts, concerns, and papers kept encrypted."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDesktopServices, QFontMetricsF
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from ui_support import accessible_name, shown

from ui.pages.capture.look_for import LookFor
from ui.pages.capture.page import CapturePage
from ui.pages.prepare import PreparePage
from ui.parts.attachment_list import AttachmentLine, AttachmentList
from ui.parts.hunch_list import HunchCard, HunchList
from ui.widgets.buttons import IconButton
from ui.widgets.checks import CheckRow
from ui.widgets.text import Text
from ui.workspace.attaching import LARGEST, Attaching, sort_of
from visitapp.domain.places import answer_place
from visitapp.domain.preparing import Hunch
from visitapp.errors import UnreadableFileError

Key = Qt.Key
PDF = b"%PDF-1.7\nA paper."
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def page(qtbot, desk):
    page = PreparePage(desk, {}.get)
    page.resize(1208, 740)
    return shown(qtbot, page)


def zipped(*names):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return kept.getvalue()


DOCX = zipped("[Content_Types].xml", "word/document.xml")


def words(widget):
    return [one.text() for one in widget.findChildren(Text) if one.isVisibleTo(widget.window())]


def rows(capture):
    return [one for one in capture.findChild(LookFor).findChildren(CheckRow) if one.isVisible()]


def prompts(capture):
    return [one.text() for one in rows(capture)]


def cards(page):
    return [one for one in page.findChildren(HunchCard) if one.isVisibleTo(page)]


def write(qtbot, page, said):
    page.findChild(HunchList).add_button.click()
    box = page.window().focusWidget()
    assert isinstance(box, QPlainTextEdit)
    qtbot.keyClicks(box, said)


def finish(page):
    page.findChild(HunchList)._close()


def test_a_hunch_is_written_and_becomes_a_card(qtbot, page, desk):
    write(qtbot, page, "Errors are seen.")
    finish(page)
    (card,) = cards(page)
    assert accessible_name(card) == "Errors are seen."
    assert [one.text for one in desk.record.living("hunch")] == ["Errors are seen."]


def test_enter_ends_a_hunch_and_shift_enter_begins_a_line(qtbot, page, desk):
    write(qtbot, page, "Errors are seen.")
    box = page.window().focusWidget()
    qtbot.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(box, "Nobody marks them.")
    qtbot.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(box, Key.Key_Return)
    (card,) = cards(page)
    assert accessible_name(card) == "Errors are seen.\nNobody marks them."
    assert [one.text for one in desk.record.living("hunch")] == ["Errors are seen.\nNobody marks them."]
    assert page.window().focusWidget() is card.pen


def test_a_long_source_of_a_hunch_is_read_whole(page, desk):
    desk.put("Noted", Hunch("h", desk.visit_id, "Gaps widen.", "Key stage 2 results 2019, by group"))
    (card,) = cards(page)
    assert card.source.isVisibleTo(page)
    assert card.source.geometry().bottom() < card.pen.geometry().top()


def test_hunches_stand_first_in_capture_and_are_called_yours(qtbot, desk):
    desk.put("Noted", Hunch("h", desk.visit_id, "Errors are seen.", looked_for=True))
    capture = shown(qtbot, CapturePage(desk))
    capture._choose_activity("learning-walk")
    qtbot.waitUntil(lambda: prompts(capture)[:1] == ["Errors are seen."])
    assert {"Your hunches", "The programme asks"} <= set(words(capture.findChild(LookFor)))
    assert rows(capture)[0].accessibleDescription() == "Your hunch"


def test_an_empty_hunch_goes_again(page, desk):
    page.findChild(HunchList).add_button.click()
    finish(page)
    assert not cards(page)
    assert not desk.record.living("hunch")


def test_a_hunch_looked_for_is_a_prompt_in_capture(qtbot, page, desk):
    desk.put("Noted", Hunch("h", desk.visit_id, "Errors are seen.", activity="learning-walk"))
    (card,) = cards(page)
    card.look.click()
    assert desk.record.find("hunch", "h").looked_for
    assert cards(page)[0].look.text() == "In Look for"
    capture = shown(qtbot, CapturePage(desk))
    capture._choose_activity("learning-walk")
    qtbot.waitUntil(lambda: prompts(capture)[:1] == ["Errors are seen."])
    capture._choose_activity("leaders")
    qtbot.waitUntil(lambda: bool(prompts(capture)) and "Errors are seen." not in prompts(capture))


def test_a_note_that_names_it_is_counted(qtbot, desk):
    desk.put("Noted", Hunch("h", desk.visit_id, "Errors are seen.", looked_for=True))
    capture = shown(qtbot, CapturePage(desk))
    capture._choose_activity("leaders")
    capture._choose_prompt("hunch.h")
    qtbot.waitUntil(lambda: bool(rows(capture)))
    box = capture.window().focusWidget()
    qtbot.keyClicks(box, "Three errors in Year 4.")
    qtbot.keyClick(box, Key.Key_Return)
    assert [one.prompt for one in desk.record.notes] == ["hunch.h"]
    row = next(one for one in rows(capture) if one.text() == "Errors are seen.")
    qtbot.waitUntil(lambda: "1 note" in accessible_name(row))


def test_hunches_once_written_as_one_text_become_records_when_worked_on(qtbot, page, desk):
    desk.answer("Typed", "hunches", "Errors are seen.\nGaps are wide.")
    assert [accessible_name(one) for one in cards(page)] == ["Errors are seen.", "Gaps are wide."]
    cards(page)[1].look.click()
    kept = sorted(desk.record.living("hunch"), key=lambda one: one.position)
    assert [(one.text, one.looked_for) for one in kept] == [("Errors are seen.", False), ("Gaps are wide.", True)]
    assert desk.record.answer("hunches").value == ""
    desk.undo()
    qtbot.waitUntil(lambda: not desk.record.living("hunch"))
    assert [accessible_name(one) for one in cards(page)] == ["Errors are seen.", "Gaps are wide."]


def test_an_old_hunch_is_changed_in_its_place(qtbot, page, desk):
    desk.answer("Typed", "hunches", "Errors")
    cards(page)[0].pen.click()
    qtbot.keyClicks(page.window().focusWidget(), "!")
    finish(page)
    assert [one.text for one in desk.record.living("hunch")] == ["!Errors"]


def test_a_concern_of_the_authority_stands_beside_the_question(page, desk):
    assert "Concerns" not in words(page)
    desk.answer("Read", "check.district-concerns", True)
    desk.seal_text("Noted", answer_place("check.district-concerns"), "Criterion b: disadvantaged pupils")
    assert {"Concerns", "Criterion b: disadvantaged pupils"} <= set(words(page))


def test_a_paper_is_kept_encrypted_and_listed(qtbot, page, desk, workspace, tmp_path):
    paper = tmp_path / "Inspection report 2025.pdf"
    paper.write_bytes(PDF)
    papers = page.findChild(AttachmentList)
    papers.take([paper])
    qtbot.waitUntil(lambda: bool(desk.record.living("attachment")))
    (kept,) = desk.record.living("attachment")
    assert (kept.name, kept.sort, kept.size, kept.pages) == (paper.name, "pdf", len(PDF), 0)
    assert desk.photo_files().read(kept.sha256) == PDF
    assert b"%PDF" not in desk.photo_files().path_of(kept.sha256).read_bytes()
    assert papers.findChildren(AttachmentLine)


@pytest.mark.parametrize(
    ("octets", "name", "sort"),
    [(PDF, "a.txt", "pdf"), (DOCX, "a", "word"), (PNG, "x.pdf", "picture"), (b"\xff\xd8\xff\xe0", "p", "picture")],
)
def test_the_sort_of_a_paper_is_told_by_what_is_in_it(octets, name, sort):
    assert sort_of(octets, name)[0] == sort


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"MZ\x90",
        b"plain words",
        zipped("a.txt"),
        b"PK\x03\x04broken",
        zipped("word/document.xml", "word/vbaProject.bin"),
    ],
)
def test_anything_else_is_refused_by_name(octets):
    with pytest.raises(UnreadableFileError, match=r"Nothing was added: a\.pdf"):
        sort_of(octets, "a.pdf")


def test_a_paper_that_is_too_large_is_refused_and_others_are_still_added(qtbot, page, desk, tmp_path):
    large, small = tmp_path / "large.pdf", tmp_path / "small.pdf"
    with large.open("wb") as file:
        file.write(PDF)
        file.truncate(LARGEST + 1)
    small.write_bytes(PDF)
    papers = page.findChild(AttachmentList)
    papers.take([large, small])
    qtbot.waitUntil(lambda: "large.pdf has 25.0 MB" in papers.said.text())
    assert [one.name for one in desk.record.living("attachment")] == ["small.pdf"]


def test_a_picture_is_pasted(qtbot, page, desk):
    mime = QMimeData()
    mime.setData("image/png", PNG)
    QApplication.clipboard().setMimeData(mime)
    papers = page.findChild(AttachmentList)
    papers.add_button.setFocus()
    qtbot.keyClick(papers.add_button, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [one.sort for one in desk.record.living("attachment")] == ["picture"])


def test_a_copy_is_opened_and_gone_when_the_vault_closes(qtbot, page, desk, workspace, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    attaching = Attaching(desk)
    attaching.add([attaching.take(PDF, "Self/evaluation?.pdf")])
    line = page.findChild(AttachmentLine)
    line.opened.click()
    copy = Path(opened[0])
    assert copy.read_bytes() == PDF
    assert "removed when the vault closes" in page.findChild(AttachmentList).said.text()
    assert workspace.flush()
    assert copy.exists()
    workspace.copies.remove()
    assert not copy.parent.parent.exists()


def test_a_paper_is_linked_taken_away_and_brought_back(qtbot, page, desk):
    attaching = Attaching(desk)
    attaching.add([attaching.take(PDF, "SEF.pdf")])
    (paper,) = attaching.all()
    attaching.link(paper, "self-evaluation")
    assert any("Self-evaluation" in one for one in words(page.findChild(AttachmentList)))
    attaching.remove(attaching.all()[0])
    assert not page.findChild(AttachmentList).findChildren(AttachmentLine) or not attaching.all()
    desk.undo()
    qtbot.waitUntil(lambda: bool(attaching.all()))
    assert desk.photo_files().read(paper.sha256) == PDF


def test_the_same_paper_twice_is_one(desk):
    attaching = Attaching(desk)
    for _ in range(2):
        attaching.add([attaching.take(PDF, "a.pdf")])
    assert len(attaching.all()) == 1


def test_every_control_has_a_name(page, desk):
    desk.put("Noted", Hunch("h", desk.visit_id, "Errors"))
    side = page.side_pane()
    assert not [one for one in side.findChildren(IconButton) if not accessible_name(one)]


def test_an_empty_focus_is_tall_enough_for_all_its_words(qtbot, page, desk):
    desk.put("Emptied", replace(desk.record.visit, enquiry=""))
    edit = page._side._enquiry.edit
    qtbot.waitUntil(lambda: edit.toPlainText() == "")
    lines = edit.height() / QFontMetricsF(edit.font()).lineSpacing()
    edit.setPlaceholderText("What the school most wants to know, agreed on the call before the review. " * 2)
    edit.fit()
    assert edit.height() / QFontMetricsF(edit.font()).lineSpacing() > lines
    edit.setPlainText("One word")
    assert edit.height() / QFontMetricsF(edit.font()).lineSpacing() < 3
