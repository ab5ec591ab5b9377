"""Pictures in the capture box: by key, paste or drop, under the programme's rules, and never at the cost of words."""

from dataclasses import replace

import pytest
from picture_files import encoded, image, jpeg
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from ui_support import shown
from vault_desk import KEY, begin, new_database, open_workspace

from ui.parts.composer import Composer
from ui.parts.picture_row import PictureRow
from ui.widgets.buttons import Button, IconButton
from ui.widgets.line_edit import LineEdit
from ui.workspace.evidence import COMPOSER
from ui.workspace.pictures import Pictures
from visitapp.domain.framework import PhotoRules
from visitapp.domain.photo import PAPER_NOTES, PHOTO
from visitapp.store.database import Database

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WAIT = 20_000


pytestmark = pytest.mark.usefixtures("look")


def ruled(desk, **rules):
    """Give the visit a framework with other rules about photos."""
    framework = replace(desk.record.framework, photos=PhotoRules(**rules))
    desk.record = replace(desk.record, framework=framework)


@pytest.fixture
def free(desk):
    """Have a programme that allows photos."""
    ruled(desk, pupils_work=True, paper_notes=True)


@pytest.fixture
def composer(qtbot, desk):
    composer = shown(qtbot, Composer(desk))
    composer.resize(700, 240)
    composer.box.setFocus()
    return composer


def with_files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def with_image(picture):
    mime = QMimeData()
    mime.setImageData(picture)
    return mime


def paste(composer, mime):
    QApplication.clipboard().setMimeData(mime)
    composer.box.paste()


def notice_button(composer, words):
    return next(one for one in composer.pictures.notice.findChildren(Button) if one.text() == words)


def until_waiting(qtbot, composer, count=1):
    qtbot.waitUntil(lambda: len(composer.draft().photos) == len(rows(composer)) == count, timeout=WAIT)


def rows(composer):
    return [one for one in composer.findChildren(PictureRow) if one.isVisible()]


def drop(composer, mime):
    actions, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(composer, QDragEnterEvent(QPoint(9, 9), actions, mime, left, none))
    QApplication.sendEvent(composer, QDropEvent(QPointF(9, 9), actions, mime, left, none))


@pytest.mark.usefixtures("free")
def test_a_pasted_picture_goes_to_the_note_with_the_words_around_it(qtbot, desk, composer):
    QTest.keyClicks(composer.box, "Bar models")
    paste(composer, with_image(image()))
    QTest.keyClicks(composer.box, " in three books")
    until_waiting(qtbot, composer)
    QTest.keyClick(composer.box, Qt.Key.Key_Return)
    (note,) = desk.record.notes
    (photo,) = desk.record.photos_of(note.id)
    assert note.text == "Bar models in three books"
    assert (photo.kind, photo.width, photo.height) == (PHOTO, 640, 480)
    assert composer.draft().photos == ()
    assert rows(composer) == []


@pytest.mark.usefixtures("free")
def test_a_caption_is_typed_beside_the_picture_and_kept_with_it(qtbot, desk, composer):
    paste(composer, with_image(image()))
    until_waiting(qtbot, composer)
    QTest.keyClicks(rows(composer)[0].findChild(LineEdit), "Three books")
    assert desk.draft(COMPOSER).photos[0].caption == "Three books"
    composer.save()
    assert desk.record.notes[0].text == "Three books"
    assert Pictures(desk).all()[0].usable_in_report


@pytest.mark.usefixtures("free")
def test_a_picture_alone_can_be_saved_by_a_marker(qtbot, desk, composer):
    paste(composer, with_image(image()))
    until_waiting(qtbot, composer)
    composer.save_as("strength")
    assert (desk.record.notes[0].marker, desk.record.notes[0].text) == ("strength", "Photo")


@pytest.mark.usefixtures("free")
def test_a_picture_taken_out_again_is_not_of_the_note(qtbot, desk, composer):
    paste(composer, with_image(image()))
    until_waiting(qtbot, composer)
    rows(composer)[0].findChild(IconButton).click()
    assert composer.draft().photos == ()
    assert composer.is_blank
    composer.save()
    assert desk.record.notes == ()


@pytest.mark.usefixtures("free")
def test_files_dropped_on_the_box_or_beside_it_are_added(qtbot, composer, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.jpg").write_bytes(jpeg(40, 30))
    drop(composer, with_files(tmp_path / "a.jpg"))
    until_waiting(qtbot, composer)
    paste(composer, with_files(tmp_path / "b.jpg"))
    until_waiting(qtbot, composer, 2)
    assert len(rows(composer)) == 2


def test_words_that_are_pasted_or_dropped_go_into_the_box(composer):
    mime = QMimeData()
    mime.setText("plain words")
    mime.setImageData(image(10, 10))
    paste(composer, mime)
    assert composer.box.toPlainText() == "plain words"
    assert composer.pictures.notice.sentence == ""


@pytest.mark.usefixtures("free")
def test_a_file_that_is_no_picture_is_refused_and_the_words_stay(qtbot, desk, composer, tmp_path):
    (tmp_path / "drawing.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    QTest.keyClicks(composer.box, "Half a note")
    drop(composer, with_files(tmp_path / "drawing.svg"))
    qtbot.waitUntil(lambda: composer.pictures.notice.sentence.startswith("Your note is safe."), timeout=WAIT)
    assert composer.box.toPlainText() == "Half a note"
    assert composer.draft().photos == ()
    notice_button(composer, "Close").click()
    assert not composer.pictures.isVisible()


@pytest.mark.usefixtures("free")
def test_reading_is_said_and_can_be_stopped(qtbot, composer):
    paste(composer, with_image(image(3000, 2000)))
    assert composer.pictures.notice.sentence.startswith("Reading the picture")
    notice_button(composer, "Cancel").click()
    with qtbot.assertNotEmitted(composer.pictures.changed, wait=500):
        assert not composer.pictures.isVisible()


@pytest.mark.usefixtures("free")
def test_a_picture_still_being_read_goes_to_the_note_that_was_saved_meanwhile(qtbot, desk, composer):
    QTest.keyClicks(composer.box, "First")
    paste(composer, with_image(image()))
    QTest.keyClick(composer.box, Qt.Key.Key_Return)
    QTest.keyClicks(composer.box, "Second")
    qtbot.waitUntil(lambda: len(Pictures(desk).all()) == 1, timeout=WAIT)
    first = next(note for note in desk.record.notes if note.text == "First")
    assert len(desk.record.photos_of(first.id)) == 1
    assert composer.draft().photos == ()
    assert composer.box.toPlainText() == "Second"


def test_where_the_programme_has_photos_off_the_key_says_why_and_offers_paper_notes(desk, composer):
    QTest.keyClick(composer.box, Qt.Key.Key_P, CTRL_SHIFT)
    assert composer.pictures.notice.sentence == desk.record.framework.photos.reason
    assert notice_button(composer, "Photo of paper notes").isVisible()
    assert not composer.window().findChildren(QFileDialog)


def test_a_pasted_picture_waits_for_the_answer_that_it_is_of_paper_notes(qtbot, composer):
    paste(composer, with_image(image()))
    assert composer.draft().photos == ()
    notice_button(composer, "Photo of paper notes").click()
    until_waiting(qtbot, composer)
    assert composer.draft().photos[0].kind == PAPER_NOTES


def test_a_pasted_picture_that_is_not_of_paper_notes_is_left(qtbot, composer):
    paste(composer, with_image(image()))
    with qtbot.assertNotEmitted(composer.pictures.changed, wait=300):
        notice_button(composer, "Close").click()
    assert not composer.pictures.isVisible()


def test_a_programme_that_allows_nothing_offers_nothing(desk, composer):
    ruled(desk, reason="No photos here.")
    composer.pictures.photo_button.click()
    assert composer.pictures.notice.sentence == "No photos here."
    assert not notice_button(composer, "Photo of paper notes").isVisible() if _has_offer(composer) else True


def _has_offer(composer):
    return any(one.text() == "Photo of paper notes" for one in composer.pictures.notice.findChildren(Button))


def test_a_visit_kept_from_before_there_were_rules_says_that_photos_are_off(desk, composer):
    ruled(desk)
    composer.pictures.photo_button.click()
    assert "does not allow photos" in composer.pictures.notice.sentence


@pytest.mark.usefixtures("free")
def test_the_key_opens_a_dialog_for_files_and_adds_what_is_chosen(qtbot, composer, tmp_path):
    (tmp_path / "a.png").write_bytes(encoded(image(40, 30), "PNG"))
    QTest.keyClick(composer.box, Qt.Key.Key_P, CTRL_SHIFT)
    dialog = composer.window().findChild(QFileDialog)
    dialog.filesSelected.emit([str(tmp_path / "a.png")])
    dialog.reject()
    until_waiting(qtbot, composer)


@pytest.mark.usefixtures("free")
def test_a_note_holds_six_pictures_and_says_so(qtbot, composer, tmp_path):
    paths = [tmp_path / f"{number}.png" for number in range(7)]
    for path in paths:
        path.write_bytes(encoded(image(20, 20), "PNG"))
    drop(composer, with_files(*paths))
    until_waiting(qtbot, composer, 6)
    assert composer.pictures.notice.sentence.startswith("A note holds six pictures")


def test_pictures_that_waited_are_shown_again_after_a_restart(qtbot, tmp_path):
    with open_workspace(new_database(tmp_path)) as workspace:
        desk = begin(workspace)
        ruled(desk, pupils_work=True)
        composer = shown(qtbot, Composer(desk))
        paste(composer, with_image(image()))
        until_waiting(qtbot, composer)
        visit_id = desk.visit_id
    with open_workspace(Database.open(tmp_path / "visitapp.db", KEY)) as workspace:
        again = shown(qtbot, Composer(workspace.open_visit(visit_id)))
        assert len(rows(again)) == 1
        assert not again.is_blank


def test_pictures_are_offered_by_buttons_a_screen_reader_can_say(composer):
    names = [one.accessibleName() for one in composer.pictures.buttons]
    assert names == ["Add a photo", "Add a sketch"]
    assert all(one.toolTip() for one in composer.pictures.buttons)
