"""The prose of a report section: words with the evidence they rest on, which is never printed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from ui.parts.prose_editing import take_key
from ui.parts.prose_marks import ProseMarks, paint_pills
from ui.parts.report_prose import Prose
from ui.theme.theme import theme
from ui.widgets.text_units import characters, units
from visitapp.domain.cited_sentences import with_citation
from visitapp.domain.prose import Citation, citation_at

About = Callable[[str], str]
"""What the evidence of a label says, empty where there is none."""


class WrittenProse(Prose):
    """Prose in which evidence shows as pills. `evidence_wanted` brings the label of one that was pressed."""

    evidence_wanted = Signal(str)

    def __init__(self, name: str, placeholder: str, about: About, *, least: int = 1) -> None:
        super().__init__(name, placeholder, least=least)
        self._about = about
        self._marks = ProseMarks(self.document(), self._is_known)
        self._drawn = QTimer(self, singleShot=True, interval=0)
        self._drawn.timeout.connect(self._marks.rehighlight)
        theme().changed.connect(self._drawn.start)

    def show_known(self) -> None:
        """Draw evidence again: some of it may have come or gone."""
        if "[" in self.toPlainText():
            self._marks.rehighlight()

    def name_evidence(self, label: str) -> None:
        """Name evidence behind the sentence at the caret, once."""
        cursor = self.textCursor()
        text = self.toPlainText()
        place = characters(text, cursor.position())
        after, behind = with_citation(text, place, label)
        if after == text:
            return
        start = next(at for at, (one, other) in enumerate(zip(text + "\0", after, strict=False)) if one != other)
        cursor.setPosition(units(text[:start]))
        cursor.insertText(after[start : start + len(after) - len(text)])
        cursor.setPosition(units(after[:behind]))
        self.setTextCursor(cursor)

    def choose(self, start: int, end: int) -> None:
        """Choose a stretch of the text, in characters."""
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(units(text[:start]))
        cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with a list on Enter, and delete evidence as one."""
        if not take_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pills under their words."""
        if "[" in self.toPlainText():
            with QPainter(self.viewport()) as painter:
                paint_pills(self, painter, self._is_known)
        super().paintEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Bring the evidence that was pressed."""
        super().mouseReleaseEvent(event)
        found = self._at(event.position().toPoint())
        if found is not None and not self.textCursor().hasSelection():
            self.evidence_wanted.emit(found.label)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say under the pointer what the evidence is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(event.pos())
            said = (self._about(found.label) or self.tr("There is no such evidence in this visit.")) if found else ""
            QToolTip.showText(event.globalPos(), said, _widget(self))
            return True
        return super().viewportEvent(event)

    def _at(self, point: QPoint) -> Citation | None:
        cursor = self.cursorForPosition(point)
        line = cursor.block().text()
        return citation_at(line, characters(line, cursor.positionInBlock())) if "[" in line else None

    def _is_known(self, label: str) -> bool:
        return bool(self._about(label))


def _widget(edit: WrittenProse) -> QWidget:
    return edit.viewport()
