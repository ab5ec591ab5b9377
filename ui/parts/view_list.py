"""What each of the team would answer to one estimate: counted, kept, and never turned into advice."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from ui.parts.finding_stops import chain
from ui.parts.team_rows import KeptRows
from ui.parts.view_row import ViewRow
from ui.widgets.checks import CheckRow
from ui.widgets.layout import column, shown_if
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.team import Team
from visitapp.domain.forms import front_key
from visitapp.domain.framework import Estimate
from visitapp.domain.team_words import minority_title, said_words
from visitapp.domain.weighed import members, minority


class ViewList(QWidget):
    """A row for each member under a line that counts them; it hides while the lead is alone."""

    def __init__(self, desk: Desk, estimate: Estimate, above: QWidget) -> None:
        super().__init__()
        self._desk, self._estimate, self._above = desk, estimate, above
        self._key, self._team = f"estimate.{estimate.code}", Team(desk)
        self._said = Text("", "small", "text2", wrap=True)
        self._rows = KeptRows(self._new_row, spacing=4)
        self.in_report = CheckRow(self.tr("Let the report say so, without names"), style="small", pad=4, dim=False)
        self._stands_in_report = any(front_key(field) == self._key for field in desk.record.framework.front)
        self.setLayout(column(self._said, self._rows.layout, self.in_report, spacing=5))
        self.setAccessibleName(self.tr("Views of the team: {title}").format(title=estimate.title))
        self.in_report.toggled.connect(self._put_in_report)
        self.refresh()

    @property
    def rows(self) -> tuple[ViewRow, ...]:
        """Return a row for each member, in the team's order."""
        return self._rows.rows

    def said(self) -> str:
        """Return who says what, in words."""
        return self._said.text()

    def refresh(self) -> None:
        """Show what the record holds."""
        record = self._desk.record
        team = members(record)
        shown_if(self, len(team) > 1)
        came = self._rows.show_ids([one.id for one in team] if len(team) > 1 else [])
        if came and self._above.window() is self.window():
            chain((self._above, *(stop for one in self.rows for stop in one.stops()), self.in_report))
        differing = {one.member_id for one in minority(record, self._key)}
        title = minority_title(record, self._key)
        word = title if len(differing) == 1 or not title.endswith("s") else title[:-1]
        for one, member in zip(self.rows, team, strict=False):
            one.refresh(member, word if member.id in differing else "")
        self._said.set_text(said_words(record, self._estimate) or self.tr("Nobody has said yet."))
        self._show_in_report(wanted=bool(differing) and self._stands_in_report)

    def _new_row(self, member_id: str) -> ViewRow:
        return ViewRow(self._desk, self._estimate, member_id)

    def _show_in_report(self, *, wanted: bool) -> None:
        with QSignalBlocker(self.in_report):
            self.in_report.setChecked(self._desk.record.answer(f"minority.{self._key}").value is True)
        self.in_report.setVisible(wanted)

    def _put_in_report(self, wanted: bool) -> None:
        self._team.put_in_report(self._key, wanted=wanted)
