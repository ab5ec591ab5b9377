"""What stands above a stream of notes: which of them to show, the way to search, and undo."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.coverage_rows import count_words
from ui.parts.evidence_stream_choice import ALL, HERE, PINNED, TODAY
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Chip
from ui.widgets.layout import column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text


class StreamHead(QWidget):
    """`show_wanted` brings here, today, all or pinned; `back_wanted` says that all notes are wanted again."""

    show_wanted = Signal(str)
    search_wanted = Signal()
    back_wanted = Signal()
    undo_wanted = Signal()
    deleted_wanted = Signal()

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
        self._bin = IconButton("trash-2", self.tr("Recently deleted"), size=30, icon_size=16)
        self._bin.hide()
        self._only = Chip("", icon="x", command=True)
        self._share = Text("", "small", "text2", tnum=True)
        self._back = wrap(row(Text(self.tr("Only"), "small", "text2"), self._only, self._share, None))
        title = Text(self.tr("Evidence"), "title", px=16)
        top = row(title, 4, self._segments, None, self._open, self._bin, self._undo, spacing=6)
        self.setLayout(column(top, self._back, spacing=8, margins=(20, 14, 16, 6)))
        self._back.hide()
        self._connect()

    def show_choice(self, show: str, counts: Mapping[str, int], *, lesson: bool) -> None:
        """Show what is chosen and how many notes each choice holds; a choice without a count is not offered."""
        self._segments.set_current(show)
        self._segments.button(HERE).setText(self.tr("This lesson") if lesson else self.tr("This activity"))
        for code in (HERE, TODAY, ALL, PINNED):
            button = self._segments.button(code)
            name = f"{button.text()}, {count_words(counts.get(code, 0))}"
            if name != button.accessibleName() or button.isHidden() is (code in counts):
                button.setVisible(code in counts)
                button.setAccessibleName(name)
                self._segments.set_count(code, counts.get(code))

    def show_only(self, words: str, share: str) -> None:
        """Say the one thing the notes shown are about and how many they are, or nothing for no such choice."""
        self._back.setVisible(bool(words))
        if words:
            self._segments.set_current("")
            self._only.set_label(words, self.tr("Show all again, not only {what}").format(what=words))
            self._share.set_text(share)

    def show_bin(self, *, offered: bool) -> None:
        """Offer the way to deleted notes, or not."""
        if self._bin.isHidden() == offered:
            self._bin.setVisible(offered)

    def show_undo(self, label: str) -> None:
        """Say what undo would turn round, or that there is nothing."""
        self._undo.setEnabled(bool(label))
        self._undo.setToolTip(self.tr("Undo: {what}  Ctrl+Z").format(what=label) if label else self.tr("Undo"))

    def _connect(self) -> None:
        self._segments.picked.connect(self.show_wanted)
        self._open.clicked.connect(self.search_wanted)
        self._undo.clicked.connect(self.undo_wanted)
        self._bin.clicked.connect(self.deleted_wanted)
        self._only.clicked.connect(self.back_wanted)
