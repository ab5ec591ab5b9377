"""One finding as a card: its words, where it belongs, what supports it, whether it is agreed."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.parts.evidence_tray_model import dragged_notes
from ui.parts.finding_foot import FindingFoot
from ui.parts.finding_menu import FindingMenu, open_below
from ui.parts.finding_text import FindingText
from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import focus_ring
from ui.theme.theme import theme
from ui.widgets.announce import announce
from ui.widgets.layout import column
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.widgets.tones import TONES
from ui.workspace.desk import Desk
from ui.workspace.summing_up import SummingUp
from visitapp.domain.finding import Finding
from visitapp.domain.framework import FindingKind
from visitapp.domain.places import Place
from visitapp.domain.text import first_words

_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_WRITE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_MORE = (Qt.Key.Key_M, Qt.Key.Key_Menu)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_RADIUS = 11


class FindingCard(Card):
    """A finding. `walked` brings an arrow key, `delete_wanted` tells that it should go; dropped notes are linked.

    The compact form, for lists side by side in a group, keeps strand and self-evaluation in its menu.
    """

    walked = Signal(int)
    delete_wanted = Signal()
    split_wanted = Signal(str)
    """The id of the finding that should be parted in two."""
    merged = Signal(str)
    """The id of the finding that took this one in."""
    menu_opened = Signal(object)

    def __init__(self, desk: Desk, finding: Finding, kind: FindingKind, *, compact: bool) -> None:
        super().__init__(radius=8 if compact else _RADIUS, fill="bg" if compact else "surface")
        self.finding_id = finding.id
        self._desk, self._kind, self._compact = desk, kind, compact
        self._summing_up = SummingUp(desk)
        name = self.tr("Finding, {kind}").format(kind=kind.label)
        self.text = FindingText(name, self.tr("Write the finding"), "small" if compact else "note")
        self.autosave = Autosave(self.text, desk, Place("finding", finding.id, "text"), self.tr("Finding written"))
        self.foot = FindingFoot(desk, finding.id, compact=compact)
        self._hint = Text("", "captionm", "on_accent_soft")
        self._hint.hide()
        self.setLayout(column(self.text, self.foot, self._hint, spacing=5, margins=(13, 11, 12, 8)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        if compact:
            self.set_stripe(TONES[kind.tone].solid)
        self.text.escaped.connect(self._take_focus)
        self.foot.menu_wanted.connect(self.open_menu)

    def finding(self) -> Finding | None:
        """Return the finding as it now stands, None when it is gone."""
        found = self._desk.record.find("finding", self.finding_id)
        return found if isinstance(found, Finding) else None

    def refresh(self, *, private: bool) -> None:
        """Show what the record holds now; words being typed are left alone."""
        finding = self.finding()
        if finding is None:
            return
        self.foot.refresh(finding, private=private)
        self.setAccessibleName(f"{self._kind.label}: {first_words(finding.text, 120) or self.tr('no words yet')}")
        self.setAccessibleDescription(self.foot.in_words())

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        return (self, self.text, *self.foot.stops())

    def open_menu(self) -> None:
        """Open all that can be done to this finding."""
        finding = self.finding()
        if finding is None:
            return
        self.autosave.seal()
        finding = self.finding() or finding
        menu = FindingMenu(self._desk.record, finding, self._summing_up, self.delete_wanted.emit, self)
        menu.split_wanted.connect(partial(self.split_wanted.emit, self.finding_id))
        menu.merged.connect(self.merged)
        open_below(menu, self.foot.menu_button)
        self.menu_opened.emit(menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move, write or delete; M opens the menu and E the evidence.

        Single keys count only while the card itself has the focus.
        """
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(-1 if key == Qt.Key.Key_Up else 1)
        elif self.window().focusWidget() is not self:
            super().keyPressEvent(event)
        elif key in _WALK:
            self.walked.emit(key.value)
        elif key in _WRITE:
            self.text.start_writing()
        elif key in _DELETE:
            self.delete_wanted.emit()
        elif key in _MORE:
            self.open_menu()
        elif key == Qt.Key.Key_E:
            self.foot.turn_evidence()
        elif key == Qt.Key.Key_Space:
            self.foot.agreed.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say which note would be linked."""
        notes = dragged_notes(event.mimeData(), self._desk.record)
        if notes:
            labels = ", ".join(note.label for note in notes)
            self._hint.set_text(self.tr("Drop to link {notes}").format(notes=labels))
            self._show_drop(here=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._show_drop(here=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Link the notes."""
        self._show_drop(here=False)
        finding = self.finding()
        for note in dragged_notes(event.mimeData(), self._desk.record):
            if finding is not None:
                self._summing_up.link(finding, note)
                announce(self, self.tr("{note} linked").format(note=note.label))
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and, for the keyboard, its ring."""
        super().paintEvent(event)
        if shows_ring(self):
            with QPainter(self) as painter:
                focus_ring(painter, QRectF(self.rect()), theme().metrics.radius)

    def _show_drop(self, *, here: bool) -> None:
        self._hint.setVisible(here)
        plain = "bg" if self._compact else "surface"
        fill, line, width = ("accent_soft", "accent", 2.0) if here else (plain, "line", 1.0)
        self.set_look(fill=fill, line=line, line_width=width)

    def _move(self, steps: int) -> None:
        self.autosave.seal()
        finding = self.finding()
        if finding is not None:
            self._summing_up.move_finding(finding, steps)

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)


def card_of(widget: QWidget | None) -> FindingCard | None:
    """Return the finding card a widget is or lies in, None outside any."""
    while widget is not None and not isinstance(widget, FindingCard):
        widget = widget.parentWidget()
    return widget
