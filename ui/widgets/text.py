"""A label with exact line heights, marked stretches, wrapping and elision."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme.theme import theme
from ui.widgets.text_lines import Laid, lay_out
from ui.widgets.text_spans import Span, plain_and_placed

_NO_LIMIT = 100_000.0
_HINT_WIDTH = 220.0
_LEAST_WIDTH = 96


class _Wanted(NamedTuple):
    style: str
    weight: int | None
    italic: bool
    tnum: bool
    px: int | None
    upper: bool


class Text(QLabel):
    """A line or paragraph in a named type style and colour role.

    A line that finds too little room ends with an ellipsis and tells the whole in a tooltip.
    `spans` inside the text are given as a list mixing plain strings and `Span`s. `wrap` breaks lines,
    `elide` lets a line become very short, `max_lines` ends a wrapped text with an ellipsis.
    """

    def __init__(
        self,
        text: str | Sequence[str | Span] = "",
        style: str = "body",
        colour: str = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        weight: int | None = None,
        italic: bool = False,
        tnum: bool = False,
        px: int | None = None,
        upper: bool = False,
        max_lines: int = 0,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._wanted = _Wanted(style, weight, italic, tnum, px, upper)
        self._colour, self._wraps, self._elides = colour, wrap, elide
        self._align, self._max_lines = align, max_lines
        self._laid: dict[tuple[float, int], Laid] = {}
        self._whole = ""
        self.set_text(text)
        self._set_policy()

    def set_text(self, text: str | Sequence[str | Span]) -> None:
        """Show another text, plain or with spans."""
        plain, self._spans = plain_and_placed(text)
        self._laid.clear()
        super().setText(plain)
        self.updateGeometry()
        self.update()

    def setText(self, text: str) -> None:
        """Show another plain text, as Qt's own method does."""
        self.set_text(text)

    def set_colour(self, role: str) -> None:
        """Draw in the colour of another role."""
        self._colour = role
        self.update()

    @property
    def wraps(self) -> bool:
        """Whether the text breaks into lines."""
        return self._wraps

    @property
    def elides(self) -> bool:
        """Whether one line is shortened to the room there is."""
        return self._elides

    def text_font(self) -> QFont:
        """Return the font in force."""
        w = self._wanted
        font = theme().font(w.style, weight=w.weight, italic=w.italic, tnum=w.tnum, px=w.px)
        if w.upper:
            font = QFont(font)
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        return font

    def text_line_height(self) -> int:
        """Return the line height in px in force."""
        least = round(QFontMetricsF(self.text_font()).height()) if self._wanted.px else 0
        return max(theme().line_height(self._wanted.style), least)

    def is_cut(self) -> bool:
        """Tell whether some of the text does not fit where it is."""
        room = self.contentsRect()
        if self._wraps:
            return not self._max_lines and self.heightForWidth(self.width()) > self.height() + 1
        return self._one_line_width() > room.width() + 1.5

    def hasHeightForWidth(self) -> bool:
        """Say that a wrapped text grows as it narrows."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Return the height in px the text takes at a width."""
        edges = self.contentsMargins()
        room = max(1, width - edges.left() - edges.right())
        return int(self.laid(room).height + 0.999) + edges.top() + edges.bottom()

    def sizeHint(self) -> QSize:
        """Return one line, or a paragraph about 220 px wide."""
        edges = self.contentsMargins()
        across, down = edges.left() + edges.right(), edges.top() + edges.bottom()
        width = int(self._one_line_width()) + 2 + across
        if self._wraps:
            width = min(width, theme().scaled(_HINT_WIDTH))
            return QSize(width, self.heightForWidth(width))
        return QSize(width, self.text_line_height() + down)

    def minimumSizeHint(self) -> QSize:
        """Return the least room the text can live in."""
        if self._wraps:
            return QSize(40, self.text_line_height())
        whole = self.sizeHint()
        least = 24 if self._elides else theme().scaled(_LEAST_WIDTH)
        return QSize(min(least, whole.width()), whole.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer the whole text as a tooltip where it had to be shortened, unless somebody set another."""
        if self.toolTip() in ("", self._whole):
            self._whole = self.text() if self.is_cut() else ""
            self.setToolTip(self._whole)
        super().enterEvent(event)

    def laid(self, width: float) -> Laid:
        """Return the text laid out in lines of a width in px."""
        key = (width, theme().serial)
        if key not in self._laid:
            if len(self._laid) > 8:
                self._laid.clear()
            limit = self._max_lines if self._wraps else 1
            self._laid[key] = lay_out(
                self._shown(),
                self.text_font(),
                width,
                self.text_line_height(),
                self._align,
                limit,
                [] if self._wanted.upper else self._spans,
                self._wraps,
            )
        return self._laid[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        room = QRectF(self.contentsRect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme().colour(self._colour if self.isEnabled() else "text3"))
            if not self._wraps and (not self._spans or self.is_cut()):
                self._paint_line(painter, room)
            else:
                self._paint_lines(painter, room)

    def _paint_line(self, painter: QPainter, room: QRectF) -> None:
        font, text = self.text_font(), self._shown()
        if self.is_cut():
            text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.setFont(font)
        flags = self._align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(room, int(flags), text)

    def _paint_lines(self, painter: QPainter, room: QRectF) -> None:
        laid = self.laid(room.width())
        top = room.y() if self._wraps else room.y() + max(0.0, (room.height() - laid.height) / 2)
        origin = QPointF(room.x(), top)
        if not self._spans:
            laid.layout.draw(painter, origin)
            return
        from ui.widgets.span_painting import paint_pills, paint_waves

        paint_pills(painter, laid.layout, self._spans, origin)
        painter.setPen(theme().colour(self._colour))
        laid.layout.draw(painter, origin)
        paint_waves(painter, laid.layout, self._spans, origin)

    def _shown(self) -> str:
        return self.text().upper() if self._wanted.upper else self.text()

    def _one_line_width(self) -> float:
        if not self._spans:
            return QFontMetricsF(self.text_font()).horizontalAdvance(self._shown())
        layout: QTextLayout = lay_out(
            self._shown(), self.text_font(), _NO_LIMIT, 20, Qt.AlignmentFlag.AlignLeft, 1, self._spans, False
        ).layout
        return layout.lineAt(0).naturalTextWidth() if layout.lineCount() else 0.0

    def _set_policy(self) -> None:
        across = QSizePolicy.Policy.Expanding if self._wraps or self._elides else QSizePolicy.Policy.Preferred
        down = QSizePolicy.Policy.Preferred if self._wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, down)
        policy.setHeightForWidth(self._wraps)
        self.setSizePolicy(policy)
