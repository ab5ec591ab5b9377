"""Findings made from evidence: the tray on the left, the lists beside it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.dialogs.split_sheet import SplitSheet
from ui.pages.summary.estimates_pane import EstimatesPane
from ui.parts.evidence_tray import EvidenceTray
from ui.parts.finding_board import FindingBoard
from ui.parts.finding_chooser import FindingChooser
from ui.parts.finding_making import FindingMaking
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.layout import row
from ui.widgets.surfaces import Scroll
from ui.workspace.desk import Desk
from ui.workspace.summing_up import SummingUp
from visitapp.domain.evidence import Note
from visitapp.domain.finding import Finding

_TRAY_WIDTH = 280


class FindingsTab(QWidget):
    """Keys on a note, a tap, or a drag: each makes a finding or adds to one.

    `deleted` brings a finding that was taken away, so that it can be offered back.
    """

    deleted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._private = False
        self._summing_up, self._making = SummingUp(desk), FindingMaking(desk)
        self.board = FindingBoard(desk)
        self.tray = EvidenceTray(desk.record.framework, _TRAY_WIDTH)
        self.area = Scroll(self.board, self.tr("Findings"))
        self.estimates = EstimatesPane(desk) if self.board.is_grouped else None
        layout = row(self.tray, (self.area, 1), spacing=0)
        if self.estimates is not None:
            layout.addWidget(self.estimates)
        self.setLayout(layout)
        self.tray.list.kind_wanted.connect(self.open_chooser)
        self.board.delete_wanted.connect(self.delete)
        self.board.split_wanted.connect(self.split)
        self.board.merged.connect(self.show_finding)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the panes in reading order."""
        found: tuple[QWidget, ...] = (self.tray, self.area)
        return (*found, self.estimates) if self.estimates is not None else found

    def show_private(self, shown: bool) -> None:
        """Show the words of private notes, or hide them."""
        self._private = shown
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        self.tray.show_record(self._desk.record, private=self._private)
        self.board.refresh(private=self._private)
        if self.estimates is not None:
            self.estimates.refresh()

    def take_focus(self) -> None:
        """Stand in the tray, where work begins."""
        self.tray.focus_place().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_chooser(self, note_id: str, kind: str) -> QMenu | None:
        """Ask which finding a note belongs to; nothing is done until one is chosen."""
        note = self._note(note_id)
        if note is None:
            return None
        chooser = FindingChooser(self._desk.record, kind, self)
        chooser.new_wanted.connect(partial(self._make, note_id))
        chooser.link_wanted.connect(partial(self._link, note_id))
        chooser.popup(self.tray.list.place_of(note_id))
        return chooser

    def add(self, kind: str) -> None:
        """Begin an empty finding of a kind."""
        found = self.board.list_of(kind)
        if found is not None:
            found.start_new()
            self._show_focused()

    def delete(self, finding_id: str) -> None:
        """Take a finding away and offer it back."""
        finding = self._desk.record.find("finding", finding_id)
        if not isinstance(finding, Finding):
            return
        near = self.board.near(finding_id)
        self._summing_up.delete_finding(finding)
        if near is not None:
            near.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.deleted.emit(finding)

    def split(self, finding_id: str) -> None:
        """Ask which words and which evidence of a finding go with a second one."""
        finding = self._desk.record.find("finding", finding_id)
        if isinstance(finding, Finding):
            SplitSheet(self._desk, finding, self.window()).open()

    def show_finding(self, finding_id: str) -> None:
        """Bring a finding into view."""
        card = self.board.card(finding_id)
        if card is not None:
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.area.ensureWidgetVisible(card, 0, theme().metrics.row)

    def _make(self, note_id: str, kind: str, group: str) -> None:
        note, sort = self._note(note_id), self._desk.record.framework.finding_kind(kind)
        if note is not None and sort is not None:
            self._making.from_notes(sort, group, (note,))
            announce(self, self.tr("{kind} made from {note}").format(kind=sort.label, note=note.label))

    def _link(self, note_id: str, finding_id: str) -> None:
        note, finding = self._note(note_id), self._desk.record.find("finding", finding_id)
        if note is not None and isinstance(finding, Finding):
            self._summing_up.link(finding, note)
            announce(self, self.tr("{note} linked").format(note=note.label))

    def _note(self, note_id: str) -> Note | None:
        found = self._desk.record.find("note", note_id)
        return found if isinstance(found, Note) else None

    def _show_focused(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self.board.isAncestorOf(focused):
            self.area.ensureWidgetVisible(focused, 0, theme().metrics.row)
