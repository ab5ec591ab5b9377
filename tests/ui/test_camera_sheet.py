"""Taking a photo for a note: by key, mouse or finger, on a real process, and never at the cost of words."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from camera_films import film, looking_at, saying
from person import Person
from picture_files import jpeg
from PySide6.QtCore import QCoreApplication, QProcess, QSize, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from ui_support import accessible_name, picture, shown, takes_tab

from ui.pages.capture.commands import capture_commands
from ui.parts.camera_sheet import CameraSheet
from ui.parts.composer import Composer
from ui.parts.picture_row import PictureRow
from ui.theme.theme import theme
from ui.theme.tokens import CONTRAST, DARK, DESK, LIGHT, TOUCH
from ui.widgets.buttons import Button
from ui.workspace.camera import Camera, sentence
from ui.workspace.camera_child import cameras_here
from ui.workspace.pictures import Pictures
from visitapp.domain.framework import PhotoRules
from visitapp.domain.photo import PAPER_NOTES, PHOTO

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WAIT = 20_000
REASON = "Work and faces stay off here."

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture(autouse=True)
def _nothing_left(qtbot):
    """Have every camera let go at the end, and no process left."""
    yield
    qtbot.waitUntil(lambda: processes() == [], timeout=WAIT)


def processes():
    found = QCoreApplication.instance().findChildren(QProcess)
    return [one for one in found if one.state() != QProcess.ProcessState.NotRunning]


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Return what looks at a film in place of the camera."""
    return looking_at(film(tmp_path_factory.mktemp("film") / "a.avi"))


@pytest.fixture
def sheet(qtbot, host, seen):
    """Return an open sheet that shows what its camera sees."""
    return until_seen(qtbot, opened(host, seen))


def opened(host, command):
    sheet = CameraSheet(host, "Photo", "Only the work.", Camera(command))
    sheet.open()
    return sheet


def until_seen(qtbot, sheet):
    qtbot.waitUntil(lambda: not sheet.view.picture.isNull(), timeout=WAIT)
    return sheet


def until_taken(qtbot, sheet):
    qtbot.waitUntil(lambda: has(sheet, "Use this photo"), timeout=WAIT)


def until_off(qtbot, sheet):
    qtbot.waitUntil(sheet.off.isVisible, timeout=WAIT)


def button(sheet, words):
    return next(one for one in sheet.findChildren(Button) if one.text() == words)


def has(sheet, words):
    return any(one.isVisible() for one in sheet.findChildren(Button) if one.text() == words)


def words_on(sheet):
    return [one.text() for one in sheet.findChildren(Button) if one.isVisible()]


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_two_keys_take_a_photo_and_use_it(qtbot, sheet, key):
    press(key)
    until_taken(qtbot, sheet)
    with qtbot.waitSignal(sheet.used) as used:
        press(key)
    photo = QImage.fromData(used.args[0], "JPEG")
    assert (photo.width(), photo.height()) == (1280, 720)
    assert not sheet.isVisible()


def test_the_photo_is_looked_at_before_it_is_used(qtbot, sheet):
    assert words_on(sheet) == ["Cancel", "Take the photo"]
    assert accessible_name(sheet.view) == "What the camera sees"
    press(Qt.Key.Key_Space)
    until_taken(qtbot, sheet)
    assert words_on(sheet) == ["Cancel", "Take another", "Use this photo"]
    assert accessible_name(sheet.view) == "The photo just taken"
    assert sheet.view.picture.width() == 1280


def test_another_is_taken_instead(qtbot, sheet):
    used = []
    sheet.used.connect(used.append)
    press(Qt.Key.Key_Space)
    until_taken(qtbot, sheet)
    button(sheet, "Take another").click()
    assert words_on(sheet) == ["Cancel", "Take the photo"]
    qtbot.waitUntil(lambda: accessible_name(sheet.view) == "What the camera sees", timeout=WAIT)
    press(Qt.Key.Key_Return)
    until_taken(qtbot, sheet)
    press(Qt.Key.Key_Return)
    assert len(used) == 1


def test_esc_lets_the_camera_go_at_once_and_brings_nothing(qtbot, sheet, host):
    used = []
    sheet.used.connect(used.append)
    press(Qt.Key.Key_Escape)
    assert not sheet.camera.is_on
    assert used == []
    assert host.focusWidget() is host.findChild(Button)


def test_a_press_before_the_camera_is_on_takes_nothing(qtbot, host, seen):
    sheet = opened(host, seen)
    press(Qt.Key.Key_Space)
    until_seen(qtbot, sheet)
    with qtbot.assertNotEmitted(sheet.camera.taken, wait=300):
        pass
    sheet.close_sheet()


def test_cameras_are_switched_only_where_there_are_several(qtbot, host, tmp_path, sheet):
    assert not has(sheet, "Switch camera")
    sheet.close_sheet()
    films = film(tmp_path / "b.avi"), film(tmp_path / "c.avi", size=(640, 480))
    several = until_seen(qtbot, opened(host, looking_at(*films)))
    assert several.view.shape_shown() == QSize(640, 360)
    button(several, "Switch camera").click()
    qtbot.waitUntil(lambda: several.view.shape_shown() == QSize(640, 480), timeout=WAIT)
    several.close_sheet()


def test_a_camera_that_fails_is_said_and_started_again(qtbot, host, tmp_path):
    made = film(tmp_path / "a.avi", frames=3)
    whole = Path(made).read_bytes()
    sheet = until_seen(qtbot, opened(host, looking_at(made)))
    os.unlink(made)
    until_off(qtbot, sheet)
    assert words_on(sheet) == ["Start the camera", "Choose a file instead", "Cancel"]
    assert sheet.window().focusWidget() is button(sheet, "Start the camera")
    Path(made).write_bytes(whole)
    press(Qt.Key.Key_Return)
    until_seen(qtbot, sheet)
    assert words_on(sheet) == ["Cancel", "Take the photo"]
    sheet.close_sheet()


def test_a_file_can_be_chosen_instead(qtbot, host):
    sheet = opened(host, saying("out.write(b'nonsense')"))
    until_off(qtbot, sheet)
    with qtbot.waitSignal(sheet.file_wanted):
        button(sheet, "Choose a file instead").click()
    assert not sheet.isVisible()


@pytest.mark.parametrize("clock", ["rest", "away"])
def test_a_camera_nobody_uses_is_let_go(qtbot, sheet, clock):
    getattr(sheet, clock).start(1)
    until_off(qtbot, sheet)
    assert not sheet.camera.is_on
    sheet.close_sheet()


def test_a_photo_taken_outlasts_the_camera_that_was_let_go(qtbot, sheet):
    press(Qt.Key.Key_Space)
    until_taken(qtbot, sheet)
    sheet.rest.timeout.emit()
    assert not sheet.camera.is_on
    assert has(sheet, "Use this photo")
    button(sheet, "Take another").click()
    until_seen(qtbot, sheet)
    sheet.close_sheet()


def test_another_program_in_front_is_noticed_and_forgiven(sheet):
    application = QGuiApplication.instance()
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert sheet.away.isActive()
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not sheet.away.isActive()
    sheet.close_sheet()


def test_a_screen_reader_hears_what_is_going_on(qtbot, host, seen, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event))
    sheet = until_seen(qtbot, opened(host, seen))
    button(sheet, "Take the photo").click()
    until_taken(qtbot, sheet)
    words = [one.message() for one in said if hasattr(one, "message")]
    assert words == ["Starting the camera", "The camera is on.", "Photo taken. Use it, or take another."]
    sheet.close_sheet()


@pytest.mark.parametrize("size", [(1280, 640), (1280, 800), (800, 1280)])
@pytest.mark.parametrize("metrics", [DESK, TOUCH], ids=["desk", "touch"])
def test_the_sheet_shows_whole_with_targets_a_finger_hits(qtbot, host, seen, size, metrics):
    theme().apply(LIGHT, metrics, 1.0)
    host.resize(*size)
    sheet = until_seen(qtbot, opened(host, seen))
    assert host.rect().contains(sheet.sheet.geometry())
    for step in ("Take the photo", "Use this photo"):
        qtbot.waitUntil(lambda step=step: has(sheet, step), timeout=WAIT)
        for one in (one for one in sheet.findChildren(Button) if one.isVisible()):
            assert sheet.sheet.rect().contains(one.geometry())
            assert one.height() >= metrics.least
            assert takes_tab(one)
        assert sheet.view.geometry().bottom() < button(sheet, "Cancel").geometry().top()
        button(sheet, "Take the photo").click()
    sheet.close_sheet()


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_the_picture_is_shown_in_its_own_colours_in_every_look(qtbot, host, sheet, palette):
    theme().apply(palette, DESK, 1.0)
    grabbed = picture(sheet.view)
    middle = grabbed.pixelColor(grabbed.width() // 2, grabbed.height() * 9 // 10)
    assert middle.blue() > middle.green() > middle.red()
    sheet.close_sheet()


# From the composer


def ruled(desk, **rules):
    framework = replace(desk.record.framework, photos=PhotoRules(**rules))
    desk.record = replace(desk.record, framework=framework)


@pytest.fixture
def composer(qtbot, desk, seen):
    """Return a composer with a camera, in a programme that allows photos."""
    ruled(desk, pupils_work=True, paper_notes=True, reason=REASON)
    composer = shown(qtbot, Composer(desk))
    composer.resize(1000, 700)
    composer.pictures.camera.command = seen
    composer.pictures.camera.look_for_camera()
    composer.box.setFocus()
    return composer


def its_sheet(qtbot, composer):
    return until_seen(qtbot, composer.window().findChild(CameraSheet))


def rows(composer):
    return [one for one in composer.findChildren(PictureRow) if one.isVisible()]


def test_three_keys_add_a_photo_to_the_note_being_written(qtbot, desk, composer):
    QTest.keyClicks(composer.box, "Bar models in three books")
    QTest.keyClick(composer.box, Qt.Key.Key_C, CTRL_SHIFT)
    sheet = its_sheet(qtbot, composer)
    press(Qt.Key.Key_Space)
    until_taken(qtbot, sheet)
    press(Qt.Key.Key_Return)
    assert composer.box.hasFocus()
    qtbot.waitUntil(lambda: len(rows(composer)) == 1, timeout=WAIT)
    QTest.keyClick(composer.box, Qt.Key.Key_Return)
    (note,) = desk.record.notes
    (photo,) = desk.record.photos_of(note.id)
    assert (note.text, photo.kind, photo.width, photo.height) == ("Bar models in three books", PHOTO, 1280, 720)
    kept = Pictures(desk).read(photo)
    assert kept.startswith(b"\xff\xd8\xff")
    assert b"Exif" not in kept


def test_nothing_of_a_photo_lies_open_on_the_disk(qtbot, desk, composer, tmp_path):
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    composer.pictures.camera.click()
    sheet = its_sheet(qtbot, composer)
    button(sheet, "Take the photo").click()
    until_taken(qtbot, sheet)
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before
    button(sheet, "Use this photo").click()
    qtbot.waitUntil(lambda: len(rows(composer)) == 1, timeout=WAIT)
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert new
    assert not any(b"\xff\xd8\xff" in path.read_bytes()[:64] or b"JFIF" in path.read_bytes() for path in new)


def test_where_only_paper_notes_are_allowed_the_sheet_says_why_and_the_photo_is_of_them(qtbot, desk, composer):
    ruled(desk, paper_notes=True, reason=REASON)
    composer.pictures.camera.click()
    sheet = its_sheet(qtbot, composer)
    assert accessible_name(sheet) == "Photo of paper notes"
    assert any(getattr(one, "text", str)() == REASON for one in sheet.sheet.children())
    button(sheet, "Take the photo").click()
    until_taken(qtbot, sheet)
    button(sheet, "Use this photo").click()
    qtbot.waitUntil(lambda: len(rows(composer)) == 1, timeout=WAIT)
    assert composer.draft().photos[0].kind == PAPER_NOTES


def test_where_nothing_may_be_photographed_no_camera_is_offered(desk, composer):
    ruled(desk, reason=REASON)
    composer.pictures.camera.look_for_camera()
    QTest.keyClick(composer.box, Qt.Key.Key_C, CTRL_SHIFT)
    assert not composer.pictures.camera.isVisible()
    assert composer.window().findChild(CameraSheet) is None


def test_a_full_note_says_so_before_a_photo_is_taken(qtbot, composer, tmp_path):
    for number in range(6):
        (tmp_path / f"{number}.jpg").write_bytes(jpeg(40, 30))
    composer.pictures.offer([tmp_path / f"{number}.jpg" for number in range(6)])
    qtbot.waitUntil(lambda: len(rows(composer)) == 6, timeout=WAIT)
    composer.pictures.camera.click()
    assert composer.window().findChild(CameraSheet) is None
    assert composer.pictures.notice.sentence.startswith("A note holds six pictures")


@pytest.mark.skipif(bool(cameras_here()), reason="this device has a camera")
def test_without_a_camera_there_is_no_way_to_one(desk, composer):
    assert composer.pictures.camera.isVisible()
    composer.pictures.camera.command = ()
    composer.pictures.camera.look_for_camera()
    assert not composer.pictures.camera.isVisible()
    QTest.keyClick(composer.box, Qt.Key.Key_C, CTRL_SHIFT)
    assert composer.window().findChild(CameraSheet) is None


def test_the_list_of_commands_has_the_camera_only_where_there_is_one(desk):
    codes = {has: [one.code for one in capture_commands(desk, has_camera=has)] for has in (True, False)}
    assert set(codes[True]) - set(codes[False]) == {"capture.camera"}


def test_the_camera_has_a_name_a_tip_and_its_place_after_the_other_pictures(composer):
    camera = composer.pictures.camera
    assert accessible_name(camera) == "Take a photo"
    assert camera.toolTip() == "Take a photo  Ctrl+Shift+C"
    composer.pictures.sketch_button.setFocus()
    QTest.keyClick(composer.pictures.sketch_button, Qt.Key.Key_Tab)
    assert camera.hasFocus()


def test_a_camera_that_fails_costs_no_words_and_leads_to_a_file(qtbot, composer):
    QTest.keyClicks(composer.box, "Bar models")
    composer.pictures.camera.command = saying("sys.exit(3)")
    composer.pictures.camera.click()
    sheet = composer.window().findChild(CameraSheet)
    until_off(qtbot, sheet)
    button(sheet, "Choose a file instead").click()
    dialog = composer.window().findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    assert composer.draft().text == "Bar models"


def test_the_sentence_of_a_failure_is_on_the_sheet(qtbot, composer):
    composer.pictures.camera.command = saying("out.write(struct.pack('>BI', 70, 4) + b'busy')")
    composer.pictures.camera.click()
    sheet = composer.window().findChild(CameraSheet)
    until_off(qtbot, sheet)
    assert any(getattr(one, "text", str)() == sentence("busy") for one in sheet.off.children())
    sheet.close_sheet()


# At the real window


@pytest.fixture
def person(qapp, tmp_path):
    """Somebody with a finger and the first sample visit open at Capture."""
    person = Person(tmp_path / "person", touch=True)
    person.session.open_sample()
    person.hands.wait_until(lambda: person.session.workspace is not None, "opening the sample")
    visits = person.session.workspace.visits.all()
    person.session.open_visit(next(one.id for one in visits if one.starts_on == "2025-11-20"), "capture")
    person.hands.settle()
    yield person
    person.leave()


def with_camera(person, command):
    camera = person.window.findChild(Composer).pictures.camera
    camera.command = command
    camera.look_for_camera()
    person.hands.settle()


def test_three_taps_add_a_photo_to_the_note_being_written(person, seen):
    with_camera(person, seen)
    with person.counting("add a photo") as finger:
        finger.press("Take a photo")
        sheet = person.window.findChild(CameraSheet)
        person.hands.wait_until(lambda: not sheet.view.picture.isNull(), "the camera")
        finger.press("Take the photo")
        person.hands.wait_until(lambda: has(sheet, "Use this photo"), "the photo")
        finger.press("Use this photo")
    composer = person.window.findChild(Composer)
    person.hands.wait_until(lambda: len(rows(composer)) == 1, "the picture")
    assert person.took["add a photo"] <= 3


def test_a_camera_leaves_the_window_room(person, seen):
    with_camera(person, seen)
    theme().apply(LIGHT, DESK, 1.0)
    person.hands.settle()
    assert person.window.minimumSizeHint().width() <= 1280


def test_the_lock_lets_the_camera_go_and_takes_its_picture_off_the_screen(qtbot, person, seen):
    with_camera(person, seen)
    person.window.findChild(Composer).pictures.camera.photograph()
    sheet = person.window.findChild(CameraSheet)
    person.hands.wait_until(lambda: not sheet.view.picture.isNull(), "the camera")
    person.session.lock()
    qtbot.waitUntil(lambda: processes() == [], timeout=WAIT)
    qtbot.waitUntil(lambda: person.window.findChild(CameraSheet) is None, timeout=WAIT)
