"""Beside grouped findings: the overall estimate, and what is still missing."""

from functools import partial

from PySide6.QtCore import Signal

from ui.parts.estimate_choice import EstimateChip
from ui.widgets.buttons import Button
from ui.widgets.checks import StateRow
from ui.widgets.layout import Line, clear, column, wrap
from ui.widgets.surfaces import Panel, Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.checks import CheckResult, check_results

_WIDTH = 250
_HERE = "summary"


class EstimatesPane(Panel):
    """Estimates of no one section, unmet checks of the summary, and the way on. `place_wanted` brings a place."""

    place_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(edge="left", name="")
        self._desk = desk
        self._shown: tuple[CheckResult, ...] | None = None
        overall = [one for one in desk.record.framework.judgement.estimates if not one.group]
        self.chips = [EstimateChip(desk, one) for one in overall]
        self._missing = column(spacing=2)
        body = column(spacing=6, margins=(18, 14, 14, 8))
        if self.chips:
            body.addWidget(Text(self.tr("Overall"), "heading"))
            for chip in self.chips:
                body.addWidget(chip)
            body.addSpacing(8)
            body.addWidget(Line())
            body.addSpacing(8)
        body.addWidget(Text(self.tr("Still missing"), "heading"))
        body.addLayout(self._missing)
        body.addStretch(1)
        onward = Button(self.tr("Go to report"), "primary", icon_after="arrow-right", wide=True, large=True)
        onward.clicked.connect(partial(self.place_wanted.emit, "report"))
        foot = wrap(column(onward, margins=(18, 8, 14, 14)))
        self.setLayout(column((Scroll(wrap(body), self.tr("Estimates and what is missing")), 1), foot, spacing=0))
        self.setAccessibleName(self.tr("Estimates and what is missing"))
        self.set_width(_WIDTH)
        self.refresh()

    def refresh(self) -> None:
        """Show what the record holds."""
        for chip in self.chips:
            chip.refresh()
        unmet = tuple(
            one for one in check_results(self._desk.record) if not one.met and one.place.split(":")[0] == _HERE
        )
        if unmet == self._shown:
            return
        self._shown = unmet
        clear(self._missing)
        for result in unmet:
            line = StateRow(result.check.title, "warn" if result.check.required else "todo", result.note)
            line.clicked.connect(partial(self.place_wanted.emit, result.place))
            self._missing.addWidget(line)
        if not unmet:
            self._missing.addWidget(Text(self.tr("Nothing. The summary is complete."), "small", "text2", wrap=True))
