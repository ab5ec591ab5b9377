"""A slot of the day as a button on the timeline: an activity, a lesson inside it, and the place for one more."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent

from ui.parts.slot_buttons import CarriedButton, DragButton, PlanButton
from ui.theme.painting import draw_icon, rounded, wash
from ui.theme.theme import theme
from ui.widgets.pressable import paint_words, words_width

_LEFT = 42


class SlotCard(DragButton):
    """An activity or a break. Its place and size are set by the timeline; short ones are read on one line."""

    def __init__(self, slot_id: str) -> None:
        super().__init__(slot_id)
        self._icon, self._stripe, self._line, self._hours = "clock", "accent", "", ""
        self._clashes = False

    def show_slot(self, title: str, line: str, hours: str, icon: str, *, is_break: bool, clashes: bool) -> None:
        """Show other words."""
        self.setText(title)
        self._line, self._hours, self._icon = line, hours, icon
        self._stripe = "line_strong" if is_break else "accent"
        self._clashes = clashes
        self.update()

    def show_hours(self, hours: str) -> None:
        """Show the hours it would have if it were let go here."""
        self._hours = hours
        self.update()

    @staticmethod
    def least_height() -> int:
        """Return the room of one line, in px."""
        return theme().fit(20, "bodym") + 16

    @staticmethod
    def head_height() -> int:
        """Return the room of title and line above whatever stands inside, in px."""
        return 22 + theme().line_height("bodym") + theme().line_height("small")

    def sizeHint(self) -> QSize:
        """Return a single line's room; the timeline gives what it needs."""
        return QSize(200, self.least_height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(60, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            line = "accent" if self.picked else ("risk_solid" if self._clashes else "line")
            ground = "hover" if self.underMouse() and not self.picked else "surface"
            rounded(painter, rect, 10, ground, line, 2 if self.picked else 1)
            self._paint_stripe(painter, rect)
            self._paint_inner(painter, rect)
            self.paint_ring(painter, rect, 10)

    def _paint_stripe(self, painter: QPainter, rect: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(rect.adjusted(1, 1, -1, -1), 9, 9)
        painter.save()
        painter.setClipPath(path)
        wash(painter, QRectF(rect.x(), rect.y(), 4, rect.height()), self._stripe)
        painter.restore()

    def _paint_inner(self, painter: QPainter, rect: QRectF) -> None:
        tall = rect.height() >= self.head_height() - 6
        line_height = theme().line_height("bodym")
        top = 10.0 if tall else (rect.height() - line_height) / 2
        hours_font = theme().font("caption", tnum=True)
        hours = words_width(self._hours, hours_font)
        right = rect.right() - 14 - hours
        draw_icon(painter, self._icon, "text2", rect.x() + 18, top + (line_height - 16) / 2, 16, 2)
        paint_words(painter, QRectF(right, top, hours + 2, line_height), self._hours, hours_font, "text2")
        title = _cut(self.text(), theme().font("bodym"), right - _LEFT - 12)
        paint_words(painter, QRectF(_LEFT, top, right, line_height), title, theme().font("bodym"), "text")
        self._paint_line(painter, top, right, tall=tall)

    def _paint_line(self, painter: QPainter, top: float, right: float, *, tall: bool) -> None:
        if tall:
            place = QRectF(_LEFT, top + theme().line_height("bodym"), right, theme().line_height("small"))
            words = _cut(self._line, theme().font("small"), self.width() - _LEFT - 14)
        else:
            start = _LEFT + theme().text_width(self.text(), "bodym") + 14
            place = QRectF(start, top, right, theme().line_height("bodym"))
            words = _cut(self._line, theme().font("small"), right - start - 10) if right - start > 50 else ""
        paint_words(painter, place, words, theme().font("small"), "text2")


class LessonCard(CarriedButton):
    """A classroom visit inside an activity."""

    def __init__(self, slot_id: str) -> None:
        super().__init__(slot_id)
        self._above, self._short, self._people = "", "", ""
        self._carried = self._clashes = False

    def show_lesson(self, title: str, above: str, short: str, people: str, *, clashes: bool) -> None:
        """Show other words: what is taught, in few letters where there is little room, when and where, and where
        there is room for it with whom."""
        self.setText(title)
        self._people, self._clashes = people, clashes
        self._above, self._short, self._carried = above, short, False
        self.update()

    def show_above(self, above: str) -> None:
        """Show, lifted, when and where it would be if it were let go here."""
        self._above, self._carried = above, True
        self.update()

    @staticmethod
    def height_wanted() -> int:
        """Return the room of its two lines, in px."""
        tall = 16 + theme().line_height("captionm") + theme().line_height("label") + 2
        return max(tall, theme().metrics.least)

    def sizeHint(self) -> QSize:
        """Return the room of its two lines."""
        return QSize(130, self.height_wanted())

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(60, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            fill = "accent_soft" if self.picked or self._carried else ("hover" if self.underMouse() else "sunken")
            line = "accent" if self.picked or self._carried else ("risk_solid" if self._clashes else None)
            rounded(painter, rect, 8, fill, line, 1.5)
            height = theme().line_height("captionm")
            self._paint_above(painter, QRectF(10, 8, rect.width() - 16, height))
            label = theme().font("label")
            fits = words_width(self.text(), label) <= rect.width() - 16
            title = _cut(self.text() if fits else self._short, label, rect.width() - 16)
            below = QRectF(10, 10 + height, rect.width() - 16, theme().line_height("label"))
            paint_words(painter, below, title, label, "on_accent_soft" if fill == "accent_soft" else "text")
            self.paint_ring(painter, rect, 8)

    def _paint_above(self, painter: QPainter, place: QRectF) -> None:
        """Draw when and where; a sign before it says what its red edge says."""
        font, role = theme().font("captionm", tnum=True), "text2"
        if self._clashes:
            role = "risk"
            draw_icon(painter, "circle-alert", role, place.x(), place.y() + (place.height() - 14) / 2, 14, 2)
            place.setLeft(place.x() + 19)
        whole = f"{self._above}  \u00b7  {self._people}" if self._people else self._above
        said = whole if words_width(whole, font) <= place.width() else self._above
        paint_words(painter, place, _cut(said, font, place.width()), font, role)


class AddLesson(PlanButton):
    """The place for one more classroom visit; pressing it plans one."""

    def __init__(self, home_id: str, words: str, name: str) -> None:
        super().__init__(home_id)
        self.set_label(words, name)

    def sizeHint(self) -> QSize:
        """Return the room of a lesson."""
        return QSize(130, LessonCard.height_wanted())

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(60, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a dashed card."""
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            fill = "hover" if self.underMouse() else None
            rounded(painter, rect, 8, fill, "line_strong", 1, (4.0, 3.0))
            draw_icon(painter, "plus", "text2", 10, (rect.height() - 16) / 2, 16, 2)
            words = QRectF(32, 0, rect.width() - 34, rect.height())
            paint_words(painter, words, self.text(), theme().font("label"), "text2")
            self.paint_ring(painter, rect, 8)


def _cut(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))
