"""What the programme asks before a report is final: unmet first, each a way to the place."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.bars import Ring
from ui.widgets.checks import StateRow
from ui.widgets.layout import column, row, wrap
from ui.widgets.surfaces import Scroll
from ui.widgets.text import Text
from ui.workspace.desk import Desk
from visitapp.domain.checks import CheckResult, check_results


class ReportChecks(QWidget):
    """The framework's checks with a ring round how many are met. `wanted` brings the one that was pressed."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[str, StateRow] = {}
        self._at = ""
        self._results = check_results(desk.record)
        self._ring = Ring(0, 1, "")
        self._said = Text("", "caption", "text2", tnum=True)
        self._list: QVBoxLayout = column(spacing=0)
        for result in self._results:
            line = StateRow(result.check.title)
            line.clicked.connect(partial(self._on_clicked, result.check.code))
            self._rows[result.check.code] = line
        words = column(Text(self.tr("Before you export"), "heading"), self._said, spacing=0)
        scroll = Scroll(wrap(column(self._list, None, margins=(0, 0, 6, 4))), self.tr("Before you export"))
        self.setLayout(column(row(self._ring, (words, 1), spacing=8), (scroll, 1), spacing=2))
        self.refresh()

    @property
    def results(self) -> tuple[CheckResult, ...]:
        """The results as they were last shown."""
        return self._results

    def unmet(self) -> tuple[CheckResult, ...]:
        """Return the checks that are not met, required ones first."""
        return tuple(result for result in self._results if not result.met)

    def refresh(self) -> None:
        """Show the results as the record now stands."""
        self._results = check_results(self._desk.record)
        for place, result in enumerate(self._results):
            line = self._rows[result.check.code]
            if self._list.indexOf(line) != place:
                self._list.insertWidget(place, line)
            line.set_state(*self._state(result))
        met, count = len(self._results) - len(self.unmet()), len(self._results)
        said = self.tr("{met} of {count} complete").format(met=met, count=count)
        self._said.set_text(said)
        self._ring.set_done(met, count, said)

    def step(self, steps: int) -> CheckResult | None:
        """Return the unmet check this many on from the one gone to last, round and round; None when all are met."""
        unmet = self.unmet()
        if not unmet:
            return None
        codes = [result.check.code for result in unmet]
        start = codes.index(self._at) if self._at in codes else min(0, -steps)
        found = unmet[(start + steps) % len(unmet)]
        self._at = found.check.code
        return found

    def _state(self, result: CheckResult) -> tuple[str, str]:
        if result.met:
            return "ok", ""
        if result.check.required:
            return "bad", self.tr("Required. {note}").format(note=result.note)
        return "warn", result.note

    def _on_clicked(self, code: str) -> None:
        self._at = code
        self.wanted.emit(next(result for result in self._results if result.check.code == code))
