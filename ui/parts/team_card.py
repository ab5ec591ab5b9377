"""The team of a visit, its lead first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.finding_stops import chain
from ui.parts.team_member import initials
from ui.parts.team_row import TeamRow
from ui.parts.team_rows import KeptRows
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.team import Team
from visitapp.domain.weighed import colleagues, lead, members


class TeamCard(Card):
    """Who is of the team. `deleted` brings a member who was taken out, so that they can be offered back."""

    deleted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._team = desk, Team(desk)
        title = self.tr("Team")
        self._count = Text("", "small", "text3", tnum=True)
        self._rows = KeptRows(self._new_row)
        self._hint = Text(self._hint_words(), "caption", "text2", wrap=True)
        self._lead = Text("", "small", elide=True)
        self.add_button = Button(self.tr("Add a member"), "quiet", icon="plus", small=True)
        self.add_button.clicked.connect(self.add)
        head = row(Text(title, "heading"), self._count, None, self.add_button, spacing=7)
        self.setLayout(
            column(head, self._hint, self._lead_line(), self._rows.layout, spacing=6, margins=(18, 12, 12, 14))
        )
        self.setAccessibleName(title)
        self.refresh()

    @property
    def rows(self) -> tuple[TeamRow, ...]:
        """Return the rows of the members besides the lead, in order."""
        return self._rows.rows

    def refresh(self) -> None:
        """Show the team as it is."""
        record = self._desk.record
        if self._rows.show_ids([one.id for one in colleagues(record)]):
            chain((self.add_button, *(stop for one in self.rows for stop in one.stops())))
        for one in self.rows:
            one.refresh()
        first = lead(record)
        who = ", ".join(part for part in (first.name, first.role) if part)
        self._lead.set_text(self.tr("You: {who}").format(who=who) if who else self.tr("You"))
        self._count.set_text(str(len(members(record))))
        self._hint.setVisible(not self.rows)

    def add(self) -> None:
        """Add a member and write the name."""
        member = self._team.add_member()
        self.refresh()
        added = self._rows.row(member.id)
        if added is not None:
            added.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lead_line(self) -> QWidget:
        return wrap(row(initials(self._desk.record, lead(self._desk.record)), (self._lead, 1), spacing=8))

    def _new_row(self, member_id: str) -> TeamRow:
        made = TeamRow(self._desk, member_id)
        made.move_wanted.connect(self._move)
        made.remove_wanted.connect(self._remove)
        made.next_wanted.connect(self._go_on)
        return made

    def _move(self, steps: int) -> None:
        moved = self.sender()
        if isinstance(moved, TeamRow):
            moved.seal()
            member = moved.member()
            if member is not None:
                self._team.move_member(member, steps)

    def _remove(self) -> None:
        gone = self.sender()
        if not isinstance(gone, TeamRow):
            return
        gone.seal()
        member, place = gone.member(), self.rows.index(gone)
        if member is None:
            return
        self._team.remove_member(member)
        self.refresh()
        near: QWidget = self.rows[min(place, len(self.rows) - 1)].name if self.rows else self.add_button
        near.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.deleted.emit(member)

    def _go_on(self) -> None:
        here = self.sender()
        place = self.rows.index(here) + 1 if isinstance(here, TeamRow) else 0
        if place < len(self.rows):
            self.rows[place].name.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.add()

    def _hint_words(self) -> str:
        return self.tr("Add the others by name or role to keep what each of them would say, and why.")
