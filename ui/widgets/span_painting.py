"""Drawing the stretches of a text that have a look of their own."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout, QTextLine

from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.text_spans import PlacedSpan, Span

_WAVE_STEP = 3.0


def format_ranges(spans: Sequence[PlacedSpan]) -> list[QTextLayout.FormatRange]:
    """Return the character formats of spans, as a text layout wants them."""
    ranges = []
    for span in spans:
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = span.start, span.length, _format(span.look)
        ranges.append(part)
    return ranges


def paint_pills(painter: QPainter, layout: QTextLayout, spans: Sequence[PlacedSpan], origin: QPointF) -> None:
    """Draw the filled chips that lie behind spans."""
    for span in spans:
        if not span.look.pill:
            continue
        for line, left, right in _stretches(layout, span):
            tall = theme().scaled(17)
            top = origin.y() + line.y() + line.ascent() - 0.735 * tall
            rect = QRectF(origin.x() + left - 4, top, right - left + 8, tall)
            rounded(painter, rect, 5, span.look.pill, span.look.pill_line or None)


def paint_waves(painter: QPainter, layout: QTextLayout, spans: Sequence[PlacedSpan], origin: QPointF) -> None:
    """Draw the wavy underlines of spans."""
    for span in spans:
        if not span.look.wave:
            continue
        painter.setPen(QPen(theme().colour(span.look.wave), 1.5))
        for line, left, right in _stretches(layout, span, trimmed=True):
            base = origin.y() + line.y() + line.ascent() + 3.5
            painter.drawPath(_wave(origin.x() + left, origin.x() + right, base))


def _format(look: Span) -> QTextCharFormat:
    made = QTextCharFormat()
    if look.colour:
        made.setForeground(theme().colour(look.colour))
    if look.mark:
        made.setBackground(theme().colour(look.mark))
        made.setFontUnderline(theme().palette.name == "contrast")
    if look.px:
        made.setProperty(QTextCharFormat.Property.FontPixelSize, theme().scaled(look.px))
    if look.weight:
        made.setFontWeight(look.weight)
    if look.italic:
        made.setFontItalic(True)
    return made


def _stretches(
    layout: QTextLayout, span: PlacedSpan, *, trimmed: bool = False
) -> list[tuple[QTextLine, float, float]]:
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(span.start, line.textStart())
        last = min(span.start + span.length, line.textStart() + line.textLength())
        while trimmed and last > first and layout.text()[last - 1] == " ":
            last -= 1
        if first < last:
            found.append((line, _across(line, first), _across(line, last)))
    return found


def _across(line: QTextLine, position: int) -> float:
    place: float | tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]
    return place[0] if isinstance(place, tuple) else place


def _wave(left: float, right: float, base: float) -> QPainterPath:
    path, x, up = QPainterPath(QPointF(left, base)), left, True
    while x < right:
        x = min(x + _WAVE_STEP, right)
        path.lineTo(x, base + (-1.6 if up else 0.6))
        up = not up
    return path
