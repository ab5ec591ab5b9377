"""The tray: evidence to place, walked by arrow keys, chosen by a tap, dragged by the mouse."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStackedWidget, QWidget

from ui.parts.evidence_tray_delegate import EvidenceTrayDelegate
from ui.parts.evidence_tray_model import EvidenceTrayModel, Shown, notes_shown
from ui.theme.theme import theme
from ui.widgets.empty import EmptyState
from ui.widgets.layout import column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Panel, scroll_by_finger
from ui.widgets.text import Text
from visitapp.domain.framework import Framework
from visitapp.domain.record import VisitRecord
from visitapp.domain.rules import used_note_ids

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_HERE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class EvidenceTrayList(QListView):
    """The cards. `kind_wanted` brings a note's id and the kind whose key was pressed, empty for any kind."""

    kind_wanted = Signal(str, str)

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self._keys = {kind.key.upper(): kind.code for kind in framework.finding_kinds if kind.key}
        self._notes = EvidenceTrayModel(framework, self)
        self.setModel(self._notes)
        self.setItemDelegate(EvidenceTrayDelegate(framework, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Evidence"))
        self.setAccessibleDescription(self._how())
        self.clicked.connect(self._on_clicked)
        theme().changed.connect(self.scheduleDelayedItemsLayout)
        scroll_by_finger(self)

    @property
    def notes(self) -> EvidenceTrayModel:
        """Return the notes shown."""
        return self._notes

    def show_notes(self, record: VisitRecord, shown: str, *, private: bool) -> None:
        """Show what a filter lets through; the row that was current stays so, or the next one takes its place."""
        row, current = self.currentIndex().row(), self.current_id()
        self._notes.set_notes(notes_shown(record, shown, private=private), used_note_ids(record))
        here = self._notes.row_of(current)
        last = self._notes.rowCount() - 1
        if current and last >= 0:
            self._stand_on(here if here >= 0 else min(max(row, 0), last))

    def current_id(self) -> str:
        """Return the id of the current note, empty when there is none."""
        note = self._notes.note(self.currentIndex().row()) if self.currentIndex().isValid() else None
        return note.id if note else ""

    def place_of(self, note_id: str) -> QPoint:
        """Return where a chooser for a note should open, on the screen."""
        rect = self.visualRect(self._notes.index(self._notes.row_of(note_id)))
        return self.viewport().mapToGlobal(QPoint(rect.left() + 24, rect.top() + 34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key of a kind of finding, or Enter for any; arrows walk the cards."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        kind = self._keys.get(event.text().upper()) if plain and event.text() else None
        current = self.current_id()
        if current and (kind is not None or event.key() in _ENTER):
            self.kind_wanted.emit(current, kind or "")
        elif event.text().strip() and plain:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first card when no other is current."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.current_id() and self._notes.rowCount():
            self._stand_on(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a real mouse drag; a finger scrolls and taps."""
        self.setDragEnabled(event.source() == Qt.MouseEventSource.MouseEventNotSynthesized)
        super().mousePressEvent(event)

    def _stand_on(self, row: int) -> None:
        self.selectionModel().setCurrentIndex(self._notes.index(row), _HERE)

    def _on_clicked(self, index: QModelIndex) -> None:
        note = self._notes.note(index.row())
        if note is not None:
            self.kind_wanted.emit(note.id, "")

    def _how(self) -> str:
        keys = ", ".join(self._keys)
        return self.tr("Press {keys} or Enter to choose a finding, or drag").format(keys=keys)


class EvidenceTray(Panel):
    """The cards under their filters, with how many there are."""

    def __init__(self, framework: Framework, width: int) -> None:
        super().__init__(edge="right", name="")
        self.setAccessibleName(self.tr("Evidence to place"))
        self.list = EvidenceTrayList(framework)
        self._count = Text("", "caption", "text3", tnum=True)
        self._filters = Segmented(self._segments(), self.tr("Which evidence"), height=26, pad=7)
        self._filters.set_current(Shown.UNPLACED)
        self._empty = EmptyState("circle-check", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        head = row(Text(self.tr("Evidence to place"), "heading"), None, self._count)
        layout = column(head, row(self._filters, None), (self._stack, 1), spacing=10, margins=(20, 14, 16, 8))
        self.setLayout(layout)
        self.set_width(width)
        self._record: VisitRecord | None = None
        self._private = False
        self._filters.picked.connect(self._on_filter)

    def show_record(self, record: VisitRecord, *, private: bool) -> None:
        """Show the notes of a record; private ones only when asked for."""
        self._record, self._private = record, private
        self._refill()

    def show_only(self, shown: str) -> None:
        """Choose a filter."""
        self._filters.set_current(shown)
        self._refill()

    def focus_place(self) -> QWidget:
        """Return what should take the focus."""
        return self.list if self.list.notes.rowCount() else self._filters.button(self._filters.current())

    def _on_filter(self, shown: str) -> None:
        self._refill()

    def _refill(self) -> None:
        if self._record is None:
            return
        found = {each: notes_shown(self._record, each, private=self._private) for each in Shown}
        for each, notes in found.items():
            self._filters.set_count(each, len(notes))
        words = self.tr("{left} of {all}").format(left=len(found[Shown.UNPLACED]), all=len(found[Shown.ALL]))
        self._count.set_text(words)
        self._count.setAccessibleName(self.tr("{words} still to place").format(words=words))
        self.list.show_notes(self._record, self._filters.current(), private=self._private)
        self._show_empty(any_notes=bool(found[Shown.ALL]))

    def _show_empty(self, *, any_notes: bool) -> None:
        has_rows = self.list.notes.rowCount() > 0
        if not has_rows:
            self._empty.set_words(*self._empty_words(any_notes=any_notes))
        self._stack.setCurrentWidget(self.list if has_rows else self._empty)

    def _empty_words(self, *, any_notes: bool) -> tuple[str, str]:
        if not any_notes:
            return self.tr("No evidence yet"), self.tr("Notes you take in the capture stage appear here.")
        if self._filters.current() == Shown.PINNED:
            return self.tr("Nothing pinned"), self.tr("Pin a note while you capture to find it here.")
        return self.tr("All evidence is placed"), self.tr("Every note stands in the report.")

    def _segments(self) -> list[Segment]:
        return [
            Segment(Shown.UNPLACED, self.tr("Unplaced")),
            Segment(Shown.ALL, self.tr("All")),
            Segment(Shown.PINNED, self.tr("Pinned")),
        ]
