"""The activities of the programme, to be put into the day."""

from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from ui.parts.plan_dragging import as_mime
from ui.parts.slot_words import day_name
from ui.theme.painting import draw_icon, rounded
from ui.theme.theme import theme
from ui.widgets.layout import clear, column
from ui.widgets.pressable import Pressable, paint_words
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import Activity
from visitapp.domain.plan_days import number_of
from visitapp.domain.planning import clock
from visitapp.domain.visit import Slot

BREAK = ""
_LEFT = 38


class ActivityButton(Pressable):
    """An activity that is put into the day when pressed, or where a mouse lets it fall; a tick says that it is there
    already."""

    def __init__(self, code: str, icon: str, text: str, minutes: str, title: str) -> None:
        super().__init__(text)
        self._code, self._from = code, QPoint()
        self._icon, self._minutes, self._title, self._where = icon, minutes, title, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_planned("")

    def show_planned(self, where: str) -> None:
        """Show when it is planned, or with an empty text that it is not."""
        self._where = where
        said = self.tr("planned {where}").format(where=where) if where else self.tr("not planned")
        name = self.tr("Add {title}, {minutes}, {said}")
        self.setAccessibleName(name.format(title=self._title, minutes=self._minutes, said=said))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a mouse took hold."""
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Be dragged by a mouse; a finger scrolls instead."""
        real = event.source() == Qt.MouseEventSource.MouseEventNotSynthesized
        far = (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance()
        if not (real and far and event.buttons() & Qt.MouseButton.LeftButton):
            super().mouseMoveEvent(event)
            return
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(as_mime(self._code))
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._from)
        drag.exec(Qt.DropAction.CopyAction)

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        tall = theme().line_height("label") + theme().line_height("caption") + 16
        return QSize(180, max(tall, theme().metrics.least))

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        rect = QRectF(self.rect())
        middle = (rect.height() - 17) / 2
        with QPainter(self) as painter:
            rounded(painter, rect, 9, "hover" if self.underMouse() else "surface", "line")
            draw_icon(painter, self._icon, "text2", 12, middle, 17)
            mark = ("check", "strength") if self._where else ("plus", "text2")
            draw_icon(painter, *mark, rect.right() - 28, middle, 16, 2.2)
            high = theme().line_height("label")
            self._paint(painter, QRectF(_LEFT, 8, rect.width() - _LEFT - 34, high), self.text(), "label", "text")
            below = QRectF(_LEFT, 8 + high, rect.width() - _LEFT - 34, theme().line_height("caption"))
            self._paint(painter, below, self._where or self._minutes, "caption", "text2")
            self.paint_ring(painter, rect, 9)

    @staticmethod
    def _paint(painter: QPainter, place: QRectF, text: str, style: str, role: str) -> None:
        font = theme().font(style, tnum=True)
        paint_words(painter, place, _cut(text, QFontMetricsF(font), place.width()), font, role)


class ActivityList(QWidget):
    """All activities, those for the day shown first; `wanted` brings the code pressed, empty for a break."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._buttons: dict[str, ActivityButton] = {}
        self._layout: QVBoxLayout = column(spacing=6)
        self.setLayout(self._layout)
        self._day = 0

    def show_day(self, day: int) -> None:
        """List what is suggested for a day, and what else there is."""
        if day != self._day:
            self._day = day
            self._fill()
        self._show_planned()

    def take_focus(self) -> None:
        """Put the focus on the first activity that is not planned yet."""
        planned = {slot.activity for slot in self._desk.record.slots}
        wanted = next((one for code, one in self._buttons.items() if code not in planned), None)
        (wanted or next(iter(self._buttons.values()))).setFocus()

    def focus_activity(self, code: str) -> None:
        """Put the focus on one activity."""
        if code in self._buttons:
            self._buttons[code].setFocus()

    def _fill(self) -> None:
        clear(self._layout)
        self._buttons = {}
        framework = self._desk.record.framework
        number = number_of(self._desk.record, self._day)
        for_day = [one for one in framework.activities if one.required and number in one.days]
        others = [one for one in framework.activities if one not in for_day]
        self._add_group("", for_day)
        self._add_group(self.tr("More"), others)
        self._add(BREAK, "clock", self.tr("Break"), self.tr("not counted"), self.tr("a break"))

    def _add_group(self, heading: str, activities: list[Activity]) -> None:
        if heading:
            self._layout.addSpacing(6)
            self._layout.addWidget(Text(heading, "captionm", "text2"))
        for one in activities:
            self._add(one.code, one.icon or "clock", one.short or one.title, self._minutes(one), one.title)

    def _add(self, code: str, icon: str, text: str, minutes: str, title: str) -> None:
        button = ActivityButton(code, icon, text, minutes, title)
        button.clicked.connect(partial(self.wanted.emit, code))
        self._buttons[code] = button
        self._layout.addWidget(button)

    def _minutes(self, activity: Activity) -> str:
        least, most = activity.minutes
        if least == most:
            return self.tr("{minutes} min").format(minutes=least)
        return self.tr("{least} to {most} min").format(least=least, most=most)

    def _show_planned(self) -> None:
        for code, button in self._buttons.items():
            found = [slot for slot in self._desk.record.slots if slot.activity == code and not slot.part_of]
            button.show_planned(self._where(found))

    def _where(self, slots: list[Slot]) -> str:
        single = self._desk.record.framework.days == 1
        if len(slots) > 1:
            named = sorted({slot.day for slot in slots})
            days = ", ".join(str(number_of(self._desk.record, day) or self._day_words(day)) for day in named)
            many = self.tr("{count} times") if single else self.tr("days {days}")
            return many.format(count=len(slots), days=days)
        words = self.tr("{start} to {end}") if single else self.tr("{day}, {start}")
        return "".join(
            words.format(day=self._day_words(one.day), start=clock(one.starts), end=clock(one.ends)) for one in slots
        )

    def _day_words(self, day: int) -> str:
        return day_name(self._desk.record, day)


def _cut(text: str, metrics: QFontMetricsF, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))
