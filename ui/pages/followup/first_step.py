"""The first step of an action: what it is, by when, and whether it is done."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.parts.day_button import DayButton
from ui.parts.day_distance import days_words
from ui.widgets.checks import CheckRow
from ui.widgets.layout import row, shown_if
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.following import Following
from visitapp.domain.finding import Action
from visitapp.domain.places import Place
from visitapp.domain.taking_over import FINISHED


class FirstStep(QWidget):
    """A tick before the words, the day behind them, and how late it is."""

    def __init__(self, desk: Desk, action: Action, name: str) -> None:
        super().__init__()
        self._following, self._id = Following(desk), action.id
        self._box = CheckRow("", style="caption", pad=3, dim=False)
        self._box.clicked.connect(self._on_clicked)
        self._state = Text("", "captionm", "text2", tnum=True)
        words = self.tr("First step of {action}, by").format(action=name.lower())
        place = Place("action", action.id, "first_step_due")
        self.day = DayButton(desk, place, words, empty=self.tr("Set a date"), words=self.tr("by {day}"))
        line = row((self._box, 1), self._state, self.day, spacing=6)
        line.setAlignment(self._box, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)

    def show_action(self, action: Action) -> None:
        """Show the first step as the record now has it; an action without one shows nothing."""
        step = action.first_step.strip()
        shown_if(self, bool(step))
        self._box.setText(self.tr("First step: {step}").format(step=step))
        self._box.setAccessibleName(self._box.text())
        self._box.setChecked(action.first_step_done)
        late = self._days_late(action)
        done = self.tr("done") if action.first_step_done else ""
        self._state.set_text(self.tr("{count} late").format(count=days_words(late)) if late else done)
        self._state.set_colour("risk" if late else "strength")
        self._state.setVisible(bool(self._state.text()))
        self.day.refresh()

    def _days_late(self, action: Action) -> int:
        if action.first_step_done or action.status in FINISHED or not action.first_step_due:
            return 0
        try:
            due = date.fromisoformat(action.first_step_due)
        except ValueError:
            return 0
        return max(0, (self._following.today - due).days)

    def _on_clicked(self) -> None:
        action = self._following.action(self._id)
        if action is not None:
            self._following.set_first_step_done(action, done=self._box.isChecked())
