"""The list of tags that opens while # is being typed."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.parts.note_list import Index
from ui.parts.tag_words import TagRow
from ui.theme.painting import rounded, soft_shadow
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.layout import column
from ui.widgets.pressable import paint_words, words_width

_BEING_TYPED = re.compile(r"(?:^|\s)#([A-Za-z0-9+&'\u2019_-]*)$")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHOWN = 7
_WIDTH = 380
_TAG_WIDTH = 70
_EDGES = (10, 8, 10, 14)


class TagCompleter(QFrame):
    """Offers what `find` returns for the tag at the caret of a box.

    Arrows move, Tab and Enter accept what is highlighted, Esc closes; the focus never leaves the box. While what is
    typed is a tag already nothing is highlighted, and Enter does what it does without the list. A line says which.
    """

    def __init__(self, box: QPlainTextEdit, find: Callable[[str], Sequence[TagRow]]) -> None:
        super().__init__(box)
        self._box, self._find = box, find
        self._start = ""
        self._rows = TagRows()
        self._enter = ""
        self._view = _rows_view(self._rows)
        self._view.clicked.connect(self._on_clicked)
        self.setAccessibleName(self.tr("Tags"))
        self._ground = column(self._view, None, margins=_EDGES)
        self.setLayout(self._ground)
        self.hide()
        box.destroyed.connect(self.deleteLater)

    def look(self) -> None:
        """Open, change or close according to what stands before the caret."""
        match = _BEING_TYPED.search(self._before_caret())
        rows = self._find(match.group(1)) if match else ()
        if match is None or not rows:
            self.hide()
            return
        self._start = match.group(1)
        self._rows.show_rows(rows)
        self._hold(0 if self._start and not rows[0].is_whole else -1)
        self._open()

    def take_key(self, key: int) -> bool:
        """Use a key of the box if it is meant for the list; return whether it was."""
        if self.isHidden():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key == Qt.Key.Key_Tab or (key in _ENTER and self.current() is not None):
            self._accept(self._view.currentIndex().row())
        else:
            return False
        return True

    def current(self) -> TagRow | None:
        """Return the row that would be accepted, or None."""
        row = self._view.currentIndex().row()
        return self._rows.row(row) if row >= 0 and self.isVisible() else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the raised ground, and at its foot what Enter does."""
        rect = QRectF(self.rect()).adjusted(6, 4, -6, -10)
        with QPainter(self) as painter:
            soft_shadow(painter, rect, theme().metrics.radius, 8)
            rounded(painter, rect, theme().metrics.radius, "raised", "line")
            foot = rect.adjusted(_EDGES[0] + 4, rect.height() - _foot_height() - 3, -8, -3)
            paint_words(painter, foot, self._enter, theme().font("caption"), "text2")

    def _hold(self, number: int) -> None:
        """Highlight a row, or none, and say what Enter does now."""
        self._view.setCurrentIndex(self._rows.index(number) if number >= 0 else QModelIndex())
        if number >= 0:
            words = self.tr("Enter puts in #{tag}").format(tag=self._rows.row(number).tag)
        elif self._rows.row(0).is_whole:
            words = self.tr("#{word} is {label}. Enter saves the note")
            words = words.format(word=self._start, label=self._rows.row(0).label)
        else:
            words = self.tr("Type on, or choose with the arrows")
        if words != self._enter:
            self._enter = words
            self.setAccessibleDescription(words)
            self.update()

    def _move(self, step: int) -> None:
        count = self._rows.rowCount()
        row = self._view.currentIndex().row()
        row = (row + step) % count if row >= 0 else (0 if step > 0 else count - 1)
        self._hold(row)
        announce(self._box, self._rows.row(row).spoken)

    def _accept(self, row: int) -> None:
        self.hide()
        tag = self._rows.row(max(0, row)).tag
        caret = self._box.textCursor()
        caret.movePosition(caret.MoveOperation.Left, caret.MoveMode.KeepAnchor, len(self._start))
        caret.insertText(f"{tag} ")
        self._box.setTextCursor(caret)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._accept(index.row())

    def _before_caret(self) -> str:
        caret = self._box.textCursor()
        return "" if caret.hasSelection() else caret.block().text()[: caret.positionInBlock()]

    def _open(self) -> None:
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        rows = min(_SHOWN, self._rows.rowCount())
        self._view.setFixedHeight(rows * _row_height())
        tall = rows * _row_height() + _foot_height() + _EDGES[1] + _EDGES[3]
        size = QSize(min(theme().scaled(_WIDTH), window.width()), tall)
        caret = self._box.cursorRect()
        above = QPoint(self._box.viewport().mapTo(window, caret.topLeft()).x(), self._box.mapTo(window, QPoint()).y())
        below = self._box.viewport().mapTo(window, caret.bottomLeft())
        top = above.y() - size.height() if above.y() >= size.height() else below.y()
        left = max(0, min(above.x() - 24, window.width() - size.width()))
        self.setGeometry(left, top, size.width(), size.height())
        self.show()
        self.raise_()
        self._ground.activate()
        self._view.doItemsLayout()  # now, or the notes behind the list are painted once more for it


class TagRows(QAbstractListModel):
    """The tags on offer."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[TagRow, ...] = ()

    def show_rows(self, rows: Sequence[TagRow]) -> None:
        """Offer other tags."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> TagRow:
        """Return one tag on offer."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many tags are on offer."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = 0) -> str | None:
        """Return a tag in words."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._rows[index.row()].spoken
        return None


class _RowPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rows = index.model()
        if not isinstance(rows, TagRows):
            return
        row, rect = rows.row(index.row()), QRectF(option.rect)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            rounded(painter, rect, theme().metrics.radius_small, "accent_soft")
        _paint_row(painter, rect.adjusted(10, 0, -10, 0), row, on=on)


def _paint_row(painter: QPainter, room: QRectF, row: TagRow, *, on: bool) -> None:
    small, quiet = theme().font("small"), theme().font("caption")
    paint_words(painter, room, f"#{row.tag}", theme().font("label", weight=600), "on_accent_soft" if on else "text")
    sort = words_width(row.sort, quiet)
    paint_words(painter, room.adjusted(room.width() - sort, 0, 0, 0), row.sort, quiet, "text3")
    middle = room.adjusted(theme().scaled(_TAG_WIDTH), 0, -sort - 10, 0)
    label = QFontMetricsF(small).elidedText(row.label, Qt.TextElideMode.ElideRight, middle.width())
    paint_words(painter, middle, label, small, "text")


def _foot_height() -> int:
    return theme().fit(22, "caption", 6)


def _row_height() -> int:
    return max(theme().fit(28, "label", 10), theme().metrics.least)


def _rows_view(rows: TagRows) -> QListView:
    view = QListView()
    view.setModel(rows)
    view.setItemDelegate(_RowPainter(view))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setUniformItemSizes(True)
    view.viewport().setAutoFillBackground(False)
    view.setAccessibleName(view.tr("Tags"))
    return view
