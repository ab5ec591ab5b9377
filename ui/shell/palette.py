"""Find or do anything, by a few letters."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.shell.command import Command
from ui.shell.overlay import Overlay
from ui.theme.painting import rounded
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.layout import column
from ui.widgets.line_edit import LineEdit
from ui.widgets.pressable import paint_centred, paint_words, words_width
from ui.widgets.surfaces import scroll_by_finger
from ui.widgets.text import Text

Index = QModelIndex | QPersistentModelIndex
_SHOWN = 9
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _SHOWN - 1,
    Qt.Key.Key_PageUp: 1 - _SHOWN,
}


class CommandPalette(Overlay):
    """A field and the commands whose words hold what is typed; `chosen` brings a command's code."""

    chosen = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "", 580)
        title = self.tr("Find or do anything")
        self.setAccessibleName(title)
        self._found = CommandList()
        self._field = LineEdit(title, title)
        self._list = _commands_view(self._found)
        self._none = Text(self.tr("Nothing by that name."), "small", "text2")
        self._none.hide()
        self.fill(column(self._field, self._list, self._none, spacing=8))
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._on_clicked)

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Offer these commands, in this order."""
        self._found.set_commands(commands)
        self._search(self._field.text())

    def open(self) -> None:
        """Show the palette, empty and ready to type in."""
        self._field.clear()
        self._search("")
        super().open()

    def first_focus(self) -> QWidget:
        """Return the field."""
        return self._field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work on the list while typing goes on."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def current_title(self) -> str:
        """Return the words of the command that Enter would choose, or an empty text."""
        index = self._list.currentIndex()
        return self._found.command(index.row()).title if index.isValid() else ""

    def _take_key(self, key: Qt.Key) -> bool:
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex().row())
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        count = self._found.rowCount()
        if not count:
            return
        row = self._list.currentIndex().row()
        wrapped = (row + step) % count if abs(step) == 1 else max(0, min(count - 1, row + step))
        self._list.setCurrentIndex(self._found.index(wrapped))
        announce(self._field, self._found.spoken(wrapped))

    def _search(self, text: str) -> None:
        self._found.search(text)
        count = self._found.rowCount()
        self._none.setVisible(not count)
        self._list.setFixedHeight(min(_SHOWN, count) * _row_height())
        self.fit_sheet()
        if count:
            self._list.setCurrentIndex(self._found.index(0))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, row: int) -> None:
        if 0 <= row < self._found.rowCount():
            code = self._found.command(row).code
            self.close_sheet()
            self.chosen.emit(code)


class CommandList(QAbstractListModel):
    """The commands that match what is typed, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Command, ...] = ()
        self._shown: list[Command] = []

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Hold these commands."""
        self._all = tuple(commands)

    def search(self, text: str) -> None:
        """Keep the commands that hold every word typed; those that start with it come first."""
        words = text.casefold().split()
        held = [c for c in self._all if all(w in f"{c.title} {c.group}".casefold() for w in words)]
        self.beginResetModel()
        self._shown = sorted(held, key=lambda c: not c.title.casefold().startswith(text.casefold()))
        self.endResetModel()

    def command(self, row: int) -> Command:
        """Return the command in a row."""
        return self._shown[row]

    def spoken(self, row: int) -> str:
        """Return a command in words, with its shortcut."""
        command = self._shown[row]
        return ", ".join(part for part in (command.title, command.group, command.keys) if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many commands match."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = 0) -> str | None:
        """Return a command's words."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown[index.row()].title
        return self.spoken(index.row()) if role == Qt.ItemDataRole.AccessibleTextRole else None


class _CommandPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one row."""
        return QSize(200, _row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one command."""
        found = index.model()
        if not isinstance(found, CommandList):
            return
        command, rect = found.command(index.row()), QRectF(option.rect)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            rounded(painter, rect, theme().metrics.radius, "accent_soft", "accent")
        inner = rect.adjusted(12, 0, -12, 0)
        paint_words(painter, inner, command.title, theme().font("body"), "on_accent_soft" if on else "text")
        _paint_right(painter, inner, command, on=on)


def _paint_right(painter: QPainter, rect: QRectF, command: Command, *, on: bool) -> None:
    right, font = rect.right(), theme().font("captionm")
    if command.keys:
        width, tall = words_width(command.keys, font) + 12, theme().fit(18, "captionm", 2)
        key = QRectF(right - width, rect.center().y() - tall / 2, width, tall)
        rounded(painter, key, 4, "sunken", "line")
        paint_centred(painter, key, command.keys, font, "text2")
        right = key.left() - 10
    if command.group:
        quiet = theme().font("caption")
        width = words_width(command.group, quiet)
        place = QRectF(right - width, rect.y(), width, rect.height())
        paint_words(painter, place, command.group, quiet, "text2")


def _row_height() -> int:
    return max(theme().fit(36, "body", 12), theme().metrics.least)


def _commands_view(found: CommandList) -> QListView:
    view = QListView()
    view.setModel(found)
    view.setItemDelegate(_CommandPainter(view))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setUniformItemSizes(True)
    view.viewport().setAutoFillBackground(False)
    view.setAccessibleName(view.tr("Commands"))
    scroll_by_finger(view)
    return view
