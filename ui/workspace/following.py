"""What follows a visit: last visit's actions judged, the school's replies, support given, and days set."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.workspace.desk import Desk
from visitapp.domain.change import removed
from visitapp.domain.finding import Action
from visitapp.domain.followed import done_key
from visitapp.domain.following import Progress, SupportDay
from visitapp.domain.ids import new_id
from visitapp.domain.text import first_words

_DONE = "done"


class Following:
    """The time after a visit, and what the one before left to be judged."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def today(self) -> date:
        """Return the day it is here."""
        return self._desk.now().astimezone().date()

    def action(self, action_id: str) -> Action | None:
        """Return an action, or None when it is gone."""
        found = self._desk.record.find("action", action_id)
        return found if isinstance(found, Action) else None

    def take_over(self, actions: Iterable[Action]) -> None:
        """Take over actions of the visit before, as one act."""
        self._desk.put(self._tr("Actions taken over"), *actions)

    def judge(self, action: Action, verdict: str) -> None:
        """Say what became of an action of the visit before."""
        self._desk.put(self._tr("Earlier action judged"), replace(action, verdict=verdict))

    def carry(self, action: Action, *, on: bool) -> None:
        """Say that an action stays open after the next visit too, or no longer."""
        words = self._tr("Carried into the next visit") if on else self._tr("Not carried into the next visit")
        self._desk.put(words, replace(action, carried=on))

    def set_status(self, action: Action, status: str) -> None:
        """Say how far an action has come; one that is done is dated today, as far as it has no day yet."""
        said = self._desk.record.answer(done_key(action.id))
        dated = [replace(said, value=self.today.isoformat())] if status == _DONE and not said.value else []
        self._desk.put(self._tr("Progress of an action set"), replace(action, status=status), *dated)

    def set_first_step_done(self, action: Action, *, done: bool) -> None:
        """Say that the first step of an action is done, or not."""
        words = self._tr("First step done") if done else self._tr("First step not done")
        self._desk.put(words, replace(action, first_step_done=done))

    def date_reply(self, action: Action) -> None:
        """Say that a reply that has no day yet came today."""
        if action.reply.strip() and not action.replied_on:
            self._desk.put(self._tr("Reply dated"), replace(action, replied_on=self.today.isoformat()))

    def add_progress(self, action: Action) -> Progress:
        """Begin a note, dated today, on what was said or seen of an action."""
        made = Progress(new_id(), self._desk.visit_id, action.id, self.today.isoformat())
        self._desk.put(self._tr("Progress noted"), made)
        return made

    def set_seen(self, progress: Progress, *, seen: bool) -> None:
        """Say that a reviewer saw it, or was only told."""
        words = self._tr("Seen by a reviewer") if seen else self._tr("Told to a reviewer")
        self._desk.put(words, replace(progress, seen=seen))

    def add_support_day(self) -> SupportDay:
        """Begin a day of support, planned and not given yet."""
        made = SupportDay(new_id(), self._desk.visit_id, days=1.0)
        self._desk.put(self._tr("Support planned"), made)
        return made

    def change_support_day(self, support: SupportDay, **fields: object) -> None:
        """Change any field of a day of support."""
        self._desk.put(self._tr("Support changed"), replace(support, **fields))  # type: ignore[arg-type]

    def remove(self, record: Progress | SupportDay) -> None:
        """Take away what was noted; undo brings it back."""
        words = record.text if isinstance(record, Progress) else record.purpose
        label = self._tr("Taken away: {words}").format(words=first_words(words, 40) or self._tr("no words yet"))
        self._desk.act(label, removed([record]))

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("Following", text)
