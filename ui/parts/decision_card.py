"""The judgement a visit ends with: chosen by a person, with reasons, and told to someone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.parts.decision_told import ToldPart
from ui.widgets.fields import TextArea
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row, wrap
from ui.widgets.radio_card import RadioCards
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.deciding import DECISION
from visitapp.domain.framework import Decision
from visitapp.domain.matters import is_open
from visitapp.domain.places import answer_place
from visitapp.domain.text import word_count


class DecisionCard(Card):
    """Ways to decide, the reasons, and who was told when. The app never scores any of it."""

    def __init__(self, desk: Desk, decision: Decision) -> None:
        super().__init__(name=decision.title)
        self._desk, self._decision = desk, decision
        self.choices = RadioCards([(one.code, one.label, one.detail) for one in decision.options], decision.title)
        self.reasons = TextArea(
            self.tr("Reasons"), placeholder=decision.reasons_hint or self.tr("Why this decision"), least=2
        )
        self._words = Text("", "caption", "text3", tnum=True)
        self._needed = self._needed_line()
        self.told = ToldPart(desk, self._words)
        Autosave(self.reasons.edit, desk, answer_place(DECISION, "note"), self.tr("Reasons written"))
        self._lay_out()
        self.choices.picked.connect(self._decide)
        self.reasons.changed.connect(self._count)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        value = str(self._desk.record.answer(DECISION).value or "")
        if value != self.choices.current():
            self.choices.set_current(value)
        self._count()
        self.told.refresh()

    def first_place(self) -> QWidget:
        """Return what takes the focus: the first way to decide, or the reasons once one is chosen."""
        return self.reasons.edit if self.choices.current() else self.choices.card(self._decision.options[0].code)

    def _lay_out(self) -> None:
        words = self._decision.note or self.tr("Yours to make. The app never scores it.")
        yours = Text(words, "caption", "text2", wrap=True, align=Qt.AlignmentFlag.AlignRight)
        head = row((Text(self._decision.title, "heading", wrap=True), 1), (yours, 2), spacing=12)
        layout = column(head, spacing=8, margins=(18, 14, 16, 14))
        for piece in (self.choices, self.reasons, self._needed, self.told):
            layout.addWidget(piece)
        self.setLayout(layout)

    def _needed_line(self) -> QWidget:
        words = Text(self.tr("Reasons are needed for this decision."), "caption", "develop")
        return wrap(row(Icon("triangle-alert", "develop", 14, 2), words, None, spacing=6))

    def _decide(self, code: str) -> None:
        self._desk.answer(self.tr("Decided"), DECISION, code, self)

    def _count(self) -> None:
        count = word_count(self.reasons.text())
        self._words.set_text(self.tr("1 word") if count == 1 else self.tr("{count} words").format(count=count))
        missing = not count and is_open(self._desk.record, "decision-without-reasons", DECISION)
        self._needed.setVisible(missing)
        self.reasons.edit.setAccessibleDescription(self.tr("Needed for this decision") if missing else "")
