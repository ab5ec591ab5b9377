"""One criterion a person weighs: its words, the data beside it, its evidence, a value, and the reason."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from ui.parts.criterion_evidence import EvidenceChip
from ui.parts.criterion_facts import CriterionFacts
from ui.parts.criterion_more import CriterionMore
from ui.parts.criterion_values import CriterionValues
from ui.parts.finding_stops import chain
from ui.theme.keyboard_focus import shows_ring
from ui.theme.painting import focus_ring
from ui.theme.theme import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, row
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.criteria import NOT_APPLICABLE, criterion_key
from visitapp.domain.framework import Criterion
from visitapp.domain.matters import is_open

_INDENT = 23
_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_REASON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EVIDENCE = "E"
_UNEXPLAINED = "criterion-without-reason"


class CriterionRow(QFrame):
    """A row to weigh one criterion in.

    With the focus on the row or its buttons, the letter of a value sets it, E opens the evidence and Delete
    takes the value off; on the row itself Enter opens the reason. `walked` brings a step up or down,
    `evidence_wanted` asks for the sheet of evidence.
    """

    walked = Signal(int)
    evidence_wanted = Signal()

    def __init__(self, desk: Desk, criterion: Criterion) -> None:
        super().__init__()
        self._desk, self.criterion = desk, criterion
        self._key = criterion_key(criterion)
        self.choice = CriterionValues(desk, criterion, self._name())
        self.values, self.further = self.choice.values, self.choice.further
        self.more_button = self.choice.more_button
        self.words = Text(criterion.short, "small", wrap=True)
        self.reason_button = IconButton("message-square-quote", self._reason_name(), size=24, icon_size=15)
        self.evidence = EvidenceChip(desk, self._key, criterion.letter)
        self.facts = CriterionFacts(desk, criterion)
        self.unexplained = Button(self.tr("Say why it does not apply"), "link", icon="triangle-alert", small=True)
        self._more: CriterionMore | None = None
        self._build()
        self.refresh()

    @property
    def reason(self) -> TextArea | None:
        """Return the box of the reason once it was opened."""
        return self._more.reason if self._more else None

    def refresh(self) -> None:
        """Show what the record holds."""
        answer = self._desk.record.answer(self._key)
        value, written = str(answer.value or ""), bool(answer.note.strip())
        aside, unexplained = value == NOT_APPLICABLE, is_open(self._desk.record, _UNEXPLAINED, self._key)
        self.choice.refresh(value)
        self.evidence.refresh()
        self.evidence.setVisible(not aside or self.evidence.count > 0)
        self.facts.refresh()
        self.words.set_colour("text3" if aside else "text")
        self.reason_button.setVisible(written)
        self.unexplained.setVisible(unexplained and not self._is_open())
        if self._more is not None:
            self._more.refresh()
        self._rename(value, unexplained=unexplained)

    def set_value(self, code: str) -> None:
        """Give the criterion a value, or with an empty code take it off."""
        self.choice.set_value(code)

    def open_reason(self) -> None:
        """Open the reason below the row and write in it."""
        if self._more is None:
            self._more = CriterionMore(self._desk, self.criterion, self._name())
            self._layout.addLayout(row((self._more, 1), margins=(_INDENT, 2, 4, 8)))
            chain((self.more_button, self._more.reason.edit))
        self._more.show()
        self.facts.show_whole(True)
        self.unexplained.hide()
        self._more.reason.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letter of a value; keys typed in the reason stay text."""
        key = Qt.Key(event.key())
        if self._is_writing():
            if key == Qt.Key.Key_Escape:
                self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                super().keyPressEvent(event)
            return
        wanted = self.choice.option_of(event.text())
        if wanted is not None:
            self.set_value(wanted.code)
        elif event.text().upper() == _EVIDENCE:
            self.evidence_wanted.emit()
        elif key in _WALK:
            self.walked.emit(_WALK[key])
        elif key in _CLEAR:
            self.set_value("")
        elif key in _REASON:
            self.open_reason()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus, so that the letters work after a click."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring while the keyboard is on the row."""
        if shows_ring(self):
            with QPainter(self) as painter:
                focus_ring(painter, QRectF(self.rect()), theme().metrics.radius_small)

    def _is_open(self) -> bool:
        return self._more is not None and not self._more.isHidden()

    def _is_writing(self) -> bool:
        return self.reason is not None and self.reason.edit is self.window().focusWidget()

    def _build(self) -> None:
        letter = Text(self.criterion.letter, "captionm", "text3")
        letter.setMinimumWidth(14)
        middle = column(None, self.words, None, spacing=0)
        line = row(letter, (middle, 1), self.reason_button, self.evidence, self.choice, spacing=6)
        line.setContentsMargins(2, 5, 0, 4)
        beneath = column(self.facts, row(self.unexplained, None), spacing=0, margins=(_INDENT, 0, 4, 0))
        self._layout = column(line, beneath, spacing=0, margins=(0, 0, 0, 0))
        self.setLayout(self._layout)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.criterion.text)
        self.setAccessibleDescription(self.criterion.text)
        self.choice.reason_wanted.connect(self.open_reason)
        self.reason_button.clicked.connect(self._turn_reason)
        self.unexplained.clicked.connect(self.open_reason)
        self.evidence.clicked.connect(self.evidence_wanted)

    def _turn_reason(self) -> None:
        if self._more is not None and self._is_open():
            self._more.hide()
            self.facts.show_whole(False)
            self.refresh()
        else:
            self.open_reason()

    def _name(self) -> str:
        return f"{self.criterion.letter}, {self.criterion.short}"

    def _reason_name(self) -> str:
        name = self.tr("Reason for criterion {letter}").format(letter=self.criterion.letter)
        return self.tr("{name}: written").format(name=name)

    def _rename(self, value: str, *, unexplained: bool) -> None:
        said = f"{self._name()}: {self.choice.label_of(value)}"
        self.setAccessibleName(f"{said}, {self.tr('no reason given')}" if unexplained else said)
