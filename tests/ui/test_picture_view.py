"""Pictures on cards and large: seen, captioned, walked through, deleted and brought back, or honestly missing."""

from dataclasses import replace

import pytest
from picture_files import image
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from ui_support import shown

from ui.dialogs.picture_view import PictureView
from ui.pages.capture.page import CapturePage
from ui.parts.evidence_stream_view import NoteView
from ui.parts.sketch import SketchPad
from ui.widgets.buttons import Button, IconButton
from ui.widgets.line_edit import LineEdit
from ui.widgets.text import Text
from ui.workspace.evidence import COMPOSER, Evidence
from ui.workspace.picture_reading import encode_photo
from ui.workspace.pictures import Pictures
from visitapp.domain.evidence import Draft
from visitapp.domain.photo import SKETCH

Key = Qt.Key


pytestmark = pytest.mark.usefixtures("look")


def pictured(desk, *captions, words="Books: three of seven reach the question.", colour="#2060c0", **fields):
    """Save a note with a picture for each caption."""
    pictures = Pictures(desk)
    kept = pictures.keep(encode_photo(image(200, 150, colour)))
    photos = tuple(
        replace(pictures.photo(kept, caption=caption, **fields), taken_at=f"2025-11-20T10:42:0{number}+00:00")
        for number, caption in enumerate(captions)
    )
    return Evidence(desk).save(Draft(desk.visit_id, COMPOSER, words, photos=photos))


@pytest.fixture
def stream(qtbot, desk):
    """Show the capture page with a note without and a note with a picture; return its list."""
    Evidence(desk).save(Draft(desk.visit_id, COMPOSER, "Plain."))
    pictured(desk, "Bar models")
    page = CapturePage(desk)
    page.resize(1280, 800)
    shown(qtbot, page)
    yield page.findChild(NoteView)
    page.hide()


def card(stream, row):
    return stream.visualRect(stream.model().index(row, 0))


def is_blue_at(stream, point):
    colour = QColor(stream.viewport().grab().toImage().pixel(point))
    return colour.blue() > colour.red() + 30


def thumbnail_middle(stream, row):
    rect = card(stream, row)
    return QPoint(rect.right() - 40, rect.top() + 40)


def test_a_card_shows_its_picture_small_at_the_right(qtbot, stream):
    qtbot.waitUntil(lambda: is_blue_at(stream, thumbnail_middle(stream, 1)), timeout=5000)
    assert not is_blue_at(stream, thumbnail_middle(stream, 0) - QPoint(0, 15))


def test_a_card_with_a_picture_is_tall_enough_for_it(stream):
    assert card(stream, 1).height() >= 61 + 16
    assert card(stream, 0).height() < card(stream, 1).height()


def test_a_screen_reader_hears_the_captions(stream):
    said = stream.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("1 picture: Bar models.")
    assert "picture" not in stream.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_card_shrinks_when_its_picture_is_deleted_and_grows_when_it_comes_back(qtbot, desk, stream):
    before = card(stream, 1).height()
    Pictures(desk).delete(Pictures(desk).all()[0])
    assert card(stream, 1).height() < before
    with qtbot.waitSignal(desk.turned):
        desk.undo()
    assert card(stream, 1).height() == before


def test_a_press_on_the_picture_opens_it_large(stream):
    QTest.mouseClick(stream.viewport(), Qt.MouseButton.LeftButton, pos=thumbnail_middle(stream, 1))
    assert stream.window().findChild(PictureView).isVisible()


def test_v_opens_the_picture_of_the_note_in_hand_and_is_for_the_box_on_one_without(stream):
    stream.setFocus(Qt.FocusReason.ShortcutFocusReason)
    stream.hold(0)
    QTest.keyClick(stream, Key.Key_V)
    assert stream.window().findChild(PictureView) is None
    assert stream.window().focusWidget().toPlainText() == "v"
    stream.setFocus(Qt.FocusReason.ShortcutFocusReason)
    stream.hold(1)
    QTest.keyClick(stream, Key.Key_V)
    assert stream.window().findChild(PictureView).isVisible()


@pytest.fixture
def view(qtbot, desk):
    """Open the first of three pictures, of two notes."""
    pictured(desk, "First", "Second")
    pictured(desk, "", colour="#20c060")
    host = QWidget()
    host.resize(1280, 640)
    shown(qtbot, host)
    view = PictureView(desk, host, Pictures(desk).all()[0].id)
    view.open()
    return view


def words_of(view):
    return [one.text() for one in view.findChildren(Text) if one.isVisible() and one.text()]


def caption_of(view):
    return next(one for one in view.findChildren(LineEdit) if one.isVisible())


def press(view, words):
    next(one for one in view.findChildren(Button) if one.text() == words and one.isVisible()).click()


def test_a_picture_is_shown_as_large_as_it_is(qtbot, view):
    def is_drawn():
        return QColor(view.picture.grab().toImage().pixel(view.picture.rect().center())).blue() > 120

    qtbot.waitUntil(is_drawn, timeout=5000)


def test_it_says_which_picture_of_which_note_it_is(view):
    assert words_of(view)[0] == "Photo  ·  E1, 10:42  ·  1 of 3"
    assert view.picture.accessibleName() == "First"


def test_arrow_keys_walk_through_the_pictures_of_the_visit_and_stop_at_the_ends(view):
    heard = []
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Right, Key.Key_Right):
        QTest.keyClick(view.picture, key)
        heard.append(caption_of(view).text())
    assert heard == ["First", "Second", "", ""]


def test_taps_walk_too(view):
    before, after = view.findChildren(IconButton)
    assert not before.isEnabled()
    after.click()
    after.click()
    assert (before.isEnabled(), after.isEnabled()) == (True, False)
    before.click()
    assert caption_of(view).text() == "Second"


def test_a_caption_typed_is_kept_when_the_picture_is_left(view, desk):
    QTest.keyClick(caption_of(view), Key.Key_End)
    QTest.keyClicks(caption_of(view), " book")
    view.walk(1)
    assert Pictures(desk).all()[0].caption == "First book"
    assert caption_of(view).text() == "Second"


def test_a_caption_typed_is_kept_when_the_view_is_closed(view, desk):
    QTest.keyClick(caption_of(view), Key.Key_End)
    QTest.keyClicks(caption_of(view), " book")
    QTest.keyClick(caption_of(view), Key.Key_Escape)
    assert Pictures(desk).all()[0].caption == "First book"


def test_a_picture_without_a_caption_says_that_no_report_can_use_it(view):
    sentence = "Without a caption no report can use it."
    assert sentence not in words_of(view)
    view.walk(2)
    assert sentence in words_of(view)


def test_a_deleted_picture_can_be_brought_back_from_where_it_was(qtbot, view, desk):
    press(view, "Delete")
    assert words_of(view)[0] == "Deleted"
    assert [one.caption for one in Pictures(desk).all()] == ["Second", ""]
    with qtbot.waitSignal(desk.turned):
        press(view, "Undo")
    assert words_of(view)[0].endswith("1 of 3")
    assert caption_of(view).text() == "First"


def test_a_missing_file_has_a_frame_and_a_sentence_not_a_fault(qtbot, desk, tmp_path):
    pictured(desk, "Bar models")
    for path in (tmp_path / "photos").rglob("*"):
        if path.is_file():
            path.unlink()
    host = QWidget()
    host.resize(1000, 640)
    shown(qtbot, host)
    view = PictureView(desk, host, Pictures(desk).all()[0].id)
    view.open()
    qtbot.waitUntil(lambda: any("file of this picture is missing" in one for one in words_of(view)), timeout=5000)
    assert caption_of(view).text() == "Bar models"


def test_a_damaged_file_shows_its_frame_on_the_card(qtbot, desk, tmp_path):
    pictured(desk, "Bar models")
    for path in (tmp_path / "photos").rglob("*"):
        if path.is_file():
            path.write_bytes(b"rot")
    page = CapturePage(desk)
    page.resize(1280, 800)
    shown(qtbot, page)
    stream = page.findChild(NoteView)
    place = thumbnail_middle(stream, 0)

    def shows_warning():
        picture = stream.viewport().grab().toImage()
        near = (picture.pixel(place.x() + x, place.y() + y) for x in range(-25, 15) for y in range(-15, 15))
        return any(QColor(one).red() > 150 and QColor(one).green() < 90 for one in near)

    qtbot.waitUntil(shows_warning, timeout=5000)


def test_only_a_sketch_with_its_ink_can_be_changed(view, desk):
    assert not any(one.text() == "Change the sketch" and one.isVisible() for one in view.findChildren(Button))


def test_changing_a_sketch_gives_it_other_ink(qtbot, desk):
    pictured(desk, "Route", kind=SKETCH, strokes="1|6:10,10,50 200,150,0")
    host = QWidget()
    host.resize(1280, 720)
    shown(qtbot, host)
    sketch = Pictures(desk).all()[0]
    view = PictureView(desk, host, sketch.id)
    view.open()
    press(view, "Change the sketch")
    pad = host.findChild(SketchPad)
    assert len(pad.paper.strokes) == 1
    QTest.mouseClick(pad.paper, Qt.MouseButton.LeftButton, pos=pad.paper.rect().center())
    press(pad, "Keep the sketch")
    qtbot.waitUntil(lambda: Pictures(desk).find(sketch.id).strokes.count("|") == 2, timeout=5000)
    assert Pictures(desk).find(sketch.id).sha256 != sketch.sha256


def test_the_view_keeps_tab_inside_itself(view):
    for _ in range(12):
        QTest.keyClick(view.window().focusWidget(), Key.Key_Tab)
        assert view.isAncestorOf(view.window().focusWidget())


def test_everything_in_the_view_has_a_name(view):
    for one in view.findChildren(QWidget):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible():
            assert QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)


def test_the_view_fits_a_low_window(view):
    sheet = view.sheet.geometry()
    assert QRectF(view.rect()).contains(QRectF(sheet))
    done = next(one for one in view.findChildren(Button) if one.text() == "Done")
    assert sheet.height() >= done.mapTo(view.sheet, done.rect().bottomLeft()).y()
