"""The findings of one kind, and of one group where there are groups, in order."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.parts.evidence_tray_model import dragged_notes
from ui.parts.finding_card import FindingCard
from ui.parts.finding_making import FindingMaking
from ui.parts.finding_stops import chain
from ui.theme.painting import rounded
from ui.widgets.buttons import IconButton
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, stand_in_order
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.widgets.text_spans import Span
from ui.widgets.tones import TONES
from ui.workspace.desk import Desk
from visitapp.domain.framework import FindingGroup, FindingKind


class FindingList(QWidget):
    """Cards under a heading; evidence dropped beside a card makes a new finding.

    `walked` brings a card and an arrow key, `delete_wanted`, `split_wanted` and `merged` the id of a finding.
    """

    walked = Signal(object, int)
    delete_wanted = Signal(str)
    split_wanted = Signal(str)
    merged = Signal(str)

    def __init__(self, desk: Desk, kind: FindingKind, group: FindingGroup, *, compact: bool) -> None:
        super().__init__()
        self.kind, self.group = kind, group
        self._desk, self._compact = desk, compact
        self._making = FindingMaking(desk)
        self._cards: dict[str, FindingCard] = {}
        self._title = self._heading(kind)
        name = f"{kind.plural}, {group.title}" if group.title else kind.plural
        self.add_button = IconButton("plus", self.tr("Add to {list}").format(list=name), size=28, icon_size=16)
        self._stack = column(spacing=5 if compact else 9)
        self._hint = self._drop_hint()
        self._dropping = False
        self.setLayout(column(self._head(), self._stack, self._hint, None, spacing=6 if compact else 9))
        self.setAccessibleName(name)
        self.setAcceptDrops(True)
        self.add_button.clicked.connect(self.start_new)

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """Return the cards in the order they stand in."""
        return tuple(self._cards.values())

    def refresh(self, *, private: bool) -> None:
        """Make the cards those of the record; a card that lives on stays the same widget, focus, caret and all."""
        findings = self._desk.record.findings(self.kind.code, self.group.code)
        wanted = [finding.id for finding in findings]
        gone = [self._cards.pop(one) for one in list(self._cards) if one not in wanted]
        for finding in findings:
            if finding.id not in self._cards:
                self._cards[finding.id] = self._new_card(finding.id)
        self._cards = {one: self._cards[one] for one in wanted}
        self._put_in_order()
        for card in gone:
            self._let_go(card)
        for card in self.cards:
            card.refresh(private=private)
        self._title.set_text([self.kind.plural, Span(f"  {len(wanted)}", "text3", 400)])
        self._hint.setVisible(not self._compact or not wanted)

    def card(self, finding_id: str) -> FindingCard | None:
        """Return the card of a finding, None when it is not in this list."""
        return self._cards.get(finding_id)

    def start_new(self) -> None:
        """Add an empty finding and write in it."""
        finding = self._making.empty(self.kind, self.group.code)
        card = self._cards.get(finding.id)
        if card is not None:
            card.text.start_writing()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take notes only."""
        if dragged_notes(event.mimeData(), self._desk.record):
            self._show_drop(here=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._show_drop(here=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Make a finding of the notes."""
        self._show_drop(here=False)
        notes = dragged_notes(event.mimeData(), self._desk.record)
        if notes:
            self._making.from_notes(self.kind, self.group.code, notes)
            event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ground while something is held over the list."""
        if self._dropping:
            with QPainter(self) as painter:
                rounded(painter, QRectF(self.rect()), 10, "accent_soft", "accent", 2, (4, 2.5))

    def _new_card(self, finding_id: str) -> FindingCard:
        finding = self._desk.record.shelves["finding"][finding_id]
        card = FindingCard(self._desk, finding, self.kind, compact=self._compact)
        card.walked.connect(self._pass_on_walk)
        card.delete_wanted.connect(self._pass_on_delete)
        card.split_wanted.connect(self.split_wanted)
        card.merged.connect(self.merged)
        return card

    def _put_in_order(self) -> None:
        if stand_in_order(self._stack, self._cards.values()):
            chain((self.add_button, *(stop for card in self.cards for stop in card.stops())))

    def _let_go(self, card: FindingCard) -> None:
        self._stack.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _pass_on_walk(self, key: int) -> None:
        self.walked.emit(self.sender(), key)

    def _pass_on_delete(self) -> None:
        card = self.sender()
        if isinstance(card, FindingCard):
            card.autosave.seal()
            self.delete_wanted.emit(card.finding_id)

    def _show_drop(self, *, here: bool) -> None:
        self._dropping = here
        self.update()

    def _heading(self, kind: FindingKind) -> Text:
        style, colour = ("captionm", TONES[kind.tone].front) if self._compact else ("heading", "text")
        return Text(kind.plural, style, colour, wrap=True)

    def _head(self) -> QHBoxLayout:
        front = TONES[self.kind.tone].front
        middle = column(None, self._title, None, spacing=0)
        mark = Icon(self.kind.icon, front, 15 if self._compact else 18, 2)
        return row(mark, (middle, 1), self.add_button, spacing=7)

    def _drop_hint(self) -> Card:
        words = self.tr("Drop evidence, or press {key}").format(key=self.kind.key.upper())
        line = row(Icon("plus", "text3", 15), (Text(words, "small", "text2", wrap=True), 1), spacing=8)
        return Card(line, fill=None, line="line_strong", dashed=True, radius=11, margins=(12, 10, 12, 10))
