"""Whether the governing body has the report on its agenda, and when it discussed it."""

from datetime import date

from ui.parts.autosave import Autosave
from ui.parts.day_button import DayButton
from ui.parts.fact_date import short_day
from ui.widgets.icons import Icon
from ui.widgets.layout import column, row
from ui.widgets.line_edit import LineEdit
from ui.widgets.surfaces import Card
from ui.widgets.tags import Tag
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.places import answer_place
from visitapp.domain.reminders import AGENDA_DISCUSSED, AGENDA_PLANNED, Afterwards, afterwards, agenda_by


class Agenda(Card):
    """Which meeting, when it is, when it was discussed, and by when the programme asks for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(None)
        self._desk = desk
        asked = desk.record.framework.follow_up
        self._state = Tag("")
        which = LineEdit(self.tr("Which meeting and item"), self.tr("Which meeting and item"))
        Autosave(which, desk, answer_place(AGENDA_PLANNED), self.tr("Meeting written"))
        self._planned = DayButton(
            desk,
            answer_place(AGENDA_PLANNED, "value"),
            self.tr("Meeting planned on"),
            empty=self.tr("Set a date"),
        )
        self._discussed = DayButton(
            desk,
            answer_place(AGENDA_DISCUSSED, "value"),
            self.tr("Discussed on"),
            empty=self.tr("Not yet"),
            ahead=False,
        )
        self._note = Text("", "caption", "text2", wrap=True)
        head = row(Icon("landmark", "text2", 18), (Text(asked.agenda_title, "heading"), 1), self._state, spacing=10)
        planned = row(Text(self.tr("Planned"), "small", "text2"), None, self._planned, spacing=8)
        discussed = row(Text(self.tr("Discussed"), "small", "text2"), None, self._discussed, spacing=8)
        self.setLayout(column(head, which, planned, discussed, self._note, spacing=5, margins=(16, 11, 16, 11)))
        self.setAccessibleName(asked.agenda_title)
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands as the record now has it."""
        after = afterwards(self._desk.record)
        today = self._desk.now().astimezone().date()
        self._state.set_tag(*self._standing(after, today))
        by = agenda_by(after)
        due = self.tr("By {day}.").format(day=short_day(by)) if by and not after.day(AGENDA_DISCUSSED) else ""
        note = self._desk.record.framework.follow_up.agenda_note
        self._note.set_text(" ".join(part for part in (note, due) if part))
        self._note.setVisible(bool(self._note.text()))

    def _standing(self, after: Afterwards, today: date) -> tuple[str, str]:
        if after.day(AGENDA_DISCUSSED):
            return self.tr("Discussed"), "strength"
        planned = after.day(AGENDA_PLANNED)
        if planned:
            passed = planned < today.isoformat()
            return (self.tr("Was it discussed?"), "develop") if passed else (self.tr("Planned"), "accent")
        late = bool(agenda_by(after)) and agenda_by(after) < today.isoformat()
        return (self.tr("Late"), "risk") if late else (self.tr("Not planned"), "develop")
