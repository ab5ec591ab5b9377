"""What the team has to settle, with how each point was settled."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.finding_stops import chain
from ui.parts.point_row import PointRow
from ui.parts.team_rows import KeptRows
from ui.widgets.buttons import Button
from ui.widgets.layout import column, row
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from ui.workspace.team import Team
from visitapp.domain.settling import ToSettle, to_settle
from visitapp.domain.weighing import Point


class PointsCard(Card):
    """Differences found in the record and points added by hand, the settled ones last and still readable.

    `place_wanted` brings where a point can be looked at, `deleted` a point that was removed.
    """

    place_wanted = Signal(str)
    deleted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._team = desk, Team(desk)
        self._found: dict[str, ToSettle] = {}
        title = self.tr("To settle")
        self._count = Text("", "small", "text3", tnum=True)
        self._rows = KeptRows(self._new_row, spacing=10)
        self._none = Text(self.tr("Nothing to settle."), "small", "text2", wrap=True)
        self.add_button = Button(
            self.tr("Add"), "quiet", icon="plus", name=self.tr("Add a point to settle"), small=True
        )
        self.add_button.clicked.connect(self.add)
        head = row(Text(title, "heading"), self._count, None, self.add_button, spacing=7)
        self.setLayout(column(head, self._none, self._rows.layout, spacing=6, margins=(18, 12, 12, 14)))
        self.setAccessibleName(title)
        self.refresh()

    @property
    def rows(self) -> tuple[PointRow, ...]:
        """Return the rows in order."""
        return self._rows.rows

    def row_of(self, point_id: str) -> PointRow | None:
        """Return the row of a point, None when there is none."""
        return self._rows.row(point_id)

    def refresh(self) -> None:
        """Show what is to settle now."""
        self._found = {one.id: one for one in to_settle(self._desk.record)}
        if self._rows.show_ids(list(self._found)):
            chain((self.add_button, *(stop for one in self.rows for stop in one.stops())))
        for one in self.rows:
            one.refresh(self._found[one.point_id])
        left = sum(not one.settled for one in self._found.values())
        self._count.set_text(str(left or ""))
        self._count.setAccessibleName(self.tr("{left} of {all} to settle").format(left=left, all=len(self._found)))
        self._none.setVisible(not self._found)

    def add(self) -> None:
        """Add a point and write in it."""
        point = self._team.add_point()
        self.refresh()
        added = self._rows.row(point.id)
        if added is not None:
            added.take_focus()

    def _new_row(self, point_id: str) -> PointRow:
        made = PointRow(self._desk, self._found[point_id])
        made.place_wanted.connect(self.place_wanted)
        made.remove_wanted.connect(self._remove)
        return made

    def _remove(self) -> None:
        gone = self.sender()
        point = self._desk.record.find("point", gone.point_id) if isinstance(gone, PointRow) else None
        if not isinstance(gone, PointRow) or not isinstance(point, Point):
            return
        place = self.rows.index(gone)
        self._team.remove_point(point)
        self.refresh()
        near: QWidget = self.rows[min(place, len(self.rows) - 1)] if self.rows else self.add_button
        if isinstance(near, PointRow):
            near.take_focus()
        else:
            near.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.deleted.emit(point)
