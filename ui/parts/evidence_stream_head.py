"""What stands above a stream of notes: which of them to show, a search, and undo."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.coverage_rows import count_words
from ui.parts.evidence_stream_choice import ALL, HERE, PINNED, TODAY
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Chip
from ui.widgets.fields import SearchField
from ui.widgets.layout import column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text


class StreamHead(QWidget):
    """`show_wanted` brings here, today, all or pinned; `words_typed` what is searched for, empty for no search.

    `found` says that Enter was pressed in the search, `back_wanted` that a cell should be left again.
    """

    show_wanted = Signal(str)
    words_typed = Signal(str)
    found = Signal()
    back_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._segments = Segmented(
            [
                Segment(HERE, self.tr("This activity"), count=0),
                Segment(TODAY, self.tr("Today"), count=0),
                Segment(ALL, self.tr("All"), count=0),
                Segment(PINNED, self.tr("Pinned"), count=0),
            ],
            self.tr("Show"),
            height=26,
            pad=9,
        )
        self._open = IconButton("search", self.tr("Search evidence"), size=30, icon_size=16, keys="Ctrl+F")
        self._undo = IconButton("undo-2", self.tr("Undo"), size=30, icon_size=16, keys="Ctrl+Z")
        self._field = _Search(self.tr("Search the notes of this visit"))
        self._cell = Chip("", icon="x", command=True)
        self._back = wrap(row(Text(self.tr("Only"), "small", "text2"), self._cell, None))
        title = Text(self.tr("Evidence"), "title", px=16)
        top = row(title, 4, self._segments, None, self._open, self._undo, spacing=6)
        self.setLayout(column(top, self._field, self._back, spacing=8, margins=(20, 14, 16, 6)))
        self._field.hide()
        self._back.hide()
        self._connect()

    def show_choice(self, show: str, cell_words: str, counts: Mapping[str, int], *, lesson: bool) -> None:
        """Show what is chosen and how many notes each choice holds; a choice without a count is not offered."""
        self._segments.set_current("" if cell_words or self._field.isVisible() else show)
        self._segments.button(HERE).setText(self.tr("This lesson") if lesson else self.tr("This activity"))
        for code in (HERE, TODAY, ALL, PINNED):
            button = self._segments.button(code)
            button.setVisible(code in counts)
            button.setAccessibleName(f"{button.text()}, {count_words(counts.get(code, 0))}")
            self._segments.set_count(code, counts.get(code))
        self._back.setVisible(bool(cell_words))
        self._cell.set_label(cell_words, self.tr("Show all again, not only {cell}").format(cell=cell_words))

    def show_undo(self, label: str) -> None:
        """Say what undo would turn round, or that there is nothing."""
        self._undo.setEnabled(bool(label))
        self._undo.setToolTip(self.tr("Undo: {what}  Ctrl+Z").format(what=label) if label else self.tr("Undo"))

    def open_search(self) -> None:
        """Show the search field and put the focus in it."""
        self._field.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close_search(self) -> None:
        """Put the search away."""
        if not self._field.isHidden():
            self._field.clear()
            self._field.hide()
            self.words_typed.emit("")

    def _connect(self) -> None:
        self._segments.picked.connect(self._on_picked)
        self._open.clicked.connect(self.open_search)
        self._undo.clicked.connect(self.undo_wanted)
        self._field.textEdited.connect(self.words_typed)
        self._field.returnPressed.connect(self.found)
        self._field.left.connect(self.close_search)
        self._cell.clicked.connect(self.back_wanted)

    def _on_picked(self, code: str) -> None:
        self._field.clear()
        self._field.hide()
        self.show_wanted.emit(code)


class _Search(SearchField):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the search on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
