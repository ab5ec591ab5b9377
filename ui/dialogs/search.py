"""Finding a note while typing, in the open visit or in all of them."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStackedWidget, QWidget

from ui.parts.search_hints import SearchHints
from ui.parts.search_list import SearchList
from ui.parts.search_painter import SearchPainter, card_height
from ui.parts.search_words import answer_words, nothing_words, waiting_words
from ui.shell.overlay import Overlay
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, row
from ui.widgets.line_edit import LineEdit, SearchField
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import scroll_by_finger
from ui.widgets.text import Text
from ui.workspace.search import Answer, NoteSearch

VISIT, ALL = "visit", "all"
_WIDTH, _TALL, _AROUND = 720, 430, 190
_SLOW_MS = 150
_PAGE = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_Home: -10_000,
    Qt.Key.Key_End: 10_000,
}


class SearchSheet(Overlay):
    """A field and what is found by what stands in it; for one use. `chosen` brings the ids of a visit and a note.

    The focus stays in the field: the arrows, Page Up and Down, Home and End walk what is found, Enter takes it.
    """

    chosen = Signal(str, str)

    def __init__(self, host: QWidget, search: NoteSearch, visit_id: str = "") -> None:
        super().__init__(host, "", _WIDTH)
        self._search, self._visit_id = search, visit_id
        self._asked = self._shown = self._answered = 0
        self._enter_waits = False
        self._field = _Field(self.tr("Find a note"))
        self._scope = Segmented(
            [Segment(VISIT, self.tr("This visit")), Segment(ALL, self.tr("All visits"))], self.tr("Where to look")
        )
        self._scope.setVisible(bool(visit_id))
        self._said = Text("", "small", "text2", elide=True, tnum=True)
        self._found = SearchList()
        self._view = _view(self._found)
        self._hints = SearchHints()
        self._nothing = EmptyState("search", self.tr("Nothing found"), "")
        self._stack = QStackedWidget()
        for page in (self._hints, self._view, self._nothing):
            self._stack.addWidget(page)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        head = row((self._field, 1), self._scope, spacing=10)
        self.fill(column(head, self._said, self._stack, spacing=9))
        self._connect()
        self._look_in(VISIT if visit_id else ALL)

    @property
    def scope(self) -> str:
        """Return where is looked: visit or all."""
        return self._scope.current() or ALL

    @property
    def is_waiting(self) -> bool:
        """Return whether what stands in the field has yet to be answered whole."""
        return self._answered != self._asked

    @property
    def is_answered(self) -> bool:
        """Return whether what is shown is found by what stands in the field, if not yet all of it."""
        return self._shown == self._asked

    def widen(self) -> None:
        """Look in all visits, or back in this one."""
        self._look_in(ALL if self.scope == VISIT else VISIT)

    def look_in_all(self) -> None:
        """Look in all visits."""
        self._look_in(ALL)

    def open(self) -> None:
        """Show the sheet, ready to type in."""
        super().open()
        self._ask()

    def first_focus(self) -> QWidget:
        """Return the field."""
        return self._field

    def fit_sheet(self) -> None:
        """Be as tall whatever is found, so that nothing moves while somebody types."""
        tall = max(2 * card_height(), min(theme().scaled(_TALL), self._host.height() - theme().scaled(_AROUND)))
        self._stack.setFixedHeight(tall)
        super().fit_sheet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that walk a list work on it while typing goes on."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def current_words(self) -> str:
        """Return the text of the note that Enter would take, or an empty text."""
        hit = self._found.hit(self._view.currentIndex().row())
        return hit.note.text if hit else ""

    def said(self) -> str:
        """Return what is said of what was found."""
        return self._said.text()

    def _connect(self) -> None:
        self._field.textChanged.connect(self._ask)
        self._field.installEventFilter(self)
        self._scope.picked.connect(self._look_in)
        self._view.clicked.connect(self._on_clicked)
        self._slow.timeout.connect(self._say_searching)
        self._search.answered.connect(self._show)
        self._search.failed.connect(self._say_failed)
        self._search.ended.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)

    def _look_in(self, scope: str) -> None:
        if not self._visit_id:
            scope = ALL
        self._scope.set_current(scope)
        title = self.tr("Find a note in this visit") if scope == VISIT else self.tr("Find a note in all visits")
        self.setAccessibleName(title)
        self.sheet.setAccessibleName(title)
        self._field.setAccessibleName(title)
        self._field.setPlaceholderText(title)
        if self.isVisible():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._field.text():
            announce(self._field, title)
            self._ask()

    def _ask(self) -> None:
        self._enter_waits = False
        typed = self._field.text()
        self._asked = self._search.ask(typed, self._visit_id if self.scope == VISIT else "")
        self._slow.start()

    def _show(self, answer: Answer) -> None:
        if answer.number != self._asked:
            return
        held = self._found.hit(self._view.currentIndex().row()) if self.is_answered else None
        self._shown = answer.number
        self._slow.stop()
        self._view.setUniformItemSizes(self.scope == VISIT)
        self._found.show_answer(answer, across=self.scope == ALL)
        self._stack.setCurrentWidget(self._page_for(answer))
        self._hold(self._found.row_of(held.note.id) if held else -1)
        self._said.set_colour("text2")
        words = waiting_words(self._field.text(), has_visit=bool(self._visit_id)) if answer.is_blank else ""
        self._said.set_text(answer_words(answer) or words)
        if answer.found.is_whole:
            self._answered = answer.number
            if not answer.is_blank:
                announce(self._field, self._said.text())
        if self._enter_waits and self._found.rowCount():
            self._choose()

    def _page_for(self, answer: Answer) -> QWidget:
        if answer.is_blank:
            return self._hints
        if answer.found.hits or not answer.found.is_whole:
            return self._view
        self._nothing.set_words(*nothing_words(in_visit=self.scope == VISIT))
        return self._nothing

    def _say_searching(self) -> None:
        self._said.set_colour("text2")
        self._said.set_text(self.tr("Searching\u2026"))

    def _say_failed(self, sentence: str) -> None:
        self._slow.stop()
        self._said.set_colour("risk")
        self._said.set_text(sentence)
        announce(self._field, sentence, urgent=True)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _STEPS:
            self._walk(_STEPS[key])
        elif key in _ENTER:
            self._enter_waits = not self.is_answered
            if not self._enter_waits:
                self._choose()
        else:
            return False
        return True

    def _walk(self, steps: int) -> None:
        row, step = self._view.currentIndex().row(), 1 if steps > 0 else -1
        for _ in range(abs(steps)):
            following = self._found.next_hit(row, step)
            if following < 0:
                break
            row = following
        if self._found.hit(row) is not None:
            self._hold(row)
            announce(self._field, self._found.spoken(row))

    def _hold(self, row: int) -> None:
        """Take a hit in hand, with the heading above it in view; the first one if there is none in that row."""
        row = row if self._found.hit(row) is not None else self._found.next_hit(-1, 1)
        if row > 1 and self._found.hit(row - 1) is None:
            self._view.scrollTo(self._found.index(row - 1))
        elif row <= 1:
            self._view.scrollToTop()
        self._view.setCurrentIndex(self._found.index(row))

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._found.hit(index.row()) is not None:
            self._view.setCurrentIndex(index)
            self._choose()

    def _choose(self) -> None:
        hit = self._found.hit(self._view.currentIndex().row())
        if hit is not None:
            self.close_sheet()
            self.chosen.emit(hit.note.visit_id, hit.note.id)


class _Field(SearchField):
    """Leaves Esc to the sheet: one press is the way out, whatever is written."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        LineEdit.keyPressEvent(self, event)


def _view(found: SearchList) -> QListView:
    view = QListView()
    view.setModel(found)
    view.setItemDelegate(SearchPainter(view, found))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.viewport().setAutoFillBackground(False)
    view.setAccessibleName(view.tr("Notes found"))
    scroll_by_finger(view)
    return view
