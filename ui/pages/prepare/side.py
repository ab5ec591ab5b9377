"""The right of preparation: the question of the visit, hunches to test, and the way to the plan."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.parts.autosave import Autosave
from ui.widgets.buttons import Button
from ui.widgets.checks import CheckRow
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, wrap
from ui.widgets.surfaces import Card, Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.places import Place, answer_place

_WIDTH = 280
_AGREED = "enquiry.school"
_HUNCHES = "hunches"


class PrepareSide(Panel):
    """Focus of enquiry, agreed or not, and hunches. `place_wanted` leads on to the plan."""

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(edge="left")
        self.setAccessibleName(self.tr("Focus and hunches"))
        self._desk = desk
        title = desk.record.framework.enquiry.title or self.tr("Focus of enquiry")
        self._enquiry = TextArea(title, placeholder=self.tr("One question"), style="body", least=3, most=12)
        Autosave(self._enquiry.edit, desk, Place("visit", desk.visit_id, "enquiry"), self.tr("Focus written"))
        self._agreed = CheckRow(self.tr("Agreed with the school"), style="small", pad=5, dim=False)
        self._agreed.clicked.connect(self._on_agreed)
        name = self.tr("Hunches to test")
        self._hunches = TextArea(name, placeholder=self.tr("One on a line"), least=5, most=30)
        Autosave(self._hunches.edit, desk, answer_place(_HUNCHES, "value"), self.tr("Hunches written"))
        plan = Button(self.tr("Plan the day"), "primary", icon_after="arrow-right", large=True, wide=True)
        plan.clicked.connect(self._to_plan)
        scroll = Scroll(wrap(self._body(title, name)), self.tr("Focus and hunches"))
        self.setLayout(column((scroll, 1), wrap(column(plan, margins=(18, 8, 18, 14))), spacing=0))
        self.set_width(_WIDTH)
        self.refresh()

    def refresh(self) -> None:
        """Show whether the school has agreed; the texts keep themselves."""
        self._agreed.setChecked(self._desk.record.answer(_AGREED).value is True)

    def take_focus(self) -> None:
        """Put the focus on the question."""
        self._enquiry.setFocus()

    def _body(self, title: str, hunches: str) -> QVBoxLayout:
        enquiry = self._desk.record.framework.enquiry
        layout = column(Text(title, "heading"), spacing=5)
        if enquiry.help:
            layout.addWidget(Text(enquiry.help, "caption", "text2", wrap=True))
        layout.addWidget(self._enquiry)
        layout.addWidget(self._agreed)
        if enquiry.authority:
            asked = column(
                Text(self.tr("The programme asks"), "captionm", "text2"),
                Text(enquiry.authority, "small", wrap=True),
                spacing=2,
            )
            layout.addWidget(Card(asked, fill="sunken", line=None, margins=(12, 9, 12, 10), radius=10))
        layout.addSpacing(8)
        layout.addWidget(Text(hunches, "heading"))
        layout.addWidget(self._hunches)
        layout.addStretch(1)
        layout.setContentsMargins(18, 14, 18, 6)
        return layout

    def _on_agreed(self) -> None:
        words = self.tr("Focus agreed") if self._agreed.isChecked() else self.tr("Focus not agreed")
        self._desk.answer(words, _AGREED, self._agreed.isChecked())

    def _to_plan(self) -> None:
        self.place_wanted.emit("plan")
