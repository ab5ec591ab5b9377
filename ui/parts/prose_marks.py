"""How prose shows what is not words: evidence named in it as small pills, bold words bold, their stars faint."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.text_units import units
from visitapp.domain.prose import Citation, bold_spans, citations

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

_STARS = 2
_PILL_RADIUS = 5


class ProseMarks(QSyntaxHighlighter):
    """Sets evidence small and in its colour, and bold words bold; `is_known` tells whether a label names evidence."""

    def __init__(self, document: QTextDocument, is_known: Callable[[str], bool]) -> None:
        super().__init__(document)
        self._is_known = is_known

    def highlightBlock(self, text: str) -> None:
        """Set one paragraph."""
        if "**" in text:
            for start, end in bold_spans(text):
                self._set(text, start, end, _bold())
                for star in (start, end - _STARS):
                    self._set(text, star, star + _STARS, _faint())
        for one in citations(text) if "[" in text else ():
            front = _front(self._is_known(one.label))
            self._set(text, one.start, one.end, _pill(front))
            for sign in (one.start, one.end - 1):
                self._set(text, sign, sign + 1, _pill(QColor(0, 0, 0, 0)))

    def _set(self, text: str, start: int, end: int, look: QTextCharFormat) -> None:
        first = units(text[:start])
        self.setFormat(first, units(text[:end]) - first, look)


def paint_pills(edit: "QPlainTextEdit", painter: QPainter, is_known: Callable[[str], bool]) -> None:
    """Draw the ground of each name of evidence in sight, to lie under its words."""
    for block, top in _blocks_in_sight(edit):
        text = block.text()
        for one in citations(text) if "[" in text else ():
            for rect in _places(block, text, one, top):
                known = is_known(one.label)
                rounded(painter, rect, _PILL_RADIUS, "accent_soft" if known else "risk_soft")


def _blocks_in_sight(edit: "QPlainTextEdit") -> Iterator[tuple[QTextBlock, QPointF]]:
    block, offset = edit.firstVisibleBlock(), edit.contentOffset()
    bottom = edit.viewport().height()
    while block.isValid():
        place = edit.blockBoundingGeometry(block).translated(offset)
        if place.top() > bottom:
            return
        yield block, place.topLeft()
        block = block.next()


def _places(block: QTextBlock, text: str, one: Citation, top: QPointF) -> Iterator[QRectF]:
    layout = block.layout()
    first, last = units(text[: one.start]), units(text[: one.end])
    line = layout.lineForTextPosition(first)
    if not line.isValid():
        return
    left, right = _across(line, first), _across(line, min(last, line.textStart() + line.textLength()))
    high = theme().line_height("caption") + 2
    middle = line.y() + line.height() / 2
    yield QRectF(top.x() + left, top.y() + middle - high / 2, right - left, high)


def _across(line: object, place: int) -> float:
    found = line.cursorToX(place)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)


def _front(known: bool) -> QColor:
    return theme().colour("on_accent_soft" if known else "risk")


def _pill(front: QColor) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(theme().font("captionm", weight=600))
    look.setForeground(front)
    return look


def _bold() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(600)
    return look


def _faint() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(theme().colour("text3"))
    return look
