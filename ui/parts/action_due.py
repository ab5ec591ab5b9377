"""When an action is due: written as people write days, kept as an ISO day."""

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QHideEvent

from ui.parts.action_day import day_in_words, due_day
from ui.widgets.fields import TextField
from ui.workspace.desk import Desk
from visitapp.domain.evidence import Draft
from visitapp.domain.finding import Action
from visitapp.domain.places import put


class ActionDue(TextField):
    """A day. What is not understood stays in the box, is kept as a draft, and the box says so in a sentence."""

    def __init__(self, desk: Desk, action_id: str) -> None:
        super().__init__(self.tr("By when"), placeholder=self.tr("5 Dec"))
        self._desk, self._action_id = desk, action_id
        # Not a place of the record: a day that was not understood must never become one after a crash.
        self._box = f"due words/{action_id}"
        self._typed = False
        self.refresh()
        self.changed.connect(self._keep)
        self.done.connect(self._on_done)
        desk.leaving.connect(self.seal)

    def refresh(self) -> None:
        """Show the day the record holds, or the words still waiting to be understood."""
        if self._typed:
            return
        kept = self._desk.draft(self._box)
        waiting = kept.text if kept else ""
        day = self._action().due
        shown = waiting or day_in_words(day)
        if shown != self.text():
            self.set_text(shown)
        self.set_error(self._sentence() if waiting else "")

    def seal(self) -> None:
        """Make an act of what was typed, if it is a day."""
        if not self._typed:
            return
        self._typed = False
        written = self.text().strip()
        found = due_day(written, self._since()) if written else None
        if written and found is None:
            self.set_error(self._sentence())
            return
        changed = replace(self._action(), due=found.isoformat() if found else "")
        self._desk.act(self.tr("Day set"), put(self._desk.record, changed), self, box=self._box)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Seal on the way out."""
        self.seal()
        super().hideEvent(event)

    def _keep(self, text: str) -> None:
        self._typed = True
        self._desk.keep_draft(Draft(self._desk.visit_id, self._box, text))

    def _on_done(self, text: str) -> None:
        self.seal()

    def _action(self) -> Action:
        found = self._desk.record.shelves.get("action", {}).get(self._action_id)
        return found if isinstance(found, Action) else Action(self._action_id)

    def _since(self) -> date:
        starts = self._desk.record.visit.starts_on
        return date.fromisoformat(starts) if starts else self._desk.now().astimezone().date()

    def _sentence(self) -> str:
        return self.tr("Your words are kept, but no day was understood. Write it as 5 Dec or 05/12/2025.")
