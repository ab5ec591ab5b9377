"""Beside grouped findings: the team's notes, what it has to settle, the overall estimate, and what is missing."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.estimate_choice import EstimateChip
from ui.parts.estimate_covers import EvidenceCovers
from ui.parts.point_lines import PointLines
from ui.parts.team_notes import TeamNotes
from ui.widgets.buttons import Button
from ui.widgets.checks import StateRow
from ui.widgets.layout import Line, clear, column, wrap
from ui.widgets.surfaces import Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.checks import CheckResult, check_results

_WIDTH = 250
_HERE = "summary"
_ESTIMATE_OPEN = "estimate-open"


class EstimatesPane(Panel):
    """What a team agrees by, unmet checks of the summary, and the way on. `place_wanted` brings a place.

    Without estimates there is nothing to agree by, and only the checks are there.
    """

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(edge="left", name="")
        self._desk = desk
        self._shown: tuple[tuple[CheckResult, ...], str] | None = None
        estimates = desk.record.framework.judgement.estimates
        self.chips = [EstimateChip(desk, one) for one in estimates if not one.group]
        self.team = TeamNotes(desk) if estimates else None
        self.points = PointLines(desk) if estimates else None
        self.covers = EvidenceCovers(desk) if estimates else None
        self._missing = column(spacing=2)
        onward = Button(self.tr("Go to report"), "primary", icon_after="arrow-right", wide=True, large=True)
        onward.clicked.connect(partial(self.place_wanted.emit, "report"))
        foot = wrap(column(onward, margins=(18, 8, 14, 14)))
        name = self.tr("Estimates and what is missing")
        self.setLayout(column((Scroll(wrap(self._body()), name), 1), foot, spacing=0))
        self.setAccessibleName(name)
        self.set_width(_WIDTH)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        for part in (*self.chips, self.team, self.points, self.covers):
            if part is not None:
                part.refresh()
        self._show_missing()

    def _connect(self) -> None:
        for part in (self.points, self.covers):
            if part is not None:
                part.place_wanted.connect(self.place_wanted)

    def _body(self) -> QVBoxLayout:
        body = column(spacing=12, margins=(18, 14, 14, 8))
        if self.team is not None:
            body.addWidget(self.team)
        for part in (self.points, self._overall() if self.chips else None, self.covers):
            if part is not None:
                body.addWidget(part)
                body.addWidget(Line())
        body.addLayout(column(Text(self.tr("Still missing"), "heading"), self._missing, spacing=6))
        body.addStretch(1)
        return body

    def _overall(self) -> QWidget:
        return wrap(column(Text(self.tr("Overall"), "heading"), *self.chips, spacing=6))

    def _show_missing(self) -> None:
        unmet = tuple(one for one in check_results(self._desk.record) if self._is_missing(one))
        if (unmet, self._nothing()) == self._shown:
            return
        self._shown = (unmet, self._nothing())
        clear(self._missing)
        for result in unmet:
            line = StateRow(result.check.title, "warn" if result.check.required else "todo", result.note)
            line.clicked.connect(partial(self.place_wanted.emit, result.place))
            self._missing.addWidget(line)
        if not unmet:
            self._missing.addWidget(Text(self._nothing(), "small", "text2", wrap=True))

    def _is_missing(self, result: CheckResult) -> bool:
        return not result.met and result.place.split(":")[0] == _HERE and not self._is_to_settle(result)

    def _is_to_settle(self, result: CheckResult) -> bool:
        """Tell whether all a check asks for stands among the points to settle already."""
        return self.points is not None and all(one.kind == _ESTIMATE_OPEN for one in result.matters)

    def _nothing(self) -> str:
        left = self.points is not None and self.points.is_any_open()
        return self.tr("Nothing else.") if left else self.tr("Nothing. The summary is complete.")
