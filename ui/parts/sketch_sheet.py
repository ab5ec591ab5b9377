"""A sheet of paper to draw on with a pen, a finger or the mouse."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QInputDevice,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.sketch_ink import blank_sheet, draw_points, drawn_sheet
from ui.theme.painting import focus_ring
from ui.theme.theme import theme
from visitapp.domain.ink import TALL, WIDE, Point, Stroke, is_full, without_touched

_HALF = 50
_LEAST_STEP = 2
_ERASER_REACH = 16
_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)


class SketchSheet(QWidget):
    """Takes ink. `width` is the pen's, 0 for the eraser, which takes whole strokes; each step can be undone."""

    changed = Signal()

    def __init__(self, strokes: tuple[Stroke, ...] = ()) -> None:
        super().__init__()
        self.width_of_pen = 4
        self._strokes = strokes
        self._before: list[tuple[Stroke, ...]] = []
        self._points: list[Point] = []
        self._began: tuple[Stroke, ...] | None = None
        self._pen_is_down = False
        self._sheet = drawn_sheet(strokes)
        self.setAccessibleName(self.tr("Sheet to draw on"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The ink on the sheet."""
        return self._strokes

    @property
    def can_undo(self) -> bool:
        """Whether a step was taken that can be taken back."""
        return bool(self._before)

    def undo(self) -> None:
        """Take back the last stroke drawn or rubbed out."""
        if self._before:
            self._strokes = self._before.pop()
            self._draw_again()
            self.changed.emit()

    def clear(self) -> None:
        """Take all ink away; undo brings it back."""
        self._replace(())

    def sizeHint(self) -> QSize:
        """Return a sheet as large as the window lets it be."""
        return QSize(WIDE, TALL)

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be drawn on."""
        return QSize(240, 150)

    def event(self, event: QEvent) -> bool:
        """Draw with the first finger; a hand that rests on the sheet while the pen draws leaves nothing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.accept()
            return True
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent):
            if event.device().type() == QInputDevice.DeviceType.TouchScreen and not self._pen_is_down:
                self._follow_finger(event)
            event.accept()
            return True
        return super().event(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with the pen, as hard as it is pressed; its other end rubs out."""
        pressed = round(event.pressure() * 100)
        erases = event.pointerType() == QPointingDevice.PointerType.Eraser
        if event.type() == QEvent.Type.TabletPress:
            self._end()
            self._pen_is_down = True
            self._begin(event.position(), pressed, erases=erases)
        elif event.type() == QEvent.Type.TabletMove and self._pen_is_down:
            self._go_on(event.position(), pressed, erases=erases)
        elif event.type() == QEvent.Type.TabletRelease:
            self._pen_is_down = False
            self._end()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton and not self._pen_is_down:
            self._begin(event.position(), _HALF)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a stroke."""
        if event.buttons() & Qt.MouseButton.LeftButton and not self._pen_is_down:
            self._go_on(event.position(), _HALF)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a stroke."""
        if not self._pen_is_down:
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back a stroke by Ctrl+Z."""
        if _is_undo(event):
            self.undo()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and its ink."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._paper(), self._sheet)
            painter.setPen(theme().colour("line_strong"))
            painter.drawRect(self._paper().adjusted(0.5, 0.5, -0.5, -0.5))
            if self.hasFocus() and self.window().property("keyboard"):
                focus_ring(painter, self._paper(), 0)

    def _paper(self) -> QRectF:
        scale = min(self.width() / WIDE, self.height() / TALL)
        size = QRectF(0, 0, WIDE * scale, TALL * scale)
        size.moveCenter(QRectF(self.rect()).center())
        return size

    def _point(self, place: QPointF, pressed: int) -> Point:
        paper = self._paper()
        x = round((place.x() - paper.x()) * WIDE / paper.width())
        y = round((place.y() - paper.y()) * TALL / paper.height())
        return min(max(x, 0), WIDE), min(max(y, 0), TALL), min(max(pressed, 0), 100)

    def _begin(self, place: QPointF, pressed: int, *, erases: bool = False) -> None:
        self._began, self._points = self._strokes, []
        self._go_on(place, pressed, erases=erases)

    def _go_on(self, place: QPointF, pressed: int, *, erases: bool = False) -> None:
        if self._began is None:
            return
        point = self._point(place, pressed)
        if erases or not self.width_of_pen:
            self._rub_out(point)
        elif not self._points or _moved(self._points[-1], point):
            self._points.append(point)
            draw_points(self._sheet, self.width_of_pen, self._points[-2:])
            self.update()

    def _rub_out(self, point: Point) -> None:
        left = without_touched(self._strokes, point[0], point[1], _ERASER_REACH)
        if len(left) != len(self._strokes):
            self._strokes = left
            self._draw_again()

    def _end(self) -> None:
        before, self._began = self._began, None
        if before is None:
            return
        if self._points and not is_full(self._strokes):
            self._strokes = (*self._strokes, Stroke(self.width_of_pen, tuple(self._points)))
        self._points = []
        if self._strokes != before:
            self._before.append(before)
            self.changed.emit()

    def _replace(self, strokes: tuple[Stroke, ...]) -> None:
        if strokes != self._strokes:
            self._before.append(self._strokes)
            self._strokes = strokes
            self._draw_again()
            self.changed.emit()

    def _follow_finger(self, event: QTouchEvent) -> None:
        place = event.points()[0].position() if event.points() else QPointF()
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(place, _HALF)
        elif event.type() == QEvent.Type.TouchUpdate:
            self._go_on(place, _HALF)
        else:
            self._end()

    def _draw_again(self) -> None:
        self._sheet = drawn_sheet(self._strokes) if self._strokes else blank_sheet()
        self.update()


def _moved(before: Point, now: Point) -> bool:
    return abs(before[0] - now[0]) + abs(before[1] - now[1]) >= _LEAST_STEP


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)
