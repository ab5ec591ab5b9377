"""Beside the estimates: who is of the team, and what it has to settle."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.point_card import PointsCard
from ui.parts.point_row import PointRow
from ui.parts.team_card import TeamCard
from ui.widgets.layout import column
from ui.workspace.desk import Desk


class TeamSide(QWidget):
    """Two cards. `place_wanted` brings where something to settle can be looked at, `deleted` what was taken away."""

    place_wanted = Signal(str)
    deleted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.team, self.points = TeamCard(desk), PointsCard(desk)
        self.setLayout(column(self.team, self.points, spacing=12))
        self.points.place_wanted.connect(self.place_wanted)
        self.points.deleted.connect(self.deleted)
        self.team.deleted.connect(self.deleted)

    def refresh(self) -> None:
        """Show what the record holds."""
        self.team.refresh()
        self.points.refresh()

    def point(self, point_id: str) -> PointRow | None:
        """Return the row of something to settle, None when there is none."""
        return self.points.row_of(point_id)
