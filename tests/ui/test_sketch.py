"""Sketches: drawn with mouse, finger or pen, rubbed out, undone stroke by stroke, kept as a picture with its ink."""

import pytest
from picture_files import image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui_support import accessible_name, shown
from vault_desk import KEY, begin, new_database, open_workspace

from ui.parts.composer import Composer
from ui.parts.sketch import SketchPad
from ui.parts.sketch_ink import blank_sheet, drawn_sheet
from ui.parts.sketch_sheet import SketchSheet
from ui.widgets.buttons import Button
from ui.widgets.segmented import SegmentButton
from ui.workspace.picture_reading import encode_sketch
from ui.workspace.pictures import Pictures
from visitapp.domain.ink import TALL, WIDE, Stroke, read_ink
from visitapp.domain.photo import SKETCH
from visitapp.store.database import Database

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def sheet(qtbot):
    sheet = SketchSheet()
    sheet.resize(WIDE // 2, TALL // 2)
    return shown(qtbot, sheet)


def draw(sheet, *points):
    """Draw with the mouse through these places of the widget."""
    first, *rest = (QPoint(*point) for point in points)
    QTest.mousePress(sheet, LEFT, pos=first)
    for point in rest:
        QTest.mouseMove(sheet, point)
    QTest.mouseRelease(sheet, LEFT, pos=(rest or [first])[-1])


def pen(kind, device, x, y, pressure):
    left = LEFT if kind != QEvent.Type.TabletRelease else Qt.MouseButton.NoButton
    place = QPointF(x, y)
    none = Qt.KeyboardModifier.NoModifier
    return QTabletEvent(kind, device, place, place, pressure, 0, 0, 0.0, 0.0, 0.0, none, LEFT, left)


def pen_device(pointer):
    kind = QInputDevice.DeviceType.Stylus
    able = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
    return QPointingDevice("a pen", 1, kind, pointer, able, 1, 2)


def draw_with_pen(sheet, pointer, *points):
    """Draw with a pen through places, each with how hard it is pressed."""
    device = pen_device(pointer)
    kinds = [QEvent.Type.TabletPress, *[QEvent.Type.TabletMove] * (len(points) - 1)]
    for kind, point in zip(kinds, points, strict=True):
        QApplication.sendEvent(sheet, pen(kind, device, *point))
    QApplication.sendEvent(sheet, pen(QEvent.Type.TabletRelease, device, *points[-1][:2], 0.0))


def test_a_line_drawn_with_the_mouse_is_a_stroke_in_the_units_of_the_sheet(sheet):
    draw(sheet, (10, 10), (100, 60), (200, 60))
    (stroke,) = sheet.strokes
    assert [point[:2] for point in stroke.points] == [(20, 20), (200, 120), (400, 120)]


def test_a_tap_is_a_dot(sheet):
    draw(sheet, (50, 50))
    assert len(sheet.strokes[0].points) == 1
    assert QColor(drawn_sheet(sheet.strokes).pixel(100, 100)).lightness() < 100


def test_ink_never_leaves_the_sheet(sheet):
    draw(sheet, (10, 10), (-500, 4000))
    assert all(0 <= x <= WIDE and 0 <= y <= TALL for x, y, _ in sheet.strokes[0].points)


def test_the_pen_draws_as_hard_as_it_is_pressed(sheet):
    draw_with_pen(sheet, QPointingDevice.PointerType.Pen, (10, 10, 0.1), (100, 10, 0.5), (200, 10, 1.0))
    assert [point[2] for point in sheet.strokes[0].points] == [10, 50, 100]


def test_a_harder_line_is_a_wider_line():
    soft, hard = (Stroke(10, ((100, 100, press), (300, 100, press))) for press in (0, 100))
    assert QColor(drawn_sheet([soft]).pixel(200, 106)).lightness() > 200
    assert QColor(drawn_sheet([hard]).pixel(200, 106)).lightness() < 120


def test_the_other_end_of_the_pen_rubs_out(sheet):
    draw(sheet, (10, 10), (200, 10))
    draw_with_pen(sheet, QPointingDevice.PointerType.Eraser, (100, 5, 0.5), (100, 20, 0.5))
    assert sheet.strokes == ()


def test_a_finger_draws(sheet):
    screen = QTest.createTouchDevice()
    for step, place in enumerate([(10, 10), (100, 50), (200, 90)]):
        touch = QTest.touchEvent(sheet, screen)
        (touch.press if step == 0 else touch.move)(0, QPoint(*place), sheet)
        touch.commit()
    QTest.touchEvent(sheet, screen).release(0, QPoint(200, 90), sheet).commit()
    (stroke,) = sheet.strokes
    assert stroke.points[-1][:2] == (400, 180)


def test_a_hand_that_rests_on_the_sheet_while_the_pen_draws_leaves_nothing(sheet):
    device = pen_device(QPointingDevice.PointerType.Pen)
    QApplication.sendEvent(sheet, pen(QEvent.Type.TabletPress, device, 10, 10, 0.5))
    screen = QTest.createTouchDevice()
    QTest.touchEvent(sheet, screen).press(0, QPoint(300, 300), sheet).commit()
    QTest.touchEvent(sheet, screen).release(0, QPoint(300, 300), sheet).commit()
    QApplication.sendEvent(sheet, pen(QEvent.Type.TabletMove, device, 90, 10, 0.5))
    QApplication.sendEvent(sheet, pen(QEvent.Type.TabletRelease, device, 90, 10, 0.0))
    (stroke,) = sheet.strokes
    assert all(y == 20 for _, y, _ in stroke.points)


def test_the_eraser_takes_whole_strokes_and_undo_brings_them_back(sheet):
    draw(sheet, (10, 10), (200, 10))
    draw(sheet, (10, 100), (200, 100))
    both = sheet.strokes
    sheet.width_of_pen = 0
    draw(sheet, (100, 0), (100, 12))
    assert sheet.strokes == both[1:]
    sheet.undo()
    assert sheet.strokes == both


def test_undo_takes_one_stroke_at_a_time(sheet):
    for down in (10, 20, 30):
        draw(sheet, (10, down), (200, down))
    left = []
    while sheet.can_undo:
        sheet.undo()
        left.append(len(sheet.strokes))
    assert left == [2, 1, 0]


def test_ctrl_z_takes_a_stroke_back(sheet):
    draw(sheet, (10, 10), (200, 10))
    QTest.keyClick(sheet, Qt.Key.Key_Z, CTRL)
    assert sheet.strokes == ()


def test_clearing_can_be_undone(sheet):
    draw(sheet, (10, 10), (200, 10))
    sheet.clear()
    assert sheet.strokes == ()
    sheet.undo()
    assert len(sheet.strokes) == 1


def test_what_is_seen_is_what_is_kept(sheet):
    draw(sheet, (10, 10), (100, 60), (200, 60))
    seen = QColor(sheet.grab().toImage().pixel(150, 60)).lightness()
    assert seen < 150
    assert drawn_sheet(()) == blank_sheet()


@pytest.fixture
def host(qtbot):
    host = QWidget()
    host.resize(1280, 640)
    return shown(qtbot, host)


def opened_pad(desk, host):
    pad = SketchPad(desk, host)
    pad.open()
    return pad


def middle(pad, x=0, y=0):
    centre = pad.paper.rect().center()
    return (centre.x() + x, centre.y() + y)


def press(pad, words):
    next(one for one in pad.findChildren(Button) if one.text() == words).click()


def test_a_sketch_brings_its_picture_and_its_ink(qtbot, workspace, host):
    pad = opened_pad(workspace.desk, host)
    draw(pad.paper, middle(pad), middle(pad, 100, 40))
    with qtbot.waitSignal(pad.drawn) as drawn:
        press(pad, "Add the sketch")
    picture, ink = drawn.args
    assert isinstance(picture, QImage)
    assert (picture.width(), picture.height()) == (WIDE, TALL)
    assert read_ink(ink) == pad.paper.strokes


def test_an_empty_sheet_cannot_be_added(workspace, host):
    pad = opened_pad(workspace.desk, host)
    add = next(one for one in pad.findChildren(Button) if one.text() == "Add the sketch")
    assert not add.isEnabled()
    draw(pad.paper, middle(pad), middle(pad, 50))
    assert add.isEnabled()


def test_a_sketch_left_half_done_is_there_again_even_after_a_restart(tmp_path, qapp, host):
    with open_workspace(new_database(tmp_path)) as workspace:
        desk = begin(workspace)
        pad = opened_pad(desk, host)
        draw(pad.paper, middle(pad), middle(pad, 50))
        before, visit_id = pad.paper.strokes, desk.visit_id
        QTest.keyClick(pad.paper, Qt.Key.Key_Escape)
        assert desk.unsealed_texts() == ()
    with open_workspace(Database.open(tmp_path / "visitapp.db", KEY)) as workspace:
        assert opened_pad(workspace.open_visit(visit_id), host).paper.strokes == before


def test_a_sketch_thrown_away_is_gone(workspace, host):
    pad = opened_pad(workspace.desk, host)
    draw(pad.paper, middle(pad), middle(pad, 50))
    press(pad, "Discard")
    assert opened_pad(workspace.desk, host).paper.strokes == ()


def test_pens_and_eraser_are_chosen_by_name(workspace, host):
    pad = opened_pad(workspace.desk, host)
    widths = []
    for one in pad.findChildren(SegmentButton):
        one.click()
        widths.append(pad.paper.width_of_pen)
    assert widths == [3, 6, 14, 0]
    assert accessible_name(pad.paper) == "Sheet to draw on"


def test_a_sketch_added_in_the_capture_box_is_of_the_note_with_its_ink(qtbot, workspace):
    desk = workspace.desk
    composer = shown(qtbot, Composer(desk))
    composer.resize(1000, 700)
    composer.pictures.sketch_button.click()
    pad = composer.findChild(SketchPad)
    draw(pad.paper, middle(pad), middle(pad, 50))
    press(pad, "Add the sketch")
    qtbot.waitUntil(lambda: bool(composer.draft().photos), timeout=5000)
    assert desk.draft("sketch") is None
    composer.save()
    (photo,) = Pictures(desk).all()
    assert (photo.kind, photo.width, photo.height) == (SKETCH, WIDE, TALL)
    assert len(read_ink(photo.strokes)) == 1
    assert Pictures(desk).read(photo).startswith(b"\x89PNG")


def test_ink_that_cannot_be_read_opens_an_empty_sheet(workspace, host):
    pictures = Pictures(workspace.desk)
    strange = pictures.photo(pictures.keep(encode_sketch(image(20, 10))), SKETCH, strokes="9|from a later version")
    assert SketchPad(workspace.desk, host, strange).paper.strokes == ()


def test_the_sheet_shows_whole_in_a_low_window(workspace, host):
    pad = opened_pad(workspace.desk, host)
    done = next(one for one in pad.findChildren(Button) if one.text() == "Add the sketch")
    assert pad.sheet.rect().contains(done.geometry())
    assert pad.paper.geometry().bottom() <= done.geometry().top()
