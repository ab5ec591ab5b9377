"""A list of deleted things, each one Enter away from coming back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.shell.overlay import Overlay
from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import draw_icon, focus_ring, rounded
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.pressable import paint_words
from ui.widgets.surfaces import scroll_by_finger
from ui.widgets.text import Text

Index = QModelIndex | QPersistentModelIndex
_WIDTH = 620
_SHOWN = 7
_LEFT = 40


@dataclass(frozen=True, slots=True)
class DeletedLine:
    """One thing that can be restored: its id, its icon, what it is, and when and how it went."""

    id: str
    icon: str
    title: str
    detail: str


class DeletedSheet(Overlay):
    """A sheet for one use. `restore_wanted` brings the id of a line; whoever hears it calls `show_lines` again."""

    restore_wanted = Signal(str)

    def __init__(self, host: QWidget, nothing: str) -> None:
        super().__init__(host, "", _WIDTH)
        title = self.tr("Recently deleted")
        for part in (self, self.sheet):
            part.setAccessibleName(title)
        self._model = DeletedList()
        self._list = _ListView(self._model)
        self._nothing = Text(nothing, "small", "text2", wrap=True)
        self._said = Text("", "small", "text2", wrap=True)
        self._restore = Button(self.tr("Restore"), "primary", icon="undo-2", keys=self.tr("Enter"))
        self._close = Button(self.tr("Close"), "quiet", keys=self.tr("Esc"))
        foot = row((self._said, 1), self._close, self._restore, spacing=8)
        self.fill(column(Text(title, "heading"), self._nothing, self._list, foot, spacing=10))
        self._list.activated.connect(self._on_activated)
        self._list.doubleClicked.connect(self._on_activated)
        self._restore.clicked.connect(self._restore_current)
        self._close.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)
        self.show_lines(())

    def first_focus(self) -> QWidget:
        """Return the list, or the way out while there is nothing in it."""
        return self._list if self._model.rowCount() else self._close

    def show_lines(self, lines: Sequence[DeletedLine]) -> None:
        """Show these, the latest first; the place in the list stays."""
        place, was_there = self._list.currentIndex().row(), self.window().focusWidget()
        self._model.show_lines(lines)
        count = len(lines)
        self._nothing.setVisible(not count)
        self._list.setVisible(bool(count))
        self._restore.setEnabled(bool(count))
        self._list.setFixedHeight(min(_SHOWN, max(1, count)) * row_height() + 2)
        if count:
            self._list.setCurrentIndex(self._model.index(max(0, min(place, count - 1))))
        if self.isVisible():
            self.fit_sheet()
            if was_there in (self._list, self._close):
                self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say what was done, at the foot and aloud."""
        self._said.set_text(words)
        announce(self, words)

    def _restore_current(self) -> None:
        self._on_activated(self._list.currentIndex())

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.restore_wanted.emit(self._model.line(index.row()).id)


class DeletedList(QAbstractListModel):
    """The lines, for eye and ear."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[DeletedLine, ...] = ()

    def show_lines(self, lines: Sequence[DeletedLine]) -> None:
        """Hold these lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> DeletedLine:
        """Return a line."""
        return self._lines[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = 0) -> str | None:
        """Return a line in words."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) or not index.isValid():
            return None
        line = self._lines[index.row()]
        return f"{line.title}. {line.detail}"


class _ListView(QListView):
    def __init__(self, model: DeletedList) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_LinePainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Recently deleted"))
        self.setAccessibleDescription(self.tr("Enter restores."))
        scroll_by_finger(self)


class _LinePainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one row."""
        return QSize(200, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        view, model = option.widget, index.model()
        if not isinstance(view, QListView) or not isinstance(model, DeletedList):
            return
        line, rect = model.line(index.row()), QRectF(option.rect).adjusted(2, 1, -6, -1)
        is_current = view.currentIndex() == index
        if is_current:
            rounded(painter, rect, theme().metrics.radius, "accent_soft")
            if shows_ring(view):
                focus_ring(painter, rect.adjusted(1, 1, -1, -1), theme().metrics.radius)
        front = "on_accent_soft" if is_current else "text"
        draw_icon(painter, line.icon, front, rect.x() + 12, rect.center().y() - 8, 16)
        words = rect.adjusted(_LEFT, 7, -12, -7)
        upper = theme().line_height("body")
        title = QFontMetricsF(theme().font("body")).elidedText(line.title, Qt.TextElideMode.ElideRight, words.width())
        paint_words(painter, QRectF(words.x(), words.y(), words.width(), upper), title, theme().font("body"), front)
        below = words.adjusted(0, upper, 0, 0)
        paint_words(painter, below, line.detail, theme().font("caption", tnum=True), "text2")


def row_height() -> int:
    """Return the height in px of one line."""
    tall = theme().line_height("body") + theme().line_height("caption") + 18
    return max(int(tall), theme().metrics.least)
