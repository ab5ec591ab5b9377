"""From check to check: what is unmet, one after the other, each where it can be mended."""

from PySide6.QtCore import QObject, Signal

from ui.pages.report.centre import ReportCentre
from ui.parts.report_checks import ReportChecks
from ui.parts.style_place import choose_words
from ui.widgets.announce import announce
from ui.workspace.desk import Desk
from visitapp.domain.checks import CheckResult
from visitapp.domain.matters.asked import fields_of

_STAGE = "report"


class CheckWalk(QObject):
    """Goes to the place of a check. `in_sight` tells it is in the report, `place_wanted` brings one elsewhere."""

    in_sight = Signal()
    place_wanted = Signal(str)

    def __init__(self, desk: Desk, centre: ReportCentre, checks: ReportChecks) -> None:
        super().__init__(centre)
        self._desk, self._centre, self._checks = desk, centre, checks

    def step(self, steps: int) -> None:
        """Go so many checks on, or back."""
        result = self._checks.step(steps)
        if result is None:
            announce(self._centre, self.tr("Nothing is unmet."))
            return
        announce(self._centre, f"{result.check.title}. {result.note}")
        self.go_to(result)

    def go_to(self, result: CheckResult) -> None:
        """Go where a check can be met."""
        stage, _, inside = result.place.partition(":")
        if stage == _STAGE:
            self._centre.show_section(inside, self._first_gap(inside, result))
            self.in_sight.emit()
            sheet = self._centre.sheet(inside)
            if sheet is not None and result.flags:
                choose_words(sheet, result.flags[0])
        elif result.place:
            self.place_wanted.emit(result.place)

    def _first_gap(self, place: str, result: CheckResult) -> str:
        empty = {one.about for one in result.matters}
        return next((field.code for field, key in fields_of(self._desk.record.framework, place) if key in empty), "")
