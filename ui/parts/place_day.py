"""A field for a day of the record, written as people write days and kept as an ISO day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from ui.parts.action_day import day_in_words, due_day
from ui.parts.fact_date import read_day
from ui.theme.theme import theme
from ui.widgets.line_edit import LineEdit
from ui.workspace.desk import Desk, News
from visitapp.domain.evidence import Draft
from visitapp.domain.places import Place, changes_for, text_at

_LEAST_WIDTH = 88


class PlaceDay(LineEdit):
    """A day. What is not understood stays in the box and is kept as a draft; `problem` says so in a sentence, or
    nothing with an empty text. With `ahead` a day without a year is one to come after the visit, else the nearest."""

    problem = Signal(str)

    def __init__(
        self, name: str, desk: Desk, place: Place, label: str, *, placeholder: str = "", ahead: bool = True
    ) -> None:
        super().__init__(name, placeholder or self.tr("5 Dec"))
        self._desk, self._place, self._label, self._ahead = desk, place, label, ahead
        # Not a place of the record: a day that was not understood must never become one after a crash.
        self._box = f"day words/{place.box}"
        self._typed = False
        self._said = ""
        self.refresh()
        self.textEdited.connect(self._keep)
        self.editingFinished.connect(self.seal)
        desk.leaving.connect(self.seal)
        desk.changed.connect(self._hear)
        theme().changed.connect(self._resize)
        self._resize()

    def refresh(self) -> None:
        """Show the day the record holds, or the words still waiting to be understood."""
        if self._typed:
            return
        kept = self._desk.draft(self._box)
        waiting = kept.text if kept else ""
        shown = waiting or day_in_words(text_at(self._desk.record, self._place))
        if shown != self.text():
            self.setText(shown)
            self.home(False)
        self._tell(self._sentence() if waiting else "")

    def seal(self) -> None:
        """Make an act of what was typed, if it is a day."""
        if not self._typed:
            return
        self._typed = False
        written = self.text().strip()
        found = self._read(written) if written else None
        if written and found is None:
            self._tell(self._sentence())
            return
        day = found.isoformat() if found else ""
        self._desk.act(self._label, changes_for(self._desk.record, self._place, day), self, box=self._box)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Seal on the way out."""
        self.seal()
        super().hideEvent(event)

    def _keep(self, text: str) -> None:
        self._typed = True
        self._desk.keep_draft(Draft(self._desk.visit_id, self._box, text))

    def _hear(self, news: News) -> None:
        if news.initiator is not self:
            self.refresh()

    def _read(self, written: str) -> date | None:
        if not self._ahead:
            return read_day(written, self._desk.now().astimezone().date())
        starts = self._desk.record.visit.starts_on
        return due_day(written, date.fromisoformat(starts) if starts else self._desk.now().astimezone().date())

    def _tell(self, sentence: str) -> None:
        if sentence == self._said:
            return
        self._said = sentence
        self.set_wrong(wrong=bool(sentence))
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)
        self.problem.emit(sentence)

    def _sentence(self) -> str:
        return self.tr("Your words are kept, but no day was understood. Write it as 5 Dec or 05/12/2025.")

    def _resize(self) -> None:
        self.setMinimumWidth(theme().scaled(_LEAST_WIDTH))
