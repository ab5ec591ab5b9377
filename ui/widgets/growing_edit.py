"""A plain text edit as tall as what is written in it."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.touch_keyboard import is_by_finger, show_touch_keyboard


class GrowingEdit(QPlainTextEdit):
    """Grows from `least` to `most` lines; Tab leaves it. `focused` and `left` tell of the focus."""

    focused = Signal()
    left = Signal()
    shows_whole_hint = False
    """Whether an empty box is tall enough for its placeholder, however many lines that takes."""

    def __init__(self, name: str, style: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style, self._least, self._most = style, least, most
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setCursorWidth(2)
        self.textChanged.connect(self.fit)
        theme().changed.connect(self._restyle)
        self._restyle()

    def fit(self) -> None:
        """Take the height the text needs."""
        lines = max(self._least, min(self._most, self._line_count()), self._hint_lines())
        overflow = self._line_count() > self._most
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if overflow else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self.setFixedHeight(round(lines * QFontMetricsF(self.font()).lineSpacing()) + 4)

    def sizeHint(self) -> QSize:
        """Return a box about forty letters wide."""
        return QSize(theme().scaled(260), self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room it can live in."""
        return QSize(60, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, since narrower text is taller."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once the width is known."""
        super().showEvent(event)
        self.fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, never files: those are for the page the box stands on."""
        is_files = source.hasUrls() and all(url.isLocalFile() for url in source.urls())
        return not is_files and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the pasting of what the box does not take to the page it stands on."""
        pasted = event.matches(QKeySequence.StandardKey.Paste)
        if pasted and not self.canInsertFromMimeData(QApplication.clipboard().mimeData()):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that someone is about to write."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that they left."""
        super().focusOutEvent(event)
        self.left.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Bring the keyboard on the screen to a finger that writes here."""
        super().mouseReleaseEvent(event)
        if is_by_finger(event):
            show_touch_keyboard()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the font is new."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def _hint_lines(self) -> int:
        width = self.viewport().width()
        if not self.shows_whole_hint or not self.document().isEmpty() or width <= 0:
            return 0
        metrics = QFontMetricsF(self.font())
        wrapped = Qt.TextFlag.TextWordWrap
        needed = metrics.boundingRect(QRectF(0, 0, width, 10_000), wrapped, self.placeholderText()).height()
        return ceil(needed / metrics.lineSpacing() - 0.1)

    def _line_count(self) -> int:
        return max(1, int(self.document().size().height()))

    def _restyle(self) -> None:
        self.setFont(theme().font(self._style))
        self.viewport().setFont(theme().font(self._style))  # which draws the placeholder, and keeps its own font
        self.fit()
