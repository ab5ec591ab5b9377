"""Whether a good inspection outcome is at risk: asked plainly, answered by a person, said in the report."""

from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.deciding import GRADE_RISK, chosen_option
from visitapp.domain.framework import GradeRisk
from visitapp.domain.places import answer_place

_TONES = ("", "develop", "risk")


class GradeRiskCard(Card):
    """The framework's question, its options side by side, and words."""

    def __init__(self, desk: Desk, asked: GradeRisk) -> None:
        super().__init__(name=asked.title)
        self._desk, self._asked = desk, asked
        tones = _TONES if len(asked.options) == len(_TONES) else ("",) * len(asked.options)
        segments = [Segment(one.code, one.label, tone=tone) for one, tone in zip(asked.options, tones, strict=True)]
        self.choice = Segmented(segments, asked.title, height=30, compact=True, clearable=True)
        self.detail = Text("", "caption", "text2", wrap=True)
        self.words = TextArea(
            self.tr("In your words"), placeholder=self.tr("In your words: what, and for whom"), least=1
        )
        Autosave(self.words.edit, desk, answer_place(GRADE_RISK), self.tr("Risk said in words"))
        head = row((Text(asked.title, "heading", wrap=True), 1), self.choice, spacing=12)
        self.setLayout(column(head, self.detail, self.words, spacing=8, margins=(18, 12, 16, 14)))
        self.choice.picked.connect(self._choose)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        value = str(self._desk.record.answer(GRADE_RISK).value or "")
        if value != self.choice.current():
            self.choice.set_current(value)
        chosen = chosen_option(self._asked.options, value)
        self.detail.set_text(chosen.detail if chosen and chosen.detail else self._asked.note)

    def first_place(self) -> QWidget:
        """Return what takes the focus: the option held, or the first."""
        return self.choice.button(self.choice.current() or self._asked.options[0].code)

    def _choose(self, code: str) -> None:
        self._desk.answer(self.tr("Risk to the inspection outcome said"), GRADE_RISK, code or None, self)
