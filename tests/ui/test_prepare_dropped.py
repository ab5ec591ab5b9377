"""Files dropped or pasted anywhere on Prepare are taken in as papers, and what is not taken says why."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from ui_support import accessible_name, shown

from ui.pages.prepare import PreparePage
from ui.parts.attachment_list import AttachmentList
from ui.parts.file_drop import FileDrop

Key, COPY, LEFT = Qt.Key, Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NO = Qt.KeyboardModifier.NoModifier
PDF = b"%PDF-1.7\nA paper."
pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def page(qtbot, desk):
    page = PreparePage(desk, {}.get)
    page.resize(1208, 580)
    return shown(qtbot, page)


@pytest.fixture
def papers(tmp_path):
    """Give a function that brings files of these names, as a file manager would."""

    def bring(**contents):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(_written(tmp_path, name, octets))) for name, octets in contents.items()])
        return mime

    return bring


def _written(folder, name, octets):
    path = folder / name.replace("_", ".")
    path.write_bytes(octets)
    return path


def enter(widget, mime):
    """Hold something over a widget and tell whether it is welcome."""
    event = QDragEnterEvent(widget.rect().center(), COPY, mime, LEFT, NO)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(page, mime):
    """Let files fall, held over the page before."""
    enter(page, mime)
    enter(veil(page), mime)
    QApplication.sendEvent(veil(page), _fall(mime))


def _fall(mime):
    return QDropEvent(QPointF(300, 200), COPY, mime, LEFT, NO)


def veil(page):
    return page.findChild(FileDrop)


def names(desk):
    return sorted(one.name for one in desk.record.living("attachment"))


def test_files_held_over_the_page_are_welcomed_in_sight(page, papers):
    assert not veil(page).isVisible()
    assert enter(page, papers(a_pdf=PDF))
    assert veil(page).isVisible()
    assert veil(page).geometry() == page.rect()
    assert accessible_name(veil(page)) == "Drop to attach"


def test_files_dropped_anywhere_are_attached(qtbot, page, desk, papers):
    drop(page, papers(a_pdf=PDF, b_pdf=PDF + b"2"))
    qtbot.waitUntil(lambda: names(desk) == ["a.pdf", "b.pdf"])
    assert not veil(page).isVisible()


def test_files_let_fall_at_once_are_attached_too(qtbot, page, desk, papers):
    mime = papers(a_pdf=PDF)
    enter(page, mime)
    QApplication.sendEvent(page, _fall(mime))
    qtbot.waitUntil(lambda: names(desk) == ["a.pdf"])


def test_files_taken_away_again_leave_the_page_as_it_was(qtbot, page, papers):
    mime = papers(a_pdf=PDF)
    enter(page, mime)
    enter(veil(page), mime)
    QApplication.sendEvent(veil(page), QDragLeaveEvent())
    assert not veil(page).isVisible()
    enter(page, mime)
    QApplication.sendEvent(page, QDragLeaveEvent())
    qtbot.waitUntil(lambda: not veil(page).isVisible())


def test_words_held_over_the_page_are_not_for_it(page):
    mime = QMimeData()
    mime.setText("Only words")
    assert not enter(page, mime)
    assert not veil(page).isVisible()


def test_a_box_to_write_in_leaves_files_to_the_page(page, papers):
    box = page.side_pane().findChild(QPlainTextEdit)
    mime = papers(a_pdf=PDF)
    assert enter(box.viewport(), mime)
    assert veil(page).isVisible()
    assert "file:" not in box.toPlainText()


def test_what_is_refused_says_so_in_a_sentence_in_view_and_the_rest_is_added(qtbot, page, desk, papers):
    drop(page, papers(a_pdf=PDF, b_exe=b"MZ\x90", c_txt=b"words"))
    said = page.findChild(AttachmentList).said
    qtbot.waitUntil(lambda: "b.exe is no PDF, Word document or picture" in said.text())
    assert "c.txt is no PDF" in said.text()
    assert names(desk) == ["a.pdf"]
    pane = page.side_pane()
    qtbot.waitUntil(lambda: pane.rect().contains(said.mapTo(pane, said.rect().center())))


def test_what_is_no_file_of_this_computer_says_so(page):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/paper.pdf")])
    assert not enter(page, mime)
    veil(page).dropEvent(_fall(mime))
    assert page.findChild(AttachmentList).said.text().startswith("Nothing was added: what was brought is no file")


@pytest.mark.parametrize("where", ["box", "list"])
def test_files_are_pasted_wherever_the_focus_is(qtbot, page, desk, papers, where):
    QApplication.clipboard().setMimeData(papers(a_pdf=PDF))
    if where == "box":
        page.side_pane().findChild(QPlainTextEdit).setFocus()
    else:
        page.take_focus()
    focused = page.window().focusWidget()
    qtbot.keyClick(focused, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: names(desk) == ["a.pdf"])
    assert "file:" not in page.side_pane().findChild(QPlainTextEdit).toPlainText()


def test_words_are_still_pasted_into_a_box(qtbot, page):
    QApplication.clipboard().setText("How well do pupils read?")
    box = page.side_pane().findChild(QPlainTextEdit)
    box.setFocus()
    qtbot.keyClick(box, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "How well do pupils read?" in box.toPlainText()
