"""The support asked for once the decision is one that needs it: responses, level, urgency and words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLayout

from ui.parts.autosave import Autosave
from ui.widgets.checks import CheckRow
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, row, shown_if
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.judging import Judging
from visitapp.domain.deciding import LEVEL, RESPONSES, URGENCY, asks_for_support
from visitapp.domain.framework import Option, Support
from visitapp.domain.places import answer_place


class SupportCard(Card):
    """Shown while the decision asks for support; what it holds is kept whatever is decided."""

    def __init__(self, desk: Desk, support: Support) -> None:
        super().__init__(name=support.title)
        self._desk, self._judging = desk, Judging(desk)
        self.responses = {
            one.code: CheckRow(one.label, note=one.detail, dim=False, style="small", pad=4)
            for one in support.responses
        }
        for code, line in self.responses.items():
            line.clicked.connect(partial(self._ask, code))
        self.choices: dict[str, Segmented] = {}
        self.words = TextArea(
            self.tr("What the support is for"), placeholder=self.tr("For what, and for whom"), least=1
        )
        Autosave(self.words.edit, desk, answer_place(RESPONSES), self.tr("Support said in words"))
        layout = column(Text(support.title, "heading", wrap=True), spacing=8, margins=(18, 12, 16, 14))
        if support.note:
            layout.addWidget(Text(support.note, "caption", "text2", wrap=True))
        layout.addLayout(column(*self.responses.values(), spacing=0))
        for piece in self._closed_questions(support):
            layout.addLayout(piece)
        layout.addWidget(self.words)
        self.setLayout(layout)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds, and the card only while it is asked for."""
        record = self._desk.record
        for code, line in self.responses.items():
            line.setChecked(self._judging.is_asked_for(code))
        for key, choice in self.choices.items():
            value = str(record.answer(key).value or "")
            if value != choice.current():
                choice.set_current(value)
        shown_if(self, asks_for_support(record))

    def _closed_questions(self, support: Support) -> list[QLayout]:
        asked = (
            (LEVEL, self.tr("Level"), support.levels),
            (URGENCY, self.tr("Urgency"), self._desk.record.framework.urgencies),
        )
        return [self._closed(key, name, options) for key, name, options in asked if options]

    def _closed(self, key: str, name: str, options: Sequence[Option]) -> QLayout:
        segments = [Segment(one.code, one.label) for one in options]
        choice = self.choices[key] = Segmented(segments, name, height=28, compact=True, clearable=True)
        choice.picked.connect(partial(self._choose, key, name))
        for one in options:
            choice.button(one.code).setToolTip(one.detail)
        return row(Text(name, "captionm", "text2"), None, choice, spacing=10)

    def _ask(self, code: str) -> None:
        self._judging.ask_for(code, is_wanted=self.responses[code].isChecked())

    def _choose(self, key: str, name: str, code: str) -> None:
        self._desk.answer(name, key, code or None, self)
