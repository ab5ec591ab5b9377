"""Evidence beside the report: what suits the section being written, found by a few letters, put in with Enter."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.parts.report_note_list import NoteListView
from ui.parts.report_offers import ALL, FOR_SECTION, UNUSED, OfferList, Offers
from ui.widgets.chips import PickerChip
from ui.widgets.layout import column, row
from ui.widgets.line_edit import SearchField
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import Section


class ReportEvidence(QWidget):
    """Evidence and facts for one section, what the report does not use, or all; `wanted` brings the offer to name,
    `words_wanted` the one whose words are to be put in."""

    wanted = Signal(object)
    words_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._section: Section | None = None
        self._written = ""
        self._view = FOR_SECTION
        self._options: list[tuple[str, str]] = []
        self._offers, self._found = Offers(desk), OfferList()
        self._count = Text("", "caption", "text2", tnum=True, elide=True)
        self.shown = PickerChip(self.tr("Evidence shown"), sticky=False, small=True)
        self.shown.picked.connect(self.show_view)
        self._field = SearchField(self.tr("Find evidence"))
        self._field.textChanged.connect(self._on_search)
        self._field.installEventFilter(self)
        self.list = NoteListView(self._found)
        self.list.inserted.connect(self._on_inserted)
        self.list.words_wanted.connect(self._on_words)
        self.list.left.connect(self._field.setFocus)
        self._none = Text("", "small", "text2", wrap=True)
        head = row(Text(self.tr("Evidence"), "heading"), (self._count, 1), self.shown, spacing=6)
        self.setLayout(column(head, self._field, 2, (self.list, 1), self._none, spacing=4))
        self.refresh()

    def show_section(self, section: Section | None, written: str) -> None:
        """Offer what suits a section, in which `written` stands; None is the front page."""
        self._section, self._written = section, written
        self.refresh()

    def show_view(self, view: str) -> None:
        """Offer what suits the section, what the report does not use, or everything."""
        self._view = view
        self._field.clear()
        self.refresh()

    def refresh(self) -> None:
        """Offer evidence as the record now has it."""
        words = self._field.text()
        found = self._offers.offered(self._view, self._section, self._written, words)
        can_insert = self._section is not None and self._section.prose
        self._found.show_offers(found, self._written, can_insert=can_insert)
        self._show_views()
        self._count.set_text(self.tr("{count} found").format(count=len(found)) if words.strip() else "")
        self.shown.setVisible(not words.strip())
        self._none.set_text(self._said_of_none())
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))

    def show_evidence(self, label: str) -> None:
        """Bring a note or a fact into view by its label, whatever section it is for."""
        self._field.setText(label)
        rows = range(self._found.rowCount())
        place = next((row for row in rows if self._found.offer(row).label == label), -1)
        if place >= 0:
            self.list.setCurrentIndex(self._found.index(place))

    def show_unused(self) -> None:
        """Show what the report does not use, with the focus on the first."""
        self.show_view(UNUSED)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def search(self) -> None:
        """Put the focus in the search field, empty."""
        self._field.clear()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field: Enter takes the first offer, Down walks into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._found.rowCount():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                in_words = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self._on_words if in_words else self._on_inserted)(0)
                return True
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _show_views(self) -> None:
        names = {
            FOR_SECTION: self.tr("{count} for this section"),
            UNUSED: self.tr("{count} not used in the report"),
            ALL: self.tr("{count} in all"),
        }
        options = [
            (view, name.format(count=self._offers.count(view, self._section, self._written)))
            for view, name in names.items()
            if self._section or view != FOR_SECTION
        ]
        if options != self._options:
            self._options = options
            self.shown.set_options(options)
        self.shown.set_current(self._view if self._section or self._view != FOR_SECTION else ALL)

    def _said_of_none(self) -> str:
        if self._field.text().strip():
            return self.tr("No note holds these words.")
        if not self._desk.record.notes:
            return self.tr("Notes you take during the visit stand here.")
        if self._view == UNUSED:
            return self.tr("The report uses all of the evidence.")
        return self.tr("No note is about this section. Choose above to see all of them.")

    def _on_search(self, text: str) -> None:
        self.refresh()

    def _on_inserted(self, place: int) -> None:
        if self._found.can_insert:
            self.wanted.emit(self._found.offer(place))

    def _on_words(self, place: int) -> None:
        if self._found.can_insert:
            self.words_wanted.emit(self._found.offer(place))
