"""Whether a governor is there to hear the findings, and what was read instead if nobody is."""

from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, row, wrap
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import Activity
from visitapp.domain.places import answer_place
from visitapp.domain.representation import GOVERNOR, NO, YES


class GovernorQuestion(QWidget):
    """Yes or no; with no, the framework's words on what to do then, and room to say what was read."""

    def __init__(self, desk: Desk, governance: Activity) -> None:
        super().__init__()
        self._desk = desk
        asked = self.tr("A governor is present")
        segments = [Segment(YES, self.tr("Yes")), Segment(NO, self.tr("No"))]
        self.choice = Segmented(segments, asked, height=30, pad=16, clearable=True)
        self.instead = TextArea(
            self.tr("What was read instead"), placeholder=self.tr("Which minutes and reports were read"), least=1
        )
        self._fallback = wrap(column(Text(governance.fallback, "small", "text2", wrap=True), self.instead, spacing=6))
        Autosave(self.instead.edit, desk, answer_place(GOVERNOR), self.tr("What was read instead"))
        head = row((Text(asked, "prose", weight=500), 1), self.choice, spacing=12)
        self.setLayout(column(head, self._fallback, spacing=8, margins=(10, 4, 10, 4)))
        self.setAccessibleName(asked)
        self.choice.picked.connect(self._answer)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds; words being typed are left alone."""
        value = str(self._desk.record.answer(GOVERNOR).value or "")
        self.choice.set_current(value)
        self._fallback.setVisible(value == NO)

    def _answer(self, code: str) -> None:
        self._desk.answer(self.tr("Governor present"), GOVERNOR, code or None, self)
        self.refresh()
