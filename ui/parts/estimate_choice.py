"""A graded judgement a person makes: one of a few, or none given."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.autosave import Autosave
from ui.parts.view_list import ViewList
from ui.widgets.chips import PickerChip
from ui.widgets.fields import TextArea
from ui.widgets.layout import column, row
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.framework import Estimate
from visitapp.domain.places import answer_place


def estimate_key(estimate: Estimate) -> str:
    """Return the key under which an estimate is answered."""
    return f"estimate.{estimate.code}"


class EstimateChoice(Segmented):
    """The scale of one estimate side by side; choosing the held one again lets it go."""

    def __init__(self, desk: Desk, estimate: Estimate) -> None:
        segments = [Segment(one.code, one.label) for one in estimate.options]
        super().__init__(segments, estimate.title, height=26, pad=8, clearable=True)
        self._desk, self._estimate = desk, estimate
        for option in estimate.options:
            self.button(option.code).setToolTip(option.detail)
            self.button(option.code).setAccessibleDescription(option.detail)
        self.picked.connect(self._keep)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        value = str(self._desk.record.answer(estimate_key(self._estimate)).value or "")
        if value != self.current():
            self.set_current(value)

    def _keep(self, code: str) -> None:
        self._desk.answer(self.tr("Estimate set"), estimate_key(self._estimate), code or None, self)


class EstimateChip(QWidget):
    """An estimate where there is little room: its title over a chip that opens the scale."""

    kept = Signal()

    def __init__(self, desk: Desk, estimate: Estimate) -> None:
        super().__init__()
        self._desk, self._estimate = desk, estimate
        self.chip = PickerChip(estimate.title, placeholder=self.tr("Not set"), sticky=False)
        self.chip.set_options([("", self.tr("Not set")), *((one.code, one.label) for one in estimate.options)])
        self.setLayout(column(Text(estimate.title, "captionm", "text2", wrap=True), row(self.chip, None), spacing=5))
        self.chip.picked.connect(self._keep)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        self.chip.set_current(str(self._desk.record.answer(estimate_key(self._estimate)).value or ""))

    def _keep(self, code: str) -> None:
        self._desk.answer(self.tr("Estimate set"), estimate_key(self._estimate), code or None, self)
        self.kept.emit()


class EstimateEditor(QWidget):
    """An estimate as the team agreed it, the reasoning behind it, and what each of the team would say."""

    def __init__(self, desk: Desk, estimate: Estimate) -> None:
        super().__init__()
        self.key = estimate_key(estimate)
        self.choice = EstimateChoice(desk, estimate)
        self.reasoning = TextArea(
            self.tr("Reasoning: {title}").format(title=estimate.title),
            placeholder=self.tr("What the evidence says, and what weighs against it"),
        )
        place = answer_place(estimate_key(estimate), "note")
        self._autosave = Autosave(self.reasoning.edit, desk, place, self.tr("Reasoning written"))
        title = Text(estimate.title, "bodym", wrap=True)
        self.views = ViewList(desk, estimate, self.reasoning.edit)
        self.setLayout(column(title, row(self.choice, None), self.reasoning, self.views, spacing=6))

    def refresh(self) -> None:
        """Show what the record holds."""
        self.choice.refresh()
        self.views.refresh()

    def take_focus(self) -> None:
        """Stand on the scale while nothing is agreed, then where it is weighed."""
        first = next(iter(self.choice.codes()), "")
        weighed = self.views.rows[0].value if self.views.rows else self.reasoning.edit
        place = weighed if self.choice.current() or not first else self.choice.button(first)
        place.setFocus(Qt.FocusReason.ShortcutFocusReason)
