"""Lays a text out in lines of an exact height."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from ui.widgets.text_spans import PlacedSpan


class Laid(NamedTuple):
    """A text in lines, and the height in px they take."""

    layout: QTextLayout
    height: float


def lay_out(
    text: str,
    font: QFont,
    width: float,
    line_height: float,
    align: Qt.AlignmentFlag,
    max_lines: int,
    spans: Sequence[PlacedSpan],
    wraps: bool,
) -> Laid:
    """Return `text` in lines `width` px wide; past `max_lines` (0 is no limit) it ends with an ellipsis."""
    laid = _lines(text, font, width, line_height, align, max_lines, spans, wraps)
    if not wraps or not max_lines or not _is_short(laid.layout):
        return laid
    last = laid.layout.lineAt(laid.layout.lineCount() - 1)
    rest = text[last.textStart() :].replace("\n", " ")
    short = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    shown = text[: last.textStart()] + short
    return _lines(shown, font, width, line_height, align, max_lines, spans, wraps)


def _lines(
    text: str,
    font: QFont,
    width: float,
    line_height: float,
    align: Qt.AlignmentFlag,
    max_lines: int,
    spans: Sequence[PlacedSpan],
    wraps: bool,
) -> Laid:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(align)
    wrap = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if wraps else QTextOption.WrapMode.NoWrap
    option.setWrapMode(wrap)
    layout.setTextOption(option)
    if spans:
        from ui.widgets.span_painting import format_ranges

        layout.setFormats(format_ranges(spans))
    lift = (line_height - QFontMetricsF(font).height()) / 2
    height, count = 0.0, 0
    layout.beginLayout()
    while not max_lines or count < max_lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height + lift))
        height, count = height + line_height, count + 1
    layout.endLayout()
    return Laid(layout, height)


def _is_short(layout: QTextLayout) -> bool:
    count = layout.lineCount()
    if not count:
        return False
    last = layout.lineAt(count - 1)
    return last.textStart() + last.textLength() < len(layout.text())
